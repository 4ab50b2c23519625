//! The resources that the extension itself needs, without the user's workloads.
//! <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes>

use crate::base::ids::ids;
use crate::edition::resource::always;
use crate::model::choice::Edition;
use crate::model::scenario::{Extension, Scenario, Workload};

/// Processor time in millicores, memory in mebibytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Requested millicores.
    pub cpu_request: u32,
    /// Maximum millicores.
    pub cpu_limit: u32,
    /// Requested mebibytes.
    pub memory_request: u32,
    /// Maximum mebibytes.
    pub memory_limit: u32,
}

ids! {
    /// The purpose that a cluster is sized for.
    Tier {
        /// Experiments.
        Test "test",
        /// Production.
        Production "production",
    }
}

/// A row of the documentation's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierSize {
    /// The purpose.
    pub tier: Tier,
    /// The total of the components.
    pub amount: Amount,
    /// The minimum number of nodes.
    pub nodes: u32,
    /// Virtual CPUs of the smallest node.
    pub vm_cores: u32,
    /// Memory of the smallest node, in gibibytes.
    pub vm_memory: u32,
    /// The VM size that the table names.
    pub vm_size: &'static str,
}

/// The requirements of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The documentation's rows for its workload.
    pub tiers: [TierSize; 2],
    /// The sum over the components that the scenario has.
    pub chosen: Amount,
    /// The number of nodes that the sum assumes.
    pub nodes: u32,
}

const fn amount(cpu_request: u32, cpu_limit: u32, memory_request: u32, memory_limit: u32) -> Amount {
    Amount { cpu_request, cpu_limit, memory_request, memory_limit }
}

/// The number of instances of a component.
enum Count {
    One,
    /// One on each node.
    Node,
    /// Three for high availability, otherwise one.
    Router,
}

/// A component: the requirements of one instance, the number of instances, and the condition under which it exists.
type Component = (Amount, Count, fn(&Extension) -> bool);

const COMPONENTS: &[Component] = &[
    // metrics-controller-manager, prometheus-operator, prometheus, kube-state-metrics, gateway, fluent-bit
    (amount(10, 100, 20, 300), Count::One, always),
    (amount(100, 400, 128, 512), Count::One, |s| s.prometheus_operator),
    (amount(100, 1000, 512, 4096), Count::One, always),
    (amount(10, 100, 32, 256), Count::One, always),
    (amount(50, 500, 256, 2048), Count::One, always),
    (amount(10, 200, 100, 300), Count::Node, always),
    // inference-operator-controller-manager, amlarc-identity-controller, amlarc-identity-proxy,
    // azureml-ingress-nginx-controller, azureml-fe-v2
    (amount(100, 1000, 128, 1024), Count::One, Extension::has_endpoint),
    (amount(200, 1000, 200, 1024), Count::One, Extension::has_endpoint),
    (amount(200, 1000, 200, 1024), Count::One, Extension::has_endpoint),
    (amount(100, 1000, 64, 512), Count::One, Extension::has_endpoint),
    (amount(900, 2000, 800, 1200), Count::Router, Extension::has_endpoint),
    // aml-operator, volcano-admission, volcano-controller, volcano-scheduler
    (amount(20, 1020, 124, 2168), Count::One, Extension::trains),
    (amount(10, 100, 64, 256), Count::One, Extension::has_volcano),
    (amount(50, 500, 128, 512), Count::One, Extension::has_volcano),
    (amount(50, 500, 128, 512), Count::One, Extension::has_volcano),
];

const fn size(tier: Tier, amount: Amount, nodes: u32, vm: (u32, u32, &'static str)) -> TierSize {
    TierSize { tier, amount, nodes, vm_cores: vm.0, vm_memory: vm.1, vm_size: vm.2 }
}

const SMALL: (u32, u32, &str) = (2, 7, "Standard_DS2_v2");
const MEDIUM: (u32, u32, &str) = (4, 14, "Standard_DS3_v2");
const LARGE: (u32, u32, &str) = (8, 28, "Standard_DS4_v2");

fn tiers(workload: &Workload) -> [TierSize; 2] {
    match workload {
        Workload::Inference(_) => [
            size(Tier::Test, amount(1780, 8300, 2440, 12296), 1, SMALL),
            size(Tier::Production, amount(3600, 12700, 4240, 15296), 3, MEDIUM),
        ],
        Workload::Training => [
            size(Tier::Test, amount(410, 4420, 1492, 10960), 1, SMALL),
            size(Tier::Production, amount(410, 4420, 1492, 10960), 1, LARGE),
        ],
        Workload::Both(_) => [
            size(Tier::Test, amount(1910, 10420, 2884, 15744), 1, MEDIUM),
            // The table lists 4 cores and 14 GiB, but names DS4v2.
            size(Tier::Production, amount(3730, 14820, 4684, 18744), 3, (4, 14, "Standard_DS4_v2")),
        ],
    }
}

/// The requirements of a scenario. `None` for an edition whose documents have no such table.
pub fn sizes(edition: Edition, scenario: &Scenario) -> Option<Sizes> {
    let (Edition::Current, Scenario::Extension(scenario)) = (edition, scenario) else { return None };
    let routers = if scenario.workload.endpoint().is_some_and(|endpoint| endpoint.router_ha) { 3 } else { 1 };
    let count = scenario.node_count.as_ref().and_then(|slot| slot.value.as_ref());
    let nodes = count.map_or(routers, |count| u32::from(count.get()));
    let mut chosen = Amount::default();
    for (amount, count, _) in COMPONENTS.iter().filter(|(_, _, is_there)| is_there(scenario)) {
        let count = match count {
            Count::One => 1,
            Count::Node => nodes,
            Count::Router => routers,
        };
        // The number of nodes is at most 65535, so the sums fit easily in 32 bits.
        chosen.cpu_request += amount.cpu_request * count;
        chosen.cpu_limit += amount.cpu_limit * count;
        chosen.memory_request += amount.memory_request * count;
        chosen.memory_limit += amount.memory_limit * count;
    }
    Some(Sizes { tiers: tiers(&scenario.workload), chosen, nodes })
}

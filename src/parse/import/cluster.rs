//! Clusters: their fields, and the states that matter before the extension is installed.

use super::State;
use super::object::{Object, number, object};
use super::reader::{Reader, yes_no};
use crate::model::field::Field;
use crate::model::vm_size;

/// The newest minor version 1.x of Kubernetes in AKS that is known. It and the two before it are supported, on Azure Arc too.
pub const NEWEST_MINOR: u32 = 36;

/// The day of the page that says so.
pub const NEWEST_MINOR_ON: &str = "2026-08-05";

/// The taints that the extension or its workloads tolerate: a key, and the value if only one is tolerated.
const TOLERATED: [(&str, Option<&str>); 6] = [
    ("ml.azure.com/amlarc", Some("true")),
    ("ml.azure.com/amlarc-system", Some("true")),
    ("ml.azure.com/amlarc-workload", Some("true")),
    ("ml.azure.com/resource-group", None),
    ("ml.azure.com/workspace", None),
    ("ml.azure.com/compute", None),
];

impl Reader {
    /// Reads an AKS cluster.
    pub(super) fn aks(&mut self, object: &Object<'_>) {
        self.region(object);
        self.named(object, Field::ClusterName, Field::ResourceGroup);
        let pools: Vec<Pool> = object.list("agentPoolProfiles").into_iter().filter_map(Pool::new).collect();
        let count = pools.iter().try_fold(0_u64, |sum, pool| Some(sum.saturating_add(pool.count?)));
        self.nodes(count.filter(|_| !pools.is_empty()));
        self.provisioned(object);
        let power = object.object("powerState").and_then(|power| power.text("code"));
        if power.is_some_and(|code| code.eq_ignore_ascii_case("Stopped")) {
            self.state(State::Stopped, "");
        }
        self.version(object.any_text(["currentKubernetesVersion", "kubernetesVersion"]));
        if object.is("disableLocalAccounts") {
            self.state(State::LocalAccounts, "");
        }
        let identity = object.object("identity").and_then(|identity| identity.text("type"));
        let principal = object.object("servicePrincipalProfile").and_then(|profile| profile.text("clientId"));
        if identity.is_none_or(|kind| kind.eq_ignore_ascii_case("None"))
            && principal.is_some_and(|id| !id.eq_ignore_ascii_case("msi"))
        {
            self.state(State::ServicePrincipal, "");
        }
        if let Some(server) = object.object("apiServerAccessProfile") {
            let ranges = ["authorizedIpRanges", "authorizedIPRanges"].map(|key| server.list(key));
            if ranges.iter().any(|ranges| !ranges.is_empty()) {
                self.state(State::AuthorizedRanges, "");
            }
            if server.is("enablePrivateCluster") {
                let names = ["enablePrivateClusterPublicFqdn", "enablePrivateClusterPublicFQDN"];
                let is_public = names.iter().any(|name| server.is(name));
                self.state(if is_public { State::PublicFqdn } else { State::PrivateCluster }, "");
            }
        }
        let add_ons = object.object("addonProfiles");
        let policy = add_ons.and_then(|add_ons| {
            ["azurepolicy", "azurePolicy"].into_iter().find_map(|name| add_ons.object(name))
        });
        if policy.is_some_and(|policy| policy.is("enabled")) {
            self.state(State::AzurePolicy, "");
        }
        self.pools(&pools);
    }

    /// Reads a cluster of Azure Arc.
    pub(super) fn arc(&mut self, object: &Object<'_>) {
        self.region(object);
        self.named(object, Field::ClusterName, Field::ResourceGroup);
        if let Some(distribution) = object.text("distribution") {
            let is_openshift =
                ["openshift", "aro"].iter().any(|name| distribution.eq_ignore_ascii_case(name));
            self.set(Field::Openshift, yes_no(is_openshift));
            if is_openshift {
                self.state(State::Openshift, &distribution);
            }
        }
        self.nodes(object.get("totalNodeCount").and_then(number));
        self.provisioned(object);
        let status = object.text("connectivityStatus");
        if let Some(status) = status.filter(|status| !status.eq_ignore_ascii_case("Connected")) {
            self.state(State::NotConnected, &status);
        }
        self.version(object.text("kubernetesVersion"));
    }

    fn nodes(&mut self, count: Option<u64>) {
        let Some(count) = count else { return };
        let text = count.to_string();
        self.set(Field::NodeCount, &text);
        if (1..3).contains(&count) {
            self.state(State::FewNodes, &text);
        }
    }

    fn version(&mut self, version: Option<String>) {
        let Some(version) = version else { return };
        let mut numbers = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
        if let (Some(Ok(1)), Some(Ok(minor))) = (numbers.next(), numbers.next())
            && minor + 2 < NEWEST_MINOR
        {
            self.state(State::OldKubernetes, &version);
        }
    }

    /// Reports the agent pools that the extension cannot or should not use, each kind once.
    fn pools(&mut self, pools: &[Pool]) {
        let of = |is: fn(&Pool) -> bool| {
            let names = pools.iter().filter(|pool| is(pool)).map(|pool| pool.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let are_known = !pools.is_empty() && pools.iter().all(|pool| pool.is_usable().is_some());
        if are_known && pools.iter().all(|pool| pool.is_usable() == Some(false)) {
            self.state(State::NoAmd64, &of(|_| true));
        }
        let kinds = [
            (State::Arm64, of(|pool| pool.is_arm == Some(true))),
            (State::Windows, of(|pool| pool.is_linux == Some(false))),
            (State::ScalesToZero, of(|pool| pool.least == Some(0))),
            (State::Autoscaled, of(|pool| pool.least.is_some_and(|least| least > 0))),
            (State::Spot, of(|pool| pool.is_spot)),
        ];
        for (state, names) in kinds {
            if !names.is_empty() {
                self.state(state, &names);
            }
        }
        self.taints(pools);
    }

    /// Reports the pools with taints that the extension does not tolerate.
    fn taints(&mut self, pools: &[Pool]) {
        let is_open = |pool: &Pool| pool.taints.is_empty() && pool.is_usable() != Some(false);
        let is_closed = !pools.iter().any(is_open);
        // A pool that the extension cannot use anyway is not the one to change.
        let (last, rest): (Vec<&Pool>, Vec<&Pool>) = pools
            .iter()
            .filter(|pool| !pool.taints.is_empty())
            .partition(|pool| is_closed && pool.is_usable() != Some(false));
        for (state, pools) in [(State::Tainted, rest), (State::AllTainted, last)] {
            let names: Vec<String> =
                pools.iter().map(|pool| format!("{} ({})", pool.name, pool.taints.join(", "))).collect();
            if !names.is_empty() {
                self.state(state, &names.join(", "));
            }
        }
    }
}

/// An agent pool.
struct Pool {
    name: String,
    count: Option<u64>,
    /// Whether its nodes run Linux. `None` if that is not known.
    is_linux: Option<bool>,
    /// Whether its processors are Arm64. `None` if that is not known.
    is_arm: Option<bool>,
    /// The least number of nodes that its autoscaler leaves. `None` without an autoscaler.
    least: Option<u64>,
    is_spot: bool,
    /// The taints that the extension does not tolerate.
    taints: Vec<String>,
}

impl Pool {
    fn new(value: &serde_json::value::RawValue) -> Option<Self> {
        let pool = object(value)?;
        let system = pool.text("osType");
        let is = |name: &str| system.as_ref().is_some_and(|system| system.eq_ignore_ascii_case(name));
        let taints = pool.list("nodeTaints").into_iter().filter_map(crate::base::json::string);
        let priority = pool.text("scaleSetPriority");
        Some(Self {
            name: pool.text("name").unwrap_or_default(),
            count: pool.get("count").and_then(number),
            is_linux: (is("Linux") || is("Windows")).then(|| is("Linux")),
            is_arm: pool.text("vmSize").and_then(|size| vm_size::is_arm(&size)),
            least: if pool.is("enableAutoScaling") { pool.get("minCount").and_then(number) } else { None },
            is_spot: priority.is_some_and(|priority| priority.eq_ignore_ascii_case("Spot")),
            taints: taints.filter(|taint| is_foreign(taint)).collect(),
        })
    }

    /// Whether the extension can run on its nodes, taints aside. `None` if that is not known.
    fn is_usable(&self) -> Option<bool> {
        match (self.is_linux, self.is_arm) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        }
    }
}

/// Whether a taint, `key=value:effect`, keeps the extension and its workloads off.
fn is_foreign(taint: &str) -> bool {
    let (pair, effect) = taint.rsplit_once(':').unwrap_or((taint, ""));
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    let is_tolerated =
        TOLERATED.iter().any(|(known, only)| *known == key && only.is_none_or(|only| only == value));
    effect != "PreferNoSchedule" && !is_tolerated
}

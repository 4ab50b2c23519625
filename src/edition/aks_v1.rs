//! Edition `aks-v1`: the legacy `AksCompute` target of CLI extension `azure-cli-ml`, as
//! <https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes> describes it.

use super::kubernetes::{AKS_PROVIDER, az, clean_up, in_workspace_subscription, resource_id, sign_in, step};
use crate::choice::{Edition, Purpose};
use crate::field::Field;
use crate::plan::{Command, NoteId, Step, StepId, Word};
use crate::scenario::{AksCompute, AksLoadBalancer, AksNetwork, AksSize, AksTask, Slot, WorkspaceReference};
use crate::source;
use crate::value::{ClusterName, Region, ResourceGroupName, SubscriptionId, Value};

/// The virtual CPUs of common sizes.
/// <https://learn.microsoft.com/azure/virtual-machines/sizes/overview>
const VM_CORES: &[(&str, u16)] = &[
    ("Standard_D2_v2", 2),
    ("Standard_D3_v2", 4),
    ("Standard_D4_v2", 8),
    ("Standard_D5_v2", 16),
    ("Standard_DS2_v2", 2),
    ("Standard_DS3_v2", 4),
    ("Standard_DS4_v2", 8),
    ("Standard_DS5_v2", 16),
    ("Standard_D2s_v3", 2),
    ("Standard_D4s_v3", 4),
    ("Standard_D8s_v3", 8),
    ("Standard_D16s_v3", 16),
    ("Standard_F2s_v2", 2),
    ("Standard_F4s_v2", 4),
    ("Standard_F8s_v2", 8),
    ("Standard_F16s_v2", 16),
    ("Standard_NC6s_v3", 6),
    ("Standard_NC12s_v3", 12),
    ("Standard_NC24s_v3", 24),
];

/// The steps of a scenario.
pub(super) fn steps(scenario: &AksCompute) -> Vec<Step> {
    let mut steps = vec![sign_in(Word::slot(&scenario.subscription)), tools()];
    match &scenario.task {
        AksTask::Create { workspace, size, region, load_balancer, network } => {
            let listed = region.as_ref().map_or_else(|| Word::placeholder(Field::Region), Word::slot);
            steps.push(list_versions(&listed, vec![NoteId::DefaultVersion]));
            let (command, notes) = create_cluster(scenario, workspace.as_ref(), size, region.as_ref());
            let command = with_network(command, load_balancer, network.as_deref());
            let sources = &[source::AKS_COMPUTE, source::CLI_TARGET_CREATE];
            steps.push(step(StepId::CreateCluster, vec![command], notes, sources));
        }
        AksTask::Attach { size, region, resource_group, cluster_name } => {
            // Attaching needs no region; it only makes the versions worth a look.
            steps.extend(region.as_ref().map(|region| list_versions(&Word::slot(region), vec![])));
            steps.push(attach_cluster(scenario, size.purpose, resource_group, cluster_name));
        }
        AksTask::Detach => {}
    }
    let detach = detach_cluster(scenario);
    // Where detaching is the task, it is not what cleans up behind another.
    steps.push(if scenario.task == AksTask::Detach { detach } else { clean_up(detach) });
    steps
}

/// The virtual CPUs of a size that is known here. Azure compares names of sizes without regard to case.
pub(crate) fn cores(vm_size: &str) -> Option<u16> {
    VM_CORES.iter().find(|(known, _)| known.eq_ignore_ascii_case(vm_size)).map(|(_, cores)| *cores)
}

/// The virtual CPUs of a whole cluster, as far as they are known. A count that is not given is the SDK's default.
pub(crate) fn virtual_cpus(size: &AksSize, default_nodes: Option<u16>) -> Option<u32> {
    let nodes = match &size.node_count {
        Some(slot) => slot.value.as_ref()?.get(),
        None => default_nodes?,
    };
    let cores = match &size.vm_cores {
        Some(slot) => slot.value.as_ref()?.get(),
        None => cores(size.vm_size.value.as_ref()?.as_str())?,
    };
    Some(u32::from(nodes) * u32::from(cores))
}

fn tools() -> Step {
    let commands =
        vec![az(&["extension", "add"]).switch("--upgrade").option("--name", Word::fixed("azure-cli-ml"))];
    step(StepId::Tools, commands, vec![NoteId::ToolVersions, NoteId::MlConflict], &[source::CLI_EXTENSIONS])
}

fn list_versions(region: &Word, notes: Vec<NoteId>) -> Step {
    let list = || az(&["aks", "get-versions"]).option("-l", region.clone());
    let commands = vec![
        list().option("-o", Word::fixed("table")),
        list()
            .option("--query", Word::fixed("orchestrators[?default == `true`].orchestratorVersion"))
            .option("-o", Word::fixed("table")),
    ];
    step(StepId::ListVersions, commands, notes, &[source::AKS_COMPUTE, source::CLI_AKS])
}

/// `-g` and `-w`, which name the workspace.
fn in_workspace(
    command: Command,
    workspace: &WorkspaceReference,
    signed_in: &Slot<SubscriptionId>,
) -> Command {
    let command =
        command.option("-g", Word::slot(&workspace.resource_group)).option("-w", Word::slot(&workspace.name));
    in_workspace_subscription(command, workspace, signed_in)
}

/// Only what differs from the command's own defaults is written.
fn create_cluster(
    scenario: &AksCompute,
    workspace: Option<&WorkspaceReference>,
    size: &AksSize,
    region: Option<&Slot<Region>>,
) -> (Command, Vec<NoteId>) {
    let mut command =
        az(&["ml", "computetarget", "create", "aks"]).option("-n", Word::slot(&scenario.compute_name));
    let mut notes = vec![NoteId::NotIdempotent, NoteId::AttachOnly];
    match workspace {
        Some(workspace) => command = in_workspace(command, workspace, &scenario.subscription),
        None => notes.push(NoteId::ConfiguredDefaults),
    }
    if let Some(region) = region {
        command = command.option("--location", Word::slot(region));
    }
    if size.purpose == Purpose::DevTest {
        command = command.option("--cluster-purpose", Word::fixed("DevTest"));
    }
    if let Some(count) = &size.node_count {
        command = command.option("--agent-count", Word::slot(count));
    }
    if !is_default_size(size) {
        command = command.option("--vm-size", Word::slot(&size.vm_size));
    }
    (command, notes)
}

fn with_network(command: Command, load_balancer: &AksLoadBalancer, network: Option<&AksNetwork>) -> Command {
    let mut command = command;
    if let AksLoadBalancer::Internal(subnet) = load_balancer {
        command = command.option("--load-balancer-type", Word::fixed("InternalLoadBalancer"));
        if let Some(subnet) = subnet {
            command = command.option("--load-balancer-subnet", Word::slot(subnet));
        }
    }
    match network {
        None => command,
        Some(network) => command
            .option("--vnet-resourcegroup-name", Word::slot(&network.resource_group))
            .option("--vnet-name", Word::slot(&network.vnet_name))
            .option("--subnet-name", Word::slot(&network.subnet_name))
            .option("--service-cidr", Word::slot(&network.service_cidr))
            .option("--dns-service-ip", Word::slot(&network.dns_service_ip))
            .option("--docker-bridge-cidr", Word::slot(&network.docker_bridge_cidr)),
    }
}

fn is_default_size(size: &AksSize) -> bool {
    let default = Field::VmSize.default(Edition::AksV1);
    size.vm_size.value.as_ref().is_some_and(|name| name.as_str().eq_ignore_ascii_case(default))
}

fn attach_cluster(
    scenario: &AksCompute,
    purpose: Purpose,
    resource_group: &Slot<ResourceGroupName>,
    cluster_name: &Slot<ClusterName>,
) -> Step {
    let id = resource_id(&scenario.subscription, resource_group, AKS_PROVIDER, cluster_name);
    let show = az(&["aks", "show"])
        .option("-n", Word::slot(cluster_name))
        .option("-g", Word::slot(resource_group))
        .option("--query", Word::fixed("id"));
    let attach = az(&["ml", "computetarget", "attach", "aks"])
        .option("-n", Word::slot(&scenario.compute_name))
        .option("-i", id);
    let mut notes = vec![NoteId::SingleAttachment];
    if purpose == Purpose::DevTest {
        notes.push(NoteId::PurposeNotInCli);
    }
    step(
        StepId::AttachCluster,
        vec![show, in_workspace(attach, &scenario.workspace, &scenario.subscription)],
        notes,
        &[source::AKS_COMPUTE, source::CLI_TARGET_ATTACH],
    )
}

fn detach_cluster(scenario: &AksCompute) -> Step {
    let command = az(&["ml", "computetarget", "detach"]).option("-n", Word::slot(&scenario.compute_name));
    step(
        StepId::DetachCluster,
        vec![in_workspace(command, &scenario.workspace, &scenario.subscription)],
        vec![NoteId::DetachKeepsCluster],
        &[source::AKS_COMPUTE, source::CLI_TARGET_DETACH],
    )
}

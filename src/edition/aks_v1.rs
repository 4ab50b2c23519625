//! Edition `aks-v1`: the legacy `AksCompute` target of CLI extension `azure-cli-ml`, as
//! <https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes> describes it.

use super::kubernetes::{AKS_PROVIDER, az, clean_up, cli_step, is_same, resource_id, sign_in, step};
use super::python;
use crate::base::source;
use crate::model::choice::{Edition, Purpose};
use crate::model::field::Field;
use crate::model::scenario::{
    AksCompute, AksCreation, AksLoadBalancer, AksSize, AksTask, Slot, WorkspaceReference,
};
use crate::model::value::{ClusterName, ResourceGroupName, Value};
use crate::model::vm_size::cores;
use crate::plan::{Command, NoteId, Output, Sentence, SentenceId, Step, StepId, Template, Word};

/// The steps of a scenario.
pub(super) fn steps(scenario: &AksCompute) -> Vec<Step> {
    let subscription =
        workspace(scenario).map_or(&scenario.subscription, |workspace| &workspace.subscription);
    let mut steps = vec![sign_in(Word::slot(subscription)), tools()];
    match &scenario.task {
        AksTask::Create(creation) => {
            let region = &creation.region;
            let listed = region.as_ref().map_or_else(|| Word::placeholder(Field::Region), Word::slot);
            steps.push(list_versions(&listed, vec![NoteId::DefaultVersion]));
            steps.push(create_cluster(scenario, creation));
        }
        AksTask::Attach { size, region, resource_group, cluster_name, load_balancer } => {
            // Attaching needs no region. The step is only useful if a region is known.
            steps.extend(region.as_ref().map(|region| list_versions(&Word::slot(region), vec![])));
            let beside = beside_command(size.purpose, load_balancer);
            steps.push(attach_cluster(scenario, size.purpose, beside, resource_group, cluster_name));
        }
        AksTask::Detach => {}
    }
    let detach = detach_cluster(scenario);
    // If detaching is the task itself, it is not a clean-up step.
    steps.push(if scenario.task == AksTask::Detach { detach } else { clean_up(detach) });
    steps
}

/// The virtual CPUs of all nodes together. `None` if they are not known. A missing count means the SDK's default.
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
    let notes = vec![NoteId::ToolVersions, NoteId::MlConflict];
    cli_step(StepId::Tools, commands, notes, &[source::CLI_EXTENSIONS])
}

fn list_versions(region: &Word, notes: Vec<NoteId>) -> Step {
    let list = || az(&["aks", "get-versions"]).option("-l", region.clone());
    let commands = vec![
        list().option("-o", Word::fixed("table")),
        list()
            .option("--query", Word::fixed("orchestrators[?default == `true`].orchestratorVersion"))
            .option("-o", Word::fixed("table")),
    ];
    cli_step(StepId::ListVersions, commands, notes, &[source::AKS_COMPUTE, source::CLI_AKS])
}

/// The workspace. `None` if a new cluster is created in the configured workspace.
fn workspace(scenario: &AksCompute) -> Option<&WorkspaceReference> {
    match &scenario.task {
        AksTask::Create(creation) => creation.workspace.as_ref(),
        AksTask::Attach { .. } | AksTask::Detach => Some(&scenario.workspace),
    }
}

/// Adds `-g` and `-w`, which identify the workspace. The subscription is the one that `sign-in` selects, because
/// azure-cli-ml ignores `--subscription`. <https://github.com/Azure/azure-cli-extensions/issues/516>
fn in_workspace(command: Command, scenario: &AksCompute) -> Command {
    match workspace(scenario) {
        Some(workspace) => command
            .option("-g", Word::slot(&workspace.resource_group))
            .option("-w", Word::slot(&workspace.name)),
        None => command,
    }
}

/// The note for a scenario without a workspace.
fn configured(scenario: &AksCompute) -> impl Iterator<Item = NoteId> {
    let notes = [NoteId::ConfiguredDefaults, NoteId::WorkspaceConfig];
    let is_named = workspace(scenario).is_some();
    notes.into_iter().filter(move |_| !is_named)
}

/// The options whose values differ from the defaults. Command and SDK have the same defaults.
fn differing(creation: &AksCreation) -> Vec<(&'static str, Word)> {
    let AksCreation { size, region, load_balancer, network, tls, .. } = creation;
    let mut differing = Vec::new();
    let mut add = |option, value| differing.push((option, value));
    if let Some(region) = region {
        add("--location", Word::slot(region));
    }
    if size.purpose == Purpose::DevTest {
        add("--cluster-purpose", Word::fixed("DevTest"));
    }
    if let Some(count) = &size.node_count {
        add("--agent-count", Word::slot(count));
    }
    if !is_default_size(size) {
        add("--vm-size", Word::slot(&size.vm_size));
    }
    if let Some(tls) = tls {
        add("--ssl-cname", Word::slot(&tls.cname));
        add("--ssl-cert-file", Word::slot(&tls.cert));
        add("--ssl-key-file", Word::slot(&tls.key));
    }
    differing.extend(balanced(load_balancer));
    let mut add = |option, value| differing.push((option, value));
    if let Some(network) = network {
        add("--vnet-resourcegroup-name", Word::slot(&network.resource_group));
        add("--vnet-name", Word::slot(&network.vnet_name));
        add("--subnet-name", Word::slot(&network.subnet_name));
        add("--service-cidr", Word::slot(&network.service_cidr));
        add("--dns-service-ip", Word::slot(&network.dns_service_ip));
        add("--docker-bridge-cidr", Word::slot(&network.docker_bridge_cidr));
    }
    differing
}

/// The options of a load balancer. None for the default.
fn balanced(load_balancer: &AksLoadBalancer) -> Vec<(&'static str, Word)> {
    let AksLoadBalancer::Internal(subnet) = load_balancer else { return Vec::new() };
    let kind = ("--load-balancer-type", Word::fixed("InternalLoadBalancer"));
    let subnet = subnet.as_ref().map(|subnet| ("--load-balancer-subnet", Word::slot(subnet)));
    [kind].into_iter().chain(subnet).collect()
}

/// What `az ml computetarget attach aks` has no option for, as options of the command that creates.
fn beside_command(purpose: Purpose, load_balancer: &AksLoadBalancer) -> Vec<(&'static str, Word)> {
    let purpose = (purpose == Purpose::DevTest).then(|| ("--cluster-purpose", Word::fixed("DevTest")));
    purpose.into_iter().chain(balanced(load_balancer)).collect()
}

/// Adds the arguments of the SDK's call that correspond to options of the command.
fn with_arguments(arguments: Template, options: Vec<(&'static str, Word)>) -> Template {
    options
        .into_iter()
        .fold(arguments, |arguments, (option, value)| arguments.word(argument(option), "value", value))
}

/// The argument of the SDK's call that corresponds to an option of the command.
fn argument(option: &str) -> &'static str {
    match option {
        "--location" => "    location={value},\n",
        "--cluster-purpose" => DEV_TEST,
        "--agent-count" => "    agent_count={value},\n",
        "--vm-size" => "    vm_size={value},\n",
        "--ssl-cname" => "    ssl_cname={value},\n",
        "--ssl-cert-file" => "    ssl_cert_pem_file={value},\n",
        "--ssl-key-file" => "    ssl_key_pem_file={value},\n",
        "--load-balancer-type" => "    load_balancer_type={value},\n",
        "--load-balancer-subnet" => "    load_balancer_subnet={value},\n",
        "--vnet-resourcegroup-name" => "    vnet_resourcegroup_name={value},\n",
        "--vnet-name" => "    vnet_name={value},\n",
        "--subnet-name" => "    subnet_name={value},\n",
        "--service-cidr" => "    service_cidr={value},\n",
        "--dns-service-ip" => "    dns_service_ip={value},\n",
        "--docker-bridge-cidr" => "    docker_bridge_cidr={value},\n",
        _ => "",
    }
}

/// The SDK has constants for the purpose, in a class.
const DEV_TEST: &str = "    cluster_purpose=AksCompute.ClusterPurpose.DEV_TEST,\n";

fn create_cluster(scenario: &AksCompute, creation: &AksCreation) -> Step {
    let command =
        az(&["ml", "computetarget", "create", "aks"]).option("-n", Word::slot(&scenario.compute_name));
    let mut command = in_workspace(command, scenario);
    let mut notes = vec![
        NoteId::BasicLoadBalancer,
        NoteId::NotIdempotent,
        NoteId::PrivateClusterAttachOnly,
        NoteId::PublicAddress,
        NoteId::NodeSizeStays,
    ];
    notes.extend(configured(scenario));
    for (option, value) in differing(creation) {
        command = command.option(option, value);
    }
    let python = || {
        let arguments = with_arguments(Template::default(), differing(creation));
        python::aks_compute(
            workspace(scenario),
            &scenario.compute_name,
            "configuration = AksCompute.provisioning_configuration(\n",
            arguments,
            "compute = ComputeTarget.create(ws, ",
        )
    };
    let walk = || {
        let mut chosen =
            vec![Sentence::new(SentenceId::CreateNew).with("vm-size", Word::slot(&creation.size.vm_size))];
        let options = options(creation);
        if !options.is_empty() {
            let options = Word::joined(options, ", ");
            chosen.push(Sentence::new(SentenceId::ChooseOptions).with("options", options));
        }
        new_cluster(scenario, chosen, creation.size.purpose)
    };
    step(
        StepId::CreateCluster,
        vec![Output::cli(vec![command]), Output::python(python), Output::studio(walk)],
        notes,
        &[source::AKS_COMPUTE, source::CLI_TARGET_CREATE, source::SDK_AKS, source::BASIC_LOAD_BALANCER],
    )
}

/// The options of the command that the studio does not ask for separately, each as `--option value`.
fn options(creation: &AksCreation) -> Vec<Word> {
    let asked_separately = ["--cluster-purpose", "--vm-size"];
    let options = differing(creation).into_iter().filter(|(option, _)| !asked_separately.contains(option));
    options.map(|(option, value)| Word::joined(vec![Word::fixed(option), value], " ")).collect()
}

/// The path to the list of inference clusters.
fn walk(scenario: &AksCompute) -> Vec<Sentence> {
    let open = match workspace(scenario) {
        Some(workspace) => {
            Sentence::new(SentenceId::OpenStudio).with("workspace", Word::slot(&workspace.name))
        }
        None => Sentence::new(SentenceId::OpenAnyStudio),
    };
    vec![open, Sentence::new(SentenceId::OpenInferenceClusters)]
}

/// The path to an inference cluster that is new to the workspace, and the choices to make for it.
fn new_cluster(scenario: &AksCompute, chosen: Vec<Sentence>, purpose: Purpose) -> Vec<Sentence> {
    let mut walk = walk(scenario);
    walk.push(Sentence::new(SentenceId::NewInferenceCluster));
    walk.extend(chosen);
    // Production is the studio's default and needs no instruction.
    if purpose == Purpose::DevTest {
        walk.push(Sentence::new(SentenceId::ChoosePurpose));
    }
    walk.push(named(SentenceId::NameAndCreate, scenario));
    walk
}

fn named(id: SentenceId, scenario: &AksCompute) -> Sentence {
    Sentence::new(id).with("compute-name", Word::slot(&scenario.compute_name))
}

fn is_default_size(size: &AksSize) -> bool {
    let default = Field::VmSize.default(Edition::AksV1);
    size.vm_size.value.as_ref().is_some_and(|name| name.as_str().eq_ignore_ascii_case(default))
}

fn attach_cluster(
    scenario: &AksCompute,
    purpose: Purpose,
    beside: Vec<(&'static str, Word)>,
    resource_group: &Slot<ResourceGroupName>,
    cluster_name: &Slot<ClusterName>,
) -> Step {
    let id = resource_id(&scenario.subscription, resource_group, AKS_PROVIDER, cluster_name);
    let show = az(&["aks", "show"])
        .option("-n", Word::slot(cluster_name))
        .option("-g", Word::slot(resource_group))
        .option("--query", Word::fixed("id"));
    let is_same = is_same(&scenario.workspace.subscription, &scenario.subscription);
    let show = if is_same { show } else { show.option("--subscription", Word::slot(&scenario.subscription)) };
    let attach = az(&["ml", "computetarget", "attach", "aks"])
        .option("-n", Word::slot(&scenario.compute_name))
        .option("-i", id.clone());
    let mut notes = vec![NoteId::SingleAttachment, NoteId::AttachRoles, NoteId::AuthorizedRanges];
    if purpose == Purpose::DevTest {
        notes.push(NoteId::PurposeNotInCli);
    }
    if beside.iter().any(|(option, _)| *option == "--load-balancer-type") {
        notes.push(NoteId::LoadBalancerNotInCli);
    }
    let is_in_cli = beside.is_empty();
    let python = || {
        // With a group and a name, the SDK searches only the workspace's subscription.
        let arguments = if is_same {
            let group = Template::default().word(
                "    resource_group={value},\n",
                "value",
                Word::slot(resource_group),
            );
            group.word("    cluster_name={value},\n", "value", Word::slot(cluster_name))
        } else {
            Template::default().word("    resource_id={value},\n", "value", id)
        };
        python::aks_compute(
            Some(&scenario.workspace),
            &scenario.compute_name,
            "configuration = AksCompute.attach_configuration(\n",
            with_arguments(arguments, beside),
            "compute = ComputeTarget.attach(ws, ",
        )
    };
    let walk = || {
        let existing = Sentence::new(SentenceId::UseExisting).with("cluster-name", Word::slot(cluster_name));
        new_cluster(scenario, vec![existing], purpose)
    };
    let commands = vec![show, in_workspace(attach, scenario)];
    let mut outputs = vec![Output::cli(commands), Output::python(python), Output::studio(walk)];
    if !is_in_cli {
        // The command has no option for everything, so the Python form comes first.
        outputs.swap(0, 1);
    }
    step(
        StepId::AttachCluster,
        outputs,
        notes,
        &[source::AKS_COMPUTE, source::CLI_TARGET_ATTACH, source::SDK_AKS],
    )
}

fn detach_cluster(scenario: &AksCompute) -> Step {
    let command = az(&["ml", "computetarget", "detach"]).option("-n", Word::slot(&scenario.compute_name));
    let command = in_workspace(command, scenario);
    let walk = || walk(scenario).into_iter().chain([named(SentenceId::Detach, scenario)]).collect();
    let python = || python::detach_v1(workspace(scenario), &scenario.compute_name);
    step(
        StepId::DetachCluster,
        vec![Output::cli(vec![command]), Output::python(python), Output::studio(walk)],
        configured(scenario).chain([NoteId::DetachKeepsCluster]).collect(),
        &[source::AKS_COMPUTE, source::CLI_TARGET_DETACH],
    )
}

//! What `current` and `arc-preview` share: a cluster gets the extension and is attached to a workspace. What they do
//! not share stands in their own tables, an [`ExtensionEdition`] each.

use crate::choice::Exposure;
use crate::plan::{Command, NoteId, Output, Program, Step, StepId, Word};
use crate::scenario::{
    ClusterKind, ClusterReference, Extension, Identity, Slot, Upgrade, WorkspaceReference,
};
use crate::source::{self, Source};
use crate::value::{ClusterName, IdentityIds, Namespace, ResourceGroupName, SubscriptionId};

/// What one edition of the extension knows.
pub(super) struct ExtensionEdition {
    /// The extension's settings, in the order in which they are written.
    pub(super) settings: &'static [Setting],
    /// The version of k8s-extension that knows the edition's keys, where the newest does not.
    pub(super) k8s_extension_version: Option<&'static str>,
    /// What `--type` is called.
    pub(super) compute_type: &'static str,
    /// Whether its documentation asks for a load balancer of one's own in front of a NodePort or ClusterIP.
    pub(super) bring_own_load_balancer: bool,
    /// Whether attaching returns before the work is done.
    pub(super) attach_no_wait: bool,
}

/// A setting of the extension.
pub struct Setting {
    /// Its key. Keys are case-sensitive.
    pub key: &'static str,
    /// Whether it goes to `--config-protected`, which Azure does not give back.
    pub protected: bool,
    /// Where it is documented.
    pub source: Source,
    /// Its words, `key=value` each: none where it does not apply or does not differ from the default.
    pub(super) words: fn(&'static str, &Extension) -> Vec<Word>,
}

impl Setting {
    /// A setting that is documented with the extension.
    pub(super) const fn plain(key: &'static str, words: fn(&'static str, &Extension) -> Vec<Word>) -> Self {
        Self { key, protected: false, source: source::DEPLOY, words }
    }

    /// A setting that Azure does not give back.
    pub(super) const fn protected(
        key: &'static str,
        source: Source,
        words: fn(&'static str, &Extension) -> Vec<Word>,
    ) -> Self {
        Self { key, protected: true, source, words }
    }
}

/// The edition's settings under a scenario, those that are protected or those that are not.
fn settings(edition: &ExtensionEdition, scenario: &Extension, protected: bool) -> Vec<Word> {
    edition
        .settings
        .iter()
        .filter(|setting| setting.protected == protected)
        .flat_map(|setting| (setting.words)(setting.key, scenario))
        .collect()
}

/// `key=True` when it is on, nothing when it is off.
pub(super) fn when(key: &'static str, on: bool) -> Vec<Word> {
    if on { vec![Word::flag(key, true)] } else { Vec::new() }
}

/// `key=False` when it is off, nothing when it is on.
pub(super) fn unless(key: &'static str, on: bool) -> Vec<Word> {
    if on { Vec::new() } else { vec![Word::flag(key, false)] }
}

/// The steps of a scenario.
pub(super) fn steps(edition: &ExtensionEdition, scenario: &Extension) -> Vec<Step> {
    let mut steps = vec![
        sign_in(Word::slot(&scenario.cluster.subscription)),
        tools(edition, &scenario.cluster),
        providers(&scenario.cluster),
    ];
    steps.extend(connect_cluster(&scenario.cluster));
    steps.push(create_extension(edition, scenario));
    steps.push(verify_extension(edition, scenario));
    steps.extend(create_namespace(&scenario.namespace));
    steps.push(attach_compute(edition, scenario));
    steps.push(verify_compute(scenario));
    steps.push(clean_up(detach_compute(scenario)));
    steps.push(clean_up(delete_extension(scenario)));
    steps
}

pub(super) fn step(
    id: StepId,
    commands: Vec<Command>,
    notes: Vec<NoteId>,
    sources: &'static [Source],
) -> Step {
    Step { id, cleans_up: false, outputs: vec![Output::Cli(commands)], notes, sources }
}

/// A step that undoes what others did.
pub(super) fn clean_up(step: Step) -> Step {
    Step { cleans_up: true, ..step }
}

pub(super) fn az(head: &[&'static str]) -> Command {
    Command::new(Program::Az, head)
}

pub(super) fn sign_in(subscription: Word) -> Step {
    let commands = vec![az(&["login"]), az(&["account", "set"]).option("--subscription", subscription)];
    step(StepId::SignIn, commands, vec![], &[source::CLI_SIGN_IN])
}

fn tools(edition: &ExtensionEdition, cluster: &ClusterReference) -> Step {
    let add = |name| az(&["extension", "add"]).switch("--upgrade").option("--name", Word::fixed(name));
    let k8s_extension = match edition.k8s_extension_version {
        None => add("k8s-extension"),
        Some(version) => az(&["extension", "add"])
            .option("--name", Word::fixed("k8s-extension"))
            .option("--version", Word::fixed(version)),
    };
    let mut commands = vec![k8s_extension, add("ml")];
    if cluster.is_arc() {
        commands.push(add("connectedk8s"));
    }
    step(StepId::Tools, commands, vec![NoteId::ToolVersions], &[source::DEPLOY, source::CLI_EXTENSIONS])
}

fn providers(cluster: &ClusterReference) -> Step {
    let names: &[&'static str] = if cluster.is_arc() {
        &["Microsoft.KubernetesConfiguration", "Microsoft.Kubernetes", "Microsoft.ExtendedLocation"]
    } else {
        &["Microsoft.KubernetesConfiguration"]
    };
    let register = |name| az(&["provider", "register"]).option("--namespace", Word::fixed(name));
    let show = |name| {
        az(&["provider", "show"])
            .option("-n", Word::fixed(name))
            .option("--query", Word::fixed("registrationState"))
            .option("-o", Word::fixed("tsv"))
    };
    let commands =
        names.iter().map(|name| register(name)).chain(names.iter().map(|name| show(name))).collect();
    step(StepId::Providers, commands, vec![NoteId::WaitForRegistration], &[source::DEPLOY, source::PROVIDERS])
}

fn connect_cluster(cluster: &ClusterReference) -> Option<Step> {
    let ClusterKind::Arc { connect: Some(region), .. } = &cluster.kind else {
        return None;
    };
    let commands = vec![
        Command::new(Program::Kubectl, &["config", "current-context"]),
        az(&["connectedk8s", "connect"])
            .option("--name", Word::slot(&cluster.name))
            .option("--resource-group", Word::slot(&cluster.resource_group))
            .option("--location", Word::slot(region)),
    ];
    Some(step(StepId::ConnectCluster, commands, vec![NoteId::CurrentContext], &[source::CLI_CONNECTED]))
}

/// `az k8s-extension <verb>` with the four options by which every verb names the extension.
fn extension_command(verb: &'static str, scenario: &Extension) -> Command {
    let cluster = &scenario.cluster;
    let cluster_type = if cluster.is_arc() { "connectedClusters" } else { "managedClusters" };
    az(&["k8s-extension", verb])
        .option("--name", Word::slot(&scenario.extension_name))
        .option("--cluster-type", Word::fixed(cluster_type))
        .option("--cluster-name", Word::slot(&cluster.name))
        .option("--resource-group", Word::slot(&cluster.resource_group))
}

fn create_extension(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let mut command = extension_command("create", scenario)
        .option("--extension-type", Word::fixed("Microsoft.AzureML.Kubernetes"))
        .option("--scope", Word::fixed("cluster"));
    if let Upgrade::Fixed(version) = &scenario.upgrade {
        command = command.option("--auto-upgrade", Word::fixed("false"));
        if let Some(version) = version {
            command = command.option("--version", Word::slot(version));
        }
    }
    let command = command
        .options("--config", settings(edition, scenario, false))
        .options("--config-protected", settings(edition, scenario, true));
    let mut notes = vec![];
    if scenario.cluster.is_openshift() {
        notes.push(NoteId::OpenshiftSccFirst);
    }
    if scenario.cluster.is_arc() {
        notes.push(NoteId::RelayDoNotTouch);
    }
    step(StepId::CreateExtension, vec![command], notes, &[source::DEPLOY, source::CLI_EXTENSION])
}

fn verify_extension(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let pods = Command::new(Program::Kubectl, &["get", "pods"]).option("--namespace", Word::fixed("azureml"));
    let mut notes = vec![NoteId::ExtensionSucceeded, NoteId::KubectlContext];
    let exposure = scenario.exposure();
    if exposure == Some(Exposure::NodePort) {
        notes.push(NoteId::NodePortUrl);
    }
    if edition.bring_own_load_balancer && matches!(exposure, Some(Exposure::NodePort | Exposure::ClusterIp)) {
        notes.push(NoteId::NodePortOwnLb);
    }
    let commands = vec![extension_command("show", scenario), pods];
    step(StepId::VerifyExtension, commands, notes, &[source::DEPLOY, source::CLI_EXTENSION])
}

/// Kubernetes makes this namespace itself, and `az ml compute attach` takes it when none is named.
fn is_default(namespace: &Slot<Namespace>) -> bool {
    namespace.value.as_ref().is_some_and(Namespace::is_default)
}

fn create_namespace(namespace: &Slot<Namespace>) -> Option<Step> {
    if is_default(namespace) {
        return None;
    }
    let command = Command::new(Program::Kubectl, &["create", "namespace"]).argument(Word::slot(namespace));
    Some(step(StepId::CreateNamespace, vec![command], vec![NoteId::KubectlContext], &[source::ATTACH]))
}

fn cluster_id(cluster: &ClusterReference) -> Word {
    let provider = match cluster.kind {
        ClusterKind::Aks => AKS_PROVIDER,
        ClusterKind::Arc { .. } => "/providers/Microsoft.Kubernetes/connectedClusters/",
    };
    resource_id(&cluster.subscription, &cluster.resource_group, provider, &cluster.name)
}

/// The provider and type of an AKS cluster, as they stand in its resource id.
pub(super) const AKS_PROVIDER: &str = "/providers/Microsoft.ContainerService/managedClusters/";

/// The resource id of a cluster.
pub(super) fn resource_id(
    subscription: &Slot<SubscriptionId>,
    resource_group: &Slot<ResourceGroupName>,
    provider: &'static str,
    name: &Slot<ClusterName>,
) -> Word {
    Word::fixed("/subscriptions/")
        .and_slot(subscription)
        .and_fixed("/resourceGroups/")
        .and_slot(resource_group)
        .and_fixed(provider)
        .and_slot(name)
}

/// `az ml compute <verb>` with the options by which every verb names the compute. The group is the workspace's.
fn compute_command(verb: &'static str, scenario: &Extension) -> Command {
    let command = az(&["ml", "compute", verb])
        .option("--name", Word::slot(&scenario.compute_name))
        .option("--resource-group", Word::slot(&scenario.workspace.resource_group))
        .option("--workspace-name", Word::slot(&scenario.workspace.name));
    in_workspace_subscription(command, &scenario.workspace, &scenario.cluster.subscription)
}

/// Names the workspace's subscription where it is not the one that `sign-in` chose.
pub(super) fn in_workspace_subscription(
    command: Command,
    workspace: &WorkspaceReference,
    signed_in: &Slot<SubscriptionId>,
) -> Command {
    let same = matches!((&workspace.subscription.value, &signed_in.value), (Some(one), Some(other)) if one.is_same(other));
    if same || workspace.subscription.field == signed_in.field {
        command
    } else {
        command.option("--subscription", Word::slot(&workspace.subscription))
    }
}

fn identity_ids(ids: &Slot<IdentityIds>) -> Word {
    let Some(list) = &ids.value else {
        return Word::placeholder(ids.field);
    };
    let mut word: Option<Word> = None;
    for id in list.iter() {
        word = Some(match word {
            None => Word::checked(id, ids.field),
            Some(word) => word.and_fixed(",").and_checked(id, ids.field),
        });
    }
    word.unwrap_or_else(|| Word::placeholder(ids.field))
}

fn attach_compute(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let mut command = compute_command("attach", scenario)
        .option("--type", Word::fixed(edition.compute_type))
        .option("--resource-id", cluster_id(&scenario.cluster));
    if !is_default(&scenario.namespace) {
        command = command.option("--namespace", Word::slot(&scenario.namespace));
    }
    command = match &scenario.identity {
        Identity::None => command,
        Identity::SystemAssigned => command.option("--identity-type", Word::fixed("SystemAssigned")),
        Identity::UserAssigned(ids) => command
            .option("--identity-type", Word::fixed("UserAssigned"))
            .option("--user-assigned-identities", identity_ids(ids)),
    };
    let mut notes = vec![];
    if edition.attach_no_wait {
        command = command.switch("--no-wait");
        notes.push(NoteId::NoWait);
    }
    step(StepId::AttachCompute, vec![command], notes, &[source::ATTACH, source::CLI_COMPUTE])
}

fn verify_compute(scenario: &Extension) -> Step {
    let command = compute_command("show", scenario);
    step(
        StepId::VerifyCompute,
        vec![command],
        vec![NoteId::ComputeSucceeded],
        &[source::ATTACH, source::CLI_COMPUTE],
    )
}

fn detach_compute(scenario: &Extension) -> Step {
    let command = compute_command("detach", scenario);
    step(StepId::DetachCompute, vec![command], vec![], &[source::ATTACH, source::CLI_COMPUTE])
}

fn delete_extension(scenario: &Extension) -> Step {
    let command = extension_command("delete", scenario);
    let connects = matches!(scenario.cluster.kind, ClusterKind::Arc { connect: Some(_), .. });
    let mut notes = vec![];
    if connects {
        notes.push(NoteId::ArcConnectionStays);
    }
    if !is_default(&scenario.namespace) {
        notes.push(NoteId::NamespaceStays);
    }
    step(StepId::DeleteExtension, vec![command], notes, &[source::DEPLOY, source::CLI_EXTENSION])
}

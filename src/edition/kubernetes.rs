//! The steps that `current` and `arc-preview` share: a cluster gets the extension and is attached to a workspace.
//! Their differences are in their own files, one [`ExtensionEdition`] each.

use super::openshift::Account;
use super::{compute, openshift, setting};
use crate::base::source::{self, Source};
use crate::model::choice::{Edition, Exposure};
use crate::model::field::Field;
use crate::model::scenario::{ClusterKind, ClusterReference, Extension, Slot, Upgrade, WorkspaceReference};
use crate::model::value::{ClusterName, EXTENSION_NAMESPACE, Namespace, ResourceGroupName, SubscriptionId};
use crate::plan::{
    Command, NoteId, Output, OutputId, Program, Sentence, SentenceId, Step, StepId, Template, Word, YamlFile,
};

/// The knowledge about one edition of the extension.
pub(super) struct ExtensionEdition {
    /// Which edition it is.
    pub(super) edition: Edition,
    /// The version of k8s-extension that knows the edition's keys. `None` if the newest does.
    pub(super) k8s_extension_version: Option<&'static str>,
    /// The value of `--type`.
    pub(super) compute_type: &'static str,
    /// Whether its documentation asks for the user's own load balancer in front of a NodePort or ClusterIP.
    pub(super) bring_own_load_balancer: bool,
    /// Whether it is the preview. There, attaching returns before the operation completes, Python uses `azureml-core`,
    /// a compute has no YAML form, and the portal has no form for the extension.
    pub(super) is_preview: bool,
    /// The accounts that need the privileged SCC on OpenShift.
    pub(super) accounts: &'static [Account],
}

/// The words of the settings: those that are not protected, and those that are.
fn setting_words(edition: Edition, scenario: &Extension) -> (Vec<Word>, Vec<Word>) {
    let (mut open, mut protected) = (Vec::new(), Vec::new());
    for setting in setting::settings(edition) {
        let words = setting.words(scenario);
        if setting.protected { &mut protected } else { &mut open }.extend(words);
    }
    (open, protected)
}

/// The maximum number of steps of a scenario.
const STEPS_MOST: usize = 13;

/// The steps of a scenario.
pub(super) fn steps(edition: &ExtensionEdition, scenario: &Extension) -> Vec<Step> {
    let mut steps = Vec::with_capacity(STEPS_MOST);
    steps.push(sign_in(Word::slot(&scenario.cluster.subscription)));
    steps.push(tools(edition, &scenario.cluster));
    steps.push(providers(&scenario.cluster));
    steps.extend(connect_cluster(&scenario.cluster));
    steps.extend(openshift::grant(edition.accounts, scenario));
    steps.extend(tls_secret(scenario));
    steps.push(create_extension(edition, scenario));
    steps.push(verify_extension(edition, scenario));
    steps.extend(create_namespace(&scenario.namespace));
    steps.push(compute::attach(edition, scenario));
    steps.push(compute::verify(edition, scenario));
    steps.push(clean_up(compute::detach(edition, scenario)));
    steps.push(clean_up(delete_extension(edition, scenario)));
    steps
}

pub(super) fn step(id: StepId, outputs: Vec<Output>, notes: Vec<NoteId>, sources: &'static [Source]) -> Step {
    Step { id, cleans_up: false, outputs, notes, errata: Vec::new(), sources }
}

/// A step that consists of commands only.
pub(super) fn cli_step(
    id: StepId,
    commands: Vec<Command>,
    notes: Vec<NoteId>,
    sources: &'static [Source],
) -> Step {
    step(id, vec![Output::cli(commands)], notes, sources)
}

/// A step that reverts other steps.
pub(super) fn clean_up(step: Step) -> Step {
    Step { cleans_up: true, ..step }
}

pub(super) fn az(head: &[&'static str]) -> Command {
    Command::new(Program::Az, head)
}

pub(super) fn sign_in(subscription: Word) -> Step {
    let commands = vec![az(&["login"]), az(&["account", "set"]).option("--subscription", subscription)];
    cli_step(StepId::SignIn, commands, vec![], &[source::CLI_SIGN_IN])
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
    let sources = &[source::DEPLOY, source::CLI_EXTENSIONS, source::CLI_HISTORY];
    cli_step(StepId::Tools, commands, vec![NoteId::ToolVersions], sources)
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
    cli_step(
        StepId::Providers,
        commands,
        vec![NoteId::WaitForRegistration],
        &[source::DEPLOY, source::PROVIDERS],
    )
}

fn connect_cluster(cluster: &ClusterReference) -> Option<Step> {
    let ClusterKind::Arc { connect: Some(region), .. } = &cluster.kind else {
        return None;
    };
    let mut commands = vec![Command::new(Program::Kubectl, &["config", "current-context"])];
    let mut notes = vec![NoteId::CurrentContext];
    if let Some(grant) = openshift::agent(cluster) {
        commands.push(grant);
        notes.push(NoteId::ArcAgentScc);
    }
    commands.push(
        az(&["connectedk8s", "connect"])
            .option("--name", Word::slot(&cluster.name))
            .option("--resource-group", Word::slot(&cluster.resource_group))
            .option("--location", Word::slot(region)),
    );
    Some(cli_step(StepId::ConnectCluster, commands, notes, &[source::CLI_CONNECTED]))
}

/// `az k8s-extension <verb>` with the four options by which every verb identifies the extension.
pub(super) fn extension_command(verb: &'static str, scenario: &Extension) -> Command {
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
    let (open, protected) = setting_words(edition.edition, scenario);
    let has_files = !protected.is_empty();
    let has_walk = scenario.cluster.is_arc() && !edition.is_preview;
    let walk = has_walk.then(|| Output::studio(|| portal_walk(scenario, open.clone(), protected.clone())));
    let command = command.options("--config", open).options("--config-protected", protected);
    let mut notes = vec![NoteId::OutboundAccess];
    let mut sources: &[Source] = &[source::DEPLOY, source::CLI_EXTENSION, source::FIREWALL];
    if !edition.is_preview && may_have_few_nodes(scenario) {
        notes.push(NoteId::FewNodes);
        sources = &[source::DEPLOY, source::CLI_EXTENSION, source::FIREWALL, source::CLI_UPDATE_ML];
    }
    if !edition.is_preview && !scenario.cluster.is_arc() {
        notes.extend([NoteId::AksLimits, NoteId::AksAccess]);
        sources = AKS_SOURCES;
    }
    let outputs = [Output::cli(vec![command])].into_iter().chain(walk).collect();
    if scenario.cluster.is_openshift() {
        notes.push(NoteId::OpenshiftSccFirst);
    }
    if scenario.cluster.is_arc() {
        notes.push(NoteId::RelayDoNotTouch);
    }
    // Known of the versions of k8s-extension that `current` uses.
    if has_files && !edition.is_preview {
        notes.push(NoteId::PemFiles);
        if scenario.cluster.is_arc() {
            sources = &[source::DEPLOY, source::CLI_EXTENSION, source::FIREWALL, source::CLI_UPDATE_ML];
        }
    }
    step(StepId::CreateExtension, outputs, notes, sources)
}

/// The number of nodes from which the CLI takes a cluster for production and leaves high availability on.
pub(crate) const MANY_NODES: u16 = 3;

/// Whether the number of nodes is small, or not known.
fn may_have_few_nodes(scenario: &Extension) -> bool {
    let count = scenario.node_count.as_ref().and_then(|count| count.value.as_ref());
    count.is_none_or(|count| count.get() < MANY_NODES)
}

/// The pages about installing the extension in AKS, with those that name the limits of such a cluster.
const AKS_SOURCES: &[Source] = &[
    source::DEPLOY,
    source::CLI_EXTENSION,
    source::FIREWALL,
    source::REFERENCE,
    source::EXTENSION_RELEASES,
    source::ANYWHERE,
    source::TROUBLESHOOT_COMPUTE,
    source::SECURE_INFERENCE,
    source::TRUSTED_ACCESS,
    source::CLI_UPDATE_ML,
];

fn open_portal(scenario: &Extension) -> Sentence {
    Sentence::new(SentenceId::OpenArcCluster).with("cluster-name", Word::slot(&scenario.cluster.name))
}

/// Instructions for the portal, which offers the extension for Arc clusters.
fn portal_walk(scenario: &Extension, settings: Vec<Word>, files: Vec<Word>) -> Vec<Sentence> {
    let mut walk = vec![
        open_portal(scenario),
        Sentence::new(SentenceId::AddExtension),
        Sentence::new(SentenceId::NameExtension).with("extension-name", Word::slot(&scenario.extension_name)),
        Sentence::new(SentenceId::ChooseSettings).with("settings", Word::joined(settings, ", ")),
    ];
    if !files.is_empty() {
        walk.push(Sentence::new(SentenceId::UploadCertificate).with("files", Word::joined(files, ", ")));
    }
    walk.push(Sentence::new(SentenceId::CreateExtension));
    walk
}

fn verify_extension(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let pods = Command::new(Program::Kubectl, &["get", "pods"])
        .option("--namespace", Word::fixed(EXTENSION_NAMESPACE));
    let mut notes = vec![NoteId::ExtensionSucceeded, NoteId::KubectlContext];
    let exposure = scenario.exposure();
    if exposure == Some(Exposure::NodePort) {
        notes.push(NoteId::NodePortUrl);
    }
    if edition.bring_own_load_balancer && matches!(exposure, Some(Exposure::NodePort | Exposure::ClusterIp)) {
        notes.push(NoteId::NodePortOwnLb);
    }
    let commands = vec![extension_command("show", scenario), pods];
    cli_step(StepId::VerifyExtension, commands, notes, &[source::DEPLOY, source::CLI_EXTENSION])
}

/// Kubernetes creates this namespace itself, and `az ml compute attach` uses it by default.
pub(super) fn is_default(namespace: &Slot<Namespace>) -> bool {
    namespace.value.as_ref().is_some_and(Namespace::is_default)
}

/// Whether the plan need not create the namespace of the compute.
fn exists_by_itself(namespace: &Slot<Namespace>) -> bool {
    namespace.value.as_ref().is_some_and(Namespace::exists_by_itself)
}

fn kubectl(head: &[&'static str]) -> Command {
    Command::new(Program::Kubectl, head)
}

/// The command that creates a namespace.
fn make_namespace(name: &Word) -> Command {
    kubectl(&["create", "namespace"]).argument(name.clone())
}

fn manifest(name: &'static str, before: Vec<Command>, documents: Template) -> YamlFile {
    YamlFile { before, apply: kubectl(&["apply"]), option: "--filename", name, documents }
}

fn create_namespace(namespace: &Slot<Namespace>) -> Option<Step> {
    if exists_by_itself(namespace) {
        return None;
    }
    let name = Word::slot(namespace);
    let file = || {
        let document = Template::default().word(
            "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {namespace}\n",
            "namespace",
            name.clone(),
        );
        manifest("namespace.yaml", Vec::new(), document)
    };
    let outputs = vec![Output::cli(vec![make_namespace(&name)]), Output::yaml(OutputId::Manifest, file)];
    let notes = vec![NoteId::KubectlContext, NoteId::AlreadyExists];
    Some(step(StepId::CreateNamespace, outputs, notes, &[source::ATTACH, source::NAMESPACES]))
}

/// The secret from which the extension reads the certificate.
fn tls_secret(scenario: &Extension) -> Option<Step> {
    let (name, cert, key) = scenario.secret()?;
    let azureml = Word::fixed(EXTENSION_NAMESPACE);
    let in_namespace = |head: &[&'static str]| kubectl(head).argument(Word::slot(name));
    let create = in_namespace(&["create", "secret", "generic"])
        .option("--namespace", azureml.clone())
        .tied("--from-file", Word::fixed("cert.pem=").and_slot(cert))
        .tied("--from-file", Word::fixed("key.pem=").and_slot(key));
    let file = || {
        // The file does not contain the namespace. Otherwise `kubectl delete -f` would delete the namespace and
        // everything in it.
        let documents = Template::default().words(
            "\
apiVersion: v1
kind: Secret
metadata:
  name: {tls-secret}
  namespace: azureml
type: Opaque
data:
  cert.pem: {cert-file}
  key.pem: {key-file}
",
            vec![
                ("tls-secret", Word::slot(name)),
                ("cert-file", Word::contents(Field::CertFile)),
                ("key-file", Word::contents(Field::KeyFile)),
            ],
        );
        manifest("tls-secret.yaml", vec![make_namespace(&azureml)], documents)
    };
    let outputs =
        vec![Output::cli(vec![make_namespace(&azureml), create]), Output::yaml(OutputId::Manifest, file)];
    let notes = vec![NoteId::AlreadyExists, NoteId::SecretContents, NoteId::KubectlContext];
    Some(step(StepId::TlsSecret, outputs, notes, &[source::TLS]))
}

pub(super) fn cluster_id(cluster: &ClusterReference) -> Word {
    let provider = match cluster.kind {
        ClusterKind::Aks => AKS_PROVIDER,
        ClusterKind::Arc { .. } => "/providers/Microsoft.Kubernetes/connectedClusters/",
    };
    resource_id(&cluster.subscription, &cluster.resource_group, provider, &cluster.name)
}

/// The provider and type in the resource id of an AKS cluster.
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

/// Names the workspace's subscription if it differs from the one that `sign-in` selects.
pub(super) fn in_workspace_subscription(
    command: Command,
    workspace: &WorkspaceReference,
    signed_in: &Slot<SubscriptionId>,
) -> Command {
    if is_same(&workspace.subscription, signed_in) {
        command
    } else {
        command.option("--subscription", Word::slot(&workspace.subscription))
    }
}

/// Whether two subscriptions are equal or come from the same field.
pub(super) fn is_same(one: &Slot<SubscriptionId>, other: &Slot<SubscriptionId>) -> bool {
    one.field == other.field
        || matches!((&one.value, &other.value), (Some(one), Some(other)) if one.is_same(other))
}

fn delete_extension(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let command = extension_command("delete", scenario);
    let connects = matches!(scenario.cluster.kind, ClusterKind::Arc { connect: Some(_), .. });
    let mut outputs = vec![Output::cli(vec![command])];
    outputs.extend(openshift::removal(edition.accounts, scenario));
    if scenario.cluster.is_arc() && !edition.is_preview {
        let remove = || {
            Sentence::new(SentenceId::RemoveExtension)
                .with("extension-name", Word::slot(&scenario.extension_name))
        };
        outputs.push(Output::studio(|| vec![open_portal(scenario), remove()]));
    }
    let mut notes = vec![NoteId::ExtensionShared];
    if scenario.cluster.is_openshift() {
        notes.push(NoteId::SccRemoval);
    }
    if scenario.secret().is_some() {
        notes.push(NoteId::SecretStays);
    }
    if connects {
        notes.push(NoteId::ArcConnectionStays);
    }
    if !exists_by_itself(&scenario.namespace) {
        notes.push(NoteId::NamespaceStays);
    }
    if edition.is_preview {
        return step(StepId::DeleteExtension, outputs, notes, &[source::DEPLOY, source::CLI_EXTENSION]);
    }
    notes.extend([NoteId::DeletionTime, NoteId::LeftBehind]);
    if scenario.cluster.is_arc() {
        notes.push(NoteId::RelayStays);
    }
    let sources = &[source::DEPLOY, source::CLI_EXTENSION, source::CLI_UPDATE_ML];
    step(StepId::DeleteExtension, outputs, notes, sources)
}

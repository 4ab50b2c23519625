//! The second half of `current` and `arc-preview`: the cluster, with its extension, becomes a compute of the
//! workspace.

use super::kubernetes::{ExtensionEdition, az, cluster_id, in_workspace_subscription, is_default, step};
use super::python;
use crate::base::source;
use crate::model::scenario::{Extension, Identity, Slot};
use crate::model::value::IdentityIds;
use crate::plan::{
    Command, NoteId, Output, OutputId, Sentence, SentenceId, Step, StepId, Template, Word, YamlFile,
};

/// `az ml compute <verb>` with the workspace and its resource group.
fn compute_command(verb: &'static str, scenario: &Extension) -> Command {
    let command = az(&["ml", "compute", verb])
        .option("--resource-group", Word::slot(&scenario.workspace.resource_group))
        .option("--workspace-name", Word::slot(&scenario.workspace.name));
    in_workspace_subscription(command, &scenario.workspace, &scenario.cluster.subscription)
}

/// `az ml compute <verb>` with the workspace and the compute's name.
fn named_command(verb: &'static str, scenario: &Extension) -> Command {
    compute_command(verb, scenario).option("--name", Word::slot(&scenario.compute_name))
}

/// The user-assigned identities, one word each. Their placeholder if there are none.
pub(super) fn identity_ids(ids: &Slot<IdentityIds>) -> Vec<Word> {
    match &ids.value {
        None => vec![Word::placeholder(ids.field)],
        Some(list) => list.iter().map(|id| Word::checked(id, ids.field)).collect(),
    }
}

pub(super) fn attach(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let mut command = named_command("attach", scenario)
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
            .option("--user-assigned-identities", Word::joined(identity_ids(ids), ",")),
    };
    let mut notes = vec![];
    if !edition.is_preview && scenario.trains() && scenario.identity == Identity::None {
        notes.push(NoteId::NoIdentity);
    }
    // The preview's documents attach with `--no-wait`. In `current` the command waits: it reports a failure itself, and
    // `verify-compute` then finds the final state.
    if edition.is_preview {
        command = command.switch("--no-wait");
        notes.push(NoteId::NoWait);
    }
    let mut outputs = vec![Output::cli(vec![command]), Output::python(|| python::attach(edition, scenario))];
    if !edition.is_preview {
        outputs.push(Output::yaml(OutputId::ComputeYaml, || compute_yaml(scenario)));
    }
    outputs.push(Output::studio(|| walk(edition, scenario)));
    let sources = &[source::ATTACH, source::CLI_COMPUTE, source::TROUBLESHOOT_COMPUTE];
    step(StepId::AttachCompute, outputs, notes, sources)
}

/// The values that describe a compute in a file, in any language.
pub(super) fn description(scenario: &Extension) -> Vec<(&'static str, Word)> {
    vec![
        ("compute-name", Word::slot(&scenario.compute_name)),
        ("cluster-id", cluster_id(&scenario.cluster)),
        ("namespace", Word::slot(&scenario.namespace)),
    ]
}

/// <https://learn.microsoft.com/azure/machine-learning/reference-yaml-compute-kubernetes>
fn compute_yaml(scenario: &Extension) -> YamlFile {
    let compute = Template::default().words(
        "\
$schema: https://azuremlschemas.azureedge.net/latest/kubernetesCompute.schema.json
type: kubernetes
name: {compute-name}
resource_id: {cluster-id}
namespace: {namespace}
",
        description(scenario),
    );
    let documents = match &scenario.identity {
        Identity::None => compute,
        Identity::SystemAssigned => compute.text("identity:\n  type: system_assigned\n"),
        Identity::UserAssigned(ids) => identity_ids(ids).into_iter().fold(
            compute.text("identity:\n  type: user_assigned\n  user_assigned_identities:\n"),
            |documents, id| documents.word("  - resource_id: {id}\n", "id", id),
        ),
    };
    YamlFile {
        before: Vec::new(),
        apply: compute_command("attach", scenario),
        option: "--file",
        name: "compute.yaml",
        documents,
    }
}

fn walk(edition: &ExtensionEdition, scenario: &Extension) -> Vec<Sentence> {
    let mut walk = open(edition, scenario);
    walk.push(Sentence::new(SentenceId::NewKubernetes));
    walk.push(
        Sentence::new(SentenceId::NameAndCluster)
            .with("compute-name", Word::slot(&scenario.compute_name))
            .with("cluster-name", Word::slot(&scenario.cluster.name)),
    );
    walk.push(Sentence::new(SentenceId::EnterNamespace).with("namespace", Word::slot(&scenario.namespace)));
    match &scenario.identity {
        Identity::None => {}
        Identity::SystemAssigned => walk.push(Sentence::new(SentenceId::SystemIdentity)),
        Identity::UserAssigned(ids) => walk.push(
            Sentence::new(SentenceId::UserIdentity)
                .with("identity-ids", Word::joined(identity_ids(ids), ", ")),
        ),
    }
    walk.push(Sentence::new(SentenceId::Attach));
    walk
}

/// The path to the list of computes.
fn open(edition: &ExtensionEdition, scenario: &Extension) -> Vec<Sentence> {
    let list = if edition.is_preview {
        SentenceId::OpenAttachedComputes
    } else {
        SentenceId::OpenKubernetesClusters
    };
    vec![
        Sentence::new(SentenceId::OpenStudio).with("workspace", Word::slot(&scenario.workspace.name)),
        Sentence::new(list),
    ]
}

pub(super) fn verify(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let show = named_command("show", scenario);
    let outputs = vec![Output::cli(vec![show]), Output::python(|| python::show(edition, scenario))];
    let notes = vec![NoteId::ComputeSucceeded];
    step(StepId::VerifyCompute, outputs, notes, &[source::ATTACH, source::CLI_COMPUTE])
}

pub(super) fn detach(edition: &ExtensionEdition, scenario: &Extension) -> Step {
    let command = named_command("detach", scenario);
    let walk = || {
        let detach =
            Sentence::new(SentenceId::Detach).with("compute-name", Word::slot(&scenario.compute_name));
        open(edition, scenario).into_iter().chain([detach]).collect()
    };
    let outputs = vec![
        Output::cli(vec![command]),
        Output::python(|| python::detach(edition, scenario)),
        Output::studio(walk),
    ];
    let notes = if edition.is_preview { vec![] } else { vec![NoteId::EndpointsFirst] };
    step(StepId::DetachCompute, outputs, notes, &[source::ATTACH, source::CLI_COMPUTE])
}

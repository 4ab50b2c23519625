//! English: messages about output of Azure's tools and its unusable parts.

mod state;

use crate::i18n::{Message, listed, message, plural, sentences};
use crate::model::answers::Answers;
use crate::parse::any::Unreadable;
use crate::parse::import::{Cause, Finding, Import, ResourceKind};
use crate::text::field::field as field_texts;
use crate::text::finding::{invalid, rule_text, shown};
use crate::text::scenario_file;

/// The kinds of text that can be imported.
const READ: Message = message!(
    "import.read",
    "The wizard reads the resource id of an AKS or Azure Arc cluster, of a workspace or of a user-assigned identity, and the output of az aks show, az connectedk8s show, az k8s-extension show, az ml workspace show and az ml compute show."
);

/// The name of a resource in the middle of a sentence.
fn resource(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::AksCluster => message!("import.resource.aks-cluster", "AKS cluster").text(),
        ResourceKind::ArcCluster => message!("import.resource.arc-cluster", "Azure Arc cluster").text(),
        ResourceKind::Workspace => message!("import.resource.workspace", "workspace").text(),
        ResourceKind::Identity => message!("import.resource.identity", "user-assigned identity").text(),
        ResourceKind::Compute => message!("import.resource.compute", "compute target").text(),
    }
}

pub(super) fn summary(import: &Import, answered: usize, left: usize) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for kind in &import.resources {
        if !kinds.contains(&resource(*kind)) {
            kinds.push(resource(*kind));
        }
    }
    if kinds.is_empty() {
        return message!("import.nothing", "Nothing could be read.").text().to_owned();
    }
    let answers = plural!("import.answers", "1 answer.", "{count} answers.").fill(answered, &[]);
    let found = message!("import.summary", "From Azure: {resources}. {answers}")
        .fill(&[("resources", &listed(&kinds)), ("answers", &answers)]);
    if left == 0 {
        return found;
    }
    let left = plural!("import.left", "1 thing to check.", "{count} things to check.").fill(left, &[]);
    sentences(&[&found, &left])
}

#[expect(clippy::too_many_lines, reason = "a row a finding")]
pub(super) fn finding(finding: &Finding, answers: &Answers) -> String {
    // The type of a resource is at the end of its id.
    let of_what = finding.text.rsplit_once("/providers/").map_or(finding.text.as_str(), |(_, end)| end);
    let it = shown(of_what);
    match &finding.cause {
        Cause::Invalid(problem) => message!(
            "import.invalid",
            "“{it}” is left out. {problem}"
        )
        .fill(&[("it", &it), ("problem", &invalid(problem, answers))]),
        Cause::Conflict(field, counts) => {
            let label = field_texts(*field).0.text();
            message!(
                "import.conflict",
                "{label}: “{it}” contradicts “{counts}”, which came first and is used."
            )
            .fill(&[("label", label), ("it", &it), ("counts", &shown(counts))])
        }
        Cause::Another(kind) => {
            message!(
                "import.another",
                "“{it}” is another {resource}. A scenario has one; the first one is used."
            )
            .fill(&[("it", &it), ("resource", resource(*kind))])
        }
        Cause::UnknownResource => message!(
            "import.unknown-resource",
            "“{it}” is the id of a resource that a scenario does not use. {read}"
        )
        .fill(&[("it", &it), ("read", READ.text())]),
        Cause::WrongProvider => {
            message!(
                "import.wrong-provider",
                "“{it}”: provider and type do not match. Copy the id from az aks show or az connectedk8s show, \
                --query id."
            )
            .fill(&[("it", &it)])
        }
        Cause::OtherExtension => {
            message!(
                "import.other-extension",
                "The extension is of type {it}, so only its cluster is read. The type of the Azure Machine \
                Learning extension is Microsoft.AzureML.Kubernetes."
            )
            .fill(&[("it", &it)])
        }
        Cause::OtherCompute => message!(
            "import.other-compute",
            "A compute target of type {it} is not read. A scenario attaches one of type Kubernetes."
        )
        .fill(&[("it", &it)]),
        Cause::OtherCluster(counts) => message!(
            "import.other-cluster",
            "This is about the cluster “{it}”, but “{counts}” came first and is used. Paste what belongs to one cluster."
        )
        .fill(&[("it", &it), ("counts", &shown(counts))]),
        Cause::NotCarriedOver { differs: true } => message!(
            "import.not-carried-over.differs",
            "The setting {it} is read, but not carried over: no question of this edition asks for it. A plan installs something else."
        )
        .fill(&[("it", &it)]),
        Cause::NotCarriedOver { differs: false } => message!(
            "import.not-carried-over",
            "The setting {it} is read, but not carried over: no question of this edition asks for it."
        )
        .fill(&[("it", &it)]),
        Cause::KeyCase(right) => message!(
            "import.key-case",
            "The extension does not know the setting {it}, because keys are case-sensitive. It knows {right}."
        )
        .fill(&[("it", &it), ("right", right.id())]),
        Cause::WrongValue(_) => message!(
            "import.wrong-value",
            "The setting {it} has a value that it does not take. It is left out."
        )
        .fill(&[("it", &it)]),
        Cause::State(state) => state::state(*state, &finding.text, answers),
        Cause::Rule(rule) => rule_text(*rule, answers.edition()).text().to_owned(),
        Cause::CutOff => message!(
            "import.cut-off",
            "The JSON ends before it is complete. Copy all of it, up to the last bracket."
        )
        .text().to_owned(),
        Cause::NotJson { line, column } => message!(
            "import.not-json",
            "This is not valid JSON from line {line}, column {column} on. Copy the output again as az prints it \
            with --output json."
        )
        .fill(&[("line", &line.to_string()), ("column", &column.to_string())]),
        Cause::UnknownJson => message!(
            "import.unknown-json",
            "This JSON names no Azure resource: it has no id. {read}"
        )
        .fill(&[("read", READ.text())]),
        Cause::NotUnderstood => message!(
            "import.not-understood",
            "“{it}” is neither an id nor JSON. Paste commands separately."
        )
        .fill(&[("it", &it)]),
        Cause::NotAsked(field) => {
            message!(
                "import.not-asked",
                "{label}: “{it}”. This scenario does not ask for it."
            )
            .fill(&[("label", field_texts(*field).0.text()), ("it", &it)])
        }
        Cause::ArcNotInEdition => {
            message!(
                "import.arc-not-in-edition",
                "“{it}” is an Azure Arc cluster, but a legacy AksCompute supports only AKS clusters. Choose \
                another edition first."
            )
            .fill(&[("it", &it)])
        }
    }
}

pub(super) fn unreadable(why: &Unreadable) -> String {
    const EXPECTED: Message = message!(
        "import.scenario-expected",
        "This is no scenario. A scenario is a link, a scenario file, commands, or the output of az … show."
    );
    match why {
        Unreadable::File(error) => {
            message!("import.scenario-file", "This scenario file cannot be read: {problem}")
                .fill(&[("problem", &scenario_file::error(error))])
        }
        Unreadable::Azure(cause) => sentences(&[EXPECTED.text(), &finding(cause, &Answers::default())]),
        Unreadable::Unknown => EXPECTED.text().to_owned(),
    }
}

//! English: messages about output of Azure's tools and its unusable parts.

use crate::i18n::{Message, listed, message, plural, sentences};
use crate::model::answers::Answers;
use crate::parse::import::{Cause, Finding, Import, ResourceKind};
use crate::text::field::field as field_texts;
use crate::text::finding::{invalid, shown};

/// The kinds of text that can be imported.
const READ: Message = message!(
    "import.read",
    "The wizard reads the resource id of an AKS or Azure Arc cluster, of a workspace or of a user-assigned identity, and the output of az aks show, az connectedk8s show, az ml workspace show and az k8s-extension show."
);

/// The name of a resource in the middle of a sentence.
fn resource(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::AksCluster => message!("import.resource.aks-cluster", "AKS cluster").text(),
        ResourceKind::ArcCluster => message!("import.resource.arc-cluster", "Azure Arc cluster").text(),
        ResourceKind::Workspace => message!("import.resource.workspace", "workspace").text(),
        ResourceKind::Identity => message!("import.resource.identity", "user-assigned identity").text(),
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
        Cause::SettingsNotRead => {
            message!(
                "import.settings-not-read",
                "The settings of the extension are not read from here. To read them, paste the az k8s-extension \
                create command that installed it."
            )
            .text().to_owned()
        }
        Cause::NotConnected => {
            message!(
                "import.not-connected",
                "Azure Arc reports this state of the cluster: {it}. Connect it again before you install \
                anything: its agents install the extension."
            )
            .fill(&[("it", &it)])
        }
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

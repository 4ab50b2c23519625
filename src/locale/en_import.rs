//! English: what Azure's own texts say, and what of them cannot be used.

use crate::answers::Answers;
use crate::import::{Cause, Finding, Import, ResourceKind};
use crate::locale::en_field::field as field_texts;
use crate::locale::en_finding::{invalid, shown};

/// What can be read at all.
const READ: &str = "What is read: the resource id of an AKS or Azure Arc cluster, of a workspace or of a user-assigned identity, and what az aks show, az connectedk8s show, az ml workspace show and az k8s-extension show print.";

/// A resource in the middle of a sentence.
fn resource(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::AksCluster => "AKS cluster",
        ResourceKind::ArcCluster => "Azure Arc cluster",
        ResourceKind::Workspace => "workspace",
        ResourceKind::Identity => "user-assigned identity",
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
        return "Nothing in it could be read.".to_owned();
    }
    let answers = match answered {
        1 => "1 answer".to_owned(),
        count => format!("{count} answers"),
    };
    let left = match left {
        0 => String::new(),
        1 => " 1 thing to look at.".to_owned(),
        count => format!(" {count} things to look at."),
    };
    format!("From Azure: {}. {answers}.{left}", kinds.join(", "))
}

pub(super) fn finding(finding: &Finding, answers: &Answers) -> String {
    // What an id is of stands at its end.
    let of_what = finding.text.rsplit_once("/providers/").map_or(finding.text.as_str(), |(_, end)| end);
    let it = shown(of_what);
    match &finding.cause {
        Cause::Invalid(problem) => format!("“{it}” is left out. {}", invalid(problem, answers)),
        Cause::Conflict(field, counts) => {
            let label = field_texts(*field).0;
            format!("{label}: “{it}” contradicts “{}”, which came first and counts.", shown(counts))
        }
        Cause::Another(kind) => {
            format!("“{it}” is another {}. A scenario has one; the first one counts.", resource(*kind))
        }
        Cause::UnknownResource => format!("“{it}” is the id of something that a scenario does not name. {READ}"),
        Cause::WrongProvider => {
            format!(
                "“{it}”: the provider and the type do not go together. Copy the id from az aks show or az connectedk8s show, --query id."
            )
        }
        Cause::OtherExtension => {
            format!("The extension is of the type {it}, so nothing but its cluster is read. The one of Azure Machine Learning is Microsoft.AzureML.Kubernetes.")
        }
        Cause::SettingsNotRead => {
            "The settings of the extension are not read from here. Paste the az k8s-extension create command that installed it to have them.".to_owned()
        }
        Cause::NotConnected => {
            format!("Azure Arc says of the cluster: {it}. Connect it again before you install anything: its agents carry the extension to it.")
        }
        Cause::CutOff => "The JSON ends before it is complete. Copy all of it, up to the last bracket.".to_owned(),
        Cause::NotJson { line, column } => format!(
            "This is no JSON from line {line}, column {column} on. Copy the output again as az prints it with --output json."
        ),
        Cause::UnknownJson => format!("This JSON names no resource of Azure: it has no id. {READ}"),
        Cause::NotUnderstood => format!("“{it}” is neither an id nor JSON. Paste commands by themselves."),
        Cause::NotAsked(field) => {
            format!("{}: “{it}”. The scenario does not ask for it as it stands.", field_texts(*field).0)
        }
        Cause::ArcNotInEdition => {
            format!("“{it}” is a cluster of Azure Arc, and a legacy AksCompute takes AKS clusters alone. Choose another edition first.")
        }
    }
}

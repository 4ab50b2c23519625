//! Reads the output of Azure about a cluster, a workspace or an identity into answers. The text is a resource id, or
//! the JSON that `az aks show`, `az connectedk8s show`, `az ml workspace show` and `az k8s-extension show` print.
//!
//! Reading never fails. It takes what it knows and ignores everything else: keys, certificates and tenant ids are
//! never read. A text that breaks the rule of its field is left out and reported, and so is a text that contradicts an
//! earlier one. Commands are read by [`mod@crate::parse::read`].

mod id;
mod reader;

use crate::analysis::check::Severity;
use crate::base::ids::ids;
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Cluster, Edition};
use crate::model::field::{Field, Kind};
use crate::model::scenario::Invalid;

pub(crate) use reader::is_template;
pub use reader::read;

ids! {
    /// The kinds of resources that can be read.
    ResourceKind {
        /// A cluster of Azure Kubernetes Service.
        AksCluster "aks-cluster",
        /// A cluster that is connected to Azure Arc.
        ArcCluster "arc-cluster",
        /// A workspace of Azure Machine Learning.
        Workspace "workspace",
        /// A user-assigned identity.
        Identity "identity",
    }
}

/// The content of Azure's output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The resources in the output, in the order of the text.
    pub resources: Vec<ResourceKind>,
    /// The answers in the output: one text per field, each valid for its field.
    answers: Vec<(Field, String)>,
    /// The parts of the output that cannot be used, and notes.
    pub findings: Vec<Finding>,
}

/// Something found in Azure's output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: Cause,
    /// The text that it is about, as pasted. Empty if it is not about a text.
    pub text: String,
}

/// The cause of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A text that is not valid for its field.
    Invalid(Invalid),
    /// A text that differs from an earlier one for the same field. The earlier one counts.
    Conflict(Field, String),
    /// A second resource of a kind of which a scenario has only one.
    Another(ResourceKind),
    /// The id of a resource of another kind.
    UnknownResource,
    /// An id whose provider and type do not match.
    WrongProvider,
    /// An extension of another type.
    OtherExtension,
    /// An extension has settings. Only the command that installed the extension shows them completely.
    SettingsNotRead,
    /// The cluster is registered with Azure Arc, but not connected at the moment.
    NotConnected,
    /// JSON that ends before it is complete.
    CutOff,
    /// A text that begins like JSON but is not valid JSON.
    NotJson {
        /// The line of the syntax error, from 1.
        line: usize,
        /// The column of the syntax error, from 1.
        column: usize,
    },
    /// JSON without a known content.
    UnknownJson,
    /// A word that is neither an id nor JSON.
    NotUnderstood,
    /// A text for a field that the scenario does not ask for.
    NotAsked(Field),
    /// A cluster of Azure Arc, although the scenario's edition does not support Azure Arc.
    ArcNotInEdition,
}

impl Finding {
    /// The id of the finding.
    pub fn id(&self) -> String {
        let id = match &self.cause {
            Cause::Invalid(invalid) => return ["invalid-", invalid.field.id()].concat(),
            Cause::Conflict(..) => "conflicting-value",
            Cause::Another(_) => "left-out",
            Cause::UnknownResource => "unknown-resource",
            Cause::WrongProvider => "wrong-provider",
            Cause::OtherExtension => "other-extension",
            Cause::SettingsNotRead => "settings-not-read",
            Cause::NotConnected => "not-connected",
            Cause::CutOff => "cut-off",
            Cause::NotJson { .. } => "not-json",
            Cause::UnknownJson => "unknown-json",
            Cause::NotUnderstood => "not-understood",
            Cause::NotAsked(_) => "not-asked",
            Cause::ArcNotInEdition => "not-in-edition",
        };
        id.to_owned()
    }

    /// The severity of the finding.
    pub fn severity(&self) -> Severity {
        match &self.cause {
            Cause::Invalid(_)
            | Cause::Conflict(..)
            | Cause::Another(_)
            | Cause::WrongProvider
            | Cause::CutOff
            | Cause::NotJson { .. }
            | Cause::UnknownJson
            | Cause::ArcNotInEdition => Severity::Error,
            Cause::UnknownResource | Cause::NotConnected | Cause::NotUnderstood => Severity::Warning,
            Cause::OtherExtension | Cause::SettingsNotRead | Cause::NotAsked(_) => Severity::Info,
        }
    }

    /// The field that it is about. `None` if it is not about an answer.
    pub fn field(&self) -> Option<Field> {
        match &self.cause {
            Cause::Invalid(invalid) => Some(invalid.field),
            Cause::Conflict(field, _) | Cause::NotAsked(field) => Some(*field),
            _ => None,
        }
    }
}

/// The result of adding an import to answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The answers.
    pub answers: Answers,
    /// The fields that the import answers, in the order of the field table, with their texts. An empty text stands for
    /// the field's default.
    pub fields: Vec<(Field, String)>,
    /// The findings of the import, and its answers to fields that the scenario does not ask for.
    pub findings: Vec<Finding>,
}

/// The fields that describe a cluster.
const OF_CLUSTER: &[Field] = &[
    Field::Cluster,
    Field::Openshift,
    Field::Connected,
    Field::Subscription,
    Field::ResourceGroup,
    Field::ClusterName,
    Field::Region,
    Field::NodeCount,
];

/// Fields of a workspace that may stay empty if they are the same as the cluster's.
const SHARED: [(Field, Field); 2] = [
    (Field::WorkspaceResourceGroup, Field::ResourceGroup),
    (Field::WorkspaceSubscription, Field::Subscription),
];

impl Import {
    /// Adds the import to answers. Fields that it does not answer, or that the scenario does not ask for, keep their
    /// answers.
    pub fn onto(&self, answers: &Answers) -> Filled {
        let mut findings = self.findings.clone();
        let is_arc = self.answers.contains(&(Field::Cluster, Cluster::Arc.id().to_owned()));
        let leaves_cluster = is_arc && answers.edition() == Edition::AksV1;
        if leaves_cluster {
            let name = self.answers.iter().find(|(field, _)| *field == Field::ClusterName);
            let text = name.map(|(_, name)| name.clone()).unwrap_or_default();
            findings.push(Finding { cause: Cause::ArcNotInEdition, text });
        }
        let answered: Vec<&(Field, String)> =
            self.answers.iter().filter(|(field, _)| !leaves_cluster || !OF_CLUSTER.contains(field)).collect();
        let mut filled = answers.clone();
        for (field, text) in &answered {
            set(&mut filled, *field, text);
        }
        for (own, clusters) in SHARED {
            let is_answered = answered.iter().any(|(field, _)| *field == own);
            if is_answered && filled.given(own).eq_ignore_ascii_case(filled.given(clusters)) {
                set(&mut filled, own, "");
            }
        }
        let mut fields = Vec::new();
        for field in Field::ALL {
            let Some((field, text)) = answered.iter().find(|(known, _)| known == field) else { continue };
            let mut without = filled.clone();
            set(&mut without, *field, answers.typed(*field));
            // The text of a field may make the field itself inapplicable. The field still counts as answered.
            if field.applies(&filled) || field.applies(&without) {
                fields.push((*field, filled.given(*field).to_owned()));
                continue;
            }
            let is_new = answers.text(*field) != text;
            let is_known = field.row().editions.contains(&answers.edition());
            if is_new && (is_known || matches!(field.row().kind, Kind::Text(_))) {
                findings.push(Finding { cause: Cause::NotAsked(*field), text: text.clone() });
            }
            filled = without;
        }
        Filled { answers: filled, fields, findings }
    }
}

/// Sets a valid text. Only choices can refuse one, and here their texts are always ids of their values.
fn set(answers: &mut Answers, field: Field, text: &str) {
    let _ = answers.set(field, text);
}

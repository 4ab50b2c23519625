//! What Azure itself says about a cluster, a workspace or an identity, as answers: a resource id, or the JSON that
//! `az aks show`, `az connectedk8s show`, `az ml workspace show` and `az k8s-extension show` print.
//!
//! Reading never fails, takes what it knows and passes over everything else: keys, certificates and ids of tenants are
//! never looked at. A text that breaks the rule of its field is left out and told, and so is what contradicts what was
//! read before it. What commands say is for [`mod@crate::parse::read`].

mod id;
mod reader;

use crate::analysis::check::Severity;
use crate::base::ids::ids;
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Cluster, Edition};
use crate::model::field::{Field, Kind};
use crate::model::scenario::Invalid;

pub use reader::read;

ids! {
    /// What can be read.
    ResourceKind {
        /// A cluster of Azure Kubernetes Service.
        AksCluster "aks-cluster",
        /// A cluster that Azure Arc knows.
        ArcCluster "arc-cluster",
        /// A workspace of Azure Machine Learning.
        Workspace "workspace",
        /// A user-assigned identity.
        Identity "identity",
    }
}

/// What Azure's own text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// What it is about, in the order of the text.
    pub resources: Vec<ResourceKind>,
    /// What it says, a text a field, each one that its field takes.
    answers: Vec<(Field, String)>,
    /// What of it cannot be used, and what is worth knowing.
    pub findings: Vec<Finding>,
}

/// Something found in Azure's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub cause: Cause,
    /// The text that it is about, as it stands there; empty where it is about none.
    pub text: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A text that is not of its field's form.
    Invalid(Invalid),
    /// Another text for a field than the one before it, which counts.
    Conflict(Field, String),
    /// Another resource of a kind of which a scenario has one.
    Another(ResourceKind),
    /// The id of something else.
    UnknownResource,
    /// An id whose provider and type do not go together.
    WrongProvider,
    /// An extension of another type.
    OtherExtension,
    /// An extension has settings, which only the command that installed it tells.
    SettingsNotRead,
    /// The cluster is known to Azure Arc, and not connected at the moment.
    NotConnected,
    /// JSON that ends before it is complete.
    CutOff,
    /// Something begins like JSON and is none.
    NotJson {
        /// The line where it ceases to be, from 1.
        line: usize,
        /// The place in the line, from 1.
        column: usize,
    },
    /// JSON of something else.
    UnknownJson,
    /// A word that is neither an id nor JSON.
    NotUnderstood,
    /// A text for a field that the scenario does not ask for.
    NotAsked(Field),
    /// A cluster of Azure Arc, where the scenario is of an edition that has none.
    ArcNotInEdition,
}

impl Finding {
    /// Its id.
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

    /// How bad it is.
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

    /// The field that it is about; nothing where it concerns no answer.
    pub fn field(&self) -> Option<Field> {
        match &self.cause {
            Cause::Invalid(invalid) => Some(invalid.field),
            Cause::Conflict(field, _) | Cause::NotAsked(field) => Some(*field),
            _ => None,
        }
    }
}

/// What becomes of answers when an import is put on top of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The answers.
    pub answers: Answers,
    /// The fields that the import answers, in the order of the field table, with what they are answered with; an empty
    /// text stands for what the field has by default.
    pub fields: Vec<(Field, String)>,
    /// What was found, and what the scenario does not ask for.
    pub findings: Vec<Finding>,
}

/// What is told of a cluster.
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

/// What of a workspace need not be said where it is the cluster's.
const SHARED: [(Field, Field); 2] = [
    (Field::WorkspaceResourceGroup, Field::ResourceGroup),
    (Field::WorkspaceSubscription, Field::Subscription),
];

impl Import {
    /// Puts what was read on top of answers. What it does not say stays as it is, and so does what these answers do not
    /// ask for.
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
            // A field that the import itself makes pointless is one that it answers.
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

/// Answers a field with a text that it takes: choices are answered with their own values alone.
fn set(answers: &mut Answers, field: Field, text: &str) {
    let _ = answers.set(field, text);
}

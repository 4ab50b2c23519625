//! Reads the output of Azure about a cluster, its extension, a workspace, a compute or an identity into answers. The text
//! is a resource id, or the JSON that `az aks show`, `az connectedk8s show`, `az ml workspace show`, `az k8s-extension show`
//! and `az ml compute show` print, or their lists.
//!
//! Reading never fails. It takes what it knows and ignores everything else: keys, certificates and tenant ids are
//! never read. A text that breaks the rule of its field is left out and reported, and so is a text that contradicts an
//! earlier one. A state that matters for an installation is a finding. Commands are read by [`mod@crate::parse::read`].

mod cluster;
mod compute;
mod extension;
mod id;
mod object;
mod reader;
mod settings;
mod state;

use crate::analysis::check::{self, RULES, RuleId, Severity};
use crate::analysis::outcome::outcome;
use crate::base::ids::ids;
use crate::base::source::{self, Source};
use crate::edition::setting::SettingKey;
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Cluster, Edition};
use crate::model::field::{Field, Kind};
use crate::model::scenario::Invalid;

pub use cluster::{NEWEST_MINOR, NEWEST_MINOR_ON};
pub use reader::read;
pub(crate) use reader::{holds_template, is_template};
pub use state::State;

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
        /// A compute of a workspace.
        Compute "compute",
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
    /// A compute of a type that a scenario does not have.
    OtherCompute,
    /// An extension or a compute of another cluster than the first one, which is named here.
    OtherCluster(String),
    /// A setting without a field, or of another edition than the rest.
    NotCarriedOver {
        /// Whether a plan would install something else.
        differs: bool,
    },
    /// A setting whose key differs from this one in case only.
    KeyCase(SettingKey),
    /// A setting with a value that it does not take.
    WrongValue(SettingKey),
    /// A state that is worth knowing.
    State(State),
    /// A broken rule of the scenario.
    Rule(RuleId),
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
            Cause::OtherCompute => "other-compute",
            Cause::OtherCluster(_) => "other-cluster",
            Cause::NotCarriedOver { .. } => "not-carried-over",
            Cause::KeyCase(_) => "key-case",
            Cause::WrongValue(_) => "wrong-value",
            Cause::State(state) => state.id(),
            Cause::Rule(rule) => rule.id(),
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
            | Cause::ArcNotInEdition
            | Cause::OtherCluster(_)
            | Cause::Rule(_) => Severity::Error,
            Cause::UnknownResource
            | Cause::NotUnderstood
            | Cause::KeyCase(_)
            | Cause::WrongValue(_)
            | Cause::NotCarriedOver { differs: true } => Severity::Warning,
            Cause::OtherExtension
            | Cause::OtherCompute
            | Cause::NotAsked(_)
            | Cause::NotCarriedOver { differs: false } => Severity::Info,
            Cause::State(state) => state.severity(),
        }
    }

    /// The fields that it is about. Empty if it is not about an answer.
    pub fn fields(&self) -> Vec<Field> {
        match &self.cause {
            Cause::Invalid(invalid) => vec![invalid.field],
            Cause::Conflict(field, _) | Cause::NotAsked(field) => vec![*field],
            Cause::OtherCluster(_) => vec![Field::ClusterName],
            Cause::KeyCase(key) | Cause::WrongValue(key) => {
                key.asked().map(|asked| asked.field).into_iter().collect()
            }
            Cause::State(state) => state.fields().to_vec(),
            Cause::Rule(id) => rule(*id).map(|rule| rule.fields.to_vec()).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// The page that explains it. `None` for a finding about the text alone.
    pub fn source(&self) -> Option<Source> {
        match &self.cause {
            Cause::KeyCase(key) | Cause::WrongValue(key) => Some(key.row().documented()),
            Cause::NotCarriedOver { .. } => {
                Some(SettingKey::from_id(&self.text).map_or(source::DEPLOY, |key| key.row().documented()))
            }
            Cause::State(state) => Some(state.source()),
            Cause::Rule(id) => rule(*id).map(|rule| rule.source),
            _ => None,
        }
    }
}

fn rule(id: RuleId) -> Option<&'static check::Rule> {
    RULES.iter().find(|rule| rule.id == id)
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
        let of =
            |sought: Field| self.answers.iter().find(|(field, _)| *field == sought).map(|(_, text)| text);
        let edition =
            of(Field::Edition).and_then(|text| Edition::from_id(text)).unwrap_or_else(|| answers.edition());
        let is_arc = of(Field::Cluster).is_some_and(|cluster| cluster == Cluster::Arc.id());
        let leaves_cluster = is_arc && edition == Edition::AksV1;
        if leaves_cluster {
            let text = of(Field::ClusterName).cloned().unwrap_or_default();
            findings.push(Finding { cause: Cause::ArcNotInEdition, text });
        }
        let mut answered: Vec<&(Field, String)> = Vec::new();
        for answer @ (field, text) in &self.answers {
            match field.text_kind(edition).map_or(Ok(()), |kind| kind.check(text)) {
                Ok(()) if leaves_cluster && OF_CLUSTER.contains(field) => {}
                Ok(()) => answered.push(answer),
                // Another edition may have another rule for the text.
                Err(problem) => {
                    let cause = Cause::Invalid(Invalid { field: *field, problem });
                    findings.push(Finding { cause, text: text.clone() });
                }
            }
        }
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
            let is_known = field.row().editions.contains(&edition);
            if is_new && (is_known || matches!(field.row().kind, Kind::Text(_))) {
                findings.push(Finding { cause: Cause::NotAsked(*field), text: text.clone() });
            }
            filled = without;
        }
        let is_answered = |of: Field| fields.iter().any(|(field, _)| *field == of);
        if is_answered(Field::Subscription) || is_answered(Field::WorkspaceSubscription) {
            let broken = check::Cause::Rule(RuleId::SameSubscription);
            if outcome(&filled).findings.iter().any(|finding| finding.cause == broken) {
                let text = filled.given(Field::WorkspaceSubscription).to_owned();
                findings.push(Finding { cause: Cause::Rule(RuleId::SameSubscription), text });
            }
        }
        Filled { answers: filled, fields, findings }
    }
}

/// Sets a valid text. Only choices can refuse one, and here their texts are always ids of their values.
fn set(answers: &mut Answers, field: Field, text: &str) {
    let _ = answers.set(field, text);
}

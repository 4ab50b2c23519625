//! The ids that scripts of host pages use, as TypeScript types and in sentences.

use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::edition::resource;
use azureml_k8s_wizard::edition::role::Holder;
use azureml_k8s_wizard::edition::size::Tier;
use azureml_k8s_wizard::i18n::Language;
use azureml_k8s_wizard::model::choice::{Choice, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind, WizardStep};
use azureml_k8s_wizard::model::link::Reason;
use azureml_k8s_wizard::plan::{OutputId, StepId};

/// All lists of ids, for `embed.d.ts`.
pub(crate) fn ids() -> String {
    let types = [
        ty(
            "The wizard steps, the groups of questions, as the attribute `steps` names them.",
            "ChapterId",
            WizardStep::ALL.map(WizardStep::id),
        ),
        ty(
            "The steps of a plan, as the attribute `output` names them.",
            "StepId",
            StepId::ALL.iter().map(|id| id.id()),
        ),
        ty("The outputs: the forms of a step.", "OutputId", OutputId::ALL.iter().map(|id| id.id())),
        ty("The languages of the wizard.", "Language", Language::all().map(Language::tag)),
        ty("The shells that commands are written for.", "Shell", Shell::IDS.iter().copied()),
        ty("The severity of a finding.", "Severity", Severity::ALL.map(Severity::id)),
        ty(
            "Why a pair of a link has no effect.",
            "IgnoredReason",
            Reason::ALL.iter().map(|reason| reason.id()),
        ),
        ty("What a resource is.", "ResourceKind", resource::Kind::ALL.iter().map(|kind| kind.id())),
        ty("The use that a cluster is sized for.", "SizeTier", Tier::ALL.iter().map(|tier| tier.id())),
        ty("The identity that needs a role.", "RoleHolder", Holder::ALL.iter().map(|holder| holder.id())),
    ];
    let fields: String = Field::ALL.iter().map(|field| property(*field)).collect();
    format!(
        "\n/** The questions, and the values of each as an attribute and in a link. */\n\
         export interface FieldValues {{\n{fields}}}\n\n\
         /** The id of a question: the name of an attribute, a key of a link, and what findings and placeholders name. */\n\
         export type FieldId = keyof FieldValues;\n\n{}\n",
        types.join("\n")
    )
}

/// A field as a property of an interface.
fn property(field: Field) -> String {
    let values = match field.row().kind {
        Kind::Choice(ids) => union(ids.iter().copied()),
        Kind::Text(_) => "string".to_owned(),
    };
    format!("  '{}': {values};\n", field.id())
}

/// A type that is one of some ids.
fn ty<'a>(doc: &str, name: &str, ids: impl IntoIterator<Item = &'a str>) -> String {
    format!("/** {doc} */\nexport type {name} = {};\n", union(ids))
}

fn union<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(" | ")
}

/// The ids of the wizard steps, separated by commas.
pub(crate) fn wizard_steps() -> String {
    WizardStep::ALL.map(|step| format!("`{}`", step.id())).join(", ")
}

/// The shells, in a sentence.
pub(crate) fn shells() -> String {
    or(Shell::IDS.iter().copied())
}

/// Ids in a sentence: `a`, `b` or `c`.
pub(crate) fn or<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let mut ids: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
    match (ids.pop(), ids.is_empty()) {
        (Some(last), false) => format!("{} or {last}", ids.join(", ")),
        (last, _) => last.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_as_types_and_in_sentences() {
        assert_eq!(ty("Which.", "Which", ["a", "b-c"]), "/** Which. */\nexport type Which = 'a' | 'b-c';\n");
        assert_eq!(property(Field::Openshift), "  'openshift': 'yes' | 'no';\n");
        assert_eq!(property(Field::ClusterName), "  'cluster-name': string;\n");
        assert_eq!(or(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(or(["a"]), "`a`");
    }
}

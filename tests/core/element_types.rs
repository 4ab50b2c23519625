//! The types of the element for scripts of other people: their lists of ids are those of the tables.

use std::fs;

use azureml_k8s_wizard::i18n::Language;
use azureml_k8s_wizard::model::choice::{Choice, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind, WizardStep};
use azureml_k8s_wizard::plan::{OutputId, StepId};

const TYPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/embed/embed.d.ts");

/// How TypeScript says that something is one of these.
fn one_of<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_list_of_ids_is_the_one_of_its_table() {
    let types = fs::read_to_string(TYPES).unwrap();
    let field = |field: &Field| {
        let values = match field.row().kind {
            Kind::Choice(ids) => one_of(ids.iter().copied()),
            Kind::Text(_) => "string".to_owned(),
        };
        format!("  '{}': {values};\n", field.row().id)
    };
    let fields: String = Field::ALL.iter().map(field).collect();
    let lists = [
        format!("export interface FieldValues {{\n{fields}}}\n"),
        format!("export type ChapterId = {};\n", one_of(WizardStep::ALL.map(WizardStep::id))),
        format!("export type StepId = {};\n", one_of(StepId::ALL.iter().map(|id| id.id()))),
        format!("export type OutputId = {};\n", one_of(OutputId::ALL.iter().map(|id| id.id()))),
        format!("export type Language = {};\n", one_of(Language::all().map(Language::tag))),
        format!("export type Shell = {};\n", one_of(Shell::IDS.iter().copied())),
    ];
    for list in lists {
        assert!(types.contains(&list), "embed/embed.d.ts does not say:\n{list}");
    }
}

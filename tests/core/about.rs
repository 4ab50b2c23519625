//! The explanations of fields in the form, and the advanced questions.

use crate::support::{answers, linked};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Edition, Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::preset::{PRESETS, Preset};
use azureml_k8s_wizard::plan::Output;
use azureml_k8s_wizard::shell::command_text;
use azureml_k8s_wizard::text::about::about;
use azureml_k8s_wizard::text::{self, choice_help};
use rstest::rstest;

/// The scenarios to start from: the presets, and the defaults of each edition.
fn beginnings() -> Vec<Answers> {
    let editions = Edition::IDS.iter().map(|id| answers(&[("edition", id)]));
    PRESETS.iter().map(Preset::answers).chain(editions).collect()
}

/// The values that are still to fill in.
fn left(answers: &Answers) -> Vec<Field> {
    let outcome = outcome(answers);
    let is_left = |cause: &str| cause == "placeholders-left";
    outcome.findings.iter().filter(|f| is_left(&f.cause.id())).flat_map(|f| f.fields.clone()).collect()
}

#[test]
fn names_alone_complete_the_first_plan() {
    for mut answers in beginnings() {
        let names = left(&answers);
        assert!(!names.is_empty());
        for field in names {
            assert!(matches!(field.row().kind, Kind::Text(_)), "{} is no name", field.id());
            answers.set(field, field.example(answers.edition()).unwrap()).unwrap();
        }
        assert_eq!(left(&answers), [], "{answers:?}");
        for step in &outcome(&answers).plan.steps {
            for command in step.outputs.iter().flat_map(Output::commands) {
                let text = command_text(command, Shell::Bash, Layout::Lines);
                assert!(!text.contains('<'), "{text}");
            }
        }
    }
}

#[test]
fn a_name_that_a_plan_needs_is_never_folded() {
    for answers in beginnings() {
        for field in left(&answers) {
            assert!(!field.is_advanced(answers.edition()), "{}", field.id());
        }
    }
}

#[test]
fn the_choices_that_make_a_preset_a_scenario_are_in_sight() {
    // The number of routers is visible too. Of the GPU questions, only the metrics are advanced.
    for preset in PRESETS {
        let edition = preset.answers().edition();
        for (field, _) in preset.choices.iter().filter(|(field, _)| *field != Field::DcgmExporter) {
            assert!(!field.is_advanced(edition), "{}", field.id());
        }
    }
}

#[test]
fn every_choice_explains_when_to_choose_it() {
    for field in Field::ALL {
        let Kind::Choice(ids) = field.row().kind else { continue };
        if ids == ["yes", "no"] {
            continue;
        }
        let helps: Vec<&str> = ids.iter().map(|id| choice_help(*field, id)).collect();
        for (place, help) in helps.iter().enumerate() {
            assert!(help.ends_with('.') && help.len() > 20, "{}: {help:?}", field.id());
            assert!(!helps[..place].contains(help), "{}: {help:?}", field.id());
        }
    }
}

#[test]
fn every_field_has_a_page_of_documentation_in_every_edition_that_knows_it() {
    for field in Field::ALL {
        for edition in field.row().editions {
            let about = about(*field, *edition);
            assert!(!about.sources.is_empty(), "{}", field.id());
            for (place, source) in about.sources.iter().enumerate() {
                assert!(!about.sources[..place].contains(source), "{}: {}", field.id(), source.url);
            }
            assert_eq!(about.kind.is_none(), !about.values.is_empty(), "{}", field.id());
        }
    }
}

#[rstest]
#[case(Field::Exposure, Edition::Current, &["inferenceRouterServiceType", "internalLoadBalancerProvider"])]
#[case(Field::Exposure, Edition::ArcPreview, &["privateEndpointNodeport", "privateEndpointILB"])]
#[case(Field::RouterHa, Edition::Current, &["inferenceRouterHA"])]
#[case(Field::Workload, Edition::Current, &["enableTraining", "enableInference"])]
#[case(Field::ClusterName, Edition::Current, &[])]
#[case(Field::VmSize, Edition::AksV1, &[])]
fn a_field_knows_the_settings_that_it_makes(
    #[case] field: Field,
    #[case] edition: Edition,
    #[case] keys: &[&str],
) {
    assert_eq!(about(field, edition).settings, keys);
}

#[test]
fn counts_have_singular_and_plural_forms() {
    assert_eq!(text::advanced(0, 0, 0), "Advanced");
    assert_eq!(text::advanced(2, 0, 0), "Advanced (2 changed)");
    assert_eq!(text::advanced(1, 1, 1), "Advanced (1 changed, 1 with an error, 1 to fill in)");
    assert_eq!(text::findings_heading(0, 0, 0), "Worth a look");
    assert_eq!(text::findings_heading(1, 2, 3), "Worth a look: 1 error, 2 notes, 3 values to fill in");
    assert_eq!(text::preset_standing("X", 0), "X");
    assert_eq!(text::preset_standing("X", 1), "X + 1 change");
    assert_eq!(text::preset_standing("X", 2), "X + 2 changes");
}

#[test]
fn advanced_questions_never_hide_a_complete_step() {
    for answers in beginnings().into_iter().chain([linked("workload=training")]) {
        for step in azureml_k8s_wizard::model::field::WizardStep::ALL {
            let mut fields = step.fields(&answers).peekable();
            if fields.peek().is_some() {
                assert!(fields.any(|field| !field.is_advanced(answers.edition())), "{}", step.id());
            }
        }
    }
}

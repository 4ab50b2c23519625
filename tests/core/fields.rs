//! The field table: what must hold for every row.

use std::collections::BTreeSet;

use crate::support::answers;
use azureml_k8s_wizard::analysis::check;
use azureml_k8s_wizard::base::source::{self, Source};
use azureml_k8s_wizard::edition::setting;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice, Edition};
use azureml_k8s_wizard::model::field::{Field, Kind, WizardStep};
use azureml_k8s_wizard::model::value::TextKind;
use azureml_k8s_wizard::text;

fn is_kebab_case(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

#[test]
fn every_id_is_unique_and_in_kebab_case() {
    let ids: BTreeSet<&str> = Field::ALL.iter().map(|field| field.id()).collect();
    assert_eq!(ids.len(), Field::ALL.len());
    for field in Field::ALL {
        assert!(is_kebab_case(field.id()), "{}", field.id());
        assert_eq!(Field::from_id(field.id()), Some(*field));
        if let Kind::Choice(values) = field.row().kind {
            assert!(values.iter().all(|value| is_kebab_case(value)), "{}", field.id());
            assert_eq!(values.iter().collect::<BTreeSet<_>>().len(), values.len(), "{}", field.id());
        }
    }
}

#[test]
fn the_fields_are_those_of_the_contract_in_its_order() {
    let contract: Vec<&str> = include_str!("../data/contract-fields.txt").lines().collect();
    let rows: Vec<String> = Field::ALL
        .iter()
        .map(|field| {
            let row = field.row();
            let mut values = match row.kind {
                Kind::Choice(values) => values.to_vec(),
                Kind::Text(_) => Vec::new(),
            };
            values.sort_unstable();
            let mut defaults: Vec<&str> =
                row.editions.iter().map(|edition| field.default(*edition)).collect();
            defaults.dedup();
            let letters: String = row
                .editions
                .iter()
                .map(|edition| match edition {
                    Edition::Current => 'c',
                    Edition::ArcPreview => 'p',
                    Edition::AksV1 => 'v',
                })
                .collect();
            format!("{}|{}|{}|{letters}", row.id, values.join(" "), defaults.join("/"))
        })
        .collect();
    assert_eq!(rows, contract);
}

#[test]
fn two_values_came_with_the_current_edition() {
    let offered = |field: Field, edition| field.choices(edition).collect::<Vec<_>>();
    assert_eq!(offered(Field::Exposure, Edition::Current), ["public", "internal", "node-port", "cluster-ip"]);
    assert_eq!(offered(Field::Exposure, Edition::ArcPreview), ["public", "internal", "node-port"]);
    assert_eq!(offered(Field::Certificate, Edition::Current), ["files", "secret"]);
    assert_eq!(offered(Field::Certificate, Edition::ArcPreview), ["files"]);
}

#[test]
fn every_default_is_a_value_of_its_field_and_edition() {
    for field in Field::ALL {
        for edition in field.row().editions {
            let default = field.default(*edition);
            match (field.row().kind, field.text_kind(*edition)) {
                (Kind::Choice(values), _) => {
                    assert!(values.contains(&default), "{}", field.id());
                    assert!(field.offers(default, *edition), "{}", field.id());
                }
                (Kind::Text(_), Some(kind)) if !default.is_empty() => {
                    assert_eq!(kind.check(default), Ok(()), "{}", field.id());
                }
                (Kind::Text(_), _) => {}
            }
        }
    }
}

#[test]
fn every_field_is_in_an_edition_and_is_asked_for_under_some_answers() {
    let structures: Vec<Answers> = [
        &[][..],
        &[
            ("connected", "no"),
            ("certificate", "secret"),
            ("auto-upgrade", "no"),
            ("identity", "user-assigned"),
        ],
        &[("edition", "arc-preview")],
        &[("edition", "aks-v1"), ("load-balancer", "internal"), ("vm-size", "Standard_X1")],
        &[("edition", "aks-v1"), ("task", "attach")],
    ]
    .into_iter()
    .map(answers)
    .collect();
    for field in Field::ALL {
        assert!(!field.row().editions.is_empty(), "{}", field.id());
        assert!(
            structures.iter().any(|answers| field.row().step.fields(answers).any(|asked| asked == *field)),
            "{} is never asked for",
            field.id()
        );
    }
}

#[test]
fn every_choice_can_be_made_and_is_offered_somewhere() {
    for field in Field::ALL {
        let Kind::Choice(values) = field.row().kind else { continue };
        for value in values {
            let mut answers = Answers::default();
            assert_eq!(answers.set(*field, value), Ok(()));
            assert_eq!(answers.text(*field), *value);
            assert!(field.row().editions.iter().any(|edition| field.offers(value, *edition)), "{value}");
        }
    }
}

#[test]
fn training_has_no_endpoint_step() {
    for (edition, _) in Edition::ALL.iter().filter(|(edition, _)| *edition != Edition::AksV1) {
        let answers = answers(&[("edition", edition.id()), ("workload", "training")]);
        assert_eq!(WizardStep::Endpoint.fields(&answers).count(), 0);
    }
    assert_ne!(WizardStep::Endpoint.fields(&Answers::default()).count(), 0);
}

#[test]
fn a_field_that_does_not_apply_keeps_its_value_and_has_no_effect() {
    let with = answers(&[("workload", "training"), ("cname", "not a name"), ("exposure", "node-port")]);
    let without = answers(&[("workload", "training")]);
    let (with_plan, without_plan) = (
        azureml_k8s_wizard::analysis::outcome::outcome(&with),
        azureml_k8s_wizard::analysis::outcome::outcome(&without),
    );
    assert_eq!(with_plan, without_plan);
    assert_eq!(with.text(Field::Cname), "not a name");
}

#[test]
fn every_example_is_of_its_kind() {
    for kind in TextKind::ALL {
        assert_eq!(kind.check(kind.example()), Ok(()), "{}", kind.id());
    }
}

#[test]
fn the_examples_of_all_fields_go_together() {
    for edition in ["current", "aks-v1"] {
        let mut all = answers(&[("edition", edition), ("identity", "user-assigned"), ("connected", "no")]);
        for field in Field::ALL {
            if let Some(example) = field.example(all.edition()) {
                all.set(*field, example).unwrap();
            }
        }
        assert_eq!(azureml_k8s_wizard::analysis::outcome::outcome(&all).resolved.invalid, [], "{edition}");
    }
}

#[test]
fn every_field_and_choice_has_words() {
    for field in Field::ALL {
        assert!(!text::field_label(*field).is_empty());
        let Kind::Choice(values) = field.row().kind else { continue };
        for value in values {
            // A value without a label would show its id.
            assert_ne!(text::choice_label(*field, value), *value, "{}", field.id());
        }
    }
}

#[test]
fn every_setting_and_rule_names_a_page_of_documentation_and_the_day_it_was_read() {
    let editions = [Edition::Current, Edition::ArcPreview].into_iter();
    let settings = editions.flat_map(setting::settings);
    let used: Vec<Source> =
        settings.map(|setting| setting.source).chain(check::RULES.iter().map(|rule| rule.source)).collect();
    assert!(used.iter().all(|source| source::ALL.contains(source)));
    for source in source::ALL {
        let publishers = ["learn.microsoft.com", "docs.redhat.com", "kubernetes.io", "github.com"];
        let publisher = source.url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
        assert!(publisher.is_some_and(|name| publishers.contains(&name)), "{}", source.url);
        let date: Vec<usize> = source.read.split('-').map(str::len).collect();
        assert_eq!(date, [4, 2, 2], "{}", source.read);
    }
}

/// An optional field may be left empty without a gap in any command. Every other field leaves one.
#[test]
fn a_text_is_optional_when_leaving_it_out_leaves_no_placeholder() {
    let structures = [
        "connected=no&identity=user-assigned&auto-upgrade=no",
        "cluster=aks&certificate=secret",
        "edition=arc-preview",
        "edition=aks-v1&load-balancer=internal&vm-size=Standard_X1",
        "edition=aks-v1&vnet-name=net",
        "edition=aks-v1&cname=ml.example.org",
        "edition=aks-v1&key-file=k.pem",
        "edition=aks-v1&task=attach",
        "edition=aks-v1&task=detach",
    ];
    for structure in structures {
        let answers = azureml_k8s_wizard::model::link::read(structure).answers;
        let gaps = azureml_k8s_wizard::analysis::outcome::outcome(&answers).plan.placeholders();
        let empty = Field::ALL.iter().filter(|field| {
            matches!(field.row().kind, Kind::Text(_))
                && field.applies(&answers)
                && answers.text(**field).is_empty()
        });
        for field in empty {
            assert_eq!(gaps.contains(field), !field.is_optional(&answers), "{} in {structure}", field.id());
        }
    }
}

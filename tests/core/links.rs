//! Links: a written link is read back unchanged, and any text gives answers and a report.

use crate::support::answers;
use azureml_k8s_wizard::analysis::check::Cause;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link::{self, Reason};
use proptest::prelude::*;
use rstest::rstest;

/// Any answers: a value of its list for a choice, any text at all for the rest.
pub(crate) fn any_answers() -> impl Strategy<Value = Answers> {
    let fields: Vec<BoxedStrategy<Option<String>>> = Field::ALL
        .iter()
        .map(|field| match field.row().kind {
            Kind::Choice(values) => {
                proptest::option::of(proptest::sample::select(values).prop_map(str::to_owned)).boxed()
            }
            Kind::Text(_) => {
                let default = field.default(Edition::Current).to_owned();
                proptest::option::of(prop_oneof![
                    any::<String>(),
                    "[ \t]*[a-z0-9&=+%#;/. -]{0,20}[ \t]*",
                    Just(default),
                    Just("007".to_owned()),
                    Just("1.29".to_owned()),
                    Just("证书 ключ 키 🔑".to_owned()),
                ])
                .boxed()
            }
        })
        .collect();
    fields.prop_map(|texts| {
        let mut answers = Answers::default();
        for (field, text) in Field::ALL.iter().zip(texts) {
            answers.set(*field, &text.unwrap_or_default()).unwrap();
        }
        answers
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::support::times(512), ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(answers in any_answers()) {
        let written = link::write(&answers);
        let reading = link::read(&written);
        prop_assert_eq!(&reading.answers, &answers);
        prop_assert_eq!(reading.ignored, vec![]);
        for field in Field::ALL {
            prop_assert_eq!(reading.answers.text(*field), answers.text(*field));
        }
        prop_assert_eq!(link::write(&reading.answers), written);
    }

    #[test]
    fn whatever_is_read_gives_a_plan(
        noise in "\\PC{0,200}",
        pairs in proptest::collection::vec((proptest::sample::select(Field::ALL), "[a-z0-9%&=+.-]{0,12}|\\PC{0,8}"), 0..60),
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let known: Vec<String> = pairs.iter().map(|(field, text)| format!("{}={text}", field.id())).collect();
        for text in [noise, known.join("&"), String::from_utf8_lossy(&bytes).into_owned()] {
            let reading = link::read(&text);
            prop_assert!(!outcome(&reading.answers).plan.steps.is_empty());
        }
    }
}

#[test]
fn only_what_differs_from_the_default_is_written_in_the_order_of_the_table() {
    assert_eq!(link::write(&Answers::default()), "v=1");
    let mixed = answers(&[
        ("workload", "training"),
        ("cluster", "aks"),
        ("edition", "current"),
        ("namespace", "default"),
    ]);
    assert_eq!(link::write(&mixed), "v=1&cluster=aks&workload=training");
    // `yes` is the default of the preview and not of today.
    let preview = answers(&[("edition", "arc-preview"), ("nvidia-plugin", "yes")]);
    assert_eq!(link::write(&preview), "v=1&edition=arc-preview");
    assert_eq!(link::write(&answers(&[("nvidia-plugin", "yes")])), "v=1&nvidia-plugin=yes");
}

#[rstest]
#[case("007")]
#[case("1.29")]
#[case("1e3")]
#[case("a+b c&d=e#f%20")]
#[case("정수 ключ 🔑")]
fn a_text_is_carried_as_it_is(#[case] text: &str) {
    let written = link::write(&answers(&[("extension-version", text)]));
    // Independent of our reader: the pairs from a form decoder.
    let pairs: Vec<(String, String)> = form_urlencoded::parse(written.as_bytes()).into_owned().collect();
    assert_eq!(pairs, [("v".into(), "1".into()), ("extension-version".into(), text.to_owned())]);
    assert_eq!(link::read(&written).answers.text(Field::ExtensionVersion), text);
}

#[rstest]
#[case("foo=1", "foo", "1", Reason::UnknownField)]
#[case("Cluster=aks", "Cluster", "aks", Reason::UnknownField)]
#[case("shell=cmd", "shell", "cmd", Reason::UnknownField)]
#[case("cluster=gke", "cluster", "gke", Reason::UnknownValue)]
#[case("cluster=AKS", "cluster", "AKS", Reason::UnknownValue)]
#[case("resource-group=", "resource-group", "", Reason::EmptyValue)]
#[case("resource-group=%20", "resource-group", " ", Reason::EmptyValue)]
#[case("cluster", "cluster", "", Reason::EmptyValue)]
#[case("v=2", "v", "2", Reason::UnknownVersion)]
#[case("=x", "", "x", Reason::UnknownField)]
fn what_cannot_be_used_is_reported_and_the_rest_is_used(
    #[case] pair: &str,
    #[case] key: &str,
    #[case] value: &str,
    #[case] reason: Reason,
) {
    for link in [format!("{pair}&workload=training"), format!("workload=training&{pair}")] {
        let reading = link::read(&link);
        let [ignored] = reading.ignored.as_slice() else { panic!("{:?}", reading.ignored) };
        assert_eq!((ignored.key.as_str(), ignored.value.as_str(), ignored.reason), (key, value, reason));
        assert_eq!(reading.answers, answers(&[("workload", "training")]));
    }
}

#[test]
fn the_last_of_several_values_counts_and_the_others_are_reported() {
    let reading = link::read("cluster=aks&cluster=arc&namespace=a&namespace=b");
    assert_eq!(reading.answers, answers(&[("namespace", "b")]));
    let reported: Vec<_> = reading.ignored.iter().map(|pair| (pair.value.as_str(), pair.reason)).collect();
    assert_eq!(reported, [("aks", Reason::Repeated), ("a", Reason::Repeated)]);
    // An unusable value does not hide a usable one.
    assert_eq!(link::read("cluster=aks&cluster=gke").answers, answers(&[("cluster", "aks")]));
}

#[rstest]
#[case("v=1&cluster=aks")]
#[case("#v=1&cluster=aks")]
#[case(" #cluster=aks ")]
#[case("https://host/path/?embed#v=1&cluster=aks")]
#[case("http://127.0.0.1:8080/#cluster=aks")]
fn a_link_is_read_with_or_without_what_stands_before_it(#[case] link: &str) {
    let reading = link::read(link);
    assert_eq!((reading.answers, reading.ignored), (answers(&[("cluster", "aks")]), vec![]));
}

#[test]
fn an_address_without_a_fragment_gives_no_answers() {
    assert_eq!(link::read("https://host/?cluster=aks"), link::Reading::default());
}

#[test]
fn a_text_that_breaks_a_rule_is_kept_found_and_written_nowhere() {
    let reading = link::read("resource-group=rg; echo PWNED #");
    assert_eq!(reading.answers.text(Field::ResourceGroup), "rg; echo PWNED #");
    let outcome = outcome(&reading.answers);
    let invalid = outcome.findings.iter().find(|finding| finding.cause.id() == "invalid-resource-group");
    assert!(matches!(invalid.map(|finding| &finding.cause), Some(Cause::Invalid(_))));
    for layout in ["lines", "one-line"] {
        let layout = azureml_k8s_wizard::model::choice::Choice::from_id(layout).unwrap();
        for step in &outcome.plan.steps {
            let text = azureml_k8s_wizard::output::tokens::output_text(
                &step.outputs[0],
                azureml_k8s_wizard::model::choice::Shell::Bash,
                layout,
            );
            assert!(!text.contains("PWNED"), "{text}");
        }
    }
    assert!(outcome.plan.placeholders().contains(&Field::ResourceGroup));
}

#[test]
fn ten_kilobytes_of_noise_are_read_and_every_pair_is_reported() {
    let noise: Vec<String> = (0..900).map(|i| format!("k{i}=%FF%00é")).collect();
    let noise = noise.join("&");
    assert!(noise.len() > 10_000);
    let reading = link::read(&noise);
    assert_eq!(reading.ignored.len(), 900);
    assert_eq!(reading.ignored[899].key, "k899");
    assert_eq!(reading.answers, Answers::default());
    let long = "x".repeat(10_000);
    let reading = link::read(&format!("workspace={long}"));
    assert_eq!(reading.answers.text(Field::Workspace), long);
    assert_eq!(outcome(&reading.answers).resolved.invalid.len(), 1);
}

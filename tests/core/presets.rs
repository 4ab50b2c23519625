//! Presets: choices that go together, and which of them a scenario is close to.

use crate::support::{answers, linked, with};
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::i18n::text;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::model::preset::{PRESETS, Preset, PresetId, exact, nearest};
use azureml_k8s_wizard::plan::Output;
use azureml_k8s_wizard::shell::plain;
use azureml_k8s_wizard::text::{self, Text};
use rstest::rstest;

const NAMES: &[(&str, &str)] = &[
    ("subscription", "11111111-2222-3333-4444-555555555555"),
    ("resource-group", "rg"),
    ("cluster-name", "c1"),
    ("workspace", "mlw"),
    ("cert-file", "c.pem"),
    ("key-file", "k.pem"),
    ("cname", "ml.example.org"),
    ("namespace", "ml-team"),
];

fn preset(id: &str) -> &'static Preset {
    Preset::from_id(id).unwrap_or_else(|| panic!("no preset {id}"))
}

/// The settings that the documents print for each scenario after `--config`; none for a compute without the extension.
#[rstest]
#[case(
    "proof-of-concept",
    "managedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=LoadBalancer allowInsecureConnections=True inferenceRouterHA=False"
)]
#[case("arc-training", "connectedClusters", "enableTraining=True")]
#[case(
    "production-https",
    "managedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=LoadBalancer sslCname=ml.example.org sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
#[case(
    "private-https",
    "managedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure sslCname=ml.example.org sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
#[case(
    "on-premises-gpu",
    "connectedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=NodePort sslCname=ml.example.org installNvidiaDevicePlugin=True installDcgmExporter=True sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
#[case(
    "openshift",
    "connectedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=ClusterIP sslCname=ml.example.org sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
#[case(
    "development-node-port",
    "connectedClusters",
    "enableTraining=True enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True inferenceRouterHA=False"
)]
#[case("legacy-aks-compute", "", "")]
fn a_preset_sets_what_the_documents_set(
    #[case] id: &str,
    #[case] cluster_type: &str,
    #[case] settings: &str,
) {
    let answers = preset(id).apply(&answers(NAMES));
    let outcome = outcome(&answers);
    let words: Vec<String> = outcome.settings().iter().flat_map(|(_, words)| words).map(plain).collect();
    assert_eq!(words.join(" "), settings);
    let commands = outcome.plan.steps.iter().flat_map(|step| &step.outputs).flat_map(Output::commands);
    let types: Vec<String> = commands
        .flat_map(|command| &command.options)
        .filter(|option| option.name == "--cluster-type")
        .map(|option| plain(&option.values[0]))
        .collect();
    assert!(types.iter().all(|found| found == cluster_type) && types.is_empty() == cluster_type.is_empty());
}

#[test]
fn no_preset_has_an_error_with_names_or_without() {
    for preset in PRESETS {
        for answers in [preset.answers(), preset.apply(&answers(NAMES))] {
            let findings = outcome(&answers).findings;
            let errors: Vec<String> = findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error)
                .map(|finding| finding.cause.id())
                .collect();
            assert!(errors.is_empty(), "{}: {errors:?}", preset.id.id());
        }
    }
}

#[test]
fn a_preset_contains_only_effective_choices_that_are_no_defaults() {
    for preset in PRESETS {
        let answers = preset.answers();
        assert!(!preset.choices.is_empty());
        for (field, id) in preset.choices {
            let Kind::Choice(allowed) = field.row().kind else { panic!("{} is a name", field.id()) };
            assert!(allowed.contains(id), "{} does not take {id}", field.id());
            assert!(field.applies(&answers) && field.offers(id, answers.edition()), "{}", field.id());
            assert_ne!(*id, field.default(answers.edition()), "{} of {}", field.id(), preset.id.id());
            assert_eq!(answers.text(*field), *id);
        }
        let set: Vec<Field> = answers.differing().map(|(field, _)| field).collect();
        assert_eq!(set.len(), preset.choices.len(), "{} says something twice", preset.id.id());
    }
}

#[test]
fn every_id_has_one_preset_and_no_two_are_alike() {
    let ids: Vec<PresetId> = PRESETS.iter().map(|preset| preset.id).collect();
    assert_eq!(ids, PresetId::ALL);
    for (place, preset) in PRESETS.iter().enumerate() {
        let (title, help) = text::preset(preset.id);
        assert!(!title.is_empty() && help.ends_with('.'));
        for other in &PRESETS[..place] {
            assert_ne!(preset.answers(), other.answers());
            assert_ne!(text::preset(other.id).0, title);
        }
    }
}

#[test]
fn names_stay_as_they_were_typed_and_every_choice_becomes_the_preset_s() {
    let before = answers(&[
        ("edition", "arc-preview"),
        ("exposure", "node-port"),
        ("nvidia-plugin", "no"),
        ("identity", "system-assigned"),
        ("resource-group", "  rg; x "),
        ("node-selector", "pool=ml"),
        ("extension-version", "1.1.42"),
    ]);
    let applied = preset("production-https").apply(&before);
    assert_eq!(applied.typed(Field::ResourceGroup), "  rg; x ");
    assert_eq!(applied.typed(Field::NodeSelector), "pool=ml");
    assert_eq!(applied.typed(Field::ExtensionVersion), "1.1.42");
    for field in Field::ALL.iter().filter(|field| matches!(field.row().kind, Kind::Choice(_))) {
        let expected = if *field == Field::Cluster { "aks" } else { "" };
        assert_eq!(applied.typed(*field), expected, "{}", field.id());
    }
}

#[rstest]
#[case("cluster=aks", "production-https", 0)]
#[case("cluster=aks&workspace=mlw&namespace=ml", "production-https", 0)]
#[case("cluster=aks&exposure=internal&router-ha=no", "private-https", 1)]
#[case("cluster=aks&exposure=internal&router-ha=no&auto-upgrade=no", "private-https", 2)]
#[case("workload=training&openshift=yes", "arc-training", 1)]
// A field without effect under these answers is no change.
#[case("workload=training&exposure=internal&transport=http", "arc-training", 0)]
#[case("edition=aks-v1&cluster=aks&purpose=dev-test", "legacy-aks-compute", 1)]
// The first of two equally close presets.
#[case("", "arc-training", 1)]
fn the_nearest_preset_and_how_many_choices_differ(
    #[case] link: &str,
    #[case] id: &str,
    #[case] changes: usize,
) {
    let answers = linked(link);
    let (found, count) = nearest(&answers).unwrap();
    assert_eq!((found.id.id(), count), (id, changes));
    assert_eq!(exact(&answers).map(|found| found.id.id()), (changes == 0).then_some(id));
}

#[test]
fn every_preset_knows_itself_whatever_the_names() {
    for preset in PRESETS {
        for names in [Answers::default(), answers(NAMES)] {
            assert_eq!(exact(&preset.apply(&names)).map(|found| found.id), Some(preset.id));
        }
        let other = with(preset.answers(), Field::Edition, "arc-preview");
        assert_eq!(exact(&other), None);
    }
}

/// The document itself contains them as links until the module has loaded, with the same texts and scenarios.
#[test]
fn the_document_has_the_same_presets_as_the_page() {
    let document: String = include_str!("../../index.html").lines().map(str::trim).collect();
    let has = |part: &str| assert!(document.contains(part), "index.html does not have {part}");
    let item = |preset: &Preset| {
        let link = link::write(&preset.answers()).replace('&', "&amp;");
        let (name, help) = text::preset(preset.id);
        format!("<li><a href=\"#{link}\"><strong>{name}</strong> <span class=\"help\">{help}</span></a></li>")
    };
    has(&format!("<ul>{}</ul>", PRESETS.iter().map(item).collect::<String>()));
    let (heading, lead) = (text(Text::PresetsHeading), text(Text::PresetsLead));
    has(&format!("<summary><h2>{heading}</h2> <span class=\"quiet\">{lead}</span></summary>"));
    has(&format!("<title>{}</title>", text(Text::PageTitle)));
    has(&format!("<h1>{}</h1>", text(Text::PageTitle)));
    has(&format!("<p>{}</p>", text(Text::PageLead)));
    // Hidden, but as wide as the later visible control.
    for button in [Text::SearchOpen, Text::KeysOpen, Text::ToolRead, Text::ToolCompare, Text::ToolScenarios] {
        has(&format!("<button>{}</button>", text(button)));
    }
    for label in [Text::ThemeAuto, Text::ThemeLight, Text::ThemeDark] {
        has(&format!("<label><input type=\"radio\"><span>{}</span></label>", text(label)));
    }
    has(&format!("<legend>{}</legend>", text(Text::ThemeLabel)));
    has(&format!("<span>{}</span><select><option>English</select>", text(Text::LanguageLabel)));
}

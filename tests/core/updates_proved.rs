//! The proof of an update: an updated installation equals a new installation, except for settings that are reported to stay.

use std::collections::BTreeMap;

use crate::updates::scenario;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::analysis::update::{Update, WarningId, update};
use azureml_k8s_wizard::edition::setting::{self, Needs};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Edition};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::shell::plain;
use proptest::prelude::*;

/// The default of each setting, according to the documents.
const DEFAULTS: &[(&str, &str)] = &[
    ("enableTraining", "False"),
    ("enableInference", "False"),
    ("allowInsecureConnections", "False"),
    ("inferenceRouterHA", "True"),
    ("inferenceLoadBalancerHA", "True"),
    ("installPromOp", "True"),
    ("installVolcano", "True"),
    ("installDcgmExporter", "False"),
    ("privateEndpointNodeport", "False"),
    ("privateEndpointILB", "False"),
    ("logAnalyticsWS", "False"),
    ("openshift", "False"),
    ("clusterPurpose", "FastProd"),
];
const OF_TLS: &[&str] = &["sslCname", "sslSecret", "sslCertPemFile", "sslKeyPemFile"];
const OF_INFERENCE: &[&str] = &[
    "inferenceRouterServiceType",
    "internalLoadBalancerProvider",
    "allowInsecureConnections",
    "inferenceRouterHA",
    "inferenceLoadBalancerHA",
    "privateEndpointNodeport",
    "privateEndpointILB",
];

type SettingMap = BTreeMap<String, String>;

fn pairs(words: impl Iterator<Item = String>) -> SettingMap {
    words
        .map(|word| {
            let (key, value) = word.split_once('=').unwrap_or_else(|| panic!("{word} is no setting"));
            (key.to_owned(), value.to_owned())
        })
        .collect()
}

/// A new installation: its settings, and its protected settings. For fewer than three nodes the CLI adds two settings,
/// whatever the workload. It writes `false` in lower case.
fn installed(answers: &Answers) -> (SettingMap, SettingMap) {
    let outcome = outcome(answers);
    let settings = outcome.settings();
    let map = |protected: bool| {
        let of = settings.iter().filter(move |(setting, _)| setting.protected == protected);
        pairs(of.flat_map(|(_, words)| words.iter().map(plain)))
    };
    let mut settings = map(false);
    let has_few_nodes = ["1", "2"].contains(&answers.text(Field::NodeCount));
    if answers.edition() == Edition::Current && has_few_nodes {
        settings.entry("inferenceRouterHA".to_owned()).or_insert("False".to_owned());
        settings.insert("clusterPurpose".to_owned(), "DevTest".to_owned());
    }
    (settings, map(true))
}

/// An update overwrites keys and never removes them. It drops protected keys that are left out.
fn apply(
    update: &Update,
    (mut settings, mut protected): (SettingMap, SettingMap),
) -> (SettingMap, SettingMap) {
    for option in update.command.iter().flat_map(|command| &command.options) {
        let words = pairs(option.values.iter().filter(|_| option.name.starts_with("--config")).map(plain));
        match option.name {
            "--config" => settings.extend(words),
            "--config-protected" => protected = words,
            _ => {}
        }
    }
    (settings, protected)
}

fn default_of<'a>(key: &str, edition: &str) -> Option<&'a str> {
    match (key, edition) {
        ("installNvidiaDevicePlugin", "arc-preview") => Some("True"),
        ("installNvidiaDevicePlugin", _) => Some("False"),
        _ => DEFAULTS.iter().find(|(known, _)| *known == key).map(|(_, value)| *value),
    }
}

#[test]
fn every_setting_has_the_default_of_the_documents() {
    for edition in [Edition::Current, Edition::ArcPreview] {
        for setting in setting::settings(edition) {
            let (key, edition) = (setting.key.id(), edition.id());
            assert_eq!(setting.default, default_of(key, edition), "{key} of {edition}");
            let needs = match key {
                key if OF_TLS.contains(&key) || OF_INFERENCE.contains(&key) => Needs::Inference,
                "installVolcano" => Needs::Training,
                _ => Needs::Nothing,
            };
            assert_eq!(setting.needs, needs, "{key} of {edition}");
        }
    }
}

const SCENARIO_FIELDS: &[(&str, &[&str])] = &[
    ("openshift", &["yes", "no"]),
    ("workload", &["training", "inference", "both"]),
    ("exposure", &["public", "internal", "node-port", "cluster-ip"]),
    ("transport", &["https", "http"]),
    ("certificate", &["files", "secret"]),
    ("router-ha", &["yes", "no"]),
    ("nvidia-plugin", &["yes", "no"]),
    ("log-analytics", &["yes", "no"]),
    ("volcano", &["yes", "no"]),
    ("prometheus-operator", &["yes", "no"]),
    ("dcgm-exporter", &["yes", "no"]),
    ("auto-upgrade", &["yes", "no"]),
    ("extension-version", &["", "1.1.42"]),
    ("node-selector", &["", "pool=ml", "pool=gpu", "pool=ml,zone=", "zone=1"]),
    ("cname", &["ml.example.org", "two.example.org"]),
    ("cert-file", &["c.pem", "it's $HOME.pem"]),
    ("key-file", &["k.pem", "k2.pem"]),
    ("tls-secret", &["tls", "tls2"]),
    ("namespace", &["default", "ml"]),
    ("node-count", &["2", "3", "5"]),
];

/// Scenarios of one cluster with all their names.
fn scenarios(edition: &'static str, cluster: &'static str) -> impl Strategy<Value = Answers> {
    let fields = SCENARIO_FIELDS.iter().map(|(id, values)| {
        let values = values.iter().filter(move |value| {
            // Two values came with `current`.
            edition == "current" || !["cluster-ip", "secret"].contains(value)
        });
        let values: Vec<&'static str> = values.copied().collect();
        proptest::sample::select(values).prop_map(move |value| (*id, value))
    });
    fields.collect::<Vec<_>>().prop_map(move |chosen| {
        let mut answers = scenario("");
        for (id, value) in [("edition", edition), ("cluster", cluster)].into_iter().chain(chosen) {
            answers.set(Field::from_id(id).unwrap(), value).unwrap();
        }
        answers
    })
}

fn two_scenarios() -> impl Strategy<Value = (Answers, Answers)> {
    let kinds = prop_oneof![
        Just(("current", "arc")),
        Just(("current", "aks")),
        Just(("arc-preview", "arc")),
        Just(("arc-preview", "aks")),
    ];
    kinds.prop_flat_map(|(edition, cluster)| (scenarios(edition, cluster), scenarios(edition, cluster)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::support::times(2000), ..ProptestConfig::default() })]

    /// The proof: an updated installation equals a new installation, except for settings that are reported to stay.
    #[test]
    fn an_update_makes_one_installation_the_other((was, is) in two_scenarios()) {
        let update = update(&was, &is).unwrap();
        if update.recreate.is_some() {
            prop_assert_eq!(&update.command, &None);
            return Ok(());
        }
        let edition = is.text(Field::Edition).to_owned();
        let warns = |id: WarningId| update.warnings.contains(&id);
        let (settings, protected) = apply(&update, installed(&was));
        let (expected, expected_protected) = installed(&is);
        for (key, value) in expected.iter().chain(&expected_protected) {
            let found = settings.get(key).or(protected.get(key));
            prop_assert_eq!(found, Some(value), "{}", key);
        }
        for (key, value) in settings.iter().chain(&protected) {
            if expected.contains_key(key) || expected_protected.contains_key(key) {
                continue;
            }
            let key = key.as_str();
            let no_inference = is.text(Field::Workload) == "training";
            let stays = warns(WarningId::CertificateStays) && OF_TLS.contains(&key) && is.text(Field::Transport) == "http"
                || warns(WarningId::SettingsStay) && no_inference && (OF_TLS.contains(&key) || OF_INFERENCE.contains(&key))
                || warns(WarningId::SettingsStay) && key == "installVolcano" && is.text(Field::Workload) == "inference";
            prop_assert!(stays || default_of(key, &edition) == Some(value.as_str()), "{}={}", key, value);
        }
    }

    /// Every word of the command has a reason: none repeats the current state.
    #[test]
    fn an_update_repeats_nothing_and_uses_only_options_of_update((was, is) in two_scenarios()) {
        let update = update(&was, &is).unwrap();
        let again = azureml_k8s_wizard::analysis::update::update(&is, &is).unwrap();
        prop_assert_eq!((again.command, again.warnings, again.recreate, again.reattach), (None, vec![], None, None));
        let Some(command) = update.command else { return Ok(()) };
        let allowed = ["--name", "--cluster-type", "--cluster-name", "--resource-group", "--auto-upgrade", "--version", "--config", "--config-protected"];
        for option in &command.options {
            prop_assert!(allowed.contains(&option.name), "{}", option.name);
        }
        let (settings, _) = installed(&was);
        let config = command.options.iter().find(|option| option.name == "--config");
        for (key, value) in pairs(config.iter().flat_map(|option| &option.values).map(plain)) {
            let is_renewed = key == "sslSecret";
            prop_assert!(is_renewed || settings.get(&key) != Some(&value), "{}={}", key, value);
        }
    }
}

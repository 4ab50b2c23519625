//! What a plan says is what Azure gets: requests recorded from the real CLI, compared key by key with the settings of a
//! scenario's command and with those that the CLI is known to add.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{answers, data, linked, parse_call, step_text, words};
use azureml_k8s_wizard::analysis::update::{ReasonId, update};
use azureml_k8s_wizard::edition::setting::added;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::scenario::{Scenario, resolve};
use azureml_k8s_wizard::plan::StepId;
use azureml_k8s_wizard::shell::{command_text, plain};
use azureml_k8s_wizard::text;
use serde_json::{Value, json};

const NAMES: &[(&str, &str)] = &[
    ("subscription", "11111111-1111-1111-1111-111111111111"),
    ("resource-group", "rg-edge"),
    ("cluster-name", "edge-1"),
];
const FILES: &str = "cert-file=./certs/tls.pem&key-file=./certs/tls.key&cname=ml.contoso.com";

/// A recording of `az k8s-extension create`, and the scenario that its command is of. Those named after two nodes were
/// recorded with such a cluster.
const CREATED: &[(&str, &str)] = &[
    ("aks-both-https-files-public", "cluster=aks&FILES"),
    (
        "aks-crlf-pem",
        "cluster=aks&workload=inference&cert-file=./certs/crlf.pem&key-file=./certs/tls.key&cname=ml.contoso.com",
    ),
    ("aks-inference-http-node-port", "cluster=aks&workload=inference&exposure=node-port&transport=http"),
    ("aks-inference-http-public", "cluster=aks&workload=inference&transport=http"),
    (
        "aks-inference-https-secret-cluster-ip",
        "cluster=aks&workload=inference&exposure=cluster-ip&certificate=secret&tls-secret=endpoint-tls&cname=ml.contoso.com",
    ),
    (
        "aks-pinned-version",
        "cluster=aks&workload=training&auto-upgrade=no&extension-version=1.1.42&node-selector=agentpool=ml,gpu=true&nvidia-plugin=yes&prometheus-operator=no&volcano=no&dcgm-exporter=yes",
    ),
    ("aks-training", "cluster=aks&workload=training&node-count=3"),
    ("aks-two-nodes-both-http", "cluster=aks&transport=http&node-count=2"),
    ("aks-two-nodes-router-ha-no", "cluster=aks&transport=http&node-count=2&router-ha=no"),
    ("arc-both-https-files-node-port", "exposure=node-port&FILES"),
    ("arc-training", "workload=training"),
    ("arc-training-again-relay-exists", "workload=training"),
];

/// A recording of `az k8s-extension update`, the old scenario and the new one.
const UPDATED: &[(&str, &str, &str)] = &[
    (
        "update-aks-certificate-files",
        "cluster=aks&cert-file=old.pem&key-file=./certs/tls.key&cname=ml.contoso.com",
        "cluster=aks&FILES",
    ),
    ("update-aks-cluster-purpose", "cluster=aks&FILES&node-count=2", "cluster=aks&FILES&node-count=5"),
    ("update-aks-internal", "cluster=aks&exposure=node-port&FILES", "cluster=aks&exposure=internal&FILES"),
    ("update-aks-node-port", "cluster=aks&FILES", "cluster=aks&exposure=node-port&FILES"),
    ("update-aks-settings", "cluster=aks&FILES", "cluster=aks&FILES&prometheus-operator=no&router-ha=no"),
    (
        "update-aks-version",
        "cluster=aks&workload=training",
        "cluster=aks&workload=training&auto-upgrade=no&extension-version=1.1.88",
    ),
    (
        "update-arc-certificate-secret",
        "certificate=secret&tls-secret=old&cname=ml.contoso.com",
        "certificate=secret&tls-secret=endpoint-tls&cname=ml.contoso.com",
    ),
    ("update-arc-internal", "exposure=node-port&FILES", "exposure=internal&FILES"),
    ("update-arc-settings", "FILES", "FILES&prometheus-operator=no&router-ha=no"),
    ("update-arc-version", "workload=training", "workload=training&auto-upgrade=no&extension-version=1.1.88"),
];

/// Recordings of what no scenario asks for: settings that the wizard only reads, and what the CLI refuses.
const OTHERS: &[&str] = &[
    "aks-bom-pem",
    "aks-utf8-pem",
    "arc-training-log-analytics",
    "arc-training-relay-off",
    "arc-training-service-bus",
    "update-aks-cert-without-relayserver.enabled",
    "update-aks-cert-without-servicebus.enabled",
    "update-aks-internal-back-empty",
    "update-arc-cert-relay-of-another-name",
];

/// Keys whose values only Azure or the contents of a file determine.
const OF_FILES: &[&str] = &["scoringFe.sslCert", "scoringFe.sslKey"];
const OF_RELAY: &[&str] = &[
    "relayserver.hybridConnectionResourceID",
    "relayServerConnectionString",
    "relayserver.relayConnectionString",
];

type Settings = BTreeMap<String, String>;

fn recorded(name: &str) -> Value {
    let text = std::fs::read_to_string(data(&format!("requests/{name}.json")));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{name}: {error}"))).unwrap()
}

fn scenario(link: &str) -> Answers {
    let mut answers = answers(NAMES);
    // The last pair of a field counts.
    for (field, text) in linked(&link.replace("FILES", FILES)).differing() {
        answers.set(field, text).unwrap();
    }
    answers
}

/// The properties of the request that creates or changes the extension.
fn sent(record: &Value, method: &str) -> Value {
    let requests = record["requests"].as_array().unwrap();
    let is_it = |request: &&Value| {
        request["method"] == method
            && request["path"].as_str().unwrap().ends_with("/extensions/arcml-extension")
    };
    requests.iter().find(is_it).unwrap_or_else(|| panic!("no {method} in {record}"))["body"]["properties"]
        .clone()
}

/// All settings of a request in one map. No key is in both parts.
fn settings_of(properties: &Value) -> Settings {
    let parts =
        ["configurationSettings", "configurationProtectedSettings"].map(|part| properties[part].as_object());
    let pairs = parts.into_iter().flatten().flatten();
    pairs.map(|(key, value)| (key.clone(), value.as_str().unwrap().to_owned())).collect()
}

fn pairs<'a>(words: impl Iterator<Item = &'a String>) -> Settings {
    words
        .map(|word| {
            let (key, value) = word.split_once('=').unwrap();
            (key.to_owned(), value.to_owned())
        })
        .collect()
}

/// Compares a command with the recorded one, without the answer to the CLI's question, and returns its settings.
fn same_command(written: &str, record: &Value) -> Settings {
    let typed = record["command"].as_str().unwrap();
    let mut call = parse_call(&words(typed));
    call.options.remove("--yes");
    let ours = parse_call(&words(written));
    assert_eq!(ours, call);
    pairs(["--config", "--config-protected"].iter().filter_map(|option| ours.options.get(*option)).flatten())
}

/// Removes the keys from the request, which must be in it.
fn without(mut settings: Settings, keys: &[&str], about: &str) -> Settings {
    for key in keys {
        assert!(settings.remove(*key).is_some(), "{about}: no {key}");
    }
    settings
}

#[test]
fn a_new_extension_gets_the_settings_of_its_scenario_and_those_that_the_cli_adds() {
    for (name, link) in CREATED {
        let (record, answers) = (recorded(name), scenario(link));
        let properties = sent(&record, "PUT");
        let typed = same_command(&step_text(&answers, "create-extension", Layout::OneLine), &record);
        let Scenario::Extension(extension) = resolve(&answers).scenario else { panic!("{name}") };
        let added: Vec<String> = added::on_creation(&extension)
            .iter()
            // The cluster of the recording is there.
            .map(|word| plain(word).replace("<region>", "westeurope"))
            .collect();
        let mut expected = pairs(added.iter());
        for (key, value) in &typed {
            assert_eq!(expected.insert(key.clone(), value.clone()), None, "{name}: {key} is typed and added");
        }
        let mut sent = settings_of(&properties);
        if typed.contains_key("sslCertPemFile") {
            sent = without(sent, OF_FILES, name);
        }
        if answers.text(Field::Cluster) == "arc" {
            sent = without(sent, OF_RELAY, name);
        }
        assert_eq!(sent, expected, "{name}");
        // Azure keeps a setting to itself only if it is sent as protected.
        let protected = properties["configurationProtectedSettings"].as_object().unwrap();
        let is_file = |key: &str| key.ends_with("PemFile");
        assert!(typed.keys().all(|key| is_file(key) == protected.contains_key(key)), "{name}");
        let version = answers.given(Field::ExtensionVersion);
        assert_eq!(
            properties["version"],
            if version.is_empty() { Value::Null } else { json!(version) },
            "{name}"
        );
    }
}

/// What `az k8s-extension update` adds, by its source. It adds nothing else.
fn added_by_update(typed: &Settings) -> Settings {
    let mut added = Settings::new();
    let mut add = |key: &str, value: &str| added.insert(key.to_owned(), value.to_owned());
    let flag = |on: bool| if on { "True" } else { "False" };
    if let Some(service) = typed.get("inferenceRouterServiceType") {
        add("scoringFe.serviceType.nodePort", flag(service == "NodePort"));
    }
    if let Some(provider) = typed.get("internalLoadBalancerProvider").filter(|provider| !provider.is_empty())
    {
        add("scoringFe.serviceType.internalLoadBalancer", flag(provider == "azure"));
    }
    if let Some(secret) = typed.get("sslSecret") {
        add("scoringFe.sslSecret", secret);
    }
    added
}

#[test]
fn an_updated_extension_gets_the_settings_of_the_update() {
    for (name, was, is) in UPDATED {
        let record = recorded(name);
        let update = update(&scenario(was), &scenario(is)).unwrap();
        assert_eq!(update.recreate, None, "{name}");
        let command = update.command.unwrap_or_else(|| panic!("{name}: nothing to update"));
        let typed = same_command(&command_text(&command, Shell::Bash, Layout::OneLine), &record);
        let mut sent = settings_of(&sent(&record, "PATCH"));
        if typed.contains_key("sslCertPemFile") {
            sent = without(sent, OF_FILES, name);
        }
        let mut expected = added_by_update(&typed);
        expected.extend(typed);
        assert_eq!(sent, expected, "{name}");
        // The CLI asks before it changes settings, and the update says so: the recorded command has the answer.
        let asks = update.warnings.iter().any(|warning| warning.id() == "confirmation");
        let is_asked = record["command"].as_str().unwrap().ends_with(" --yes");
        let has_prompt = !record["prompts"].as_array().unwrap().is_empty();
        assert_eq!(asks, is_asked || has_prompt, "{name}");
    }
}

/// The CLI sends the empty value and changes nothing of the service, so that this is no way back.
#[test]
fn an_internal_load_balancer_is_not_given_up_by_an_update() {
    let record = recorded("update-aks-internal-back-empty");
    let sent = settings_of(&sent(&record, "PATCH"));
    assert_eq!(sent, pairs([&"internalLoadBalancerProvider=".to_owned()].into_iter()));
    assert_eq!(added_by_update(&sent), Settings::new());
    let update = update(
        &scenario("cluster=aks&exposure=internal&FILES"),
        &scenario("cluster=aks&exposure=node-port&FILES"),
    );
    let recreate = update.unwrap().recreate.unwrap();
    assert_eq!(recreate.reasons, [ReasonId::InternalLoadBalancer]);
    assert_eq!(recreate.delete, [StepId::DeleteExtension]);
    let reason = text::recreate_reason(ReasonId::InternalLoadBalancer);
    for said in [
        "internalLoadBalancerProvider=none",
        "scoringFe.serviceType.internalLoadBalancer=False",
        "not documented",
    ] {
        assert!(reason.contains(said), "{reason}");
    }
}

/// The CLI fails with these files before it sends anything: the reason why scripts look into them.
#[test]
fn the_cli_fails_with_a_pem_file_that_is_not_ascii() {
    for name in ["aks-bom-pem", "aks-utf8-pem"] {
        let record = recorded(name);
        assert_eq!((&record["exit"], &record["requests"]), (&json!(1), &json!([])), "{name}");
        assert!(record["error"].as_str().unwrap().starts_with("UnicodeEncodeError: 'ascii' codec"), "{name}");
    }
}

#[test]
fn every_recording_is_used_or_listed() {
    let names = CREATED.iter().map(|(name, _)| *name).chain(UPDATED.iter().map(|(name, ..)| *name));
    let listed: BTreeSet<String> =
        names.chain(OTHERS.iter().copied()).map(|name| format!("{name}.json")).collect();
    let files = std::fs::read_dir(data("requests")).unwrap();
    let found: BTreeSet<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(listed, found);
}

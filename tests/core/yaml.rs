//! The YAML files: a reader of YAML 1.1 and one of 1.2 read the same documents, which match the scenario.

use std::collections::BTreeSet;

use crate::scenarios::{
    Axis, CLUSTERS, EDITIONS, IDENTITIES, NAMES, NAMESPACES, WORKSPACES, cluster_id, identity_ids, workspace,
};
use crate::support::{Call, Pairs, answers, data, product, python, run, text};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::output::tokens::output_text;
use azureml_k8s_wizard::plan::OutputId;
use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Value, json};

/// The documents of each text, on which all readers agree.
pub(crate) fn read(texts: &[&str]) -> Vec<Vec<Value>> {
    // Many scenarios have files in common.
    let unique: Vec<&str> = texts.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let readings = python(&[&data("yaml/read.py")], &json!(unique).to_string());
    let readings: Vec<[Vec<Value>; 2]> = serde_json::from_str(&readings).unwrap();
    assert_eq!(readings.len(), unique.len());
    for (text, [usual, strict]) in unique.iter().zip(&readings) {
        assert_eq!(usual, strict, "{text}");
        let newer = Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(usual, &newer.iter().map(value).collect::<Vec<_>>(), "{text}");
    }
    texts.iter().map(|text| readings[unique.binary_search(text).unwrap()][0].clone()).collect()
}

fn value(node: &Yaml<'_>) -> Value {
    match node {
        Yaml::Value(Scalar::String(text)) => json!(text),
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(on)) => json!(on),
        Yaml::Value(Scalar::Integer(number)) => json!(number),
        Yaml::Sequence(items) => items.iter().map(value).collect(),
        Yaml::Mapping(pairs) => pairs
            .iter()
            .map(|(key, node)| (key.as_str().expect("a key is a text").to_owned(), value(node)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => panic!("{other:?} is nothing that a file of ours has"),
    }
}

const YAML: &[OutputId] = &[OutputId::Manifest, OutputId::ComputeYaml, OutputId::SccRolebinding];

/// The YAML files of a plan: step, output, text.
fn files(pairs: &[(&str, &str)]) -> Vec<(&'static str, OutputId, String)> {
    let steps = outcome(&answers(pairs)).plan.steps;
    let outputs = steps.iter().flat_map(|step| step.outputs.iter().map(move |output| (step.id.id(), output)));
    outputs
        .filter(|(_, output)| YAML.contains(&output.id))
        .map(|(step, output)| (step, output.id, output_text(output, Shell::Bash, Layout::Lines)))
        .collect()
}

fn namespace(name: &str) -> Value {
    json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
}

fn secret(pairs: &[(&str, &str)]) -> Value {
    json!({
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": {"name": text(pairs, "tls-secret"), "namespace": "azureml"},
        "type": "Opaque",
        // Only the user ever sees the contents of these files.
        "data": {"cert.pem": "<cert-file>", "key.pem": "<key-file>"},
    })
}

fn compute(pairs: &[(&str, &str)]) -> Value {
    let mut compute = json!({
        "$schema": "https://azuremlschemas.azureedge.net/latest/kubernetesCompute.schema.json",
        "type": "kubernetes",
        "name": text(pairs, "compute-name"),
        "resource_id": cluster_id(pairs),
        "namespace": text(pairs, "namespace"),
    });
    let ids: Vec<Value> = identity_ids(pairs).iter().map(|id| json!({"resource_id": id})).collect();
    match text(pairs, "identity").as_str() {
        "system-assigned" => compute["identity"] = json!({"type": "system_assigned"}),
        "user-assigned" => {
            compute["identity"] = json!({"type": "user_assigned", "user_assigned_identities": ids});
        }
        _ => {}
    }
    compute
}

/// The expected files of a scenario with their documents, except the role bindings: see `tests/core/openshift.rs`.
fn wanted(pairs: &[(&str, &str)]) -> Vec<(&'static str, OutputId, Vec<Value>)> {
    let text = |id| text(pairs, id);
    let is_current = text("edition") == "current";
    let mut wanted = Vec::new();
    if is_current && text("certificate") == "secret" {
        wanted.push(("tls-secret", OutputId::Manifest, vec![secret(pairs)]));
    }
    if text("namespace") != "default" {
        wanted.push(("create-namespace", OutputId::Manifest, vec![namespace(&text("namespace"))]));
    }
    if is_current {
        wanted.push(("attach-compute", OutputId::ComputeYaml, vec![compute(pairs)]));
    }
    wanted
}

fn check(scenarios: &[Pairs<'_>]) {
    let files: Vec<_> = scenarios.iter().map(|pairs| files(pairs)).collect();
    let texts: Vec<&str> = files.iter().flatten().map(|(.., text)| text.as_str()).collect();
    let mut documents = read(&texts).into_iter();
    for (pairs, files) in scenarios.iter().zip(&files) {
        let mut written = Vec::new();
        for (step, id, text) in files {
            let documents = documents.next().unwrap();
            for document in documents.iter().filter(|_| *id != OutputId::ComputeYaml) {
                let name = &document["metadata"]["name"];
                assert!(
                    [&document["apiVersion"], &document["kind"], name].iter().all(|v| v.is_string()),
                    "{text}"
                );
            }
            if *id != OutputId::SccRolebinding {
                written.push((*step, *id, documents));
            }
        }
        assert_eq!(written, wanted(pairs), "{pairs:?}");
    }
}

const CERTIFICATES: Axis<'_> = &[&[], &[("certificate", "secret"), ("tls-secret", "endpoint-tls.v1")]];

#[test]
fn both_versions_of_yaml_read_the_values_of_the_scenario() {
    const OPENSHIFT: Axis<'_> = &[&[("openshift", "yes")]];
    let all = [EDITIONS, CLUSTERS, CERTIFICATES, NAMES, IDENTITIES, NAMESPACES, WORKSPACES];
    check(&product(&all));
    check(&product(&[EDITIONS, OPENSHIFT, NAMES, NAMESPACES]));
}

/// Texts that some readers do not read as text.
const TRICKY: &[&str] = &[
    "y",
    "n",
    "Y",
    "N",
    "yes",
    "no",
    "No",
    "NO",
    "on",
    "off",
    "Off",
    "true",
    "True",
    "TRUE",
    "false",
    "null",
    "Null",
    "~",
    "nan",
    "inf",
    "-inf",
    ".inf",
    ".nan",
    "0",
    "00",
    "123",
    "0123",
    "0x1",
    "0xff",
    "0o7",
    "0b1",
    "1e3",
    "1E3",
    "1.5",
    "1.0",
    "1.e3",
    "1.5e3",
    "1_000",
    "1-2",
    "12:30",
    "190:20:30",
    "2024-01-01",
    "2024-1-1",
    "e3",
    "x",
    "---",
    "...",
    "-",
    "a.b",
    "a-b",
    "=",
    "<<",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "(a)",
    "(1)",
    "-a",
    "_",
    "__",
    "None",
    "id",
    "é",
    "ё",
    "٣",
    "½",
];

#[test]
fn a_name_that_looks_like_another_type_is_read_as_a_name() {
    let structure = [
        ("subscription", "11111111-2222-3333-4444-555555555555"),
        ("resource-group", "rg"),
        ("cluster-name", "c1"),
        ("workspace", "mlw"),
        ("certificate", "secret"),
        ("tls-secret", "s"),
        ("openshift", "yes"),
    ];
    let fields =
        ["namespace", "tls-secret", "compute-name", "extension-name", "cluster-name", "resource-group"];
    let mut scenarios = Vec::new();
    for id in fields {
        let field = Field::from_id(id).unwrap();
        for (edition, kind) in [("current", 0), ("arc-preview", 1)].map(|(id, _)| {
            let pairs = [("edition", id)];
            (id, field.text_kind(answers(&pairs).edition()).unwrap())
        }) {
            let taken: Vec<&str> = TRICKY.iter().copied().filter(|text| kind.check(text).is_ok()).collect();
            assert!(taken.len() >= 10, "{id}: {taken:?}");
            for text in taken {
                let pairs = [("edition", edition), (id, text)];
                scenarios.push(structure.iter().copied().chain(pairs).collect::<Pairs<'_>>());
            }
        }
    }
    check(&scenarios);
}

/// A file with gaps is still YAML, and each gap is in the place of its value.
#[test]
fn a_gap_is_read_as_its_placeholder() {
    let gaps = files(&[
        ("certificate", "secret"),
        ("openshift", "yes"),
        ("identity", "user-assigned"),
        ("namespace", "!"),
    ]);
    let texts: Vec<&str> = gaps.iter().map(|(.., text)| text.as_str()).collect();
    let documents = read(&texts);
    let of = |step: &str, id: OutputId| {
        let index = gaps.iter().position(|(known, output, _)| (*known, *output) == (step, id));
        &documents[index.unwrap_or_else(|| panic!("no {} in {step}", id.id()))]
    };
    assert_eq!(of("create-namespace", OutputId::Manifest)[0]["metadata"]["name"], "<namespace>");
    assert_eq!(of("tls-secret", OutputId::Manifest)[0]["metadata"]["name"], "<tls-secret>");
    let compute = &of("attach-compute", OutputId::ComputeYaml)[0];
    assert_eq!(
        compute["resource_id"],
        "/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Kubernetes/connectedClusters/<cluster-name>"
    );
    assert_eq!(compute["identity"]["user_assigned_identities"], json!([{"resource_id": "<identity-ids>"}]));
}

#[test]
fn the_compute_has_only_keys_that_its_schema_has() {
    let schema: Value = serde_json::from_str(include_str!("../data/compute-yaml.json")).unwrap();
    let has = |list: &str, key: &str| schema[list].as_array().unwrap().iter().any(|known| known == key);
    let keys = |node: &Value| node.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for pairs in product(&[&[&[("edition", "current")]], NAMES, IDENTITIES, NAMESPACES]) {
        let files = files(&pairs);
        let (.., text) = files.iter().find(|(_, id, _)| *id == OutputId::ComputeYaml).unwrap();
        let documents = &read(&[text])[0];
        let [compute] = documents.as_slice() else { panic!("one document: {text}") };
        assert!(keys(compute).iter().all(|key| has("keys", key)), "{text}");
        assert_eq!(compute["$schema"], schema["schema"]);
        let identity = &compute["identity"];
        if identity.is_null() {
            continue;
        }
        assert!(keys(identity).iter().all(|key| has("identity", key)), "{text}");
        assert!(has("identity.type", identity["type"].as_str().unwrap()), "{text}");
        let ids = identity["user_assigned_identities"].as_array();
        assert_eq!(ids.is_some(), identity["type"] == "user_assigned", "{text}");
        for id in ids.into_iter().flatten() {
            assert_eq!(keys(id), ["resource_id"]);
        }
    }
}

/// The commands in the comments above a file's first document.
pub(crate) fn comments(text: &str) -> Vec<Call> {
    let lines: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# ")).collect();
    let (calls, output) = run("bash", &lines.join("\n"), &[], None);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}: {text}");
    assert_eq!(calls.len(), lines.len(), "a command a line: {text}");
    calls
}

#[test]
fn a_file_states_how_it_is_applied() {
    let call = |text: &str| text.split(' ').map(str::to_owned).collect::<Call>();
    let apply = |file: &str| call(&format!("kubectl apply --filename {file}"));
    for pairs in product(&[
        &[&[("edition", "current"), ("namespace", "ml-team")]],
        &[CERTIFICATES[1]],
        NAMES,
        WORKSPACES,
    ]) {
        let workspace = workspace(&pairs);
        for (step, id, text) in files(&pairs) {
            let calls = comments(&text);
            match id {
                // Its namespace is in no file that could be used to delete it.
                OutputId::Manifest if step == "tls-secret" => {
                    let namespace = call("kubectl create namespace azureml");
                    assert_eq!(calls, [namespace, apply("tls-secret.yaml")]);
                }
                OutputId::Manifest => assert_eq!(calls, [apply("namespace.yaml")]),
                OutputId::ComputeYaml => {
                    let options = crate::support::parse_call(&calls[0]);
                    assert_eq!((calls.len(), options.command.as_str()), (1, "az ml compute attach"));
                    let mut expected = vec![
                        ("--file", "compute.yaml"),
                        ("--resource-group", workspace["group"].as_str().unwrap()),
                        ("--workspace-name", workspace["name"].as_str().unwrap()),
                    ];
                    if pairs.iter().any(|(id, _)| *id == "workspace-subscription") {
                        expected.push(("--subscription", workspace["subscription"].as_str().unwrap()));
                    }
                    let expected =
                        expected.into_iter().map(|(o, text)| (o.to_owned(), vec![text.to_owned()]));
                    assert_eq!(options.options, expected.collect(), "{text}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

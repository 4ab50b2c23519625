//! Every command that the seed documents print comes out of the plan for its scenario, misprints put right. Words are
//! split by real bash with stub programs, and compared as `tests/data/README.md` says.

use crate::support::{Parsed, answers, canonical, parse_call, run, step_text, with_placeholders_as_words};
use azureml_k8s_wizard::model::choice::Layout;
use serde_json::Value;

/// The text for each gap, and the document's words for the gap.
const TYPED: &[(&str, &[&str], &str)] = &[
    ("subscription", &["subscription-id", "your-subscription-id"], "99999999-2222-3333-4444-555555555555"),
    ("resource-group", &["resource-group", "resource-group-name"], "rg-cluster"),
    ("cluster-name", &["cluster-name", "your-connected-cluster-name"], "c1"),
    ("workspace", &["workspace-name"], "mlw"),
    ("cert-file", &["path-to-the-SSL-cert-PEM-file"], "the-cert.pem"),
    ("key-file", &["path-to-the-SSL-key-PEM-file"], "the-key.pem"),
];
const IDENTITY: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-identity/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";

fn parse_expected(entry: &Value) -> Parsed {
    let command = entry["command"].as_str().unwrap().to_owned();
    let options = entry["options"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(option, value)| {
            let mut values: Vec<String> = match value {
                Value::Bool(true) => Vec::new(),
                Value::String(value) => vec![value.clone()],
                Value::Array(values) => {
                    values.iter().map(|value| value.as_str().unwrap().to_owned()).collect()
                }
                other => panic!("{other} is no option's value"),
            };
            values.sort();
            (canonical(&command, option), values)
        })
        .collect();
    Parsed { command, options }
}

/// Whether a word is the expected one. For a gap of the document (`<…>`), it is a placeholder or a typed value;
/// `aksresourceid` is the document's word for the id that the command before it prints.
fn word_fits(expected: &str, actual: &str) -> bool {
    if expected == "aksresourceid" {
        return actual.starts_with("/subscriptions/")
            && actual.ends_with("/resourceGroups/myresourcegroup/providers/Microsoft.ContainerService/managedClusters/myexistingcluster");
    }
    let Some((before, rest)) = expected.split_once('<') else {
        return expected == actual;
    };
    let (_, after) = rest.split_once('>').expect("a gap is closed");
    let Some(actual) = actual.strip_prefix(before) else { return false };
    // The gap extends to the next fixed text.
    let fixed = after.split('<').next().unwrap();
    if fixed.is_empty() {
        return after.is_empty() && !actual.is_empty() && !actual.contains('/');
    }
    actual
        .find(fixed)
        .map(|end| actual.split_at(end))
        .is_some_and(|(gap, rest)| !gap.is_empty() && !gap.contains('/') && word_fits(after, rest))
}

/// The expected word with its gaps filled in. The identity is one complete value, typed as such.
fn fill(expected: &str) -> String {
    if expected.contains("/userAssignedIdentities/") {
        return IDENTITY.to_owned();
    }
    TYPED.iter().fold(expected.to_owned(), |word, (_, gaps, text)| {
        gaps.iter().fold(word, |word, gap| word.replace(&format!("<{gap}>"), text))
    })
}

/// Whether a command is the expected one: with its gaps, or with the gaps filled in exactly.
fn fits(expected: &Parsed, actual: &Parsed, filled: bool) -> bool {
    let word_fits = |expected: &str, actual: &str| {
        let is_exact = filled && expected != "aksresourceid";
        if is_exact { fill(expected) == actual } else { word_fits(expected, actual) }
    };
    expected.command == actual.command
        && expected.options.len() == actual.options.len()
        && expected.options.iter().all(|(option, values)| {
            actual.options.get(option).is_some_and(|actual| {
                actual.len() == values.len()
                    && values.iter().zip(actual).all(|(expected, actual)| word_fits(expected, actual))
            })
        })
}

/// The names that the document's author typed: those in the command that are not gaps.
fn typed_names(entry: &Value) -> Vec<(&'static str, String)> {
    let command = entry["command"].as_str().unwrap();
    let text = |option: &str| entry["options"][option].as_str().filter(|text| !text.contains('<'));
    let mut names = Vec::new();
    let mut name = |field, option: &str| {
        if let Some(text) = text(option) {
            names.push((field, text.to_owned()));
        }
    };
    if command.starts_with("az k8s-extension") {
        name("extension-name", "--name");
    } else if command.starts_with("az ml compute ") {
        name("compute-name", "--name");
    } else if command.starts_with("az ml computetarget") {
        name("compute-name", "-n");
        name("workspace", "-w");
        name("workspace-resource-group", "-g");
    } else if command == "az aks show" {
        name("cluster-name", "-n");
        name("resource-group", "-g");
    } else if command == "az aks get-versions" {
        name("region", "-l");
    }
    if text("-i") == Some("aksresourceid") {
        names.extend([
            ("cluster-name", "myexistingcluster".to_owned()),
            ("resource-group", "myresourcegroup".to_owned()),
        ]);
    }
    names
}

fn scenario(entry: &Value) -> Vec<(String, String)> {
    let mut pairs = vec![("edition".to_owned(), entry["edition"].as_str().unwrap().to_owned())];
    pairs.extend(
        entry["scenario"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(id, value)| (id.clone(), value.as_str().unwrap().to_owned())),
    );
    let task = match entry["step"].as_str().unwrap() {
        "create-cluster" => Some("create"),
        "attach-cluster" => Some("attach"),
        "detach-cluster" => Some("detach"),
        _ => None,
    };
    pairs.extend(task.map(|task| ("task".to_owned(), task.to_owned())));
    if entry["scenario"]["identity"] == "user-assigned" {
        pairs.push(("identity-ids".to_owned(), IDENTITY.to_owned()));
    }
    pairs.extend(typed_names(entry).into_iter().map(|(id, text)| (id.to_owned(), text)));
    pairs
}

/// The commands of the entry's step, as the programs get them.
fn calls(entry: &Value, pairs: &[(String, String)], layout: Layout) -> Vec<Parsed> {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let text = step_text(&answers(&pairs), entry["step"].as_str().unwrap(), layout);
    let (calls, output) = run("bash", &with_placeholders_as_words(&text), &[], None);
    assert!(output.status.success() && output.stderr.is_empty(), "{text}\n{output:?}");
    calls.iter().map(parse_call).collect()
}

#[test]
fn every_seed_command_comes_out_of_the_plan_for_its_scenario() {
    let corpus: Vec<Value> = serde_json::from_str(include_str!("../data/seed-commands.json")).unwrap();
    assert_eq!(corpus.len(), 20);
    for entry in &corpus {
        let expected = parse_expected(entry);
        let bare = scenario(entry);
        let mut full = bare.clone();
        // With the gaps filled, the same command comes out with each value in its place.
        if entry["edition"] != "aks-v1" {
            full.extend(TYPED.iter().map(|(id, _, text)| ((*id).to_owned(), (*text).to_owned())));
        }
        for (pairs, filled) in [(&bare, false), (&full, true)] {
            for layout in [Layout::Lines, Layout::OneLine] {
                let calls = calls(entry, pairs, layout);
                assert!(
                    calls.iter().any(|actual| fits(&expected, actual, filled)),
                    "{}\nexpected {expected:#?}\nnot among {calls:#?}",
                    entry["id"]
                );
            }
        }
    }
}

#[test]
fn a_gap_takes_one_name_and_nothing_more() {
    assert!(word_fits("/a/<x>/b/<y>", "/a/one/b/two"));
    assert!(word_fits("k=<x>", "k=<cert-file>"));
    assert!(!word_fits("/a/<x>/b/<y>", "/a/one/b/"));
    assert!(!word_fits("/a/<x>/b/<y>", "/a/one/two/b/three"));
    assert!(!word_fits("k=<x>", "j=v"));
}

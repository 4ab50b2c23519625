//! Published links and their permanent results. `tests/data/links/README.md` describes how the list
//! grows. Nothing in it is ever edited.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use crate::support::{data, python, words};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::base::json::visible;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::tokens::output_text;
use azureml_k8s_wizard::plan::OutputId;
use serde_json::{Value, json};

/// The result of a link, in the order of an entry.
const RESULTS: [&str; 4] = ["reads", "ignored", "findings", "commands"];

fn folder() -> String {
    data("links/v1")
}

/// Whether new entries are completed, and released.
fn is_blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// The entries, by name.
fn entries() -> BTreeMap<String, Value> {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let entry = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, entry)
        })
        .collect()
}

/// The library's result for a link. Commands are words, split by an independent reader of POSIX shell text.
fn given(link: &str) -> Value {
    let reading = link::read(link);
    let answers = &reading.answers;
    let outcome = outcome(answers);
    let fields = Field::ALL.iter().filter(|field| !answers.given(**field).is_empty());
    let reads: BTreeMap<&str, &str> = fields.map(|field| (field.id(), answers.text(*field))).collect();
    let ignored: Vec<Value> =
        reading.ignored.iter().map(|pair| json!([pair.key, pair.value, pair.reason.id()])).collect();
    let findings: Vec<String> = outcome.findings.iter().map(|finding| finding.cause.id()).collect();
    let outputs = outcome.plan.steps.iter().flat_map(|step| &step.outputs);
    let cli = outputs.filter(|output| output.id == OutputId::Cli);
    let texts: Vec<String> = cli.map(|output| output_text(output, Shell::Bash, Layout::OneLine)).collect();
    let commands: Vec<Vec<String>> = texts.iter().flat_map(|text| text.lines()).map(words).collect();
    json!({"reads": reads, "ignored": ignored, "findings": findings, "commands": commands})
}

/// An entry as in its file: one row per line, so that a change is readable.
fn written(entry: &Value) -> String {
    let mut lines = Vec::new();
    for key in ["link", "because", "supersedes"] {
        if let Some(value) = entry.get(key) {
            lines.push(format!("  {}: {value}", json!(key)));
        }
    }
    for key in RESULTS {
        let (open, close, rows): (_, _, Vec<String>) = match &entry[key] {
            Value::Array(rows) => ('[', ']', rows.iter().map(ToString::to_string).collect()),
            Value::Object(rows) => {
                let row = |(key, value): (&String, &Value)| format!("{}: {value}", json!(key));
                ('{', '}', rows.iter().map(row).collect())
            }
            other => panic!("{key} is {other}"),
        };
        let rows =
            if rows.is_empty() { String::new() } else { format!("\n    {}\n  ", rows.join(",\n    ")) };
        lines.push(format!("  {}: {open}{rows}{close}", json!(key)));
    }
    visible(&format!("{{\n{}\n}}\n", lines.join(",\n")))
}

/// The checksums of the files, from an independent program.
fn checksums() -> BTreeMap<String, String> {
    let program = "import hashlib, json, os, sys\n\
        read = lambda name: open(os.path.join(sys.argv[1], name), 'rb').read()\n\
        print(json.dumps({name: hashlib.sha256(read(name)).hexdigest() for name in os.listdir(sys.argv[1])}))";
    serde_json::from_str(&python(&["-c", program, &folder()], "")).unwrap()
}

/// The checksum of each entry that has been released, in the form of `sha256sum`.
fn released() -> BTreeMap<String, String> {
    let list = fs::read_to_string(data("links/v1.sha256")).unwrap_or_default();
    list.lines()
        .map(|line| line.split_once("  ").unwrap_or_else(|| panic!("{line}")))
        .map(|(checksum, name)| (name.to_owned(), checksum.to_owned()))
        .collect()
}

#[test]
fn every_link_gives_the_same_result_as_ever() {
    let (mut entries, released) = (entries(), released());
    if is_blessing() {
        bless(&mut entries, &released);
    }
    // The correcting entry gives the corrected results. The answers read from the link stay the same.
    let corrected: BTreeSet<&str> =
        entries.values().filter_map(|entry| entry["supersedes"].as_str()).collect();
    for (name, entry) in &entries {
        let given = given(entry["link"].as_str().unwrap_or_else(|| panic!("{name} has no link")));
        let is_corrected = corrected.contains(name.as_str());
        for key in RESULTS.into_iter().filter(|key| !is_corrected || ["reads", "ignored"].contains(key)) {
            assert_eq!(given[key], entry[key], "{name}: {key}. tests/data/links/README.md says what to do");
        }
        if let Some(older) = entry.get("supersedes") {
            let older = entries.get(older.as_str().unwrap()).unwrap_or_else(|| panic!("{name}: no {older}"));
            assert_eq!(older["link"], entry["link"], "{name}");
            assert!(entry["because"].as_str().is_some_and(|because| because.len() > 20), "{name}: why?");
        }
    }
}

/// Completes entries that are not released. Existing values stay, and the test compares them.
fn bless(entries: &mut BTreeMap<String, Value>, released: &BTreeMap<String, String>) {
    for (name, entry) in entries.iter_mut().filter(|(name, _)| !released.contains_key(*name)) {
        let given = given(entry["link"].as_str().unwrap());
        let members = entry.as_object_mut().unwrap();
        for key in RESULTS {
            members.entry(key).or_insert_with(|| given[key].clone());
        }
        fs::write(format!("{}/{name}", folder()), written(entry)).unwrap();
    }
}

#[test]
fn released_entries_are_never_edited_or_removed() {
    let (released, mut checksums) = (released(), checksums());
    for (name, checksum) in &released {
        let actual = checksums.remove(name).unwrap_or_else(|| panic!("{name} is gone"));
        assert_eq!(&actual, checksum, "{name} was edited. tests/data/links/README.md says what to do");
    }
    let new: Vec<&str> = checksums.keys().map(String::as_str).collect();
    if std::env::var("BLESS").is_ok_and(|what| what == "release") {
        let mut list = fs::read_to_string(data("links/v1.sha256")).unwrap_or_default();
        for (name, checksum) in &checksums {
            writeln!(list, "{checksum}  {name}").unwrap();
        }
        fs::write(data("links/v1.sha256"), list).unwrap();
    } else if !is_blessing() {
        assert!(new.is_empty(), "not released yet: {new:?}. tests/data/links/README.md says what to do");
    }
}

#[test]
fn the_links_hold_every_field_value_edition_and_reason() {
    let entries = entries();
    assert!(entries.len() >= 40);
    let reads = |field: Field, text: Option<&str>| {
        entries.values().any(|entry| match entry["reads"].get(field.id()) {
            Some(read) => text.is_none_or(|text| read == text),
            None => false,
        })
    };
    for field in Field::ALL {
        match field.row().kind {
            Kind::Text(_) => assert!(reads(*field, None), "{}", field.id()),
            Kind::Choice(values) => {
                for value in values {
                    assert!(reads(*field, Some(value)), "{}={value}", field.id());
                }
            }
        }
    }
    let reasons: BTreeSet<&str> = entries
        .values()
        .flat_map(|entry| entry["ignored"].as_array().unwrap())
        .map(|pair| pair[2].as_str().unwrap())
        .collect();
    assert_eq!(
        reasons,
        BTreeSet::from(["empty-value", "repeated", "unknown-field", "unknown-value", "unknown-version"])
    );
}

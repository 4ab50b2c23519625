//! Scenario files: a written file is read back unchanged, any text gives answers and a report or an error, and the
//! schema agrees with the field table. An independent program judges the schema.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use crate::links::any_answers;
use crate::support::{answers, linked, nasty};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link::{self, Reason};
use azureml_k8s_wizard::model::scenario_file::{MAX_BYTES, ScenarioFileError, read, read_bytes, write};
use azureml_k8s_wizard::model::value::TextKind;
use azureml_k8s_wizard::output::schema::schema;
use azureml_k8s_wizard::text;
use jsonschema::Validator;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

/// A file with these answers, as JSON.
fn file(answers: &str) -> String {
    format!(r#"{{"version": 1, "answers": {answers}}}"#)
}

fn error(text: &str) -> ScenarioFileError {
    read(text).expect_err(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::support::times(256), ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(answers in any_answers()) {
        let written = write(&answers);
        let reading = read(&written).unwrap();
        prop_assert_eq!(&reading.answers, &answers);
        prop_assert_eq!(reading.ignored, vec![]);
        // The same texts as a link carries.
        prop_assert_eq!(link::write(&reading.answers), link::write(&answers));
        // Line ends of Windows and a byte order mark change nothing.
        let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{FEFF}{written}").replace('\n', "\r\n").encode_utf16().flat_map(to_bytes).collect()
        };
        for bytes in [utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes), format!("\u{FEFF}{written}").into_bytes()] {
            prop_assert_eq!(&read_bytes(&bytes).unwrap().answers, &answers);
        }
    }

    #[test]
    fn any_text_gives_answers_or_an_error(
        noise in "\\PC{0,80}|[\\[\\]{}\":,0-9a-z\\\\ ]{0,60}",
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        for text in [noise.clone(), file(&noise), file(&format!("{{\"cluster\": {noise}}}"))] {
            if let Err(error) = read(&text) {
                prop_assert!(!text::scenario_file_error(&error).is_empty());
            }
        }
        let _ = read_bytes(&bytes);
    }
}

#[test]
fn it_holds_what_differs_from_the_default_in_the_order_of_the_table() {
    let written =
        write(&linked("workload=training&cluster=aks&namespace=default&node-count=007&resource-group=rg"));
    assert_eq!(
        written,
        "{\n  \"$schema\": \"./scenario.schema.json\",\n  \"version\": 1,\n  \"answers\": {\n    \"cluster\": \"aks\",\n    \
         \"resource-group\": \"rg\",\n    \"node-count\": \"007\",\n    \"workload\": \"training\"\n  }\n}\n"
    );
    let nothing = "{\n  \"$schema\": \"./scenario.schema.json\",\n  \"version\": 1,\n  \"answers\": {}\n}\n";
    assert_eq!(write(&Answers::default()), nothing);
}

#[test]
fn nothing_in_it_is_invisible() {
    for text in nasty() {
        let mut answers = Answers::default();
        answers.set(Field::CertFile, text).unwrap();
        let written = write(&answers);
        let shown = |c: char| c == '\n' || !azureml_k8s_wizard::base::invisible::is_invisible(c);
        assert!(written.chars().all(shown), "{written}");
        assert_eq!(read(&written).unwrap().answers, answers);
    }
}

/// As in a link, the last of several values counts.
#[test]
fn what_cannot_be_used_is_listed_and_the_rest_is_used() {
    let reading = read(
        r#"{
          "_comment": "ours", "name": {"a": [1, "b"]}, "$schema": 7,
          "answers": {
            "cluster": "arc", "cluster": "aks", "workload": "Training", "foo": "1", "v": "9", "bar": [1, {}],
            "node-count": 3, "extension-version": 1.10, "volcano": false, "namespace": null, "workspace": " ",
            "cname": "a\ud800", "resource-group": " rg "
          }
        }"#,
    )
    .unwrap();
    let used = answers(&[("cluster", "aks"), ("resource-group", "rg")]);
    assert_eq!(reading.answers, used);
    let ignored: Vec<(&str, &str, Reason)> =
        reading.ignored.iter().map(|pair| (pair.key.as_str(), pair.value.as_str(), pair.reason)).collect();
    assert_eq!(
        ignored,
        [
            ("_comment", "ours", Reason::UnknownField),
            ("name", "{\"a\": [1, \"b\"]}", Reason::UnknownField),
            ("v", "9", Reason::UnknownField),
            ("bar", "[1, {}]", Reason::UnknownField),
            ("node-count", "3", Reason::NotText),
            ("extension-version", "1.10", Reason::NotText),
            ("volcano", "false", Reason::NotText),
            ("namespace", "null", Reason::NotText),
            ("cname", "\"a\\ud800\"", Reason::NotText),
            ("cluster", "arc", Reason::Repeated),
            ("workload", "Training", Reason::UnknownValue),
            ("foo", "1", Reason::UnknownField),
            ("workspace", " ", Reason::EmptyValue),
        ]
    );
    let told = text::ignored(&reading.ignored[4]);
    assert_eq!(told, "node-count: 3 is not text. Put the value in double quotes.");
}

#[rstest]
#[case("", ScenarioFileError::NotJson { line: 1, column: 1 }, "line 1")]
#[case("v=1&cluster=aks", ScenarioFileError::NotJson { line: 1, column: 1 }, "not valid JSON")]
#[case("{\n  // AKS\n  \"version\": 1\n}", ScenarioFileError::NotJson { line: 2, column: 3 }, "a comment")]
#[case("{\"version\": 1,\n \"answers\": {\"cluster\": \"aks\",}}", ScenarioFileError::NotJson { line: 2, column: 31 }, "a comma")]
#[case("{\"version\": 1, \"answers\": {}} {}", ScenarioFileError::NotJson { line: 1, column: 31 }, "column 31")]
#[case("[]", ScenarioFileError::NotObject, "{\"version\": 1")]
#[case("\"v=1\"", ScenarioFileError::NotObject, "not a scenario")]
#[case("null", ScenarioFileError::NotObject, "not a scenario")]
#[case("{}", ScenarioFileError::NoAnswers, "\"answers\"")]
#[case("{\"version\": 1, \"cluster\": \"aks\"}", ScenarioFileError::NoAnswers, "no answers")]
#[case(
    "{\"version\": 1, \"answers\": \"cluster=aks\"}",
    ScenarioFileError::AnswersNotObject,
    "one text per field"
)]
#[case("{\"version\": 1, \"answers\": []}", ScenarioFileError::AnswersNotObject, "not an object")]
#[case("{\"version\": 2, \"answers\": {}}", ScenarioFileError::UnknownVersion("2".into()), "version 2 is not known")]
#[case("{\"version\": \"1\", \"answers\": {}}", ScenarioFileError::UnknownVersion("\"1\"".into()), "the number 1")]
fn a_file_without_a_scenario_gives_its_error(
    #[case] text: &str,
    #[case] expected: ScenarioFileError,
    #[case] expected_text: &str,
) {
    assert_eq!(error(text), expected);
    let message = text::scenario_file_error(&expected);
    assert!(message.contains(expected_text), "{message}");
}

#[test]
fn a_file_without_a_version_is_of_the_first_one() {
    assert_eq!(
        read("{\"answers\": {\"cluster\": \"aks\"}}").unwrap().answers,
        answers(&[("cluster", "aks")])
    );
}

#[test]
fn depth_and_size_do_no_harm() {
    let deep = |depth: usize| {
        file(&format!("{{\"cluster\": \"aks\", \"x\": {}{}}}", "[".repeat(depth), "]".repeat(depth)))
    };
    assert_eq!(read(&deep(100_000)).unwrap().answers, answers(&[("cluster", "aks")]));
    let large = |bytes: usize| {
        let empty = file("{\"workspace\": \"\"}").len();
        file(&format!("{{\"workspace\": \"{}\"}}", "x".repeat(bytes - empty)))
    };
    assert_eq!(
        read(&large(MAX_BYTES)).unwrap().answers.text(Field::Workspace).len(),
        MAX_BYTES - file("{\"workspace\": \"\"}").len()
    );
    for error in [error(&large(MAX_BYTES + 1)), read_bytes(large(MAX_BYTES + 1).as_bytes()).unwrap_err()] {
        assert_eq!(error, ScenarioFileError::TooLarge);
        assert!(text::scenario_file_error(&error).contains("1048576 bytes"));
    }
}

#[rstest]
#[case(b"\xFF")]
#[case(b"{\"version\": 1, \"answers\": {\"cname\": \"\xE9\"}}")]
#[case(b"\xFF\xFE\x00\xD8")]
fn bytes_that_are_not_text_are_reported(#[case] bytes: &[u8]) {
    let error = read_bytes(bytes).unwrap_err();
    assert_eq!(error, ScenarioFileError::NotText);
    assert!(text::scenario_file_error(&error).contains("UTF-8"));
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

/// Every value of every choice, and the example of every text.
#[test]
fn the_schema_takes_what_is_written() {
    let validator = validator();
    let accepts = |answers: &Answers| {
        let file: Value = serde_json::from_str(&write(answers)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}: {file}");
    };
    accepts(&Answers::default());
    for edition in ["current", "arc-preview", "aks-v1"] {
        let mut complete = answers(&[("edition", edition)]);
        for field in Field::ALL {
            match field.row().kind {
                Kind::Choice(values) => {
                    for value in values {
                        accepts(&answers(&[(field.id(), value)]));
                    }
                }
                Kind::Text(_) => complete.set(*field, field.example(complete.edition()).unwrap()).unwrap(),
            }
        }
        accepts(&complete);
    }
}

#[rstest]
#[case(json!({"version": 1, "answers": {}}), true)]
#[case(json!({"$schema": "https://example.org/s.json", "version": 1, "answers": {"cluster": "aks"}}), true)]
#[case(json!({"answers": {}}), false)]
#[case(json!({"version": 1}), false)]
#[case(json!({"version": 2, "answers": {}}), false)]
#[case(json!({"version": "1", "answers": {}}), false)]
#[case(json!({"version": 1, "answers": []}), false)]
#[case(json!({"version": 1, "answers": {}, "foo": 1}), false)]
#[case(json!({"version": 1, "answers": {"foo": "1"}}), false)]
#[case(json!({"version": 1, "answers": {"v": "1"}}), false)]
#[case(json!({"version": 1, "answers": {"cluster": "gke"}}), false)]
#[case(json!({"version": 1, "answers": {"cluster": "AKS"}}), false)]
#[case(json!({"version": 1, "answers": {"node-count": 3}}), false)]
#[case(json!({"version": 1, "answers": {"volcano": true}}), false)]
#[case(json!({"version": 1, "answers": {"workspace": ""}}), false)]
#[case(json!({"version": 1, "answers": {"cert-file": ""}}), false)]
#[case(json!({"version": 1, "answers": {"namespace": "ML"}}), false)]
#[case(json!({"version": 1, "answers": {"subscription": "mine"}}), false)]
#[case(json!([]), false)]
fn the_schema_refuses_what_the_file_cannot_hold(#[case] file: Value, #[case] is_valid: bool) {
    assert_eq!(validator().is_valid(&file), is_valid, "{file}");
    // Everything that the schema accepts is read completely.
    if is_valid {
        assert_eq!(read(&file.to_string()).unwrap().ignored, []);
    }
}

/// A pattern of the schema accepts exactly the texts that the field accepts.
#[test]
fn a_pattern_accepts_what_the_field_accepts() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let properties = &schema["properties"]["answers"]["properties"];
    let mut patterns = 0;
    for field in Field::ALL {
        let property = &properties[field.id()];
        let Some(kind) = field.text_kind(Edition::Current).filter(|_| !property["pattern"].is_null()) else {
            continue;
        };
        patterns += 1;
        let validator = jsonschema::draft202012::new(property).unwrap();
        for text in candidates(kind) {
            let takes = kind.check(&text).is_ok();
            assert_eq!(validator.is_valid(&json!(text)), takes, "{}={text:?}", field.id());
        }
    }
    assert!(patterns > 10, "{patterns}");
}

/// Texts on both sides of every limit: of length, of the ends, of each ASCII character in each place.
fn candidates(kind: TextKind) -> Vec<String> {
    let mut texts: Vec<String> = nasty().to_vec();
    texts.extend((0..100).flat_map(|length| ["a", "A", "1", "_", ".", "-"].map(|text| text.repeat(length))));
    for c in (0..0x80u8).map(char::from) {
        texts.extend([
            format!("a{c}a1"),
            format!("{c}aa1"),
            format!("aa1{c}"),
            c.to_string(),
            format!("1{c}1"),
        ]);
        let example = kind.example();
        texts.extend([format!("{c}{example}"), format!("{example}{c}")]);
        texts.extend((0..example.len()).map(|place| {
            example.chars().enumerate().map(|(at, known)| if at == place { c } else { known }).collect()
        }));
    }
    texts
}

fn azureml_k8s(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_azureml-k8s"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that has read enough closes its input early.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

#[test]
fn the_terminal_writes_a_scenario_and_reads_it_from_a_file_and_from_standard_input() {
    let written = azureml_k8s(
        &["plan", "--format", "scenario", "cluster=aks", "workload=training", "cluster-name=c"],
        b"",
    );
    assert_eq!(written.status.code(), Some(0));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my scenario.json");
    fs::write(&path, &written.stdout).unwrap();
    let path = path.to_str().unwrap();
    let link = |output: Output| {
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        report["link"].as_str().unwrap().to_owned()
    };
    let json = ["plan", "--format", "json", "--scenario"];
    let file = link(azureml_k8s(&[&json[..], &[path]].concat(), b""));
    assert_eq!(file, "v=1&cluster=aks&cluster-name=c&workload=training");
    assert_eq!(link(azureml_k8s(&[&json[..], &["-"]].concat(), &written.stdout)), file);
    // Other fields may be given with it.
    let other = link(azureml_k8s(&[&json[..], &[path, "cluster=arc", "workload="]].concat(), b""));
    assert_eq!(other, "v=1&cluster-name=c");
}

#[test]
fn the_terminal_lists_what_it_ignores_of_a_scenario() {
    let file = br#"{"version": 1, "answers": {"cluster": "gke", "node-count": 3}}"#;
    let output = azureml_k8s(&["plan", "--scenario", "-"], file);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\n# ignored: node-count: 3 is not text."), "{text}");
    assert!(text.contains("\n# ignored: cluster: “gke” is not one of arc, aks."), "{text}");
    let output = azureml_k8s(&["plan", "--scenario", "-", "--format", "json"], file);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["ignored"][0], json!({"key": "node-count", "value": "3", "reason": "not-text"}));
}

#[rstest]
#[case(&["plan", "--scenario"], b"", "--scenario")]
#[case(&["plan", "--scenario", "/nowhere/a.json"], b"", "/nowhere/a.json: ")]
#[case(&["plan", "--scenario", "/"], b"", "/: ")]
#[case(&["plan", "--scenario", "-"], b"{", "standard input: this is not valid JSON")]
#[case(&["plan", "--scenario", "-"], b"\xFF", "standard input: this is not text")]
// A file without an end.
#[case(&["plan", "--scenario", "/dev/zero"], b"", "/dev/zero: this is too large")]
#[case(&["plan", "--scenario", "-"], b"{\"version\": \"\\u202e\xE2\x80\xAE\"}", "[U+202E]")]
#[case(&["plan", "--scenario", "-", "--link", "v=1"], b"{\"answers\": {}}", "one --link or one --scenario")]
#[case(&["schema", "all"], b"", "all")]
fn a_scenario_that_cannot_be_read_is_one_line_and_status_two(
    #[case] arguments: &[&str],
    #[case] input: &[u8],
    #[case] expected_text: &str,
) {
    let output = azureml_k8s(arguments, input);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let line = String::from_utf8(output.stderr).unwrap();
    assert!(line.lines().count() == 1 && line.contains(expected_text), "{line}");
}

#[test]
fn the_terminal_prints_the_schema() {
    let output = azureml_k8s(&["schema"], b"");
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap()), (Some(0), schema()));
}

//! Characters that are invisible, or change how the text around them reads (CVE-2021-42574), reach no reader raw: for any text
//! that is typed or linked, in every output.
//!
//! There is one exception: the path of a file may contain a character of no width, because names in Persian and
//! emoji need them, and a path that is written differently is another path. It is quoted, as a separate value.

use std::collections::BTreeSet;
use std::process::Command;

use crate::support::{answers, nasty, python};
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome};
use azureml_k8s_wizard::base::invisible::{is_deceptive, is_invisible};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link::{self, Ignored, Reason};
use azureml_k8s_wizard::model::value::{PemPath, TextKind, Value as _};
use azureml_k8s_wizard::output::reference::{Cell, TableId, table};
use azureml_k8s_wizard::output::report::Report;
use azureml_k8s_wizard::output::{self, Style, tokens};
use azureml_k8s_wizard::text;
use serde_json::Value;

/// Structures in which, together, every field has an effect. Their names are valid.
const STRUCTURES: &[&str] = &[
    "connected=no&openshift=yes&identity=user-assigned&auto-upgrade=no&router-ha=no",
    "cluster=aks&certificate=secret&exposure=internal",
    "edition=arc-preview&connected=no&identity=user-assigned&auto-upgrade=no&openshift=yes",
    "edition=aks-v1&load-balancer=internal&vm-size=Standard_X1",
    "edition=aks-v1&task=attach",
    "edition=aks-v1&task=detach",
];

/// The answers of a structure, with every text that has an example.
fn complete(structure: &str) -> Answers {
    let mut answers = link::read(structure).answers;
    for field in text_fields() {
        let is_given = !answers.given(field).is_empty();
        if let (false, Some(example)) = (is_given, field.example(answers.edition())) {
            answers.set(field, example).unwrap();
        }
    }
    answers
}

fn text_fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| matches!(field.row().kind, Kind::Text(_)))
}

/// Texts that contain an invisible character.
fn hidden() -> Vec<&'static str> {
    let texts: Vec<&str> =
        nasty().iter().map(String::as_str).filter(|text| text.contains(is_invisible)).collect();
    assert!(texts.len() > 60, "{}", texts.len());
    texts
}

/// Whether a field accepts a text although it contains an invisible character.
fn is_let_through(field: Field, text: &str) -> bool {
    let legal = field.row().kind == Kind::Text(TextKind::PemPath) && PemPath::parse(text.trim()).is_ok();
    assert!(!legal || !text.trim().contains(is_deceptive), "{text:?}");
    legal
}

/// Every text that is written for a reader of a plan, with a description.
fn texts(answers: &Answers, outcome: &Outcome) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (shell, shell_id) in Shell::ALL {
        for (layout, layout_id) in Layout::ALL {
            for step in &outcome.plan.steps {
                for output in &step.outputs {
                    let name = format!("{} {} {shell_id} {layout_id}", step.id.id(), output.id.id());
                    texts.push((name, tokens::output_text(output, *shell, *layout)));
                }
            }
        }
        let style = Style { shell: *shell, layout: Layout::Lines, errata: true };
        texts.push((format!("markdown {shell_id}"), output::markdown::markdown(answers, outcome, style)));
        let mut report = serde_json::to_value(Report::new(answers, outcome, &[], style)).unwrap();
        // Data: the answer as given. Another test checks its bytes.
        if let Some(lost) = report["migration"]["lost"].as_array_mut() {
            for row in lost {
                row["value"] = Value::Null;
            }
        }
        strings(&report, &mut |text| texts.push((format!("report {shell_id}"), text.to_owned())));
    }
    // The byte order mark of a file for PowerShell, which states its encoding.
    for (shell, mark) in [(Shell::Bash, ""), (Shell::PowerShell, "\u{FEFF}")] {
        let script = output::script::file(answers, outcome, shell, Layout::Lines).unwrap();
        let script = script.strip_prefix(mark).expect("the mark").to_owned();
        texts.push((format!("script for {}", shell.id()), script));
    }
    texts
}

/// The texts that can differ between two sets of answers with one plan.
fn texts_beside(answers: &Answers, outcome: &Outcome) -> Vec<(String, String)> {
    let findings = outcome.findings.iter();
    let mut texts: Vec<_> =
        findings.map(|finding| ("finding".to_owned(), text::finding(finding, answers))).collect();
    texts.push(("link".into(), link::write(answers)));
    for id in TableId::ALL {
        for cell in table(*id, answers, outcome).rows.into_iter().flatten() {
            if let Cell::Text(text) | Cell::Code(text) = cell {
                texts.push((format!("table {}", id.id()), text));
            }
        }
    }
    texts
}

fn strings(value: &Value, read: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => read(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, read)),
        Value::Object(members) => members.values().for_each(|member| strings(member, read)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The first character that is not allowed in a text for a reader.
fn stray(text: &str) -> Option<char> {
    text.chars().find(|c| *c != '\n' && is_invisible(*c))
}

#[test]
fn a_text_of_any_field_reaches_no_reader_with_what_cannot_be_seen() {
    let (mut tried, mut let_through) = (BTreeSet::new(), BTreeSet::new());
    for structure in STRUCTURES {
        let complete = complete(structure);
        for field in text_fields().filter(|field| field.applies(&complete)) {
            tried.insert(field);
            let mut last = None;
            for hidden in hidden() {
                let mut answers = complete.clone();
                answers.set(field, hidden).unwrap();
                let outcome = outcome(&answers);
                let passes = is_let_through(field, hidden);
                if passes {
                    let_through.insert(field);
                }
                let mut all = texts_beside(&answers, &outcome);
                if last.as_ref() != Some(&outcome.plan) {
                    all.extend(texts(&answers, &outcome));
                    last = Some(outcome.plan);
                }
                for (name, text) in all {
                    let text = if passes { text.replace(hidden.trim(), "") } else { text };
                    let stray = stray(&text);
                    assert_eq!(stray, None, "{structure} {}={hidden:?}: {name}: {text}", field.id());
                }
            }
        }
    }
    assert_eq!(tried, text_fields().collect());
    assert_eq!(let_through, BTreeSet::from([Field::CertFile, Field::KeyFile]));
}

#[test]
fn an_ignored_pair_of_a_link_is_reported_with_every_character_visible() {
    for hidden in hidden() {
        for (key, reason) in [
            (hidden, Reason::UnknownField),
            ("cluster", Reason::UnknownValue),
            ("namespace", Reason::Repeated),
            ("v", Reason::UnknownVersion),
        ] {
            let ignored = Ignored { key: key.to_owned(), value: hidden.to_owned(), reason };
            let message = text::ignored(&ignored);
            assert_eq!(message.chars().find(|c| is_invisible(*c)), None, "{message}");
            let character = hidden.chars().find(|c| is_invisible(*c)).unwrap();
            assert!(message.contains(&format!("U+{:04X}", u32::from(character))), "{message}");
        }
    }
}

/// A link with a text in every field, in a choice, and in fields that do not exist.
fn link_with(edition: &str, text: &str) -> String {
    let mut link = form_urlencoded::Serializer::new(String::new());
    link.append_pair("edition", edition).append_pair("cluster", text).append_pair(text, text);
    link.append_pair("v", text).append_pair("namespace", text);
    for field in text_fields() {
        link.append_pair(field.id(), text);
    }
    link.finish()
}

#[test]
fn the_terminal_prints_nothing_that_cannot_be_seen() {
    for hidden in hidden() {
        // Only a link can contain it. The test above covers the accepted path.
        let is_path = PemPath::parse(hidden.trim()).is_ok();
        for edition in ["current", "arc-preview", "aks-v1"] {
            let link = link_with(edition, hidden);
            for format in ["json", "scenario", "text", "markdown", "script"] {
                let output = Command::new(env!("CARGO_BIN_EXE_azureml-k8s"))
                    .args(["plan", "--format", format, "--link", &link])
                    .output()
                    .unwrap();
                let text = String::from_utf8(output.stdout).unwrap();
                assert!(!text.is_empty() && output.stderr.is_empty(), "{link}");
                let is_json = matches!(format, "json" | "scenario");
                let text = if is_path && !is_json { text.replace(hidden.trim(), "") } else { text };
                assert_eq!(stray(&text), None, "{format} {link}: {text}");
                if format == "json" {
                    // It is escaped, not lost.
                    let report: Value = serde_json::from_str(&text).unwrap();
                    assert_eq!(report["ignored"][0]["value"], hidden, "{link}");
                }
            }
        }
    }
}

/// Every direction control, control character and line end in Unicode's own data is one for the library.
#[test]
fn every_control_of_unicode_is_known() {
    let program = "import sys, unicodedata as u\n\
        d = {'LRE', 'RLE', 'PDF', 'LRO', 'RLO', 'LRI', 'RLI', 'FSI', 'PDI'}\n\
        c = [chr(i) for i in range(sys.maxunicode + 1)]\n\
        print(*(ord(x) for x in c if u.category(x) in ('Cc', 'Zl', 'Zp') or u.bidirectional(x) in d))";
    let listed = python(&["-c", program], "");
    let numbers: Vec<u32> = listed.split_whitespace().map(|number| number.parse().unwrap()).collect();
    assert!(numbers.len() > 70, "{listed}");
    for number in numbers.into_iter().chain([0x61C, 0x200E, 0x200F]) {
        let c = char::from_u32(number).unwrap();
        assert!(is_deceptive(c) && is_invisible(c), "U+{number:04X}");
        let mut typed = answers(&[]);
        typed.set(Field::CertFile, &format!("a{c}b")).unwrap();
        assert!(outcome(&typed).plan.placeholders().contains(&Field::CertFile), "U+{number:04X}");
    }
}

//! The templates as files in their languages, and their gaps.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command as Process;

use super::code::{gaps, mistake};
use super::*;
use crate::analysis::outcome::outcome;
use crate::model::choice::Choice as _;
use crate::model::preset::PRESETS;
use tree_sitter::Parser;

/// Scenarios whose scripts have every part between them.
const LINKS: &[&str] = &[
    // Values are missing, and a finding is an error.
    "exposure=internal",
    "openshift=yes&connected=no&region=westus2&certificate=secret&tls-secret=s&namespace=ml-team",
    "edition=arc-preview&openshift=yes",
    "cert-file=~/tls.pem&key-file=tls.key&cname=ml.example.org",
    "edition=aks-v1",
    "edition=aks-v1&task=attach&purpose=dev-test",
    "edition=aks-v1&task=detach",
];

/// Every template of a language by its name.
fn templates(language: &Language) -> Vec<(&'static str, &'static str)> {
    macro_rules! all {
        ($($part:ident)+) => {{
            // Without a rest, so that a new template cannot be forgotten.
            let Language { shell: _, between_patterns: _, $($part),+ } = language;
            vec![$((stringify!($part), *$part)),+]
        }};
    }
    all! {
        start variable home_variable limits guard missing functions context pem wait actions no_steps refusal reason
        check_context check_pem begin until run unless exists gone apply conflict pattern
    }
}

/// The templates of a language that are files, by their names in its folder.
fn files(language: &Language) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(file!()).with_file_name(language.shell.id());
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn scripts(language: &'static Language) -> Vec<String> {
    let links = LINKS.iter().map(|link| link::read(link).answers);
    let presets = PRESETS.iter().map(crate::model::preset::Preset::answers);
    let text = |answers: Answers| Script::new(&answers, &outcome(&answers), language, Layout::Lines).text();
    links.chain(presets).map(text).collect()
}

#[test]
fn every_template_file_is_the_template_of_its_name() {
    for language in [&BASH, &POWERSHELL] {
        let templates = templates(language);
        let files = files(language);
        assert!(files.len() >= 10, "{files:?}");
        for (name, text) in &files {
            assert!(templates.contains(&(name.as_str(), text.as_str())), "{name} is not used");
        }
        // A template of several lines is a file.
        let long = templates.iter().filter(|(_, text)| text.lines().count() > 2);
        assert!(long.clone().all(|(name, _)| files.iter().any(|(file, _)| file == name)));
    }
}

#[test]
fn shellcheck_finds_nothing_in_any_template() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Process::new("shellcheck");
    // One template sets variables that another uses. The tests of scripts look for that.
    command.args(["--norc", "--shell=bash", "--format=gcc", "--severity=style", "--exclude=SC2034,SC2154"]);
    for (name, text) in templates(&BASH) {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        command.arg(file);
    }
    let output = command.output().expect("shellcheck runs; cargo xtask test installs it");
    assert_eq!((String::from_utf8_lossy(&output.stdout).as_ref(), output.status.code()), ("", Some(0)));
}

#[test]
fn every_template_of_powershell_parses() {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    let mut is_right = |text: &str| !parser.parse(text, None).unwrap().root_node().has_error();
    assert!(!is_right("function Start-SetUp {"), "it tells what is wrong");
    // The grammar wants something to be there.
    for (name, text) in templates(&POWERSHELL).into_iter().filter(|(_, text)| !text.is_empty()) {
        assert!(is_right(text), "{name}: {text}");
    }
}

/// One code fills the templates of both languages.
#[test]
fn a_template_has_the_same_gaps_in_both_languages() {
    let names = |text| gaps(text).collect::<BTreeSet<_>>();
    for ((name, bash), (_, powershell)) in templates(&BASH).into_iter().zip(templates(&POWERSHELL)) {
        assert_eq!(names(bash), names(powershell), "{name}");
    }
}

#[test]
fn every_template_is_used_and_every_gap_is_filled() {
    for language in [&BASH, &POWERSHELL] {
        let scripts = scripts(language);
        for (name, text) in templates(language) {
            // What stands between the gaps stands in a script.
            let pieces: Vec<&str> = text.lines().flat_map(|line| line.split("__").step_by(2)).collect();
            let pieces = || pieces.iter().filter(|piece| !["", "# "].contains(&piece.trim_start()));
            let is_used = |script: &&String| pieces().all(|piece| script.contains(piece.trim()));
            assert!(scripts.iter().any(|script| is_used(&script)), "{name} is not used");
        }
        for script in scripts {
            assert!(!script.contains("__"), "{script}");
        }
    }
}

#[test]
fn a_gap_without_a_fill_and_a_fill_without_a_gap_are_mistakes() {
    let fills = [("a", Fill::Word("x")), ("b", Fill::Text("it's")), ("c", Fill::Code(Code::default()))];
    assert_eq!(mistake("__a__ '__b__'\n# __c__", &fills), None);
    assert_eq!(mistake("__a__ '__b__'", &fills).as_deref(), Some("no gap for c"));
    assert_eq!(mistake("__a__ '__b__' __c__ __d__", &fills).as_deref(), Some("no fill for d"));
    assert_eq!(mistake("'__a__' __b__ __c__", &fills).as_deref(), Some("no quotes around b"));
    assert_eq!(mistake("__a__ 'x' '__b__' '__c__'", &fills).as_deref(), Some("quotes around c"));
    for word in ["", "a b", "$x", "it's", "a\nb"] {
        assert_eq!(mistake("__a__", &[("a", Fill::Word(word))]).as_deref(), Some("no word in a"));
    }
}

#[test]
fn what_fills_a_gap_is_quoted_and_not_looked_at_again() {
    let fills = [("a", Fill::Text("it's __b__")), ("b", Fill::Word("x"))];
    let bash = Code::fill("echo '__a__' __b__", Shell::Bash, &fills).into_text();
    assert_eq!(bash, r"echo 'it'\''s __b__' x");
    let powershell = Code::fill("echo '__a__' __b__", Shell::PowerShell, &fills).into_text();
    assert_eq!(powershell, "echo 'it''s __b__' x");
}

#[test]
fn lines_are_indented_as_their_gap_and_no_lines_leave_none() {
    let two = Code::lines([Code::comment(Shell::Bash, &["a"]), Code::comment(Shell::Bash, &["b"])]);
    let template = "{\n  # __some__\n  __none__\n  x __some__\n}\n";
    let fills = [("some", Fill::Code(two)), ("none", Fill::Code(Code::default()))];
    let text = Code::fill(template, Shell::Bash, &fills).into_text();
    assert_eq!(text, "{\n  # a\n  # b\n  x # a\n  # b\n}");
}

#[test]
fn a_script_for_powershell_never_has_two_marks() {
    let once = marked("x".into(), Shell::PowerShell);
    assert_eq!(once, "\u{FEFF}x");
    assert_eq!(marked(once.clone(), Shell::PowerShell), once);
    assert_eq!(marked("x".into(), Shell::Bash), "x");
}

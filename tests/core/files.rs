//! The plan as files: the output of page and terminal under file names, and all files in an archive that a reader of
//! others opens.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::scenarios::{CLUSTERS, EDITIONS, IDENTITIES, NAMES, NAMESPACES};
use crate::support::{answers, product, python};
use crate::yaml;
use azureml_k8s_wizard::analysis::outcome::{outcome, shows_errata};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Layout, Shell};
use azureml_k8s_wizard::model::preset::PRESETS;
use azureml_k8s_wizard::model::scenario_file;
use azureml_k8s_wizard::output::Style;
use azureml_k8s_wizard::output::files::{File, FileId, archive, files, ids};
use azureml_k8s_wizard::output::script::script;
use proptest::prelude::*;
use serde_json::{Value, json};

const SHELLS: [Shell; 3] = [Shell::Bash, Shell::PowerShell, Shell::Cmd];

fn files_of(answers: &Answers, shell: Shell) -> Vec<File> {
    let style = Style { shell, layout: Layout::Lines, errata: shows_errata(answers.edition()) };
    files(answers, &outcome(answers).written_for(shell), style)
}

fn text_of(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name);
    file.unwrap_or_else(|| panic!("no {name} among {:?}", names(files))).text.clone()
}

fn names(files: &[File]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

/// Scenarios that together have every kind of file.
fn scenarios() -> Vec<Answers> {
    let all = product(&[EDITIONS, CLUSTERS, NAMES, IDENTITIES, NAMESPACES]);
    let mut scenarios: Vec<Answers> = all.iter().map(|pairs| answers(pairs)).collect();
    scenarios.extend(PRESETS.iter().map(azureml_k8s_wizard::model::preset::Preset::answers));
    scenarios.push(answers(&[
        ("certificate", "secret"),
        ("tls-secret", "endpoint-tls"),
        ("openshift", "yes"),
    ]));
    for task in ["create", "attach", "detach"] {
        scenarios.push(answers(&[("edition", "aks-v1"), ("task", task)]));
    }
    scenarios
}

#[test]
fn the_files_of_a_plan_are_named_by_what_they_are() {
    let scenario = answers(&[("cluster", "aks"), ("certificate", "secret"), ("namespace", "ml-team")]);
    assert_eq!(
        names(&files_of(&scenario, Shell::Bash)),
        [
            "run-book.md",
            "setup.sh",
            "tls-secret.yaml",
            "namespace.yaml",
            "attach-compute.py",
            "compute.yaml",
            "verify-compute.py",
            "detach-compute.py",
            "scenario.json"
        ]
    );
    let powershell = files_of(&scenario, Shell::PowerShell);
    assert_eq!(names(&powershell)[..2], ["run-book.md", "setup.ps1"]);
    // The Command Prompt has no script, but everything else.
    let prompt = files_of(&scenario, Shell::Cmd);
    assert_eq!(prompt.len() + 1, powershell.len());
    assert!(!ids(&outcome(&scenario), Shell::Cmd).contains(&FileId::Script));
}

#[test]
fn every_name_is_safe_and_stands_once() {
    for scenario in scenarios() {
        for shell in SHELLS {
            let files = files_of(&scenario, shell);
            let unique: BTreeSet<String> = files.iter().map(|file| file.name.to_lowercase()).collect();
            assert_eq!(unique.len(), files.len(), "{:?}", names(&files));
            for File { name, media_type, text } in &files {
                let (stem, extension) = name.split_once('.').unwrap();
                assert!(stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
                assert!(["md", "sh", "ps1", "py", "yaml", "json"].contains(&extension), "{name}");
                assert!(media_type.contains('/') && !text.is_empty(), "{name}");
            }
        }
    }
}

fn terminal(scenario: &Answers, format: &str, shell: Shell) -> String {
    let link = azureml_k8s_wizard::model::link::write(scenario);
    let output = Command::new(env!("CARGO_BIN_EXE_azureml-k8s"))
        .args(["plan", "--link", &link, "--format", format, "--shell", shell.id()])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_files_are_what_the_terminal_prints() {
    let scenario = answers(&[
        ("cluster", "aks"),
        ("subscription", "00000000-0000-0000-0000-000000000000"),
        ("resource-group", "rg-연구"),
        ("cluster-name", "aks-contoso"),
        ("workload", "training"),
        ("workspace", "mlw"),
    ]);
    for shell in [Shell::Bash, Shell::PowerShell] {
        let files = files_of(&scenario, shell);
        let script = if shell == Shell::Bash { "setup.sh" } else { "setup.ps1" };
        assert_eq!(text_of(&files, script), terminal(&scenario, "script", shell));
        assert_eq!(text_of(&files, "run-book.md"), terminal(&scenario, "markdown", shell));
        assert_eq!(text_of(&files, "scenario.json"), terminal(&scenario, "scenario", shell));
    }
    assert_eq!(
        scenario_file::read(&text_of(&files_of(&scenario, Shell::Cmd), "scenario.json")).unwrap().answers,
        scenario
    );
}

/// Windows PowerShell 5.1 reads a script as UTF-8 where its first bytes are EF BB BF, and else in the encoding of the
/// machine's region. The mark says nothing to other programs, which would take it for a character of the text.
/// <https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding>
#[test]
fn a_script_for_powershell_has_one_byte_order_mark_and_no_other_file_has_any() {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let (mut ascii, mut other) = (0, 0);
    let korean = answers(&[("resource-group", "rg-연구")]);
    for scenario in scenarios().iter().chain([&korean]) {
        let printed = script(
            scenario,
            &outcome(scenario).written_for(Shell::PowerShell),
            Shell::PowerShell,
            Layout::Lines,
        );
        let printed = printed.unwrap().into_bytes();
        for File { name, text, .. } in files_of(scenario, Shell::PowerShell) {
            let rest = text.as_bytes().strip_prefix(MARK);
            assert_eq!(rest.is_some(), name == "setup.ps1", "{name}");
            let Some(rest) = rest else { continue };
            assert!(rest.starts_with(b"# "), "the text follows: {text}");
            // The terminal prints the mark too, because the output may go to a file or to another program.
            if rest.is_ascii() {
                ascii += 1;
                assert_eq!(printed, rest);
            } else {
                other += 1;
                assert_eq!(printed, text.as_bytes());
            }
        }
    }
    assert!(ascii > 0 && other > 0, "{ascii} {other}");
}

#[test]
fn python_compiles_and_yaml_parses_as_they_are_saved() {
    const COMPILE: &str = "import json, sys\nfor text in json.load(sys.stdin): compile(text, 'saved.py', 'exec')\nprint('compiled')";
    let all: Vec<File> = scenarios().iter().flat_map(|scenario| files_of(scenario, Shell::Bash)).collect();
    let texts = |extension: &str| -> Vec<&str> {
        let of_kind =
            |file: &&File| Path::new(&file.name).extension().is_some_and(|known| known == extension);
        let unique: BTreeSet<&str> = all.iter().filter(of_kind).map(|file| file.text.as_str()).collect();
        unique.into_iter().collect()
    };
    let (programs, documents) = (texts("py"), texts("yaml"));
    assert!(programs.len() > 20 && documents.len() > 20, "{} {}", programs.len(), documents.len());
    assert_eq!(python(&["-c", COMPILE], &json!(programs).to_string()).trim(), "compiled");
    for (text, documents) in documents.iter().zip(yaml::read(&documents)) {
        assert!(!documents.is_empty() && documents.iter().all(Value::is_object), "{text}");
    }
}

/// Opens an archive with Python: for each entry its name, text, time, permissions and way of storing.
fn opened(archive: &[u8]) -> Value {
    const OPEN: &str = "import io, json, sys, zipfile\nz = zipfile.ZipFile(io.BytesIO(bytes(json.load(sys.stdin))))\nassert z.testzip() is None\nprint(json.dumps([[i.filename, z.read(i).decode(), list(i.date_time), oct(i.external_attr >> 16), i.compress_type] for i in z.infolist()]))";
    serde_json::from_str(&python(&["-c", OPEN], &json!(archive).to_string())).unwrap()
}

#[test]
fn an_archive_holds_the_files_to_the_letter() {
    for scenario in scenarios().iter().step_by(7) {
        for shell in SHELLS {
            let files = files_of(scenario, shell);
            let entries: Vec<Value> = files
                .iter()
                .map(|file| {
                    let permissions = if file.name == "setup.sh" { "0o755" } else { "0o644" };
                    json!([file.name, file.text, [1980, 1, 1, 0, 0, 0], permissions, 0])
                })
                .collect();
            let bytes = archive(&files).unwrap();
            assert_eq!(opened(&bytes), json!(entries));
            assert_eq!(archive(&files_of(scenario, shell)).unwrap(), bytes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_comes_out_of_an_archive_as_it_went_in(texts in proptest::collection::vec(any::<String>(), 0..6)) {
        let files: Vec<File> = texts
            .into_iter()
            .enumerate()
            .map(|(index, text)| File { name: format!("{index}.txt"), media_type: "text/plain", text })
            .collect();
        let entries = opened(&archive(&files).unwrap());
        prop_assert_eq!(entries.as_array().unwrap().len(), files.len());
        for (entry, file) in entries.as_array().unwrap().iter().zip(&files) {
            prop_assert_eq!((&entry[0], &entry[1]), (&json!(file.name), &json!(file.text)));
        }
    }
}

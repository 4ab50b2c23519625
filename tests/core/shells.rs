//! Any text in any field, in every shell: each program gets exactly the intended words, or, if the text cannot be
//! used, the placeholder. The judges are real bash and dash, an independent grammar of PowerShell, and a model of how Windows
//! splits a command line, which is compared with Python's.

use std::fs;
use std::process::{Command, Stdio};

use crate::powershell;
use crate::quoting::{planned, planned_below, text};
use crate::support::{HOME, answers, program_path, python, times};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Choice as _, Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::output::tokens;
use azureml_k8s_wizard::plan::{self, Body, Part, Word};
use azureml_k8s_wizard::shell::{self, TokenKind, command_tokens};
use proptest::prelude::*;
use rstest::rstest;

/// The number of texts for each of bash and dash.
const CASES: u32 = 100_000;

/// The number of texts per start of a shell.
const BATCH: u32 = 500;

/// Scenarios that together have every field and every command.
const STRUCTURES: &[&str] = &[
    "certificate=files&connected=no&openshift=yes&auto-upgrade=no&identity=user-assigned&namespace=ml",
    "certificate=secret&connected=no&openshift=yes&auto-upgrade=no&identity=user-assigned&namespace=ml",
    "edition=arc-preview&connected=no&openshift=yes&auto-upgrade=no&identity=user-assigned&namespace=ml",
    "edition=aks-v1&load-balancer=internal&workspace=mlw",
    "edition=aks-v1&task=attach&region=westus2",
];

#[derive(Clone, Debug)]
struct Case {
    structure: &'static str,
    field: Field,
    text: String,
}

fn case() -> impl Strategy<Value = Case> {
    let is_text = |field: &&Field| matches!(field.row().kind, Kind::Text(_));
    let fields: Vec<Field> = Field::ALL.iter().filter(is_text).copied().collect();
    // Paths accept anything, names accept texts like names: each is a third of the cases.
    let paths = prop_oneof![Just(Field::CertFile), Just(Field::KeyFile)];
    let field = prop_oneof![1 => paths, 2 => proptest::sample::select(fields)];
    let nasty = proptest::sample::select(crate::support::nasty());
    let like_a_name = "-?[a-zA-Z0-9][a-zA-Z0-9._()-]{0,12}[a-zA-Z0-9]|[a-z.]{1,8}/[a-z-]{1,8}=[a-z0-9]{0,4}";
    let text = prop_oneof![
        3 => text(),
        2 => nasty.clone(),
        1 => (nasty.clone(), nasty).prop_map(|(one, other)| one + &other),
        2 => like_a_name,
    ];
    // In a field that is no path, these are texts like any other.
    let homes = ["~/", "$HOME/", "${HOME}/", "%USERPROFILE%\\", "$env:USERPROFILE\\", "~\\"];
    let home = prop_oneof![3 => Just(""), 1 => proptest::sample::select(homes.to_vec())];
    let text = (home, text).prop_map(|(home, text)| home.to_owned() + &text);
    // Characters that no command line can contain.
    let text = text.prop_map(|text| text.replace(['\0', '\n', '\r'], ""));
    (proptest::sample::select(STRUCTURES), field, text).prop_map(|(structure, field, text)| Case {
        structure,
        field,
        text,
    })
}

/// The commands of a case's plan that contain the text or the placeholder of its field.
fn commands(case: &Case) -> Vec<plan::Command> {
    let mut answers = crate::support::linked(case.structure);
    answers.set(case.field, &case.text).unwrap();
    let mut commands = Vec::new();
    for step in outcome(&answers).plan.steps {
        for output in step.outputs {
            match output.body {
                Body::Commands(all) => commands.extend(all),
                Body::Yaml(file) => {
                    commands.extend(file.before);
                    commands.push(file.apply);
                }
                Body::Python(_) | Body::Items(_) | Body::Walk(_) => {}
            }
        }
    }
    let is_its = |word: &Word| {
        word.parts().any(|part| match part {
            Part::Value { field, .. } | Part::BelowHome { field, .. } | Part::Placeholder(field) => {
                *field == case.field
            }
            Part::Fixed(_) | Part::Contents(_) => false,
        })
    };
    let words = |command: &plan::Command| {
        command.arguments.iter().chain(command.options.iter().flat_map(|option| &option.values)).any(is_its)
    };
    commands.retain(words);
    commands
}

/// A command for bash in which placeholders are words. Their tokens identify them, because a text may look like one.
fn runnable(command: &plan::Command, layout: Layout) -> String {
    let tokens = command_tokens(command, Shell::Bash, layout);
    let word = |token: &shell::Token| match token.kind {
        TokenKind::Placeholder(_) => format!("'{}'", token.text),
        _ => token.text.to_string(),
    };
    tokens.iter().map(word).collect()
}

/// Runs commands in a shell without programs, only with functions that print their words.
fn run_all(shell: &str, commands: &[String]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("script");
    let mut script = String::new();
    for program in ["az", "kubectl", "oc"] {
        script.extend([program, "() { printf '%s\\0' ", program, " \"$@\"; printf '\\1\\0'; }\n"]);
    }
    script.push_str(&commands.join("\n"));
    fs::write(&file, script).unwrap();
    let output = Command::new(program_path(shell))
        .arg(&file)
        .env_clear()
        .env("PATH", folder.path())
        .env("HOME", HOME)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let words: Vec<&[u8]> = output.stdout.split(|byte| *byte == 0).collect();
    let mut calls: Vec<Vec<String>> = words
        .split(|word| *word == b"\x01")
        .map(|words| words.iter().map(|word| String::from_utf8_lossy(word).into_owned()).collect())
        .collect();
    // The rest after the last mark is empty.
    calls.pop();
    calls
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(CASES / BATCH), max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn bash_and_dash_hand_on_exactly_the_intended_words(cases in proptest::collection::vec(case(), BATCH as usize)) {
        let commands: Vec<plan::Command> = cases.iter().flat_map(commands).collect();
        let intended: Vec<Vec<String>> = commands.iter().map(planned).collect();
        for (shell, layout) in [("bash", Layout::Lines), ("dash", Layout::OneLine)] {
            let written: Vec<String> = commands.iter().map(|command| runnable(command, layout)).collect();
            let calls = run_all(shell, &written);
            for ((call, intended), written) in calls.iter().zip(&intended).zip(&written) {
                prop_assert_eq!(call, intended, "{}: {}", shell, written);
            }
            prop_assert_eq!(calls.len(), intended.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(CASES / 10), ..ProptestConfig::default() })]

    #[test]
    fn powershell_gets_one_command_with_the_intended_arguments(case in case()) {
        for command in commands(&case) {
            for layout in [Layout::Lines, Layout::OneLine] {
                let tokens = command_tokens(&command, Shell::PowerShell, layout);
                let text = shell::text(&tokens);
                let parsed = powershell::parse(&text);
                if shell::placeholders(&tokens).is_empty() {
                    let words: Vec<Vec<String>> = parsed.unwrap().into_iter().map(powershell::expanded).collect();
                    prop_assert_eq!(words, [planned(&command)], "{}", text);
                } else {
                    prop_assert!(parsed.is_err(), "it stops at the placeholder: {}", text);
                }
            }
        }
    }

    #[test]
    fn the_command_prompt_gets_one_line_with_the_intended_arguments(case in case()) {
        for command in commands(&case) {
            for layout in [Layout::Lines, Layout::OneLine] {
                let tokens = command_tokens(&command, Shell::Cmd, layout);
                let text = shell::text(&tokens);
                // A caret at the end of a line continues it.
                let line = text.replace("^\n", "").replace("%USERPROFILE%", PROFILE);
                let special = line.chars().find(|c| "%!^&|".contains(*c) || c.is_control());
                prop_assert_eq!(special, None, "{}", line);
                if shell::placeholders(&tokens).is_empty() {
                    prop_assert!(!line.contains(['<', '>']), "{}", line);
                    let below_home = |path: &str| format!("{PROFILE}\\{}", path.replace('/', "\\"));
                    prop_assert_eq!(windows_words(&line), planned_below(&command, below_home), "{}", line);
                } else {
                    // It stops at the placeholder, which is outside of quotes.
                    let before = line.split('<').next().unwrap_or_default();
                    prop_assert!(before.len() < line.len(), "{}", line);
                    prop_assert_eq!(before.matches('"').count() % 2, 0, "{}", line);
                }
            }
        }
    }
}

/// The home folder in the Command Prompt.
const PROFILE: &str = r"C:\Users\it's me";

/// The words of a command line as a program of Windows gets them.
/// <https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments>
fn windows_words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut is_word, mut is_quoted) = (String::new(), false, false);
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => {
                let mut count = 1;
                while characters.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                is_word = true;
                if characters.peek() == Some(&'"') {
                    word.push_str(&"\\".repeat(count / 2));
                    if count % 2 == 1 {
                        characters.next();
                        word.push('"');
                    }
                } else {
                    word.push_str(&"\\".repeat(count));
                }
            }
            '"' => {
                is_word = true;
                is_quoted = !is_quoted;
            }
            ' ' | '\t' if !is_quoted => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            c => {
                is_word = true;
                word.push(c);
            }
        }
    }
    assert!(!is_quoted, "a quote is open: {line}");
    if is_word {
        words.push(word);
    }
    words
}

/// Python joins words to a command line. The model splits it again.
#[test]
fn the_model_of_windows_undoes_what_python_does() {
    let lists: Vec<Vec<String>> = crate::support::nasty()
        .chunks(4)
        .map(|texts| {
            std::iter::once("az").chain(texts.iter().map(String::as_str)).map(str::to_owned).collect()
        })
        .collect();
    let program = "import json, subprocess, sys\n\
        print(json.dumps([subprocess.list2cmdline(words) for words in json.load(sys.stdin)]))";
    let lines: Vec<String> =
        serde_json::from_str(&python(&["-c", program], &serde_json::to_string(&lists).unwrap())).unwrap();
    for (line, words) in lines.iter().zip(&lists) {
        assert_eq!(&windows_words(line), words, "{line}");
    }
}

#[rstest]
#[case("ml.example.org", "ml.example.org")]
#[case(r"C:\certs\tls.pem", r"C:\certs\tls.pem")]
#[case("a b", "\"a b\"")]
#[case("it's", "\"it's\"")]
#[case("a b\\", "\"a b\\\\\"")]
#[case(r"\\server\a b\\", r#""\\server\a b\\\\""#)]
#[case("a\\", "a\\")]
#[case("$HOME", "\"$HOME\"")]
#[case("`id`", "\"`id`\"")]
#[case("a;b", "\"a;b\"")]
#[case("(a)", "\"(a)\"")]
#[case("~", "\"~\"")]
#[case("~/certs/my tls.pem", r#""%USERPROFILE%\certs\my tls.pem""#)]
#[case("$HOME/tls.pem", r#""%USERPROFILE%\tls.pem""#)]
#[case(r"%userprofile%\certs\tls.pem", r#""%USERPROFILE%\certs\tls.pem""#)]
#[case(r"%USERPROFILE%\certs\", r#""%USERPROFILE%\certs\\""#)]
#[case(r"%USERPROFILE%\50%.pem", "<key-file>")]
#[case("*", "\"*\"")]
#[case("\u{201C}a\u{201D}", "\"\u{201C}a\u{201D}\"")]
// Characters that cannot be quoted.
#[case("a\"b", "<key-file>")]
#[case("50%", "<key-file>")]
#[case("%PATH%", "<key-file>")]
#[case("!x!", "<key-file>")]
#[case("a^b", "<key-file>")]
#[case("a&b", "<key-file>")]
#[case("a<b", "<key-file>")]
#[case("a>b", "<key-file>")]
#[case("a|b", "<key-file>")]
fn the_command_prompt_has_a_value_bare_quoted_or_not_at_all(#[case] path: &str, #[case] written: &str) {
    let answers = answers(&[("edition", "aks-v1"), ("cname", "x.y"), ("cert-file", "c"), ("key-file", path)]);
    let outcome = outcome(&answers).written_for(Shell::Cmd);
    let step = outcome.plan.steps.iter().find(|step| step.id.id() == "create-cluster").unwrap();
    let text = tokens::output_text(&step.outputs[0], Shell::Cmd, Layout::OneLine);
    assert_eq!(text.split_once("--ssl-key-file ").unwrap().1, written);
    let is_reported = outcome.findings.iter().any(|finding| finding.cause.id() == "unwritable-key-file");
    assert_eq!(is_reported, written == "<key-file>");
}

/// Every word of the wizard can be written in every shell. Only a value can leave a placeholder.
#[test]
fn the_wizards_own_words_can_be_written_in_every_shell() {
    for structure in STRUCTURES {
        for step in outcome(&crate::support::linked(structure)).plan.steps {
            for command in step.outputs.iter().flat_map(plan::Output::commands) {
                let gaps: Vec<Field> =
                    shell::placeholders(&command_tokens(command, Shell::Bash, Layout::Lines));
                for (shell, id) in Shell::ALL {
                    let tokens = command_tokens(command, *shell, Layout::Lines);
                    assert_eq!(shell::placeholders(&tokens), gaps, "{id}: {}", shell::text(&tokens));
                }
            }
        }
    }
}

/// Comments contain messages of findings, which may contain anything. In no shell does a comment line run a command.
#[test]
fn a_comment_stays_one_line_that_a_shell_passes_over() {
    for text in crate::support::nasty() {
        for (shell, id) in Shell::ALL {
            let comment = shell::comment(*shell, &[text]);
            assert_eq!(comment.lines().count(), 1, "{id}: {comment:?}");
            let mark = if *shell == Shell::Cmd { ":: " } else { "# " };
            assert!(
                comment.starts_with(mark) && !comment.contains(['\r', '\u{1B}', '\u{202E}']),
                "{id}: {comment:?}"
            );
            // The Command Prompt would continue with the next line.
            assert!(*shell != Shell::Cmd || !comment.ends_with('^'), "{comment}");
        }
    }
}

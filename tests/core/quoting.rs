//! Every value is quoted: any accepted text reaches the program as exactly that text, through real bash and
//! dash, and an option's value is never taken for an option.

use std::process::Command;

use crate::support::{HOME, answers, nasty_paths, run, with_placeholders_as_words};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::value::{PemPath, Value as _};
use azureml_k8s_wizard::output::tokens::output_text;
use azureml_k8s_wizard::plan::{self, Body, Part, Program, Word};
use azureml_k8s_wizard::shell::command_text;
use proptest::prelude::*;

/// One command with every text as a separate word, as an option's value and after `key=`.
fn command(texts: &[String]) -> plan::Command {
    texts.iter().fold(plan::Command::new(Program::Az, &["x"]), |command, text| {
        let path = PemPath::parse(text).unwrap_or_else(|problem| panic!("{text:?}: {problem:?}"));
        let word = Word::checked(path.checked(), Field::CertFile);
        let pair = Word::fixed("key=").and_checked(path.checked(), Field::CertFile);
        command.option("--single", word.clone()).options("--list", vec![pair, word])
    })
}

/// The file that a path means to a program, which expands nothing itself.
fn meant(path: &str) -> String {
    for home in ["~", "$HOME", "${HOME}"] {
        match path.strip_prefix(home).and_then(|rest| rest.split_at_checked(1)) {
            Some(("/", rest)) => return format!("{HOME}/{rest}"),
            // Written on Windows, where no name contains a backslash.
            Some(("\\", rest)) => return format!("{HOME}/{}", rest.replace('\\', "/")),
            _ => {}
        }
    }
    path.to_owned()
}

/// The words that the program must get. A value that begins with a hyphen is joined to its option.
fn intended(texts: &[String]) -> Vec<String> {
    let mut words = vec!["az".to_owned(), "x".to_owned()];
    for text in texts.iter().map(|text| meant(text)) {
        if text.starts_with('-') {
            words.push(format!("--single={text}"));
        } else {
            words.extend(["--single".to_owned(), text.clone()]);
        }
        words.extend(["--list".to_owned(), format!("key={text}"), text]);
    }
    words
}

fn survives(texts: &[String]) {
    let command = command(texts);
    for layout in [Layout::Lines, Layout::OneLine] {
        let text = command_text(&command, Shell::Bash, layout);
        assert_eq!(text.lines().count() == 1, layout == Layout::OneLine || text.len() <= 90);
        for shell in ["bash", "dash"] {
            let (calls, output) = run(shell, &text, &[], None);
            assert_eq!(calls, [intended(texts)], "{shell}: {text}");
            assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {output:?}");
        }
    }
}

#[test]
fn nasty_texts_survive_bash_and_dash() {
    let texts: Vec<String> = nasty_paths().into_iter().map(str::to_owned).collect();
    survives(&texts);
    survives(&["x".repeat(4096), "'".repeat(512)]);
}

/// The home folder is expanded, and nothing else: neither what follows it nor what is in its own name.
#[test]
fn a_path_below_the_home_folder_survives_bash_and_dash() {
    let texts: Vec<String> = nasty_paths()
        .into_iter()
        .zip(["~/", "$HOME/", "${HOME}/"].iter().cycle())
        .map(|(path, home)| format!("{home}{path}"))
        .collect();
    survives(&texts);
    // Not the beginning of a path, another variable, another user's folder.
    let literal = [
        "a/~/b",
        "./$HOME/b",
        "~",
        "$HOME",
        "~root/b",
        "$HOMER/b",
        "$home/b",
        "${HOME/b",
        "~~/b",
        "$HOME~/b",
    ];
    let literal: Vec<String> = literal.map(str::to_owned).to_vec();
    assert!(literal.iter().all(|text| &meant(text) == text));
    survives(&literal);
}

/// Characters that are special in shells occur far more often than by chance.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let special = proptest::sample::select(
        "'\"\\$`!&|;<>(){}[]*?~#=%^@+-,. \u{2018}\u{2019}\u{201C}".chars().collect::<Vec<_>>(),
    );
    proptest::collection::vec(prop_oneof![3 => special, 2 => any::<char>()], 1..24)
        .prop_map(|characters| characters.into_iter().collect::<String>())
}

/// Such a text that is a path.
fn path() -> impl Strategy<Value = String> {
    text().prop_filter("a path without invisible characters", |text| PemPath::parse(text).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::support::times(64), max_local_rejects: u32::MAX, ..ProptestConfig::default() })]

    // A shell is started for 64 texts at once: 64 × 64 texts in each of bash and dash.
    #[test]
    fn any_accepted_text_survives_bash_and_dash(texts in proptest::collection::vec(path(), 64)) {
        survives(&texts);
    }

    /// Along the complete path of the data: any text in any field, and every program gets the intended words.
    #[test]
    fn any_text_in_any_field_leaves_every_command_intact(
        field in proptest::sample::select(Field::ALL.iter().filter(|field| matches!(field.row().kind, Kind::Text(_))).collect::<Vec<_>>()),
        text in text(),
        edition in proptest::sample::select(vec!["current", "arc-preview", "aks-v1"]),
        certificate in proptest::sample::select(vec!["files", "secret"]),
    ) {
        let structure = [
            ("edition", edition), ("certificate", certificate), ("connected", "no"), ("openshift", "yes"),
            ("auto-upgrade", "no"), ("identity", "user-assigned"), ("load-balancer", "internal"),
        ];
        let mut typed = answers(&structure);
        typed.set(*field, &text).unwrap();
        for step in outcome(&typed).plan.steps {
            for output in step.outputs.iter().filter(|output| matches!(output.body, Body::Commands(_))) {
                let written = output_text(output, Shell::Bash, Layout::Lines);
                let (calls, ran) = run("bash", &with_placeholders_as_words(&written), &[], None);
                prop_assert!(ran.stderr.is_empty(), "{:?}", ran);
                prop_assert_eq!(calls, output.commands().iter().map(planned).collect::<Vec<_>>());
            }
        }
    }
}

/// The words that a program must get from a planned command, without the writer.
pub(crate) fn planned(command: &plan::Command) -> Vec<String> {
    planned_below(command, |path| format!("{HOME}/{path}"))
}

/// The same on a machine on which paths below the home folder are these.
pub(crate) fn planned_below(command: &plan::Command, below_home: impl Fn(&str) -> String) -> Vec<String> {
    let text = |word: &Word| -> String {
        let parts = word.parts().map(|part| match part {
            Part::Fixed(text) => (*text).to_owned(),
            Part::Value { text, .. } => text.to_string(),
            Part::BelowHome { path, .. } => below_home(path),
            Part::Placeholder(field) | Part::Contents(field) => format!("<{}>", field.id()),
        });
        parts.collect()
    };
    let mut words = vec![command.program.id().to_owned()];
    words.extend(command.head.iter().map(|text| (*text).to_owned()));
    words.extend(command.arguments.iter().map(text));
    for option in &command.options {
        let values: Vec<String> = option.values.iter().map(text).collect();
        match values.as_slice() {
            [only] if option.tied || only.starts_with('-') => words.push(format!("{}={only}", option.name)),
            values => words.extend(std::iter::once(option.name.to_owned()).chain(values.iter().cloned())),
        }
    }
    words
}

/// A word is joined to its option with `=` only because an option parser requires it: Python's, which the Azure CLI
/// is built on.
#[test]
fn the_azure_clis_parser_takes_a_value_that_begins_with_a_hyphen() {
    let answers = answers(&[("resource-group", "-rg"), ("cluster-name", "c")]);
    let text = crate::support::step_text(&answers, "verify-extension", Layout::OneLine);
    let call = crate::support::words(text.lines().next().unwrap());
    let program = "import argparse, sys\n\
        p = argparse.ArgumentParser()\n\
        [p.add_argument(o) for o in ('--name', '--cluster-type', '--cluster-name')]\n\
        p.add_argument('--resource-group', '-g')\n\
        print(p.parse_args(sys.argv[1:]).resource_group, p.parse_args(['-g=-rg']).resource_group)";
    let output = Command::new("python3").args(["-c", program]).args(&call[3..]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "-rg -rg\n", "{output:?}");
}

//! Real shells for the tests: a script is run with stub programs on PATH that write down what they were called with.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use azureml_k8s_wizard::answers::Answers;
use azureml_k8s_wizard::choice::{Layout, Shell};
use azureml_k8s_wizard::field::Field;

/// Answers from `(field id, text)` pairs.
pub(crate) fn answers(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (id, text) in pairs {
        let field = Field::from_id(id).unwrap_or_else(|| panic!("no field {id}"));
        answers.set(field, text).unwrap_or_else(|_| panic!("{id} does not take {text}"));
    }
    answers
}

/// The same answers with one more.
pub(crate) fn with(mut answers: Answers, field: Field, text: &str) -> Answers {
    answers.set(field, text).unwrap_or_else(|_| panic!("{} does not take {text}", field.id()));
    answers
}

/// A call of a stub program: its name and its arguments.
pub(crate) type Call = Vec<String>;

/// Runs a script in a shell with stubs for every program that a plan calls, and gives back their calls in order. A
/// stub that is told to fail (`fails`, the beginning of its words) exits with 1.
pub(crate) fn run(
    shell: &str,
    script: &str,
    arguments: &[&str],
    fails: Option<&str>,
) -> (Vec<Call>, std::process::Output) {
    let folder = tempfile::tempdir().expect("a folder for the stubs");
    let log = folder.path().join("calls");
    for program in ["az", "kubectl", "oc"] {
        stub(folder.path(), program, &log, fails);
    }
    let file = folder.path().join("script");
    fs::write(&file, script).expect("the script");
    // Nothing but the stubs is on PATH: a value that is taken for a command finds none to run.
    let output = Command::new(shell_path(shell))
        .arg(&file)
        .args(arguments)
        .env("PATH", folder.path())
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("the shell runs");
    let calls = fs::read(&log).unwrap_or_default();
    (parse_calls(&calls), output)
}

fn shell_path(shell: &str) -> String {
    ["/bin/", "/usr/bin/"]
        .iter()
        .map(|folder| format!("{folder}{shell}"))
        .find(|path| Path::new(path).exists())
        .unwrap_or_else(|| panic!("{shell} is not installed; cargo xtask test installs what it can"))
}

fn stub(folder: &Path, program: &str, log: &Path, fails: Option<&str>) {
    let fails = fails.unwrap_or("\u{1}");
    let text = format!(
        "#!/bin/sh\n{{ printf '%s\\0' {program} \"$@\"; printf '\\001\\0'; }} >> '{}'\ncase \"{program} $*\" in '{fails}'*) exit 1 ;; esac\n",
        log.display(),
    );
    let path = folder.join(program);
    fs::write(&path, text).expect("the stub");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the stub runs");
}

fn parse_calls(log: &[u8]) -> Vec<Call> {
    let words: Vec<String> =
        log.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
    let mut calls: Vec<Call> = words.split(|word| word == "\u{1}").map(<[String]>::to_vec).collect();
    // What follows the last mark is the empty rest of the log.
    calls.pop();
    calls
}

/// The same text with each placeholder's angle brackets escaped, so that a shell takes it for a word.
pub(crate) fn with_placeholders_as_words(text: &str) -> String {
    Field::ALL.iter().fold(text.to_owned(), |text, field| {
        text.replace(&format!("<{}>", field.id()), &format!("\\<{}\\>", field.id()))
    })
}

/// The words of one command, split by a reader of POSIX shell text that is not ours; placeholders stay words.
pub(crate) fn words(text: &str) -> Vec<String> {
    shlex::split(&with_placeholders_as_words(text)).unwrap_or_else(|| panic!("{text} does not split"))
}

/// The text of a step's only output, for bash.
pub(crate) fn step_text(answers: &Answers, id: &str, layout: Layout) -> String {
    let plan = azureml_k8s_wizard::result::outcome(answers).plan;
    let step = plan.steps.iter().find(|step| step.id.id() == id).unwrap_or_else(|| panic!("no step {id}"));
    azureml_k8s_wizard::write::output_text(&step.outputs[0], Shell::Bash, layout)
}

/// A command without its order: the words before the options, and what each option was given.
#[derive(Debug, PartialEq)]
pub(crate) struct Parsed {
    pub(crate) command: String,
    pub(crate) options: BTreeMap<String, Vec<String>>,
}

/// The one spelling under which options are compared.
pub(crate) fn canonical(command: &str, option: &str) -> String {
    let long = match (command, option) {
        ("kubectl get pods", "-n") => "--namespace",
        (_, "-n") => "--name",
        (_, "-g") => "--resource-group",
        (_, "-w") => "--workspace-name",
        (_, "-i") => "--compute-resource-id",
        (_, "-l") => "--location",
        (_, "-o") => "--output",
        (_, "--configuration-settings") => "--config",
        (_, "--configuration-protected-settings") => "--config-protected",
        (_, other) => other,
    };
    long.to_owned()
}

pub(crate) fn parse_call(call: &Call) -> Parsed {
    let head: Vec<&str> = call.iter().map(String::as_str).take_while(|word| !word.starts_with('-')).collect();
    let command = head.join(" ");
    let mut options: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = String::new();
    for word in &call[head.len()..] {
        if word.starts_with('-') {
            current = canonical(&command, word);
            options.entry(current.clone()).or_default();
        } else {
            options.get_mut(&current).expect("a value follows an option").push(word.clone());
        }
    }
    for values in options.values_mut() {
        values.sort();
    }
    Parsed { command, options }
}

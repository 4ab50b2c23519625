//! Real shells for the tests: a script runs with stub programs on PATH that record their calls.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::model::value::{PemPath, Value as _};
use azureml_k8s_wizard::output::tokens;
use azureml_k8s_wizard::plan::{self, OutputId, Step};

/// Answers from `(field id, text)` pairs.
pub(crate) fn answers(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (id, text) in pairs {
        let field = Field::from_id(id).unwrap_or_else(|| panic!("no field {id}"));
        answers.set(field, text).unwrap_or_else(|_| panic!("{id} does not take {text}"));
    }
    answers
}

/// Answers from a link in which every pair has an effect.
pub(crate) fn linked(link: &str) -> Answers {
    let reading = link::read(link);
    assert_eq!(reading.ignored, [], "{link}");
    reading.answers
}

/// The same answers with one more answer.
pub(crate) fn with(mut answers: Answers, field: Field, text: &str) -> Answers {
    answers.set(field, text).unwrap_or_else(|_| panic!("{} does not take {text}", field.id()));
    answers
}

/// Answers as `(field id, text)` pairs. The last pair of a field counts.
pub(crate) type Pairs<'a> = Vec<(&'a str, &'a str)>;

/// Every combination of one alternative of each axis.
pub(crate) fn product<'a>(axes: &[&[&[(&'a str, &'a str)]]]) -> Vec<Pairs<'a>> {
    axes.iter().fold(vec![Vec::new()], |known, alternatives| {
        known
            .iter()
            .flat_map(|pairs: &Pairs<'a>| alternatives.iter().map(|more| [pairs.as_slice(), more].concat()))
            .collect()
    })
}

/// The effective text of a field: the text without spaces at its ends, or the field's default.
pub(crate) fn text(pairs: &[(&str, &str)], id: &str) -> String {
    answers(pairs).text(Field::from_id(id).unwrap_or_else(|| panic!("no field {id}"))).to_owned()
}

/// Runs Python with a text as its standard input, and returns its output.
pub(crate) fn python(arguments: &[&str], input: &str) -> String {
    // Python must not write cache files into the folders of the tests.
    let mut child = Command::new(std::env::var_os("PYTHON").unwrap_or("python3".into()))
        .arg("-B")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut stdin = child.stdin.take().expect("its standard input");
    let input = input.to_owned();
    // Write in a thread, so that neither side waits for the other.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("Python ends");
    writer.join().expect("the writer ends").expect("Python reads");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The number of cases of a property, or a multiple of it with `cargo xtask test --long`.
pub(crate) fn times(cases: u32) -> u32 {
    let times = std::env::var("AZUREML_K8S_TIMES").ok().and_then(|text| text.parse().ok());
    cases.saturating_mul(times.unwrap_or(1))
}

/// A file of the tests' data.
pub(crate) fn data(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Texts that a careless writer breaks, legal and not: those of `tests/data/nasty.txt`, which describes their notation,
/// and two that are too long for a line of it.
pub(crate) fn nasty() -> &'static [String] {
    static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lines = include_str!("../data/nasty.txt").lines();
        let texts = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut texts: Vec<String> = texts
            .map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}")))
            .collect();
        texts.extend(["x".repeat(4096), "'\"".repeat(2048)]);
        texts
    });
    &TEXTS
}

/// Those that are legal paths and not only spaces.
pub(crate) fn nasty_paths() -> Vec<&'static str> {
    let texts = nasty().iter().map(String::as_str);
    let paths: Vec<&str> =
        texts.filter(|text| !text.trim().is_empty() && PemPath::parse(text).is_ok()).collect();
    assert!(paths.len() > 150, "{}", paths.len());
    paths
}

/// A call of a stub program: its name and its arguments.
pub(crate) type Call = Vec<String>;

/// The action of a stub program for calls that match a pattern: a shell pattern for the complete call, in which
/// `*` stands for any text.
#[derive(Clone, Copy)]
pub(crate) enum Reply<'a> {
    /// Exits with 1.
    Fails,
    /// Prints one of these texts per call, in order, and then always the last one.
    Prints(&'a [&'a str]),
}

/// The result of a script.
pub(crate) struct Ran {
    /// The calls of the stubs, in order.
    pub(crate) calls: Vec<Call>,
    /// The standard input of each call.
    pub(crate) inputs: Vec<String>,
    pub(crate) output: Output,
}

impl Ran {
    pub(crate) fn status(&self) -> Option<i32> {
        self.output.status.code()
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }
}

/// By default, the work of a command is done when a script asks for its state.
const DONE: &[(&str, Reply<'_>)] = &[
    ("az*show*--query provisioningState*", Reply::Prints(&["Succeeded"])),
    ("az*show*--query provisioning_state*", Reply::Prints(&["Succeeded"])),
    ("az*show*--query installState*", Reply::Prints(&["Installed"])),
];

/// Runs a script with stubs for every program that a plan calls, and returns their calls in order. A stub that
/// is to fail (`fails`, the beginning of its words) exits with 1.
pub(crate) fn run(shell: &str, script: &str, arguments: &[&str], fails: Option<&str>) -> (Vec<Call>, Output) {
    let pattern = fails.map(|fails| format!("{fails}*"));
    let rules: Vec<(&str, Reply<'_>)> =
        pattern.iter().map(|pattern| (pattern.as_str(), Reply::Fails)).collect();
    let Ran { calls, output, .. } = run_with(shell, script, arguments, &rules, &[]);
    (calls, output)
}

/// The home folder of a script that a test runs, whose name a careless writer breaks.
pub(crate) const HOME: &str = "/home/it's \"me\" $x `y`";

/// Runs a script in a shell with stubs. A stub does the action of the first rule that matches its call, otherwise nothing.
pub(crate) fn run_with(
    shell: &str,
    script: &str,
    arguments: &[&str],
    rules: &[(&str, Reply<'_>)],
    variables: &[(&str, &str)],
) -> Ran {
    let folder = tempfile::tempdir().expect("a folder for the stubs");
    let log = folder.path().join("calls");
    stubs(folder.path(), &log, rules);
    let file = folder.path().join("script");
    fs::write(&file, script).expect("the script");
    // Only the stubs are on PATH, so a value that is run as a command is not found.
    let output = Command::new(program_path(shell))
        .arg(&file)
        .args(arguments)
        .env_clear()
        .env("PATH", folder.path())
        .env("HOME", HOME)
        .envs(variables.iter().copied())
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("the shell runs");
    let (calls, inputs) = parse_calls(&fs::read(&log).unwrap_or_default());
    Ran { calls, inputs, output }
}

pub(crate) fn program_path(program: &str) -> String {
    ["/bin/", "/usr/bin/"]
        .iter()
        .map(|folder| format!("{folder}{program}"))
        .find(|path| Path::new(path).exists())
        .unwrap_or_else(|| panic!("{program} is not installed; cargo xtask test installs what it can"))
}

/// The program that stands in for all others. It is a file of the repository, and tests only link to it: a program that a
/// test has just written cannot be started while another thread's child still holds the open file ("text file busy").
const STUB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/stub.sh");

/// Puts the stubs and their rules into a folder.
fn stubs(folder: &Path, log: &Path, rules: &[(&str, Reply<'_>)]) {
    let mut text = String::new();
    for (index, (pattern, reply)) in rules.iter().chain(DONE).enumerate() {
        // The pieces between the stars are literal.
        let pattern: Vec<String> = pattern.split('*').map(quoted).collect();
        let action = match reply {
            Reply::Fails => "echo \"$call: refused\" >&2; exit 1".to_owned(),
            Reply::Prints(texts) => next_text(texts, &format!("'{}.{index}'", log.display())),
        };
        text.extend(["case \"$call\" in ", &pattern.join("*"), ") ", &action, " ;; esac\n"]);
    }
    fs::write(folder.join("rules"), text).expect("the rules");
    for program in ["az", "kubectl", "oc", "sleep"] {
        symlink(STUB, folder.join(program)).expect("a link to the stub");
    }
}

/// Shell text that prints the next of the texts. A file counts the calls.
fn next_text(texts: &[&str], count: &str) -> String {
    let cases = texts.iter().enumerate().map(|(index, text)| {
        let last = index + 1 == texts.len();
        let number = if last { "*".to_owned() } else { index.to_string() };
        format!("{number}) printf '%s\\n' {} ;;", quoted(text))
    });
    let cases = cases.collect::<Vec<_>>().join(" ");
    format!(
        "n=0; if [ -f {count} ]; then read -r n < {count}; fi; echo $((n + 1)) > {count}; case $n in {cases} esac; exit 0"
    )
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The calls in a log with their input: words, a mark, the input, another mark.
fn parse_calls(log: &[u8]) -> (Vec<Call>, Vec<String>) {
    let words: Vec<String> =
        log.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
    let mut records: Vec<&[String]> = words.split(|word| word == "\u{1}").collect();
    // The rest of the log after the last mark is empty.
    records.pop();
    records
        .iter()
        .map(|record| match record {
            [words @ .., mark, input] if mark == "\u{2}" => (words.to_vec(), input.clone()),
            other => panic!("{other:?} is no record"),
        })
        .unzip()
}

/// The same text with each placeholder's angle brackets escaped, so that a shell reads it as a word.
pub(crate) fn with_placeholders_as_words(text: &str) -> String {
    Field::ALL.iter().fold(text.to_owned(), |text, field| {
        text.replace(&format!("<{}>", field.id()), &format!("\\<{}\\>", field.id()))
    })
}

/// The words of one command, split by an independent reader of POSIX shell text; placeholders stay words.
pub(crate) fn words(text: &str) -> Vec<String> {
    shlex::split(&with_placeholders_as_words(text)).unwrap_or_else(|| panic!("{text} does not split"))
}

/// A step of the plan.
pub(crate) fn step(answers: &Answers, id: &str) -> Step {
    let plan = azureml_k8s_wizard::analysis::outcome::outcome(answers).plan;
    plan.steps.into_iter().find(|step| step.id.id() == id).unwrap_or_else(|| panic!("no step {id}"))
}

/// An output of a step.
pub(crate) fn output(step: &Step, id: OutputId) -> &plan::Output {
    step.outputs
        .iter()
        .find(|output| output.id == id)
        .unwrap_or_else(|| panic!("no {} in {}", id.id(), step.id.id()))
}

/// The text of a step's output, for bash.
pub(crate) fn output_text(answers: &Answers, id: &str, output_id: OutputId, layout: Layout) -> String {
    tokens::output_text(output(&step(answers, id), output_id), Shell::Bash, layout)
}

/// The commands of a step, for bash.
pub(crate) fn step_text(answers: &Answers, id: &str, layout: Layout) -> String {
    output_text(answers, id, OutputId::Cli, layout)
}

/// A command without its order: the words before the options, and the values of each option.
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
            let (option, tied) =
                word.split_once('=').map_or((word.as_str(), None), |(o, text)| (o, Some(text)));
            current = canonical(&command, option);
            options.entry(current.clone()).or_default().extend(tied.map(str::to_owned));
        } else {
            options.get_mut(&current).expect("a value follows an option").push(word.clone());
        }
    }
    for values in options.values_mut() {
        values.sort();
    }
    Parsed { command, options }
}

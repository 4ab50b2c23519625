//! A plan as a script: what sets up, in order, and what cleans up only when asked for. One for bash, one for PowerShell.
//!
//! Each value stands once, at the top. The script does nothing while one of them is missing, and sets up nothing that a
//! finding says will fail. It stops at the first command that fails and says in which step, waits where the work goes on
//! behind a command, and can be run again: what exists already is kept. Findings and notes stand in it as comments.

mod bash;
mod powershell;

use crate::analysis::check::Severity;
use crate::analysis::outcome::Outcome;
use crate::i18n;
use crate::model::answers::Answers;
use crate::model::choice::{Layout, Shell};
use crate::model::link;
use crate::output::unattended::{self, Conflict, Until};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Plan, Program, Step, StepId, Word, YamlFile};
use crate::shell::variables::Variables;
use crate::shell::{self, comment, text};
use crate::text::{self, FileText};

/// The script of an outcome; nothing for the Command Prompt, whose batch files have no quoting that holds.
pub fn script(answers: &Answers, outcome: &Outcome, shell: Shell, layout: Layout) -> Option<String> {
    let plan = &outcome.plan;
    let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
    let script = Script {
        plan,
        head: head(answers, outcome, shell),
        layout,
        variables: variables(plan),
        set_up,
        // Another day, another subscription may be the chosen one.
        clean_up: plan
            .step(StepId::SignIn)
            .filter(|_| !clean_up.is_empty())
            .into_iter()
            .chain(clean_up)
            .collect(),
        refused: refused(answers, outcome),
    };
    match shell {
        Shell::Bash => Some(bash::write(&script)),
        Shell::PowerShell => Some(powershell::write(&script)),
        Shell::Cmd => None,
    }
}

/// What a script is made of, in whatever language.
struct Script<'a> {
    plan: &'a Plan,
    /// What stands above it, as comments.
    head: Vec<String>,
    layout: Layout,
    variables: Variables,
    set_up: Vec<&'a Step>,
    clean_up: Vec<&'a Step>,
    /// Why nothing is to be set up.
    refused: Vec<String>,
}

impl Script<'_> {
    fn command(&self, command: &Command, shell: Shell) -> String {
        text(&shell::tokens_with(command, shell, self.layout, Some(&self.variables)))
    }

    /// What a step is worth knowing about.
    fn note(&self, note: NoteId) -> &'static str {
        text::note(note, self.plan.edition)
    }
}

fn head(answers: &Answers, outcome: &Outcome, shell: Shell) -> Vec<String> {
    let mut head = vec![
        comment(shell, &[i18n::text(FileText::ScriptTitle)]),
        comment(shell, &[i18n::text(FileText::ScriptLink), " #", &link::write(answers)]),
    ];
    head.extend(
        outcome
            .findings
            .iter()
            .map(|finding| comment(shell, &[finding.severity.id(), ": ", &text::finding(finding, answers)])),
    );
    head
}

/// What a language has for the pieces of a step.
struct Language {
    /// Says which step begins.
    begin: fn(&Step) -> String,
    /// A line that is passed over.
    remark: fn(&str) -> String,
    /// Waits for a state.
    wait: fn(&Script<'_>, &Until) -> String,
    /// Runs a command that can be run again, and that asks no question.
    run: fn(&Script<'_>, &Command) -> String,
    /// Hands on a file, on lines of its own.
    apply: fn(&Script<'_>, &YamlFile) -> String,
    /// Stops where something makes the commands behind it mean something else.
    stop: fn(&Script<'_>, &Conflict) -> String,
}

/// Writes steps, each behind an empty line.
fn push_steps(script: &Script<'_>, language: &Language, steps: &[&Step], lines: &mut Vec<String>) {
    for step in steps.iter().filter(|step| has(step)) {
        lines.push(String::new());
        let mut body = vec![(language.begin)(step)];
        body.extend(step.notes.iter().map(|id| (language.remark)(script.note(*id))));
        body.extend(unattended::until(step).map(|until| (language.wait)(script, &until)));
        for output in step.outputs.iter().filter_map(run) {
            match output {
                Run::Commands(commands) => {
                    body.extend(commands.iter().map(|command| (language.run)(script, command)));
                }
                Run::Apply(file) => {
                    body.extend(file.before.iter().map(|command| (language.run)(script, command)));
                    lines.extend(body.drain(..).map(|text| indented(&text)));
                    lines.push((language.apply)(script, file));
                }
            }
        }
        let conflict = unattended::conflict(script.plan.edition, step);
        body.extend(conflict.map(|conflict| (language.stop)(script, &conflict)));
        lines.extend(body.iter().map(|text| indented(text)));
    }
}

/// The body of a function. No line of it is a value's: those stand at the top.
fn indented(text: &str) -> String {
    ["  ", &text.replace('\n', "\n  ")].concat()
}

/// What of an output the script runs: its commands, or a file that it hands on.
enum Run<'a> {
    Commands(&'a [Command]),
    Apply(&'a YamlFile),
}

/// Of several ways to one end the script takes one: the commands, and on OpenShift the role bindings.
fn run(output: &Output) -> Option<Run<'_>> {
    match (&output.body, output.id) {
        (Body::Commands(commands), OutputId::Cli) => Some(Run::Commands(commands)),
        (Body::Yaml(file), OutputId::SccRolebinding) => Some(Run::Apply(file)),
        _ => None,
    }
}

/// Whether the script has a step at all. One that only shows something is left out where it lacks a value: a value
/// that is filled in has to have an effect.
fn has(step: &Step) -> bool {
    step.id != StepId::ListVersions || !step.outputs.iter().any(Output::has_gap)
}

/// Whether a step does something to the cluster of kubectl's current context.
fn uses_context(step: &Step) -> bool {
    let is_cluster = |command: &Command| command.program != Program::Az;
    step.id == StepId::ConnectCluster
        || step.outputs.iter().filter_map(run).any(|output| match output {
            Run::Commands(commands) => commands.iter().any(is_cluster),
            Run::Apply(file) => is_cluster(&file.apply),
        })
}

/// Why nothing is to be set up: what is known to fail, or to come out otherwise than asked for.
fn refused(answers: &Answers, outcome: &Outcome) -> Vec<String> {
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut reasons: Vec<String> = errors.map(|finding| text::finding(finding, answers)).collect();
    let notes = outcome.plan.steps.iter().flat_map(|step| &step.notes);
    let beside = notes.filter(|note| **note == NoteId::PurposeNotInCli);
    reasons.extend(beside.map(|id| text::note(*id, outcome.plan.edition).to_owned()));
    reasons
}

/// Every value that the script uses.
fn variables(plan: &Plan) -> Variables {
    let mut variables = Variables::default();
    let mut add = |word: &Word| variables.add(word);
    for step in plan.steps.iter().filter(|step| has(step)) {
        for output in step.outputs.iter().filter_map(run) {
            match output {
                Run::Commands(commands) => commands.iter().for_each(|command| command.each_word(&mut add)),
                Run::Apply(file) => file.each_word(&mut add),
            }
        }
        if let Some(until) = unattended::until(step) {
            until.ask.each_word(&mut add);
        }
    }
    variables
}

/// Whether a step's work goes on behind its command.
fn waits(plan: &Plan) -> bool {
    plan.steps.iter().any(|step| unattended::until(step).is_some())
}

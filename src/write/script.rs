//! A plan as a bash script: what sets up, in order, and what cleans up only when asked for.
//!
//! Each value stands once, at the top. The script does nothing while one of them is missing, and sets up nothing that a
//! finding says will fail. It stops at the first command that fails and says in which step, waits where the work goes on
//! behind a command, and can be run again: what exists already is kept. Findings and notes stand in it as comments.

use super::variables::Variables;
use super::{bash, shell, text, yaml};
use crate::answers::Answers;
use crate::check::Severity;
use crate::choice::{Layout, Shell};
use crate::link;
use crate::locale::{self, Text};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Plan, Program, Step, StepId, Word, YamlFile};
use crate::result::Outcome;
use crate::unattended::{self, Repeat};

/// How often a state is asked for, and the seconds between: half an hour in all.
const WAITING: &str = "\
attempts=${AZUREML_K8S_ATTEMPTS:-180}
interval=${AZUREML_K8S_INTERVAL:-10}";

/// The script of an outcome.
pub fn script(answers: &Answers, outcome: &Outcome, layout: Layout) -> String {
    let plan = &outcome.plan;
    let variables = variables(plan);
    let mut lines: Vec<String> = vec!["#!/usr/bin/env bash".into()];
    lines.push(comment(&[locale::text(Text::ScriptTitle)]));
    lines.push(comment(&[locale::text(Text::ScriptLink), " #", &link::write(answers)]));
    for finding in &outcome.findings {
        lines.push(comment(&[finding.severity.id(), ": ", &locale::finding(finding, answers)]));
    }
    lines.push("#".into());
    // The texts in single quotes are meant to the letter: dollars, backslashes, curly quotes.
    lines.push("# shellcheck disable=SC1003,SC1112,SC2016".into());
    lines.push("set -euo pipefail".into());
    lines.push(String::new());
    for variable in variables.iter() {
        lines.push([&variable.name, "=", &bash::quoted(&variable.text())].concat());
    }
    if waits(plan) {
        lines.push(comment(&[locale::text(Text::ScriptWaiting)]));
        lines.push(WAITING.into());
    }
    push_guard(&variables, &mut lines);
    lines.push(functions(plan));
    let (mut clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
    if !clean_up.is_empty() {
        // Another day, another subscription may be the chosen one.
        clean_up.splice(0..0, plan.step(StepId::SignIn));
    }
    let writer = Writer { plan, layout, variables };
    let refused = refused(answers, outcome);
    writer.push_function("set_up", &set_up, &refused, &mut lines);
    writer.push_function("clean_up", &clean_up, &[], &mut lines);
    lines.push(
        "\ncase \"${1:-set-up}\" in\n  set-up) set_up ;;\n  clean-up) clean_up ;;\n  *)\n    echo \"usage: $0 [set-up|clean-up]\" >&2\n    exit 2\n    ;;\nesac\n"
            .into(),
    );
    lines.join("\n")
}

/// A comment of one line, whatever is put into it.
fn comment(texts: &[&str]) -> String {
    let text = texts.concat();
    ["# ", &text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()].concat()
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
    let mut reasons: Vec<String> = errors.map(|finding| locale::finding(finding, answers)).collect();
    let notes = outcome.plan.steps.iter().flat_map(|step| &step.notes);
    let beside = notes.filter(|note| **note == NoteId::PurposeNotInCli);
    reasons.extend(beside.map(|id| locale::note(*id, outcome.plan.edition).to_owned()));
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

/// Ends the script while a variable still holds its placeholder.
fn push_guard(variables: &Variables, lines: &mut Vec<String>) {
    if variables.gaps().next().is_none() {
        return;
    }
    lines.push("\nunfilled=()".into());
    for gap in variables.gaps() {
        // The mark itself does not stand here once more, so that whoever replaces it everywhere has filled it in.
        let (name, id) = (&gap.name, gap.field.id());
        let test = ["[[ -z $", name, " || $", name, " == '<'* ]]"].concat();
        lines.push(["if ", &test, "; then unfilled+=(", id, "); fi"].concat());
    }
    let message = bash::quoted(locale::text(Text::FillInFirst));
    lines.push(
        ["if ((${#unfilled[@]} > 0)); then\n  echo ", &message, " \"${unfilled[*]}\" >&2\n  exit 1\nfi"]
            .concat(),
    );
}

/// Whether a step's work goes on behind its command.
fn waits(plan: &Plan) -> bool {
    plan.steps.iter().any(|step| unattended::until(step).is_some())
}

/// What the steps call: for one that fails, and for one whose work goes on behind the command.
fn functions(plan: &Plan) -> String {
    let mut functions = [
        "\nstep=''\nstop() {\n  echo \"$*\" >&2\n  exit 1\n}\nstopped() { echo ",
        &bash::quoted(locale::text(Text::ScriptStopped)),
        " \"$step\" >&2; }\nset -E\ntrap stopped ERR",
    ]
    .concat();
    let quoted = |text| bash::quoted(locale::text(text));
    if plan.steps.iter().any(uses_context) {
        functions.push_str(&[
            "\n\n",
            &comment(&[locale::text(Text::ScriptContext)]),
            "\ncheck_context() {\n  local context\n  step=current-context\n  context=$(trap - ERR; kubectl config current-context)\n  echo \"kubectl: $context\"\n  if [[ -n ${AZUREML_K8S_CONTEXT:-} && $context != \"$AZUREML_K8S_CONTEXT\" ]]; then\n    stop ",
            &quoted(Text::ScriptOtherContext),
            " \"$AZUREML_K8S_CONTEXT\"\n  fi\n}",
        ].concat());
    }
    if waits(plan) {
        functions.push_str(&[
            "\n\n",
            &comment(&[locale::text(Text::ScriptWaitFor)]),
            "\nwait_for() {\n  local state=$1 answer='' attempt\n  shift\n  for ((attempt = 1; attempt <= attempts; attempt++)); do\n    answer=$(trap - ERR; \"$@\")\n    case $answer in\n      *\"$state\"*)\n        echo \"$answer\"\n        return\n        ;;\n      *Failed* | *Canceled*) stop \"$step:\" ",
            &quoted(Text::ScriptFailed),
            " \"$answer\" ;;\n    esac\n    echo \"$attempt/$attempts: $answer\"\n    sleep \"$interval\"\n  done\n  stop \"$step:\" ",
            &quoted(Text::ScriptGaveUp),
            " \"$answer\"\n}",
        ].concat());
    }
    functions
}

/// The body of a function. No line of it is a value's: those stand at the top.
fn indented(text: &str) -> String {
    ["  ", &text.replace('\n', "\n  ")].concat()
}

struct Writer<'a> {
    plan: &'a Plan,
    layout: Layout,
    variables: Variables,
}

impl Writer<'_> {
    /// A function that runs steps, unless there are reasons not to; one without any step does nothing.
    fn push_function(&self, name: &str, steps: &[&Step], refused: &[String], lines: &mut Vec<String>) {
        lines.push(["\n", name, "() {"].concat());
        if steps.is_empty() {
            lines.push("  :".into());
        }
        if !refused.is_empty() {
            lines.push("  if [[ ${AZUREML_K8S_FORCE:-} != 1 ]]; then".into());
            let says = |text: &str| ["    echo ", &bash::quoted(text), " >&2"].concat();
            lines.extend(refused.iter().map(|reason| says(reason)));
            lines.push(says(locale::text(Text::ScriptRefused)));
            lines.push("    exit 1\n  fi".into());
        }
        if steps.iter().any(|step| uses_context(step)) {
            lines.push("  check_context".into());
        }
        for step in steps.iter().filter(|step| has(step)) {
            lines.push(String::new());
            self.push_step(step, lines);
        }
        lines.push("}".into());
    }

    fn push_step(&self, step: &Step, lines: &mut Vec<String>) {
        let says = |text: &str| ["echo \"== $step:\" ", &bash::quoted(text)].concat();
        let mut body = vec![["step=", step.id.id()].concat(), says(locale::step_title(step.id))];
        let note = |note| locale::note(note, self.plan.edition);
        body.extend(step.notes.iter().map(|id| comment(&[note(*id)])));
        if let Some(until) = unattended::until(step) {
            body.push(["wait_for ", until.state, " ", &self.command(&until.ask)].concat());
        }
        for output in step.outputs.iter().filter_map(run) {
            match output {
                Run::Commands(commands) => body.extend(commands.iter().map(|c| self.repeatable(c))),
                Run::Apply(file) => {
                    body.extend(file.before.iter().map(|command| self.repeatable(command)));
                    lines.extend(body.drain(..).map(|text| indented(&text)));
                    lines.push(self.applied(file));
                }
            }
        }
        if let Some(conflict) = unattended::conflict(self.plan.edition, step) {
            let ask = self.command(&conflict.ask);
            body.push(["found=$(", &ask, " 2>/dev/null) || found=''"].concat());
            let why = bash::quoted(note(conflict.note));
            body.push(["case $found in ", conflict.pattern, ") stop \"$step:\" ", &why, " ;; esac"].concat());
        }
        lines.extend(body.iter().map(|text| indented(text)));
    }

    fn command(&self, command: &Command) -> String {
        text(&shell::command(command, Shell::Bash, self.layout, Some(&self.variables)))
    }

    /// A command that can be run again, and that asks no question.
    fn repeatable(&self, command: &Command) -> String {
        let run = match unattended::option(command) {
            Some(option) => self.command(&command.clone().switch(option)),
            None => self.command(command),
        };
        match unattended::repeat(command) {
            Repeat::Harmless => run,
            Repeat::Unless(other) => [&self.command(&other), " >/dev/null 2>&1 || ", &run].concat(),
            Repeat::Exists(other) => [&run, " || ", &self.command(&other)].concat(),
            // What `!` turns round never ends a script by itself.
            Repeat::Gone(other) => {
                [&run, " || ! ", &self.command(&other), " >/dev/null 2>&1 || false"].concat()
            }
        }
    }

    /// A file that is handed on. Its only values are names of Kubernetes, which mean nothing between double quotes.
    fn applied(&self, file: &YamlFile) -> String {
        let apply = file.apply.clone().option(file.option, Word::fixed("-"));
        let documents = text(&yaml::documents(&file.documents, Some(&self.variables)));
        [&indented(&self.command(&apply)), " <<MANIFEST\n", &documents, "MANIFEST"].concat()
    }
}

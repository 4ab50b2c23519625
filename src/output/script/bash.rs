//! The script in bash.

use super::{Language, Script, indented, push_steps, uses_context, waits};
use crate::i18n;
use crate::model::choice::Shell;
use crate::output::unattended::{self, Repeat};
use crate::output::yaml;
use crate::plan::{Command, Plan, Step, Word, YamlFile};
use crate::shell::variables::Variables;
use crate::shell::{bash, comment, text};
use crate::text::{self, FileText};

/// How often a state is asked for, and the seconds between: half an hour in all.
const WAITING: &str = "\
attempts=${AZUREML_K8S_ATTEMPTS:-180}
interval=${AZUREML_K8S_INTERVAL:-10}";

/// The script.
pub(super) fn write(script: &Script<'_>) -> String {
    let mut lines: Vec<String> = vec!["#!/usr/bin/env bash".into()];
    lines.extend(script.head.iter().cloned());
    lines.push("#".into());
    // The texts in single quotes are meant to the letter: dollars, backslashes, curly quotes.
    lines.push("# shellcheck disable=SC1003,SC1112,SC2016".into());
    lines.push("set -euo pipefail".into());
    lines.push(String::new());
    for variable in script.variables.iter() {
        lines.push([&variable.name, "=", &bash::quoted(&variable.text())].concat());
    }
    if waits(script.plan) {
        lines.push(remark(i18n::text(FileText::ScriptWaiting)));
        lines.push(WAITING.into());
    }
    push_guard(&script.variables, &mut lines);
    lines.push(functions(script.plan));
    push_function(script, "set_up", &script.set_up, &script.refused, &mut lines);
    push_function(script, "clean_up", &script.clean_up, &[], &mut lines);
    lines.push(
        "\ncase \"${1:-set-up}\" in\n  set-up) set_up ;;\n  clean-up) clean_up ;;\n  *)\n    echo \"usage: $0 [set-up|clean-up]\" >&2\n    exit 2\n    ;;\nesac\n"
            .into(),
    );
    lines.join("\n")
}

fn remark(text: &str) -> String {
    comment(Shell::Bash, &[text])
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
    let message = bash::quoted(i18n::text(FileText::FillInFirst));
    lines.push(
        ["if ((${#unfilled[@]} > 0)); then\n  echo ", &message, " \"${unfilled[*]}\" >&2\n  exit 1\nfi"]
            .concat(),
    );
}

/// What the steps call: for one that fails, and for one whose work goes on behind the command.
fn functions(plan: &Plan) -> String {
    let mut functions = [
        "\nstep=''\nstop() {\n  echo \"$*\" >&2\n  exit 1\n}\nstopped() { echo ",
        &bash::quoted(i18n::text(FileText::ScriptStopped)),
        " \"$step\" >&2; }\nset -E\ntrap stopped ERR",
    ]
    .concat();
    let quoted = |text| bash::quoted(i18n::text(text));
    if plan.steps.iter().any(uses_context) {
        functions.push_str(&[
            "\n\n",
            &remark(i18n::text(FileText::ScriptContext)),
            "\ncheck_context() {\n  local context\n  step=current-context\n  context=$(trap - ERR; kubectl config current-context)\n  echo \"kubectl: $context\"\n  if [[ -n ${AZUREML_K8S_CONTEXT:-} && $context != \"$AZUREML_K8S_CONTEXT\" ]]; then\n    stop ",
            &quoted(FileText::ScriptOtherContext),
            " \"$AZUREML_K8S_CONTEXT\"\n  fi\n}",
        ].concat());
    }
    if waits(plan) {
        functions.push_str(&[
            "\n\n",
            &remark(i18n::text(FileText::ScriptWaitFor)),
            "\nwait_for() {\n  local state=$1 answer='' attempt\n  shift\n  for ((attempt = 1; attempt <= attempts; attempt++)); do\n    answer=$(trap - ERR; \"$@\")\n    case $answer in\n      *\"$state\"*)\n        echo \"$answer\"\n        return\n        ;;\n      *Failed* | *Canceled*) stop \"$step:\" ",
            &quoted(FileText::ScriptFailed),
            " \"$answer\" ;;\n    esac\n    echo \"$attempt/$attempts: $answer\"\n    sleep \"$interval\"\n  done\n  stop \"$step:\" ",
            &quoted(FileText::ScriptGaveUp),
            " \"$answer\"\n}",
        ].concat());
    }
    functions
}

/// A function that runs steps, unless there are reasons not to; one without any step does nothing.
fn push_function(
    script: &Script<'_>,
    name: &str,
    steps: &[&Step],
    refused: &[String],
    lines: &mut Vec<String>,
) {
    lines.push(["\n", name, "() {"].concat());
    if steps.is_empty() {
        lines.push("  :".into());
    }
    if !refused.is_empty() {
        lines.push("  if [[ ${AZUREML_K8S_FORCE:-} != 1 ]]; then".into());
        let says = |text: &str| ["    echo ", &bash::quoted(text), " >&2"].concat();
        lines.extend(refused.iter().map(|reason| says(reason)));
        lines.push(says(i18n::text(FileText::ScriptRefused)));
        lines.push("    exit 1\n  fi".into());
    }
    if steps.iter().any(|step| uses_context(step)) {
        lines.push("  check_context".into());
    }
    push_steps(script, &BASH, steps, lines);
    lines.push("}".into());
}

/// How the steps are written.
const BASH: Language = Language {
    begin: |step| {
        let title = bash::quoted(text::step_title(step.id));
        ["step=", step.id.id(), "\necho \"== $step:\" ", &title].concat()
    },
    remark,
    wait: |script, until| ["wait_for ", until.state, " ", &script.command(&until.ask, Shell::Bash)].concat(),
    run: repeatable,
    apply: applied,
    stop: |script, conflict| {
        let (ask, why) =
            (script.command(&conflict.ask, Shell::Bash), bash::quoted(script.note(conflict.note)));
        let patterns = conflict.patterns.join(" | ");
        let found = ["found=$(", &ask, " 2>/dev/null) || found=''\n"].concat();
        [&found, "case $found in ", &patterns, ") stop \"$step:\" ", &why, " ;; esac"].concat()
    },
};

/// A command that can be run again, and that asks no question.
fn repeatable(script: &Script<'_>, command: &Command) -> String {
    let run = match unattended::option(command) {
        Some(option) => script.command(&command.clone().switch(option), Shell::Bash),
        None => script.command(command, Shell::Bash),
    };
    match unattended::repeat(command) {
        Repeat::Harmless => run,
        Repeat::Unless(other) => {
            [&script.command(&other, Shell::Bash), " >/dev/null 2>&1 || ", &run].concat()
        }
        Repeat::Exists(other) => [&run, " || ", &script.command(&other, Shell::Bash)].concat(),
        // What `!` turns round never ends a script by itself.
        Repeat::Gone(other) => {
            [&run, " || ! ", &script.command(&other, Shell::Bash), " >/dev/null 2>&1 || false"].concat()
        }
    }
}

/// A file that is handed on. Its only values are names of Kubernetes, which mean nothing between double quotes.
fn applied(script: &Script<'_>, file: &YamlFile) -> String {
    let apply = file.apply.clone().option(file.option, Word::fixed("-"));
    let documents = text(&yaml::documents(&file.documents, Some(&script.variables)));
    [&indented(&script.command(&apply, Shell::Bash)), " <<MANIFEST\n", &documents, "MANIFEST"].concat()
}

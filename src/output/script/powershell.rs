//! The script in PowerShell, from 5.1 on, on Windows and elsewhere.
//!
//! Programs are run in blocks that are handed to functions, since only their exit status tells whether one has failed.

use super::{Language, Script, push_steps, uses_context, waits};
use crate::i18n;
use crate::model::choice::Shell;
use crate::output::unattended::{self, Repeat};
use crate::output::yaml;
use crate::plan::{Command, Plan, Step, Word, YamlFile};
use crate::shell::powershell::quoted;
use crate::shell::variables::{Variable, Variables};
use crate::shell::{self, comment, text};
use crate::text::{self, FileText};

/// How often a state is asked for, and the seconds between: half an hour in all.
const WAITING: &str = "\
$attempts = 180
if ($env:AZUREML_K8S_ATTEMPTS) { $attempts = [int] $env:AZUREML_K8S_ATTEMPTS }
$interval = 10
if ($env:AZUREML_K8S_INTERVAL) { $interval = [int] $env:AZUREML_K8S_INTERVAL }";

/// What every script has: programs that are run, tried, asked. What a program writes to its error stream is no failure
/// in any version, and one that is not found leaves the status that is set before it.
const FUNCTIONS: &str = "\
function Write-Message([string] $message) {
  [Console]::Error.WriteLine($message)
}

function Stop-Script([string] $message) {
  Write-Message $message
  exit 1
}

function Start-Step([string] $id, [string] $title) {
  $script:step = $id
  Write-Output ('== ' + $id + ': ' + $title)
}

function Test-Program([scriptblock] $command) {
  $ErrorActionPreference = 'SilentlyContinue'
  $global:LASTEXITCODE = 1
  & $command *> $null
  return $LASTEXITCODE -eq 0
}

function Get-Answer([scriptblock] $command) {
  $ErrorActionPreference = 'SilentlyContinue'
  return [string] (& $command 2> $null)
}

function Invoke-Program([scriptblock] $command, [scriptblock] $otherwise) {
  $ErrorActionPreference = 'Continue'
  $global:LASTEXITCODE = 1
  & $command
  if ($LASTEXITCODE -ne 0 -and $otherwise) { & $otherwise }
  if ($LASTEXITCODE -ne 0) { throw ('exit status ' + $LASTEXITCODE) }
}

function Invoke-Removal([scriptblock] $command, [scriptblock] $show) {
  $ErrorActionPreference = 'Continue'
  $global:LASTEXITCODE = 1
  & $command
  $status = $LASTEXITCODE
  if ($status -ne 0 -and (Test-Program $show)) { throw ('exit status ' + $status) }
}";

/// The script.
pub(super) fn write(script: &Script<'_>) -> String {
    let mut lines = script.head.clone();
    lines.push("param([ValidateSet('set-up', 'clean-up')] [string] $Action = 'set-up')\n".into());
    lines.push("Set-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'".into());
    // The default differs from version to version.
    lines.push("$PSNativeCommandUseErrorActionPreference = $false\n$step = ''\n".into());
    for variable in script.variables.iter() {
        let value = if is_unfilled(variable) { variable.field.placeholder() } else { variable.text() };
        lines.push(["$", &variable.name, " = ", &quoted(&value)].concat());
    }
    if waits(script.plan) {
        lines.push(remark(i18n::text(FileText::ScriptWaiting)));
        lines.push(WAITING.into());
    }
    push_guard(&script.variables, &mut lines);
    lines.push(functions(script.plan));
    push_function(script, "Start-SetUp", &script.set_up, &script.refused, &mut lines);
    push_function(script, "Start-CleanUp", &script.clean_up, &[], &mut lines);
    lines.push("\nif ($Action -eq 'clean-up') { Start-CleanUp } else { Start-SetUp }\nexit 0\n".into());
    let text = lines.join("\n");
    // Without the mark, Windows PowerShell reads the file in an older encoding.
    if text.is_ascii() { text } else { ["\u{FEFF}", &text].concat() }
}

fn remark(text: &str) -> String {
    comment(Shell::PowerShell, &[text])
}

/// Whether a variable has no value that PowerShell can carry.
fn is_unfilled(variable: &Variable) -> bool {
    variable.is_gap() || shell::refuses(Shell::PowerShell, &variable.text()).is_some()
}

/// Ends the script while a variable still holds its placeholder.
fn push_guard(variables: &Variables, lines: &mut Vec<String>) {
    let unfilled: Vec<&Variable> = variables.iter().filter(|variable| is_unfilled(variable)).collect();
    if unfilled.is_empty() {
        return;
    }
    lines.push("\n$unfilled = @()".into());
    for variable in unfilled {
        let (name, id) = (&variable.name, variable.field.id());
        let test = ["(-not $", name, " -or $", name, ".StartsWith('<'))"].concat();
        lines.push(["if ", &test, " { $unfilled += '", id, "' }"].concat());
    }
    let message = quoted(&[i18n::text(FileText::FillInFirst), " "].concat());
    lines.push(
        [
            "if ($unfilled.Count -gt 0) {\n  [Console]::Error.WriteLine(",
            &message,
            " + ($unfilled -join ' '))\n  exit 1\n}",
        ]
        .concat(),
    );
}

/// What the steps call.
fn functions(plan: &Plan) -> String {
    let says = |text| quoted(&[i18n::text(text), " "].concat());
    let mut functions = [
        "\ntrap {\n  [Console]::Error.WriteLine([string] $_)\n  [Console]::Error.WriteLine(",
        &says(FileText::ScriptStopped),
        " + $step)\n  exit 1\n}\n\n",
        FUNCTIONS,
    ]
    .concat();
    if plan.steps.iter().any(uses_context) {
        functions.push_str(&[
            "\n\n",
            &remark(i18n::text(FileText::ScriptContext)),
            "\nfunction Confirm-Context {\n  $script:step = 'current-context'\n  $context = [string] (Invoke-Program { kubectl config current-context })\n  Write-Output ('kubectl: ' + $context)\n  if ($env:AZUREML_K8S_CONTEXT -and $context -cne $env:AZUREML_K8S_CONTEXT) {\n    Stop-Script (",
            &says(FileText::ScriptOtherContext),
            " + $env:AZUREML_K8S_CONTEXT)\n  }\n}",
        ].concat());
    }
    if waits(plan) {
        functions.push_str(&[
            "\n\n",
            &remark(i18n::text(FileText::ScriptWaitFor)),
            "\nfunction Wait-State([string] $state, [scriptblock] $ask) {\n  $answer = ''\n  for ($attempt = 1; $attempt -le $attempts; $attempt++) {\n    $answer = [string] (Invoke-Program $ask)\n    if ($answer.Contains($state)) {\n      Write-Output $answer\n      return\n    }\n    if ($answer.Contains('Failed') -or $answer.Contains('Canceled')) {\n      Stop-Script ($step + ': ' + ",
            &says(FileText::ScriptFailed),
            " + $answer)\n    }\n    Write-Output ([string] $attempt + '/' + $attempts + ': ' + $answer)\n    Start-Sleep -Seconds $interval\n  }\n  Stop-Script ($step + ': ' + ",
            &says(FileText::ScriptGaveUp),
            " + $answer)\n}",
        ].concat());
    }
    functions
}

/// A function that runs steps, unless there are reasons not to.
fn push_function(
    script: &Script<'_>,
    name: &str,
    steps: &[&Step],
    refused: &[String],
    lines: &mut Vec<String>,
) {
    lines.push(["\nfunction ", name, " {"].concat());
    if !refused.is_empty() {
        lines.push("  if ($env:AZUREML_K8S_FORCE -ne '1') {".into());
        lines.extend(refused.iter().map(|reason| ["    Write-Message ", &quoted(reason)].concat()));
        lines.push(["    Stop-Script ", &quoted(i18n::text(FileText::ScriptRefused)), "\n  }"].concat());
    }
    if steps.iter().any(|step| uses_context(step)) {
        lines.push("  Confirm-Context".into());
    }
    push_steps(script, &POWERSHELL, steps, lines);
    lines.push("}".into());
}

/// How the steps are written.
const POWERSHELL: Language = Language {
    begin: |step| ["Start-Step '", step.id.id(), "' ", &quoted(text::step_title(step.id))].concat(),
    remark,
    wait: |script, until| ["Wait-State '", until.state, "' ", &block(script, &until.ask)].concat(),
    run: repeatable,
    apply: applied,
    stop: |script, conflict| {
        let patterns: Vec<String> = conflict.patterns.iter().map(|pattern| quoted(pattern)).collect();
        [
            "$found = Get-Answer ",
            &block(script, &conflict.ask),
            "\nforeach ($pattern in ",
            &patterns.join(", "),
            ") {\n  if ($found -like $pattern) { Stop-Script ($step + ': ' + ",
            &quoted(script.note(conflict.note)),
            ") }\n}",
        ]
        .concat()
    },
};

/// A command in a block.
fn block(script: &Script<'_>, command: &Command) -> String {
    ["{ ", &script.command(command, Shell::PowerShell), " }"].concat()
}

/// A command that can be run again, and that asks no question.
fn repeatable(script: &Script<'_>, command: &Command) -> String {
    let run = match unattended::option(command) {
        Some(option) => block(script, &command.clone().switch(option)),
        None => block(script, command),
    };
    match unattended::repeat(command) {
        Repeat::Harmless => ["Invoke-Program ", &run].concat(),
        Repeat::Unless(other) => {
            ["if (-not (Test-Program ", &block(script, &other), ")) { Invoke-Program ", &run, " }"].concat()
        }
        Repeat::Exists(other) => ["Invoke-Program ", &run, " ", &block(script, &other)].concat(),
        Repeat::Gone(other) => ["Invoke-Removal ", &run, " ", &block(script, &other)].concat(),
    }
}

/// A file that is handed on. Its only values are names of Kubernetes, which mean nothing between double quotes.
fn applied(script: &Script<'_>, file: &YamlFile) -> String {
    let apply = file.apply.clone().option(file.option, Word::fixed("-"));
    let documents = text(&yaml::documents(&file.documents, Some(&script.variables)));
    let apply = script.command(&apply, Shell::PowerShell);
    ["  Invoke-Program {\n@\"\n", &documents, "\"@ | ", &apply, "\n  }"].concat()
}

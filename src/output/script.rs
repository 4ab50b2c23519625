//! A plan as a script for bash or PowerShell. It sets up, and cleans up only when asked to.
//!
//! Each value stands once, at the top. The script does nothing while a value is missing, and sets up nothing that a
//! finding says will fail. It stops at the first command that fails and names its step, waits for work that goes on after
//! a command has ended, and can be run again: it keeps what exists already. Findings and notes are comments in it.
//!
//! What both languages share is here: the parts and their order, and what fills them. A language is a table of
//! templates, of which those of several lines are files in its folder.

mod bash;
mod code;
mod powershell;
#[cfg(test)]
mod tests;

use super::yaml;
use crate::analysis::check::Severity;
use crate::analysis::outcome::Outcome;
use crate::model::answers::Answers;
use crate::model::choice::{Layout, Shell};
use crate::model::field::Field;
use crate::model::link;
use crate::output::unattended::{self, Conflict, Repeat};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Plan, Program, Step, StepId, Word, YamlFile};
use crate::shell::variables::{Variable, Variables};
use crate::text::{self, FileText};
use crate::{i18n, shell};
use bash::BASH;
use code::{Code, Fill};
use powershell::POWERSHELL;

/// The byte order mark. Windows PowerShell 5.1 reads a file without it in the encoding of the machine's region.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// How often a script asks for a state: the environment variable that sets it, and its default.
const ATTEMPTS: (&str, &str) = ("AZUREML_K8S_ATTEMPTS", "180");

/// The seconds between two questions, in the same form. The defaults make half an hour in all.
const INTERVAL: (&str, &str) = ("AZUREML_K8S_INTERVAL", "10");

/// The environment variable that names the context which kubectl must have.
const CONTEXT: &str = "AZUREML_K8S_CONTEXT";

/// The environment variable that makes a script set up despite the reasons not to.
const FORCE: &str = "AZUREML_K8S_FORCE";

/// The script of an outcome; nothing for the Command Prompt, whose batch files have no quoting that holds. One for
/// PowerShell is marked as UTF-8 where it is not ASCII.
pub fn script(answers: &Answers, outcome: &Outcome, shell: Shell, layout: Layout) -> Option<String> {
    let text = Script::new(answers, outcome, language(shell)?, layout).text();
    Some(if text.is_ascii() { text } else { marked(text, shell) })
}

/// The same as a file to keep. One for PowerShell is always marked, since a value that is filled in later may not be
/// ASCII.
pub fn file(answers: &Answers, outcome: &Outcome, shell: Shell, layout: Layout) -> Option<String> {
    script(answers, outcome, shell, layout).map(|text| marked(text, shell))
}

/// A script for PowerShell with exactly one byte order mark; any other as it is.
fn marked(mut text: String, shell: Shell) -> String {
    if shell == Shell::PowerShell && !text.starts_with(BYTE_ORDER_MARK) {
        text.insert(0, BYTE_ORDER_MARK);
    }
    text
}

fn language(shell: Shell) -> Option<&'static Language> {
    match shell {
        Shell::Bash => Some(&BASH),
        Shell::PowerShell => Some(&POWERSHELL),
        Shell::Cmd => None,
    }
}

/// The templates of a language: see [`code`] for their gaps.
struct Language {
    shell: Shell,
    /// The comments above, what is set first, and the values.
    start: &'static str,
    /// A value with its name.
    variable: &'static str,
    /// A path below the home folder with its name.
    home_variable: &'static str,
    /// How often a state is asked for.
    limits: &'static str,
    /// Ends the script while a value is missing.
    guard: &'static str,
    /// Whether one value is missing. The placeholder is not repeated, so that replacing it everywhere fills it in.
    missing: &'static str,
    /// What the steps call.
    functions: &'static str,
    /// The function that shows the cluster of kubectl's current context.
    context: &'static str,
    /// The function that reads a PEM file as the CLI does.
    pem: &'static str,
    /// The function that waits for a state.
    wait: &'static str,
    /// The functions that set up and clean up, and the choice between them.
    actions: &'static str,
    /// A function without steps.
    no_steps: &'static str,
    /// Ends the script because there are reasons not to set up.
    refusal: &'static str,
    /// One of the reasons.
    reason: &'static str,
    /// Calls the function of `context`.
    check_context: &'static str,
    /// Calls the function of `pem`.
    check_pem: &'static str,
    /// Shows which step begins.
    begin: &'static str,
    /// Calls the function of `wait`.
    until: &'static str,
    /// Runs a command.
    run: &'static str,
    /// Runs a command unless another succeeds.
    unless: &'static str,
    /// Runs a command that may fail when another succeeds then.
    exists: &'static str,
    /// Runs a command that may fail when another fails then, too.
    gone: &'static str,
    /// Passes a file to a command, on lines of its own. Its only values are names of Kubernetes, which mean nothing
    /// between double quotes.
    apply: &'static str,
    /// Ends the script where something changes what the commands after it mean.
    conflict: &'static str,
    /// What that something looks like.
    pattern: &'static str,
    /// What stands between two patterns.
    between_patterns: &'static str,
}

/// A script before it is text.
struct Script<'a> {
    plan: &'a Plan,
    language: &'static Language,
    layout: Layout,
    /// The comments above it.
    head: Vec<Code>,
    variables: Variables,
    set_up: Vec<&'a Step>,
    clean_up: Vec<&'a Step>,
    /// The reasons not to set up.
    refused: Vec<String>,
}

impl<'a> Script<'a> {
    fn new(answers: &Answers, outcome: &'a Outcome, language: &'static Language, layout: Layout) -> Self {
        let plan = &outcome.plan;
        let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
        // Clean-up may run days later, when another subscription is selected.
        let sign_in = plan.step(StepId::SignIn).filter(|_| !clean_up.is_empty());
        Self {
            plan,
            language,
            layout,
            head: head(answers, outcome, language.shell),
            variables: variables(plan),
            set_up,
            clean_up: sign_in.into_iter().chain(clean_up).collect(),
            refused: refused(answers, outcome),
        }
    }

    /// The parts of the script in their order.
    fn text(&self) -> String {
        let language = self.language;
        let mut parts = vec![self.start()];
        parts.extend(self.guard());
        parts.push(self.fill(language.functions, &[("stopped", message(FileText::ScriptStopped))]));
        if self.plan.steps.iter().any(uses_context) {
            let about = self.comment(i18n::text(FileText::ScriptContext));
            let fills = [
                ("about", Fill::Code(about)),
                ("context_variable", Fill::Word(CONTEXT)),
                ("other_context", message(FileText::ScriptOtherContext)),
            ];
            parts.push(self.fill(language.context, &fills));
        }
        if self.pem_files().next().is_some() {
            let about = self.comment(i18n::text(FileText::ScriptPem));
            let fills = [("about", Fill::Code(about)), ("not_ascii", message(FileText::ScriptNotAscii))];
            parts.push(self.fill(language.pem, &fills));
        }
        if waits(self.plan) {
            let about = self.comment(i18n::text(FileText::ScriptWaitFor));
            let fills = [
                ("about", Fill::Code(about)),
                ("failed", message(FileText::ScriptFailed)),
                ("gave_up", message(FileText::ScriptGaveUp)),
            ];
            parts.push(self.fill(language.wait, &fills));
        }
        let fills = [
            ("set_up", Fill::Code(self.action(&self.set_up, &self.refused))),
            ("clean_up", Fill::Code(self.action(&self.clean_up, &[]))),
        ];
        parts.push(self.fill(language.actions, &fills));
        [Code::joined(parts, "\n\n").into_text().as_str(), "\n"].concat()
    }

    fn fill(&self, template: &str, fills: &[(&str, Fill<'_>)]) -> Code {
        Code::fill(template, self.language.shell, fills)
    }

    fn comment(&self, text: &str) -> Code {
        Code::comment(self.language.shell, &[text])
    }

    fn command(&self, command: &Command) -> Fill<'static> {
        let tokens = shell::tokens_with(command, self.language.shell, self.layout, Some(&self.variables));
        Fill::Code(Code::written(&tokens))
    }

    /// The text of a step's note.
    fn note(&self, note: NoteId) -> &'static str {
        text::note(note, self.plan.edition)
    }

    /// Whether a variable has no value that the shell can carry.
    fn is_unfilled(&self, variable: &Variable) -> bool {
        variable.is_gap() || shell::refuses(self.language.shell, &variable.text()).is_some()
    }

    /// The variables of the files that the CLI reads as PEM.
    fn pem_files(&self) -> impl Iterator<Item = &Variable> {
        let is_read = self.plan.steps.iter().any(|step| step.notes.contains(&NoteId::PemFiles));
        let is_pem = |variable: &&Variable| matches!(variable.field, Field::CertFile | Field::KeyFile);
        self.variables.iter().filter(move |_| is_read).filter(is_pem)
    }

    /// The head, and each value under its name.
    fn start(&self) -> Code {
        let variable = |variable: &Variable| {
            let value =
                if self.is_unfilled(variable) { variable.field.placeholder() } else { variable.text() };
            let fills = [("name", Fill::Word(&variable.name)), ("value", Fill::Text(&value))];
            let language = self.language;
            let is_path = variable.is_below_home && !self.is_unfilled(variable);
            self.fill(if is_path { language.home_variable } else { language.variable }, &fills)
        };
        let mut variables: Vec<Code> = self.variables.iter().map(variable).collect();
        if waits(self.plan) {
            let fills = [
                ("about", Fill::Code(self.comment(i18n::text(FileText::ScriptWaiting)))),
                ("attempts_variable", Fill::Word(ATTEMPTS.0)),
                ("attempts", Fill::Word(ATTEMPTS.1)),
                ("interval_variable", Fill::Word(INTERVAL.0)),
                ("interval", Fill::Word(INTERVAL.1)),
            ];
            variables.push(self.fill(self.language.limits, &fills));
        }
        let fills = [
            ("head", Fill::Code(Code::lines(self.head.iter().cloned()))),
            ("variables", Fill::Code(Code::lines(variables))),
        ];
        self.fill(self.language.start, &fills)
    }

    /// Ends the script while a value is missing; nothing when none is.
    fn guard(&self) -> Option<Code> {
        let missing = |variable: &Variable| {
            let fills = [("name", Fill::Word(&variable.name)), ("id", Fill::Word(variable.field.id()))];
            self.fill(self.language.missing, &fills)
        };
        let unfilled = self.variables.iter().filter(|variable| self.is_unfilled(variable));
        let tests = Code::lines(unfilled.map(missing));
        let fills = [("tests", Fill::Code(tests.clone())), ("fill_in_first", message(FileText::FillInFirst))];
        (!tests.is_empty()).then(|| self.fill(self.language.guard, &fills))
    }

    /// The body of a function that runs steps, unless there are reasons not to.
    fn action(&self, steps: &[&Step], refused: &[String]) -> Code {
        let language = self.language;
        let mut lines = Vec::new();
        if steps.is_empty() && !language.no_steps.is_empty() {
            lines.push(self.fill(language.no_steps, &[]).indented());
        }
        if !refused.is_empty() {
            let reason = |reason: &String| self.fill(language.reason, &[("reason", Fill::Text(reason))]);
            let fills = [
                ("force_variable", Fill::Word(FORCE)),
                ("reasons", Fill::Code(Code::lines(refused.iter().map(reason)))),
                ("refused", message(FileText::ScriptRefused)),
            ];
            lines.push(self.fill(language.refusal, &fills).indented());
        }
        if steps.iter().any(|step| step.id == StepId::CreateExtension) {
            let check = |file: &Variable| self.fill(language.check_pem, &[("name", Fill::Word(&file.name))]);
            lines.extend(self.pem_files().map(|file| check(file).indented()));
        }
        if steps.iter().any(|step| uses_context(step)) {
            lines.push(self.fill(language.check_context, &[]).indented());
        }
        for step in steps.iter().filter(|step| has(step)) {
            // An empty line before each step.
            lines.push(Code::default());
            self.push_step(step, &mut lines);
        }
        Code::lines(lines)
    }

    fn push_step(&self, step: &Step, lines: &mut Vec<Code>) {
        let language = self.language;
        let title = text::step_title(step.id);
        let fills = [("id", Fill::Word(step.id.id())), ("title", Fill::Text(title))];
        lines.push(self.fill(language.begin, &fills).indented());
        lines.extend(step.notes.iter().map(|id| self.comment(self.note(*id)).indented()));
        if let Some(until) = unattended::until(step) {
            let fills = [("state", Fill::Word(until.state)), ("ask", self.command(&until.ask))];
            lines.push(self.fill(language.until, &fills).indented());
        }
        for output in step.outputs.iter().filter_map(run) {
            match output {
                Run::Commands(commands) => {
                    lines.extend(commands.iter().map(|command| self.repeatable(command).indented()));
                }
                Run::Apply(file) => {
                    lines.extend(file.before.iter().map(|command| self.repeatable(command).indented()));
                    lines.push(self.applied(file));
                }
            }
        }
        let conflict = unattended::conflict(self.plan.edition, step);
        lines.extend(conflict.map(|conflict| self.conflict(&conflict).indented()));
    }

    /// A command that can be run again, and that asks no question.
    fn repeatable(&self, command: &Command) -> Code {
        let option = unattended::option(command);
        let run = option.map_or_else(|| command.clone(), |option| command.clone().switch(option));
        let run = ("run", self.command(&run));
        let language = self.language;
        let (template, other) = match unattended::repeat(command) {
            Repeat::Harmless => return self.fill(language.run, &[run]),
            Repeat::Unless(other) => (language.unless, other),
            Repeat::Exists(other) => (language.exists, other),
            Repeat::Gone(other) => (language.gone, other),
        };
        self.fill(template, &[run, ("other", self.command(&other))])
    }

    /// A file that is passed to a command. Its lines begin at the margin, where the shells look for their end.
    fn applied(&self, file: &YamlFile) -> Code {
        let apply = file.apply.clone().option(file.option, Word::fixed("-"));
        let documents = Code::written(&yaml::documents(&file.documents, Some(&self.variables)));
        let fills = [("apply", self.command(&apply)), ("documents", Fill::Code(documents))];
        self.fill(self.language.apply, &fills)
    }

    fn conflict(&self, conflict: &Conflict) -> Code {
        let pattern = |pattern: &&str| self.fill(self.language.pattern, &[("pattern", Fill::Word(pattern))]);
        let patterns = Code::joined(conflict.patterns.iter().map(pattern), self.language.between_patterns);
        let fills = [
            ("ask", self.command(&conflict.ask)),
            ("patterns", Fill::Code(patterns)),
            ("why", Fill::Text(self.note(conflict.note))),
        ];
        self.fill(self.language.conflict, &fills)
    }
}

/// A message of a script in the current language.
fn message(text: FileText) -> Fill<'static> {
    Fill::Text(i18n::text(text))
}

/// The comments above a script: what it is, its scenario, what was found.
fn head(answers: &Answers, outcome: &Outcome, shell: Shell) -> Vec<Code> {
    let mut head = vec![
        Code::comment(shell, &[i18n::text(FileText::ScriptTitle)]),
        Code::comment(shell, &[i18n::text(FileText::ScriptLink), " #", &link::write(answers)]),
    ];
    head.extend(outcome.findings.iter().map(|finding| {
        Code::comment(shell, &[finding.severity.id(), ": ", &text::finding(finding, answers)])
    }));
    head
}

/// What the script runs of an output: its commands, or a command that takes a file.
enum Run<'a> {
    Commands(&'a [Command]),
    Apply(&'a YamlFile),
}

/// Where a step offers alternatives, the script takes one: the commands, and on OpenShift the role bindings.
fn run(output: &Output) -> Option<Run<'_>> {
    match (&output.body, output.id) {
        (Body::Commands(commands), OutputId::Cli) => Some(Run::Commands(commands)),
        (Body::Yaml(file), OutputId::SccRolebinding) => Some(Run::Apply(file)),
        _ => None,
    }
}

/// Whether the script has a step. A step that only shows something is left out while it lacks a value, since filling in a
/// value must have an effect.
fn has(step: &Step) -> bool {
    step.id != StepId::ListVersions || !step.outputs.iter().any(Output::has_gap)
}

/// Whether a step changes or reads the cluster of kubectl's current context.
fn uses_context(step: &Step) -> bool {
    let is_cluster = |command: &Command| command.program != Program::Az;
    step.id == StepId::ConnectCluster
        || step.outputs.iter().filter_map(run).any(|output| match output {
            Run::Commands(commands) => commands.iter().any(is_cluster),
            Run::Apply(file) => is_cluster(&file.apply),
        })
}

/// The reasons not to set up: what is known to fail, or to give something else than was asked for.
fn refused(answers: &Answers, outcome: &Outcome) -> Vec<String> {
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut reasons: Vec<String> = errors.map(|finding| text::finding(finding, answers)).collect();
    let notes = outcome.plan.steps.iter().flat_map(|step| &step.notes);
    let beside = notes.filter(|note| matches!(note, NoteId::PurposeNotInCli | NoteId::LoadBalancerNotInCli));
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

/// Whether the work of a step goes on after its command has ended.
fn waits(plan: &Plan) -> bool {
    plan.steps.iter().any(|step| unattended::until(step).is_some())
}

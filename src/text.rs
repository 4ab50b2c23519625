//! The words that people read. English is compiled in; every text is asked for by a typed name, so that none is
//! missing and none stands in a view or a rule. Commands, keys and ids are not texts and are never translated.

pub mod about;
mod compare;
pub mod explain;
mod explanation;
mod field;
mod finding;
#[cfg(feature = "json")]
mod import;
mod page;
mod panels;
mod plan;
mod read;
mod reference;
#[cfg(feature = "json")]
mod scenario_file;
mod search;

use crate::analysis::check::{Cause, Finding, Severity};
use crate::analysis::compare::{Change, FieldDifference};
use crate::analysis::migration::ChangeId;
use crate::analysis::repair::Repair;
use crate::analysis::update::{ReasonId, WarningId};
use crate::edition::health::HealthCode;
use crate::edition::resource::Does;
use crate::edition::role::RoleId;
use crate::i18n::Message;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::{Field, WizardStep};
use crate::model::link::Ignored;
use crate::model::preset::PresetId;
use crate::model::saved::NameError;
#[cfg(feature = "json")]
use crate::model::scenario_file::ScenarioFileError;
use crate::model::value::TextKind;
use crate::parse;
use crate::plan::{ErratumId, NoteId, OutputId, SentenceId, StepId};

pub use compare::CompareText;
pub use field::{answer, choice_help, choice_label, field_help, field_label, labelled};
pub use page::{FileText, Text};
pub use panels::PanelText;
pub use reference::ReferenceText;
pub use search::AboutText;

/// Why a scenario cannot be kept under a name.
pub fn name_error(error: NameError) -> String {
    panels::name_error(error)
}

/// What goes when another scenario is kept.
pub fn next_to_go(name: &str) -> String {
    panels::next_to_go(name)
}

/// How many more there are than are shown.
pub fn more(count: usize) -> String {
    panels::more(count)
}

/// What a button does that saves a file.
pub fn download(name: &str) -> String {
    panels::download(name)
}

/// Where something stands in a text.
pub fn place(line: usize, column: usize) -> String {
    panels::place(line, column)
}

/// What was read of pasted commands, in a sentence to listen to.
pub fn read_summary(edition: &str, shell: &str, errors: usize, warnings: usize) -> String {
    panels::read_summary(edition, shell, errors, warnings)
}

/// What became of a command.
pub fn change_name(change: Change) -> &'static str {
    compare::change(change).text()
}

/// What a shell is called.
pub fn shell_name(shell: Shell) -> &'static str {
    finding::shell(shell)
}

/// What a step of the wizard is called.
pub fn wizard_step(step: WizardStep) -> &'static str {
    page::wizard_step(step).text()
}

/// The legend of a step's questions.
pub fn step_legend(step: WizardStep) -> &'static str {
    page::step_legend(step).text()
}

/// The name of questions that are folded away: how many are not as by default, have an error, need a value.
pub fn advanced(changed: usize, errors: usize, missing: usize) -> String {
    page::advanced(changed, errors, missing)
}

/// The preset that a scenario is close to, and how many of its choices differ.
pub fn preset_standing(name: &str, changes: usize) -> String {
    page::preset_standing(name, changes)
}

/// What a text of a kind has to be like, in words.
pub fn text_form(kind: TextKind) -> &'static str {
    finding::allowed(kind).text()
}

/// How many questions a search has found.
pub fn found(count: usize) -> String {
    search::found(count)
}

/// What a step of a plan does.
pub fn step_title(step: StepId) -> &'static str {
    page::step_title(step).text()
}

/// What is worth knowing at a step.
pub fn note(note: NoteId, edition: Edition) -> &'static str {
    page::note(note, edition).text()
}

/// How much of the plan is done.
pub fn steps_done(done: usize, all: usize) -> String {
    page::steps_done(done, all)
}

/// What to do where a check does not show success, at the note that says what success looks like.
pub fn otherwise(note: NoteId) -> &'static str {
    page::otherwise(note).text()
}

/// What a resource does.
pub fn resource_does(does: Does) -> &'static str {
    reference::does(does).text()
}

/// What a role is needed on, and what the lack of it looks like where that is documented.
pub fn role(role: RoleId) -> (&'static str, Option<&'static str>) {
    let (on, lack) = reference::role(role);
    (on.text(), lack.map(Message::text))
}

/// What a code of the health check means, and what to do.
pub fn health(code: HealthCode) -> &'static str {
    reference::health(code).text()
}

/// What has changed on the way to `current`.
pub fn change(change: ChangeId) -> &'static str {
    reference::change(change).text()
}

/// What a form of a step is called.
pub fn output(output: OutputId) -> &'static str {
    plan::output(output).text()
}

/// What is done by hand; `{name}` is where a word of the scenario stands.
pub fn sentence(sentence: SentenceId) -> &'static str {
    plan::sentence(sentence).text()
}

/// A misprint: what is printed, what is right, why.
pub fn erratum(erratum: ErratumId) -> (&'static str, &'static str, &'static str) {
    let (printed, right, why) = plan::erratum(erratum);
    (printed.text(), right.text(), why.text())
}

/// A misprint in a sentence, of what is printed and what is right, as they are to be shown, and why.
pub fn misprint(printed: &str, right: &str, why: &str) -> String {
    plan::misprint(printed, right, why)
}

/// What was found, in words to act on: what is wrong, what is allowed, an example.
pub fn finding(finding: &Finding, answers: &Answers) -> String {
    said(&finding.cause, &finding.fields, answers)
}

fn said(cause: &Cause, fields: &[Field], answers: &Answers) -> String {
    match cause {
        Cause::Invalid(invalid) => finding::invalid(invalid, answers),
        Cause::Unwritable { shell, field, refusal } => finding::unwritable(*shell, *field, *refusal),
        Cause::LongComputeName => finding::long_compute_name(answers.text(Field::ComputeName)),
        Cause::Rule(rule) => finding::rule_text(*rule, answers.edition()).text().to_owned(),
        Cause::PlaceholdersLeft(rules) => finding::placeholders_left(fields, rules, answers.edition()),
    }
}

/// What was found in pasted text, in words to act on.
pub fn read_finding(finding: &parse::read::Finding, text: &str, answers: &Answers) -> String {
    let pasted = text.get(finding.span.clone()).unwrap_or_default();
    match &finding.cause {
        parse::read::Cause::Erratum(id) => {
            let (_, right, why) = erratum(*id);
            let repair = parse::read::repair(finding, text).filter(|repair| !repair.is_empty());
            read::erratum(*id, pasted, repair.as_deref().unwrap_or(right), why)
        }
        parse::read::Cause::Read(id, right) => read::finding(*id, pasted, right, !finding.fields.is_empty()),
        // The name of a subscription is no mistake in a command.
        parse::read::Cause::Scenario(Cause::Invalid(invalid))
            if matches!(invalid.field, Field::Subscription | Field::WorkspaceSubscription)
                && finding.severity == Severity::Warning =>
        {
            read::subscription(pasted)
        }
        parse::read::Cause::Scenario(cause) => said(cause, &finding.fields, answers),
    }
}

/// What was found in Azure's own text, in words to act on.
#[cfg(feature = "json")]
pub fn import_finding(finding: &parse::import::Finding, answers: &Answers) -> String {
    import::finding(finding, answers)
}

/// What Azure's own text is about, in a sentence to listen to.
#[cfg(feature = "json")]
pub fn import_summary(import: &parse::import::Import, answered: usize, left: usize) -> String {
    import::summary(import, answered, left)
}

/// A stranger's text so that every character of it can be seen; cut where it is long.
pub fn shown(text: &str) -> String {
    finding::shown(text)
}

/// How the scenario stands, in a sentence to listen to.
pub fn summary(errors: usize, left: usize) -> String {
    finding::summary(errors, left)
}

/// The heading of what was found, with how much of it there is.
pub fn findings_heading(errors: usize, warnings: usize, left: usize) -> String {
    finding::findings_heading(errors, warnings, left)
}

/// What a repair writes, for a button that makes it.
pub fn repair_label(repair: &Repair) -> String {
    finding::repair_label(repair)
}

/// How many values are left to fill in, for a list of them that follows.
pub fn values_left(count: usize) -> String {
    finding::values_left(count)
}

/// Why a pair of a link has no effect.
pub fn ignored(ignored: &Ignored) -> String {
    finding::ignored(ignored)
}

/// What a preset is called, and what it is for.
pub fn preset(preset: PresetId) -> (&'static str, &'static str) {
    let (name, help) = compare::preset(preset);
    (name.text(), help.text())
}

/// What it means that a field is answered otherwise.
pub fn difference(difference: &FieldDifference) -> &'static str {
    compare::difference(difference).text()
}

/// What is worth knowing before an extension is updated.
pub fn update_warning(warning: WarningId) -> &'static str {
    compare::warning(warning).text()
}

/// Why an update of an extension will not do.
pub fn recreate_reason(reason: ReasonId) -> &'static str {
    compare::reason(reason).text()
}

/// Why a file is no scenario, what one looks like, what to do.
#[cfg(feature = "json")]
pub fn scenario_file_error(error: &ScenarioFileError) -> String {
    scenario_file::error(error)
}

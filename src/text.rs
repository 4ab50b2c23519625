//! The texts for users. English is compiled in. Code requests every text by a typed name, so no text can be missing, and
//! views and rules contain none. Commands, keys and ids are not texts and are never translated.

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
use crate::edition::resource::Purpose;
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

/// Why a scenario cannot be saved under a name.
pub fn name_error(error: NameError) -> String {
    panels::name_error(error)
}

/// Which scenario is removed when another one is saved.
pub fn next_to_go(name: &str) -> String {
    panels::next_to_go(name)
}

/// How many more there are than those shown.
pub fn more(count: usize) -> String {
    panels::more(count)
}

/// The label of a button that saves a file.
pub fn download(name: &str) -> String {
    panels::download(name)
}

/// A position in a text.
pub fn place(line: usize, column: usize) -> String {
    panels::place(line, column)
}

/// A summary of reading pasted commands, for screen readers.
pub fn read_summary(edition: &str, shell: &str, errors: usize, warnings: usize) -> String {
    panels::read_summary(edition, shell, errors, warnings)
}

/// How something changed.
pub fn change_name(change: Change) -> &'static str {
    compare::change(change).text()
}

/// The name of a shell.
pub fn shell_name(shell: Shell) -> &'static str {
    finding::shell(shell)
}

/// The name of a step of the wizard.
pub fn wizard_step(step: WizardStep) -> &'static str {
    page::wizard_step(step).text()
}

/// The legend of a step's questions.
pub fn step_legend(step: WizardStep) -> &'static str {
    page::step_legend(step).text()
}

/// The title of collapsed questions: how many differ from the default, have an error, or need a value.
pub fn advanced(changed: usize, errors: usize, missing: usize) -> String {
    page::advanced(changed, errors, missing)
}

/// The closest preset, and how many of its choices differ.
pub fn preset_standing(name: &str, changes: usize) -> String {
    page::preset_standing(name, changes)
}

/// The required form of a kind of text.
pub fn text_form(kind: TextKind) -> &'static str {
    finding::allowed(kind).text()
}

/// How many questions a search found.
pub fn found(count: usize) -> String {
    search::found(count)
}

/// What a step of a plan does.
pub fn step_title(step: StepId) -> &'static str {
    page::step_title(step).text()
}

/// A note on a step.
pub fn note(note: NoteId, edition: Edition) -> &'static str {
    page::note(note, edition).text()
}

/// How much of the plan is done.
pub fn steps_done(done: usize, all: usize) -> String {
    page::steps_done(done, all)
}

/// What to do if a check fails. It appears with the note that describes success.
pub fn otherwise(note: NoteId) -> &'static str {
    page::otherwise(note).text()
}

/// What a resource does.
pub fn resource_purpose(purpose: Purpose) -> &'static str {
    reference::purpose(purpose).text()
}

/// What a role is needed for, and the symptom of its absence if that is documented.
pub fn role(role: RoleId) -> (&'static str, Option<&'static str>) {
    let (on, lack) = reference::role(role);
    (on.text(), lack.map(Message::text))
}

/// The meaning of a health check code, and what to do.
pub fn health(code: HealthCode) -> &'static str {
    reference::health(code).text()
}

/// What changed in `current`.
pub fn change(change: ChangeId) -> &'static str {
    reference::change(change).text()
}

/// The name of a form of a step.
pub fn output(output: OutputId) -> &'static str {
    plan::output(output).text()
}

/// A manual instruction; `{name}` marks the place of a word of the scenario.
pub fn sentence(sentence: SentenceId) -> &'static str {
    plan::sentence(sentence).text()
}

/// A misprint: the printed text, the correct text, the reason.
pub fn erratum(erratum: ErratumId) -> (&'static str, &'static str, &'static str) {
    let (printed, right, why) = plan::erratum(erratum);
    (printed.text(), right.text(), why.text())
}

/// A misprint as a sentence, from the printed and the correct text as they should appear, and the reason.
pub fn misprint(printed: &str, right: &str, why: &str) -> String {
    plan::misprint(printed, right, why)
}

/// The message of a finding: what is wrong, what is allowed, an example.
pub fn finding(finding: &Finding, answers: &Answers) -> String {
    said(&finding.cause, &finding.fields, answers)
}

fn said(cause: &Cause, fields: &[Field], answers: &Answers) -> String {
    match cause {
        Cause::Invalid(invalid) => finding::invalid(invalid, answers),
        Cause::Unwritable { shell, field, refusal } => finding::unwritable(*shell, *field, *refusal),
        Cause::LongComputeName => {
            finding::long_compute_name(answers.text(Field::ComputeName), answers.edition())
        }
        Cause::Rule(rule) => finding::rule_text(*rule, answers.edition()).text().to_owned(),
        Cause::PlaceholdersLeft(rules) => finding::placeholders_left(fields, rules, answers.edition()),
    }
}

/// Why pasted commands belong to their edition. `None` if the text has no evidence.
pub fn edition_reason(reading: &parse::read::Reading, text: &str) -> Option<String> {
    let (evidence, span) = reading.evidence.as_ref()?;
    let pasted = text.get(span.clone()).unwrap_or_default();
    Some(read::edition_reason(*evidence, reading.edition, pasted))
}

/// The other places of a finding in pasted text. `None` if it has only one place.
pub fn read_places(
    finding: &parse::read::Finding,
    places: &parse::read::place::Places<'_>,
) -> Option<String> {
    /// The largest number of places that are named.
    const PLACES: usize = 20;
    let named: Vec<String> = finding
        .others
        .iter()
        .take(PLACES)
        .map(|other| {
            let place = places.of(other.span.start);
            format!("{}:{}", place.line, place.column)
        })
        .collect();
    (!named.is_empty()).then(|| read::places(&named.join(", "), finding.further() - named.len()))
}

/// The message of a finding in pasted text.
pub fn read_finding(finding: &parse::read::Finding, text: &str, answers: &Answers) -> String {
    let pasted = text.get(finding.span.clone()).unwrap_or_default();
    match &finding.cause {
        parse::read::Cause::Erratum(id) => {
            let (_, right, why) = erratum(*id);
            let repair = parse::read::repair(finding, text).filter(|repair| !repair.is_empty());
            read::erratum(*id, pasted, repair.as_deref().unwrap_or(right), why)
        }
        parse::read::Cause::Read(id, right) => read::finding(*id, pasted, right, !finding.fields.is_empty()),
        // The name of a subscription is not a mistake in a command.
        parse::read::Cause::Scenario(Cause::Invalid(invalid))
            if matches!(invalid.field, Field::Subscription | Field::WorkspaceSubscription)
                && finding.severity == Severity::Warning =>
        {
            read::subscription(pasted)
        }
        parse::read::Cause::Scenario(cause) => said(cause, &finding.fields, answers),
    }
}

/// The message of a finding in output of Azure's tools.
#[cfg(feature = "json")]
pub fn import_finding(finding: &parse::import::Finding, answers: &Answers) -> String {
    import::finding(finding, answers)
}

/// Why a text describes no scenario.
#[cfg(feature = "json")]
pub fn unreadable(why: &parse::any::Unreadable) -> String {
    import::unreadable(why)
}

/// A summary of importing output of Azure's tools, for screen readers.
#[cfg(feature = "json")]
pub fn import_summary(import: &parse::import::Import, answered: usize, left: usize) -> String {
    import::summary(import, answered, left)
}

/// Shows untrusted text: makes every character visible, and shortens long text.
pub fn shown(text: &str) -> String {
    finding::shown(text)
}

/// The state of the scenario, as a sentence for screen readers.
pub fn summary(errors: usize, left: usize) -> String {
    finding::summary(errors, left)
}

/// The heading of the findings, with their number.
pub fn findings_heading(errors: usize, warnings: usize, left: usize) -> String {
    finding::findings_heading(errors, warnings, left)
}

/// The label of a button that applies a repair.
pub fn repair_label(repair: &Repair) -> String {
    finding::repair_label(repair)
}

/// How many values are left to fill in. A list of them comes after it.
pub fn values_left(count: usize) -> String {
    finding::values_left(count)
}

/// Why a parameter of a link has no effect.
pub fn ignored(ignored: &Ignored) -> String {
    finding::ignored(ignored)
}

/// The name and the purpose of a preset.
pub fn preset(preset: PresetId) -> (&'static str, &'static str) {
    let (name, help) = compare::preset(preset);
    (name.text(), help.text())
}

/// The consequence of a changed answer.
pub fn difference(difference: &FieldDifference) -> &'static str {
    compare::difference(difference).text()
}

/// A warning to show before an extension is updated.
pub fn update_warning(warning: WarningId) -> &'static str {
    compare::warning(warning).text()
}

/// Why an extension cannot be updated.
pub fn recreate_reason(reason: ReasonId) -> &'static str {
    compare::reason(reason).text()
}

/// Why a file is not a scenario, what a scenario looks like, and what to do.
#[cfg(feature = "json")]
pub fn scenario_file_error(error: &ScenarioFileError) -> String {
    scenario_file::error(error)
}

//! The words that people read. English is compiled in; every text is asked for by a typed name, so that none is
//! missing and none stands in a view or a rule. Commands, keys and ids are not texts and are never translated.

mod catalog;
#[cfg(feature = "terminal")]
mod compiled;
mod en;
mod en_about;
mod en_bench;
mod en_compare;
mod en_explain;
mod en_field;
mod en_finding;
#[cfg(feature = "json")]
mod en_import;
mod en_picture;
mod en_plan;
mod en_read;
mod en_reference;
#[cfg(feature = "json")]
mod en_scenario_file;
mod language;
mod message;

use crate::answers::Answers;
use crate::check::{Cause, Finding, Severity};
use crate::choice::{Edition, Shell};
use crate::compare::{Change, FieldDifference};
use crate::erratum::ErratumId;
use crate::explain::Explained;
use crate::field::{Field, Kind, WizardStep};
use crate::health::HealthCode;
#[cfg(feature = "json")]
use crate::import;
use crate::link::Ignored;
use crate::migration::ChangeId;
use crate::picture::{EdgeId, NodeId};
use crate::plan::{NoteId, OutputId, SentenceId, StepId};
use crate::preset::PresetId;
use crate::read;
use crate::repair::Repair;
use crate::resource::Does;
use crate::role::RoleId;
use crate::saved::NameError;
#[cfg(feature = "json")]
use crate::scenario_file::{ScenarioFileError, schema::SchemaText};
use crate::update::{ReasonId, WarningId};
use crate::value::TextKind;

pub use catalog::Catalog;
#[cfg(feature = "terminal")]
pub use compiled::catalog;
pub use en::{FileText, Text};
pub use en_about::AboutText;
pub use en_bench::BenchText;
pub use en_compare::CompareText;
pub use en_picture::PictureText;
pub use en_reference::ReferenceText;
pub use language::Language;
pub use message::{Message, listed, speak};

use message::message;

/// A text that stands alone: of the page, of files, of tables, of the second module. A set each, so that a module holds
/// those alone that it shows.
pub trait Said: Copy {
    /// What it says, in English.
    fn message(self) -> Message;
}

/// A text that stands alone.
pub fn text(text: impl Said) -> &'static str {
    text.message().said()
}

/// Why a scenario cannot be kept under a name.
pub fn name_error(error: NameError) -> String {
    en_bench::name_error(error)
}

/// What goes when another scenario is kept.
pub fn next_to_go(name: &str) -> String {
    en_bench::next_to_go(name)
}

/// How many more there are than are shown.
pub fn more(count: usize) -> String {
    en_bench::more(count)
}

/// What a button does that saves a file.
pub fn download(name: &str) -> String {
    en_bench::download(name)
}

/// Where something stands in a text.
pub fn place(line: usize, column: usize) -> String {
    en_bench::place(line, column)
}

/// What was read of pasted commands, in a sentence to listen to.
pub fn read_summary(edition: &str, shell: &str, errors: usize, warnings: usize) -> String {
    en_bench::read_summary(edition, shell, errors, warnings)
}

/// What became of a command.
pub fn change_name(change: Change) -> &'static str {
    en_compare::change(change).said()
}

/// What a field is called.
pub fn field_label(field: Field) -> &'static str {
    en_field::field(field).0.said()
}

/// What a field is for, in a sentence; empty where the label says it.
pub fn field_help(field: Field) -> &'static str {
    en_field::field(field).1.said()
}

/// What a value of a choice is called.
pub fn choice_label(field: Field, id: &'static str) -> &'static str {
    en_field::choice(field, id).0.said()
}

/// An answer as people call it: a value of a choice by its label, a text as it is.
pub fn answer(field: Field, text: &str) -> String {
    let Kind::Choice(ids) = field.row().kind else { return crate::value::name::visible(text) };
    let id = ids.iter().find(|id| **id == text);
    id.map_or_else(|| text.to_owned(), |id| choice_label(field, id).to_owned())
}

/// When to take a value of a choice; empty where the label says it.
pub fn choice_help(field: Field, id: &'static str) -> &'static str {
    en_field::choice(field, id).1.said()
}

/// What a shell is called.
pub fn shell_name(shell: Shell) -> &'static str {
    en_finding::shell(shell)
}

/// What a step of the wizard is called.
pub fn wizard_step(step: WizardStep) -> &'static str {
    en::wizard_step(step).said()
}

/// The legend of a step's questions.
pub fn step_legend(step: WizardStep) -> &'static str {
    en::step_legend(step).said()
}

/// The name of questions that are folded away: how many are not as by default, have an error, need a value.
pub fn advanced(changed: usize, errors: usize, missing: usize) -> String {
    en::advanced(changed, errors, missing)
}

/// The preset that a scenario is close to, and how many of its choices differ.
pub fn preset_standing(name: &str, changes: usize) -> String {
    en::preset_standing(name, changes)
}

/// What a text of a kind has to be like, in words.
pub fn text_form(kind: TextKind) -> &'static str {
    en_finding::allowed(kind).said()
}

/// How many questions a search has found.
pub fn found(count: usize) -> String {
    en_about::found(count)
}

/// What a step of a plan does.
pub fn step_title(step: StepId) -> &'static str {
    en::step_title(step).said()
}

/// What is worth knowing at a step.
pub fn note(note: NoteId, edition: Edition) -> &'static str {
    en::note(note, edition).said()
}

/// How much of the plan is done.
pub fn steps_done(done: usize, all: usize) -> String {
    en::steps_done(done, all)
}

/// What to do where a check does not show success, at the note that says what success looks like.
pub fn otherwise(note: NoteId) -> &'static str {
    en::otherwise(note).said()
}

/// What a resource does.
pub fn resource_does(does: Does) -> &'static str {
    en_reference::does(does).said()
}

/// What a word of a command means, in a sentence.
pub fn explanation(word: Explained, edition: Edition) -> &'static str {
    en_explain::explanation(word, edition).said()
}

/// What a thing in the picture is called, and what it does.
pub fn picture_node(node: NodeId) -> (&'static str, &'static str) {
    let (name, does) = en_picture::node(node);
    (name.said(), does.said())
}

/// What an arrow in the picture means: what stands at it, and by which way clients come in.
pub fn picture_edge(edge: EdgeId, label: &str, way: &str) -> String {
    en_picture::edge(edge).fill(&[("label", label), ("way", way)])
}

/// By which way clients come to the endpoints.
pub fn picture_way_in(entry: NodeId) -> &'static str {
    en_picture::way_in(entry).said()
}

/// What a role is needed on, and what the lack of it looks like where that is documented.
pub fn role(role: RoleId) -> (&'static str, Option<&'static str>) {
    let (on, lack) = en_reference::role(role);
    (on.said(), lack.map(Message::said))
}

/// What a code of the health check means, and what to do.
pub fn health(code: HealthCode) -> &'static str {
    en_reference::health(code).said()
}

/// What has changed on the way to `current`.
pub fn change(change: ChangeId) -> &'static str {
    en_reference::change(change).said()
}

/// What a form of a step is called.
pub fn output(output: OutputId) -> &'static str {
    en_plan::output(output).said()
}

/// What is done by hand; `{name}` is where a word of the scenario stands.
pub fn sentence(sentence: SentenceId) -> &'static str {
    en_plan::sentence(sentence).said()
}

/// A misprint: what is printed, what is right, why.
pub fn erratum(erratum: ErratumId) -> (&'static str, &'static str, &'static str) {
    let (printed, right, why) = en_plan::erratum(erratum);
    (printed.said(), right.said(), why.said())
}

/// A misprint in a sentence, of what is printed and what is right, as they are to be shown, and why.
pub fn misprint(printed: &str, right: &str, why: &str) -> String {
    en_plan::misprint(printed, right, why)
}

/// What was found, in words to act on: what is wrong, what is allowed, an example.
pub fn finding(finding: &Finding, answers: &Answers) -> String {
    said(&finding.cause, &finding.fields, answers)
}

fn said(cause: &Cause, fields: &[Field], answers: &Answers) -> String {
    match cause {
        Cause::Invalid(invalid) => en_finding::invalid(invalid, answers),
        Cause::Unwritable { shell, field, refusal } => en_finding::unwritable(*shell, *field, *refusal),
        Cause::LongComputeName => en_finding::long_compute_name(answers.text(Field::ComputeName)),
        Cause::Rule(rule) => en_finding::rule_text(*rule, answers.edition()).said().to_owned(),
        Cause::PlaceholdersLeft(rules) => en_finding::placeholders_left(fields, rules, answers.edition()),
    }
}

/// What was found in pasted text, in words to act on.
pub fn read_finding(finding: &read::Finding, text: &str, answers: &Answers) -> String {
    let pasted = text.get(finding.span.clone()).unwrap_or_default();
    match &finding.cause {
        read::Cause::Erratum(id) => {
            let (_, right, why) = erratum(*id);
            let repair = read::repair(finding, text).filter(|repair| !repair.is_empty());
            en_read::erratum(*id, pasted, repair.as_deref().unwrap_or(right), why)
        }
        read::Cause::Read(id, right) => en_read::finding(*id, pasted, right, !finding.fields.is_empty()),
        // The name of a subscription is no mistake in a command.
        read::Cause::Scenario(Cause::Invalid(invalid))
            if matches!(invalid.field, Field::Subscription | Field::WorkspaceSubscription)
                && finding.severity == Severity::Warning =>
        {
            en_read::subscription(pasted)
        }
        read::Cause::Scenario(cause) => said(cause, &finding.fields, answers),
    }
}

/// What was found in Azure's own text, in words to act on.
#[cfg(feature = "json")]
pub fn import_finding(finding: &import::Finding, answers: &Answers) -> String {
    en_import::finding(finding, answers)
}

/// What Azure's own text is about, in a sentence to listen to.
#[cfg(feature = "json")]
pub fn import_summary(import: &import::Import, answered: usize, left: usize) -> String {
    en_import::summary(import, answered, left)
}

/// A stranger's text so that every character of it can be seen; cut where it is long.
pub fn shown(text: &str) -> String {
    en_finding::shown(text)
}

/// A text with what it belongs to before it.
pub fn labelled(label: &str, text: &str) -> String {
    message!("pair.labelled", "{label}: {text}").fill(&[("label", label), ("text", text)])
}

/// How the scenario stands, in a sentence to listen to.
pub fn summary(errors: usize, left: usize) -> String {
    en_finding::summary(errors, left)
}

/// The heading of what was found, with how much of it there is.
pub fn findings_heading(errors: usize, warnings: usize, left: usize) -> String {
    en_finding::findings_heading(errors, warnings, left)
}

/// What a repair writes, for a button that makes it.
pub fn repair_label(repair: &Repair) -> String {
    en_finding::repair_label(repair)
}

/// How many values are left to fill in, for a list of them that follows.
pub fn values_left(count: usize) -> String {
    en_finding::values_left(count)
}

/// Why a pair of a link has no effect.
pub fn ignored(ignored: &Ignored) -> String {
    en_finding::ignored(ignored)
}

/// What a preset is called, and what it is for.
pub fn preset(preset: PresetId) -> (&'static str, &'static str) {
    let (name, help) = en_compare::preset(preset);
    (name.said(), help.said())
}

/// What it means that a field is answered otherwise.
pub fn difference(difference: &FieldDifference) -> &'static str {
    en_compare::difference(difference).said()
}

/// What is worth knowing before an extension is updated.
pub fn update_warning(warning: WarningId) -> &'static str {
    en_compare::warning(warning).said()
}

/// Why an update of an extension will not do.
pub fn recreate_reason(reason: ReasonId) -> &'static str {
    en_compare::reason(reason).said()
}

/// Why a file is no scenario, what one looks like, what to do.
#[cfg(feature = "json")]
pub fn scenario_file_error(error: &ScenarioFileError) -> String {
    en_scenario_file::error(error)
}

/// A text of the schema of scenario files.
#[cfg(feature = "json")]
pub fn schema_text(text: SchemaText) -> &'static str {
    en_scenario_file::schema(text)
}

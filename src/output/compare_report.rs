//! A comparison as the JSON that the terminal prints.

use serde::Serialize;

use crate::analysis::compare::{CommandDifference, Comparison, FieldDifference, OptionDifference};
use crate::analysis::update::{Reattach, Recreate, Update};
use crate::base::source::Source;
use crate::model::field::Field;
use crate::model::link::{self, Reading};
use crate::model::preset;
use crate::output::Style;
use crate::output::report::{ReportFinding, ReportIgnored, ReportSource};
use crate::plan::StepId;
use crate::{i18n, shell, text};

/// The report of a comparison, version 1.
#[derive(Debug, Serialize)]
pub struct CompareReport {
    version: u8,
    from: ReportSide,
    to: ReportSide,
    fields: Vec<ReportField>,
    commands: Vec<ReportCommand>,
    /// The errors of the second scenario.
    findings: Vec<ReportFinding>,
    update: Option<ReportUpdate>,
}

#[derive(Debug, Serialize)]
struct ReportSide {
    link: String,
    /// The preset with exactly these choices.
    preset: Option<&'static str>,
    /// The parts of the link that have no effect.
    ignored: Vec<ReportIgnored>,
}

#[derive(Debug, Serialize)]
struct ReportField {
    field: &'static str,
    was: Option<String>,
    is: Option<String>,
    means: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportCommand {
    step: &'static str,
    change: &'static str,
    command: String,
    options: Vec<ReportOption>,
}

#[derive(Debug, Serialize)]
struct ReportOption {
    option: &'static str,
    key: Option<String>,
    change: &'static str,
    was: Option<String>,
    is: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReportUpdate {
    /// Steps of the new plan that run before the update command.
    before: Vec<&'static str>,
    /// The update command for the chosen shell.
    text: Option<String>,
    placeholders: Vec<&'static str>,
    warnings: Vec<ReportText>,
    recreate: Vec<ReportText>,
    /// Steps of the old plan that delete the resources if an update is not possible.
    delete: Vec<&'static str>,
    /// Steps of the new plan that create them again.
    create: Vec<&'static str>,
    untouched: Option<ReportUntouched>,
}

#[derive(Debug, Serialize)]
struct ReportText {
    id: &'static str,
    text: &'static str,
    source: ReportSource,
}

#[derive(Debug, Serialize)]
struct ReportUntouched {
    fields: Vec<&'static str>,
    detach: Vec<&'static str>,
    attach: Vec<&'static str>,
    text: &'static str,
    source: ReportSource,
}

impl CompareReport {
    /// The report of a comparison of two scenarios.
    pub fn new(was: &Reading, is: &Reading, comparison: &Comparison, style: Style) -> Self {
        Self {
            version: 1,
            from: ReportSide::new(was),
            to: ReportSide::new(is),
            fields: comparison.fields.iter().map(ReportField::new).collect(),
            commands: comparison.commands.iter().map(ReportCommand::new).collect(),
            findings: comparison
                .findings
                .iter()
                .map(|finding| ReportFinding::new(finding, &is.answers))
                .collect(),
            update: comparison.update.as_ref().map(|update| ReportUpdate::new(update, style)),
        }
    }
}

impl ReportSide {
    fn new(reading: &Reading) -> Self {
        Self {
            link: link::write(&reading.answers),
            preset: preset::exact(&reading.answers).map(|preset| preset.id.id()),
            ignored: reading.ignored.iter().map(ReportIgnored::new).collect(),
        }
    }
}

impl ReportField {
    fn new(difference: &FieldDifference) -> Self {
        Self {
            field: difference.field.id(),
            was: difference.was.clone(),
            is: difference.is.clone(),
            means: text::difference(difference),
        }
    }
}

impl ReportCommand {
    fn new(difference: &CommandDifference) -> Self {
        Self {
            step: difference.step.id(),
            change: difference.change.id(),
            command: difference.command.clone(),
            options: difference.options.iter().map(ReportOption::new).collect(),
        }
    }
}

impl ReportOption {
    fn new(difference: &OptionDifference) -> Self {
        Self {
            option: difference.option,
            key: difference.key.clone(),
            change: difference.change.id(),
            was: difference.was.clone(),
            is: difference.is.clone(),
        }
    }
}

impl ReportUpdate {
    fn new(update: &Update, style: Style) -> Self {
        let tokens =
            update.command.as_ref().map(|command| shell::command_tokens(command, style.shell, style.layout));
        let placeholders = tokens.as_deref().map(shell::placeholders).unwrap_or_default();
        let recreate = update.recreate.as_ref();
        let reasons = recreate.map(|recreate| recreate.reasons.as_slice()).unwrap_or_default();
        let steps = |which: fn(&Recreate) -> &Vec<StepId>| {
            recreate.map(|recreate| ids(which(recreate))).unwrap_or_default()
        };
        Self {
            before: ids(&update.before),
            text: tokens.as_deref().map(shell::text),
            placeholders: placeholders.into_iter().map(Field::id).collect(),
            warnings: update
                .warnings
                .iter()
                .map(|id| ReportText::new(id.id(), text::update_warning(*id), id.source()))
                .collect(),
            recreate: reasons
                .iter()
                .map(|id| ReportText::new(id.id(), text::recreate_reason(*id), id.source()))
                .collect(),
            delete: steps(|recreate| &recreate.delete),
            create: steps(|recreate| &recreate.create),
            untouched: update.reattach.as_ref().map(ReportUntouched::new),
        }
    }
}

fn ids(steps: &[StepId]) -> Vec<&'static str> {
    steps.iter().map(|step| step.id()).collect()
}

impl ReportText {
    fn new(id: &'static str, text: &'static str, source: Source) -> Self {
        Self { id, text, source: source.into() }
    }
}

impl ReportUntouched {
    fn new(reattach: &Reattach) -> Self {
        Self {
            fields: reattach.fields.iter().map(|field| field.id()).collect(),
            detach: ids(&reattach.detach),
            attach: ids(&reattach.attach),
            text: i18n::text(text::CompareText::Reattach),
            source: Reattach::SOURCE.into(),
        }
    }
}

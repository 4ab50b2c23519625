//! The result of reading commands, as the JSON that the terminal prints.

use serde::Serialize;

use crate::model::choice::Choice as _;
use crate::model::field::Field;
use crate::model::link;
use crate::output::report::{ReportMigration, ReportSource};
use crate::parse::read::place::Places;
use crate::parse::read::{Finding, Reading, Span, is_repairable, migrated, repair, repaired};
use crate::text;

/// The report of a reading, version 1. Positions count characters from the start of the text; lines and columns start at 1.
#[derive(Debug, Serialize)]
pub struct Report {
    version: u8,
    edition: &'static str,
    /// Why the commands belong to that edition. `None` without evidence.
    edition_reason: Option<String>,
    shell: &'static str,
    link: String,
    commands: Vec<ReportCommand>,
    findings: Vec<ReportFinding>,
    not_understood: Vec<ReportLine>,
    /// How many further commands, findings and lines the lists above leave out.
    #[serde(skip_serializing_if = "LeftOut::is_nothing")]
    left_out: LeftOut,
    repaired: Option<String>,
    migration: Option<ReportMigration>,
}

/// The largest number of commands, findings and lines in a report, and of places of a finding. A report of a text of
/// many megabytes stays readable.
const MOST: usize = 1000;
const PLACES: usize = 20;

/// What a report leaves out.
#[derive(Debug, Serialize)]
struct LeftOut {
    commands: usize,
    findings: usize,
    not_understood: usize,
}

impl LeftOut {
    fn new(reading: &Reading) -> Self {
        Self {
            commands: reading.commands.len().saturating_sub(MOST),
            findings: reading.findings.len().saturating_sub(MOST),
            not_understood: reading.not_understood.len().saturating_sub(MOST),
        }
    }

    fn is_nothing(&self) -> bool {
        self.commands + self.findings + self.not_understood == 0
    }
}

/// A further place of a finding.
#[derive(Debug, Serialize)]
struct ReportPlace {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize)]
struct ReportCommand {
    command: String,
    understood: bool,
    start: usize,
    end: usize,
    line: usize,
}

#[derive(Debug, Serialize)]
struct ReportFinding {
    id: String,
    severity: &'static str,
    fields: Vec<&'static str>,
    message: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: String,
    /// The replacement of `text`, if the repair changes nothing else.
    repair: Option<String>,
    source: Option<ReportSource>,
    /// The other places of the same finding about the same text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<ReportPlace>,
    /// How many further places are left out.
    #[serde(skip_serializing_if = "is_zero")]
    more_places: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[derive(Debug, Serialize)]
struct ReportLine {
    line: usize,
    text: String,
}

impl Report {
    /// The report of reading this text.
    pub fn new(text: &str, reading: &Reading) -> Self {
        let places = Places::new(text);
        let pasted = |span: &Span| text.get(span.clone()).unwrap_or_default();
        Self {
            version: 1,
            edition: reading.edition.id(),
            edition_reason: text::edition_reason(reading, text),
            shell: reading.shell.id(),
            link: link::write(&reading.answers),
            commands: reading
                .commands
                .iter()
                .take(MOST)
                .map(|command| ReportCommand {
                    command: text::shown(&command.name),
                    understood: command.understood,
                    start: places.of(command.span.start).character,
                    end: places.of(command.span.end).character,
                    line: places.of(command.span.start).line,
                })
                .collect(),
            findings: reading
                .findings
                .iter()
                .take(MOST)
                .map(|finding| ReportFinding::new(finding, text, &places, reading))
                .collect(),
            not_understood: reading
                .not_understood
                .iter()
                .take(MOST)
                .map(|span| ReportLine { line: places.of(span.start).line, text: text::shown(pasted(span)) })
                .collect(),
            left_out: LeftOut::new(reading),
            repaired: is_repairable(reading).then(|| repaired(text, reading)),
            migration: migrated(reading).map(|migration| ReportMigration::new(migration, &reading.answers)),
        }
    }
}

impl ReportFinding {
    fn new(finding: &Finding, text: &str, places: &Places<'_>, reading: &Reading) -> Self {
        let (start, end) = (places.of(finding.span.start), places.of(finding.span.end));
        Self {
            id: finding.id(),
            severity: finding.severity.id(),
            fields: finding.fields.iter().copied().map(Field::id).collect(),
            message: text::read_finding(finding, text, &reading.answers),
            start: start.character,
            end: end.character,
            line: start.line,
            column: start.column,
            text: text::shown(text.get(finding.span.clone()).unwrap_or_default()),
            repair: repair(finding, text).filter(|_| is_inside(finding)),
            source: finding.source.map(ReportSource::from),
            places: finding
                .others
                .iter()
                .take(PLACES)
                .map(|place| {
                    let (start, end) = (places.of(place.span.start), places.of(place.span.end));
                    let (line, column) = (start.line, start.column);
                    ReportPlace { start: start.character, end: end.character, line, column }
                })
                .collect(),
            more_places: finding.further().saturating_sub(PLACES),
        }
    }
}

/// Whether all edits are inside the span of the finding.
fn is_inside(finding: &Finding) -> bool {
    let (first, last) = (finding.edits.first(), finding.edits.last());
    first.is_some_and(|edit| edit.span.start >= finding.span.start)
        && last.is_some_and(|edit| edit.span.end <= finding.span.end)
}

//! Reads existing commands: turns pasted text into answers and findings. A finding has its position and, if the
//! correction is certain, a repair. Reading never fails and never runs a command. Its time is linear in the length of
//! the text.

mod command;
mod creation;
mod document;
mod finding;
mod kubectl;
mod lexer;
mod line;
mod near;
mod option;
pub mod place;
mod reader;
mod rules;
mod setting;
mod shell;
mod syntax;
mod table;
mod word;

pub use finding::{Cause, Edit, Evidence, Finding, FurtherPlace, ReadCommand, ReadId, Reading, Span};

use crate::analysis::migration::{Migration, migration};
use crate::model::choice::{Edition, Shell};
use lexer::{Lexer, Statement};
use reader::Reader;

/// Reads pasted text. Without a shell, the shell is detected from the text.
pub fn read(text: &str, shell: Option<Shell>) -> Reading {
    let shell = shell.unwrap_or_else(|| shell::detect(text));
    let documents = document::find(text);
    let mut lexer = Lexer::new(text, shell, documents.iter().map(|document| document.span.clone()).collect());
    let mut reader = Reader::new(text, shell);
    let mut statement = Statement::default();
    while lexer.next_statement(&mut statement) {
        match statement.document.and_then(|index| documents.get(index)) {
            Some(document) => reader.document(document),
            None => reader.statement(&statement),
        }
    }
    reader.finish()
}

/// The scenario migrated to `current`, if its edition has a successor and the text describes an extension or a legacy
/// compute. A text that only attaches a cluster says nothing about the extension's settings.
pub fn migrated(reading: &Reading) -> Option<Migration> {
    let is_described = reading.has_extension || reading.edition == Edition::AksV1;
    migration(&reading.answers).filter(|_| is_described)
}

/// Whether any finding has a repair.
pub fn is_repairable(reading: &Reading) -> bool {
    reading.findings.iter().any(Finding::is_repairable)
}

/// The repaired text of a finding. It covers the finding and all of its edits, which may reach further than the
/// finding.
pub fn repair(finding: &Finding, text: &str) -> Option<String> {
    let first = finding.edits.first()?;
    let start = finding.span.start.min(first.span.start);
    let mut output = String::new();
    let mut at = start;
    for edit in &finding.edits {
        output.push_str(text.get(at..edit.span.start)?);
        output.push_str(&edit.text);
        at = edit.span.end;
    }
    output.push_str(text.get(at..finding.span.end.max(at))?);
    Some(output)
}

/// The number of rounds in which a repaired text is read again, because a repair can reveal another finding.
const ROUNDS: usize = 8;

/// The text with every certain repair. It is unchanged if no finding has a repair.
pub fn repaired(text: &str, reading: &Reading) -> String {
    let mut output = apply(text, reading);
    for _ in 1..ROUNDS {
        let again = read(&output, Some(reading.shell));
        if !is_repairable(&again) {
            break;
        }
        output = apply(&output, &again);
    }
    output
}

/// The text with the edits of every finding. A finding with an edit that overlaps an earlier edit waits for the next
/// round, with all of its edits.
fn apply(text: &str, reading: &Reading) -> String {
    let repairs: Vec<&[Edit]> = reading.findings.iter().flat_map(Finding::repairs).collect();
    let mut edits: Vec<(usize, &Edit)> = repairs
        .iter()
        .enumerate()
        .flat_map(|(index, edits)| edits.iter().map(move |edit| (index, edit)))
        .collect();
    edits.sort_by_key(|(_, edit)| edit.span.start);
    let mut waits = vec![false; repairs.len()];
    let mut last: Option<&Edit> = None;
    for &(finding, edit) in &edits {
        let Some(waits) = waits.get_mut(finding).filter(|waits| !**waits) else { continue };
        match last {
            Some(last) if edit.is_same(last) => {}
            Some(last) if edit.span.start < last.span.end => *waits = true,
            _ => last = Some(edit),
        }
    }
    let mut output = String::with_capacity(text.len());
    let mut at = 0;
    let mut last: Option<&Edit> = None;
    for &(finding, edit) in &edits {
        if waits.get(finding) != Some(&false) || last.is_some_and(|last| edit.is_same(last)) {
            continue;
        }
        let Some(kept) = text.get(at..edit.span.start) else { continue };
        output.push_str(kept);
        output.push_str(&edit.text);
        at = edit.span.end;
        last = Some(edit);
    }
    output.push_str(text.get(at..).unwrap_or_default());
    output
}

//! Settings after the wrong one of the two options. An option may be repeated, so the repair inserts the correct
//! option before a setting and does not move the setting.

use super::super::command::Given;
use super::super::finding::{Edit, ReadId};
use super::super::reader::Reader;
use crate::analysis::check::Severity;
use crate::model::field::Field;

/// Whether a setting is after the wrong option.
#[derive(Clone, Default)]
pub(super) struct Place {
    /// The field of the setting, if it is after the wrong option.
    pub(super) field: Option<Field>,
    /// Other edits within the setting.
    pub(super) edits: Vec<Edit>,
}

/// The option for settings that Azure returns, and the option for protected ones.
pub(in crate::parse::read) const fn option(protected: bool) -> &'static str {
    if protected { "--config-protected" } else { "--config" }
}

impl Reader<'_> {
    /// Reports the settings after the wrong option, with one finding for adjacent ones.
    pub(super) fn misplaced(&mut self, settings: &[Given<'_, '_>], places: &[Place]) {
        let is_misplaced = |index: usize| places.get(index).is_some_and(|place| place.field.is_some());
        let is_of =
            |block: usize, index: usize| settings.get(index).is_some_and(|given| given.block == block);
        let mut start = 0;
        while let Some(first) = settings.get(start) {
            if !is_misplaced(start) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while is_misplaced(end) && is_of(first.block, end) {
                end += 1;
            }
            let run = settings.get(start..end).unwrap_or_default();
            let before = start.checked_sub(1).and_then(|before| settings.get(before));
            let after = settings.get(end).filter(|after| after.block == first.block);
            let edits = edits(before, run, after, places.get(start..end).unwrap_or_default());
            let span = first.value.span().start..run.last().map_or(0, |last| last.value.span().end);
            let mut fields = Vec::new();
            for field in places.get(start..end).unwrap_or_default().iter().filter_map(|place| place.field) {
                if !fields.contains(&field) {
                    fields.push(field);
                }
            }
            let severity = if first.protected { Severity::Warning } else { Severity::Error };
            self.add(ReadId::MisplacedKey, option(!first.protected), severity, fields, span);
            self.repair(edits.unwrap_or_default());
            start = end;
        }
    }
}

/// Inserts the correct option before settings and the other one after them. `None` if the settings are not separate
/// words, for example because a variable contains several.
fn edits(
    before: Option<&Given<'_, '_>>,
    run: &[Given<'_, '_>],
    after: Option<&Given<'_, '_>>,
    places: &[Place],
) -> Option<Vec<Edit>> {
    let (first, last) = (run.first()?, run.last()?);
    let (right, other) = (option(!first.protected), option(first.protected));
    let mut edits = Vec::new();
    match before.filter(|before| before.block == first.block) {
        // These are the first settings of an option, so that option is replaced.
        None => edits.push(Edit { span: first.option.clone()?, text: right.to_owned() }),
        Some(before) => {
            let at = first.value.word.span.start;
            if before.value.word.span.end >= at {
                return None;
            }
            edits.push(Edit { span: at..at, text: [right, " "].concat() });
        }
    }
    edits.extend(places.iter().flat_map(|place| &place.edits).cloned());
    if let Some(after) = after {
        let at = last.value.word.span.end;
        if after.value.word.span.start <= at {
            return None;
        }
        edits.push(Edit { span: at..at, text: [" ", other].concat() });
    }
    Some(edits)
}

//! Reads a text that describes one scenario in any form: a link, a scenario file, commands, or Azure's own output.

use serde_json::value::RawValue;

use crate::base::json::members;
use crate::model::answers::Answers;
use crate::model::choice::Shell;
use crate::model::link;
use crate::model::scenario_file::{self, ScenarioFileError};
use crate::parse::import::{self, Finding};
use crate::parse::read::read;

/// Why a text describes no scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is like a scenario file, and cannot be read.
    File(ScenarioFileError),
    /// It is JSON or an id, and not one that is read.
    Azure(Finding),
    /// It is nothing known.
    Unknown,
}

/// Reads a text of any form. Returns the answers, and the parts of a link or file that could not be used.
///
/// # Errors
/// When the text describes no scenario. An empty scenario never stands for it.
pub fn read_any(text: &str, shell: Option<Shell>) -> Result<link::Reading, Unreadable> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if has_answers(trimmed) {
        return scenario_file::read(trimmed).map_err(Unreadable::File);
    }
    if let Some(import) = import::read(text) {
        let filled = import.onto(&Answers::default());
        if !filled.fields.is_empty() {
            return Ok(link::Reading { answers: filled.answers, ignored: Vec::new() });
        }
        let cause = filled.findings.into_iter().next();
        return Err(cause.map_or(Unreadable::Unknown, Unreadable::Azure));
    }
    let has_commands =
        trimmed.contains('\n') || ["az ", "kubectl ", "oc "].iter().any(|program| trimmed.contains(program));
    if has_commands {
        let reading = read(text, shell);
        if reading.commands.iter().any(|command| command.understood) {
            return Ok(link::Reading { answers: reading.answers, ignored: Vec::new() });
        }
    }
    if link::is_link(trimmed) { Ok(link::read(trimmed)) } else { Err(Unreadable::Unknown) }
}

/// Whether a text is JSON with the answers of a scenario file.
fn has_answers(text: &str) -> bool {
    let members = serde_json::from_str::<&RawValue>(text).ok().and_then(members);
    members.is_some_and(|members| members.iter().any(|(key, _)| key == "answers"))
}

//! Scenario files: JSON for a repository and its reviews. A file contains the same texts as a link, one field per line.
//!
//! As in a link, answers that cannot be used are ignored and listed. A file that is not a scenario at all is an error,
//! because the user named that file on purpose.

mod reading;

pub use reading::{read, read_bytes};

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::base::json;
use crate::model::answers::Answers;
use crate::model::link::VERSION;

/// The maximum number of bytes to read. A scenario has a few hundred.
pub const MAX_BYTES: usize = 1 << 20;

/// The location of the schema: next to the file, unless the editor is configured otherwise.
const SCHEMA: &str = "./scenario.schema.json";

/// The reason why a file is not a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioFileError {
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is neither UTF-8 nor UTF-16.
    NotText,
    /// It is not valid JSON.
    NotJson {
        /// The line of the syntax error, from 1.
        line: usize,
        /// The column of the syntax error, from 1.
        column: usize,
    },
    /// It is valid JSON, but not an object.
    NotObject,
    /// It has an unknown version, given here as JSON.
    UnknownVersion(String),
    /// It has no answers.
    NoAnswers,
    /// Its answers are not an object.
    AnswersNotObject,
}

/// Writes answers as a file: the texts that differ from the default, in the order of the field table.
pub fn write(answers: &Answers) -> String {
    // The file maps strings to strings, which JSON can always represent.
    json::pretty(&File(answers)).unwrap_or_default()
}

/// The version of the format that files and links share, as a number.
pub(crate) fn version() -> u32 {
    VERSION.parse().unwrap_or_default()
}

struct File<'a>(&'a Answers);

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut file = serializer.serialize_map(Some(3))?;
        file.serialize_entry("$schema", SCHEMA)?;
        file.serialize_entry("version", &version())?;
        file.serialize_entry("answers", &Differing(self.0))?;
        file.end()
    }
}

struct Differing<'a>(&'a Answers);

impl Serialize for Differing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.differing().map(|(field, text)| (field.id(), text)))
    }
}

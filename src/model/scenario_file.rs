//! A scenario as a file of JSON, for a repository and its reviews: the same texts as a link carries, a field a line.
//!
//! What cannot be used of the answers is ignored and listed, as in a link. A file that is no scenario at all is an error,
//! since whoever names a file means that one.

mod reading;

pub use reading::{read, read_bytes};

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::base::json;
use crate::model::answers::Answers;
use crate::model::link::VERSION;

/// The most bytes that are read. A scenario has a few hundred.
pub const MAX_BYTES: usize = 1 << 20;

/// Where the schema lies: beside the file, unless an editor is told otherwise.
const SCHEMA: &str = "./scenario.schema.json";

/// Why a file is no scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioFileError {
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// Its bytes are no text: neither UTF-8 nor UTF-16.
    NotText,
    /// It is no JSON.
    NotJson {
        /// The line where it ceases to be, from 1.
        line: usize,
        /// The place in the line, from 1.
        column: usize,
    },
    /// It is JSON, but no object.
    NotObject,
    /// It is of a version that is not known here; as JSON.
    UnknownVersion(String),
    /// It has no answers.
    NoAnswers,
    /// Its answers are no object.
    AnswersNotObject,
}

/// The file of some answers: what differs from the default, in the order of the field table.
pub fn write(answers: &Answers) -> String {
    // Texts under texts: there is nothing in it that JSON could not hold.
    json::pretty(&File(answers)).unwrap_or_default()
}

/// The version of the words that answers are given in, which a link has too; here as a number.
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

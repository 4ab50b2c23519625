//! Answers as a link and back: form-urlencoded pairs for the fragment of an address, which no server ever sees.
//! Writing is short (only what differs from the default), reading never fails.

mod version;

use std::borrow::Cow;

use crate::model::answers::Answers;
use crate::model::field::Field;
use version::converted;

#[cfg(test)]
pub(crate) use version::MADE_UP;
#[cfg(feature = "json")]
pub(crate) use version::is_known;
pub(crate) use version::{CONVERTERS, Converter, VERSION, VERSION_KEY};

/// Pairs in the order in which they are given. The last one of a field counts.
pub(crate) type Pairs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The answers that could be read.
    pub answers: Answers,
    /// The pairs that could not, in the order of the link.
    pub ignored: Vec<Ignored>,
}

/// A pair of a link that has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What stands before the `=`.
    pub key: String,
    /// What stands behind it.
    pub value: String,
    /// Why it has none.
    pub reason: Reason,
}

/// Why a pair has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No field has this id.
    UnknownField,
    /// The value is not in the field's list.
    UnknownValue,
    /// There is no value.
    EmptyValue,
    /// The value is a number, say, and no text, as a file can have it.
    NotText,
    /// The field comes again further on, and the last one counts.
    Repeated,
    /// A later version of the format; what this version knows of it was read.
    UnknownVersion,
}

impl Reason {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown-field",
            Self::UnknownValue => "unknown-value",
            Self::EmptyValue => "empty-value",
            Self::NotText => "not-text",
            Self::Repeated => "repeated",
            Self::UnknownVersion => "unknown-version",
        }
    }
}

/// Writes a link, without the `#` before it.
pub fn write(answers: &Answers) -> String {
    let mut link = form_urlencoded::Serializer::new(String::new());
    link.append_pair(VERSION_KEY, VERSION);
    for (field, text) in answers.differing() {
        link.append_pair(field.id(), text);
    }
    link.finish()
}

/// Reads a link: a whole address, a fragment with its `#`, or the pairs alone.
pub fn read(link: &str) -> Reading {
    read_with(form_urlencoded::parse(pairs(link).as_bytes()).collect(), CONVERTERS)
}

/// Reads pairs of any version that there are converters for, wherever they come from.
pub(crate) fn read_with(pairs: Pairs<'_>, converters: &[Converter]) -> Reading {
    let mut reading = Reading::default();
    let mut seen: Vec<Field> = Vec::new();
    // From the end, so that the last of several wins.
    for (key, value) in converted(pairs, converters).iter().rev() {
        if let Err(reason) = read_pair(key, value.trim(), &mut reading.answers, &mut seen) {
            reading.ignored.push(Ignored { key: key.to_string(), value: value.to_string(), reason });
        }
    }
    reading.ignored.reverse();
    reading
}

/// The pairs of a link. A fragment may hold another `#`, so only the one that begins it is taken off.
fn pairs(link: &str) -> &str {
    let link = link.trim();
    let is_address =
        link.starts_with("http://") || link.starts_with("https://") || link.starts_with("file://");
    let fragment = if is_address { link.split_once('#').map_or("", |(_, fragment)| fragment) } else { link };
    fragment.strip_prefix('#').unwrap_or(fragment)
}

fn read_pair(key: &str, value: &str, answers: &mut Answers, seen: &mut Vec<Field>) -> Result<(), Reason> {
    if key == VERSION_KEY {
        return if value == VERSION { Ok(()) } else { Err(Reason::UnknownVersion) };
    }
    let field = Field::from_id(key).ok_or(Reason::UnknownField)?;
    if value.is_empty() {
        return Err(Reason::EmptyValue);
    }
    if seen.contains(&field) {
        return Err(Reason::Repeated);
    }
    answers.set(field, value).map_err(|_| Reason::UnknownValue)?;
    seen.push(field);
    Ok(())
}

//! Answers as a link and back. A link contains form-urlencoded pairs in the fragment of a URL, which is never sent to a
//! server. A written link is short: it contains only what differs from the default. Reading never fails.

mod version;

use std::borrow::Cow;

use crate::base::ids::ids;
use crate::model::answers::Answers;
use crate::model::field::Field;
use version::converted;

#[cfg(test)]
pub(crate) use version::MADE_UP;
#[cfg(feature = "json")]
pub(crate) use version::is_known;
pub(crate) use version::{CONVERTERS, Converter, VERSION, VERSION_KEY};

/// Pairs of key and value in order. The last pair of a field counts.
pub(crate) type Pairs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// The result of reading a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The answers.
    pub answers: Answers,
    /// The pairs without effect, in the order of the link.
    pub ignored: Vec<Ignored>,
}

/// A pair without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The text before the `=`.
    pub key: String,
    /// The text after the `=`.
    pub value: String,
    /// Why the pair has no effect.
    pub reason: Reason,
}

ids! {
    /// Why a pair has no effect.
    Reason {
        /// No field has this id.
        UnknownField "unknown-field",
        /// The value is not in the field's list.
        UnknownValue "unknown-value",
        /// The value is empty.
        EmptyValue "empty-value",
        /// The value is not a string, for example a number in a file.
        NotText "not-text",
        /// The field is repeated further on, and the last one counts.
        Repeated "repeated",
        /// An unknown, later version of the format. The pairs that this version knows were read.
        UnknownVersion "unknown-version",
    }
}

/// Writes a link without the leading `#`.
pub fn write(answers: &Answers) -> String {
    let mut link = form_urlencoded::Serializer::new(String::new());
    link.append_pair(VERSION_KEY, VERSION);
    for (field, text) in answers.differing() {
        link.append_pair(field.id(), text);
    }
    link.finish()
}

/// Reads a complete URL, a fragment with its `#`, or only the pairs.
pub fn read(link: &str) -> Reading {
    read_with(form_urlencoded::parse(pairs(link).as_bytes()).collect(), CONVERTERS)
}

/// Whether a text is a link: it has a version, or an answer to a question.
#[cfg(feature = "json")]
pub(crate) fn is_link(text: &str) -> bool {
    let is_known = |key: &str| key == VERSION_KEY || Field::from_id(key).is_some();
    form_urlencoded::parse(pairs(text).as_bytes()).any(|(key, _)| is_known(&key))
}

/// Reads pairs of any version that has a converter, whatever their origin.
pub(crate) fn read_with(pairs: Pairs<'_>, converters: &[Converter]) -> Reading {
    let mut reading = Reading::default();
    let mut seen: Vec<Field> = Vec::new();
    // Backwards, so that the last pair of a field wins.
    for (key, value) in converted(pairs, converters).iter().rev() {
        if let Err(reason) = read_pair(key, value.trim(), &mut reading.answers, &mut seen) {
            reading.ignored.push(Ignored { key: key.to_string(), value: value.to_string(), reason });
        }
    }
    reading.ignored.reverse();
    reading
}

/// The pairs of a link. A fragment may contain another `#`, so only the leading one is removed.
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

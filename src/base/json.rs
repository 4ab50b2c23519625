//! Writing and reading JSON.
//!
//! The output is indented and contains no raw character that is invisible or changes how the surrounding text reads.
//! JSON has an escape for each of them, so a reader gets the same text. The input is read one level at a time, so
//! values that the caller does not need are not parsed.

use std::fmt::{self, Write as _};

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::base::invisible::is_invisible;

/// Formats a value as JSON with a line feed at the end.
///
/// # Errors
/// When JSON cannot represent the value, for example a key that is not a string.
pub fn pretty(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|json| visible(&json) + "\n")
}

/// The same JSON with an escape for each invisible character.
pub fn visible(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    for c in json.chars() {
        // A line feed belongs to the layout: inside a string it is already escaped.
        if c == '\n' || !is_invisible(c) {
            visible.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` never fails.
                let _ = write!(visible, "\\u{unit:04x}");
            }
        }
    }
    visible
}

/// The value of a JSON string. `None` for anything else, and for a string that contains an unpaired surrogate.
pub(crate) fn string(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

/// The members of an object in order, including repeated keys. `None` for any other value.
pub(crate) fn members(value: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    serde_json::from_str(value.get()).ok().map(|Members(members)| members)
}

struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Members<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::pretty;

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text: String) {
            let json = pretty(&[&text]).unwrap();
            proptest::prop_assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [text]);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_written_by_its_number() {
        let json = pretty(&"a\u{7F}\u{85}\u{202E}\u{200B}\u{E0041}é🔑\n").unwrap();
        assert_eq!(json, "\"a\\u007f\\u0085\\u202e\\u200b\\udb40\\udc41é🔑\\n\"\n");
    }
}

//! Joins English messages with what another language says in their place.

use std::collections::BTreeMap;

use crate::{English, key};

/// Why a translation cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum CompileError {
    /// It is not an object of texts.
    Json(String),
    /// Two messages share a key, and are not translated alike.
    Key(String, String),
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "this is no object of texts: {error}"),
            Self::Key(one, other) => write!(
                f,
                "{one} and {other} say the same in English, or share a key, and must be translated alike"
            ),
        }
    }
}

impl std::error::Error for CompileError {}

/// Reads a translation: a JSON object of names and texts.
///
/// # Errors
/// When it is none.
pub fn read(json: &str) -> Result<BTreeMap<String, String>, CompileError> {
    serde_json::from_str(json).map_err(|error| CompileError::Json(error.to_string()))
}

/// The names under which a translation has a message: its own, or one for each category of numbers.
pub fn names<'a>(
    name: &'a str,
    english: &English,
    categories: &'a [&str],
) -> impl Iterator<Item = (String, Option<&'a str>)> {
    let is_plural = matches!(english, English::Plural(..));
    let plain = (!is_plural).then(|| (name.to_owned(), None));
    let forms = categories.iter().filter(move |_| is_plural);
    plain.into_iter().chain(forms.map(move |category| (format!("{name}.{category}"), Some(*category))))
}

/// The categories of numbers that any language tells apart. <https://cldr.unicode.org/index/cldr-spec/plural-rules>
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a program loads: texts by key, without those that are missing in the translation.
///
/// # Errors
/// When two messages share a key and are not translated alike.
pub fn compile(
    english: &BTreeMap<String, English>,
    translation: &BTreeMap<String, String>,
) -> Result<BTreeMap<u32, String>, CompileError> {
    let mut compiled: BTreeMap<u32, (&str, &String)> = BTreeMap::new();
    for (name, message) in english {
        let literal = message.literal();
        for (full_name, category) in names(name, message, &CATEGORIES) {
            let Some(text) = translation.get(&full_name) else { continue };
            let key = key(&[&literal, category.unwrap_or_default()]);
            match compiled.insert(key, (name, text)) {
                Some((other, known)) if known != text => {
                    return Err(CompileError::Key(other.to_owned(), name.clone()));
                }
                _ => {}
            }
        }
    }
    Ok(compiled.into_iter().map(|(key, (_, text))| (key, text.clone())).collect())
}

/// The file of a compiled translation: a JSON object of keys, eight hexadecimal digits each, and texts, in their order.
#[must_use]
pub fn json(compiled: &BTreeMap<u32, String>) -> String {
    let named: serde_json::Map<String, serde_json::Value> =
        compiled.iter().map(|(key, text)| (format!("{key:08x}"), text.as_str().into())).collect();
    serde_json::Value::Object(named).to_string()
}

/// The English catalog, for translators: every message as a translation has it, in the order of the names.
#[must_use]
pub fn catalog(english: &BTreeMap<String, English>) -> String {
    let mut texts: BTreeMap<String, &str> = BTreeMap::new();
    for (name, message) in english {
        match message {
            English::Text(text) => {
                texts.insert(name.clone(), text);
            }
            English::Plural(one, other) => {
                texts.insert(format!("{name}.one"), one);
                texts.insert(format!("{name}.other"), other);
            }
        }
    }
    // Names and texts: nothing that JSON could not hold.
    serde_json::to_string_pretty(&texts).unwrap_or_default() + "\n"
}

/// What changes with any text of these files, which are all that are published of one version, in the order of their names.
#[must_use]
pub fn version(files: &[String]) -> String {
    let texts: Vec<&str> = files.iter().map(String::as_str).collect();
    format!("{:08x}", key(&texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_the_key_of_their_english() {
        let text = |text: &str| English::Text(text.to_owned());
        let plural = English::Plural("1 step".to_owned(), "{count} steps".to_owned());
        let english = BTreeMap::from([
            ("a".to_owned(), text("Undo")),
            ("b".to_owned(), plural),
            ("d".to_owned(), text("Not translated")),
        ]);
        let source = r#"{"a": "Annuler", "b.one": "{count} étape", "b.other": "{count} étapes", "e": "?"}"#;
        let french = read(source).unwrap();
        let compiled = compile(&english, &french).unwrap();
        let expected = [
            (key(&["Undo"]), "Annuler"),
            (key(&["1 step\u{1f}{count} steps", "one"]), "{count} étape"),
            (key(&["1 step\u{1f}{count} steps", "other"]), "{count} étapes"),
        ];
        assert_eq!(compiled, expected.map(|(key, text)| (key, text.to_owned())).into());
        assert_eq!(
            json(&BTreeMap::from([(0xa, "\"".to_owned()), (0x10, "b".to_owned())])),
            r#"{"0000000a":"\"","00000010":"b"}"#
        );
    }

    #[test]
    fn the_english_catalog_has_the_form_of_a_translation() {
        let english = BTreeMap::from([
            ("steps".to_owned(), English::Plural("1 step".to_owned(), "{count} steps".to_owned())),
            ("steps.hint".to_owned(), English::Text("Say “\u{e9}”, not \"e\".".to_owned())),
            ("a".to_owned(), English::Text("Undo".to_owned())),
        ]);
        let expected = r#"{
  "a": "Undo",
  "steps.hint": "Say “é”, not \"e\".",
  "steps.one": "1 step",
  "steps.other": "{count} steps"
}
"#;
        assert_eq!(catalog(&english), expected);
    }

    #[test]
    fn one_text_in_english_is_one_text_in_every_language() {
        let undo = English::Text("Undo".to_owned());
        let english = BTreeMap::from([("a".to_owned(), undo.clone()), ("b".to_owned(), undo)]);
        let both = |a: &str, b: &str| BTreeMap::from([("a".into(), a.into()), ("b".into(), b.into())]);
        assert!(compile(&english, &both("Annuler", "Annuler")).is_ok());
        let error = compile(&english, &both("Annuler", "Défaire")).unwrap_err();
        assert_eq!(error, CompileError::Key("a".to_owned(), "b".to_owned()));
        assert!(read("[]").is_err());
    }
}

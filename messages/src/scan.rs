//! Finds messages in the wizard's sources: `message!("name", "text")`, `plural!("name", "one", "other")`, and the sets of
//! `texts!`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::BETWEEN_FORMS;

/// A message in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum English {
    /// A text.
    Text(String),
    /// A text that differs with a number: for one, and for any other.
    Plural(String, String),
}

impl English {
    /// The text as it stands in a compiled program.
    #[must_use]
    pub fn literal(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Plural(one, other) => format!("{one}{BETWEEN_FORMS}{other}"),
        }
    }
}

/// Why messages were not found.
#[derive(Debug)]
pub enum ScanError {
    /// A file cannot be read.
    Io(PathBuf, io::Error),
    /// A message is not written as it should be: where, and what follows.
    Form(PathBuf, String),
    /// Two messages have one name.
    Twice(String),
}

impl std::fmt::Display for ScanError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Form(path, rest) => write!(f, "{}: this is no message: {rest}", path.display()),
            Self::Twice(name) => write!(f, "two messages are called {name}"),
        }
    }
}

impl std::error::Error for ScanError {}

/// Every message of the sources below a folder, by name.
///
/// # Errors
/// When a file cannot be read, a message is not written as it should be, or two have one name.
pub fn scan(folder: &Path) -> Result<BTreeMap<String, English>, ScanError> {
    let mut found = BTreeMap::new();
    for path in sources(folder)? {
        let source = fs::read_to_string(&path).map_err(|error| ScanError::Io(path.clone(), error))?;
        for (name, english) in scan_source(&source).map_err(|rest| ScanError::Form(path.clone(), rest))? {
            if found.insert(name.clone(), english).is_some() {
                return Err(ScanError::Twice(name));
            }
        }
    }
    Ok(found)
}

/// The source files below a folder.
fn sources(folder: &Path) -> Result<Vec<PathBuf>, ScanError> {
    let failed = |error| ScanError::Io(folder.to_owned(), error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.append(&mut sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The messages of one source, or what stands where one should be.
fn scan_source(source: &str) -> Result<Vec<(String, English)>, String> {
    let mut found = Vec::new();
    for rest in source.split("message!(").skip(1) {
        let [name, text] = literals(rest)?;
        found.push((name, English::Text(text)));
    }
    for rest in source.split("plural!(").skip(1) {
        let [name, one, other] = literals(rest)?;
        found.push((name, English::Plural(one, other)));
    }
    for rest in source.split("texts! {\n").skip(1) {
        found.extend(set(rest)?);
    }
    Ok(found)
}

/// The messages of a set: lines of a name and a text below the line of the set's own.
fn set(rest: &str) -> Result<Vec<(String, English)>, String> {
    let block = rest.split("\n}").next().unwrap_or_default();
    let mut lines = block.lines().map(str::trim).filter(|line| !line.starts_with("///"));
    let head = lines.next().unwrap_or_default();
    let set = head.split('"').nth(1).ok_or_else(|| head.to_owned())?;
    let mut found = Vec::new();
    for line in lines.filter(|line| !line.is_empty() && *line != "}") {
        let (variant, text) = line.split_once(' ').ok_or_else(|| line.to_owned())?;
        let [text] = literals(text)?;
        found.push((format!("{set}.{variant}"), English::Text(text)));
    }
    Ok(found)
}

/// The literals that a text begins with, with commas between them.
fn literals<const N: usize>(rest: &str) -> Result<[String; N], String> {
    let told = || rest.chars().take(60).collect::<String>();
    let mut rest = rest;
    let mut found = Vec::new();
    while found.len() < N {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        // A literal of Rust without raw forms is one of JSON, but for escapes that no message has.
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        found.push(values.next().and_then(Result::ok).ok_or_else(told)?);
        rest = rest.get(values.byte_offset()..).unwrap_or_default();
    }
    found.try_into().map_err(|_| told())
}

#[cfg(test)]
mod tests {
    use super::{English, scan_source};

    #[test]
    fn finds_messages_in_each_of_their_forms() {
        let source = r#"
            let a = message!("a.b", "It says \"no\".").said();
            plural!(
                "a.c",
                "one",
                "{count} others",
            )
            texts! {
                /// A set.
                Set "set" {
                    First "The first",
                    Second "The second",
                }
            }
        "#
        .replace("            ", "");
        let text = |text: &str| English::Text(text.to_owned());
        assert_eq!(
            scan_source(&source).unwrap(),
            [
                ("a.b".to_owned(), text("It says \"no\".")),
                ("a.c".to_owned(), English::Plural("one".to_owned(), "{count} others".to_owned())),
                ("set.First".to_owned(), text("The first")),
                ("set.Second".to_owned(), text("The second")),
            ]
        );
        assert_eq!(scan_source("message!(name, text)"), Err("name, text)".to_owned()));
    }
}

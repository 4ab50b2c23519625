//! Writes YAML that versions 1.1 and 1.2 read alike: a text has no quotes only if both read it as a string.

use super::escape::escape;
use crate::model::choice::{Layout, Shell};
use crate::model::value::path::HOME;
use crate::plan::{Command, Part, Piece, Template, Word, YamlFile};
use crate::shell::variables::Variables;
use crate::shell::{Token, TokenKind, command_tokens};

/// The tokens of a file: the command that applies it as a comment, then its documents.
pub(super) fn file(file: &YamlFile, shell: Shell) -> Vec<Token> {
    let apply = file.apply.clone().option(file.option, Word::fixed(file.name));
    let mut tokens = Vec::new();
    for command in file.before.iter().chain([&apply]) {
        comment(command, shell, &mut tokens);
    }
    tokens.extend(documents(&file.documents, None));
    tokens
}

/// A command as a one-line comment.
fn comment(command: &Command, shell: Shell, tokens: &mut Vec<Token>) {
    tokens.push(Token::new(TokenKind::Layout, "# "));
    tokens.extend(command_tokens(command, shell, Layout::OneLine));
    tokens.push(Token::new(TokenKind::Layout, "\n"));
}

/// The tokens of documents, with values in place, or shell variables for values that have names.
pub(super) fn documents(documents: &Template, names: Option<&Variables>) -> Vec<Token> {
    let mut tokens = Vec::new();
    documents.each_piece(&mut |piece| match piece {
        Piece::Text(text) => tokens.push(Token::new(TokenKind::Fixed, text)),
        Piece::Word(word) => scalar(word, names, &mut tokens),
    });
    tokens
}

/// The lines of list items.
pub(super) fn items(words: &[Word]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in words {
        tokens.push(Token::new(TokenKind::Layout, "- "));
        scalar(word, None, &mut tokens);
        tokens.push(Token::new(TokenKind::Layout, "\n"));
    }
    tokens
}

/// Writes a text, with double quotes if it needs them.
fn scalar(word: &Word, names: Option<&Variables>, tokens: &mut Vec<Token>) {
    let has_variable = names.is_some_and(|names| word.parts().any(|part| names.of(part).is_some()));
    let quoted = has_variable || !is_plain(word);
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, "\""));
    }
    for part in word.parts() {
        let token = match (names.and_then(|names| names.of(part)), part) {
            (Some(variable), _) => Token::new(TokenKind::Fixed, ["${", &variable.name, "}"].concat()),
            (None, Part::Fixed(text)) if !quoted => Token::new(TokenKind::Fixed, *text),
            (None, Part::Fixed(text)) => Token::new(TokenKind::Fixed, escape(text)),
            (None, Part::Value { text, field }) => Token::new(TokenKind::Value(*field), escape(text)),
            (None, Part::BelowHome { path, field }) => {
                Token::new(TokenKind::Value(*field), escape(&[HOME, path].concat()))
            }
            (None, Part::Placeholder(field) | Part::Contents(field)) => {
                Token::new(TokenKind::Placeholder(*field), field.placeholder())
            }
        };
        tokens.push(token);
    }
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, "\""));
    }
}

/// Whether every reader takes a text without quotes as a string. The test is stricter than necessary: the text starts with
/// an ASCII letter or a slash, continues with letters, digits and few signs, and is not a YAML keyword.
fn is_plain(word: &Word) -> bool {
    let text: String = word
        .parts()
        .map(|part| match part {
            Part::Fixed(text) => *text,
            Part::Value { text, .. } => text,
            // A tilde alone is the YAML keyword for no value.
            Part::BelowHome { .. } => HOME,
            // A placeholder is as harmless as a letter.
            Part::Placeholder(_) | Part::Contents(_) => "x",
        })
        .collect();
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let goes_on =
        text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | ':' | '='));
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_word = words.iter().any(|word| text.eq_ignore_ascii_case(word));
    begins && goes_on && !is_word && !text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Field;
    use crate::model::value::Checked;
    use crate::shell::text;
    use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
    use serde_json::{Value, json};
    use std::io::Write as _;
    use std::process::{Command as Process, Stdio};

    /// The documents of a text, read by a YAML 1.1 reader in two modes: see `tests/data/yaml/read.py`.
    fn read_1_1(text: &str) -> Vec<Vec<Value>> {
        let mut python = Process::new(std::env::var_os("PYTHON").unwrap_or("python3".into()))
            .args(["-B", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/yaml/read.py")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        python.stdin.take().unwrap().write_all(json!([text]).to_string().as_bytes()).unwrap();
        let output = python.wait_with_output().unwrap();
        let mut readings: Vec<Vec<Vec<Value>>> =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}: {text}"));
        readings.remove(0)
    }

    fn read_1_2(text: &str) -> Vec<Value> {
        fn value(node: &Yaml<'_>) -> Value {
            match node {
                Yaml::Value(Scalar::String(text)) => json!(text),
                Yaml::Sequence(items) => items.iter().map(value).collect(),
                Yaml::Mapping(pairs) => {
                    pairs.iter().map(|(key, node)| (key.as_str().unwrap().to_owned(), value(node))).collect()
                }
                other => panic!("{other:?} is no text"),
            }
        }
        let documents = Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        documents.iter().map(value).collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 16, ..Default::default() })]

        // Any text, more than the fields accept: alone, after a fixed text, as an item, as a value, and as a line to paste.
        #[test]
        fn both_versions_of_yaml_read_back_any_text(
            texts in proptest::collection::vec(
                "\\PC{0,12}|[\\x00-\\x7f]{0,12}|[ -/:-@\\[-`{-~]{1,4}|[0-9.:_xobeE+-]{1,8}|[-a-c0-9 :#/=.]{1,6}|-[0-9.]{0,2}|[a-c/]{1,2}:{1,2}|[\r\n\u{85}\u{2028}\u{202E}\u{FEFF}\u{FFFE}\u{1FFFF}\u{1F600}'\"\\\\{}#: -]{0,8}|(?i)(y|no?|yes|on|off|true|false|null|nan|inf|~)",
                1..60,
            ),
        ) {
            let words: Vec<Word> =
                texts.iter().map(|text| Word::checked(Checked::any(text), Field::Namespace)).collect();
            let behind =
                |text: &str| Word::fixed("a/").and_checked(Checked::any(text), Field::Namespace).and_fixed("-b");
            let mut template = Template::default();
            for (word, text) in words.iter().zip(&texts) {
                let pair = vec![("own", word.clone()), ("behind", behind(text))];
                template = template.words("- - {own}\n  - key: {own}\n    next:\n      key: {behind}\n", pair);
            }
            template = template.text("---\n").words("key: {word}\n", vec![("word", words[0].clone())]);
            let expected: Vec<Value> = texts
                .iter()
                .map(|text| json!([text, {"key": text, "next": {"key": format!("a/{text}-b")}}]))
                .collect();
            let expected = vec![json!(expected), json!({"key": texts[0]}), json!(texts)];
            let written = [text(&documents(&template, None)), text(&items(&words))].join("---\n");
            for reading in read_1_1(&written) {
                proptest::prop_assert_eq!(&reading, &expected, "{}", written);
            }
            proptest::prop_assert_eq!(read_1_2(&written), expected, "{}", written);
        }
    }
}

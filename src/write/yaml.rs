//! YAML that 1.1 and 1.2 read alike: a text stands plain only where neither could take it for anything else.

use super::variables::Variables;
use super::{Token, TokenKind, escape, placeholder};
use crate::choice::{Layout, Shell};
use crate::plan::{Command, Part, Piece, Template, Word, YamlFile};

/// The tokens of a file: how to apply it as a comment, then its documents.
pub(super) fn file(file: &YamlFile, shell: Shell) -> Vec<Token> {
    let apply = file.apply.clone().option(file.option, Word::fixed(file.name));
    let mut tokens = Vec::new();
    for command in file.before.iter().chain([&apply]) {
        comment(command, shell, &mut tokens);
    }
    tokens.extend(documents(&file.documents, None));
    tokens
}

/// A command as a comment of one line.
fn comment(command: &Command, shell: Shell, tokens: &mut Vec<Token>) {
    tokens.push(Token::new(TokenKind::Layout, "# "));
    tokens.extend(super::command_tokens(command, shell, Layout::OneLine));
    tokens.push(Token::new(TokenKind::Layout, "\n"));
}

/// The tokens of documents, with values as they are, or as shell variables where they have names.
pub(super) fn documents(documents: &Template, names: Option<&Variables>) -> Vec<Token> {
    let mut tokens = Vec::new();
    documents.each_piece(&mut |piece| match piece {
        Piece::Text(text) => tokens.push(Token::new(TokenKind::Fixed, text)),
        Piece::Word(word) => scalar(word, names, &mut tokens),
    });
    tokens
}

/// Lines that are items of a list.
pub(super) fn items(words: &[Word]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in words {
        tokens.push(Token::new(TokenKind::Layout, "- "));
        scalar(word, None, &mut tokens);
        tokens.push(Token::new(TokenKind::Layout, "\n"));
    }
    tokens
}

/// Writes a text: plain, or in double quotes.
fn scalar(word: &Word, names: Option<&Variables>, tokens: &mut Vec<Token>) {
    let has_variable = names.is_some_and(|names| word.parts().iter().any(|part| names.of(part).is_some()));
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
            (None, Part::Placeholder(field) | Part::Contents(field)) => {
                Token::new(TokenKind::Placeholder(*field), placeholder(*field))
            }
        };
        tokens.push(token);
    }
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, "\""));
    }
}

/// Whether a text is a string for every reader without quotes. More are quoted than need be: it begins with an ASCII
/// letter, a slash or a placeholder, goes on with letters, digits and few signs, and is no word of YAML's own.
fn is_plain(word: &Word) -> bool {
    let text: String = word
        .parts()
        .iter()
        .map(|part| match part {
            Part::Fixed(text) => *text,
            Part::Value { text, .. } => text,
            // As harmless as a letter.
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

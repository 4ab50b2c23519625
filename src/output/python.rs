//! Writes Python. The user's values are string literals in variables at the top; the rest is fixed code. A file that still
//! contains a placeholder reports it and exits before it does anything.

use super::escape::escape;
use crate::i18n;
use crate::model::field::Kind;
use crate::model::value::TextKind;
use crate::model::value::path::HOME;
use crate::plan::{Part, Piece, Python, Word};
use crate::shell::variables::{Variable, Variables};
use crate::shell::{Token, TokenKind, plain};
use crate::text::FileText;

/// The tokens of a file.
pub(super) fn file(file: &Python) -> Vec<Token> {
    let mut variables = Variables::default();
    file.code.each_word(&mut |word| variables.add(word));
    let mut tokens = vec![Token::new(TokenKind::Layout, ["# pip install ", file.packages, "\n"].concat())];
    for variable in variables.iter() {
        assignment(variable, &mut tokens);
    }
    guard(&variables, &mut tokens);
    tokens.push(Token::new(TokenKind::Layout, "\n"));
    if variables.iter().any(|variable| variable.is_below_home) {
        tokens.push(Token::new(TokenKind::Fixed, "import os\n\n"));
    }
    file.code.each_piece(&mut |piece| {
        tokens.push(match piece {
            Piece::Text(code) => Token::new(TokenKind::Fixed, code),
            Piece::Word(word) => Token::new(TokenKind::Fixed, expression(word, &variables)),
        });
    });
    tokens
}

/// `name = "value"`, or digits without quotes for a number.
fn assignment(variable: &Variable, tokens: &mut Vec<Token>) {
    let field = variable.field;
    tokens.push(Token::new(TokenKind::Fixed, [&variable.name, " = "].concat()));
    if variable.is_gap() {
        tokens.push(Token::new(TokenKind::Layout, "\""));
        tokens.push(Token::new(TokenKind::Placeholder(field), field.placeholder()));
        tokens.push(Token::new(TokenKind::Layout, "\""));
    } else {
        let text = variable.text();
        let text = if variable.is_below_home { [HOME, &text].concat() } else { text };
        let text = if is_number(variable) { text } else { literal(&text) };
        tokens.push(Token::new(TokenKind::Value(field), text));
    }
    tokens.push(Token::new(TokenKind::Layout, "\n"));
}

fn is_number(variable: &Variable) -> bool {
    matches!(variable.field.row().kind, Kind::Text(TextKind::WholeNumber))
}

/// Exits while a variable still contains its placeholder. The check does not repeat the placeholder, so that replacing it
/// everywhere in the file does not change the check.
fn guard(variables: &Variables, tokens: &mut Vec<Token>) {
    let pair = |gap: &Variable| ["    (\"", gap.field.id(), "\", ", &gap.name, "),\n"].concat();
    let pairs: Vec<String> = variables.gaps().map(pair).collect();
    if pairs.is_empty() {
        return;
    }
    let message = literal(&[i18n::text(FileText::FillInFirst), " "].concat());
    let text = [
        "\nvalues = [\n",
        &pairs.concat(),
        "]\nunfilled = [name for name, value in values if not value or str(value).startswith(\"<\")]\nif unfilled:\n    raise SystemExit(",
        &message,
        " + \", \".join(unfilled))\n",
    ];
    tokens.push(Token::new(TokenKind::Fixed, text.concat()));
}

/// A word as an expression: a variable, a literal, or an f-string of both.
fn expression(word: &Word, variables: &Variables) -> String {
    let mut parts = word.parts();
    match (parts.next(), parts.next()) {
        (Some(part), None) => match variables.of(part) {
            // The user replaces the placeholder inside its quotes, so a number is a string here.
            Some(variable) if variable.is_gap() && is_number(variable) => {
                ["int(", &variable.name, ")"].concat()
            }
            Some(variable) => value(variable),
            None => literal(&plain(word)),
        },
        _ => {
            let pieces: Vec<String> = word
                .parts()
                .map(|part| match variables.of(part) {
                    Some(variable) => ["{", &value(variable), "}"].concat(),
                    None => escape(fixed(part)).replace('{', "{{").replace('}', "}}"),
                })
                .collect();
            ["f\"", &pieces.concat(), "\""].concat()
        }
    }
}

/// The value of a variable: a path below the home folder is expanded.
fn value(variable: &Variable) -> String {
    if variable.is_below_home {
        ["os.path.expanduser(", &variable.name, ")"].concat()
    } else {
        variable.name.clone()
    }
}

/// The text of a fixed piece; empty for others, which have variables.
fn fixed(part: &Part) -> &'static str {
    match part {
        Part::Fixed(text) => text,
        Part::Value { .. } | Part::BelowHome { .. } | Part::Placeholder(_) | Part::Contents(_) => "",
    }
}

/// A text as a string literal.
fn literal(text: &str) -> String {
    ["\"", &escape(text), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::literal;
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 40, ..Default::default() })]

        // Any text, more than the fields accept.
        #[test]
        fn python_reads_back_any_text(texts in proptest::collection::vec("\\PC{0,12}|[\\x00-\\x7f]{0,12}|[\r\n\u{85}\u{2028}\u{202E}\u{FEFF}\u{1F600}'\"\\\\{}]{0,8}", 1..60)) {
            let list = format!("[{}]", texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(","));
            let mut python = Command::new(std::env::var_os("PYTHON").unwrap_or("python3".into()))
                .args(["-c", "import ast, sys, json; print(json.dumps(ast.literal_eval(sys.stdin.buffer.read().decode())))"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            python.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
            let output = python.wait_with_output().unwrap();
            let read: Vec<String> = serde_json::from_slice(&output.stdout).unwrap();
            proptest::prop_assert_eq!(read, texts);
        }
    }
}

//! Plans into text, one writer a language. A writer is the only place that knows how a word is quoted, and it takes
//! typed words alone, so no user's text can get past it.

mod bash;
mod cmd;
#[cfg(feature = "files")]
pub mod markdown;
mod powershell;
mod python;
#[cfg(feature = "files")]
pub mod script;
mod sentence;
mod shell;
mod variables;
mod yaml;

pub use shell::Refusal;

use std::borrow::Cow;

use crate::choice::{Choice as _, Layout, Shell};
use crate::field::{Field, insert};
use crate::plan::{Body, Command, Output, Part, Plan, Word};
use crate::value::name::{is_deceptive, is_invisible};

/// A piece of written text that knows what it is. The pieces of a command, put together, are the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub text: Cow<'static, str>,
}

/// What a piece of written text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Blanks, line continuations and quotes.
    Layout,
    /// The program.
    Program,
    /// The name of an option.
    Option,
    /// A text of the wizard's own.
    Fixed,
    /// What was typed in a field.
    Value(Field),
    /// A gap that the field fills.
    Placeholder(Field),
}

impl Token {
    pub(crate) fn new(kind: TokenKind, text: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, text: text.into() }
    }

    /// The key of the setting `key=value` that the piece is or begins, where the wizard itself has written it.
    pub fn setting(&self) -> Option<&str> {
        let (key, _) = self.text.split_once('=').filter(|_| self.kind == TokenKind::Fixed)?;
        // Nothing else looks like one: in Python and YAML a blank stands before what is given.
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        is_key.then_some(key)
    }
}

/// What stands for a missing value, in every language: `<field-id>`.
pub fn placeholder(field: Field) -> String {
    ["<", field.id(), ">"].concat()
}

/// The tokens of one command.
pub fn command_tokens(command: &Command, shell: Shell, layout: Layout) -> Vec<Token> {
    shell::command(command, shell, layout, None)
}

/// The tokens of an output; several commands follow each other, each on lines of its own.
pub fn output_tokens(output: &Output, shell: Shell, layout: Layout) -> Vec<Token> {
    match &output.body {
        Body::Commands(commands) => {
            let mut tokens = Vec::new();
            for command in commands {
                if !tokens.is_empty() {
                    tokens.push(Token::new(TokenKind::Layout, "\n"));
                }
                tokens.extend(command_tokens(command, shell, layout));
            }
            tokens
        }
        #[cfg(feature = "files")]
        Body::Python(file) => python::file(file),
        #[cfg(feature = "files")]
        Body::Yaml(file) => yaml::file(file, shell),
        #[cfg(feature = "files")]
        Body::Items(words) => yaml::items(words),
        #[cfg(feature = "files")]
        Body::Walk(sentences) => sentence::walk(sentences),
        #[cfg(not(feature = "files"))]
        Body::Elsewhere => Vec::new(),
    }
}

/// The text of one command.
pub fn command_text(command: &Command, shell: Shell, layout: Layout) -> String {
    text(&command_tokens(command, shell, layout))
}

/// The text of an output.
pub fn output_text(output: &Output, shell: Shell, layout: Layout) -> String {
    text(&output_tokens(output, shell, layout))
}

/// The fields whose placeholders stand in a text, each once, in the order of the field table: those of gaps, and those
/// of values that the shell cannot carry.
pub fn placeholders(tokens: &[Token]) -> Vec<Field> {
    let mut fields = Vec::new();
    for token in tokens {
        if let TokenKind::Placeholder(field) = token.kind {
            insert(&mut fields, field);
        }
    }
    fields
}

/// The fields of a plan whose values a shell cannot carry unharmed, each once, with why: their placeholders stand in its
/// commands.
pub fn refused(plan: &Plan, shell: Shell) -> Vec<(Field, Refusal)> {
    let mut refused = Vec::new();
    let mut read = |command: &Command| add_refused(command, shell, &mut refused);
    for output in plan.steps.iter().flat_map(|step| &step.outputs) {
        match &output.body {
            Body::Commands(commands) => commands.iter().for_each(&mut read),
            #[cfg(feature = "files")]
            Body::Yaml(file) => file.commands().for_each(&mut read),
            #[cfg(feature = "files")]
            Body::Python(_) | Body::Items(_) | Body::Walk(_) => {}
            #[cfg(not(feature = "files"))]
            Body::Elsewhere => {}
        }
    }
    refused
}

/// The same of one command.
pub fn command_refused(command: &Command, shell: Shell) -> Vec<(Field, Refusal)> {
    let mut refused = Vec::new();
    add_refused(command, shell, &mut refused);
    refused
}

fn add_refused(command: &Command, shell: Shell, refused: &mut Vec<(Field, Refusal)>) {
    command.each_word(&mut |word| {
        for part in word.parts() {
            if let Part::Value { text, field } = part
                && !refused.iter().any(|(known, _)| known == field)
                && let Some(refusal) = shell::refuses(shell, text)
            {
                refused.push((*field, refusal));
            }
        }
    });
}

/// A line that a shell passes over, whatever is put into it.
pub fn comment(shell: Shell, texts: &[&str]) -> String {
    let (prefix, is_special): (_, fn(char) -> bool) = match shell {
        Shell::Bash | Shell::PowerShell => ("# ", |_| false),
        // A label, of which nothing is read but a caret at the end of the line.
        Shell::Cmd => (":: ", |c| c == '^'),
    };
    let shown = |c: char| if is_deceptive(c) || is_special(c) { ' ' } else { c };
    [prefix, &texts.concat().chars().map(shown).collect::<String>()].concat()
}

/// A word for people to read: as it is, with its placeholders. No program reads it.
pub fn plain(word: &Word) -> String {
    let mut plain = String::new();
    for part in word.parts() {
        match part {
            Part::Fixed(text) => plain.push_str(text),
            Part::Value { text, .. } => plain.push_str(text),
            Part::Placeholder(field) | Part::Contents(field) => plain.push_str(&placeholder(*field)),
        }
    }
    plain
}

/// Tokens put together.
pub fn text(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_ref()).collect()
}

/// What an output is written in.
pub fn language(output: &Output, shell: Shell) -> &'static str {
    match output.body {
        Body::Commands(_) => shell.id(),
        #[cfg(feature = "files")]
        Body::Python(_) => "python",
        #[cfg(feature = "files")]
        Body::Yaml(_) => "yaml",
        #[cfg(feature = "files")]
        Body::Items(_) | Body::Walk(_) => "text",
        #[cfg(not(feature = "files"))]
        Body::Elsewhere => "text",
    }
}

/// The text between the double quotes of a literal, which Python and YAML read alike. What does not show, or shows as
/// something else, is written by its number.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | '"' => escaped.extend(['\\', c]),
            ' ' => escaped.push(c),
            // The last two of each plane are no characters, and PyYAML refuses those of the first.
            c if c.is_control()
                || c.is_whitespace()
                || is_invisible(c)
                || u32::from(c) & 0xFFFE == 0xFFFE =>
            {
                let (mark, width) = if u32::from(c) > 0xFFFF { ("\\U", 8) } else { ("\\u", 4) };
                escaped.push_str(mark);
                for digit in (0..width).rev() {
                    escaped.extend(char::from_digit((u32::from(c) >> (4 * digit)) & 0xF, 16));
                }
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// A text for people as Markdown that shows it to the letter, on one line.
fn escape_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            c if c.is_control() => escaped.push(' '),
            c if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | ':' | ';' | '\'' | '"' | '(' | ')' | '/' | '?' | '=' | '-') =>
            {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

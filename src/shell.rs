//! Commands as text, one writer a shell. A writer is the only place that knows how a word is quoted, and it takes typed
//! words alone, so no user's text can get past it.

pub(crate) mod bash;
mod cmd;
mod command;
pub(crate) mod powershell;
pub(crate) mod variables;

pub use command::Refusal;
pub(crate) use command::{escape, refuses, tokens_with};

use std::borrow::Cow;

use crate::base::invisible::is_deceptive;
use crate::model::choice::{Layout, Shell};
use crate::model::field::{Field, insert};
use crate::plan::{Body, Command, Part, Plan, Word};

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

/// The tokens of one command.
pub fn command_tokens(command: &Command, shell: Shell, layout: Layout) -> Vec<Token> {
    tokens_with(command, shell, layout, None)
}

/// The text of one command.
pub fn command_text(command: &Command, shell: Shell, layout: Layout) -> String {
    text(&command_tokens(command, shell, layout))
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
                && let Some(refusal) = refuses(shell, text)
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
            Part::Placeholder(field) | Part::Contents(field) => plain.push_str(&field.placeholder()),
        }
    }
    plain
}

/// Tokens put together.
pub fn text(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_ref()).collect()
}

//! Commands as text, with one writer per shell. Only a writer quotes words. It accepts only typed words, so no text
//! from the user can bypass it.

pub(crate) mod bash;
mod cmd;
mod command;
pub(crate) mod powershell;
pub(crate) mod variables;

pub use command::Refusal;
#[cfg(feature = "files")]
pub(crate) use command::escape;
pub(crate) use command::{refuses, tokens_with};

use std::borrow::Cow;

use crate::base::invisible::is_deceptive;
use crate::model::choice::{Layout, Shell};
use crate::model::field::{Field, insert};
use crate::model::value::path::HOME;
use crate::plan::{Body, Command, Part, Plan, Word};

/// A piece of written text and its kind. Concatenating the tokens of a command gives its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token's kind.
    pub kind: TokenKind,
    /// The text as written.
    pub text: Cow<'static, str>,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Spaces, line continuations and quotes.
    Layout,
    /// The program.
    Program,
    /// The name of an option.
    Option,
    /// A fixed text of the wizard.
    Fixed,
    /// The value of a field.
    Value(Field),
    /// The placeholder of a field.
    Placeholder(Field),
}

impl Token {
    pub(crate) fn new(kind: TokenKind, text: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, text: text.into() }
    }

    /// The key, if the token is or starts with a setting `key=value` that the wizard has written.
    pub fn setting(&self) -> Option<&str> {
        let (key, _) = self.text.split_once('=').filter(|_| self.kind == TokenKind::Fixed)?;
        // No other token looks like this: in Python and YAML, a space precedes the value.
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

/// The fields with a placeholder in the tokens, each once, in the order of the field table. A placeholder stands for a
/// missing value, or for a value that the shell cannot represent safely.
pub fn placeholders(tokens: &[Token]) -> Vec<Field> {
    let mut fields = Vec::new();
    for token in tokens {
        if let TokenKind::Placeholder(field) = token.kind {
            insert(&mut fields, field);
        }
    }
    fields
}

/// The fields whose values a shell cannot represent safely, each once, with the reason. The plan's commands contain
/// their placeholders.
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

/// The same for one command.
pub fn command_refused(command: &Command, shell: Shell) -> Vec<(Field, Refusal)> {
    let mut refused = Vec::new();
    add_refused(command, shell, &mut refused);
    refused
}

fn add_refused(command: &Command, shell: Shell, refused: &mut Vec<(Field, Refusal)>) {
    command.each_word(&mut |word| {
        for part in word.parts() {
            if let Part::Value { text, field } | Part::BelowHome { path: text, field } = part
                && !refused.iter().any(|(known, _)| known == field)
                && let Some(refusal) = refuses(shell, text)
            {
                refused.push((*field, refusal));
            }
        }
    });
}

/// A comment line, which the shell ignores whatever it contains.
pub fn comment(shell: Shell, texts: &[&str]) -> String {
    let (prefix, is_special): (_, fn(char) -> bool) = match shell {
        Shell::Bash | Shell::PowerShell => ("# ", |_| false),
        // A label. The Command Prompt ignores it, except for a caret at the end of the line.
        Shell::Cmd => (":: ", |c| c == '^'),
    };
    let shown = |c: char| if is_deceptive(c) || is_special(c) { ' ' } else { c };
    [prefix, &texts.concat().chars().map(shown).collect::<String>()].concat()
}

/// A word as text for people, with its placeholders. It is not quoted and not meant for any program.
pub fn plain(word: &Word) -> String {
    let mut plain = String::new();
    for part in word.parts() {
        match part {
            Part::Fixed(text) => plain.push_str(text),
            Part::Value { text, .. } => plain.push_str(text),
            Part::BelowHome { path, .. } => plain.extend([HOME, path]),
            Part::Placeholder(field) | Part::Contents(field) => plain.push_str(&field.placeholder()),
        }
    }
    plain
}

/// The text of tokens.
pub fn text(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_ref()).collect()
}

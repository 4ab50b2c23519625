//! Plans into text, one writer a language. A writer is the only place that knows how a word is quoted, and it takes
//! typed words alone, so no user's text can get past it.

pub mod bash;
pub mod script;

use std::borrow::Cow;

use crate::choice::{Layout, Shell};
use crate::field::Field;
use crate::plan::{Command, Output};

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
}

/// What stands for a missing value, in every language: `<field-id>`.
pub fn placeholder(field: Field) -> String {
    ["<", field.id(), ">"].concat()
}

/// The tokens of one command.
pub fn command_tokens(command: &Command, shell: Shell, layout: Layout) -> Vec<Token> {
    match shell {
        Shell::Bash => bash::command(command, layout),
    }
}

/// The text of one command.
pub fn command_text(command: &Command, shell: Shell, layout: Layout) -> String {
    command_tokens(command, shell, layout).iter().map(|token| token.text.as_ref()).collect()
}

/// The text of an output; several commands follow each other, each on lines of its own.
pub fn output_text(output: &Output, shell: Shell, layout: Layout) -> String {
    let Output::Cli(commands) = output;
    let texts: Vec<String> = commands.iter().map(|command| command_text(command, shell, layout)).collect();
    texts.join("\n")
}

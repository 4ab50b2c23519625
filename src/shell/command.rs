//! Commands for shells. What all of them share stands here: layout, placeholders, values that begin with a hyphen; what
//! they do not share is a [`Dialect`] each.
//!
//! A word stands bare when every character of it is one that the shell does not treat in a special way, else in quotes.
//! A placeholder is never quoted: it stays visible as `<name>`, and a shell that meets one stops at the redirection. It
//! also stands for a value that the shell cannot carry unharmed.

use super::variables::Variables;
use super::{Token, TokenKind, bash, cmd, powershell};
use crate::model::choice::{Layout, Shell};
use crate::model::field::Field;
use crate::plan::{Command, CommandOption, Part, Word};

/// A command that is no longer than this stays on one line in either layout.
const LINE_WIDTH: usize = 90;

/// How a shell is written.
pub(crate) struct Dialect {
    /// What stands between two options on lines of their own.
    pub(crate) next_line: &'static str,
    /// What stands before and behind a quoted text.
    pub(crate) quote: &'static str,
    /// A text between these quotes.
    pub(crate) escape: fn(&str) -> String,
    /// A text between double quotes, in which variables stand as `${name}`.
    pub(crate) escape_expanding: fn(&str) -> String,
    /// Whether a text needs no quotes where an argument begins, or else further on in it.
    pub(crate) is_bare: fn(&str, bool) -> bool,
    /// Whether an option that is tied to its value is quoted with it.
    pub(crate) quotes_options: bool,
    /// Why the shell cannot carry a text unharmed; nothing when it can.
    pub(crate) refuses: fn(&str) -> Option<Refusal>,
}

/// Why a shell cannot carry a text unharmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A character that means something to it, however it is quoted.
    Character(char),
    /// A backslash at the end, which would take the closing quote with it.
    FinalBackslash,
}

/// A piece of an argument as it is to be written.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Text(TokenKind, &'a str),
    Gap(Field),
}

/// How a shell is written.
fn dialect(shell: Shell) -> &'static Dialect {
    match shell {
        Shell::Bash => &bash::DIALECT,
        Shell::PowerShell => &powershell::DIALECT,
        Shell::Cmd => &cmd::DIALECT,
    }
}

/// Why a shell cannot carry a text unharmed; nothing when it can.
pub(crate) fn refuses(shell: Shell, text: &str) -> Option<Refusal> {
    (dialect(shell).refuses)(text)
}

/// A text between the quotes of a shell, which are single ones in bash and PowerShell.
pub(crate) fn escape(shell: Shell, text: &str) -> String {
    (dialect(shell).escape)(text)
}

/// The tokens of a command, with its values as they are, or as variables where they have names.
pub(crate) fn tokens_with(
    command: &Command,
    shell: Shell,
    layout: Layout,
    names: Option<&Variables>,
) -> Vec<Token> {
    let dialect = dialect(shell);
    let one_line = tokens(command, dialect, " ", names);
    let width: usize = one_line.iter().map(|token| token.text.chars().count()).sum();
    match layout {
        Layout::Lines if width > LINE_WIDTH => tokens(command, dialect, dialect.next_line, names),
        Layout::Lines | Layout::OneLine => one_line,
    }
}

fn tokens(
    command: &Command,
    dialect: &Dialect,
    between_options: &'static str,
    names: Option<&Variables>,
) -> Vec<Token> {
    let mut tokens = vec![Token::new(TokenKind::Program, command.program.id())];
    for text in &command.head {
        tokens.push(Token::new(TokenKind::Layout, " "));
        // The wizard's own, and bare in every shell.
        debug_assert!((dialect.is_bare)(text, true), "{text}");
        tokens.push(Token::new(TokenKind::Fixed, *text));
    }
    for argument in &command.arguments {
        tokens.push(Token::new(TokenKind::Layout, " "));
        word(&[], argument, dialect, names, &mut tokens);
    }
    for option in &command.options {
        tokens.push(Token::new(TokenKind::Layout, between_options));
        let is_tied = option.tied || needs_equals_sign(option, names);
        let tied = [Piece::Text(TokenKind::Option, option.name), Piece::Text(TokenKind::Layout, "=")];
        if is_tied && dialect.quotes_options {
            for value in &option.values {
                word(&tied, value, dialect, names, &mut tokens);
            }
            continue;
        }
        tokens.push(Token::new(TokenKind::Option, option.name));
        for value in &option.values {
            tokens.push(Token::new(TokenKind::Layout, if is_tied { "=" } else { " " }));
            word(&[], value, dialect, names, &mut tokens);
        }
    }
    tokens
}

/// A value that begins with a hyphen would be taken for an option, unless `=` ties it to its own. What a variable will
/// hold one day is not known.
fn needs_equals_sign(option: &CommandOption, names: Option<&Variables>) -> bool {
    let [only] = option.values.as_slice() else { return false };
    match only.parts().next() {
        Some(part) if names.is_some_and(|names| names.of(part).is_some()) => true,
        Some(Part::Value { text, .. }) => text.starts_with('-'),
        _ => false,
    }
}

/// Writes one argument: a word, with an option before it where it is tied to one.
fn word(
    option: &[Piece<'_>],
    word: &Word,
    dialect: &Dialect,
    names: Option<&Variables>,
    tokens: &mut Vec<Token>,
) {
    let variable = |part: &Part| names.and_then(|names| names.of(part));
    if word.parts().any(|part| variable(part).is_some()) {
        let mut text = String::from("\"");
        for piece in option {
            if let Piece::Text(_, option) = piece {
                text.push_str(option);
            }
        }
        for part in word.parts() {
            match (variable(part), part) {
                (Some(variable), _) => text.extend(["${", &variable.name, "}"]),
                (None, Part::Fixed(fixed)) => text.push_str(&(dialect.escape_expanding)(fixed)),
                // Whatever is no text of the wizard's own has a name.
                (None, Part::Value { .. } | Part::Placeholder(_) | Part::Contents(_)) => {}
            }
        }
        text.push('"');
        tokens.push(Token::new(TokenKind::Fixed, text));
        return;
    }
    let parts = word.parts().map(|part| match part {
        Part::Fixed(text) => Piece::Text(TokenKind::Fixed, text),
        Part::Value { text, field } if (dialect.refuses)(text).is_none() => {
            Piece::Text(TokenKind::Value(*field), text)
        }
        Part::Value { field, .. } | Part::Placeholder(field) | Part::Contents(field) => Piece::Gap(*field),
    });
    let pieces: Vec<Piece<'_>> = option.iter().copied().chain(parts).collect();
    let is_text = |piece: &Piece<'_>| matches!(piece, Piece::Text(..));
    let mut is_first = true;
    for run in pieces.chunk_by(|one, next| is_text(one) && is_text(next)) {
        if let [Piece::Gap(field)] = run {
            tokens.push(Token::new(TokenKind::Placeholder(*field), field.placeholder()));
        } else {
            text_run(run, is_first, dialect, tokens);
        }
        is_first = false;
    }
}

/// Writes text between placeholders, quoted as a whole.
fn text_run(run: &[Piece<'_>], is_first: bool, dialect: &Dialect, tokens: &mut Vec<Token>) {
    let texts = || {
        run.iter()
            .filter_map(|piece| if let Piece::Text(kind, text) = piece { Some((*kind, *text)) } else { None })
    };
    let whole: String = texts().map(|(_, text)| text).collect();
    let quoted = !(dialect.is_bare)(&whole, is_first);
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, dialect.quote));
    }
    for (kind, text) in texts() {
        let written = if quoted { (dialect.escape)(text) } else { text.to_owned() };
        match tokens.last_mut() {
            // A setting's key and what is given to it are one piece.
            Some(last) if kind == TokenKind::Fixed && last.kind == kind => {
                last.text.to_mut().push_str(&written);
            }
            _ => tokens.push(Token::new(kind, written)),
        }
    }
    if quoted {
        // A program of Windows takes a backslash before the closing quote for one that takes the quote's meaning away.
        let backslashes = whole.len() - whole.trim_end_matches('\\').len();
        if dialect.quote == "\"" && backslashes > 0 {
            tokens.push(Token::new(TokenKind::Layout, "\\".repeat(backslashes)));
        }
        tokens.push(Token::new(TokenKind::Layout, dialect.quote));
    }
}

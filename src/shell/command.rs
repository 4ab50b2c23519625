//! Writes commands for shells. This module handles what all shells share: layout, placeholders, values that begin with
//! a hyphen. A [`Dialect`] describes the differences.
//!
//! The home folder at the beginning of a path is the only part of a value that a shell expands.
//!
//! A word is written without quotes if none of its characters is special in the shell. Otherwise it is quoted. A
//! placeholder is never quoted: it remains visible as `<name>`, and a shell that runs it stops at the redirection. A
//! placeholder also replaces a value that the shell cannot represent safely.

use super::variables::Variables;
use super::{Token, TokenKind, bash, cmd, powershell};
use crate::model::choice::{Layout, Shell};
use crate::model::field::Field;
use crate::plan::{Command, CommandOption, Part, Word};

/// A command of at most this length stays on one line in either layout.
const LINE_WIDTH: usize = 90;

/// The syntax of a shell.
pub(crate) struct Dialect {
    /// The separator between two options on separate lines.
    pub(crate) next_line: &'static str,
    /// The quote before and after a quoted text.
    pub(crate) quote: &'static str,
    /// Escapes a text for use between these quotes.
    pub(crate) escape: fn(&str) -> String,
    /// Escapes a text for use between double quotes, which expand variables written as `${name}`.
    pub(crate) escape_expanding: fn(&str) -> String,
    /// Whether a text needs no quotes. The flag states whether the text starts the argument.
    pub(crate) is_bare: fn(&str, bool) -> bool,
    /// Whether an option with `=` is quoted together with its value.
    pub(crate) quotes_options: bool,
    /// How a path below the home folder is written.
    pub(crate) home: Home,
    /// The reason why the shell cannot represent a text safely. `None` if it can.
    pub(crate) refuses: fn(&str) -> Option<Refusal>,
}

/// How a path below the home folder is written. Only the folder is expanded.
pub(crate) enum Home {
    /// The folder stands between texts with quotes of their own.
    Apart(&'static str),
    /// The folder stands in double quotes together with the text around it.
    Within(&'static str),
}

/// The reason why a shell cannot represent a text safely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A character that is special even within quotes.
    Character(char),
    /// A backslash at the end, which would escape the closing quote.
    FinalBackslash,
}

/// A piece of an argument to write.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Text(TokenKind, &'a str),
    BelowHome(Field, &'a str),
    Gap(Field),
}

/// The syntax of a shell.
fn dialect(shell: Shell) -> &'static Dialect {
    match shell {
        Shell::Bash => &bash::DIALECT,
        Shell::PowerShell => &powershell::DIALECT,
        Shell::Cmd => &cmd::DIALECT,
    }
}

/// The reason why a shell cannot represent a text safely. `None` if it can.
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
        // Fixed words need no quotes in any shell.
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

/// Whether `=` must attach the value to its option. Otherwise a value that begins with a hyphen would be parsed as an
/// option. The future content of a variable is unknown, so a variable always needs it.
fn needs_equals_sign(option: &CommandOption, names: Option<&Variables>) -> bool {
    let [only] = option.values.as_slice() else { return false };
    match only.parts().next() {
        Some(part) if names.is_some_and(|names| names.of(part).is_some()) => true,
        Some(Part::Value { text, .. }) => text.starts_with('-'),
        _ => false,
    }
}

/// Writes one argument: a word, with its option in front if `=` attaches them.
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
                // Every part that is not fixed has a variable.
                (
                    None,
                    Part::Value { .. } | Part::BelowHome { .. } | Part::Placeholder(_) | Part::Contents(_),
                ) => {}
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
        Part::BelowHome { path, field } if (dialect.refuses)(path).is_none() => {
            Piece::BelowHome(*field, path)
        }
        Part::Value { field, .. }
        | Part::BelowHome { field, .. }
        | Part::Placeholder(field)
        | Part::Contents(field) => Piece::Gap(*field),
    });
    let pieces: Vec<Piece<'_>> = option.iter().copied().chain(parts).collect();
    if let Home::Within(home) = dialect.home
        && pieces.iter().any(|piece| matches!(piece, Piece::BelowHome(..)))
        && !pieces.iter().any(|piece| matches!(piece, Piece::Gap(_)))
    {
        in_double_quotes(&pieces, home, dialect, tokens);
        return;
    }
    let is_text = |piece: &Piece<'_>| matches!(piece, Piece::Text(..));
    let mut is_first = true;
    for run in pieces.chunk_by(|one, next| is_text(one) && is_text(next)) {
        match (run, &dialect.home) {
            ([Piece::BelowHome(field, path)], Home::Apart(home)) => {
                tokens.push(Token::new(TokenKind::Value(*field), *home));
                text_run(&[Piece::Text(TokenKind::Value(*field), path)], false, dialect, tokens);
            }
            ([Piece::Gap(field) | Piece::BelowHome(field, _)], _) => {
                tokens.push(Token::new(TokenKind::Placeholder(*field), field.placeholder()));
            }
            _ => text_run(run, is_first, dialect, tokens),
        }
        is_first = false;
    }
}

/// Writes a word without placeholders in double quotes, in which the shell expands the home folder and nothing else.
fn in_double_quotes(pieces: &[Piece<'_>], home: &str, dialect: &Dialect, tokens: &mut Vec<Token>) {
    tokens.push(Token::new(TokenKind::Layout, "\""));
    let mut backslashes = 0;
    for piece in pieces {
        let (kind, text) = match piece {
            Piece::Text(kind, text) => (*kind, (dialect.escape_expanding)(text)),
            Piece::BelowHome(field, path) => {
                // The folder's own separator, as the last character of its spelling.
                let separator = if home.ends_with('\\') { "\\" } else { "/" };
                let path = path.replace('/', separator);
                (TokenKind::Value(*field), [home, &(dialect.escape_expanding)(&path)].concat())
            }
            Piece::Gap(_) => continue,
        };
        backslashes = text.len() - text.trim_end_matches('\\').len();
        tokens.push(Token::new(kind, text));
    }
    close_quote(backslashes, "\"", tokens);
}

/// Closes quotes after a text that ends with so many backslashes. Windows programs treat a backslash before a double quote
/// as an escape.
fn close_quote(backslashes: usize, quote: &'static str, tokens: &mut Vec<Token>) {
    if quote == "\"" && backslashes > 0 {
        tokens.push(Token::new(TokenKind::Layout, "\\".repeat(backslashes)));
    }
    tokens.push(Token::new(TokenKind::Layout, quote));
}

/// Writes the text between two placeholders. It is quoted as one unit.
fn text_run(run: &[Piece<'_>], is_first: bool, dialect: &Dialect, tokens: &mut Vec<Token>) {
    let texts = || {
        run.iter()
            .filter_map(|piece| if let Piece::Text(kind, text) = piece { Some((*kind, *text)) } else { None })
    };
    let joined: String = texts().map(|(_, text)| text).collect();
    let quoted = !(dialect.is_bare)(&joined, is_first);
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, dialect.quote));
    }
    for (kind, text) in texts() {
        let written = if quoted { (dialect.escape)(text) } else { text.to_owned() };
        match tokens.last_mut() {
            // A setting's key and its fixed value form one token.
            Some(last) if kind == TokenKind::Fixed && last.kind == kind => {
                last.text.to_mut().push_str(&written);
            }
            _ => tokens.push(Token::new(kind, written)),
        }
    }
    if quoted {
        close_quote(joined.len() - joined.trim_end_matches('\\').len(), dialect.quote, tokens);
    }
}

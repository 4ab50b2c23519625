//! The Command Prompt of Windows.
//!
//! Only double quotes quote, and not everything: `%` and, where delayed expansion is on, `!` mean something within them
//! too, a caret may be taken off, and there is no way to write a double quote itself that every program reads alike.

use crate::shell::command::{Dialect, Refusal};

/// How the Command Prompt is written.
pub(super) const DIALECT: Dialect = Dialect {
    next_line: " ^\n  ",
    quote: "\"",
    escape: str::to_owned,
    // Nothing is written with variables for it.
    escape_expanding: str::to_owned,
    is_bare,
    quotes_options: false,
    refuses,
};

fn is_bare(text: &str, _: bool) -> bool {
    !text.is_empty()
        && text.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '/' | '\\' | '.' | '_' | '-' | '=' | ':' | '+' | '@' | ',')
        })
}

fn refuses(text: &str) -> Option<Refusal> {
    let is_special = |c: &char| matches!(c, '"' | '%' | '!' | '^' | '&' | '<' | '>' | '|') || c.is_control();
    text.chars().find(is_special).map(Refusal::Character)
}

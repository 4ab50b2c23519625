//! The syntax of the Windows Command Prompt.
//!
//! Only double quotes quote, and they do not protect every character: `%` and, with delayed expansion, `!` are special
//! within quotes, too. A caret may be removed. No escape for a double quote is understood by every program.

use crate::shell::command::{Dialect, Home, Refusal};

/// The syntax of the Command Prompt.
pub(super) const DIALECT: Dialect = Dialect {
    next_line: " ^\n  ",
    quote: "\"",
    escape: str::to_owned,
    // The wizard writes no variables for the Command Prompt.
    escape_expanding: str::to_owned,
    is_bare,
    quotes_options: false,
    home: Home::Within("%USERPROFILE%\\"),
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

//! The syntax of PowerShell.
//!
//! On Windows `az` is a batch file, so the Command Prompt parses the arguments again after PowerShell. Characters that
//! are special there have no spelling that works the same on Windows and elsewhere.

use crate::shell::command::{Dialect, Home, Refusal};

/// The syntax of PowerShell.
pub(crate) const DIALECT: Dialect = Dialect {
    next_line: " `\n  ",
    quote: "'",
    escape,
    escape_expanding,
    is_bare,
    // PowerShell may split an unquoted `--option=value` whose value contains a full stop.
    quotes_options: true,
    home: Home::Within("${HOME}/"),
    refuses,
};

/// Typographic quotes are quotes too.
/// <https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules>
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201B}') {
            escaped.push(c);
        }
        escaped.push(c);
    }
    escaped
}

fn escape_expanding(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '`' | '$' | '"' | '\u{201C}'..='\u{201E}') {
            escaped.push('`');
        }
        escaped.push(c);
    }
    escaped
}

/// A comma creates a list, `@` splats one, and a digit may start a number. An argument that starts with a quoted text
/// ends with it, so the text after a placeholder is always quoted.
fn is_bare(text: &str, is_first: bool) -> bool {
    is_first
        && text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '.'))
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '\\' | '.' | '_' | '-' | '=' | ':'))
}

/// The Command Prompt's special characters, and a backslash at the end: PowerShell passes on a text that contains a
/// space in double quotes, and some versions do not escape a backslash before the closing one.
fn refuses(text: &str) -> Option<Refusal> {
    let is_special =
        |c: &char| matches!(c, '&' | '|' | '<' | '>' | '^' | '%' | '!' | '(' | ')' | '"') || c.is_control();
    let special = text.chars().find(is_special).map(Refusal::Character);
    special.or_else(|| text.ends_with('\\').then_some(Refusal::FinalBackslash))
}

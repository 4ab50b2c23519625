//! PowerShell.
//!
//! On Windows `az` is a batch file, so that after PowerShell the Command Prompt reads the arguments once more. What means
//! something to that one cannot be written so that PowerShell means the same on Windows and elsewhere.

use crate::shell::command::{Dialect, Refusal};

/// How PowerShell is written.
pub(crate) const DIALECT: Dialect = Dialect {
    next_line: " `\n  ",
    quote: "'",
    escape,
    escape_expanding,
    is_bare,
    // An option of two hyphens with a full stop in its value is a single argument for certain only in quotes.
    quotes_options: true,
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

/// A comma makes a list, `@` spreads one, a digit may make a number, and an argument that begins in quotes ends with
/// them: so what follows a placeholder is quoted in any case.
fn is_bare(text: &str, is_first: bool) -> bool {
    is_first
        && text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '.'))
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '\\' | '.' | '_' | '-' | '=' | ':'))
}

/// The Command Prompt's own characters, and a backslash at the end: PowerShell puts double quotes around a text with a
/// blank when it hands it on, and some versions leave the backslash before the closing one.
fn refuses(text: &str) -> Option<Refusal> {
    let is_special =
        |c: &char| matches!(c, '&' | '|' | '<' | '>' | '^' | '%' | '!' | '(' | ')' | '"') || c.is_control();
    let special = text.chars().find(is_special).map(Refusal::Character);
    special.or_else(|| text.ends_with('\\').then_some(Refusal::FinalBackslash))
}

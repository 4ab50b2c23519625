//! Finds commands in other text: after a prompt or a keyword of a build file or pipeline, or in the quotes of another
//! command, of a string or of a document.

use super::super::line::{continuation, is_web_dash};
use super::super::table::COMMANDS;
use super::statement::Statement;
use super::{ENDINGS, Lexer, PROGRAMS};
use crate::model::choice::Shell;

/// Words of kubectl and oc commands that occur in a plan and are about a scenario.
const KUBERNETES: &[&[&str]] = &[
    &["create", "namespace"],
    &["create", "ns"],
    &["create", "secret", "generic"],
    &["adm", "policy", "add-scc-to-user"],
    &["adm", "policy", "remove-scc-from-user"],
];

/// Programs that print their arguments.
const PRINTING: &[&str] = &["echo", "@echo", "printf", "Write-Host", "Write-Output"];

/// How much of a line is used to distinguish a command from a sentence, in bytes.
const CONTEXT: usize = 240;

/// The largest number of plain words before a command. With more of them, the line is a sentence.
const WORDS: usize = 4;

/// A quote that contains commands.
pub(super) struct Quoted {
    /// Where the statement continues after the quote.
    pub(super) at: usize,
    /// The end of that statement.
    pub(super) statement_end: usize,
    /// The end of the text.
    pub(super) end: usize,
    /// Whether it is a double quote, in which other double quotes are escaped.
    pub(super) is_double: bool,
}

/// A command in a text.
struct Found {
    /// The start of the program's name.
    start: usize,
    /// The end of the quote that contains the command. `None` outside of quotes.
    close: Option<usize>,
}

/// The beginning of a text, with at most so many bytes.
fn first(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The end of a text, with at most so many bytes.
fn last(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

/// Whether a word may be in a sentence, and not only in a command.
fn is_plain(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ':', ';', '!', '?']);
    !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
}

/// Whether the words after an option or a command continue like a sentence.
pub(super) fn is_prose(behind: &str) -> bool {
    let ends = |end: &str| {
        let end = end.trim_end();
        end.ends_with(['.', '!', '?', ':', ','])
            && end.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
    };
    let mut plain = 0;
    for word in first(behind, CONTEXT).split_ascii_whitespace() {
        if word.contains(['<', '"', '\'', '`', '$', '{']) {
            break;
        }
        plain = if is_plain(word) { plain + 1 } else { 0 };
        // More words than an option's value and two others.
        if plain > 2 {
            return true;
        }
    }
    ends(behind)
}

impl Lexer<'_> {
    /// Moves to the first command inside a statement, between `start` and the statement's end. If there is none,
    /// returns `false` and does not move.
    pub(super) fn go_to_command(&mut self, start: usize) -> bool {
        let statement_end = self.at;
        let end = if self.code_end > start { self.code_end.min(statement_end) } else { statement_end };
        if self.quoted.is_some() {
            return false;
        }
        let Some(found) = self.command_in(start, end) else { return false };
        // The substitutions in it are recorded already.
        self.noted = self.noted.max(statement_end);
        self.is_line_start = false;
        self.at = found.start;
        if let Some(close) = found.close {
            let is_double = self.text.as_bytes().get(close) == Some(&b'"');
            self.quoted = Some(Quoted { at: close + 1, statement_end, end: self.end, is_double });
            self.end = close;
        }
        true
    }

    /// The first command between two positions.
    fn command_in(&self, start: usize, end: usize) -> Option<Found> {
        let text = self.text.get(start..end)?.trim_end();
        if text.len() < "az login -".len() {
            return None;
        }
        let program = text.split_ascii_whitespace().next().unwrap_or_default();
        if PRINTING.iter().any(|known| program.eq_ignore_ascii_case(known)) {
            return None;
        }
        let bytes = text.as_bytes();
        // The character that opened the quote, and where the quote closes.
        let mut quote: Option<(u8, usize)> = None;
        let mut never_closed: [bool; 128] = [false; 128];
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before)).copied();
            match byte {
                b'"' | b'\'' | b'`' if before != Some(b'\\') => match quote {
                    Some((_, close)) if at >= close => quote = None,
                    None if !before.is_some_and(|before| before.is_ascii_alphanumeric())
                        || is_string_prefix(bytes, at) =>
                    {
                        let is_known = never_closed.get(usize::from(byte)).copied().unwrap_or(true);
                        let close = if is_known { None } else { closing(bytes, at + 1, byte) };
                        quote = close.map(|close| (byte, close));
                        if let Some(known) = never_closed.get_mut(usize::from(byte)) {
                            *known |= close.is_none();
                        }
                    }
                    _ => {}
                },
                // A substitution is read separately.
                b'(' if self.is_substitution(before) => {
                    if let Some(close) = self.closing_of(start + at) {
                        at = at.max(close.saturating_sub(start));
                    }
                }
                b'a' | b'k' | b'o' if is_boundary(bytes, at) => {
                    let close = quote.map(|(_, close)| close);
                    let code = text.get(at..close.unwrap_or(text.len())).unwrap_or_default();
                    if let Some(behind) = self.behind_head(code, start + at)
                        && (close.is_some() || !is_sentence(text.get(..at).unwrap_or_default(), behind))
                    {
                        let open = text.get(..at).unwrap_or_default().trim_end_matches(' ');
                        let parenthesis =
                            open.strip_suffix('(').and_then(|open| self.closing_of(start + open.len()));
                        let close = close.map(|close| start + close).or(parenthesis);
                        return Some(Found { start: start + at, close });
                    }
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Whether a parenthesis after this byte, or at the start of the text, opens a substitution.
    fn is_substitution(&self, before: Option<u8>) -> bool {
        match self.shell {
            Shell::Bash => before == Some(b'$'),
            Shell::PowerShell => before.is_none_or(|before| before == b'$' || before.is_ascii_whitespace()),
            Shell::Cmd => false,
        }
    }

    /// The position at which a parenthesis closes, if it does before the end of the text.
    pub(super) fn closing_of(&self, open: usize) -> Option<usize> {
        let place = self.closings.partition_point(|(known, _)| *known < open);
        let (known, close) = self.closings.get(place)?;
        (*known == open && *close < self.end).then_some(*close)
    }

    /// The text after the program and the words of a command, if it begins with an option or an argument.
    fn behind_head<'t>(&self, code: &'t str, start: usize) -> Option<&'t str> {
        let (is_azure, behind) = head(code)?;
        let is_argument = |c: char| {
            matches!(c, '-' | '$') || is_web_dash(c) || !is_azure && (c.is_alphanumeric() || c == '<')
        };
        let goes_on = word(behind).is_some_and(|argument| {
            argument.starts_with(is_argument) || continuation(argument, self.shell) > 0
        });
        (goes_on || self.breaks_at(start + code.len() - behind.len())).then_some(behind)
    }

    /// Whether a statement is a sentence that begins with the name of a command.
    pub(super) fn is_sentence(&self, statement: &Statement<'_>) -> bool {
        let (Some(first), Some(last)) = (statement.words.first(), statement.words.last()) else {
            return false;
        };
        if first.span.end - first.span.start > CONTEXT
            || statement.words.iter().any(|word| word.text.starts_with('-'))
        {
            return false;
        }
        let code = self.text.get(first.span.start..last.span.end).unwrap_or_default();
        head(code).is_some_and(|(_, behind)| is_prose(behind))
    }

    /// Whether a line ends here and the next one begins with an option.
    fn breaks_at(&self, place: usize) -> bool {
        let line = self.text.get(place..self.end).unwrap_or_default();
        let blanks =
            line.bytes().take(CONTEXT).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        line.as_bytes().get(blanks) == Some(&b'\n') && self.next_options(place + blanks).is_some()
    }
}

/// Whether a letter before a quote marks a text of Python: `f"…"`, `r'…'`.
fn is_string_prefix(bytes: &[u8], quote: usize) -> bool {
    let byte = |back: usize| quote.checked_sub(back).and_then(|place| bytes.get(place)).copied();
    matches!(byte(1), Some(b'f' | b'F' | b'r' | b'R' | b'b' | b'u'))
        && byte(2).is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != b'_')
}

/// The position at which a quote closes.
fn closing(bytes: &[u8], from: usize, quote: u8) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        if *byte == quote && !is_escaped {
            return Some(at);
        }
        is_escaped = *byte == b'\\' && !is_escaped;
    }
    None
}

/// Whether a program's name may begin here: after whitespace, the end of a prompt, a quote or a path.
fn is_boundary(bytes: &[u8], at: usize) -> bool {
    let byte = |back: usize| at.checked_sub(back).and_then(|place| bytes.get(place)).copied();
    match byte(1) {
        None => true,
        // In make, `-` before a command ignores its failure.
        Some(b'-') => byte(2).is_none_or(|byte| byte.is_ascii_whitespace()),
        // The last letter of a terminal's escape sequence.
        Some(b'm' | b'h') => {
            let code = (2..18).map(byte).take_while(|byte| {
                byte.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b'?'))
            });
            let length = code.count();
            byte(length + 2) == Some(b'[') && byte(length + 3) == Some(0x1B)
        }
        Some(b'_' | b'.' | b'$' | b'=' | b'%') => false,
        Some(byte) => !byte.is_ascii_alphanumeric(),
    }
}

/// Whether a text begins with a command that is read: whether it is one of the Azure CLI, and the text after its
/// words.
fn head(code: &str) -> Option<(bool, &str)> {
    let program = PROGRAMS.iter().find(|program| code.starts_with(**program))?;
    let rest = code.get(program.len()..)?;
    let rest = word(ENDINGS.iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest))?;
    let is_azure = *program == "az";
    let behind = if is_azure {
        COMMANDS.iter().find_map(|row| words(rest, row.head))
    } else {
        KUBERNETES.iter().find_map(|head| words(rest, head))
    };
    Some((is_azure, behind?))
}

/// The text after at least one space or tab.
fn word(text: &str) -> Option<&str> {
    let behind = text.trim_start_matches([' ', '\t']);
    (behind.len() < text.len()).then_some(behind)
}

/// The text after these words.
fn words<'t>(text: &'t str, head: &[&str]) -> Option<&'t str> {
    let mut rest = text;
    for (index, known) in head.iter().enumerate() {
        if index > 0 {
            rest = word(rest)?;
        }
        rest = rest.strip_prefix(known)?;
    }
    rest.starts_with([' ', '\t', '\r', '\n']).then_some(rest).or_else(|| rest.is_empty().then_some(rest))
}

/// Whether a command outside of quotes is part of a sentence.
fn is_sentence(before: &str, behind: &str) -> bool {
    let before = last(before, CONTEXT);
    before.len() == CONTEXT
        || before.split_ascii_whitespace().filter(|word| is_plain(word)).count() > WORDS
        || is_prose(behind)
}

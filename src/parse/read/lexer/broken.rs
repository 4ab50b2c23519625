//! Lines of a command that were broken by a mail, an empty line or the continuation of another shell.

use super::Lexer;
use super::found::is_prose;
use super::statement::Statement;
use crate::model::choice::Shell;

/// How far ahead the continuing line may begin, and how much of it is checked, in bytes.
const AHEAD: usize = 240;

/// The continuation characters of the three shells.
const MARKS: [char; 3] = ['\\', '`', '^'];

impl Lexer<'_> {
    /// Continues with the next line if it contains only options of the command. Records the missing continuation.
    pub(super) fn goes_on(&mut self, statement: &mut Statement<'_>) -> bool {
        let Some((line_end, next)) = self.next_options(self.at) else { return false };
        let Some(last) = statement.words.last().filter(|_| statement.words.len() > 1) else { return false };
        let between = self.text.get(last.span.end..line_end).unwrap_or_default();
        if !between.trim_matches([' ', '\t', '\r', '\n']).trim_matches(MARKS).trim_end().is_empty() {
            return false;
        }
        self.at = next;
        if self.is_folded {
            return true;
        }
        let mark = match self.shell {
            Shell::Bash => " \\",
            Shell::PowerShell => " `",
            Shell::Cmd => " ^",
        };
        statement.broken.get_or_insert(last.span.clone());
        statement.continuations.push((last.span.end..line_end, mark));
        true
    }

    /// The last line end before a line that begins with an option, and the start of that line.
    pub(super) fn next_options(&self, at: usize) -> Option<(usize, usize)> {
        let rest = self.text.get(at..self.end)?;
        let marked = rest.strip_prefix(MARKS).unwrap_or(rest);
        let blanks = marked.bytes().take(AHEAD).take_while(u8::is_ascii_whitespace).count();
        let (before, line) = marked.split_at_checked(blanks)?;
        let next = at + rest.len() - line.len();
        let line_end = at + rest.len() - marked.len() + before.rfind('\n')?;
        let is_windows = self.text.get(..line_end)?.ends_with('\r');
        begins_with_option(line).then_some((line_end - usize::from(is_windows), next))
    }

    /// Whether a line of a folded YAML text begins here.
    pub(super) fn folds(&self) -> bool {
        let mut start = self.at.saturating_sub(AHEAD);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let before = self.text.get(start..self.at).unwrap_or_default().trim_end();
        [": >", ": >-", ": >+"].iter().any(|mark| before.ends_with(mark))
            || self.is_folded && ["&&", "||", "|"].iter().any(|sign| before.ends_with(sign))
    }
}

/// Whether a line begins with an option and continues like a command.
fn begins_with_option(line: &str) -> bool {
    if !line.starts_with('-') {
        return false;
    }
    let line = line.split('\n').next().unwrap_or_default();
    let length = line.bytes().take(AHEAD).position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'='));
    let (name, behind) = line.split_at_checked(length.unwrap_or(line.len())).unwrap_or_default();
    let is_name = match name.strip_prefix("--") {
        Some(long) => {
            long.starts_with(|c: char| c.is_ascii_lowercase())
                && long.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        }
        None => matches!(name.as_bytes(), [b'-', letter] if letter.is_ascii_alphabetic()),
    };
    is_name && !is_prose(behind)
}

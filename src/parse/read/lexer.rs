//! Splits pasted text into statements of words, by the rules of one of the three shells. Prompts, comments and
//! continuations are left out. Variables are filled in if the text itself assigns them. Unicode spaces and typographic
//! quotes are read as plain ones, and reported.
//!
//! Each function looks ahead over a bounded text, or over a text that it then consumes. The time is therefore linear
//! in the length of any text.

mod broken;
mod found;
mod piece;
mod powershell;
mod shown;
mod statement;
mod variable;

use super::finding::Span;
use super::line::{closings, continuation, escape_length, is_web_blank, skip_prompt, vanishes};
use super::word::Builder;
use crate::model::choice::Shell;
use found::Quoted;
use powershell::attributes;
pub(super) use statement::Statement;
use variable::Assigned;

/// Programs whose commands are read.
const PROGRAMS: &[&str] = &["az", "kubectl", "oc"];

/// Suffixes that a program's name may have.
const ENDINGS: &[&str] = &[".cmd", ".exe", ".bat"];

/// Words that may precede a program.
const BEFORE: &[&str] = &["sudo", "call", "time", "exec", "if", "then", "do", "else", "!", "&", "command"];

/// Words that begin an assignment of variables.
const ASSIGNING: &[&str] = &["export", "local", "readonly", "declare", "typeset", "set", "$env", "env"];

/// The largest number of variables, which is more than a run-book has. Each use of a variable searches all of them.
const VARIABLES: usize = 100;

/// What a pipeline's log writes before a command. It is not a comment.
const LOGGED: &str = "##[command]";

/// The longest value of a variable that is filled in, in bytes.
const VALUE: usize = 4096;

/// The longest placeholder, in bytes.
const PLACEHOLDER: usize = 120;

/// The longest name of a variable, in bytes.
const NAME: usize = 64;

/// The program that a word names: `az`, also as `az.cmd` and `/usr/bin/az`.
fn program(word: &str) -> Option<&'static str> {
    // The last letters of `az`, `oc`, `kubectl`, `.cmd`, `.exe`, `.bat`.
    if !matches!(
        word.as_bytes().last().map(u8::to_ascii_lowercase),
        Some(b'z' | b'c' | b'l' | b'd' | b'e' | b't')
    ) {
        return None;
    }
    let name = word.rsplit(['/', '\\']).next().unwrap_or(word);
    let name = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    PROGRAMS.iter().copied().find(|known| name.eq_ignore_ascii_case(known))
}

/// The name and the value in `NAME=value`.
pub(super) fn assigned_name(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once('=')?;
    (is_name(name)).then_some((name, value))
}

fn is_assigning(word: &str) -> bool {
    ASSIGNING.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_name(name: &str) -> bool {
    name.len() <= NAME
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name.bytes().next().is_some_and(|byte| !byte.is_ascii_digit())
}

/// The name in `$name = value`, and the number of bytes before the value.
pub(super) fn powershell_assignment(line: &str) -> Option<(&str, usize)> {
    let rest = line.strip_prefix('$')?;
    let end = rest
        .bytes()
        .take(NAME)
        .position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b':'))?;
    let (name, rest) = rest.split_at_checked(end)?;
    let name = name.rsplit(':').next().unwrap_or(name);
    let value =
        rest.trim_start_matches([' ', '\t']).strip_prefix('=').filter(|rest| !rest.starts_with('='))?;
    is_name(name).then_some((name, line.len() - value.len()))
}

/// The number of bytes at the beginning of a text that have no special meaning in any shell, at any place in a word.
fn plain_length(text: &str) -> usize {
    let is_plain = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b'=' | b':' | b',')
    };
    text.as_bytes().iter().take_while(|byte| is_plain(byte)).count()
}

/// What happens to the words of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Only words that may precede a program so far.
    Open,
    /// The words are kept: the statement calls a known program, or the caller wants them.
    Keep,
    /// The words are dropped: the statement calls another program.
    Drop,
}

/// The position and state to return to after a substitution.
struct Outer {
    at: usize,
    end: usize,
    quoted: Option<Quoted>,
    is_line_start: bool,
}

/// Splits a text into statements.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a str,
    pub(super) shell: Shell,
    at: usize,
    end: usize,
    /// Where the text continues after the commands in a `$(…)`.
    outer: Option<Outer>,
    /// The quote that contains the commands that are being read.
    quoted: Option<Quoted>,
    /// The end of the text whose substitutions are already recorded.
    noted: usize,
    /// Whether the lines are a folded text of YAML, in which a line end is a space.
    is_folded: bool,
    /// The ranges inside `$(…)` that are read next.
    inner: Vec<Span>,
    closings: Vec<(usize, usize)>,
    /// The variables that the text assigns.
    variables: Vec<(String, Assigned)>,
    /// The number of bytes that variables may still add. It bounds values that are made of other values.
    budget: usize,
    is_line_start: bool,
    /// Where the line of each document begins, and the document's range.
    documents: Vec<(usize, Span)>,
    /// The index of the first document that was not reached yet.
    next_document: usize,
    /// Where the last text over several lines of PowerShell ends, with single and double quotes, once it was sought.
    here_ends: Option<[Option<usize>; 2]>,
    /// Whether the words of a substitution are read to find out what its command prints.
    is_inside: bool,
    /// The end of the list of parameters that is being read, in PowerShell.
    parameters_end: usize,
    /// The end of the last piece of a word.
    word_end: usize,
    /// The start of the comment that was skipped last.
    code_end: usize,
}

/// Adds where the line of each range begins, to ranges in the order of the text.
fn with_lines(text: &str, spans: Vec<Span>) -> Vec<(usize, Span)> {
    let (mut line, mut read) = (0, 0);
    let with_line = |span: Span| {
        let before = text.get(read..span.start).unwrap_or_default();
        line = before.rfind('\n').map_or(line, |length| read + length + 1);
        read = span.start;
        (line, span)
    };
    spans.into_iter().map(with_line).collect()
}

impl<'a> Lexer<'a> {
    /// A lexer that stops at documents, given by their ranges in the order of the text.
    pub(super) fn new(text: &'a str, shell: Shell, documents: Vec<Span>) -> Self {
        Self {
            text,
            shell,
            // The byte order mark that some editors write.
            at: if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 },
            end: text.len(),
            outer: None,
            quoted: None,
            noted: 0,
            is_folded: false,
            inner: Vec::new(),
            closings: closings(text),
            variables: Vec::new(),
            budget: text.len() + 16 * VALUE,
            is_line_start: true,
            is_inside: false,
            documents: with_lines(text, documents),
            next_document: 0,
            here_ends: None,
            parameters_end: 0,
            word_end: 0,
            code_end: 0,
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    /// Reads the next statement with words or an assignment. Returns `false` at the end of the text.
    pub(super) fn next_statement(&mut self, statement: &mut Statement<'a>) -> bool {
        while self.at < self.end || self.next_region() {
            if self.statement(statement) {
                return true;
            }
        }
        false
    }

    /// Continues with the commands inside a `$(…)`, or after it.
    fn next_region(&mut self) -> bool {
        if let Some(quoted) = self.quoted.take_if(|_| self.at >= self.end) {
            (self.at, self.end) = (quoted.statement_end, quoted.end);
            self.go_to_command(quoted.at);
        } else if let Some(span) = self.inner.pop() {
            let (at, end, is_line_start) = (self.at, self.end, self.is_line_start);
            let quoted = self.quoted.take();
            self.outer.get_or_insert(Outer { at, end, quoted, is_line_start });
            (self.at, self.end, self.is_line_start) = (span.start, span.end, false);
        } else if let Some(outer) = self.outer.take() {
            (self.at, self.end, self.is_line_start) = (outer.at, outer.end, outer.is_line_start);
            self.quoted = outer.quoted;
        }
        self.at < self.end || !self.inner.is_empty() || self.outer.is_some() || self.quoted.is_some()
    }

    /// Reads a statement. Returns whether it has words or an assignment.
    fn statement(&mut self, statement: &mut Statement<'a>) -> bool {
        // Substitutions in the previous statement are read before the text continues.
        if self.outer.is_none() && !self.inner.is_empty() {
            self.next_region();
        }
        if self.is_line_start && self.outer.is_none() && self.stands_at_document(statement) {
            return true;
        }
        // A blank line holds nothing, and a look back from each one would make a text of blank lines slow.
        let line = self.rest().trim_start_matches([' ', '\t', '\r']);
        if line.starts_with('\n') {
            self.at += self.rest().len() - line.len();
            self.separator();
            return false;
        }
        if self.is_line_start {
            self.is_folded = self.folds();
            self.at += skip_prompt(self.rest());
            self.is_line_start = false;
        }
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r']).len();
        if self.block_comment() {
            return false;
        }
        if self.is_comment() {
            self.skip_line();
            return false;
        }
        let start = self.at;
        statement.begin(start);
        if self.array(statement) || self.make_variable(statement) || self.parameters() {
            statement.span.end = self.at.max(start);
            statement.assigns = true;
            self.separator();
            return true;
        }
        let line = self.rest().get(..self.rest().len().min(2 * NAME)).unwrap_or_else(|| self.rest());
        let attributes = if self.at < self.parameters_end { attributes(line) } else { 0 };
        let line = line.get(attributes..).unwrap_or_default();
        let variable = powershell_assignment(line).map(|(name, before)| {
            self.at += attributes + before;
            name.to_owned()
        });
        if self.powershell_array(variable.as_deref()) {
            statement.span.end = self.at.max(start);
            statement.assigns = true;
            self.separator();
            return true;
        }
        self.words(statement, variable.is_some());
        statement.span.end = self.at.max(start);
        self.separator();
        self.assign(statement, variable);
        if self.is_sentence(statement) {
            statement.words.clear();
        }
        // The names of parameters without a default.
        statement.assigns |= statement.words.is_empty() && start < self.parameters_end;
        let (behind, is_line_start) = (self.at, self.is_line_start);
        if statement.words.is_empty() && !statement.assigns && self.go_to_command(start) {
            // Text that was read already is not read again. Otherwise, reading would never end.
            if self.at > start || self.quoted.is_some() {
                return false;
            }
            (self.at, self.is_line_start) = (behind, is_line_start);
        }
        let pasted = self.text.get(statement.span.clone()).unwrap_or_default().trim_end();
        statement.span.end = start + pasted.len();
        !pasted.is_empty()
    }

    /// Moves behind a document that begins on this line.
    fn stands_at_document(&mut self, statement: &mut Statement<'a>) -> bool {
        while let Some((line, span)) = self.documents.get(self.next_document) {
            if span.end <= self.at {
                // It is inside something that was read already.
                self.next_document += 1;
                continue;
            }
            if self.at < *line {
                return false;
            }
            statement.begin(span.start);
            statement.span = span.clone();
            statement.document = Some(self.next_document);
            self.at = span.end;
            self.skip_line();
            self.next_document += 1;
            return true;
        }
        false
    }

    fn is_comment(&self) -> bool {
        let rest = self.rest();
        let word = rest.strip_prefix('@').unwrap_or(rest);
        let is_rem = word.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("rem"));
        is_rem
            && word.get(3..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
            || rest.starts_with("::")
            || rest.starts_with("```")
            // The first line of a notebook cell names its language.
            || rest.starts_with("%%")
            || self.shell != Shell::Cmd && rest.starts_with('#') && !rest.starts_with(LOGGED)
    }

    /// Skips a block comment of PowerShell.
    fn block_comment(&mut self) -> bool {
        let is_one = self.shell == Shell::PowerShell && self.rest().starts_with("<#");
        if is_one {
            let rest = self.rest();
            self.at += rest.find("#>").map_or(rest.len(), |end| end + 2);
        }
        is_one
    }

    /// Skips a separator of statements.
    fn separator(&mut self) {
        let rest = self.rest();
        if rest.starts_with('\n') {
            self.at += 1;
            self.is_line_start = true;
        } else {
            // The source of a web page contains `&amp;` for `&`.
            let mut behind = rest.trim_start_matches([';', '|', '&']);
            while let Some(more) = behind.strip_prefix("amp;").filter(|_| behind.len() < rest.len()) {
                behind = more.trim_start_matches([';', '|', '&']);
            }
            self.at += rest.len() - behind.len();
        }
    }

    /// Reads words up to the end of the statement.
    fn words(&mut self, statement: &mut Statement<'a>, keeps: bool) {
        let mut head = if keeps { Head::Keep } else { Head::Open };
        let mut word: Option<Builder<'a>> = None;
        while let Some(c) = self.peek() {
            let plain = plain_length(self.rest());
            if plain > 0 {
                let builder = word.get_or_insert_with(|| Builder::new(self.text, self.at));
                builder.verbatim(self.at, self.at + plain, false);
                self.at += plain;
                self.word_end = self.at;
                continue;
            }
            let after = continuation(self.rest(), self.shell);
            if after > 0 {
                self.at += after;
                continue;
            }
            if c == '\n' || word.is_none() && matches!(c, '\\' | '`' | '^') {
                self.keep(word.take(), statement, &mut head);
                if head == Head::Keep && self.goes_on(statement) {
                    continue;
                }
                if c == '\n' {
                    break;
                }
            }
            if matches!(c, ' ' | '\t' | '\r') || is_web_blank(c) {
                self.keep(word.take(), statement, &mut head);
                self.blank(c, statement);
                continue;
            }
            let escape = escape_length(self.rest());
            if escape > 0 {
                self.at += escape;
                continue;
            }
            if vanishes(c) {
                statement.web_blanks.push((self.at..self.at + c.len_utf8(), ""));
                self.at += c.len_utf8();
                continue;
            }
            match c {
                ';' if self.shell != Shell::Cmd => break,
                '&' if self.rest().starts_with("&nbsp;") => {
                    self.keep(word.take(), statement, &mut head);
                    statement.web_blanks.push((self.at..self.at + "&nbsp;".len(), " "));
                    self.at += "&nbsp;".len();
                }
                '&' if self.placeholder(self.end).is_none() => break,
                '|' => break,
                '#' if word.is_none() && self.shell != Shell::Cmd && !self.rest().starts_with(LOGGED) => {
                    self.code_end = self.at;
                    self.skip_line();
                    break;
                }
                '<' if self.block_comment() => {}
                '>' => {
                    self.keep(word.take().filter(|word| !word.is_number()), statement, &mut head);
                    self.redirection();
                }
                '<' if self.placeholder(self.end).is_none() => {
                    self.keep(word.take(), statement, &mut head);
                    self.redirection();
                }
                _ => {
                    let builder = word.get_or_insert_with(|| Builder::new(self.text, self.at));
                    let finished = self.piece(builder, c, statement);
                    self.word_end = self.at;
                    for word in finished {
                        self.keep(Some(word), statement, &mut head);
                    }
                }
            }
        }
        self.keep(word.take(), statement, &mut head);
    }

    /// Adds a finished word to the statement, if the statement is one that is read.
    fn keep(&self, word: Option<Builder<'a>>, statement: &mut Statement<'a>, head: &mut Head) {
        let Some(mut word) = word.map(|word| word.finish(self.word_end)) else { return };
        if *head == Head::Keep && word.text.len() > 1 && word.text.starts_with('@') {
            word.becomes_gap();
        }
        if *head == Head::Open {
            let text = &*word.text;
            let is_before = BEFORE.contains(&text) || assigned_name(text).is_some() || is_assigning(text);
            if text.eq_ignore_ascii_case("set") && self.shell == Shell::Cmd {
                *head = Head::Keep;
            } else if !is_before {
                *head = if program(text).is_some() { Head::Keep } else { Head::Drop };
            }
        }
        if *head == Head::Drop {
            statement.words.clear();
        } else {
            statement.words.push(word);
        }
    }

    fn blank(&mut self, c: char, statement: &mut Statement<'_>) {
        let start = self.at;
        self.at += c.len_utf8();
        if is_web_blank(c) {
            statement.web_blanks.push((start..self.at, " "));
        }
    }

    /// Skips a redirection with its target.
    fn redirection(&mut self) {
        let rest = self.rest();
        let target = rest.trim_start_matches(['>', '<', '&']).trim_start_matches([' ', '\t']);
        let length = target.find([' ', '\t', '\r', '\n', ';', '|']).unwrap_or(target.len());
        // Skips at least the sign itself.
        self.at += (rest.len() - target.len() + length).max(1);
    }
}

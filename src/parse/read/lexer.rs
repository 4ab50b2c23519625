//! Pasted text into statements of words, as one of the three shells would take it apart. Prompts, comments and
//! continuations are left out, variables that the text itself gives a value are filled in. What a web page or a word
//! processor made of blanks and quotes is read as it was meant, and told.
//!
//! Each function looks ahead over a bounded text, or over one that is then taken as a whole, so that the time is linear
//! in the length of the text whatever is in it.

mod broken;
mod found;
mod piece;
mod statement;

use super::finding::Span;
use super::line::{closings, continuation, escape_length, is_web_blank, skip_prompt, vanishes};
use super::word::Builder;
use crate::model::choice::Shell;
use found::Quoted;
pub(super) use statement::Statement;

/// Programs whose commands are read.
const PROGRAMS: &[&str] = &["az", "kubectl", "oc"];

/// What may stand behind its name.
const ENDINGS: &[&str] = &[".cmd", ".exe", ".bat"];

/// Words that may stand before a program.
const BEFORE: &[&str] = &["sudo", "call", "time", "exec", "if", "then", "do", "else", "!", "&", "command"];

/// Words that give variables a value.
const ASSIGNING: &[&str] = &["export", "local", "readonly", "declare", "typeset", "set", "$env", "env"];

/// More variables than a run-book has. Each use looks through them.
const VARIABLES: usize = 100;

/// What a pipeline's log has before a command, which is no comment.
const LOGGED: &str = "##[command]";

/// The longest value of a variable that is filled in.
const VALUE: usize = 4096;

/// The longest placeholder, in bytes.
const PLACEHOLDER: usize = 120;

/// The longest name of a variable.
const NAME: usize = 64;

/// The program that a word names: `az`, also `az.cmd` and `/usr/bin/az`.
fn program(word: &str) -> Option<&'static str> {
    // `az`, `oc`, `kubectl`, `.cmd`, `.exe`, `.bat`.
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

/// The name in `NAME=value`.
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

/// The name in `$name = value`, and how many bytes stand before the value.
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

/// How many bytes begin a text that mean themselves in every shell, wherever they stand in a word.
fn plain_length(text: &str) -> usize {
    let is_plain = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b'=' | b':' | b',')
    };
    text.as_bytes().iter().take_while(|byte| is_plain(byte)).count()
}

/// What is to be done with the words of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// So far, nothing but what may stand before a program.
    Open,
    /// It calls a program that is known here, or is told to keep its words.
    Keep,
    /// It calls something else.
    Drop,
}

/// Where a text goes on that was left for what stands inside it.
struct Outer {
    at: usize,
    end: usize,
    quoted: Option<Quoted>,
    is_line_start: bool,
}

/// Takes a text apart.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a str,
    pub(super) shell: Shell,
    at: usize,
    end: usize,
    /// Where the text goes on once the commands inside a `$(…)` are read.
    outer: Option<Outer>,
    /// What the commands that are being read were found in.
    quoted: Option<Quoted>,
    /// Where the text ends whose substitutions are noted.
    noted: usize,
    /// Whether the lines are those of a folded text of YAML, which are one.
    is_folded: bool,
    /// What stands inside `$(…)`, to be read next.
    inner: Vec<Span>,
    closings: Vec<(usize, usize)>,
    /// Names and values; no value where it is not known.
    variables: Vec<(String, Option<String>)>,
    /// How much text variables may still add, so that values made of values stay bounded.
    budget: usize,
    is_line_start: bool,
    /// Where the last piece of a word ends.
    word_end: usize,
    /// Where the comment begins that was skipped last.
    code_end: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, shell: Shell) -> Self {
        Self {
            text,
            shell,
            // The mark that some editors put before a text.
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

    /// Reads the next statement that says something, if there is one.
    pub(super) fn next_statement(&mut self, statement: &mut Statement<'a>) -> bool {
        while self.at < self.end || self.next_region() {
            if self.statement(statement) {
                return true;
            }
        }
        false
    }

    /// Goes on with what stands inside a `$(…)`, or behind it again.
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

    /// Reads a statement. Whether it says something.
    fn statement(&mut self, statement: &mut Statement<'a>) -> bool {
        // What another command prints is read before the text goes on.
        if self.outer.is_none() && !self.inner.is_empty() {
            self.next_region();
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
        let line = self.rest().get(..self.rest().len().min(2 * NAME)).unwrap_or_else(|| self.rest());
        let variable = powershell_assignment(line).map(|(name, before)| {
            self.at += before;
            name.to_owned()
        });
        self.words(statement, variable.is_some());
        statement.span.end = self.at.max(start);
        self.separator();
        self.assign(statement, variable);
        if self.is_sentence(statement) {
            statement.words.clear();
        }
        let (behind, is_line_start) = (self.at, self.is_line_start);
        if statement.words.is_empty() && !statement.assigns && self.go_to_command(start) {
            // What was read from here already is not read again, or reading would never end.
            if self.at > start || self.quoted.is_some() {
                return false;
            }
            (self.at, self.is_line_start) = (behind, is_line_start);
        }
        let pasted = self.text.get(statement.span.clone()).unwrap_or_default().trim_end();
        statement.span.end = start + pasted.len();
        !pasted.is_empty()
    }

    fn is_comment(&self) -> bool {
        let rest = self.rest();
        let word = rest.strip_prefix('@').unwrap_or(rest);
        let is_rem = word.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("rem"));
        is_rem
            && word.get(3..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
            || rest.starts_with("::")
            || rest.starts_with("```")
            || self.shell != Shell::Cmd && rest.starts_with('#') && !rest.starts_with(LOGGED)
    }

    /// Takes a comment of PowerShell that may have several lines.
    fn block_comment(&mut self) -> bool {
        let is_one = self.shell == Shell::PowerShell && self.rest().starts_with("<#");
        if is_one {
            let rest = self.rest();
            self.at += rest.find("#>").map_or(rest.len(), |end| end + 2);
        }
        is_one
    }

    /// Takes what ends a statement.
    fn separator(&mut self) {
        let rest = self.rest();
        if rest.starts_with('\n') {
            self.at += 1;
            self.is_line_start = true;
        } else {
            // `&amp;` is what a web page's source has for `&`.
            let mut behind = rest.trim_start_matches([';', '|', '&']);
            while let Some(more) = behind.strip_prefix("amp;").filter(|_| behind.len() < rest.len()) {
                behind = more.trim_start_matches([';', '|', '&']);
            }
            self.at += rest.len() - behind.len();
        }
    }

    /// Gives variables their values, and leaves the words behind.
    fn assign(&mut self, statement: &mut Statement<'a>, variable: Option<String>) {
        if let Some(name) = variable {
            let is_call = statement.words.first().is_some_and(|word| program(&word.text).is_some());
            let value = match statement.words.as_slice() {
                [only] if only.gaps.is_empty() && !is_call => Some(only.text.to_string()),
                _ => None,
            };
            self.set(&name, value);
            statement.assigns = !is_call;
            if !is_call {
                statement.words.clear();
            }
            return;
        }
        let mut count = 0;
        let mut assigns = false;
        for word in &statement.words {
            if let Some((name, value)) = assigned_name(&word.text) {
                let is_known = word.gaps.is_empty();
                let mut value = value.to_owned();
                if assigns && self.shell == Shell::Cmd {
                    // The rest of the line belongs to the value.
                    for more in statement.words.iter().skip(count + 1) {
                        if value.len() <= VALUE {
                            value = [&value, " ", &more.text].concat();
                        }
                    }
                    count = statement.words.len() - 1;
                }
                let name = name.to_owned();
                self.set(&name, is_known.then_some(value));
                statement.assigns = true;
            } else if is_assigning(&word.text) {
                assigns = true;
            } else if !BEFORE.contains(&&*word.text) {
                break;
            }
            count += 1;
            if count >= statement.words.len() {
                break;
            }
        }
        statement.words.drain(..count.min(statement.words.len()));
        statement.assigns = statement.assigns && statement.words.is_empty();
    }

    fn set(&mut self, name: &str, value: Option<String>) {
        let value = value.filter(|value| value.len() <= VALUE);
        if let Some((_, known)) = self.variables.iter_mut().find(|(known, _)| known == name) {
            *known = value;
        } else if self.variables.len() < VARIABLES {
            self.variables.push((name.to_owned(), value));
        }
    }

    fn value(&mut self, name: &str) -> Option<String> {
        let ignores_case = self.shell != Shell::Bash;
        let is_it = |known: &str| known == name || ignores_case && known.eq_ignore_ascii_case(name);
        let (_, value) = self.variables.iter().find(|(known, _)| is_it(known))?;
        let value = value.as_ref().filter(|value| value.len() <= self.budget)?;
        self.budget -= value.len();
        Some(value.clone())
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

    /// Puts a finished word to the others, where the statement is one that is read.
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

    /// Takes a redirection with its target.
    fn redirection(&mut self) {
        let rest = self.rest();
        let target = rest.trim_start_matches(['>', '<', '&']).trim_start_matches([' ', '\t']);
        let length = target.find([' ', '\t', '\r', '\n', ';', '|']).unwrap_or(target.len());
        // At least the sign itself.
        self.at += (rest.len() - target.len() + length).max(1);
    }
}

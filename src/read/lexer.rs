//! Pasted text into statements of words, as one of the three shells would take it apart. Prompts, comments and
//! continuations are left out, variables that the text itself gives a value are filled in. What a web page or a word
//! processor made of blanks and quotes is read as it was meant, and told.
//!
//! Each function looks ahead over a bounded text, or over one that is then taken as a whole, so that the time is linear
//! in the length of the text whatever is in it.

use super::Span;
use super::line::{closings, continuation, is_web_blank, skip_prompt, vanishes};
use super::word::{Builder, GapKind, Word};
use crate::choice::Shell;

/// One statement.
pub(super) struct Statement<'a> {
    /// Its words from the program on; none where it does not call one that is known here.
    pub(super) words: Vec<Word<'a>>,
    /// Where it stands.
    pub(super) span: Span,
    /// Whether it only gave variables a value.
    pub(super) assigns: bool,
    /// Blanks of a web page, each with what belongs in its place.
    pub(super) web_blanks: Vec<(Span, &'static str)>,
    /// Curly quotes, each with what belongs in its place.
    pub(super) curly_quotes: Vec<(Span, &'static str)>,
    /// Quotes that are never closed.
    pub(super) unbalanced: Vec<Span>,
}

/// Programs whose commands are read.
const PROGRAMS: &[&str] = &["az", "kubectl", "oc"];

/// Words that may stand before a program.
const BEFORE: &[&str] = &["sudo", "call", "time", "exec", "if", "then", "do", "else", "!", "&", "command"];

/// Words that give variables a value.
const ASSIGNING: &[&str] = &["export", "local", "readonly", "declare", "typeset", "set", "$env", "env"];

/// More variables than a run-book has. Each use looks through them.
const VARIABLES: usize = 100;

/// The longest value of a variable that is filled in.
const VALUE: usize = 4096;

/// The longest placeholder, in bytes.
const PLACEHOLDER: usize = 120;

/// The longest name of a variable.
const NAME: usize = 64;

/// The program that a word names: `az`, also `az.cmd` and `/usr/bin/az`.
fn program(word: &str) -> Option<&'static str> {
    let name = word.rsplit(['/', '\\']).next().unwrap_or(word);
    let name = name.strip_suffix(".cmd").or_else(|| name.strip_suffix(".exe")).unwrap_or(name);
    PROGRAMS.iter().copied().find(|known| name.eq_ignore_ascii_case(known))
}

/// The name in `NAME=value`.
pub(super) fn assigned_name(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once('=')?;
    (is_name(name)).then_some((name, value))
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

/// Takes a text apart.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a str,
    pub(super) shell: Shell,
    at: usize,
    end: usize,
    /// Where the text goes on once the commands inside a `$(…)` are read.
    outer: Option<(usize, usize, bool)>,
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
            inner: Vec::new(),
            closings: closings(text),
            variables: Vec::new(),
            budget: text.len() + 16 * VALUE,
            is_line_start: true,
            word_end: 0,
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

    /// The next statement that says something.
    pub(super) fn next_statement(&mut self) -> Option<Statement<'a>> {
        loop {
            if self.at >= self.end && !self.next_region() {
                return None;
            }
            if let Some(statement) = self.statement() {
                return Some(statement);
            }
        }
    }

    /// Goes on with what stands inside a `$(…)`, or behind it again.
    fn next_region(&mut self) -> bool {
        if let Some(span) = self.inner.pop() {
            self.outer.get_or_insert((self.at, self.end, self.is_line_start));
            (self.at, self.end, self.is_line_start) = (span.start, span.end, false);
        } else if let Some(outer) = self.outer.take() {
            (self.at, self.end, self.is_line_start) = outer;
        }
        self.at < self.end || !self.inner.is_empty() || self.outer.is_some()
    }

    fn statement(&mut self) -> Option<Statement<'a>> {
        // What another command prints is read before the text goes on.
        if self.outer.is_none() && !self.inner.is_empty() {
            self.next_region();
        }
        if self.is_line_start {
            self.at += skip_prompt(self.rest());
            self.is_line_start = false;
        }
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r']).len();
        if self.is_comment() {
            self.skip_line();
            return None;
        }
        let start = self.at;
        let mut statement = Statement {
            words: Vec::new(),
            span: start..start,
            assigns: false,
            web_blanks: Vec::new(),
            curly_quotes: Vec::new(),
            unbalanced: Vec::new(),
        };
        let line = self.rest().get(..self.rest().len().min(2 * NAME)).unwrap_or_else(|| self.rest());
        let variable = powershell_assignment(line).map(|(name, before)| {
            self.at += before;
            name.to_owned()
        });
        self.words(&mut statement, variable.is_some());
        statement.span.end = self.at.max(start);
        self.separator();
        self.assign(&mut statement, variable);
        let pasted = self.text.get(statement.span.clone()).unwrap_or_default().trim_end();
        statement.span.end = start + pasted.len();
        (!pasted.is_empty()).then_some(statement)
    }

    fn is_comment(&self) -> bool {
        let rest = self.rest();
        let word = rest.strip_prefix('@').unwrap_or(rest);
        let is_rem = word.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("rem"));
        is_rem
            && word.get(3..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
            || rest.starts_with("::")
            || rest.starts_with("```")
            || self.shell != Shell::Cmd && rest.starts_with('#')
    }

    /// Takes what ends a statement.
    fn separator(&mut self) {
        let rest = self.rest();
        if rest.starts_with('\n') {
            self.at += 1;
            self.is_line_start = true;
        } else {
            self.at += rest.len() - rest.trim_start_matches([';', '|', '&']).len();
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
        let mut is_assigning = false;
        for word in &statement.words {
            if let Some((name, value)) = assigned_name(&word.text) {
                let is_known = word.gaps.is_empty();
                let mut value = value.to_owned();
                if is_assigning && self.shell == Shell::Cmd {
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
            } else if ASSIGNING.contains(&word.text.to_ascii_lowercase().as_str()) {
                is_assigning = true;
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
            if c == '\n' {
                break;
            }
            if matches!(c, ' ' | '\t' | '\r') || is_web_blank(c) {
                self.keep(word.take(), statement, &mut head);
                self.blank(c, statement);
                continue;
            }
            if vanishes(c) {
                statement.web_blanks.push((self.at..self.at + c.len_utf8(), ""));
                self.at += c.len_utf8();
                continue;
            }
            match c {
                ';' if self.shell != Shell::Cmd => break,
                '|' | '&' => break,
                '#' if word.is_none() && self.shell != Shell::Cmd => {
                    self.skip_line();
                    break;
                }
                '>' => {
                    self.keep(word.take().filter(|word| !word.is_number()), statement, &mut head);
                    self.redirection();
                }
                '<' if self.placeholder(self.end).is_none() => {
                    self.keep(word.take(), statement, &mut head);
                    self.redirection();
                }
                _ => {
                    let mut builder = word.take().unwrap_or_else(|| Builder::new(self.text, self.at));
                    let whole = self.piece(&mut builder, c, statement);
                    self.word_end = self.at;
                    for whole in whole {
                        self.keep(Some(whole), statement, &mut head);
                    }
                    word = Some(builder);
                }
            }
        }
        self.keep(word.take(), statement, &mut head);
    }

    /// Puts a finished word to the others, where the statement is one that is read.
    fn keep(&self, word: Option<Builder<'a>>, statement: &mut Statement<'a>, head: &mut Head) {
        let Some(word) = word.map(|word| word.finish(self.word_end)) else { return };
        if *head == Head::Open {
            let text = &*word.text;
            let is_before = BEFORE.contains(&text)
                || assigned_name(text).is_some()
                || ASSIGNING.contains(&text.to_ascii_lowercase().as_str());
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

    /// Where the placeholder ends that begins here: `<` with a text in it that is no file's and no command's.
    fn placeholder(&self, end: usize) -> Option<usize> {
        let rest = self.text.get(self.at..end)?.strip_prefix('<')?;
        let length = rest.bytes().take(PLACEHOLDER).position(|byte| {
            matches!(byte, b'>' | b'<' | b'\n' | b'"' | b'|' | b'&' | b';' | b'`' | b'$' | b'=')
        })?;
        let name = rest.get(..length)?;
        let is_closed = rest.as_bytes().get(length) == Some(&b'>');
        let is_name = name.chars().next().is_some_and(char::is_alphanumeric) && !name.ends_with(' ');
        (is_closed && is_name).then(|| self.at + length + 2)
    }

    /// Takes one piece of a word: a character, a quoted text, a variable. A value with blanks ends words, which are
    /// given back.
    fn piece(&mut self, word: &mut Builder<'a>, c: char, statement: &mut Statement<'a>) -> Vec<Builder<'a>> {
        let width = c.len_utf8();
        match c {
            '<' => {
                let end = self.placeholder(self.end).unwrap_or(self.at + 1);
                word.gap(GapKind::Placeholder, self.at, end, false);
                self.at = end;
            }
            '"' => self.double(word, statement, false),
            '\'' if self.shell != Shell::Cmd => self.single(word, statement, false),
            '“' | '”' | '„' | '‟' => self.double(word, statement, true),
            '‘' | '’' | '‚' | '‛' if self.shell == Shell::PowerShell || word.is_behind(&['=', ':', ',']) =>
            {
                self.single(word, statement, true);
            }
            '\\' if self.shell == Shell::Bash => self.escaped(word),
            '`' if self.shell == Shell::PowerShell => self.escaped(word),
            '^' if self.shell == Shell::Cmd => self.escaped(word),
            '`' if self.shell == Shell::Bash => {
                let inside = self.rest().get(1..).unwrap_or_default();
                let close = inside.find(['`', '\n']).filter(|at| inside.as_bytes().get(*at) == Some(&b'`'));
                let end = close.map_or(self.at + 1, |close| self.at + close + 2);
                // One alone is what is left of a document's marks.
                if close.is_some() {
                    word.gap(GapKind::Variable, self.at, end, false);
                }
                self.at = end;
            }
            '(' if self.shell == Shell::PowerShell && word.is_untouched(self.at) => {
                let end = self.substitution(self.at);
                word.gap(GapKind::Variable, self.at, end, false);
                self.at = end;
            }
            '$' | '%' => return self.variable(word, false),
            _ => {
                word.verbatim(self.at, self.at + width, false);
                self.at += width;
            }
        }
        Vec::new()
    }

    /// Takes an escaped character.
    fn escaped(&mut self, word: &mut Builder<'a>) {
        self.at += 1;
        if let Some(c) = self.peek()
            && c != '\n'
        {
            word.verbatim(self.at, self.at + c.len_utf8(), false);
            self.at += c.len_utf8();
        }
    }

    /// Where what begins with this parenthesis ends, its commands noted to be read.
    fn substitution(&mut self, open: usize) -> usize {
        let place = self.closings.partition_point(|(known, _)| *known < open);
        match self.closings.get(place) {
            Some((known, close)) if *known == open && *close < self.end => {
                // Of commands inside commands only the outer ones are read.
                if self.outer.is_none() {
                    self.inner.push(open + 1..*close);
                }
                *close + 1
            }
            _ => open + 1,
        }
    }

    /// Takes a variable or what stands for another command's output.
    fn variable(&mut self, word: &mut Builder<'a>, quoted: bool) -> Vec<Builder<'a>> {
        let (rest, start) = (self.rest(), self.at);
        if rest.starts_with('%') {
            let name = rest.get(1..).and_then(|rest| {
                let end = rest.bytes().take(NAME + 1).position(|byte| byte == b'%')?;
                rest.get(..end).filter(|name| self.shell == Shell::Cmd && is_name(name))
            });
            return match name {
                None => self.plain(word, quoted),
                Some(name) => self.filled(word, name, start + name.len() + 2, quoted),
            };
        }
        if self.shell == Shell::Cmd {
            return self.plain(word, quoted);
        }
        if rest.starts_with("$(") {
            self.at = self.substitution(start + 1);
            word.gap(GapKind::Variable, start, self.at, quoted);
            return Vec::new();
        }
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let (name, end) = match rest.strip_prefix("${") {
            Some(inside) => {
                let stops = |byte: u8| matches!(byte, b'}' | b'{' | b'$' | b'\n' | b'"' | b' ');
                let length = inside.bytes().take(2 * NAME).position(stops).unwrap_or(0);
                match inside.as_bytes().get(length) {
                    Some(b'}') => (inside.get(..length), start + length + 3),
                    _ => (None, start + 2),
                }
            }
            None => {
                let inside = rest.get(1..).unwrap_or_default();
                let length = inside
                    .bytes()
                    .take(2 * NAME)
                    .position(|byte| !(is_part(byte) || byte == b':' && self.shell == Shell::PowerShell))
                    .unwrap_or(inside.len().min(2 * NAME));
                match (length, inside.as_bytes().first()) {
                    // `$@`, `$1`, `$?`.
                    (0, Some(b'@' | b'*' | b'?' | b'#' | b'!')) => (None, start + 2),
                    (0, _) => return self.plain(word, quoted),
                    _ => (inside.get(..length), start + 1 + length),
                }
            }
        };
        // A member of an object: no text of its own.
        let behind = self.text.get(end..self.end).unwrap_or_default();
        let member = behind
            .strip_prefix('.')
            .map(|rest| rest.bytes().take(NAME).take_while(|byte| is_part(*byte)).count());
        if let Some(length @ 1..) = member
            && self.shell == Shell::PowerShell
            && !quoted
        {
            self.at = end + 1 + length;
            word.gap(GapKind::Variable, start, self.at, quoted);
            return Vec::new();
        }
        let name = name.map(|name| name.rsplit(':').next().unwrap_or(name)).filter(|name| is_name(name));
        self.filled(word, name.unwrap_or_default(), end, quoted)
    }

    fn plain(&mut self, word: &mut Builder<'a>, quoted: bool) -> Vec<Builder<'a>> {
        word.verbatim(self.at, self.at + 1, quoted);
        self.at += 1;
        Vec::new()
    }

    /// Puts the value of a variable in its place.
    fn filled(&mut self, word: &mut Builder<'a>, name: &str, end: usize, quoted: bool) -> Vec<Builder<'a>> {
        let start = self.at;
        self.at = end;
        let Some(value) = self.value(name) else {
            word.gap(GapKind::Variable, start, end, quoted);
            return Vec::new();
        };
        let mut whole = Vec::new();
        if self.shell == Shell::Bash && !quoted && value.contains(' ') {
            let mut pieces = value.split_ascii_whitespace();
            word.instead(pieces.next().unwrap_or_default(), start, end);
            for piece in pieces {
                let mut next = Builder::new(self.text, start);
                next.instead(piece, start, end);
                whole.push(std::mem::replace(word, next));
            }
        } else {
            word.instead(&value, start, end);
        }
        whole
    }

    /// Where a quote closes that opened before this place, on the same line unless that is continued.
    fn close(&self, from: usize, closes: &[char], escape: Option<char>, doubles: bool) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = self.text.get(at..self.end)?;
            let c = rest.chars().next()?;
            at += c.len_utf8();
            if c == '\n' {
                return None;
            }
            if Some(c) == escape {
                let next = rest.get(c.len_utf8()..)?.chars().next()?;
                at += next.len_utf8();
                if next == '\r' && self.text.get(at..)?.starts_with('\n') {
                    at += 1;
                }
            } else if escape.is_some() && rest.starts_with("$(") {
                let place = self.closings.partition_point(|(known, _)| *known < at);
                if let Some((known, close)) = self.closings.get(place)
                    && *known == at
                    && *close < self.end
                {
                    at = *close + 1;
                }
            } else if closes.contains(&c) {
                let is_doubled = doubles
                    && self.text.get(at..self.end)?.chars().next().is_some_and(|next| closes.contains(&next));
                if !is_doubled {
                    return Some(at - c.len_utf8());
                }
                at += self.text.get(at..)?.chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    /// Takes what stands in double quotes, straight or curly.
    fn double(&mut self, word: &mut Builder<'a>, statement: &mut Statement<'a>, is_curly: bool) {
        const CURLY: &[char] = &['“', '”', '„', '‟', '"'];
        let shell = self.shell;
        let open = self.at;
        let width = self.peek().map_or(1, char::len_utf8);
        let escape = match shell {
            Shell::Bash => Some('\\'),
            Shell::PowerShell => Some('`'),
            Shell::Cmd => None,
        };
        let closes = if is_curly || shell == Shell::PowerShell { CURLY } else { &['"'] };
        let Some(close) = self.close(open + width, closes, escape, shell == Shell::PowerShell) else {
            self.unclosed(width, statement);
            return;
        };
        let outer = self.end;
        (self.at, self.end) = (open + width, close);
        // An empty text is a word, too.
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            match c {
                '\\' if shell == Shell::Bash => {
                    let next = self.rest().as_bytes().get(1).copied();
                    let is_escape = matches!(next, Some(b'"' | b'\\' | b'$' | b'`' | b'\n'));
                    if is_escape {
                        self.at += 1;
                    }
                    self.verbatim(word);
                }
                '`' if shell != Shell::Cmd => self.backtick(word),
                '$' | '%' => {
                    self.variable(word, true);
                }
                '<' => match self.placeholder(close) {
                    Some(end) => {
                        word.gap(GapKind::Placeholder, self.at, end, true);
                        self.at = end;
                    }
                    None => self.verbatim(word),
                },
                // Doubled, it means one.
                c if shell == Shell::PowerShell && CURLY.contains(&c) => {
                    self.at += c.len_utf8();
                    self.verbatim(word);
                }
                _ => self.verbatim(word),
            }
        }
        self.end = outer;
        self.closed(open, close, width, statement, if is_curly { Some("\"") } else { None });
    }

    fn verbatim(&mut self, word: &mut Builder<'a>) {
        let Some(c) = self.peek() else { return };
        let first = c.len_utf8();
        let plain = plain_length(self.rest().get(first..).unwrap_or_default());
        word.verbatim(self.at, self.at + first + plain, true);
        self.at += first + plain;
    }

    /// A backtick in double quotes: in bash the beginning of another command, in PowerShell an escape. Around a word it
    /// is a literal of a query in either, and told where a query is read.
    fn backtick(&mut self, word: &mut Builder<'a>) {
        let inside = self.rest().get(1..).unwrap_or_default();
        let length = inside.bytes().take(NAME).position(|byte| !byte.is_ascii_alphanumeric());
        let is_literal =
            length.is_some_and(|length| length > 0 && inside.as_bytes().get(length) == Some(&b'`'));
        if let (true, Some(length)) = (is_literal, length) {
            let end = self.at + length + 2;
            word.gap(GapKind::Backticks, self.at, end, true);
            self.at = end;
        } else if self.shell == Shell::PowerShell {
            self.at += 1;
            self.verbatim(word);
        } else {
            let end = inside.find('`').map_or(self.at + 1, |close| self.at + close + 2);
            word.gap(GapKind::Variable, self.at, end, true);
            self.at = end;
        }
    }

    /// Takes what stands in single quotes, straight or curly.
    fn single(&mut self, word: &mut Builder<'a>, statement: &mut Statement<'a>, is_curly: bool) {
        const CURLY: &[char] = &['‘', '’', '‚', '‛', '\''];
        let is_powershell = self.shell == Shell::PowerShell;
        let open = self.at;
        let width = self.peek().map_or(1, char::len_utf8);
        let closes = if is_curly || is_powershell { CURLY } else { &['\''] };
        let Some(close) = self.close(open + width, closes, None, is_powershell) else {
            if is_curly && !is_powershell {
                // An apostrophe.
                word.verbatim(open, open + width, false);
                self.at += width;
            } else {
                self.unclosed(width, statement);
            }
            return;
        };
        let outer = self.end;
        (self.at, self.end) = (open + width, close);
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            match c {
                '<' => match self.placeholder(close) {
                    Some(end) => {
                        word.gap(GapKind::Placeholder, self.at, end, true);
                        self.at = end;
                    }
                    None => self.verbatim(word),
                },
                c if is_powershell && CURLY.contains(&c) => {
                    // Doubled, it means one.
                    self.at += c.len_utf8();
                    self.verbatim(word);
                }
                _ => self.verbatim(word),
            }
        }
        self.end = outer;
        let straight = if self.shell == Shell::Cmd { "\"" } else { "'" };
        self.closed(open, close, width, statement, is_curly.then_some(straight));
    }

    fn unclosed(&mut self, width: usize, statement: &mut Statement<'_>) {
        statement.unbalanced.push(self.at..self.at + width);
        self.at += width;
    }

    /// Goes on behind a closed quote. Curly ones are quotes in PowerShell, and a slip elsewhere.
    fn closed(
        &mut self,
        open: usize,
        close: usize,
        width: usize,
        statement: &mut Statement<'_>,
        straight: Option<&'static str>,
    ) {
        self.at = close;
        let end = close + self.peek().map_or(0, char::len_utf8);
        self.at = end;
        let Some(straight) = straight.filter(|_| self.shell != Shell::PowerShell) else { return };
        statement.curly_quotes.push((open..open + width, straight));
        if end - close > 1 {
            statement.curly_quotes.push((close..end, straight));
        }
    }
}

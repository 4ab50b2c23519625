//! Variables: what a text assigns to them, and their use in words.

use super::super::word::{Builder, GapKind, Word};
use super::statement::Statement;
use super::{BEFORE, Lexer, NAME, VALUE, VARIABLES, assigned_name, is_assigning, is_name, program, shown};
use crate::model::choice::Shell;

/// How far the end of `${…}` is looked for, in bytes.
const BRACES: usize = 512;

/// The beginning of the environment variables for defaults of the CLI.
const ENVIRONMENT: &str = "AZURE_DEFAULTS_";

/// A part of a value.
#[derive(Clone)]
pub(super) enum Piece {
    /// A known text.
    Text(String),
    /// A part that is not known.
    Gap(GapKind),
}

impl Piece {
    fn length(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Gap(_) => 1,
        }
    }
}

/// What a text assigns to a variable.
#[derive(Clone)]
pub(super) enum Assigned {
    /// The value is not known.
    Unknown,
    /// One text.
    One(Vec<Piece>),
    /// The elements of an array.
    Many(Vec<Vec<Piece>>),
}

impl Assigned {
    pub(super) fn text(text: &str) -> Self {
        Self::One(vec![Piece::Text(text.to_owned())])
    }

    pub(super) fn of(pieces: Option<Vec<Piece>>) -> Self {
        pieces.map_or(Self::Unknown, Self::One)
    }

    pub(super) fn word(word: &Word<'_>) -> Self {
        Self::part(word, 0)
    }

    /// The value in a word from this position on. A value with gaps is kept if it is a resource id, whose parts are
    /// separate answers.
    pub(super) fn part(word: &Word<'_>, from: usize) -> Self {
        let text = word.text.get(from..).unwrap_or_default();
        if word.gaps.is_empty() {
            return Self::text(text);
        }
        if !text.starts_with("/subscriptions/") {
            return Self::Unknown;
        }
        Self::One(pieces(word, from))
    }

    /// The known text.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::One(pieces) => match pieces.as_slice() {
                [Piece::Text(text)] => Some(text),
                _ => None,
            },
            Self::Unknown | Self::Many(_) => None,
        }
    }

    /// Adds a word after a space.
    pub(super) fn extend(&mut self, more: &str) {
        if let Self::One(pieces) = self
            && let [Piece::Text(text)] = pieces.as_mut_slice()
            && text.len() <= VALUE
        {
            text.push(' ');
            text.push_str(more);
        }
    }

    fn length(&self) -> usize {
        match self {
            Self::Unknown => 0,
            Self::One(pieces) => pieces.iter().map(Piece::length).sum(),
            Self::Many(words) => words.iter().flatten().map(Piece::length).sum(),
        }
    }
}

/// The pieces of a word from this position on.
fn pieces(word: &Word<'_>, from: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = from;
    for gap in word.gaps.iter().filter(|gap| gap.range.start >= from) {
        let before = word.part(&(at..gap.range.start));
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Gap(gap.kind));
        at = gap.range.end;
    }
    let rest = word.part(&(at..word.text.len()));
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

/// A use of a variable in bash: `${NAME}`, with what its braces do to the value.
enum Expansion<'t> {
    /// The value itself.
    Value,
    /// A text in place of a missing value.
    Default(&'t str),
    /// All elements of an array.
    Elements,
    /// A part of the value: its start and its length in characters.
    Part(usize, Option<usize>),
    /// Something that is not computed here.
    Other,
}

fn expansion(rest: &str) -> Expansion<'_> {
    if rest.is_empty() {
        return Expansion::Value;
    }
    if matches!(rest, "[@]" | "[*]") {
        return Expansion::Elements;
    }
    for sign in [":-", ":=", "-", "="] {
        if let Some(default) = rest.strip_prefix(sign) {
            let is_plain = !default.contains(['$', '`', '"', '\'', '\\', '{', '}']);
            return if is_plain { Expansion::Default(default) } else { Expansion::Other };
        }
    }
    let Some(numbers) = rest.strip_prefix(':') else { return Expansion::Other };
    let (start, length) = match numbers.split_once(':') {
        Some((start, length)) => (start, Some(length)),
        None => (numbers, None),
    };
    match (start.trim().parse(), length.map(|length| length.trim().parse()).transpose()) {
        (Ok(start), Ok(length)) => Expansion::Part(start, length),
        _ => Expansion::Other,
    }
}

impl<'a> Lexer<'a> {
    /// Assigns the variables of a statement, and keeps its other words.
    pub(super) fn assign(&mut self, statement: &mut Statement<'a>, variable: Option<String>) {
        if let Some(name) = variable {
            let is_call = statement.words.first().is_some_and(|word| program(&word.text).is_some());
            let is_parameter = statement.span.start < self.parameters_end;
            if is_call {
                // The id of the object that a command prints.
                let member = [name.as_str(), ".id"].concat();
                let object = Assigned::of(shown::object_id(&statement.words));
                self.set(statement, &member, object);
            }
            let value = match statement.words.as_slice() {
                words if is_call => Assigned::of(shown::id(words)),
                [only] if is_parameter => Assigned::text(only.text.trim_end_matches([',', ')'])),
                [only] => Assigned::word(only),
                _ => Assigned::Unknown,
            };
            if let (true, Some(text)) = (is_parameter, value.as_text()) {
                statement.fallbacks.push((statement.span.clone(), text.to_owned()));
            }
            self.set(statement, &name, value);
            statement.assigns = !is_call;
            if !is_call {
                statement.words.clear();
            }
            return;
        }
        let mut count = 0;
        let mut assigns = false;
        let mut assigned: Vec<(String, Assigned)> = Vec::new();
        for word in &statement.words {
            if let Some((name, value)) = assigned_name(&word.text) {
                let mut value = Assigned::part(word, word.text.len() - value.len());
                if assigns && self.shell == Shell::Cmd {
                    // In the Command Prompt, the value extends to the end of the line.
                    for more in statement.words.iter().skip(count + 1) {
                        value.extend(&more.text);
                    }
                    count = statement.words.len() - 1;
                }
                assigned.push((name.to_owned(), value));
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
        for (name, value) in assigned {
            self.set(statement, &name, value);
        }
        statement.words.drain(..count.min(statement.words.len()));
        statement.assigns = statement.assigns && statement.words.is_empty();
    }

    pub(super) fn set(&mut self, statement: &mut Statement<'a>, name: &str, value: Assigned) {
        if let Some(default) = name.strip_prefix(ENVIRONMENT) {
            let text = value.as_text().map(str::to_owned);
            statement.defaults.push((default.to_owned(), text, statement.span.clone()));
        }
        let value = if value.length() <= VALUE { value } else { Assigned::Unknown };
        if let Some((_, known)) = self.variables.iter_mut().find(|(known, _)| known == name) {
            *known = value;
        } else if self.variables.len() < VARIABLES {
            self.variables.push((name.to_owned(), value));
        }
    }

    pub(super) fn value(&mut self, name: &str) -> Option<Assigned> {
        let ignores_case = self.shell != Shell::Bash;
        let is_it = |known: &str| known == name || ignores_case && known.eq_ignore_ascii_case(name);
        let (_, value) = self.variables.iter().find(|(known, _)| is_it(known))?;
        let length = value.length();
        let value = value.clone();
        if matches!(value, Assigned::Unknown) || length > self.budget {
            return None;
        }
        self.budget -= length;
        Some(value)
    }

    /// Takes the use of a variable in braces, whose content is `inside`, up to `end`.
    pub(super) fn expanded(
        &mut self,
        word: &mut Builder<'a>,
        statement: &mut Statement<'a>,
        inside: &'a str,
        end: usize,
        quoted: bool,
    ) -> Vec<Builder<'a>> {
        let start = self.at;
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':');
        let is_powershell = self.shell == Shell::PowerShell;
        let length = inside.find(|c: char| !is_part(c) || c == ':' && !is_powershell);
        let (name, rest) = inside.split_at(length.unwrap_or(inside.len()));
        let name = name.rsplit(':').next().unwrap_or(name);
        match expansion(rest) {
            Expansion::Value => return self.filled(word, name, end, quoted),
            Expansion::Elements => return self.elements(word, name, end),
            Expansion::Default(default) => {
                let value = self.value(name).and_then(|value| value.as_text().map(str::to_owned));
                let text = value.unwrap_or_else(|| {
                    statement.fallbacks.push((start..end, default.to_owned()));
                    default.to_owned()
                });
                word.instead(&text, start, end);
            }
            Expansion::Part(from, length) => {
                let value = self.value(name);
                match value.as_ref().and_then(Assigned::as_text) {
                    Some(text) => {
                        let part: String = text.chars().skip(from).take(length.unwrap_or(VALUE)).collect();
                        word.instead(&part, start, end);
                    }
                    None => word.gap(GapKind::Variable, start, end, quoted),
                }
            }
            Expansion::Other => word.gap(GapKind::Variable, start, end, quoted),
        }
        self.at = end;
        Vec::new()
    }

    /// The content of the braces that open here, `${…}`, and the end of the expression. They close on the same line.
    pub(super) fn braces(&self) -> Option<(&'a str, usize)> {
        let inside = self.rest().strip_prefix("${")?;
        let mut depth = 0_usize;
        for (at, byte) in inside.bytes().enumerate().take(BRACES) {
            match byte {
                b'{' => depth += 1,
                b'}' if depth == 0 => return Some((inside.get(..at)?, self.at + at + "${}".len())),
                b'}' => depth -= 1,
                b'\n' => return None,
                _ => {}
            }
        }
        None
    }

    /// Fills in the value of a variable.
    pub(super) fn filled(
        &mut self,
        word: &mut Builder<'a>,
        name: &str,
        end: usize,
        quoted: bool,
    ) -> Vec<Builder<'a>> {
        let start = self.at;
        let value = self.value(name).or_else(|| self.home(name, start, end));
        // PowerShell passes the elements of an array as separate arguments.
        if matches!(value, Some(Assigned::Many(_))) && self.shell == Shell::PowerShell && !quoted {
            return self.elements(word, name, end);
        }
        self.at = end;
        match value {
            Some(Assigned::One(pieces)) => self.filled_with(word, &pieces, start, quoted),
            Some(Assigned::Many(_) | Assigned::Unknown) | None => {
                word.gap(GapKind::Variable, start, end, quoted);
                Vec::new()
            }
        }
    }

    /// The home folder, if its variable begins a path.
    fn home(&self, name: &str, start: usize, end: usize) -> Option<Assigned> {
        let (before, behind) = (self.text.get(..start)?, self.text.get(end..)?);
        let is_path = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '}' | '.'))
            && behind.strip_prefix('"').unwrap_or(behind).starts_with(['/', '\\']);
        let is_it =
            |known: &str| name == known || self.shell != Shell::Bash && name.eq_ignore_ascii_case(known);
        (is_path && (is_it("HOME") || is_it("USERPROFILE"))).then(|| Assigned::text("~"))
    }

    /// Adds the pieces of a value in place of the pasted text from `start` to the present position.
    pub(super) fn filled_with(
        &mut self,
        word: &mut Builder<'a>,
        pieces: &[Piece],
        start: usize,
        quoted: bool,
    ) -> Vec<Builder<'a>> {
        let end = self.at;
        let mut finished = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Gap(kind) => word.gap_instead(*kind, start, end),
                Piece::Text(value) if self.shell == Shell::Bash && !quoted && value.contains(' ') => {
                    let mut parts = value.split_ascii_whitespace();
                    word.instead(parts.next().unwrap_or_default(), start, end);
                    for part in parts {
                        let mut next = Builder::new(self.text, start);
                        next.instead(part, start, end);
                        finished.push(std::mem::replace(word, next));
                    }
                }
                Piece::Text(value) => word.instead(value, start, end),
            }
        }
        finished
    }

    /// Adds the elements of an array as separate words. A variable that is not an array is its only element.
    pub(super) fn elements(&mut self, word: &mut Builder<'a>, name: &str, end: usize) -> Vec<Builder<'a>> {
        let start = self.at;
        self.at = end;
        let elements = match self.value(name) {
            Some(Assigned::Many(elements)) => elements,
            Some(Assigned::One(pieces)) => vec![pieces],
            Some(Assigned::Unknown) | None => {
                word.gap(GapKind::Variable, start, end, true);
                return Vec::new();
            }
        };
        let mut finished = Vec::new();
        for (index, pieces) in elements.iter().enumerate() {
            if index > 0 {
                finished.push(std::mem::replace(word, Builder::new(self.text, start)));
            }
            finished.extend(self.filled_with(word, pieces, start, true));
        }
        finished
    }

    /// Reads an array of bash: `NAME=(…)` or `NAME+=(…)`, over several lines.
    pub(super) fn array(&mut self, statement: &mut Statement<'a>) -> bool {
        let rest = self.rest();
        let length = rest.bytes().take(NAME + 1).position(|byte| matches!(byte, b'=' | b'+')).unwrap_or(0);
        let Some((name, behind)) = rest.split_at_checked(length) else { return false };
        let opening = if behind.starts_with("+=(") { "+=(" } else { "=(" };
        if self.shell != Shell::Bash || !is_name(name) || !behind.starts_with(opening) {
            return false;
        }
        let open = self.at + length + opening.len() - 1;
        let Some(close) = self.closing_of(open) else { return false };
        let mut elements = match self.value(name) {
            Some(Assigned::Many(elements)) if opening == "+=(" => elements,
            _ => Vec::new(),
        };
        elements.extend(self.list(statement, open + 1, close));
        self.set(statement, name, Assigned::Many(elements));
        self.at = close + 1;
        true
    }

    /// The words between two positions, over several lines.
    fn list(&mut self, statement: &mut Statement<'a>, start: usize, close: usize) -> Vec<Vec<Piece>> {
        let outer = std::mem::replace(&mut self.end, close);
        self.at = start;
        let mut words = Vec::new();
        while self.at < close {
            let before = self.at;
            self.words(statement, true);
            words.extend(statement.words.drain(..).map(|word| pieces(&word, 0)));
            if self.at < close {
                self.separator();
            }
            self.at = self.at.max(before + 1);
        }
        self.end = outer;
        words
    }

    /// Reads a variable of make: `NAME := value`, or `NAME ?= value` for a default.
    pub(super) fn make_variable(&mut self, statement: &mut Statement<'a>) -> bool {
        if self.shell != Shell::Bash {
            return false;
        }
        let rest = self.rest();
        let Some(end) =
            rest.bytes().take(NAME + 1).position(|byte| matches!(byte, b' ' | b'\t' | b':' | b'?'))
        else {
            return false;
        };
        let name = rest.get(..end).unwrap_or_default();
        let blanks = rest.bytes().skip(end).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let behind = rest.get(end + blanks..).unwrap_or_default();
        let signs = [":=", "::=", "?="];
        let Some(sign) = signs.iter().find(|sign| behind.starts_with(**sign)).filter(|_| is_name(name))
        else {
            return false;
        };
        // Only now, because finding the end of a long line for each of its statements takes quadratic time.
        let line = rest.split('\n').next().unwrap_or_default();
        let behind = line.get(end + blanks..).unwrap_or_default();
        let value = behind.get(sign.len()..).unwrap_or_default();
        let value = value.split(" #").next().unwrap_or_default().trim();
        let span = self.at..self.at + line.trim_end().len();
        let assigned = if value.contains('$') { Assigned::Unknown } else { Assigned::text(value) };
        if *sign == "?=" && !value.contains('$') {
            statement.fallbacks.push((span, value.to_owned()));
        }
        self.set(statement, name, assigned);
        self.at += line.len();
        true
    }
}

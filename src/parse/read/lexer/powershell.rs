//! What only PowerShell writes: lists of parameters, arrays, splatted arrays and texts over several lines.

use super::super::word::{Builder, GapKind};
use super::statement::Statement;
use super::variable::{Assigned, Piece};
use super::{Lexer, NAME, is_name};
use crate::model::choice::Shell;

/// The length of the attributes and the type before a parameter of PowerShell: `[Parameter(Mandatory)][string]`.
pub(super) fn attributes(line: &str) -> usize {
    let mut rest = line;
    while let Some(inside) = rest.strip_prefix('[') {
        let Some(end) = inside.find(']').filter(|end| !inside.get(..*end).unwrap_or_default().contains('\n'))
        else {
            break;
        };
        rest = inside.get(end + 1..).unwrap_or_default().trim_start_matches([' ', '\t']);
    }
    line.len() - rest.len()
}

impl<'a> Lexer<'a> {
    /// Begins the list of parameters of a script or a function of PowerShell: `param(`.
    pub(super) fn parameters(&mut self) -> bool {
        let rest = self.rest();
        let is_it = self.shell == Shell::PowerShell
            && rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("param"));
        let behind = rest.get(5..).unwrap_or_default().trim_start_matches([' ', '\t']);
        if !is_it || !behind.starts_with('(') {
            return false;
        }
        let open = self.at + rest.len() - behind.len();
        let Some(close) = self.closing_of(open) else { return false };
        self.parameters_end = close;
        self.at = open + 1;
        true
    }

    /// Reads an array of PowerShell, `@('a', 'b')`, that is assigned to a variable.
    pub(super) fn powershell_array(&mut self, name: Option<&str>) -> bool {
        let Some(name) = name.filter(|_| self.shell == Shell::PowerShell) else { return false };
        let blanks = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
        let open = self.at + blanks + 1;
        if !self.text.get(self.at + blanks..self.end).is_some_and(|rest| rest.starts_with("@(")) {
            return false;
        }
        let Some(close) = self.closing_of(open) else { return false };
        let items = self.text.get(open + 1..close).unwrap_or_default();
        let elements = self.items(items);
        let mut statement = Statement::default();
        self.set(&mut statement, name, Assigned::Many(elements));
        self.at = close + 1;
        true
    }

    /// The items of an array of PowerShell: texts in quotes, bare words and variables, between commas or on lines.
    fn items(&mut self, text: &str) -> Vec<Vec<Piece>> {
        let mut items = Vec::new();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches([' ', '\t', '\r', '\n', ',', '`']);
            let Some(first) = rest.chars().next() else { break };
            let quote = matches!(first, '"' | '\'').then_some(first);
            let inside = rest.get(usize::from(quote.is_some())..).unwrap_or_default();
            let end = match quote {
                Some(quote) => inside.find(quote),
                None => inside.find([' ', '\t', '\r', '\n', ',']),
            };
            let (item, behind) = inside.split_at(end.unwrap_or(inside.len()));
            rest = behind.get(usize::from(quote.is_some() && end.is_some())..).unwrap_or_default();
            let variable = item.strip_prefix('$').filter(|name| is_name(name) && quote != Some('\''));
            items.push(match variable.map(|name| self.value(name)) {
                None if quote != Some('\'') && item.contains('$') => vec![Piece::Gap(GapKind::Variable)],
                None => vec![Piece::Text(item.to_owned())],
                Some(Some(Assigned::One(pieces))) => pieces,
                Some(_) => vec![Piece::Gap(GapKind::Variable)],
            });
        }
        items
    }

    /// Takes what PowerShell writes with `@`: the elements of an array, `@name`, or a text over several lines.
    pub(super) fn splatted(
        &mut self,
        word: &mut Builder<'a>,
        statement: &mut Statement<'a>,
    ) -> Vec<Builder<'a>> {
        let inside = self.rest().get(1..).unwrap_or_default();
        if let Some(quote) = inside.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            return self.here_string(word, statement, quote);
        }
        let length = inside
            .bytes()
            .take(NAME)
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            .count();
        match inside.get(..length).filter(|name| is_name(name)) {
            Some(name) => self.elements(word, name, self.at + 1 + length),
            None => self.plain(word, false),
        }
    }

    /// Whether the end of a text over several lines follows. The last end is known, so that text after it is not
    /// searched again and again.
    fn here_string_ends(&mut self, quote: char) -> bool {
        let text = self.text;
        let [single, double] =
            self.here_ends.get_or_insert_with(|| [text.rfind("\n'@"), text.rfind("\n\"@")]);
        *(if quote == '"' { double } else { single }) >= Some(self.at)
    }

    /// Takes a text over several lines of PowerShell, from `@"` to a line that begins with `"@`.
    fn here_string(
        &mut self,
        word: &mut Builder<'a>,
        statement: &mut Statement<'a>,
        quote: char,
    ) -> Vec<Builder<'a>> {
        let inside = self.rest().get(2..).unwrap_or_default();
        let blanks = inside.len() - inside.trim_start_matches([' ', '\t', '\r']).len();
        let first = inside.as_bytes().get(blanks).filter(|byte| **byte == b'\n').map(|_| blanks);
        let end = ["\n", quote.encode_utf8(&mut [0; 4]), "@"].concat();
        let length = first.filter(|_| self.here_string_ends(quote)).and_then(|_| inside.find(&end));
        let Some((first, length)) = first.zip(length) else {
            return self.plain(word, false);
        };
        let start = self.at + 2 + first + 1;
        let close = (self.at + 2 + length).max(start);
        let outer = std::mem::replace(&mut self.end, close);
        self.at = start;
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            if c == '$' && quote == '"' {
                self.variable(word, statement, true);
            } else {
                self.verbatim(word);
            }
        }
        self.end = outer;
        self.at = (close + end.len()).min(self.end);
        Vec::new()
    }
}

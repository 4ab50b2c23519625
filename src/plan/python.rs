//! Python files: the wizard's own code around a user's values, which stand in variables at the top.

use super::Word;

/// A Python file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// The packages that it needs.
    pub packages: &'static str,
    /// Its code, imports first.
    pub lines: Vec<Line>,
}

/// A line of Python.
pub type Line = Vec<Piece>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The wizard's own code.
    Code(&'static str),
    /// A text.
    Text(Word),
    /// A whole number.
    Number(Word),
}

impl Python {
    /// A file of whole lines.
    pub fn new(packages: &'static str, code: &[&'static str]) -> Self {
        Self { packages, lines: Vec::new() }.code(code)
    }

    /// The same file with whole lines behind what it has.
    #[must_use]
    pub fn code(mut self, lines: &[&'static str]) -> Self {
        self.lines.extend(lines.iter().map(|line| vec![Piece::Code(line)]));
        self
    }

    /// The same file with a line around a text behind what it has.
    #[must_use]
    pub fn text(self, before: &'static str, text: Word, after: &'static str) -> Self {
        self.line(vec![Piece::Code(before), Piece::Text(text), Piece::Code(after)])
    }

    /// The same file with a line behind what it has.
    #[must_use]
    pub fn line(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }

    pub(super) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        for piece in self.lines.iter().flatten() {
            if let Piece::Text(word) | Piece::Number(word) = piece {
                read(word);
            }
        }
    }
}

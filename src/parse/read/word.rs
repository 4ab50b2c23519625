//! Words as a program receives them. Each character of a word has its position in the pasted text.

use std::borrow::Cow;

use super::finding::Span;

/// A word of a pasted command, without its quotes and with its variables filled in.
pub(super) struct Word<'a> {
    /// The text. It contains a gap as pasted.
    pub(super) text: Cow<'a, str>,
    /// The range of the word, including quotes.
    pub(super) span: Span,
    /// The parts whose values are not known.
    pub(super) gaps: Vec<Gap>,
    first: Run,
    more: Vec<Run>,
}

/// A part of a word whose value is not in the pasted text.
#[derive(Clone)]
pub(super) struct Gap {
    /// Why the value is not known.
    pub(super) kind: GapKind,
    /// Its range in the word's text.
    pub(super) range: Span,
    /// Its range in the pasted text.
    pub(super) span: Span,
}

/// Why a value is not known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GapKind {
    /// `<…>` in a document.
    Placeholder,
    /// A variable that the text does not assign, or the output of another command.
    Variable,
    /// Backticks in double quotes: the output of another command, or a misprint in a query.
    Backticks,
    /// A part of what a command in the same text prints. That command is read too, so nothing is reported.
    Output,
}

/// A part of a word, and its origin.
#[derive(Clone, Copy, Default)]
struct Run {
    /// The start of the part in the word's text.
    at: usize,
    /// The start and the end of its origin in the pasted text.
    from: usize,
    to: usize,
    /// Whether the text is the same as the origin. Otherwise, it is a variable's value.
    verbatim: bool,
    /// Whether it is in quotes.
    quoted: bool,
}

impl Word<'_> {
    fn run(&self, at: usize) -> Run {
        let place = self.more.partition_point(|run| run.at <= at);
        place.checked_sub(1).and_then(|place| self.more.get(place)).copied().unwrap_or(self.first)
    }

    /// The range in the pasted text that a part of the word comes from.
    pub(super) fn source(&self, range: &Span) -> Span {
        let (first, last) = (self.run(range.start), self.run(range.end.saturating_sub(1).max(range.start)));
        let start = if first.verbatim { first.from + (range.start - first.at) } else { first.from };
        let end = if last.verbatim { last.from + (range.end.max(last.at) - last.at) } else { last.to };
        start..end.max(start)
    }

    /// The same range, if it can be replaced because it contains neither variables nor quotes.
    pub(super) fn editable(&self, range: &Span) -> Option<Span> {
        let run = self.run(range.start);
        let is_one = run.verbatim && run.from + (range.end - run.at) <= run.to;
        is_one.then(|| self.source(range))
    }

    /// The position at which a space can be inserted before a character of the word.
    pub(super) fn split_point(&self, at: usize) -> Option<usize> {
        let run = self.run(at);
        (run.verbatim && !run.quoted).then(|| run.from + (at - run.at))
    }

    /// The first gap that overlaps a part of the word.
    pub(super) fn gap_in(&self, range: &Span) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.range.start < range.end && range.start < gap.range.end)
    }

    /// The gap that covers the complete word.
    pub(super) fn as_gap(&self) -> Option<&Gap> {
        self.gaps.first().filter(|gap| gap.range == (0..self.text.len()))
    }

    /// Marks the word as the unknown content of a file or a variable.
    pub(super) fn becomes_gap(&mut self) {
        self.gaps = vec![Gap { kind: GapKind::Variable, range: self.full_range(), span: self.span.clone() }];
    }

    /// The range of the complete text.
    pub(super) fn full_range(&self) -> Span {
        0..self.text.len()
    }

    /// A part of the text.
    pub(super) fn part(&self, range: &Span) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// The text of a gap that has no pasted text of its own.
const UNKNOWN: &str = "…";

/// Builds a word piece by piece. A word without changes is borrowed from the pasted text.
pub(super) struct Builder<'a> {
    pasted: &'a str,
    pub(super) start: usize,
    text: Option<String>,
    first: Option<Run>,
    more: Vec<Run>,
    gaps: Vec<Gap>,
    length: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(pasted: &'a str, start: usize) -> Self {
        Self { pasted, start, text: None, first: None, more: Vec::new(), gaps: Vec::new(), length: 0 }
    }

    /// Whether nothing was added yet, not even a pair of quotes.
    pub(super) fn is_untouched(&self, at: usize) -> bool {
        self.first.is_none() && self.start == at
    }

    /// Whether the text so far ends with one of these characters.
    pub(super) fn is_behind(&self, ends: &[char]) -> bool {
        match (&self.text, self.first) {
            (Some(text), _) => text.ends_with(ends),
            (None, Some(run)) => self.pasted.get(run.from..run.to).unwrap_or_default().ends_with(ends),
            (None, None) => true,
        }
    }

    /// Whether the text so far is a number, as before a redirection.
    pub(super) fn is_number(&self) -> bool {
        self.text.is_none()
            && self
                .first
                .and_then(|run| self.pasted.get(run.from..run.to))
                .is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()) && self.more.is_empty())
    }

    /// Adds pasted text without changes.
    pub(super) fn verbatim(&mut self, from: usize, to: usize, quoted: bool) {
        let length = to.saturating_sub(from);
        let last = match self.more.last_mut() {
            Some(last) => Some(last),
            None => self.first.as_mut(),
        };
        match last {
            Some(last) if last.verbatim && last.to == from && last.quoted == quoted => last.to = to,
            _ => self.push(Run { at: self.length, from, to, verbatim: true, quoted }),
        }
        self.length += length;
        if let Some(text) = &mut self.text {
            text.push_str(self.pasted.get(from..to).unwrap_or_default());
        }
    }

    /// Adds a text in place of the pasted one.
    pub(super) fn instead(&mut self, text: &str, from: usize, to: usize) {
        self.materialize();
        self.push(Run { at: self.length, from, to, verbatim: false, quoted: false });
        self.length += text.len();
        if let Some(known) = &mut self.text {
            known.push_str(text);
        }
    }

    /// Adds a gap, whose text stays as pasted.
    pub(super) fn gap(&mut self, kind: GapKind, from: usize, to: usize, quoted: bool) {
        let start = self.length;
        self.verbatim(from, to, quoted);
        self.gaps.push(Gap { kind, range: start..self.length, span: from..to });
    }

    /// Adds a gap in place of the pasted text.
    pub(super) fn gap_instead(&mut self, kind: GapKind, from: usize, to: usize) {
        let start = self.length;
        self.instead(UNKNOWN, from, to);
        self.gaps.push(Gap { kind, range: start..self.length, span: from..to });
    }

    fn materialize(&mut self) {
        if self.text.is_none() {
            let run = self.first.unwrap_or_default();
            self.text = Some(self.pasted.get(run.from..run.to).unwrap_or_default().to_owned());
        }
    }

    fn push(&mut self, run: Run) {
        if self.first.is_none() {
            self.first = Some(run);
        } else {
            self.materialize();
            self.more.push(run);
        }
    }

    /// Completes the word, which ends at `end`.
    pub(super) fn finish(self, end: usize) -> Word<'a> {
        let first = self.first.unwrap_or(Run { from: self.start, to: self.start, ..Run::default() });
        let text = match self.text {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(self.pasted.get(first.from..first.to).unwrap_or_default()),
        };
        Word { text, span: self.start..end, gaps: self.gaps, first, more: self.more }
    }
}

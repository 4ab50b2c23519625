//! Words as a program would get them, each character of which knows where in the pasted text it stands.

use std::borrow::Cow;

use super::finding::Span;

/// A word of a pasted command, its quotes taken off and its variables filled in.
pub(super) struct Word<'a> {
    /// The text. A gap stands in it as it was pasted.
    pub(super) text: Cow<'a, str>,
    /// Where the word stands, quotes included.
    pub(super) span: Span,
    /// What is not known of it.
    pub(super) gaps: Vec<Gap>,
    first: Run,
    more: Vec<Run>,
}

/// A part of a word whose value the pasted text does not tell.
#[derive(Clone)]
pub(super) struct Gap {
    /// Why.
    pub(super) kind: GapKind,
    /// Its place in the word's text.
    pub(super) range: Span,
    /// Its place in the pasted text.
    pub(super) span: Span,
}

/// Why a value is not known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GapKind {
    /// `<…>` of a document.
    Placeholder,
    /// A variable that the text gives no value, or what another command prints.
    Variable,
    /// Backticks in double quotes: what another command prints, and in a query a misprint.
    Backticks,
}

/// A part of a word and where it comes from.
#[derive(Clone, Copy, Default)]
struct Run {
    /// Where it begins in the word's text.
    at: usize,
    /// Where it stands in the pasted text.
    from: usize,
    to: usize,
    /// Whether it stands there to the letter; else it is a variable's value.
    verbatim: bool,
    /// Whether quotes stand around it.
    quoted: bool,
}

impl Word<'_> {
    fn run(&self, at: usize) -> Run {
        let place = self.more.partition_point(|run| run.at <= at);
        place.checked_sub(1).and_then(|place| self.more.get(place)).copied().unwrap_or(self.first)
    }

    /// The pasted text that a part of the word comes from.
    pub(super) fn source(&self, range: &Span) -> Span {
        let (first, last) = (self.run(range.start), self.run(range.end.saturating_sub(1).max(range.start)));
        let start = if first.verbatim { first.from + (range.start - first.at) } else { first.from };
        let end = if last.verbatim { last.from + (range.end.max(last.at) - last.at) } else { last.to };
        start..end.max(start)
    }

    /// The same, where another text can be put in its place: no variable and no quote in it.
    pub(super) fn editable(&self, range: &Span) -> Option<Span> {
        let run = self.run(range.start);
        let is_one = run.verbatim && run.from + (range.end - run.at) <= run.to;
        is_one.then(|| self.source(range))
    }

    /// Where a blank can be put before a character of the word.
    pub(super) fn split_point(&self, at: usize) -> Option<usize> {
        let run = self.run(at);
        (run.verbatim && !run.quoted).then(|| run.from + (at - run.at))
    }

    /// The gap that covers a part of the word or stands in it.
    pub(super) fn gap_in(&self, range: &Span) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.range.start < range.end && range.start < gap.range.end)
    }

    /// Whether the word is nothing but a gap.
    pub(super) fn as_gap(&self) -> Option<&Gap> {
        self.gaps.first().filter(|gap| gap.range == (0..self.text.len()))
    }

    /// Says that the word stands for what a file or a variable holds.
    pub(super) fn becomes_gap(&mut self) {
        self.gaps = vec![Gap { kind: GapKind::Variable, range: self.full_range(), span: self.span.clone() }];
    }

    /// The whole text's range.
    pub(super) fn full_range(&self) -> Span {
        0..self.text.len()
    }

    /// A part of the text.
    pub(super) fn part(&self, range: &Span) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// Makes a word piece by piece. A word that stands to the letter in the pasted text is borrowed from it.
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

    /// Whether nothing is in it yet, not even a pair of quotes.
    pub(super) fn is_untouched(&self, at: usize) -> bool {
        self.first.is_none() && self.start == at
    }

    /// The last character so far.
    pub(super) fn is_behind(&self, ends: &[char]) -> bool {
        match (&self.text, self.first) {
            (Some(text), _) => text.ends_with(ends),
            (None, Some(run)) => self.pasted.get(run.from..run.to).unwrap_or_default().ends_with(ends),
            (None, None) => true,
        }
    }

    /// Whether it is a number so far, as before a redirection.
    pub(super) fn is_number(&self) -> bool {
        self.text.is_none()
            && self
                .first
                .and_then(|run| self.pasted.get(run.from..run.to))
                .is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()) && self.more.is_empty())
    }

    /// Adds pasted text to the letter.
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

    /// Adds a text that stands for what was pasted there.
    pub(super) fn instead(&mut self, text: &str, from: usize, to: usize) {
        self.materialize();
        self.push(Run { at: self.length, from, to, verbatim: false, quoted: false });
        self.length += text.len();
        if let Some(known) = &mut self.text {
            known.push_str(text);
        }
    }

    /// Adds a gap, which stands in the word as it was pasted.
    pub(super) fn gap(&mut self, kind: GapKind, from: usize, to: usize, quoted: bool) {
        let start = self.length;
        self.verbatim(from, to, quoted);
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

    /// The word, which ends there.
    pub(super) fn finish(self, end: usize) -> Word<'a> {
        let first = self.first.unwrap_or(Run { from: self.start, to: self.start, ..Run::default() });
        let text = match self.text {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(self.pasted.get(first.from..first.to).unwrap_or_default()),
        };
        Word { text, span: self.start..end, gaps: self.gaps, first, more: self.more }
    }
}

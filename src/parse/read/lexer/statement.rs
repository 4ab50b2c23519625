//! A statement of pasted text.

use super::super::finding::Span;
use super::super::word::Word;

/// One statement. The same one is filled again and again, so that its lists are allocated once.
#[derive(Default)]
pub(in crate::parse::read) struct Statement<'a> {
    /// Its words from the program on; none where it does not call one that is known here.
    pub(in crate::parse::read) words: Vec<Word<'a>>,
    /// Where it stands.
    pub(in crate::parse::read) span: Span,
    /// Whether it only gave variables a value.
    pub(in crate::parse::read) assigns: bool,
    /// Blanks of a web page, each with what belongs in its place.
    pub(in crate::parse::read) web_blanks: Vec<(Span, &'static str)>,
    /// Curly quotes, each with what belongs in its place.
    pub(in crate::parse::read) curly_quotes: Vec<(Span, &'static str)>,
    /// Quotes that are never closed.
    pub(in crate::parse::read) unbalanced: Vec<Span>,
    /// The last word before the first line end that lacks its continuation.
    pub(in crate::parse::read) broken: Option<Span>,
    /// What is to be put at each such line end, and where.
    pub(in crate::parse::read) continuations: Vec<(Span, &'static str)>,
}

impl Statement<'_> {
    /// Empties it for one that begins here.
    pub(super) fn begin(&mut self, start: usize) {
        let Self { words, span, assigns, web_blanks, curly_quotes, unbalanced, broken, continuations } = self;
        (*span, *assigns, *broken) = (start..start, false, None);
        words.clear();
        web_blanks.clear();
        curly_quotes.clear();
        unbalanced.clear();
        continuations.clear();
    }
}

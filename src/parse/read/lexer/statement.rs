//! A statement of pasted text.

use super::super::finding::Span;
use super::super::word::Word;

/// A statement. One value is reused for all statements, so that its lists are allocated only once.
#[derive(Default)]
pub(in crate::parse::read) struct Statement<'a> {
    /// The words, beginning with the program. Empty if the program is not known.
    pub(in crate::parse::read) words: Vec<Word<'a>>,
    /// The range of the statement.
    pub(in crate::parse::read) span: Span,
    /// The index of the document that stands here, instead of words.
    pub(in crate::parse::read) document: Option<usize>,
    /// Whether the statement only assigns variables.
    pub(in crate::parse::read) assigns: bool,
    /// Assignments of environment variables for defaults of the CLI: the name of the default, its value, and the range
    /// of the assignment.
    pub(in crate::parse::read) defaults: Vec<(String, Option<String>, Span)>,
    /// Variables whose default is used, each with its range and the default.
    pub(in crate::parse::read) fallbacks: Vec<(Span, String)>,
    /// Unicode spaces, each with the correct text.
    pub(in crate::parse::read) web_blanks: Vec<(Span, &'static str)>,
    /// Curly quotes, each with the correct text.
    pub(in crate::parse::read) curly_quotes: Vec<(Span, &'static str)>,
    /// Quotes that are not closed.
    pub(in crate::parse::read) unbalanced: Vec<Span>,
    /// The last word before the first line end that lacks a continuation.
    pub(in crate::parse::read) broken: Option<Span>,
    /// The missing continuations, each with its position.
    pub(in crate::parse::read) continuations: Vec<(Span, &'static str)>,
}

impl Statement<'_> {
    /// Clears the statement for a new one that begins at `start`.
    pub(super) fn begin(&mut self, start: usize) {
        let Self {
            words,
            span,
            document,
            assigns,
            defaults,
            fallbacks,
            web_blanks,
            curly_quotes,
            unbalanced,
            broken,
            continuations,
        } = self;
        (*span, *document, *assigns, *broken) = (start..start, None, false, None);
        words.clear();
        defaults.clear();
        fallbacks.clear();
        web_blanks.clear();
        curly_quotes.clear();
        unbalanced.clear();
        continuations.clear();
    }
}

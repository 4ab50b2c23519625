//! Templates: fixed texts in which `{name}` is replaced by a word of the scenario. The writer decides how to write a
//! word: as a Python expression, as a YAML scalar, or verbatim.

use super::Word;

/// A sequence of fixed texts with their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template(Vec<Fragment>);

/// A text with its words by name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fragment {
    text: &'static str,
    words: Vec<(&'static str, Word)>,
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A fixed text.
    Text(&'static str),
    /// A word of the scenario.
    Word(&'a Word),
}

impl Template {
    /// Creates a template from a text without words.
    pub fn new(text: &'static str) -> Self {
        Self::default().text(text)
    }

    /// Appends a text without words.
    #[must_use]
    pub fn text(self, text: &'static str) -> Self {
        self.words(text, Vec::new())
    }

    /// Appends a text with one word.
    #[must_use]
    pub fn word(self, text: &'static str, name: &'static str, word: Word) -> Self {
        self.words(text, vec![(name, word)])
    }

    /// Appends a text with words.
    #[must_use]
    pub fn words(mut self, text: &'static str, words: Vec<(&'static str, Word)>) -> Self {
        self.0.push(Fragment { text, words });
        self
    }

    /// Appends another template.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Calls a function with every piece.
    pub(crate) fn each_piece<'a>(&'a self, read: &mut dyn FnMut(Piece<'a>)) {
        for fragment in &self.0 {
            each_piece(fragment.text, &fragment.words, read);
        }
    }

    /// Calls a function with every word.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.0.iter().flat_map(|fragment| &fragment.words).for_each(|(_, word)| read(word));
    }
}

/// Calls a function with every piece of a text. A name without a word is a bug; it is passed on as text.
pub(crate) fn each_piece<'a>(
    text: &'static str,
    words: &'a [(&'static str, Word)],
    read: &mut dyn FnMut(Piece<'a>),
) {
    for (index, piece) in text.split(['{', '}']).enumerate() {
        let word = words.iter().find(|(name, _)| index % 2 == 1 && *name == piece);
        debug_assert!(word.is_some() || index % 2 == 0, "{{{piece}}} of {text:?} has no word");
        read(word.map_or(Piece::Text(piece), |(_, word)| Piece::Word(word)));
    }
}

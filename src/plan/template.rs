//! Texts of the wizard's own with words of a scenario in them: `{name}` is where a word stands. How a word is written
//! there is the writer's to know: as a Python expression, a YAML scalar, or as it is.

use super::Word;

/// Texts one behind the other.
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
    /// The wizard's own.
    Text(&'static str),
    /// A word of the scenario.
    Word(&'a Word),
}

impl Template {
    /// A text without words.
    pub fn new(text: &'static str) -> Self {
        Self::default().text(text)
    }

    /// The same template with a text without words behind it.
    #[must_use]
    pub fn text(self, text: &'static str) -> Self {
        self.words(text, Vec::new())
    }

    /// The same template with a text of one word behind it.
    #[must_use]
    pub fn word(self, text: &'static str, name: &'static str, word: Word) -> Self {
        self.words(text, vec![(name, word)])
    }

    /// The same template with a text behind it.
    #[must_use]
    pub fn words(mut self, text: &'static str, words: Vec<(&'static str, Word)>) -> Self {
        self.0.push(Fragment { text, words });
        self
    }

    /// The same template with another behind it.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Shows every piece to a reader.
    pub(crate) fn each_piece<'a>(&'a self, read: &mut dyn FnMut(Piece<'a>)) {
        for fragment in &self.0 {
            each_piece(fragment.text, &fragment.words, read);
        }
    }

    /// Shows every word to a reader.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.0.iter().flat_map(|fragment| &fragment.words).for_each(|(_, word)| read(word));
    }
}

/// Shows every piece of a text with words to a reader. A name that no word has is text, and a mistake of ours.
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

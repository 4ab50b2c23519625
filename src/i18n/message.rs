//! Messages: English texts, each with a name that the translation files use. A program does not contain the names: the
//! catalogs that it loads are keyed by the English text.

use std::cell::Cell;

use super::catalog::Catalog;
use super::language::Language;

/// An English text that is shown in the current language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message(#[doc(hidden)] pub &'static str);

/// A text that varies with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plural(
    /// The text for one, [`messages::BETWEEN_FORMS`], then the text for every other number.
    pub(crate) &'static str,
);

/// A message: its name and its English text. `{name}` is a placeholder that `fill` replaces.
macro_rules! message {
    ($name:literal, $text:literal) => {
        $crate::i18n::Message($text)
    };
}
pub(crate) use message;

/// A message that varies with a number: its name, the text for one and the text for every other number. `{count}` is
/// the number.
macro_rules! plural {
    ($name:literal, $one:literal, $other:literal) => {
        $crate::i18n::Plural(concat!($one, "\u{1f}", $other))
    };
}
pub(crate) use plural;

/// A set of messages without parameters, as an enum. The set's name is the first part of each message's name.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident $set:literal { $($variant:ident $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the text is the documentation")]
        pub enum $name { $($variant,)+ }

        impl crate::i18n::TextId for $name {
            fn message(self) -> crate::i18n::Message {
                crate::i18n::Message(match self { $(Self::$variant => $text,)+ })
            }
        }
    };
}
pub(crate) use texts;

thread_local! {
    /// The catalog of the current language. `None` for English.
    static SPOKEN: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// The catalog of the current language. `None` for English, which is compiled in.
fn spoken() -> Option<&'static Catalog> {
    SPOKEN.get()
}

/// Sets the language of this thread. `None` means English.
pub fn speak(catalog: Option<&'static Catalog>) {
    SPOKEN.set(catalog);
}

/// The current language.
pub(crate) fn language() -> Language {
    spoken().map_or(Language::English, |catalog| catalog.language)
}

impl Message {
    /// The empty text, in every language.
    pub(crate) const NONE: Self = Self("");

    /// The text in the current language, or in English if there is no translation.
    #[must_use]
    pub fn text(self) -> &'static str {
        spoken().and_then(|catalog| catalog.get(&[self.0])).unwrap_or(self.0)
    }

    /// The text with its placeholders replaced by these values.
    pub(crate) fn fill(self, values: &[(&str, &str)]) -> String {
        fill(self.text(), values)
    }
}

impl Plural {
    /// The text for this count, with its other placeholders replaced by these values.
    pub(crate) fn fill(self, count: usize, values: &[(&str, &str)]) -> String {
        let (one, other) = self.0.split_once(messages::BETWEEN_FORMS).unwrap_or(("", self.0));
        let category = language().category(count);
        let translated = spoken().and_then(|catalog| catalog.get(&[self.0, category]));
        let english = if count == 1 { one } else { other };
        let counted = fill(translated.unwrap_or(english), &[("count", &count.to_string())]);
        fill(&counted, values)
    }
}

/// Replaces the placeholders of a text. Inserted values are not scanned for placeholders.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        rest = match known {
            Some((value, behind)) => {
                filled.push_str(value);
                behind
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// Joins words as the current language does.
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    joined(words, message!("list.separator", ", ").text())
}

/// Joins sentences as the current language does.
pub(crate) fn sentences<T: AsRef<str>>(sentences: &[T]) -> String {
    joined(sentences, message!("list.sentences", " ").text())
}

fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(text.as_ref());
    }
    joined
}

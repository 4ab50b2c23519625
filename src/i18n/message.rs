//! Messages: texts in English, each with a name, by which translations know them. A program holds no names: what it loads
//! of another language is keyed by the English text.

use std::cell::Cell;

use super::catalog::Catalog;
use super::language::Language;

/// A text in English, to be said in the language of the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message(#[doc(hidden)] pub &'static str);

/// A text that differs with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plural(
    /// The text for one, [`messages::BETWEEN_FORMS`], the text for any other number.
    pub(crate) &'static str,
);

/// A message: its name and what it says in English. `{name}` is where something of the scenario stands.
macro_rules! message {
    ($name:literal, $text:literal) => {
        $crate::i18n::Message($text)
    };
}
pub(crate) use message;

/// A message that differs with a number: its name, what it says for one and for any other. `{count}` is the number.
macro_rules! plural {
    ($name:literal, $one:literal, $other:literal) => {
        $crate::i18n::Plural(concat!($one, "\u{1f}", $other))
    };
}
pub(crate) use plural;

/// A set of messages that stand alone, an enum: the set's name is the first part of theirs.
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
    /// The catalog of the language that is spoken now; nothing in English.
    static SPOKEN: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// The catalog of the language that is spoken now; nothing in English, which is compiled in.
fn spoken() -> Option<&'static Catalog> {
    SPOKEN.get()
}

/// Speaks another language from now on, in this thread.
pub fn speak(catalog: Option<&'static Catalog>) {
    SPOKEN.set(catalog);
}

/// The language that is spoken now.
pub(crate) fn language() -> Language {
    spoken().map_or(Language::English, |catalog| catalog.language)
}

impl Message {
    /// No text, in any language.
    pub(crate) const NONE: Self = Self("");

    /// What it says in the language that is spoken now, or else in English.
    #[must_use]
    pub fn text(self) -> &'static str {
        spoken().and_then(|catalog| catalog.get(&[self.0])).unwrap_or(self.0)
    }

    /// What it says, with what stands in the place of its names.
    pub(crate) fn fill(self, values: &[(&str, &str)]) -> String {
        fill(self.text(), values)
    }
}

impl Plural {
    /// What it says of so many, with what stands in the place of its other names.
    pub(crate) fn fill(self, count: usize, values: &[(&str, &str)]) -> String {
        let (one, other) = self.0.split_once(messages::BETWEEN_FORMS).unwrap_or(("", self.0));
        let category = language().category(count);
        let translated = spoken().and_then(|catalog| catalog.get(&[self.0, category]));
        let english = if count == 1 { one } else { other };
        let counted = fill(translated.unwrap_or(english), &[("count", &count.to_string())]);
        fill(&counted, values)
    }
}

/// A text with what stands in the place of its names. What comes in is not looked at again.
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

/// Words in a row, as the language writes them.
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    joined(words, message!("list.separator", ", ").text())
}

/// Sentences in a row, as the language writes them.
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

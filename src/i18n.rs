//! Localization: messages, catalogs of translations, the table of languages. The texts themselves are in
//! [`crate::text`].

mod catalog;
#[cfg(feature = "terminal")]
mod compiled;
mod language;
mod message;

pub use catalog::Catalog;
#[cfg(feature = "terminal")]
pub use compiled::catalog;
pub use language::Language;
pub use message::{Message, listed, speak};
pub(crate) use message::{Plural, message, plural, sentences, texts};

/// The id of a text without parameters. Page, files, tables and panels each have their own set, so a module contains
/// only the texts that it shows.
pub trait TextId: Copy {
    /// The English message.
    fn message(self) -> Message;
}

/// The text in the current language.
pub fn text(text: impl TextId) -> &'static str {
    text.message().text()
}

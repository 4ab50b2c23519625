//! The machinery of languages: messages, catalogues of translations, the table of languages. The texts themselves stand in
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

/// A text that stands alone: of the page, of files, of tables, of the second module. A set each, so that a module holds
/// those alone that it shows.
pub trait TextId: Copy {
    /// What it says, in English.
    fn message(self) -> Message;
}

/// A text that stands alone.
pub fn text(text: impl TextId) -> &'static str {
    text.message().text()
}

//! The translations of one language.

use std::collections::HashMap;

use messages::key;

use super::language::Language;

/// The messages of a language, by key. A catalog is leaked on purpose: there are few languages, and each is loaded
/// once.
pub struct Catalog {
    /// The language.
    pub language: Language,
    messages: HashMap<u32, &'static str>,
}

impl Catalog {
    /// Creates a catalog from pairs of a key in hexadecimal and a text. A pair with an invalid key is ignored. If a key
    /// is repeated, the last pair counts.
    pub fn new(language: Language, messages: impl IntoIterator<Item = (String, String)>) -> &'static Self {
        let message = |(key, text): (String, String)| {
            let key = u32::from_str_radix(&key, 16).ok()?;
            Some((key, &*text.leak()))
        };
        let messages = messages.into_iter().filter_map(message).collect();
        Box::leak(Box::new(Self { language, messages }))
    }

    /// The translation of an English text, if there is one.
    pub(super) fn get(&self, english: &[&str]) -> Option<&'static str> {
        self.messages.get(&key(english)).copied()
    }
}

//! What a language says in the place of English.

use std::collections::HashMap;

use messages::key;

use super::language::Language;

/// The messages of a language, by their keys. It lives as long as the program: there are few, and each is read once.
pub struct Catalog {
    /// The language.
    pub language: Language,
    messages: HashMap<u32, &'static str>,
}

impl Catalog {
    /// A catalog of these messages, the key in hexadecimal digits and the text each. What has no such key is passed over,
    /// and of two with one key the last counts.
    pub fn new(language: Language, messages: impl IntoIterator<Item = (String, String)>) -> &'static Self {
        let message = |(key, text): (String, String)| {
            let key = u32::from_str_radix(&key, 16).ok()?;
            Some((key, &*text.leak()))
        };
        let messages = messages.into_iter().filter_map(message).collect();
        Box::leak(Box::new(Self { language, messages }))
    }

    /// What it says in the place of an English text; nothing where that is missing.
    pub(super) fn get(&self, english: &[&str]) -> Option<&'static str> {
        self.messages.get(&key(english)).copied()
    }
}

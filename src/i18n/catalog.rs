//! What a language says in the place of English.

use messages::key;

use super::language::Language;

/// The messages of a language, by their keys. It lives as long as the program: there are few, and each is read once.
pub struct Catalog {
    /// The language.
    pub language: Language,
    /// Key and text, in the order of the keys.
    messages: Vec<(u32, &'static str)>,
}

impl Catalog {
    /// A catalog of these messages, the key in hexadecimal digits and the text each. What has no such key is passed over,
    /// and of two with one key the last counts.
    pub fn new(language: Language, messages: impl IntoIterator<Item = (String, String)>) -> &'static Self {
        let mut catalog = Self { language, messages: Vec::new() };
        for (key, text) in messages {
            if let Ok(key) = u32::from_str_radix(&key, 16) {
                catalog.add(key, text.leak());
            }
        }
        Box::leak(Box::new(catalog))
    }

    fn add(&mut self, key: u32, text: &'static str) {
        match self.place(key) {
            Ok(place) => {
                if let Some(known) = self.messages.get_mut(place) {
                    known.1 = text;
                }
            }
            // Files are in the order of their keys, so that each goes to the end.
            Err(place) => self.messages.insert(place, (key, text)),
        }
    }

    fn place(&self, key: u32) -> Result<usize, usize> {
        self.messages.binary_search_by_key(&key, |(known, _)| *known)
    }

    /// What it says in the place of an English text; nothing where that is missing.
    pub(super) fn get(&self, english: &[&str]) -> Option<&'static str> {
        let place = self.place(key(english)).ok()?;
        self.messages.get(place).map(|(_, text)| *text)
    }
}

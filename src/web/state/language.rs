//! Which language is spoken, and the way to another.

use leptos::prelude::*;

use super::Wizard;
use crate::i18n::{Language, speak, text};
use crate::text::Text;
use crate::web::browser::{self, locale};

/// What is known of languages.
#[derive(Clone, Copy)]
pub(super) struct Speech {
    /// The one that is spoken; nothing before the first texts have come.
    language: Option<Language>,
    /// The one that was asked for last.
    wanted: Language,
    /// Whether somebody has chosen it here, and has the focus on the choice.
    by_hand: bool,
}

impl Default for Speech {
    fn default() -> Self {
        Self { language: None, wanted: Language::English, by_hand: false }
    }
}

impl Wizard {
    /// The language that is spoken; nothing while the first texts are on their way.
    pub fn language(self) -> Option<Language> {
        self.looks.with(|looks| looks.speech.language)
    }

    /// The language that was asked for last; that which is spoken, once it is.
    pub fn wanted_language(self) -> Language {
        self.looks.with(|looks| looks.speech.wanted)
    }

    /// Speaks the language that was chosen before, or else one that the browser's reader likes.
    pub fn speak_first(self) {
        /// How long a page waits for its texts before it speaks English, in milliseconds.
        const PATIENCE: i32 = 3_000;
        let chosen = self.looks.with_untracked(|looks| looks.preferences.language);
        let language = chosen.or_else(locale::preferred).unwrap_or(Language::English);
        self.speak(language);
        browser::set_timeout(
            move || {
                let is_silent = |looks: &super::Looks| looks.speech.language.is_none();
                if self.looks.try_with_untracked(is_silent).unwrap_or(false) {
                    self.spoken(None);
                }
            },
            PATIENCE,
        );
    }

    /// Speaks a language from now on, and remembers that it was chosen.
    pub fn choose_language(self, language: Language) {
        self.prefer(|preferences| preferences.language = Some(language));
        self.looks.update(|looks| looks.speech.by_hand = true);
        self.speak(language);
    }

    /// Speaks a language from now on, once its texts have come; English, where they do not come.
    pub fn speak(self, language: Language) {
        self.looks.update(|looks| looks.speech.wanted = language);
        if language == Language::English {
            return self.spoken(None);
        }
        leptos::task::spawn_local(async move {
            let catalog = locale::fetch(language, !self.is_embedded()).await;
            // Another one may have been asked for since, and the page may be gone.
            let is_wanted = |looks: &super::Looks| looks.speech.wanted == language;
            if !self.looks.try_with_untracked(is_wanted).unwrap_or(false) {
                return;
            }
            self.spoken(catalog);
            if catalog.is_none() {
                self.announce(text(Text::LanguageFailed));
            }
        });
    }

    /// Speaks what a catalog says, or English.
    fn spoken(self, catalog: Option<&'static crate::i18n::Catalog>) {
        speak(catalog);
        let language = catalog.map_or(Language::English, |catalog| catalog.language);
        let stands =
            |looks: &super::Looks| looks.speech.language == Some(language) && looks.speech.wanted == language;
        if !self.looks.with_untracked(stands) {
            self.looks.update(|looks| {
                looks.speech.language = Some(language);
                looks.speech.wanted = language;
            });
        }
    }

    /// Puts the focus back on the choice of a language, which is made anew with the page, where it was made by hand.
    pub fn come_back_to_language(self) {
        if self.looks.with_untracked(|looks| looks.speech.by_hand) {
            self.focus("[data-focus=language]".to_owned());
        }
    }
}

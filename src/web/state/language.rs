//! The language of the page, and how it changes.

use leptos::prelude::*;

use super::view_state::ViewState;
use super::wizard::Wizard;
use crate::i18n::{Language, speak, text};
use crate::text::Text;
use crate::web::browser::locale;

/// The state of the language.
#[derive(Clone, Copy)]
pub(super) struct LanguageState {
    /// The current language; `None` until the first texts are loaded.
    language: Option<Language>,
    /// The language that was requested last.
    wanted: Language,
    /// Whether the user has chosen the language here, so that the choice of languages has the focus.
    by_hand: bool,
}

impl Default for LanguageState {
    fn default() -> Self {
        Self { language: None, wanted: Language::English, by_hand: false }
    }
}

impl Wizard {
    /// The current language; `None` until the first texts are loaded.
    pub fn language(self) -> Option<Language> {
        self.view.with(|view| view.appearance.language.language)
    }

    /// The language that was requested last. It is the current language once its texts are loaded.
    pub fn wanted_language(self) -> Language {
        self.view.with(|view| view.appearance.language.wanted)
    }

    /// Sets the language that was chosen on an earlier visit, or else the preferred one of the browser.
    pub fn set_first_language(self) {
        /// How long a page waits for its texts before it falls back to English, in milliseconds.
        const PATIENCE: i32 = 3_000;
        let chosen = self.view.with_untracked(|view| view.plan.preferences.language);
        let language = chosen.or_else(locale::preferred).unwrap_or(Language::English);
        self.set_language(language);
        self.tasks().after(PATIENCE, move || {
            if self.view.with_untracked(|view| view.appearance.language.language.is_none()) {
                self.spoken(None);
            }
        });
    }

    /// Changes the language and stores the choice.
    pub fn choose_language(self, language: Language) {
        self.prefer(|preferences| preferences.language = Some(language));
        self.view.update(|view| view.appearance.language.by_hand = true);
        self.set_language(language);
    }

    /// Changes the language once its texts are loaded. Falls back to English if they cannot be loaded.
    pub fn set_language(self, language: Language) {
        self.view.update(|view| view.appearance.language.wanted = language);
        if language == Language::English {
            return self.spoken(None);
        }
        self.tasks().spawn(async move {
            let catalog = locale::fetch(language, !self.is_embedded()).await;
            // Another language may have been requested since.
            if self.view.with_untracked(|view| view.appearance.language.wanted != language) {
                return;
            }
            self.spoken(catalog);
            if catalog.is_none() {
                self.announce(text(Text::LanguageFailed));
            }
        });
    }

    /// Uses the texts of a catalog, or the English ones.
    fn spoken(self, catalog: Option<&'static crate::i18n::Catalog>) {
        speak(catalog);
        let language = catalog.map_or(Language::English, |catalog| catalog.language);
        let stands = |view: &ViewState| {
            view.appearance.language.language == Some(language) && view.appearance.language.wanted == language
        };
        if !self.view.with_untracked(stands) {
            self.view.update(|view| {
                view.appearance.language.language = Some(language);
                view.appearance.language.wanted = language;
            });
        }
    }

    /// Restores the focus on the choice of languages if the user changed the language there: a change of language renders
    /// the choice again.
    pub fn come_back_to_language(self) {
        if self.view.with_untracked(|view| view.appearance.language.by_hand) {
            self.focus("[data-focus=language]".to_owned());
        }
    }
}

//! Which language is spoken, and the way to another.

use leptos::prelude::*;

use super::view_state::ViewState;
use super::wizard::Wizard;
use crate::i18n::{Language, speak, text};
use crate::text::Text;
use crate::web::browser::{self, locale};

/// What is known of languages.
#[derive(Clone, Copy)]
pub(super) struct LanguageState {
    /// The one that is spoken; nothing before the first texts have come.
    language: Option<Language>,
    /// The one that was asked for last.
    wanted: Language,
    /// Whether somebody has chosen it here, and has the focus on the choice.
    by_hand: bool,
}

impl Default for LanguageState {
    fn default() -> Self {
        Self { language: None, wanted: Language::English, by_hand: false }
    }
}

impl Wizard {
    /// The language that is spoken; nothing while the first texts are on their way.
    pub fn language(self) -> Option<Language> {
        self.view.with(|view| view.appearance.language.language)
    }

    /// The language that was asked for last; that which is spoken, once it is.
    pub fn wanted_language(self) -> Language {
        self.view.with(|view| view.appearance.language.wanted)
    }

    /// Speaks the language that was chosen before, or else one that the browser's reader likes.
    pub fn set_first_language(self) {
        /// How long a page waits for its texts before it speaks English, in milliseconds.
        const PATIENCE: i32 = 3_000;
        let chosen = self.view.with_untracked(|view| view.plan.preferences.language);
        let language = chosen.or_else(locale::preferred).unwrap_or(Language::English);
        self.set_language(language);
        browser::set_timeout(
            move || {
                let is_silent = |view: &ViewState| view.appearance.language.language.is_none();
                if self.view.try_with_untracked(is_silent).unwrap_or(false) {
                    self.spoken(None);
                }
            },
            PATIENCE,
        );
    }

    /// Speaks a language from now on, and remembers that it was chosen.
    pub fn choose_language(self, language: Language) {
        self.prefer(|preferences| preferences.language = Some(language));
        self.view.update(|view| view.appearance.language.by_hand = true);
        self.set_language(language);
    }

    /// Speaks a language from now on, once its texts have come; English, where they do not come.
    pub fn set_language(self, language: Language) {
        self.view.update(|view| view.appearance.language.wanted = language);
        if language == Language::English {
            return self.spoken(None);
        }
        leptos::task::spawn_local(async move {
            let catalog = locale::fetch(language, !self.is_embedded()).await;
            // Another one may have been asked for since, and the page may be gone.
            let is_wanted = |view: &ViewState| view.appearance.language.wanted == language;
            if !self.view.try_with_untracked(is_wanted).unwrap_or(false) {
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

    /// Puts the focus back on the choice of a language, which is made anew with the page, where it was made by hand.
    pub fn come_back_to_language(self) {
        if self.view.with_untracked(|view| view.appearance.language.by_hand) {
            self.focus("[data-focus=language]".to_owned());
        }
    }
}

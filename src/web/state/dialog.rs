//! Dialogs, single keys and colours: what is over and around the questions.

use leptos::prelude::*;

use super::wizard::Wizard;
use crate::base::ids::ids;
use crate::web::browser::storage;

ids! {
    /// The dialogs over the page. What they hold is the part of the second module with the same id.
    DialogId {
        /// What single keys do.
        Keys "keys",
        /// The way to a setting.
        Search "search",
    }
}

ids! {
    /// The single keys. None of them is one that a browser has for itself.
    KeyId {
        /// Copies the step that is next.
        Copy "c",
        /// The next questions.
        Next "n",
        /// The questions before.
        Back "p",
        /// Opens the way to a setting.
        Search "/",
        /// Opens what the keys do.
        Help "?",
    }
}

/// The colours of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Those of the system.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Where it is kept that single keys do nothing.
const KEYS: &str = "azureml-k8s-wizard.keys";
const OFF: &str = "off";
/// Where the theme is kept.
const THEME: &str = "azureml-k8s-wizard.theme";

impl Wizard {
    /// Takes over keys and colours as the browser has kept them, as far as it keeps anything.
    pub(super) fn recall_appearance(self) {
        let keys = storage::read(KEYS).is_ok_and(|kept| kept == OFF);
        let theme = storage::read(THEME).unwrap_or_default();
        self.view.update(|view| {
            view.appearance.keys = !keys;
            view.appearance.theme =
                Theme::ALL.into_iter().find(|known| known.id() == theme).unwrap_or(Theme::Auto);
        });
    }

    /// The dialog that is open.
    pub fn dialog(self) -> Option<DialogId> {
        self.view.with(|view| view.appearance.dialog)
    }

    /// Opens a dialog, or closes the one that is open.
    pub fn open_dialog(self, dialog: Option<DialogId>) {
        if untrack(|| self.dialog()) != dialog {
            self.view.update(|view| view.appearance.dialog = dialog);
        }
    }

    /// Whether single keys do something.
    pub fn has_keys(self) -> bool {
        self.view.with(|view| view.appearance.keys)
    }

    /// Has single keys do something, or nothing. What the browser does not keep holds until the page is left.
    pub fn switch_keys(self) {
        let has = !untrack(|| self.has_keys());
        let _ = storage::write(KEYS, if has { "" } else { OFF });
        self.view.update(|view| view.appearance.keys = has);
    }

    /// Does what a single key does.
    pub fn press(self, key: KeyId) {
        match key {
            KeyId::Copy => self.copy_current(),
            KeyId::Next => self.forward(),
            KeyId::Back => self.back(),
            KeyId::Search => self.open_dialog(Some(DialogId::Search)),
            KeyId::Help => self.open_dialog(Some(DialogId::Keys)),
        }
    }

    /// The colours of the page.
    pub fn theme(self) -> Theme {
        self.view.with(|view| view.appearance.theme)
    }

    /// Puts the page in other colours. What the browser does not keep holds until the page is left.
    pub fn colour(self, id: &str) {
        let Some(theme) = Theme::ALL.into_iter().find(|known| known.id() == id) else { return };
        let _ = storage::write(THEME, if theme == Theme::Auto { "" } else { id });
        self.view.update(|view| view.appearance.theme = theme);
    }
}

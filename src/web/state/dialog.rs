//! Dialogs, keyboard shortcuts and colours: what is above and around the questions.

use leptos::prelude::*;

use super::wizard::Wizard;
use crate::base::ids::ids;
use crate::web::browser::storage;

ids! {
    /// The dialogs over the page. The content of each is the part of the panels with the same id.
    DialogId {
        /// The list of keyboard shortcuts.
        Keys "keys",
        /// The search for a setting.
        Search "search",
    }
}

ids! {
    /// The single-key shortcuts. Browsers use none of these keys themselves.
    KeyId {
        /// Copies the current step.
        Copy "c",
        /// Goes to the next questions.
        Next "n",
        /// Goes to the previous questions.
        Back "p",
        /// Opens the search for a setting.
        Search "/",
        /// Opens the list of shortcuts.
        Help "?",
    }
}

/// The colours of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The colours of the system.
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

/// The storage key for switched-off shortcuts.
const KEYS: &str = "azureml-k8s-wizard.keys";
const OFF: &str = "off";
/// The storage key for the theme.
const THEME: &str = "azureml-k8s-wizard.theme";

impl Wizard {
    /// Restores shortcuts and colours from the storage of the browser, if it is available.
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

    /// Whether single-key shortcuts are on.
    pub fn has_keys(self) -> bool {
        self.view.with(|view| view.appearance.keys)
    }

    /// Switches single-key shortcuts on or off. If the storage refuses the choice, it lasts until the page is closed.
    pub fn switch_keys(self) {
        let has = !untrack(|| self.has_keys());
        let _ = storage::write(KEYS, if has { "" } else { OFF });
        self.view.update(|view| view.appearance.keys = has);
    }

    /// Runs the action of a shortcut.
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

    /// Changes the colours of the page. If the storage refuses the choice, it lasts until the page is closed.
    pub fn colour(self, id: &str) {
        let Some(theme) = Theme::ALL.into_iter().find(|known| known.id() == id) else { return };
        let _ = storage::write(THEME, if theme == Theme::Auto { "" } else { id });
        self.view.update(|view| view.appearance.theme = theme);
    }
}

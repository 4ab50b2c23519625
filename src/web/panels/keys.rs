//! The list of keyboard shortcuts.

use crate::i18n::text;
use crate::text::{PanelText, Text};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::KeyId;

/// The keys and their actions.
pub(super) fn keys() -> ElementView {
    element_of("dl", "keys").children(KeyId::ALL.iter().map(|key| {
        element("div")
            .child(element("dt").child(element("kbd").text(key.id())))
            .child(element("dd").text(action(*key)))
    }))
}

fn action(key: KeyId) -> &'static str {
    match key {
        KeyId::Copy => text(PanelText::KeyCopy),
        KeyId::Next => text(PanelText::KeyNext),
        KeyId::Back => text(PanelText::KeyBack),
        KeyId::Search => text(Text::SearchOpen),
        KeyId::Help => text(PanelText::KeyHelp),
    }
}

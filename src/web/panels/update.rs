//! The offer of a new version. `public/offer.js` adds it to the page when there is one.

use leptos::prelude::*;

use crate::text::PanelText;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

/// The offer, with two buttons that send their answers to the page.
pub(super) fn update(wizard: Wizard) -> ElementView {
    let is_shown = RwSignal::new(false);
    // Screen readers only read what is added to a region that already exists.
    wizard.tasks().before_paint(move || {
        // A change of language builds this region again.
        let _ = is_shown.try_set(true);
    });
    let answer = move |label, answer: &'static str| {
        element("button")
            .attribute("type", "button")
            .on("click", move |_| wizard.answer_there(answer))
            .message(label)
    };
    element_of("div", "update").attribute("role", "status").live_children(move || {
        if !is_shown.get() {
            return Vec::new();
        }
        vec![
            element("p").message(PanelText::UpdateReady),
            answer(PanelText::UpdateNow, "now"),
            answer(PanelText::UpdateLater, "later"),
        ]
    })
}

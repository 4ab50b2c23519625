//! The offer of a new version, which `public/offer.js` puts into the page once one is there.

use leptos::prelude::*;

use crate::text::PanelText;
use crate::web::browser;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

/// The offer, and its two answers, which the page is told of by these words.
pub(super) fn update(wizard: Wizard) -> ElementView {
    let is_said = RwSignal::new(false);
    // A screen reader says what comes into a place that was there before.
    browser::request_animation_frame(move || {
        // Another language makes the place anew.
        let _ = is_said.try_set(true);
    });
    let answer = move |label, answer: &'static str| {
        element("button")
            .attribute("type", "button")
            .on("click", move |_| wizard.answer_there(answer))
            .message(label)
    };
    element_of("div", "update").attribute("role", "status").live_children(move || {
        if !is_said.get() {
            return Vec::new();
        }
        vec![
            element("p").message(PanelText::UpdateReady),
            answer(PanelText::UpdateNow, "now"),
            answer(PanelText::UpdateLater, "later"),
        ]
    })
}

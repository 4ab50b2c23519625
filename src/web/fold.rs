//! A part that can be folded.

use super::dom::{ElementView, element_of};
use crate::web::browser;

/// A part whose folding is controlled by `is_open`. Calls `toggled` when the user opens or closes it.
pub(super) fn fold(
    class: &str,
    is_open: impl Fn() -> bool + 'static,
    toggled: impl Fn(bool) + 'static,
    summary: ElementView,
) -> ElementView {
    element_of("details", class).live_attribute("open", move || is_open().then_some("")).child(summary).on(
        "toggle",
        move |event| {
            toggled(browser::target(&event).is_some_and(|details| details.has_attribute("open")));
        },
    )
}

//! A part that is folded away until somebody wants it.

use super::dom::{ElementView, element_of};
use crate::web::browser;

/// A part that is folded away or open as something else says, and tells when its reader opens or closes it.
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

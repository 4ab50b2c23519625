//! A part that is folded away until somebody wants it.

use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;

use super::element::{ElementView, element_of};

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
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            toggled(target.is_some_and(|details| details.has_attribute("open")));
        },
    )
}

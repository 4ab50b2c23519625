//! The browser, as far as the page needs it: every call that can fail gives a value back, and none panics.

pub mod clipboard;
pub mod file;
pub mod fragment;
pub mod storage;
pub mod svg;
pub mod workbench;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Puts the focus on the first element below a root that a selector finds.
pub fn focus(root: &Element, selector: &str) {
    if let Ok(Some(element)) = root.query_selector(selector)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

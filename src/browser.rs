//! The browser, as far as the page needs it: every call that can fail gives a value back, and none panics.

pub mod clipboard;
pub mod file;
pub mod fragment;
pub mod locale;
pub mod storage;
pub mod svg;
pub mod workbench;

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Reflect;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

#[wasm_bindgen]
extern "C" {
    /// Where this module came from.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static ADDRESS: String;
}

/// Where this module came from, and what it fetches lies beside.
fn address() -> String {
    ADDRESS.with(Clone::clone)
}

/// Puts the focus on the first element below a root that a selector finds.
pub fn focus(root: &Element, selector: &str) {
    if let Ok(Some(element)) = root.query_selector(selector)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Presses the first button below a root that a selector finds. Whether there is one.
pub fn press(root: &Element, selector: &str) -> bool {
    let button = root.query_selector(selector).ok().flatten();
    match button.as_ref().and_then(|button| button.dyn_ref::<HtmlElement>()) {
        Some(button) => {
            button.click();
            true
        }
        None => false,
    }
}

/// The key that was pressed; empty with a modifier, since that makes it the browser's.
pub fn key(event: &Event) -> String {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if !(key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key()) => key.key(),
        _ => String::new(),
    }
}

/// The element that an event comes from.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// What the control holds that an event comes from.
pub fn value(event: &Event) -> String {
    let target = event.target().map(JsValue::from);
    let value = target.and_then(|target| Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

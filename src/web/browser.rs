//! Access to the browser. Calls that can fail return a value; none panics.

pub mod clipboard;
pub mod file;
pub mod fragment;
pub mod locale;
pub mod panels;
#[cfg(feature = "files")]
pub mod panic;
pub mod storage;
pub mod svg;

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Reflect;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

#[wasm_bindgen]
extern "C" {
    /// The address of this module.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static ADDRESS: String;
}

/// The address of this module. Everything that the module fetches is next to it.
fn address() -> String {
    ADDRESS.with(Clone::clone)
}

/// Focuses the first element below a root that a selector matches.
pub fn focus(root: &Element, selector: &str) {
    if let Ok(Some(element)) = root.query_selector(selector)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        // If the element cannot be focused, the focus does not move.
        let _ = element.focus();
    }
}

/// Calls a function in a task of its own after some milliseconds. Nothing cancels it: what uses a wizard defers its work
/// through `Tasks`.
///
/// Leptos' own functions for this are generic, so that they add code for each caller.
pub fn set_timeout(then: impl FnOnce() + 'static, milliseconds: i32) {
    set_timeout_of(Box::new(then), milliseconds);
}

fn set_timeout_of(then: Box<dyn FnOnce()>, milliseconds: i32) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
    }
}

/// Calls a function before the next frame is painted. Nothing cancels it: see [`set_timeout`].
pub fn request_animation_frame(then: impl FnOnce() + 'static) {
    request_animation_frame_of(Box::new(then));
}

fn request_animation_frame_of(then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

/// Clicks the first element below a root that a selector matches. Returns whether there is one.
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

/// The key that was pressed; empty with a modifier, because browsers use such combinations themselves.
pub fn key(event: &Event) -> String {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if !(key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key()) => key.key(),
        _ => String::new(),
    }
}

/// The element that fired an event.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The value of the control that fired an event.
pub fn value(event: &Event) -> String {
    let target = event.target().map(JsValue::from);
    let value = target.and_then(|target| Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Removes the placeholder page of `index.html`, now that the page is ready. If the focus was in it, focuses the first
/// `summary` of the page. Returns `false`, and removes nothing, while the user is pressing a part of it.
pub fn reveal(page: &Element) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(loading) = document.and_then(|document| document.get_element_by_id("loading")) else {
        return true;
    };
    let has = |selector| matches!(loading.query_selector(selector), Ok(Some(_)));
    let (is_pressed, has_focus) = (has(":is(a, summary):active"), has(":focus"));
    if !is_pressed {
        loading.remove();
        if has_focus {
            focus(page, "summary");
        }
    }
    !is_pressed
}

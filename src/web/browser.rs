//! The browser, as far as the page needs it: every call that can fail gives a value back, and none panics.

pub mod clipboard;
pub mod file;
pub mod fragment;
pub mod locale;
pub mod panels;
pub mod storage;
pub mod svg;

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

/// Does something after some milliseconds, in a task of its own.
///
/// Leptos' own functions of this kind are code for each caller.
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

/// Does something before the next frame is painted.
pub fn request_animation_frame(then: impl FnOnce() + 'static) {
    request_animation_frame_of(Box::new(then));
}

fn request_animation_frame_of(then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

/// Does something once what has changed by now has been painted. A page that is not looked at waits until it is.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, 0));
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

/// Takes what the document has of the page off it, now that the page is there; a focus in it goes to the first heading that
/// folds. Not while something of it is being pressed: whether it is gone.
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

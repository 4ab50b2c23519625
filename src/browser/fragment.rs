//! The page's fragment: where the scenario is kept, so that reload, bookmark and back give it again.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle, window_event_listener};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Typing settles this long before the address is written: browsers refuse a flood of history entries, replaced
/// ones included.
const SETTLE: Duration = Duration::from_millis(200);

/// The fragment, without its `#`; empty when there is none.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Replaces the fragment without a new entry in the history; an empty one is taken off.
fn replace(fragment: &str) {
    if read() == fragment {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let hash = if fragment.is_empty() { String::new() } else { ["#", fragment].concat() };
    // Refused in a sandboxed frame: the page then works without an address.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&[path, search, hash].concat()));
    }
}

/// Keeps the fragment equal to a text from now on: soon after each change, and at once when the page goes away.
pub fn keep(fragment: Signal<String>) {
    let pending = StoredValue::<Option<TimeoutHandle>>::new(None);
    let write = move || replace(&fragment.get_untracked());
    Effect::new(move |before: Option<()>| {
        fragment.track();
        // What was just read needs no writing.
        if before.is_some() {
            pending.update_value(|pending| {
                if let Some(timeout) = pending.take() {
                    timeout.clear();
                }
                *pending = set_timeout_with_handle(write, SETTLE).ok();
            });
        }
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| write());
    on_cleanup(move || leaving.remove());
}

/// Calls a function with the fragment whenever somebody changes it: a link into the same page, back and forward, or
/// a new address typed by hand.
pub fn on_change(call: impl Fn(String) + 'static) {
    let listener = window_event_listener(leptos::ev::hashchange, move |_| call(read()));
    on_cleanup(move || listener.remove());
}

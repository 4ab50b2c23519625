//! The fragment of the page's address. It contains the scenario, so that reload, bookmarks and the back button restore
//! it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{History, PerformanceNavigation, Storage};

use crate::web::tasks::Tasks;

/// The address is written at most once in this time, in milliseconds: browsers limit the number of history calls,
/// including replacements. The strictest, Safari, allows 100 in 30 seconds.
const PAUSE: i32 = 300;

/// The fragment, without its `#`; empty when there is none.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Whether the page itself has written the fragment, for instance before a reload.
pub fn is_own() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state.is_truthy())
}

thread_local! {
    /// The last fragment that the page has read or written.
    static KNOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Records the current fragment as known.
fn know() {
    KNOWN.set(Some(read()));
}

/// Whether the user has gone to another address that the page has not handled yet. It must not be overwritten.
fn is_left() -> bool {
    KNOWN.with_borrow(|known| known.as_ref().is_some_and(|known| *known != read()))
}

/// The address with another fragment, or without one if it is empty.
fn address(fragment: &str) -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let location = window.location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    format!("{path}{search}{hash}")
}

/// The history. A sandboxed frame refuses access; the page then works without an address.
fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Replaces the fragment without a new history entry, and records whether the page itself has written it.
fn replace(fragment: &str, is_ours: bool) {
    if is_left() || read() == fragment && is_own() == is_ours {
        return;
    }
    if let Some(history) = history() {
        let state = JsValue::from_bool(is_ours);
        let _ = history.replace_state_with_url(&state, "", Some(&address(fragment)));
        know();
    }
}

/// Keeps a fragment as a history entry. Later writes go into a new entry.
pub fn push(fragment: &str) {
    replace(fragment, true);
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::TRUE, "", Some(&address(fragment)));
        know();
    }
}

/// Returns a function that keeps the fragment equal to a text. Its effect tracks the text, and whether the text is the
/// page's own.
///
/// A change is written after it has been painted, because writing takes a browser longer than everything else that a key
/// press causes. Further changes are written at the end of the pause, and in any case when the page is hidden.
///
/// The text is `None` once its page has been dropped.
pub fn keeper(
    tasks: Tasks,
    kept: impl Fn() -> Option<(String, bool)> + Copy + 'static,
) -> impl Fn() + 'static {
    let (is_first, is_pausing) = (Cell::new(true), Rc::new(Cell::new(false)));
    let write = move || {
        if let Some((fragment, is_ours)) = untrack(kept) {
            replace(&fragment, is_ours);
        }
    };
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| {
        write();
        leave(&read());
    });
    on_cleanup(move || leaving.remove());
    move || {
        // Track the text even when it is not written.
        kept();
        // The first text was just read from the fragment.
        if !is_first.replace(false) && !is_pausing.replace(true) {
            let is_pausing = Rc::clone(&is_pausing);
            tasks.after_paint(write);
            tasks.after(PAUSE, move || {
                is_pausing.set(false);
                write();
            });
        }
    }
}

/// The session storage key for the last fragment.
const LEFT: &str = "azureml-k8s-wizard.left";

/// Keeps the fragment when the page is hidden: a reload may request an older address, from before the last write.
fn leave(fragment: &str) {
    if let Some(tab) = tab() {
        let _ = tab.set_item(LEFT, fragment);
    }
}

/// Restores the fragment that a reload during typing would lose. Call this once, before the fragment is read.
pub fn resume() {
    let Some(tab) = tab() else { return };
    let left = tab.get_item(LEFT).ok().flatten();
    // Only a reload continues the page that was left. Another visit in the same tab starts with its own address.
    let _ = tab.remove_item(LEFT);
    if let Some(left) = left
        && left != read()
        && is_reload()
    {
        replace(&left, is_own());
    }
}

/// The session storage, which lasts as long as the tab; `None` where storage is refused.
fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Whether the page was reloaded.
fn is_reload() -> bool {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance
        .is_some_and(|performance| performance.navigation().type_() == PerformanceNavigation::TYPE_RELOAD)
}

/// Calls a function whenever the user changes the fragment: with a link into the same page, with back and forward, or by
/// typing an address.
pub fn on_change(call: impl Fn() + 'static) {
    know();
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        know();
        call();
    });
    on_cleanup(move || listener.remove());
}

//! The page's fragment: where the scenario is kept, so that reload, bookmark and back give it again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{History, PerformanceNavigation, Storage};

/// The address is written at most this often: browsers refuse a flood of history entries, replaced ones included.
/// Safari, the strictest, takes 100 in 30 seconds. In milliseconds.
const PAUSE: i32 = 300;

/// The fragment, without its `#`; empty when there is none.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Whether the page itself has written the fragment, before a reload for instance.
pub fn is_own() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state.is_truthy())
}

thread_local! {
    /// The fragment as the page knows it.
    static KNOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Takes over the fragment that stands in the address.
fn know() {
    KNOWN.set(Some(read()));
}

/// Whether somebody has gone to another address that the page has not been told of yet: it must not be written over.
fn is_left() -> bool {
    KNOWN.with_borrow(|known| known.as_ref().is_some_and(|known| *known != read()))
}

/// The address with another fragment; an empty one is taken off.
fn address(fragment: &str) -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let location = window.location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    format!("{path}{search}{hash}")
}

/// The history; refused in a sandboxed frame: the page then works without an address.
fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Replaces the fragment without a new entry in the history, and says whether the page itself has written it.
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

/// Keeps a fragment as an entry of the history, behind which the next one is written.
pub fn push(fragment: &str) {
    replace(fragment, true);
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::TRUE, "", Some(&address(fragment)));
        know();
    }
}

/// What keeps the fragment equal to a text, with whose it is, to be called whenever that has changed: after a pause once that
/// has been painted, since writing takes a browser longer than all that a key changes, else at the pause's end, and in any
/// case when the page goes away.
///
/// The text is none once its page is gone: a timer may outlive the page that set it.
pub fn keeper(kept: impl Fn() -> Option<(String, bool)> + Copy + 'static) -> impl Fn() + 'static {
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
        // Followed even where it is not written.
        kept();
        // What was just read needs no writing.
        if !is_first.replace(false) && !is_pausing.replace(true) {
            let is_pausing = Rc::clone(&is_pausing);
            super::after_paint(write);
            super::set_timeout(
                move || {
                    is_pausing.set(false);
                    write();
                },
                PAUSE,
            );
        }
    }
}

/// Where the tab keeps the last fragment for a reload.
const LEFT: &str = "azureml-k8s-wizard.left";

/// Keeps what stands here while the page goes away: a reload may ask for an address from before the last writing.
fn leave(fragment: &str) {
    if let Some(tab) = tab() {
        let _ = tab.set_item(LEFT, fragment);
    }
}

/// Brings back what a reload in the middle of a word would lose. To be called once, before the fragment is read.
pub fn resume() {
    let Some(tab) = tab() else { return };
    let left = tab.get_item(LEFT).ok().flatten();
    // Another visit in the same tab begins with its own address: a reload alone follows the page that was left.
    let _ = tab.remove_item(LEFT);
    if let Some(left) = left
        && left != read()
        && is_reload()
    {
        replace(&left, is_own());
    }
}

/// What lives as long as the tab does; refused where storage is.
fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Whether the page has come by a reload.
fn is_reload() -> bool {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance
        .is_some_and(|performance| performance.navigation().type_() == PerformanceNavigation::TYPE_RELOAD)
}

/// Calls a function whenever somebody changes the fragment: a link into the same page, back and forward, or a new
/// address typed by hand.
pub fn on_change(call: impl Fn() + 'static) {
    know();
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        know();
        call();
    });
    on_cleanup(move || listener.remove());
}

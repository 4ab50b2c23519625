//! The local storage of the browser. The page stores only what the user has asked it to keep. Access is refused in a
//! sandboxed frame, and where the user has disabled storage.

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::on_cleanup;
use web_sys::Storage;

/// The text stored under a key; empty if there is none.
///
/// # Errors
/// If the browser refuses access to the storage.
pub fn read(key: &str) -> Result<String, Refused> {
    storage()?.get_item(key).map(Option::unwrap_or_default).map_err(|_| Refused)
}

/// Stores a text under a key. An empty text removes the key.
///
/// # Errors
/// If the browser refuses access to the storage, or the storage is full.
pub fn write(key: &str, text: &str) -> Result<(), Refused> {
    let storage = storage()?;
    let done = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
    done.map_err(|_| Refused)
}

/// Calls a function whenever another window of this page has stored something.
pub fn on_change(call: impl Fn() + 'static) {
    let listener = window_event_listener(leptos::ev::storage, move |_| call());
    on_cleanup(move || listener.remove());
}

/// The browser does not store anything for this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<Storage, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    window.local_storage().ok().flatten().ok_or(Refused)
}

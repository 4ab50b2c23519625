//! What the browser keeps for the page, and only what somebody asked for. Refused in a sandboxed frame, and where people
//! have switched it off.

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::on_cleanup;
use web_sys::Storage;

/// What a key holds; nothing where nothing is kept.
///
/// # Errors
/// When the browser keeps nothing for this page.
pub fn read(key: &str) -> Result<String, Refused> {
    storage()?.get_item(key).map(Option::unwrap_or_default).map_err(|_| Refused)
}

/// Keeps a text; an empty one is taken away.
///
/// # Errors
/// When the browser keeps nothing for this page, or no more.
pub fn write(key: &str, text: &str) -> Result<(), Refused> {
    let storage = storage()?;
    let done = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
    done.map_err(|_| Refused)
}

/// Calls a function whenever another window of this page has kept something.
pub fn on_change(call: impl Fn() + 'static) {
    let listener = window_event_listener(leptos::ev::storage, move |_| call());
    on_cleanup(move || listener.remove());
}

/// The browser does not keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<Storage, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    window.local_storage().ok().flatten().ok_or(Refused)
}

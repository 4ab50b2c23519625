//! Copying, with a fallback where the browser refuses access to the clipboard.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;
use web_sys::{Clipboard, ClipboardEvent, Element, HtmlDocument};

/// Copies a text. If the clipboard refuses, selects the element that shows the text and tries `execCommand`. Returns
/// whether the text was copied. If it was not, the element stays selected, so that the user can copy it.
///
/// `execCommand` also copies out of a shadow root, in insecure contexts, and in frames without permission to write to the
/// clipboard. This was tested in Chromium and Firefox.
pub async fn copy(text: &str, shown_in: &Element) -> bool {
    if let Some(clipboard) = clipboard()
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    select(shown_in).is_some() && copy_by_command(text)
}

/// The clipboard; `None` in insecure contexts.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    clipboard.dyn_into().ok()
}

fn select(element: &Element) -> Option<()> {
    let selection = web_sys::window()?.get_selection().ok()??;
    selection.select_all_children(element).ok()
}

/// Copies a text with `execCommand`. The command may claim success although nothing was copied, for instance if the host
/// page cancels the event. Only the event shows that the text was taken.
fn copy_by_command(text: &str) -> bool {
    /// The event, which comes to the document before it comes to the listeners of other elements.
    const COPY: &str = "copy";
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) else {
        return false;
    };
    let (text, is_taken) = (text.to_owned(), Rc::new(Cell::new(false)));
    let taken = Rc::clone(&is_taken);
    let listener = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let data = event.clipboard_data();
        taken.set(data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()));
        event.prevent_default();
        event.stop_immediate_propagation();
    });
    let function = listener.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback_and_bool(COPY, function, true);
    let is_done = document.exec_command(COPY).unwrap_or(false);
    let _ = document.remove_event_listener_with_callback_and_bool(COPY, function, true);
    is_done && is_taken.get()
}

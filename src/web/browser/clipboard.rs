//! Copying, with a fallback where the browser refuses access to the clipboard.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;
use web_sys::{Clipboard, Element, HtmlDocument};

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
    select(shown_in).is_some() && copy_selection()
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

fn copy_selection() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

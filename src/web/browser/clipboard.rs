//! Copying, with a way out where the browser refuses.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;
use web_sys::{Clipboard, Element, HtmlDocument};

/// Copies a text; where that is refused, selects the element that shows it and tries the older way. Returns whether
/// it was copied. Where it was not, the element stays selected, so that the user can copy it by hand.
///
/// The older way copies out of a shadow root, too, also where the page is not served securely or a frame may not write to
/// the clipboard: tried so in Chromium and Firefox.
pub async fn copy(text: &str, shown_in: &Element) -> bool {
    if let Some(clipboard) = clipboard()
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    select(shown_in).is_some() && copy_selection()
}

/// The clipboard; absent on pages that are not served securely.
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

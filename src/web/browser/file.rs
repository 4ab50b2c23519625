//! Saving and reading files.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, ArrayBuffer, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Saves a file to the user's downloads.
pub fn save(name: &str, contents: &[u8], kind: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(Uint8Array::from(contents)));
    let address = Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let anchor = document.create_element("a").map(wasm_bindgen::JsCast::dyn_into::<HtmlAnchorElement>);
    if let (Ok(address), Ok(Ok(anchor))) = (address, anchor) {
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
        // Some browsers fetch the address only after a while.
        super::set_timeout(
            move || {
                let _ = Url::revoke_object_url(&address);
            },
            60_000,
        );
    }
}

/// The file that was chosen in an input. The input is cleared, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The file that was dropped.
pub fn dropped(event: &Event) -> Option<File> {
    event.dyn_ref::<DragEvent>()?.data_transfer()?.files()?.get(0)
}

/// The first bytes of a file: at most `most` and one more, so that the caller can see that a file is too long. `None` if
/// the file cannot be read.
pub async fn read(file: &File, most: usize) -> Option<Vec<u8>> {
    let end = i32::try_from(most).ok()?.checked_add(1)?;
    let start = file.slice_with_i32_and_i32(0, end).ok()?;
    let buffer: ArrayBuffer = JsFuture::from(start.array_buffer()).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

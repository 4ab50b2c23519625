//! Pictures.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

#[wasm_bindgen]
extern "C" {
    /// The browser's reader of documents. web-sys has it too, behind a feature that nothing else here needs.
    #[wasm_bindgen(js_name = DOMParser)]
    type DomParser;

    #[wasm_bindgen(constructor, js_class = "DOMParser")]
    fn new() -> DomParser;

    #[wasm_bindgen(method, catch, js_class = "DOMParser", js_name = parseFromString)]
    fn parse(this: &DomParser, text: &str, kind: &str) -> Result<Document, JsValue>;
}

/// The element that a text of SVG describes; nothing where it is none. A reader of XML takes the text apart, so that a text
/// in the picture stays one whatever it holds.
pub fn element(text: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let root = DomParser::new().parse(text, "image/svg+xml").ok()?.document_element()?;
    // What says that the text is not well-formed is no SVG.
    if root.local_name() != "svg" {
        return None;
    }
    document.import_node_with_deep(&root, true).ok()?.dyn_into().ok()
}

//! The module of the element `<azureml-k8s-wizard>`: one wizard. `embed/embed.js` creates an instance for each element,
//! so that several elements in a page share nothing. All content is in [`azureml_k8s_wizard::web`].

use azureml_k8s_wizard::web::{Embedded, browser};
use leptos::web_sys::Element;
use leptos::web_sys::js_sys::Function;
use wasm_bindgen::prelude::*;

fn main() {}

/// A wizard. Freeing it removes it from the page.
#[wasm_bindgen]
pub struct Wizard(Embedded);

#[wasm_bindgen]
impl Wizard {
    /// Creates a wizard that is not shown yet.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "called from JavaScript alone")]
    pub fn new() -> Self {
        browser::panic::tell_panics();
        Self(Embedded::new())
    }

    /// Limits the wizard to the parts in lists of ids. Call this before `show`. Returns the unknown ids.
    pub fn restrict(&self, steps: &str, fields: &str, output: &str) -> Vec<String> {
        self.0.show_only(steps, fields, output)
    }

    /// Sets an attribute, and returns the parts of its value that have no meaning.
    pub fn set(&self, name: &str, value: &str) -> Vec<String> {
        self.0.set(name, value)
    }

    /// Shows the wizard in an element. Calls `ready` once it is complete, and `changed` at each change after that.
    pub fn show(&self, place: &Element, ready: Function, changed: Function) {
        let call = |function: Function| {
            move || {
                // The element's own function, which never throws.
                let _ = function.call0(&JsValue::NULL);
            }
        };
        self.0.show(place, call(ready), call(changed));
    }

    /// The link to the current answers.
    pub fn link(&self) -> String {
        self.0.link()
    }

    /// The result as JSON.
    pub fn result(&self) -> String {
        self.0.result()
    }
}

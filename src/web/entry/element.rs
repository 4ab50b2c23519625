//! The module behind the element `<azureml-k8s-wizard>`: one wizard. `embed/embed.js` makes an instance of it for each element,
//! so that several on a page share nothing; everything that it shows is in [`azureml_k8s_wizard::web`].

use azureml_k8s_wizard::web::Embedded;
use leptos::web_sys::Element;
use leptos::web_sys::js_sys::Function;
use wasm_bindgen::prelude::*;

fn main() {}

/// A wizard. Freed, it is gone from the page.
#[wasm_bindgen]
pub struct Wizard(Embedded);

#[wasm_bindgen]
impl Wizard {
    /// A wizard that is not shown yet.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "called from JavaScript alone")]
    pub fn new() -> Self {
        Self(Embedded::new())
    }

    /// Shows a part alone, by lists of ids. To be said before it is shown. Gives back what is no id.
    pub fn restrict(&self, steps: &str, fields: &str, output: &str) -> Vec<String> {
        self.0.show_only(steps, fields, output)
    }

    /// Takes over an attribute, and gives back what of it means nothing.
    pub fn set(&self, name: &str, value: &str) -> Vec<String> {
        self.0.set(name, value)
    }

    /// Shows the wizard in a place. Calls back once it is there, and at each change after that.
    pub fn show(&self, place: &Element, ready: Function, changed: Function) {
        let call = |function: Function| {
            move || {
                // The element's own function, which throws nothing.
                let _ = function.call0(&JsValue::NULL);
            }
        };
        self.0.show(place, call(ready), call(changed));
    }

    /// The link to what stands here.
    pub fn link(&self) -> String {
        self.0.link()
    }

    /// The result as JSON.
    pub fn result(&self) -> String {
        self.0.result()
    }
}

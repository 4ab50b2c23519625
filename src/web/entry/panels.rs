//! The module `panels`: reading, comparing, keeping, and the tables behind the plan. The page fetches it when
//! one of them is asked for; everything that it shows is in [`azureml_k8s_wizard::web`].

use azureml_k8s_wizard::web::{self, Host};
use leptos::web_sys::Element;
use leptos::web_sys::js_sys::Function;
use wasm_bindgen::prelude::*;

fn main() {}

/// What the page gets.
#[wasm_bindgen]
pub struct Panels(web::Panels);

/// Opens the panels: `open_link` is called with a link to open, `go_to` with the id of a field to go to.
#[wasm_bindgen]
pub fn open(open_link: Function, go_to: Function) -> Panels {
    let call = |function: Function| {
        move |text: &str| {
            // The page's own function, which throws nothing.
            let _ = function.call1(&JsValue::NULL, &JsValue::from_str(text));
        }
    };
    Panels(web::Panels::new(Host::new(call(open_link), call(go_to))))
}

#[wasm_bindgen]
impl Panels {
    /// Takes over the scenario that stands in the page, how its commands are written, and the language.
    pub fn follow(&mut self, link: &str, shell: &str, layout: &str, language: &str) {
        self.0.follow(link, shell, layout, language);
    }

    /// Opens the same scenario in the current edition.
    pub fn migrate(&self) {
        self.0.migrate();
    }

    /// Has the pieces of a plan tell what they are.
    pub fn tips(&mut self, plan: Element) {
        self.0.tips(plan);
    }

    /// A part of it, by its id; always the same element.
    pub fn part(&mut self, id: &str) -> Option<Element> {
        self.0.part(id)
    }
}

//! The module `panels`: reading, comparing and storing scenarios, and the tables behind the plan. The page fetches it
//! when one of them is needed. All content is in [`azureml_k8s_wizard::web`].

use azureml_k8s_wizard::web::{self, Host, browser};
use leptos::web_sys::Element;
use leptos::web_sys::js_sys::Function;
use wasm_bindgen::prelude::*;

fn main() {}

/// The handle that the page gets.
#[wasm_bindgen]
pub struct Panels(web::Panels);

/// Creates the panels. They call `open_link` with a link to open, and `go_to` with the id of a field to go to.
#[wasm_bindgen]
pub fn open(open_link: Function, go_to: Function) -> Panels {
    browser::panic::tell_panics();
    let call = |function: Function| {
        move |text: &str| {
            // The page's own function, which never throws.
            let _ = function.call1(&JsValue::NULL, &JsValue::from_str(text));
        }
    };
    Panels(web::Panels::new(Host::new(call(open_link), call(go_to))))
}

#[wasm_bindgen]
impl Panels {
    /// Takes over the scenario, the shell, the layout and the language of the page.
    pub fn update(&mut self, link: &str, shell: &str, layout: &str, language: &str) {
        self.0.update(link, shell, layout, language);
    }

    /// Opens the same scenario in the current edition.
    pub fn migrate(&self) {
        self.0.migrate();
    }

    /// Attaches the tips to a plan.
    pub fn tips(&mut self, plan: Element) {
        self.0.tips(plan);
    }

    /// A part, by its id. The same id always gives the same element.
    pub fn part(&mut self, id: &str) -> Option<Element> {
        self.0.part(id)
    }
}

//! The module of the page. All content is in [`azureml_k8s_wizard::web`].

// The code that the standard library adds around a `main` is 0.4 kB (brotli), and a browser needs none of it.
#![no_main]

use azureml_k8s_wizard::web::{Page, browser};
use leptos::mount::mount_to_body;
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the page in a task of its own: the task of the module's script has already used part of the first frame.
#[wasm_bindgen(start)]
pub fn start() {
    browser::set_timeout(|| mount_to_body(Page), 0);
}

//! The page. Everything that it shows is in [`azureml_k8s_wizard::web`].

// What the standard library does around a `main` is 0.4 kB through brotli, and a browser needs none of it.
#![no_main]

use azureml_k8s_wizard::web::{Page, browser};
use leptos::mount::mount_to_body;
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the page, in a task of its own: that of the script's module has already taken its share of the first frame.
#[wasm_bindgen(start)]
pub fn start() {
    browser::set_timeout(|| mount_to_body(Page), 0);
}

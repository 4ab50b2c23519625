//! The page. Everything that it shows is in [`azureml_k8s_wizard::ui`].

// What the standard library does around a `main` is 0.4 kB through brotli, and a browser needs none of it.
#![no_main]

use azureml_k8s_wizard::browser;
use azureml_k8s_wizard::ui::{Page, Wizard};
use leptos::mount::mount_to_body;
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the page. A browser compiles a function at its first call, so that a first plan is made in a task of its own: the
/// next one, which shows it, is short enough not to block.
#[wasm_bindgen(start)]
pub fn start() {
    browser::set_timeout(
        || {
            Wizard::rehearse();
            browser::set_timeout(|| mount_to_body(Page), 0);
        },
        0,
    );
}

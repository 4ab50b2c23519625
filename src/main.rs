//! The page. Everything that it shows is in [`azureml_k8s_wizard::ui`].

use azureml_k8s_wizard::browser;
use azureml_k8s_wizard::ui::Page;
use leptos::mount::mount_to_body;

fn main() {
    mount_to_body(Page);
    // What index.html shows until the page is there, and where it cannot be.
    browser::remove("loading");
}

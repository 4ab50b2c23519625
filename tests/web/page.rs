//! Elements that follow signals, the page as a Leptos view, the fragment.

use azureml_k8s_wizard::browser::fragment;
use azureml_k8s_wizard::ui::Page;
use leptos::mount::mount_to;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{self, Document, Element, Event, EventInit, HtmlElement, HtmlInputElement};
use wasm_bindgen_test::wasm_bindgen_test;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A fresh place for a page, with the address saying a link.
fn place(link: &str) -> HtmlElement {
    web_sys::window().unwrap().location().set_hash(link).unwrap();
    let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    place
}

fn find<T: web_sys::wasm_bindgen::JsCast>(place: &Element, selector: &str) -> T {
    place.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).dyn_into().unwrap()
}

fn has(place: &Element, selector: &str) -> bool {
    place.query_selector(selector).unwrap().is_some()
}

fn send(element: &Element, event: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(event, &options).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn controls_carry_the_ids_of_their_fields_and_what_the_link_says() {
    let place = place("cluster=aks&cluster-name=c1");
    let _page = mount_to(place.clone(), Page);
    let name: HtmlInputElement = find(&place, "input[name=cluster-name]");
    assert_eq!(name.value(), "c1");
    let aks: HtmlInputElement = find(&place, "input[name=cluster][value=aks]");
    assert!(aks.checked());
    let arc: HtmlInputElement = find(&place, "input[name=cluster][value=arc]");
    assert!(!arc.checked());
}

#[wasm_bindgen_test]
async fn a_key_changes_the_commands_and_leaves_the_other_elements_alone() {
    let place = place("cluster=aks");
    let _page = mount_to(place.clone(), Page);
    let name: HtmlInputElement = find(&place, "input[name=cluster-name]");
    let first: Element = find(&place, ".run-book > li code");
    name.set_value("typed");
    send(&name, "input");
    tick().await;
    assert!(place.text_content().unwrap().contains("--cluster-name typed"));
    assert!(first.is_connected(), "a command that did not change was made anew");
    let after: HtmlInputElement = find(&place, "input[name=cluster-name]");
    assert!(after.is_same_node(Some(&name)), "the control was made anew");
}

#[wasm_bindgen_test]
async fn rows_come_and_go_in_the_order_of_the_table() {
    let place = place("cluster=aks");
    let _page = mount_to(place.clone(), Page);
    assert!(!has(&place, "[name=connected]"));
    let kept: Element = find(&place, "input[name=resource-group]");
    send(&find::<Element>(&place, "input[name=cluster][value=arc]"), "change");
    tick().await;
    assert!(has(&place, "[name=connected]"));
    assert!(kept.is_connected());
    let controls = place.query_selector_all(".question-list > *").unwrap();
    let names: Vec<String> = (0..controls.length())
        .map(|index| {
            let control: Element = controls.item(index).unwrap().dyn_into().unwrap();
            find::<Element>(&control, "[name]").get_attribute("name").unwrap()
        })
        .collect();
    assert_eq!(
        names,
        [
            "edition",
            "cluster",
            "openshift",
            "connected",
            "subscription",
            "resource-group",
            "cluster-name",
            "node-count"
        ]
    );
}

#[wasm_bindgen_test]
async fn two_pages_side_by_side_are_two_and_an_unmounted_one_is_gone() {
    let (one, other) = (place("cluster=aks"), place("cluster=aks"));
    let first = mount_to(one.clone(), Page);
    let _second = mount_to(other.clone(), Page);
    let name: HtmlInputElement = find(&one, "input[name=cluster-name]");
    name.set_value("first");
    send(&name, "input");
    tick().await;
    assert!(!other.text_content().unwrap().contains("--cluster-name first"));
    drop(first);
    assert_eq!(one.child_element_count(), 0);
    // What it listened to no longer reaches it.
    send(&name, "input");
    web_sys::window().unwrap().location().set_hash("cluster=arc").unwrap();
    tick().await;
    assert!(has(&other, "[name=cluster]"));
}

#[wasm_bindgen_test]
fn the_fragment_is_read_without_its_sign() {
    web_sys::window().unwrap().location().set_hash("v=1&cluster=aks").unwrap();
    assert_eq!(fragment::read(), "v=1&cluster=aks");
}

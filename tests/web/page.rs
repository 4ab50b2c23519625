//! Elements that depend on signals, the page as a Leptos view, the fragment.

use azureml_k8s_wizard::web::Page;
use azureml_k8s_wizard::web::browser::fragment;
use leptos::mount::mount_to;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::js_sys::Promise;
use leptos::web_sys::{self, Document, Element, Event, EventInit, HtmlElement, HtmlInputElement};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A new place for a page, with a link in the address.
fn place(link: &str) -> HtmlElement {
    web_sys::window().unwrap().location().set_hash(link).unwrap();
    let place: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    place
}

fn find<T: web_sys::wasm_bindgen::JsCast>(place: &Element, selector: &str) -> T {
    place.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).dyn_into().unwrap()
}

/// The page is built in parts, each in its own task, and is marked as busy until the last one exists.
async fn complete(place: &Element) {
    while !has(place, "[aria-busy=false]") {
        let task = Promise::new(&mut |then, _| {
            web_sys::window().unwrap().set_timeout_with_callback(&then).unwrap();
        });
        JsFuture::from(task).await.unwrap();
    }
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
async fn controls_have_the_ids_of_their_fields_and_the_texts_of_the_link() {
    let place = place("cluster=aks&cluster-name=c1");
    let _page = mount_to(place.clone(), Page);
    complete(&place).await;
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
    complete(&place).await;
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

fn commands(place: &Element) -> Vec<String> {
    let all = place.query_selector_all("code").unwrap();
    (0..all.length()).map(|index| all.item(index).unwrap().text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn a_key_changes_one_word_of_a_command() {
    let place = place("cluster=aks&cluster-name=c");
    let _page = mount_to(place.clone(), Page);
    complete(&place).await;
    let code: Element = find(&place, ".run-book > li:nth-child(5) code");
    let program: Element = find(&code, ".program");
    let values = code.query_selector_all(".value").unwrap();
    let is_name = |value: &web_sys::Node| value.text_content().as_deref() == Some("c");
    let value = (0..values.length()).filter_map(|index| values.item(index)).find(is_name).unwrap();
    let name: HtmlInputElement = find(&place, "input[name=cluster-name]");
    name.set_value("cc");
    send(&name, "input");
    tick().await;
    assert!(program.is_connected() && value.is_connected());
    assert_eq!(value.text_content().as_deref(), Some("cc"));
    assert!(commands(&place).concat().contains("--cluster-name cc"));
}

/// Independent of earlier changes, the commands of a scenario equal those of a page that was opened with it.
#[wasm_bindgen_test]
async fn commands_that_changed_piece_by_piece_read_like_new_ones() {
    let changing = place("");
    let _page = mount_to(changing.clone(), Page);
    complete(&changing).await;
    for link in [
        "cluster=aks&cluster-name=c1&resource-group=a",
        "cluster-name=c1&resource-group=a%20b&connected=no",
        "edition=arc-preview&exposure=node-port&transport=http&cluster-name=c1",
        "edition=arc-preview&exposure=internal&router-ha=no&identity=system-assigned",
        "edition=aks-v1&task=attach&vm-size=x&region=westus",
        "edition=aks-v1&load-balancer=internal&vnet-name=net&node-count=3",
        "cluster=aks&node-selector=a%3Db,c%3Dd&dcgm-exporter=yes&namespace=ml",
        "cluster=aks&node-selector=c%3Dd&namespace=ml&workload=training",
        "",
    ] {
        web_sys::window().unwrap().location().set_hash(link).unwrap();
        web_sys::window().unwrap().dispatch_event(&Event::new("hashchange").unwrap()).unwrap();
        tick().await;
        let fresh = place(link);
        let page = mount_to(fresh.clone(), Page);
        complete(&fresh).await;
        assert_eq!(commands(&changing), commands(&fresh), "{link}");
        drop(page);
    }
}

#[wasm_bindgen_test]
async fn rows_come_and_go_in_the_order_of_the_table() {
    let place = place("cluster=aks");
    let _page = mount_to(place.clone(), Page);
    complete(&place).await;
    assert!(!has(&place, "[name=connected]"));
    let kept: Element = find(&place, "input[name=resource-group]");
    send(&find::<Element>(&place, "input[name=cluster][value=arc]"), "change");
    tick().await;
    assert!(has(&place, "[name=connected]"));
    assert!(kept.is_connected());
    let controls = place.query_selector_all(".question-list > .field").unwrap();
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
    complete(&one).await;
    complete(&other).await;
    let name: HtmlInputElement = find(&one, "input[name=cluster-name]");
    name.set_value("first");
    send(&name, "input");
    tick().await;
    assert!(!other.text_content().unwrap().contains("--cluster-name first"));
    drop(first);
    assert_eq!(one.child_element_count(), 0);
    // It no longer receives events.
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

//! The forms of a step: tabs if there are several, a heading if there is one. Only the visible form is written.

use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, Event, HtmlElement};

use super::dom::{ElementView, element, element_of};
use super::output::output_view;
use super::state::Wizard;
use crate::i18n::text;
use crate::plan::{OutputId, StepId};
use crate::text::{Text, output, shell_name};
use crate::web::browser;

/// The forms of a step, and the one that is shown.
pub(super) fn forms(wizard: Wizard, step: StepId) -> ElementView {
    let has_tabs = move || wizard.forms(step).0.len() > 1;
    let named = move |tabs: bool| {
        let forms = wizard.forms(step).0;
        if tabs == (forms.len() > 1) { places(forms) } else { Vec::new() }
    };
    let tabs = element_of("div", "tabs")
        .live_attribute("role", move || has_tabs().then_some("tablist"))
        .live_attribute("aria-label", move || has_tabs().then_some(text(Text::Forms)))
        .live_attribute("hidden", move || (!has_tabs()).then_some(""))
        .on("keydown", |event| walk(&event))
        .list(
            move || named(true),
            move |place| match OutputId::ALL.get(place) {
                Some(form) => tab(wizard, step, *form),
                None => element("button"),
            },
        );
    let heading = element_of("div", "form").list(
        move || named(false),
        move |place| match OutputId::ALL.get(place) {
            Some(form) => {
                element("h5").attribute("id", &id("tab-", step, *form)).live_text(move || name(wizard, *form))
            }
            None => element("h5"),
        },
    );
    let shown = move || places(wizard.forms(step).1);
    let panels = element_of("div", "outputs").list(shown, move |place| match OutputId::ALL.get(place) {
        Some(form) => element("div")
            .attribute("id", &id("form-", step, *form))
            .attribute("aria-labelledby", &id("tab-", step, *form))
            .live_attribute("role", move || Some(if has_tabs() { "tabpanel" } else { "group" }))
            .child(output_view(wizard, step, *form)),
        None => element("div"),
    });
    element_of("div", "forms").child(tabs).child(heading).child(panels)
}

fn places(forms: impl IntoIterator<Item = OutputId>) -> Vec<usize> {
    forms.into_iter().map(|form| form as usize).collect()
}

fn id(of: &str, step: StepId, form: OutputId) -> String {
    format!("{of}{}-{}", step.id(), form.id())
}

/// The name of a form. Commands have the name of their shell.
fn name(wizard: Wizard, form: OutputId) -> String {
    let name = if form == OutputId::Cli { shell_name(wizard.shell_and_layout().0) } else { output(form) };
    name.to_owned()
}

fn tab(wizard: Wizard, step: StepId, form: OutputId) -> ElementView {
    let is_shown = move || wizard.forms(step).1 == Some(form);
    element("button")
        .attribute("type", "button")
        .attribute("role", "tab")
        .attribute("id", &id("tab-", step, form))
        .attribute("aria-controls", &id("form-", step, form))
        .live_attribute("aria-selected", move || Some(if is_shown() { "true" } else { "false" }))
        // The tabs are one tab stop; arrow keys move between them.
        .live_attribute("tabindex", move || Some(if is_shown() { "0" } else { "-1" }))
        .live_text(move || name(wizard, form))
        .on("click", move |_| wizard.choose_form(form))
}

/// Moves to another tab with the keyboard, and shows it.
fn walk(event: &Event) {
    let Some(tab) = browser::target(event) else { return };
    let tabs = tab.parent_element();
    let first = || tabs.as_ref().and_then(Element::first_element_child);
    let last = || tabs.as_ref().and_then(Element::last_element_child);
    let to = match browser::key(event).as_str() {
        "ArrowRight" => tab.next_element_sibling().or_else(first),
        "ArrowLeft" => tab.previous_element_sibling().or_else(last),
        "Home" => first(),
        "End" => last(),
        _ => None,
    };
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = to.focus();
        to.click();
    }
}

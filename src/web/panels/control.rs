//! The controls that the panels share.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::{Element, HtmlTextAreaElement};

use crate::analysis::check::Severity;
use crate::base::source::Source;
use crate::i18n;
use crate::text::{PanelText, Text};
use crate::web::browser;
use crate::web::commands::source_link;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

/// A button.
pub(super) fn button(text: PanelText, press: impl Fn() + 'static) -> ElementView {
    element("button").attribute("type", "button").message(text).on("click", move |_| press())
}

/// Focuses the first element in a panel that a selector matches, after the view has been updated.
pub(super) fn focus(wizard: Wizard, panel: Option<Element>, selector: String) {
    wizard.tasks().before_paint(move || {
        if let Some(panel) = &panel {
            browser::focus(panel, &selector);
        }
    });
}

/// A labelled input with one line.
pub(super) fn input(id: &str, label: &str, value: RwSignal<String>) -> ElementView {
    labelled(id, label, bound(element("input").attribute("type", "text").attribute("id", id), value))
}

/// A labelled input with several lines.
pub(super) fn area(id: &str, label: &str, value: RwSignal<String>) -> ElementView {
    let area = element("textarea").attribute("id", id).attribute("rows", "6");
    labelled(id, label, bound(area, value))
}

/// The `textarea` of a field that [`area`] has created.
pub(super) fn held(field: &ElementView) -> Option<HtmlTextAreaElement> {
    field.element()?.query_selector("textarea").ok()??.dyn_into().ok()
}

fn labelled(id: &str, label: &str, control: ElementView) -> ElementView {
    element_of("div", "field").child(element("label").attribute("for", id).text(label)).child(control)
}

/// Binds a control to a signal that holds its text.
fn bound(control: ElementView, value: RwSignal<String>) -> ElementView {
    control
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .live_property("value", move || JsValue::from_str(&value.get()))
        .on("input", move |event| value.set(browser::value(&event)))
}

/// A labelled list of values in groups. Each value has an id and a name. The signals that the options depend on are a
/// separate parameter: when the options change, the browser forgets which one is chosen, and it is chosen again.
pub(super) fn select(
    id: &str,
    label: &str,
    value: RwSignal<String>,
    track: impl Fn() + Clone + 'static,
    options: impl Fn() -> Vec<ElementView> + 'static,
) -> ElementView {
    let again = track.clone();
    let select = element("select")
        .attribute("id", id)
        .live_children(move || {
            track();
            untrack(&options)
        })
        .live_property("value", move || {
            again();
            JsValue::from_str(&value.get())
        })
        .on("change", move |event| value.set(browser::value(&event)));
    labelled(id, label, select)
}

/// An option of a choice.
pub(super) fn option(value: &str, label: &str) -> ElementView {
    element("option").attribute("value", value).text(label)
}

/// A group of options.
pub(super) fn group(label: PanelText, options: Vec<ElementView>) -> ElementView {
    element("optgroup").attribute("label", i18n::text(label)).children(options)
}

/// A row of a list of findings.
pub(super) fn finding_view(severity: Severity, message: &str, source: Option<&Source>) -> ElementView {
    let (class, label) = match severity {
        Severity::Error => ("error", Text::SeverityError),
        Severity::Warning => ("warning", Text::SeverityWarning),
        Severity::Info => ("info", Text::SeverityInfo),
    };
    let message = element("p")
        .child(element_of("strong", "severity").message(label))
        .text(" ")
        .text(message)
        .text(" ")
        .children(source.map(source_link));
    element_of("li", class).child(message)
}

/// A table in a box that scrolls, also with the keyboard, if the table is wider.
pub(super) fn table(label: &str, head: &[&str], rows: Vec<ElementView>) -> ElementView {
    let head = head.iter().map(|cell| element("th").attribute("scope", "col").text(cell));
    element_of("div", "table")
        .attribute("tabindex", "0")
        .attribute("role", "region")
        .attribute("aria-label", label)
        .child(
            element("table")
                .child(element("thead").child(element("tr").children(head)))
                .child(element("tbody").children(rows)),
        )
}

//! The search for a setting: a list of all questions, filtered by the text that is typed.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::{
    Element, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::i18n;
use crate::model::field::Field;
use crate::text::about::about;
use crate::text::{AboutText, field_help, field_label, found, wizard_step};
use crate::web::browser;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::page::status;
use crate::web::state::Wizard;

/// The typed text, and the chosen row.
#[derive(Clone, Copy)]
struct Search {
    wizard: Wizard,
    query: RwSignal<String>,
    chosen: RwSignal<usize>,
}

/// An input and the list that it filters. The focus stays in the input: arrow keys choose a row, and Enter goes to its
/// field.
pub(super) fn search(wizard: Wizard) -> ElementView {
    let search = Search { wizard, query: RwSignal::new(String::new()), chosen: RwSignal::new(0) };
    let input = element("input")
        .attribute("id", "search-input")
        .attribute("type", "text")
        .attribute("role", "combobox")
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .attribute("autofocus", "")
        .attribute("aria-autocomplete", "list")
        .attribute("aria-expanded", "true")
        .attribute("aria-controls", "search-list")
        .live_property("value", move || JsValue::from_str(&search.query.get()))
        .live(move |element| search.show_chosen(element))
        .on("focus", |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            input.inspect(HtmlInputElement::select);
        })
        .on("input", move |event| {
            search.query.set(browser::value(&event));
            search.chosen.set(0);
        })
        .on("keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                search.press(key);
            }
        });
    let list = element_of("ul", "search-list")
        .attribute("id", "search-list")
        .attribute("role", "listbox")
        .attribute("aria-label", i18n::text(AboutText::SearchResults))
        .list(
            move || search.found().into_iter().map(|field| field as usize).collect(),
            move |place| match Field::ALL.get(place) {
                Some(field) => search.row(*field),
                None => element("li"),
            },
        );
    element_of("div", "search")
        .child(element("label").attribute("for", "search-input").message(AboutText::SearchLabel))
        .child(input)
        .child(status("quiet", move || found(search.found().len())))
        .child(list)
}

impl Search {
    /// The questions that contain every word of the typed text. Those with the words in their label come first.
    fn found(self) -> Vec<Field> {
        let query = self.query.get().to_lowercase();
        let has = |text: &str| query.split_whitespace().all(|word| text.contains(word));
        let edition = self.wizard.edition();
        let (mut first, mut then) = (Vec::new(), Vec::new());
        for field in Field::ALL {
            let label = field_label(*field).to_lowercase();
            if has(&label) {
                first.push(*field);
            } else if has(&words(*field, &label, &about(*field, edition).settings)) {
                then.push(*field);
            }
        }
        // Questions that can be opened come before those that cannot.
        let (asked, others): (Vec<Field>, Vec<Field>) =
            first.into_iter().chain(then).partition(|field| self.applies(*field));
        asked.into_iter().chain(others).collect()
    }

    fn applies(self, field: Field) -> bool {
        self.wizard.answers(|answers| field.applies(answers))
    }

    fn is_chosen(self, field: Field) -> bool {
        self.found().get(self.chosen.get()) == Some(&field)
    }

    fn row(self, field: Field) -> ElementView {
        let note = move || {
            if self.applies(field) {
                wizard_step(field.row().step).to_owned()
            } else {
                i18n::text(AboutText::SearchNotAsked).to_owned()
            }
        };
        element("li")
            .attribute("id", &row_id(field))
            .attribute("role", "option")
            .live_attribute("aria-selected", move || {
                Some(if self.is_chosen(field) { "true" } else { "false" })
            })
            .live_attribute("aria-disabled", move || (!self.applies(field)).then_some("true"))
            .on("click", move |_| self.go_to(field))
            .child(element("span").text(field_label(field)))
            .text(" ")
            .child(element("small").live_text(note))
    }

    fn go_to(self, field: Field) {
        if untrack(|| self.applies(field)) {
            self.wizard.go_to_field(field);
        }
    }

    /// Sets the active descendant of the input to the chosen row, and scrolls the row into view.
    fn show_chosen(self, input: &Element) {
        let chosen = self.found().get(self.chosen.get()).copied();
        let _ = match chosen {
            Some(field) => input.set_attribute("aria-activedescendant", &row_id(field)),
            None => input.remove_attribute("aria-activedescendant"),
        };
        let (list, nearest) = (input.parent_element(), ScrollIntoViewOptions::new());
        nearest.set_block(ScrollLogicalPosition::Nearest);
        self.wizard.tasks().before_paint(move || {
            let row = chosen
                .zip(list)
                .and_then(|(field, list)| list.query_selector(&format!("#{}", row_id(field))).ok().flatten());
            row.inspect(|row| row.scroll_into_view_with_scroll_into_view_options(&nearest));
        });
    }

    fn press(self, event: &KeyboardEvent) {
        let found = untrack(|| self.found());
        let (chosen, last) = (self.chosen.get_untracked(), found.len().saturating_sub(1));
        let next = match event.key().as_str() {
            "ArrowDown" if chosen < last => chosen.saturating_add(1),
            "ArrowDown" => 0,
            "ArrowUp" => chosen.checked_sub(1).unwrap_or(last),
            "Enter" if !event.is_composing() => {
                if let Some(field) = found.get(chosen) {
                    self.go_to(*field);
                }
                chosen
            }
            _ => return,
        };
        event.prevent_default();
        self.chosen.set(next);
    }
}

/// All words that find a question.
fn words(field: Field, label: &str, settings: &[&str]) -> String {
    let step = wizard_step(field.row().step);
    [label, field.id(), field_help(field), step, &settings.join(" ")].join(" ").to_lowercase()
}

fn row_id(field: Field) -> String {
    format!("search-{}", field.id())
}

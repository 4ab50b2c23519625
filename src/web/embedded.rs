//! A wizard in an element of a host page: all of it, or the parts that a chapter of the page is about.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::commands::commands;
use super::dom::{ElementView, element_of};
use super::guide::{dialogs, guide, head, keep_focus, presets, press_keys};
use super::page::{skip, spoken, status, summarized};
use super::state::Wizard;
use super::tools::tools;
use crate::base::json;
use crate::i18n::Language;
use crate::model::field::Field;
use crate::model::link::Ignored;
use crate::plan::scope::Scope;

/// A wizard and everything that keeps it alive. Dropping it removes it from the page and ends its effects.
pub struct Embedded {
    wizard: Wizard,
    owner: Owner,
    /// The view. It is in a cell, because a callback may call methods of this struct while `show` runs.
    view: RefCell<Option<ElementView>>,
}

impl Default for Embedded {
    fn default() -> Self {
        Self::new()
    }
}

impl Embedded {
    /// Creates a wizard that is not shown yet.
    pub fn new() -> Self {
        // Fails only if the executor was set before.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let wizard = owner.with(|| {
            let wizard = Wizard::new("");
            wizard.embed();
            wizard
        });
        Self { wizard, owner, view: RefCell::new(None) }
    }

    /// Limits the wizard to the parts in lists of ids. Call this before `show`. Returns the unknown ids.
    pub fn show_only(&self, steps: &str, fields: &str, output: &str) -> Vec<String> {
        let (scope, unknown) = Scope::read(steps, fields, output);
        self.wizard.show_only(scope);
        unknown
    }

    /// Sets an attribute: the link, the language (the first known one of a list), the shell, or a field. Returns the
    /// parts of the value that cannot be used.
    pub fn set(&self, name: &str, value: &str) -> Vec<String> {
        let is_used = match name {
            "link" => {
                let text = |pair: Ignored| format!("{}={}", pair.key, pair.value);
                return self.wizard.set_link(value).into_iter().map(text).collect();
            }
            "lang" => {
                let known = value.split(',').find_map(Language::from_tag);
                self.owner.with(|| self.wizard.set_language(known.unwrap_or(Language::English)));
                known.is_some()
            }
            "shell" => self.wizard.set_shell(value),
            // Other names are attributes of the host page.
            name => Field::from_id(name).is_none_or(|field| self.wizard.set_field(field, value).is_ok()),
        };
        if is_used { Vec::new() } else { vec![value.to_owned()] }
    }

    /// Shows the wizard in an element. Calls `ready` once it is complete, and `changed` at each change after that.
    pub fn show(&self, place: &Element, ready: impl Fn() + 'static, changed: impl Fn() + 'static) {
        let wizard = self.wizard;
        let (last, ready) = (RefCell::new(None), Rc::new(ready));
        let is_ready = Rc::new(Cell::new(false));
        let notify = move || {
            let state = wizard.state();
            if state.language.is_none() {
                return;
            }
            match last.replace(Some(state.clone())) {
                // `ready` is called after all deferred parts, so that the content below the element in the host page
                // moves only once.
                None => {
                    let (ready, is_ready) = (Rc::clone(&ready), Rc::clone(&is_ready));
                    wizard.tasks().later(Box::new(move || {
                        is_ready.set(true);
                        ready();
                    }));
                }
                Some(known) if known != state && is_ready.get() => changed(),
                Some(_) => {}
            }
        };
        let view = self.owner.with(|| {
            let view = spoken(wizard, content).live(move |_| wizard.update_panels());
            view.live(move |_| notify())
        });
        if let Some(element) = view.element() {
            let _ = place.append_child(element);
        }
        self.view.replace(Some(view));
    }

    /// The link to the current answers.
    pub fn link(&self) -> String {
        untrack(|| self.wizard.link())
    }

    /// The result as JSON, in the form that the contract defines.
    pub fn result(&self) -> String {
        // Serializing a report does not fail.
        json::pretty(&self.wizard.report()).unwrap_or_default()
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.wizard.close();
        if let Some(element) = self.view.take().as_ref().and_then(ElementView::element) {
            element.remove();
        }
        self.owner.cleanup();
    }
}

/// The content: that of the page, without the parts that a page has only once.
fn content(wizard: Wizard) -> ElementView {
    let is_complete = wizard.scope(Scope::is_complete);
    let (has_questions, has_plan) = (wizard.has_questions(), wizard.scope(Scope::has_plan));
    let both = has_questions && has_plan;
    let columns = element_of("div", if both { "columns" } else { "column" })
        .maybe(has_questions.then(|| {
            let section = wizard.landmark(element_of("section", "guide"));
            section.attribute("aria-labelledby", "guide-heading").child(guide(wizard))
        }))
        .maybe(has_plan.then(|| commands(wizard)));
    let page = element_of("div", "page embedded")
        .maybe(both.then(|| skip(wizard)))
        .maybe(is_complete.then(|| head(wizard)))
        .maybe(is_complete.then(|| tools(wizard)))
        .maybe(is_complete.then(|| presets(wizard)))
        .child(columns)
        .child(status("toast", move || wizard.announcement().to_owned()))
        .maybe(has_questions.then(|| summarized(wizard)));
    wizard.live_in(page.element().cloned());
    let page = keep_focus(wizard, page);
    if is_complete { press_keys(wizard, page.children(dialogs(wizard))) } else { page }
}

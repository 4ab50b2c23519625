//! The content of the panels (the lazily loaded module): parts that read, compare and store scenarios, and one part for
//! each table behind the plan. Each part has its own wizard, which is updated from the page and sends the user's actions
//! to the page.

mod about;
mod compare;
mod control;
#[cfg(feature = "files")]
mod downloads;
mod errata;
mod import;
mod kept;
mod keys;
mod picture;
mod read;
mod reference;
mod repair;
mod scenarios;
mod search;
mod tips;
mod update;

use any_spawner::Executor;
use leptos::prelude::*;

use leptos::web_sys::Element;

use compare::Other;
use kept::Kept;

use super::dom::{ElementView, element, element_of};
use super::output::output_view;
use super::page::status;
#[cfg(feature = "files")]
use super::panel_id::DOWNLOADS;
use super::panel_id::{ERRATA, PICTURE, PanelId, REPAIR, TIPS, UPDATE};
use super::state::{DialogId, Host, Wizard};
use crate::analysis::migration;
use crate::i18n::Language;
use crate::model::choice::{Choice as _, Layout, Shell};
use crate::model::field::Field;
use crate::model::link;
use crate::output::reference::TableId;
use crate::plan::{OutputId, StepId};

/// The panels of one page.
pub struct Panels {
    host: Host,
    owner: Owner,
    shared: Shared,
    /// Knows the language. Its texts are fetched once for all parts.
    speaker: Wizard,
    /// The language that the page has requested last.
    language: Option<Language>,
    page: Scene,
    parts: Vec<Part>,
    tips: Option<Tips>,
}

/// The plan that the tips explain, and the owner of the tips.
struct Tips {
    plan: Element,
    owner: Owner,
}

/// The current state of the page.
#[derive(Clone)]
struct Scene {
    link: String,
    shell: Shell,
    layout: Layout,
}

/// A part with its own wizard, which is updated from the page while the part is shown.
struct Part {
    id: String,
    view: ElementView,
    wizard: Wizard,
}

impl Part {
    fn update(&self, page: &Scene) {
        self.wizard.sync_with_page(&page.link, page.shell, page.layout);
    }
}

/// What the panels share, and what was typed in them. A change of language builds the panels again, but keeps this.
#[derive(Clone, Copy)]
struct Shared {
    kept: Kept,
    other: Other,
    /// The text to read, and the shell that it is written for.
    read: [RwSignal<String>; 2],
    /// The name for storing the scenario.
    name: RwSignal<String>,
}

impl Shared {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { kept: Kept::new(), other: Other::new(), read: [empty(), empty()], name: empty() }
    }
}

impl Panels {
    /// Creates the panels of a page.
    pub fn new(host: Host) -> Self {
        // Fails only if the executor was set before.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let shared = owner.with(Shared::new);
        let speaker = owner.with(|| Wizard::new(""));
        let page = Scene { link: String::new(), shell: Shell::Bash, layout: Layout::Lines };
        Self { host, owner, shared, speaker, language: None, page, parts: Vec::new(), tips: None }
    }

    /// Takes over the scenario, the shell, the layout and the language of the page.
    pub fn update(&mut self, link: &str, shell: &str, layout: &str, language: &str) {
        let language = Language::from_tag(language).unwrap_or(Language::English);
        // Request a language only once, even if its texts cannot be loaded: this method is called at every key press.
        if self.language.replace(language) != Some(language) {
            self.owner.with(|| self.speaker.set_language(language));
        }
        self.page = Scene {
            link: link.to_owned(),
            shell: Shell::from_id(shell).unwrap_or(Shell::Bash),
            layout: Layout::from_id(layout).unwrap_or(Layout::Lines),
        };
        let is_shown = |part: &&Part| part.view.element().is_some_and(|element| element.is_connected());
        self.parts.iter().filter(is_shown).for_each(|part| part.update(&self.page));
    }

    /// Opens the same scenario in the current edition.
    pub fn migrate(&self) {
        if let Some(migration) = migration::migration(&link::read(&self.page.link).answers) {
            self.host.open(&migration.answers);
        }
    }

    /// Attaches the tips to the page's plan. Only one plan has tips at a time: a change of language creates a new plan.
    pub fn tips(&mut self, plan: Element) {
        if self.tips.as_ref().is_some_and(|tips| tips.plan.is_same_node(Some(&plan))) {
            return;
        }
        let (host, speaker, owner) = (self.host.clone(), self.speaker, self.owner.child());
        let (wizard, view) = owner.with(|| {
            untrack(|| {
                let wizard = Wizard::of_host(host);
                (wizard, tips::tips(wizard, speaker, plan.clone()))
            })
        });
        let part = Part { id: TIPS.to_owned(), view, wizard };
        part.update(&self.page);
        self.parts.retain(|part| part.id != TIPS);
        self.parts.push(part);
        if let Some(Tips { owner, .. }) = self.tips.replace(Tips { plan, owner }) {
            owner.cleanup();
        }
    }

    /// A part, by its id. The same id always gives the same element.
    pub fn part(&mut self, id: &str) -> Option<Element> {
        if !self.parts.iter().any(|part| part.id == id) {
            let (host, shared, speaker) = (self.host.clone(), self.shared, self.speaker);
            let (wizard, view) = self.owner.with(|| {
                let wizard = Wizard::of_host(host);
                let known = id.to_owned();
                let languages = move || speaker.language().map(|known| known as usize).into_iter().collect();
                // An unknown id has no content in any language.
                let row = move |_| part(wizard, shared, &known).unwrap_or_else(|| element("div"));
                (wizard, element_of("div", "spoken").list(languages, row))
            });
            self.parts.push(Part { id: id.to_owned(), view, wizard });
        }
        let part = self.parts.iter().find(|part| part.id == id)?;
        part.update(&self.page);
        part.view.element().cloned()
    }
}

impl Drop for Panels {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

fn part(wizard: Wizard, shared: Shared, id: &str) -> Option<ElementView> {
    if let Some(table) = TableId::ALL.iter().find(|table| table.id() == id) {
        return Some(reference::table_of(wizard, *table));
    }
    if let Some(field) = id.strip_prefix("help-").and_then(Field::from_id) {
        return Some(about::about(wizard, field));
    }
    if id == UPDATE {
        return Some(update::update(wizard));
    }
    let key = id.strip_prefix(REPAIR).and_then(|rest| rest.split('.').next()?.parse().ok());
    if let Some(key) = key {
        return Some(repair::repair_button(wizard, key));
    }
    if let Some(step) = id.strip_prefix(ERRATA) {
        let step = StepId::ALL.iter().find(|known| known.id() == step)?;
        return Some(errata::errata(wizard, *step));
    }
    match DialogId::ALL.iter().find(|dialog| dialog.id() == id) {
        Some(DialogId::Keys) => return Some(keys::keys()),
        Some(DialogId::Search) => return Some(search::search(wizard)),
        None => {}
    }
    let Shared { kept, other, read, name } = shared;
    let view = if let Some((step, form)) = OutputId::from_part(id) {
        output_view(wizard, step, form)
    } else {
        match PanelId::ALL.iter().find(|panel| panel.id() == id) {
            Some(PanelId::Read) => read::panel(wizard, other, read),
            Some(PanelId::Compare) => compare::panel(wizard, kept, other),
            Some(PanelId::Scenarios) => scenarios::panel(wizard, kept, name),
            None if id == PICTURE => picture::part(wizard),
            #[cfg(feature = "files")]
            None if id == DOWNLOADS => downloads::part(wizard),
            None => return None,
        }
    };
    // Shows whether copying succeeded.
    Some(view.child(status("toast", move || wizard.announcement().to_owned())))
}

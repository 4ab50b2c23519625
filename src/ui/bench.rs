//! What the second module shows: a part each for reading, comparing and keeping, and one a table behind the plan. It has
//! a wizard of its own, which follows the page's and sends its reader there.

mod compare;
mod control;
mod kept;
mod read;
mod reference;
mod scenarios;

use any_spawner::Executor;
use leptos::prelude::*;

use leptos::web_sys::Element;

use compare::Other;
use kept::Kept;

use super::element::ElementView;
use super::page::status;
use super::state::{Host, Wizard};
use crate::choice::{Choice as _, Layout, Shell};
use crate::migration;
use crate::plan::id::ids;
use crate::reference::TableId;

ids! {
    /// The parts that are no tables.
    PanelId {
        /// A command that exists becomes a scenario.
        Read "read",
        /// Two scenarios side by side.
        Compare "compare",
        /// Scenarios that are kept, and files of them.
        Scenarios "scenarios",
    }
}

/// The workbench.
pub struct Bench {
    wizard: Wizard,
    owner: Owner,
    shared: Shared,
    parts: Vec<(String, ElementView)>,
}

/// What the panels share.
#[derive(Clone, Copy)]
struct Shared {
    kept: Kept,
    other: Other,
}

impl Bench {
    /// A workbench beside a page.
    pub fn new(host: Host) -> Self {
        // Fails only when it has been done before.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let (wizard, shared) =
            owner.with(|| (Wizard::of_host(host), Shared { kept: Kept::new(), other: Other::new() }));
        Self { wizard, owner, shared, parts: Vec::new() }
    }

    /// Takes over the scenario that stands in the page, and how its commands are written.
    pub fn follow(&self, link: &str, shell: &str, layout: &str) {
        let shell = Shell::from_id(shell).unwrap_or(Shell::Bash);
        let layout = Layout::from_id(layout).unwrap_or(Layout::Lines);
        self.wizard.follow(link, shell, layout);
    }

    /// Opens the same scenario in the current edition.
    pub fn migrate(&self) {
        if let Some(migration) = self.wizard.answers.with_untracked(migration::migration) {
            self.wizard.take_over(migration.answers);
        }
    }

    /// A part, by its id; always the same element.
    pub fn part(&mut self, id: &str) -> Option<Element> {
        if !self.parts.iter().any(|(known, _)| known == id) {
            let view = self.owner.with(|| untrack(|| part(self.wizard, self.shared, id)))?;
            self.parts.push((id.to_owned(), view));
        }
        let (_, view) = self.parts.iter().find(|(known, _)| known == id)?;
        view.element().cloned()
    }
}

fn part(wizard: Wizard, shared: Shared, id: &str) -> Option<ElementView> {
    if let Some(table) = TableId::ALL.iter().find(|table| table.id() == id) {
        return Some(reference::table_of(wizard, *table));
    }
    let panel = PanelId::ALL.iter().find(|panel| panel.id() == id)?;
    let Shared { kept, other } = shared;
    let view = match panel {
        PanelId::Read => read::panel(wizard, other),
        PanelId::Compare => compare::panel(wizard, kept, other),
        PanelId::Scenarios => scenarios::panel(wizard, kept),
    };
    // Copying says how it went.
    Some(view.child(status("toast", move || wizard.announcement().to_owned())))
}

//! What the second module shows: a part each for reading, comparing and keeping, and one a table behind the plan. It has
//! a wizard of its own, which follows the page's and sends its reader there.

mod reference;

use any_spawner::Executor;
use leptos::prelude::*;

use leptos::web_sys::Element;

use super::element::{ElementView, element};
use super::state::{Host, Wizard};
use crate::choice::{Choice as _, Layout, Shell};
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
    parts: Vec<(String, ElementView)>,
}

impl Bench {
    /// A workbench beside a page.
    pub fn new(host: Host) -> Self {
        // Fails only when it has been done before.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let wizard = owner.with(|| Wizard::of_host(host));
        Self { wizard, owner, parts: Vec::new() }
    }

    /// Takes over the scenario that stands in the page, and how its commands are written.
    pub fn follow(&self, link: &str, shell: &str, layout: &str) {
        let shell = Shell::from_id(shell).unwrap_or(Shell::Bash);
        let layout = Layout::from_id(layout).unwrap_or(Layout::Lines);
        self.wizard.follow(link, shell, layout);
    }

    /// A part, by its id; always the same element.
    pub fn part(&mut self, id: &str) -> Option<Element> {
        if !self.parts.iter().any(|(known, _)| known == id) {
            let view = self.owner.with(|| untrack(|| part(self.wizard, id)))?;
            self.parts.push((id.to_owned(), view));
        }
        let (_, view) = self.parts.iter().find(|(known, _)| known == id)?;
        view.element().cloned()
    }
}

fn part(wizard: Wizard, id: &str) -> Option<ElementView> {
    if let Some(table) = TableId::ALL.iter().find(|table| table.id() == id) {
        return Some(reference::table_of(wizard, *table));
    }
    let panel = PanelId::ALL.iter().find(|panel| panel.id() == id)?;
    Some(match panel {
        PanelId::Read | PanelId::Compare | PanelId::Scenarios => element("p").text(panel.id()),
    })
}

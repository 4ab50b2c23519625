//! The connection between the page and the panels (the lazily loaded module). Each has its own wizard.

use std::mem;

use leptos::prelude::*;
use web_sys::Element;

use super::environment::{Environment, Host, MIGRATE};
use super::undo::Change;
use super::view_state::Loading;
use super::wizard::Wizard;
use crate::i18n::{Language, text};
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Layout, Shell};
use crate::model::field::Field;
use crate::model::link;
use crate::text::Text;
use crate::web::browser::panels::{self, Panels};
use crate::web::panel_id::PanelId;

impl Wizard {
    /// Creates a wizard for the panels, which is updated from the wizard of a page.
    pub fn of_host(host: Host) -> Self {
        let wizard = Self::new("");
        wizard.environment.update_value(|environment| environment.host = Some(host));
        wizard
    }

    /// The page that this wizard serves; `None` for the wizard of the page itself.
    pub(super) fn host(self) -> Option<Host> {
        self.environment.with_value(|environment| environment.host.clone())
    }

    /// The panels, updated to the current scenario. `None` if they are not loaded, or if the wizard has been dropped.
    fn panels(self) -> Option<Panels> {
        let known = |environment: &mut Environment| {
            let panels = environment.panels.clone()?;
            Some((panels, mem::take(&mut environment.are_panels_outdated)))
        };
        let (panels, are_panels_outdated) = self.environment.try_update_value(known).flatten()?;
        if are_panels_outdated {
            let (link, (shell, layout)) = untrack(|| (self.link(), self.shell_and_layout()));
            let language = untrack(|| self.language()).unwrap_or(Language::English);
            panels.update(&link, shell.id(), layout.id(), language.tag());
        }
        Some(panels)
    }

    /// Takes over the scenario and the preferences of the page. Values that are equal are not set: setting one renders
    /// everything that depends on it again, and a button that is replaced while it is pressed gets no click.
    pub fn sync_with_page(self, link: &str, shell: Shell, layout: Layout) {
        let answers = link::read(link).answers;
        if self.peek_answers(|known| *known != answers) {
            self.set_answers(answers);
        }
        if untrack(|| self.shell_and_layout()) != (shell, layout) {
            self.change_preferences(|known| (known.shell, known.layout) = (shell, layout));
        }
    }

    /// The state of loading the panels.
    pub fn loading(self) -> Loading {
        self.view.with(|view| view.panels.loading)
    }

    /// Loads the panels.
    pub fn fetch_panels(self) {
        self.with_panels(false, |_| ());
    }

    /// Loads the panels, unless something has already requested them.
    pub fn request_panels(self) {
        if untrack(|| self.loading()) == Loading::NotRequested {
            self.fetch_panels();
        }
    }

    /// Calls a function with the panels, and loads them first if necessary. With `announces`, a failure is announced;
    /// otherwise the caller shows it.
    fn with_panels(self, announces: bool, then: fn(&Panels)) {
        if let Some(panels) = self.panels() {
            return then(&panels);
        }
        let loading = move |loading| self.view.update(|view| view.panels.loading = loading);
        loading(Loading::InProgress);
        self.tasks().spawn(async move {
            let open = move |link: String| self.replace(link::read(&link).answers);
            let go_to = move |id: String| {
                if let Some(panel) = PanelId::ALL.iter().find(|panel| panel.id() == id) {
                    self.go_to_panel(*panel);
                } else if id == MIGRATE {
                    self.migrate();
                } else if let Some((field, text)) = id.split_once('=') {
                    if let Some(field) = Field::from_id(field) {
                        self.write_repair(field, text);
                    }
                } else if let Some(field) = Field::from_id(&id) {
                    self.go_to_field(field);
                }
            };
            // A part that is visible at once may request the panels before the page has its root element.
            let root = self.environment.with_value(|environment| environment.root.clone());
            let Some(root) = root else { return };
            loading(match panels::fetch(&root, open, go_to).await {
                Ok(panels) => {
                    // The panels may have been requested twice.
                    let panels = self.panels().unwrap_or(panels);
                    let known = panels.clone();
                    let keep = |environment: &mut Environment| {
                        (environment.panels, environment.are_panels_outdated) = (Some(known), true);
                    };
                    self.environment.update_value(keep);
                    self.explain();
                    then(&panels);
                    Loading::Done
                }
                Err(_) => {
                    if announces {
                        self.announce(text(Text::ToolFailed));
                    }
                    Loading::Failed
                }
            });
        });
    }

    /// Attaches the tips to the plan, if the panels are loaded.
    pub fn explain(self) {
        let root = self.environment.with_value(|environment| environment.root.clone());
        let plan = root.and_then(|root| root.query_selector(".plan").ok().flatten());
        if let (Some(panels), Some(plan)) = (self.panels(), plan) {
            panels.tips(&plan);
        }
    }

    /// Asks the page to write the text that fixes a finding.
    pub fn write_there(self, field: Field, text: &str) {
        self.answer_there(&format!("{}={text}", field.id()));
    }

    /// Sends an answer to the page that this wizard serves.
    pub fn answer_there(self, answer: &str) {
        if let Some(host) = self.host() {
            (host.go_to)(answer);
        }
    }

    /// A part of the panels; `None` while they are not loaded.
    pub fn part(self, id: &str) -> Option<Element> {
        self.panels().map(|panels| panels.part(id))
    }

    /// Updates the panels after every change. This happens after the plan has been painted, because the plan is what the
    /// user looks at. A request to the panels before that updates them first.
    pub fn update_panels(self) {
        self.evaluation.track();
        self.shell_and_layout();
        self.language();
        let fall_behind = |environment: &mut Environment| {
            environment.panels.is_some() && !mem::replace(&mut environment.are_panels_outdated, true)
        };
        if self.environment.try_update_value(fall_behind).unwrap_or_default() {
            self.tasks().after_paint(move || {
                self.panels();
            });
        }
    }

    /// Opens the same scenario in the current edition. The panels contain the migration.
    pub fn migrate(self) {
        if let Some(host) = self.host() {
            return (host.go_to)(MIGRATE);
        }
        if untrack(|| self.loading()) != Loading::Done {
            self.announce(text(Text::ToolLoading));
        }
        self.with_panels(true, Panels::migrate);
    }

    /// Replaces the current scenario, here or in the page that this wizard serves.
    pub fn take_over(self, answers: Answers) {
        if let Some(host) = self.host() {
            host.open(&answers);
        } else {
            self.replace(answers);
        }
    }

    /// Replaces the current scenario. The change can be undone.
    pub(super) fn replace(self, answers: Answers) {
        self.exchange(answers, Change::Scenario);
        self.focus("[data-focus=plan]".to_owned());
    }
}

//! A wizard and what stands beside it: the second module beside the page's, the page beside the second module's.

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
use crate::web::browser;
use crate::web::browser::panels::{self, Panels};
use crate::web::panel_id::PanelId;

impl Wizard {
    /// A wizard beside a page's, which it follows.
    pub fn of_host(host: Host) -> Self {
        let wizard = Self::new("");
        wizard.environment.update_value(|environment| environment.host = Some(host));
        wizard
    }

    /// The page that it stands beside, where it is not the page's own.
    pub(super) fn host(self) -> Option<Host> {
        self.environment.with_value(|environment| environment.host.clone())
    }

    /// The second module, once it is there, at what stands here; nothing as well when the wizard is gone.
    fn panels(self) -> Option<Panels> {
        let known = |environment: &mut Environment| {
            let panels = environment.panels.clone()?;
            Some((panels, mem::take(&mut environment.are_panels_outdated)))
        };
        let (panels, are_panels_outdated) = self.environment.try_update_value(known).flatten()?;
        if are_panels_outdated {
            let (link, (shell, layout)) = untrack(|| (self.link(), self.shell_and_layout()));
            let language = untrack(|| self.language()).unwrap_or(Language::English);
            panels.follow(&link, shell.id(), layout.id(), language.tag());
        }
        Some(panels)
    }

    /// Takes over what stands in the page. What stays as it is is not set: whatever follows it would be made anew, and a button
    /// that is being pressed by then would not be clicked.
    pub fn follow(self, link: &str, shell: Shell, layout: Layout) {
        let answers = link::read(link).answers;
        if self.peek_answers(|known| *known != answers) {
            self.set_answers(answers);
        }
        if untrack(|| self.shell_and_layout()) != (shell, layout) {
            self.change_preferences(|known| (known.shell, known.layout) = (shell, layout));
        }
    }

    /// How far the second module is.
    pub fn loading(self) -> Loading {
        self.view.with(|view| view.panels.loading)
    }

    /// Fetches the second module.
    pub fn fetch_panels(self) {
        self.with_panels(false, |_| ());
    }

    /// Fetches the second module, unless somebody has asked for it before.
    pub fn request_panels(self) {
        if untrack(|| self.loading()) == Loading::NotRequested {
            self.fetch_panels();
        }
    }

    /// Does something with the second module, once it is there; where that is told nowhere else, says when it does not come.
    fn with_panels(self, tells: bool, then: fn(&Panels)) {
        if let Some(panels) = self.panels() {
            return then(&panels);
        }
        let loading = move |loading| {
            let _ = self.view.try_update(|view| view.panels.loading = loading);
        };
        loading(Loading::InProgress);
        leptos::task::spawn_local(async move {
            let open = move |link: String| self.replace(link::read(&link).answers);
            let go_to = move |id: String| {
                if let Some(panel) = PanelId::ALL.iter().find(|panel| panel.id() == id) {
                    self.go_to_panel(*panel);
                } else if id == MIGRATE {
                    self.migrate();
                } else if let Some((field, text)) = id.split_once('=') {
                    if let Some(field) = Field::from_id(field) {
                        self.mend(field, text);
                    }
                } else if let Some(field) = Field::from_id(&id) {
                    self.go_to_field(field);
                }
            };
            // What is wanted at first sight is asked for before the page lives anywhere.
            let root = self.environment.try_with_value(|environment| environment.root.clone());
            let Some(root) = root.flatten() else { return };
            loading(match panels::fetch(&root, open, go_to).await {
                Ok(panels) => {
                    // Somebody may have asked twice, and the page may be gone by now.
                    let panels = self.panels().unwrap_or(panels);
                    let known = panels.clone();
                    let keep = |environment: &mut Environment| {
                        (environment.panels, environment.are_panels_outdated) = (Some(known), true)
                    };
                    if self.environment.try_update_value(keep).is_none() {
                        panels.free();
                        return;
                    }
                    self.explain();
                    then(&panels);
                    Loading::Done
                }
                Err(_) => {
                    if tells {
                        self.announce(text(Text::ToolFailed));
                    }
                    Loading::Failed
                }
            });
        });
    }

    /// Has the second module, if it is there, tell what the pieces of the plan are.
    pub fn explain(self) {
        let root = self.environment.with_value(|environment| environment.root.clone());
        let plan = root.and_then(|root| root.query_selector(".plan").ok().flatten());
        if let (Some(panels), Some(plan)) = (self.panels(), plan) {
            panels.tips(&plan);
        }
    }

    /// Has the page write what mends a finding.
    pub fn write_there(self, field: Field, text: &str) {
        self.answer_there(&format!("{}={text}", field.id()));
    }

    /// Tells the page beside this wizard what was answered there.
    pub fn answer_there(self, answer: &str) {
        if let Some(host) = self.host() {
            (host.go_to)(answer);
        }
    }

    /// A part of the second module; nothing before it is there.
    pub fn part(self, id: &str) -> Option<Element> {
        self.panels().map(|panels| panels.part(id))
    }

    /// Keeps the second module at what stands here: once the plan has been painted, since that is what is looked at, and at
    /// the latest when something is asked of it.
    pub fn update_panels(self) {
        self.evaluation.track();
        self.shell_and_layout();
        self.language();
        let fall_behind = |environment: &mut Environment| {
            environment.panels.is_some() && !mem::replace(&mut environment.are_panels_outdated, true)
        };
        if self.environment.try_update_value(fall_behind).unwrap_or_default() {
            browser::after_paint(move || {
                self.panels();
            });
        }
    }

    /// Opens the same scenario in the current edition, which the second module knows the way to.
    pub fn migrate(self) {
        if let Some(host) = self.host() {
            return (host.go_to)(MIGRATE);
        }
        if untrack(|| self.loading()) != Loading::Done {
            self.announce(text(Text::ToolLoading));
        }
        self.with_panels(true, Panels::migrate);
    }

    /// Puts a scenario in the place of the one that stands here, or in the page beside it.
    pub fn take_over(self, answers: Answers) {
        if let Some(host) = self.host() {
            host.open(&answers);
        } else {
            self.replace(answers);
        }
    }

    /// Puts a scenario in the place of the one that stands here, which the way back gives again.
    pub(super) fn replace(self, answers: Answers) {
        self.exchange(answers, Change::Scenario);
        self.focus("[data-focus=plan]".to_owned());
    }
}

//! How the plan is shown: how its commands are written, which steps are done, which pieces are highlighted. State that
//! the browser's storage refuses lasts as long as the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, Event};

use super::environment::Environment;
use super::wizard::Wizard;
use crate::i18n::text;
use crate::model::choice::{Layout, Shell};
use crate::model::field::Field;
use crate::output::reference::TableId;
use crate::plan::preferences::Preferences;
use crate::plan::progress::Progress;
use crate::plan::{OutputId, StepId};
use crate::text::Text;
use crate::web::browser::{self, storage};

/// The storage key for the preferences.
const PREFERENCES: &str = "azureml-k8s-wizard.preferences";
/// The storage key for the progress.
const PROGRESS: &str = "azureml-k8s-wizard.progress";

/// Preferences and progress.
impl Wizard {
    /// Restores what the browser has stored, and tracks changes of the progress in other windows.
    pub fn recall(self) {
        self.recall_appearance();
        if let Ok(text) = storage::read(PREFERENCES) {
            self.change_preferences(|known| *known = Preferences::read(&text));
        }
        let read = move || {
            if let Ok(text) = storage::read(PROGRESS) {
                self.set_progress(Progress::read(&text));
            }
        };
        read();
        storage::on_change(read);
    }

    /// The shell and the layout of the commands.
    pub fn shell_and_layout(self) -> (Shell, Layout) {
        self.view.with(|view| (view.plan.preferences.shell, view.plan.preferences.layout))
    }

    /// Sets the shell of the commands.
    pub fn write_for(self, shell: Shell) {
        self.prefer(|preferences| preferences.shell = shell);
    }

    /// Sets the layout of the commands.
    pub fn lay_out(self, layout: Layout) {
        self.prefer(|preferences| preferences.layout = layout);
    }

    /// Chooses a form for all steps that have it.
    pub fn choose_form(self, form: OutputId) {
        self.prefer(|preferences| preferences.choose(form));
    }

    pub(super) fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.change_preferences(change);
        // If the storage refuses it, it lasts as long as the page.
        let _ = storage::write(PREFERENCES, &self.view.with_untracked(|view| view.plan.preferences.write()));
    }

    /// The forms of a step, and the one that is shown.
    pub fn forms(self, id: StepId) -> (Vec<OutputId>, Option<OutputId>) {
        let forms: Vec<OutputId> =
            self.with_step(id, |step| step.outputs.iter().map(|output| output.id).collect());
        let shown = self.view.with(|view| view.plan.preferences.form_of(&forms));
        (forms, shown)
    }

    /// The set-up steps that are done, and all set-up steps.
    pub fn progress(self) -> (Vec<StepId>, Vec<StepId>) {
        let all: Vec<StepId> = self.structure(|evaluation| {
            evaluation
                .outcome()
                .plan
                .steps
                .iter()
                .filter(|step| !step.cleans_up)
                .map(|step| step.id)
                .collect()
        });
        self.view.with(|view| view.plan.ticks);
        let is_none = |environment: &Environment| environment.progress.is_empty();
        if self.environment.try_with_value(is_none).unwrap_or(true) {
            return (Vec::new(), all);
        }
        let link = self.link();
        let done = self.environment.with_value(|environment| {
            all.iter().copied().filter(|step| environment.progress.done(&link).contains(step)).collect()
        });
        (done, all)
    }

    /// The first step that is not done.
    pub fn current_step(self) -> Option<StepId> {
        let (done, all) = self.progress();
        all.into_iter().find(|step| !done.contains(step))
    }

    /// Ticks or unticks a step of this scenario.
    pub fn tick(self, step: StepId, is_done: bool) {
        // Read the stored progress first: another window may have changed it.
        let mut progress = match storage::read(PROGRESS) {
            Ok(text) => Progress::read(&text),
            Err(_) => self.environment.with_value(|environment| environment.progress.clone()),
        };
        progress.tick(&untrack(|| self.link()), step, is_done);
        let _ = storage::write(PROGRESS, &progress.write());
        self.set_progress(progress);
    }

    fn set_progress(self, progress: Progress) {
        // A window that is being closed may still receive this event.
        let change = |environment: &mut Environment| {
            let is_new = environment.progress != progress;
            environment.progress = progress;
            is_new
        };
        if self.environment.try_update_value(change).unwrap_or(false) {
            self.view.update(|view| view.plan.ticks = view.plan.ticks.wrapping_add(1));
        }
    }
}

/// Actions on the plan.
impl Wizard {
    /// Copies the first step that is not done, by pressing its button.
    pub fn copy_current(self) {
        match untrack(|| self.current_step()) {
            Some(step) => self.copy_step(step),
            None => self.announce(text(Text::AllDone)),
        }
    }

    /// Copies what is shown of a step, by pressing its button. If copying is refused, focuses the reason.
    pub fn copy_step(self, step: StepId) {
        let Some(root) = self.environment.with_value(|environment| environment.root.clone()) else { return };
        let of_step = format!("[data-step='{}'] ", step.id());
        // A step with several commands has a button for all of them.
        let is_pressed = browser::press(&root, &format!("{of_step}.copy-all"))
            || browser::press(&root, &format!("{of_step}.copy"));
        if is_pressed {
            self.focus(format!("{of_step}.refusal"));
        }
    }

    /// Returns a unique number for a copy button.
    pub fn copy_button(self) -> u32 {
        let count = |environment: &mut Environment| {
            environment.copy_buttons += 1;
            environment.copy_buttons
        };
        self.environment.try_update_value(count).unwrap_or_default()
    }

    /// Whether the last attempt to copy was made with this button and was refused.
    pub fn is_copy_refused(self, button: u32) -> bool {
        self.view.with(|view| view.plan.refused) == Some(button)
    }

    /// Records which button's copying was refused; `None` after a successful copy.
    pub fn refuse_copy(self, button: Option<u32>) {
        let _ = self.view.try_update(|view| view.plan.refused = button);
    }

    /// Opens a table behind the plan and focuses it.
    pub fn go_to_table(self, table: TableId) {
        if let Some(root) = self.environment.with_value(|environment| environment.root.clone())
            && let Ok(Some(details)) = root.query_selector(&format!("#table-{}", table.id()))
        {
            // The element fires its own event when it opens, which updates the state.
            let _ = details.set_attribute("open", "");
            browser::focus(&details, "summary");
        }
    }

    /// Whether a field's control has the focus.
    pub fn is_focused(self, field: Field) -> bool {
        self.environment.with_value(|environment| environment.focused == Some(field))
    }

    /// Highlights the pieces of the plan that come from the focused field, and only those.
    pub fn light(self, event: Option<&Event>) {
        let name = event.and_then(browser::target).and_then(|control| control.get_attribute("name"));
        let field = name.and_then(|name| Field::from_id(&name));
        self.environment.update_value(|environment| environment.focused = field);
        let root = self.environment.with_value(|environment| environment.root.clone());
        let pieces = root.and_then(|root| root.query_selector_all(".run-book [data-field]").ok());
        let Some(pieces) = pieces else { return };
        let pieces = (0..pieces.length()).filter_map(|place| pieces.get(place)?.dyn_into::<Element>().ok());
        for piece in pieces {
            let is_lit =
                field.is_some() && piece.get_attribute("data-field").as_deref() == field.map(Field::id);
            let _ = piece.toggle_attribute_with_force("data-lit", is_lit);
        }
    }
}

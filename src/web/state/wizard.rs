//! One wizard: its signals, and what all components ask of it. More of its methods stand beside this file, by concern.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::environment::{Arrival, Environment};
use super::evaluation::Evaluation;
use super::structure::key;
use super::view_state::ViewState;
use crate::analysis::check::{Cause, Finding, Severity};
use crate::analysis::outcome::{Outcome, shows_errata};
use crate::model::answers::Answers;
use crate::model::choice::Edition;
use crate::model::field::{Field, Kind, WizardStep};
use crate::model::link;
use crate::plan::preferences::Preferences;
use crate::plan::{Step, StepId};
use crate::text;
use crate::web::browser;
use crate::web::panel_id::PanelId;

/// One wizard: its answers, what follows from them, and how it is looked at.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// What was said, and what follows from it. Set by [`Wizard::set_answers`] alone, so that [`Wizard::structure`] is never behind it. No
    /// memo either: what sets it needs it at once.
    pub evaluation: RwSignal<Evaluation>,
    /// What both consist of. No memo: all that follows one is woken at each key to see whether it has changed.
    pub structure: RwSignal<()>,
    /// What came with the last link; nothing once it has been looked at.
    pub arrival: RwSignal<Option<Arrival>>,
    /// How it is looked at. One signal for all of it: each type of signal is code of its own.
    pub(super) view: RwSignal<ViewState>,
    /// What is around it. One value for all of it: each type of value is code of its own.
    pub(super) environment: StoredValue<Environment, LocalStorage>,
}

impl Wizard {
    /// A wizard that starts with what a link says.
    pub fn new(start: &str) -> Self {
        let reading = link::read(start);
        let evaluation = Evaluation::new(reading.answers, Preferences::default().shell);
        let view = RwSignal::new(ViewState::default());
        Self {
            structure: RwSignal::new(()),
            evaluation: RwSignal::new(evaluation),
            arrival: RwSignal::new(None),
            view,
            environment: StoredValue::new_local(Environment::default()),
        }
    }

    /// Lives below an element from now on.
    pub fn live_in(self, root: Option<Element>) {
        self.environment.update_value(|environment| environment.root = root);
    }

    /// Whether an element is in it.
    pub fn is_around(self, element: &Element) -> bool {
        let holds = |environment: &Environment| {
            environment.root.as_ref().is_some_and(|root| root.contains(Some(element)))
        };
        self.environment.try_with_value(holds).unwrap_or_default()
    }

    /// Keeps the scenario that stands here in this way before another takes its place.
    pub fn remember_with(self, remember: Rc<dyn Fn()>) {
        self.environment.update_value(|environment| environment.remember = Some(remember));
    }

    /// The panel that is open.
    pub fn panel(self) -> Option<PanelId> {
        self.view.with(|view| view.panels.panel)
    }

    /// Opens a panel in place of the one that is open, or closes that.
    pub fn open_panel(self, panel: Option<PanelId>) {
        self.view.update(|view| view.panels.panel = panel);
    }

    /// What was said last, for a while.
    pub fn announcement(self) -> &'static str {
        self.view.with(|view| view.appearance.announcement)
    }

    /// Whether steps say where documents are wrong.
    pub fn shows_errata(self) -> bool {
        self.view
            .with(|view| view.plan.errata)
            .unwrap_or_else(|| self.structure(|evaluation| shows_errata(evaluation.outcome().plan.edition)))
    }

    /// Reads what a step consists of; nothing when the plan no longer has it.
    pub fn with_step<T: Default>(self, id: StepId, read: impl FnOnce(&Step) -> T) -> T {
        self.structure(|evaluation| {
            evaluation.outcome().plan.steps.iter().find(|step| step.id == id).map(read)
        })
        .unwrap_or_default()
    }

    /// Says where documents are wrong, or no longer.
    pub fn toggle_errata(self) {
        let tells = untrack(|| self.shows_errata());
        self.view.update(|view| view.plan.errata = Some(!tells));
    }

    /// Takes over what a link says, unless it says what stands here already.
    pub fn open(self, link: &str) {
        self.adopt(link::read(link).answers);
    }

    /// Takes over answers, unless they stand here already.
    pub(super) fn adopt(self, answers: Answers) {
        self.arrival.set(None);
        self.view.update(|view| view.questions.typing = None);
        if self.peek_answers(|known| *known != answers) {
            let answers = self.restore_typed(answers);
            self.set_answers(answers);
        }
    }

    /// Reads what was said.
    pub fn answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.evaluation.with(|evaluation| read(&evaluation.answers))
    }

    /// The same without following it.
    pub fn peek_answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.evaluation.with_untracked(|evaluation| read(&evaluation.answers))
    }

    /// Reads what follows from it.
    pub fn outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.evaluation.with(|evaluation| read(evaluation.outcome()))
    }

    /// The same without following it.
    pub fn peek_outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.evaluation.with_untracked(|evaluation| read(evaluation.outcome()))
    }

    /// Sets what was said.
    pub(super) fn set_answers(self, answers: Answers) {
        let evaluation =
            Evaluation::new(answers, self.view.with_untracked(|view| view.plan.preferences.shell));
        let is_restructured = self.evaluation.with_untracked(|known| !known.has_structure_of(&evaluation));
        self.evaluation.set(evaluation);
        if is_restructured {
            self.structure.set(());
        }
    }

    /// Reads what was said and what follows from it, and follows what a key seldom changes of that: all but letters of texts.
    pub fn structure<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.structure.track();
        self.evaluation.with_untracked(read)
    }

    /// Changes how plans are written. What is to be said of them depends on the shell.
    pub(super) fn change_preferences(self, change: impl FnOnce(&mut Preferences)) {
        self.view.update(|view| change(&mut view.plan.preferences));
        self.set_answers(self.peek_answers(Clone::clone));
    }

    /// Takes over what somebody else's link says, and tells what came with it.
    pub fn receive_link(self, link: &str) {
        let arrival = Arrival::new(link::read(link));
        self.open(link);
        self.arrival.set(arrival);
    }

    /// The link to what stands here; empty while nothing was said.
    pub fn link(self) -> String {
        self.answers(link_of)
    }

    /// The edition.
    pub fn edition(self) -> Edition {
        self.structure(|evaluation| evaluation.outcome().plan.edition)
    }

    /// Sets a field to what was typed or chosen.
    pub fn answer(self, field: Field, text: &str) {
        let mut answers = self.peek_answers(Clone::clone);
        // Controls offer only what is in a field's list, so that nothing is refused here.
        let _ = answers.set(field, text);
        self.set_answers(answers);
    }

    /// The steps that have something to ask.
    pub fn steps(self) -> Vec<WizardStep> {
        self.structure(|Evaluation { answers, .. }| {
            let is_asked = |step: &WizardStep| step.fields(answers).any(|field| self.asks(field));
            WizardStep::ALL.into_iter().filter(is_asked).collect()
        })
    }

    /// The fields that are asked for and whose values are missing, those aside that hold something wrong: that is told
    /// already.
    pub fn missing(self) -> Vec<Field> {
        self.structure(|evaluation| {
            let outcome = evaluation.outcome();
            let is_wrong =
                |field: &Field| outcome.resolved.invalid.iter().any(|invalid| invalid.field == *field);
            let is_left = |finding: &&Finding| matches!(finding.cause, Cause::PlaceholdersLeft(_));
            let left = outcome.findings.iter().find(is_left);
            let fields = left.into_iter().flat_map(|finding| &finding.fields).copied();
            fields.filter(|field| self.asks(*field) && !is_wrong(field)).collect()
        })
    }

    /// Sets a field to what is being typed. What is wrong with it is told when the field is left, or at once when it
    /// was told before and is being mended.
    pub fn type_text(self, field: Field, text: &str) {
        let is_typing = self.view.with_untracked(|view| view.questions.typing == Some(field));
        if !is_typing && untrack(|| self.problems(field)).is_empty() {
            self.view.update(|view| view.questions.typing = Some(field));
        }
        self.look_at(field);
        self.answer(field, text);
    }

    /// Takes a field off those that a link has brought and nobody has looked at.
    pub(super) fn look_at(self, field: Field) {
        let is_new = |arrival: &Option<Arrival>| arrival.as_ref().is_some_and(|a| a.texts.contains(&field));
        if self.arrival.with_untracked(is_new) {
            self.arrival.update(|arrival| {
                if let Some(arrival) = arrival {
                    arrival.texts.retain(|known| *known != field);
                }
            });
        }
    }

    /// Ends typing in a field.
    pub fn leave(self, field: Field) {
        if self.view.with_untracked(|view| view.questions.typing == Some(field)) {
            self.view.update(|view| view.questions.typing = None);
        }
    }

    /// The step that is shown: the one that was gone to, or the nearest before it that has something to ask.
    pub fn step(self) -> WizardStep {
        let chosen = self.view.with(|view| view.questions.step);
        let steps = self.steps();
        // The first step may not be shown.
        let nearest = steps.iter().rfind(|step| **step <= chosen).or(steps.first());
        nearest.copied().unwrap_or(chosen)
    }

    /// The neighbours of the step that is shown.
    pub fn neighbours(self) -> (Option<WizardStep>, Option<WizardStep>) {
        let (steps, shown) = (self.steps(), self.step());
        (
            steps.iter().rfind(|other| **other < shown).copied(),
            steps.iter().find(|other| **other > shown).copied(),
        )
    }

    /// Shows a step. A control that goes with the old one ends its typing without a word of its own.
    pub(super) fn show(self, step: WizardStep) {
        let shown = untrack(|| self.step());
        self.view.update(|view| {
            if shown != step {
                view.questions.leave(shown);
            }
            view.questions.step = step;
            view.questions.typing = None;
        });
    }

    /// Goes to a step and puts the focus on its heading.
    pub fn go_to(self, step: WizardStep) {
        self.show(step);
        self.focus("[data-focus=step]".to_owned());
    }

    /// Goes to a field and puts the focus on its control.
    pub fn go_to_field(self, field: Field) {
        if let Some(host) = self.host() {
            return (host.go_to)(field.id());
        }
        if !self.asks(field) {
            return;
        }
        self.uncover(field);
        self.show(field.row().step);
        let checked = if matches!(field.row().kind, Kind::Choice(_)) { ":checked" } else { "" };
        self.focus(format!("[name='{}']{checked}", field.id()));
    }

    /// Opens a panel and puts the focus on it, or has the page beside this wizard do so.
    pub fn go_to_panel(self, panel: PanelId) {
        if let Some(host) = self.host() {
            return (host.go_to)(panel.id());
        }
        self.open_panel(Some(panel));
        self.focus("[data-focus=panel]".to_owned());
    }

    /// Puts the focus on what a selector finds, once the view has followed the last change.
    pub fn focus(self, selector: String) {
        let environment = self.environment;
        browser::request_animation_frame(move || {
            // The wizard may be gone by then.
            if let Some(Some(root)) = environment.try_with_value(|environment| environment.root.clone()) {
                browser::focus(&root, &selector);
            }
        });
    }

    /// Reads the findings that are to be told now.
    pub(super) fn with_shown_findings<T>(self, read: impl FnOnce(&[&Finding]) -> T) -> T {
        let typing = self.view.with(|view| view.questions.typing);
        let is_explained = |finding: &&Finding| match &finding.cause {
            Cause::Invalid(invalid) => Some(invalid.field) != typing,
            Cause::LongComputeName => typing != Some(Field::ComputeName),
            Cause::Unwritable { field, .. } => Some(*field) != typing,
            Cause::Rule(_) | Cause::PlaceholdersLeft(_) => true,
        };
        self.structure(|evaluation| {
            let told: Vec<&Finding> = evaluation.outcome().findings.iter().filter(is_explained).collect();
            read(&told)
        })
    }

    /// How many errors are to be told now: about a step's fields, or all of them.
    pub fn errors(self, step: Option<WizardStep>) -> usize {
        let is_here = |finding: &Finding| {
            step.is_none_or(|step| finding.fields.iter().any(|field| field.row().step == step))
        };
        self.with_shown_findings(|told| {
            told.iter().filter(|finding| finding.severity == Severity::Error && is_here(finding)).count()
        })
    }

    /// The keys of the findings of a kind that are to be told now.
    pub fn shown_findings(self, of_kind: &dyn Fn(&Finding) -> bool) -> Vec<usize> {
        self.with_shown_findings(|told| {
            told.iter().filter(|finding| of_kind(finding)).map(|f| key(f)).collect()
        })
    }

    /// Reads a finding, if it still stands.
    pub fn with_finding<T: Default>(self, sought: usize, read: impl FnOnce(&Finding) -> T) -> T {
        self.outcome(|outcome| outcome.findings.iter().find(|finding| key(finding) == sought).map(read))
            .unwrap_or_default()
    }

    /// The message of a finding.
    pub fn message(self, key: usize) -> String {
        self.with_finding(key, |finding| self.answers(|answers| text::finding(finding, answers)))
    }

    /// Says something to everybody, for a while.
    pub fn announce(self, text: &'static str) {
        /// In milliseconds.
        const WHILE: i32 = 6_000;
        let view = self.view;
        view.update(|view| view.appearance.announcement = text);
        browser::set_timeout(
            move || {
                let _ = view.try_update(|view| view.appearance.announcement = "");
            },
            WHILE,
        );
    }

    /// What is wrong with a field, by key: a bad text, or a rule that is broken badly enough for the tools to refuse it.
    pub fn problems(self, field: Field) -> Vec<usize> {
        self.shown_findings(&|finding| {
            finding.fields.contains(&field)
                && (finding.severity == Severity::Error || matches!(finding.cause, Cause::LongComputeName))
        })
    }

    /// Whether what is wrong with a field is an error.
    pub fn is_refused(self, field: Field) -> bool {
        self.with_shown_findings(|told| {
            told.iter().any(|f| f.severity == Severity::Error && f.fields.contains(&field))
        })
    }
}

/// The link to answers; empty while nothing was said.
pub(in crate::web) fn link_of(answers: &Answers) -> String {
    if answers.differing().next().is_none() { String::new() } else { link::write(answers) }
}

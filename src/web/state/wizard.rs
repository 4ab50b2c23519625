//! One wizard: its signals and the methods that all components use. The other files in this folder contain more methods,
//! by concern.

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
use crate::web::tasks::Tasks;

/// One wizard: its answers, their outcome, and the state of the view.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// The answers and their outcome. Only [`Wizard::set_answers`] sets this signal, so that [`Wizard::structure`] is
    /// always up to date. The outcome is not a memo: every change of the answers needs it at once.
    pub evaluation: RwSignal<Evaluation>,
    /// Notifies when the structure of the answers or of the outcome changes. This is not a memo: everything that depends
    /// on a memo is woken at each key press to check whether the memo has changed.
    pub structure: RwSignal<()>,
    /// What the last link brought; `None` once the user has reviewed it.
    pub arrival: RwSignal<Option<Arrival>>,
    /// The state of the view. It is one signal, because each type of signal adds code.
    pub(super) view: RwSignal<ViewState>,
    /// The surroundings of the wizard. They are one stored value, because each type of stored value adds code.
    pub(super) environment: StoredValue<Environment, LocalStorage>,
}

impl Wizard {
    /// Creates a wizard that starts with the answers of a link.
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

    /// Where the wizard and its parts defer work. Nothing that was deferred here runs once the wizard is gone.
    pub fn tasks(self) -> Tasks {
        self.environment.try_with_value(|environment| environment.tasks.tasks()).unwrap_or_default()
    }

    /// Sets the root element of the wizard.
    pub fn live_in(self, root: Option<Element>) {
        self.environment.update_value(|environment| environment.root = root);
    }

    /// Whether the wizard contains an element.
    pub fn contains(self, element: &Element) -> bool {
        let holds = |environment: &Environment| {
            environment.root.as_ref().is_some_and(|root| root.contains(Some(element)))
        };
        self.environment.try_with_value(holds).unwrap_or_default()
    }

    /// Sets the function that keeps the current scenario before another one replaces it.
    pub fn remember_with(self, remember: Rc<dyn Fn()>) {
        self.environment.update_value(|environment| environment.remember = Some(remember));
    }

    /// The panel that is open.
    pub fn panel(self) -> Option<PanelId> {
        self.view.with(|view| view.panels.panel)
    }

    /// Opens a panel, or closes the open one. Only one panel is open at a time.
    pub fn open_panel(self, panel: Option<PanelId>) {
        self.view.update(|view| view.panels.panel = panel);
    }

    /// The current message for screen readers. It is cleared after some seconds.
    pub fn announcement(self) -> &'static str {
        self.view.with(|view| view.appearance.announcement)
    }

    /// Whether steps show misprints of documents.
    pub fn shows_errata(self) -> bool {
        self.view
            .with(|view| view.plan.errata)
            .unwrap_or_else(|| self.structure(|evaluation| shows_errata(evaluation.outcome().plan.edition)))
    }

    /// Reads a step of the plan. Returns the default if the plan no longer has the step.
    pub fn with_step<T: Default>(self, id: StepId, read: impl FnOnce(&Step) -> T) -> T {
        self.structure(|evaluation| {
            evaluation.outcome().plan.steps.iter().find(|step| step.id == id).map(read)
        })
        .unwrap_or_default()
    }

    /// Shows or hides the misprints of documents.
    pub fn toggle_errata(self) {
        let shown = untrack(|| self.shows_errata());
        self.view.update(|view| view.plan.errata = Some(!shown));
    }

    /// Opens a link, unless it has the current answers.
    pub fn open(self, link: &str) {
        self.adopt(link::read(link).answers);
    }

    /// Sets answers, unless they are the current ones.
    pub(super) fn adopt(self, answers: Answers) {
        self.arrival.set(None);
        self.view.update(|view| view.questions.typing = None);
        if self.peek_answers(|known| *known != answers) {
            let answers = self.restore_typed(answers);
            self.set_answers(answers);
        }
    }

    /// Reads the answers and tracks them.
    pub fn answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.evaluation.with(|evaluation| read(&evaluation.answers))
    }

    /// Reads the answers without tracking them.
    pub fn peek_answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.evaluation.with_untracked(|evaluation| read(&evaluation.answers))
    }

    /// Reads the outcome and tracks it.
    pub fn outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.evaluation.with(|evaluation| read(evaluation.outcome()))
    }

    /// Reads the outcome without tracking it.
    pub fn peek_outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.evaluation.with_untracked(|evaluation| read(evaluation.outcome()))
    }

    /// Sets the answers, and notifies [`Wizard::structure`] only when the structure has changed.
    pub(super) fn set_answers(self, answers: Answers) {
        let evaluation =
            Evaluation::new(answers, self.view.with_untracked(|view| view.plan.preferences.shell));
        let is_restructured = self.evaluation.with_untracked(|known| !known.has_structure_of(&evaluation));
        self.evaluation.set(evaluation);
        if is_restructured {
            self.structure.set(());
        }
    }

    /// Reads the answers and their outcome, and tracks only their structure: everything except the characters of texts. A
    /// key press seldom changes it.
    pub fn structure<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.structure.track();
        self.evaluation.with_untracked(read)
    }

    /// Changes the preferences. Some findings depend on the shell, so that the outcome is computed again.
    pub(super) fn change_preferences(self, change: impl FnOnce(&mut Preferences)) {
        self.view.update(|view| change(&mut view.plan.preferences));
        self.set_answers(self.peek_answers(Clone::clone));
    }

    /// Opens a link that may be a stranger's, and shows what came with it.
    pub fn receive_link(self, link: &str) {
        let arrival = Arrival::new(link::read(link));
        self.open(link);
        self.arrival.set(arrival);
    }

    /// The link to the current answers; empty as long as all answers are the defaults.
    pub fn link(self) -> String {
        self.answers(link_of)
    }

    /// The edition of the current plan.
    pub fn edition(self) -> Edition {
        self.structure(|evaluation| evaluation.outcome().plan.edition)
    }

    /// Sets a field to the text that was typed or the value that was chosen.
    pub fn answer(self, field: Field, text: &str) {
        self.look_at(field);
        let mut answers = self.peek_answers(Clone::clone);
        // Controls offer only values from the list of the field, so that `set` accepts them.
        let _ = answers.set(field, text);
        self.set_answers(answers);
    }

    /// The steps that have questions under the current answers.
    pub fn steps(self) -> Vec<WizardStep> {
        self.structure(|Evaluation { answers, .. }| {
            let is_asked = |step: &WizardStep| step.fields(answers).any(|field| self.asks(field));
            WizardStep::ALL.into_iter().filter(is_asked).collect()
        })
    }

    /// The required fields without a value that this wizard asks for. A field with an invalid value is left out, because
    /// it already has an error.
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

    /// Sets a field to the text that is being typed. An error is shown when the focus leaves the field. If the field
    /// already showed an error, the error is updated at every key press.
    pub fn type_text(self, field: Field, text: &str) {
        let is_typing = self.view.with_untracked(|view| view.questions.typing == Some(field));
        if !is_typing && untrack(|| self.problems(field)).is_empty() {
            self.view.update(|view| view.questions.typing = Some(field));
        }
        self.answer(field, text);
    }

    /// Marks a field that a link has set as reviewed.
    pub(super) fn look_at(self, field: Field) {
        let is_new = |arrival: &Option<Arrival>| arrival.as_ref().is_some_and(|a| a.checked.contains(&field));
        if self.arrival.with_untracked(is_new) {
            self.arrival.update(|arrival| {
                if let Some(arrival) = arrival {
                    arrival.checked.retain(|known| *known != field);
                }
            });
        }
    }

    /// Ends typing in a field, so that its errors are shown.
    pub fn leave(self, field: Field) {
        if self.view.with_untracked(|view| view.questions.typing == Some(field)) {
            self.view.update(|view| view.questions.typing = None);
        }
    }

    /// The current step: the chosen one, or the nearest step before it that has questions.
    pub fn step(self) -> WizardStep {
        let chosen = self.view.with(|view| view.questions.step);
        let steps = self.steps();
        // The first step may have no questions.
        let nearest = steps.iter().rfind(|step| **step <= chosen).or(steps.first());
        nearest.copied().unwrap_or(chosen)
    }

    /// The steps before and after the current one.
    pub fn neighbours(self) -> (Option<WizardStep>, Option<WizardStep>) {
        let (steps, shown) = (self.steps(), self.step());
        (
            steps.iter().rfind(|other| **other < shown).copied(),
            steps.iter().find(|other| **other > shown).copied(),
        )
    }

    /// Shows a step. This also ends typing: a control that is removed with the old step does not report that it lost the
    /// focus.
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

    /// Opens a panel and focuses it. A wizard in the panels asks the page to do this.
    pub fn go_to_panel(self, panel: PanelId) {
        if let Some(host) = self.host() {
            return (host.go_to)(panel.id());
        }
        self.open_panel(Some(panel));
        self.focus("[data-focus=panel]".to_owned());
    }

    /// Focuses the first element that a selector matches, after the view has been updated.
    pub fn focus(self, selector: String) {
        let environment = self.environment;
        self.tasks().before_paint(move || {
            if let Some(Some(root)) = environment.try_with_value(|environment| environment.root.clone()) {
                browser::focus(&root, &selector);
            }
        });
    }

    /// Reads the findings that are shown now. Findings about the field that is being typed in are left out.
    pub(super) fn with_shown_findings<T>(self, read: impl FnOnce(&[&Finding]) -> T) -> T {
        let typing = self.view.with(|view| view.questions.typing);
        let is_explained = |finding: &&Finding| match &finding.cause {
            Cause::Invalid(invalid) => Some(invalid.field) != typing,
            Cause::LongComputeName => typing != Some(Field::ComputeName),
            Cause::Unwritable { field, .. } => Some(*field) != typing,
            Cause::Rule(_) | Cause::PlaceholdersLeft(_) => true,
        };
        self.structure(|evaluation| {
            let shown: Vec<&Finding> = evaluation.outcome().findings.iter().filter(is_explained).collect();
            read(&shown)
        })
    }

    /// The number of errors that are shown now: about the fields of one step, or all of them.
    pub fn errors(self, step: Option<WizardStep>) -> usize {
        let is_here = |finding: &Finding| {
            step.is_none_or(|step| finding.fields.iter().any(|field| field.row().step == step))
        };
        self.with_shown_findings(|shown| {
            shown.iter().filter(|finding| finding.severity == Severity::Error && is_here(finding)).count()
        })
    }

    /// The keys of the findings that are shown now and that a predicate accepts.
    pub fn shown_findings(self, of_kind: &dyn Fn(&Finding) -> bool) -> Vec<usize> {
        self.with_shown_findings(|shown| {
            shown.iter().filter(|finding| of_kind(finding)).map(|f| key(f)).collect()
        })
    }

    /// Reads a finding. Returns the default if the outcome no longer has it.
    pub fn with_finding<T: Default>(self, sought: usize, read: impl FnOnce(&Finding) -> T) -> T {
        self.outcome(|outcome| outcome.findings.iter().find(|finding| key(finding) == sought).map(read))
            .unwrap_or_default()
    }

    /// The message of a finding.
    pub fn message(self, key: usize) -> String {
        self.with_finding(key, |finding| self.answers(|answers| text::finding(finding, answers)))
    }

    /// Announces a message to screen readers and on the screen for some seconds.
    pub fn announce(self, text: &'static str) {
        /// In milliseconds.
        const WHILE: i32 = 6_000;
        let view = self.view;
        view.update(|view| view.appearance.announcement = text);
        self.tasks().after(WHILE, move || view.update(|view| view.appearance.announcement = ""));
    }

    /// The keys of the problems of a field: an invalid text, or a broken rule that is severe enough for the tools to
    /// refuse the value.
    pub fn problems(self, field: Field) -> Vec<usize> {
        self.shown_findings(&|finding| {
            finding.fields.contains(&field)
                && (finding.severity == Severity::Error || matches!(finding.cause, Cause::LongComputeName))
        })
    }

    /// Whether a field has an error that is shown now.
    pub fn is_refused(self, field: Field) -> bool {
        self.with_shown_findings(|shown| {
            shown.iter().any(|f| f.severity == Severity::Error && f.fields.contains(&field))
        })
    }
}

/// The link to answers; empty if all answers are the defaults.
pub(in crate::web) fn link_of(answers: &Answers) -> String {
    if answers.differing().next().is_none() { String::new() } else { link::write(answers) }
}

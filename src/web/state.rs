//! What the components share.

mod beside;
mod dialog;
mod language;
mod path;
mod plan;
mod shape;
mod shown;
mod undo;

pub(super) use dialog::{DialogId, KeyId, Theme};
pub(super) use path::Standing;
pub(super) use shape::MISSING;
pub(super) use undo::{Change, Taken};

use std::rc::Rc;
use std::sync::OnceLock;

use leptos::prelude::*;
use web_sys::Element;

use shape::key;

use crate::analysis::check::{Cause, Finding, Severity};
use crate::analysis::outcome::{Outcome, outcome, tells_errata};
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::{Field, Kind, WizardStep};
use crate::model::link::{self, Ignored, Reading};
use crate::plan::preferences::Preferences;
use crate::plan::progress::Progress;
use crate::plan::{Step, StepId};
use crate::text;
use crate::web::browser;
use crate::web::browser::panels::Panels;
use crate::web::panel_id::PanelId;

/// How a wizard is looked at.
#[derive(Clone, Copy)]
struct Looks {
    /// The step that was gone to; see [`Wizard::step`].
    step: WizardStep,
    /// The field that is being typed in, as long as its text was not wrong before: half a name is not yet a bad one.
    typing: Option<Field>,
    /// The parts behind the plan that are open, a bit each.
    open: u32,
    /// The button whose copying was refused last.
    refused: Option<u32>,
    /// What was said last.
    announcement: &'static str,
    /// Whether steps say where documents are wrong; nothing as long as nobody has said so.
    errata: Option<bool>,
    /// The panel that is open.
    panel: Option<PanelId>,
    /// How far the second module is.
    loading: Loading,
    /// The steps that have been shown and left again.
    left: [bool; WizardStep::ALL.len()],
    /// The steps whose advanced questions are in sight.
    unfolded: [bool; WizardStep::ALL.len()],
    /// Whether the presets are in sight.
    presets: bool,
    /// The field that more is told of.
    told: Option<Field>,
    /// What can be taken back.
    taken: Option<Taken>,
    /// The dialog that is open.
    dialog: Option<DialogId>,
    /// Whether single keys do something.
    keys: bool,
    /// The colours that were chosen.
    theme: Theme,
    /// Which language is spoken.
    speech: language::Speech,
    /// For which shell, in which layout and form the plan is written.
    preferences: Preferences,
    /// How often a step has been ticked off, or no longer: what is done follows it.
    ticks: u32,
}

/// How far the second module is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// Nobody has asked for it.
    Not,
    /// On its way.
    Now,
    /// There.
    Done,
    /// It did not come.
    Failed,
}

/// What came with a link that somebody else may have made.
pub struct Arrival {
    /// The texts that end up in commands, as long as nobody has changed them.
    pub texts: Vec<Field>,
    /// What could not be used.
    pub ignored: Vec<Ignored>,
}

impl Arrival {
    /// Nothing where the link says nothing.
    fn new(reading: Reading) -> Option<Self> {
        let Reading { answers, ignored } = reading;
        let said = || answers.differing().map(|(field, _)| field);
        if ignored.is_empty() && said().next().is_none() {
            return None;
        }
        let is_text = |field: &Field| matches!(field.row().kind, Kind::Text(_)) && field.applies(&answers);
        Some(Self { texts: said().filter(is_text).collect(), ignored })
    }
}

/// Where a reader is sent who wants today's edition.
const MIGRATE: &str = "migrate";

/// Where a wizard in the second module sends its reader: to the page's own.
#[derive(Clone)]
pub struct Host {
    /// Opens a link.
    open: Rc<dyn Fn(&str)>,
    /// Goes to the field, or opens the panel, with this id; with `=` and a text behind a field's, writes that there.
    go_to: Rc<dyn Fn(&str)>,
}

impl Host {
    /// A page that opens links and goes to fields.
    pub fn new(open: impl Fn(&str) + 'static, go_to: impl Fn(&str) + 'static) -> Self {
        Self { open: Rc::new(open), go_to: Rc::new(go_to) }
    }

    /// Has the page open a scenario.
    pub(super) fn open(&self, answers: &Answers) {
        (self.open)(&link::write(answers));
    }
}

/// What was said, and what follows from it.
pub struct Said {
    /// What was said.
    pub answers: Answers,
    /// The shell that is written for.
    shell: Shell,
    /// What follows, once somebody has asked for it: a page shows its first controls before its first plan.
    outcome: OnceLock<Outcome>,
}

impl Said {
    fn new(answers: Answers, shell: Shell) -> Self {
        Self { answers, shell, outcome: OnceLock::new() }
    }

    /// What follows from it, for the shell that is written for.
    #[inline(never)]
    pub fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| outcome(&self.answers).written_for(self.shell))
    }
}

/// One wizard: its answers, what follows from them, and how it is looked at.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// What was said, and what follows from it. Set by [`Wizard::say`] alone, so that [`Wizard::shape`] is never behind it. No
    /// memo either: what sets it needs it at once.
    pub said: RwSignal<Said>,
    /// What both consist of. No memo: all that follows one is woken at each key to see whether it has changed.
    pub shape: RwSignal<()>,
    /// What came with the last link; nothing once it has been looked at.
    pub arrival: RwSignal<Option<Arrival>>,
    /// How it is looked at. One signal for all of it: each type of signal is code of its own.
    looks: RwSignal<Looks>,
    /// What is around it. One value for all of it: each type of value is code of its own.
    around: StoredValue<Around, LocalStorage>,
}

/// What is around a wizard.
#[derive(Default)]
struct Around {
    /// Where it lives. Elements are looked for below it, so that several can be on a page.
    root: Option<Element>,
    /// The page that it stands beside, where it is not the page's own.
    host: Option<Host>,
    /// What keeps the scenario that stands here before another takes its place.
    remember: Option<Rc<dyn Fn()>>,
    /// The second module, once it is there.
    panels: Option<Panels>,
    /// Whether that has not been told yet what stands here.
    is_behind: bool,
    /// What stood here before another took its place.
    before: Option<undo::Before>,
    /// Which steps are done.
    progress: Progress,
    /// The field whose control has the focus.
    focused: Option<Field>,
    /// How many buttons copy something.
    copy_buttons: u32,
    /// Whether it stands in somebody else's page.
    #[cfg(feature = "files")]
    is_embedded: bool,
    /// How much of it is shown.
    #[cfg(feature = "files")]
    scope: crate::plan::scope::Scope,
    /// What the last link there had that could not be used.
    #[cfg(feature = "files")]
    ignored: Vec<Ignored>,
}

impl Wizard {
    /// A wizard that starts with what a link says.
    pub fn new(start: &str) -> Self {
        let reading = link::read(start);
        let preferences = Preferences::default();
        let said = Said::new(reading.answers, preferences.shell);
        let looks = RwSignal::new(Looks {
            step: WizardStep::Cluster,
            typing: None,
            open: 0,
            refused: None,
            announcement: "",
            errata: None,
            panel: None,
            loading: Loading::Not,
            left: Default::default(),
            unfolded: Default::default(),
            presets: false,
            told: None,
            taken: None,
            dialog: None,
            keys: true,
            theme: Theme::Auto,
            speech: language::Speech::default(),
            preferences,
            ticks: 0,
        });
        Self {
            shape: RwSignal::new(()),
            said: RwSignal::new(said),
            arrival: RwSignal::new(None),
            looks,
            around: StoredValue::new_local(Around::default()),
        }
    }

    /// Lives below an element from now on.
    pub fn live_in(self, root: Option<Element>) {
        self.around.update_value(|around| around.root = root);
    }

    /// Whether an element is in it.
    pub fn is_around(self, element: &Element) -> bool {
        let holds = |around: &Around| around.root.as_ref().is_some_and(|root| root.contains(Some(element)));
        self.around.try_with_value(holds).unwrap_or_default()
    }

    /// Keeps the scenario that stands here in this way before another takes its place.
    pub fn remember_with(self, remember: Rc<dyn Fn()>) {
        self.around.update_value(|around| around.remember = Some(remember));
    }

    /// The panel that is open.
    pub fn panel(self) -> Option<PanelId> {
        self.looks.with(|looks| looks.panel)
    }

    /// Opens a panel in place of the one that is open, or closes that.
    pub fn open_panel(self, panel: Option<PanelId>) {
        self.looks.update(|looks| looks.panel = panel);
    }

    /// What was said last, for a while.
    pub fn announcement(self) -> &'static str {
        self.looks.with(|looks| looks.announcement)
    }

    /// Whether steps say where documents are wrong.
    pub fn tells_errata(self) -> bool {
        self.looks
            .with(|looks| looks.errata)
            .unwrap_or_else(|| self.shape(|said| tells_errata(said.outcome().plan.edition)))
    }

    /// Reads what a step consists of; nothing when the plan no longer has it.
    pub fn with_step<T: Default>(self, id: StepId, read: impl FnOnce(&Step) -> T) -> T {
        self.shape(|said| said.outcome().plan.steps.iter().find(|step| step.id == id).map(read))
            .unwrap_or_default()
    }

    /// Says where documents are wrong, or no longer.
    pub fn switch_errata(self) {
        let tells = untrack(|| self.tells_errata());
        self.looks.update(|looks| looks.errata = Some(!tells));
    }

    /// Takes over what a link says, unless it says what stands here already.
    pub fn open(self, link: &str) {
        self.take_up(link::read(link).answers);
    }

    /// Takes over answers, unless they stand here already.
    fn take_up(self, answers: Answers) {
        self.arrival.set(None);
        self.looks.update(|looks| looks.typing = None);
        if self.peek_answers(|known| *known != answers) {
            let answers = self.come_back(answers);
            self.say(answers);
        }
    }

    /// Reads what was said.
    pub fn answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.said.with(|said| read(&said.answers))
    }

    /// The same without following it.
    pub fn peek_answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.said.with_untracked(|said| read(&said.answers))
    }

    /// Reads what follows from it.
    pub fn outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.said.with(|said| read(said.outcome()))
    }

    /// The same without following it.
    pub fn peek_outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.said.with_untracked(|said| read(said.outcome()))
    }

    /// Sets what was said.
    pub(super) fn say(self, answers: Answers) {
        let said = Said::new(answers, self.looks.with_untracked(|looks| looks.preferences.shell));
        let is_shaped_anew = self.said.with_untracked(|known| !known.is_shaped_like(&said));
        self.said.set(said);
        if is_shaped_anew {
            self.shape.set(());
        }
    }

    /// Reads what was said and what follows from it, and follows what a key seldom changes of that: all but letters of texts.
    pub fn shape<T>(self, read: impl FnOnce(&Said) -> T) -> T {
        self.shape.track();
        self.said.with_untracked(read)
    }

    /// Changes how plans are written. What is to be said of them depends on the shell.
    fn change_preferences(self, change: impl FnOnce(&mut Preferences)) {
        self.looks.update(|looks| change(&mut looks.preferences));
        self.say(self.peek_answers(Clone::clone));
    }

    /// Takes over what somebody else's link says, and tells what came with it.
    pub fn arrive(self, link: &str) {
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
        self.shape(|said| said.outcome().plan.edition)
    }

    /// Sets a field to what was typed or chosen.
    pub fn answer(self, field: Field, text: &str) {
        let mut answers = self.peek_answers(Clone::clone);
        // Controls offer only what is in a field's list, so that nothing is refused here.
        let _ = answers.set(field, text);
        self.say(answers);
    }

    /// The steps that have something to ask.
    pub fn steps(self) -> Vec<WizardStep> {
        self.shape(|Said { answers, .. }| {
            let is_asked = |step: &WizardStep| step.fields(answers).any(|field| self.asks(field));
            WizardStep::ALL.into_iter().filter(is_asked).collect()
        })
    }

    /// The fields that are asked for and whose values are missing, those aside that hold something wrong: that is told
    /// already.
    pub fn missing(self) -> Vec<Field> {
        self.shape(|said| {
            let outcome = said.outcome();
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
        let is_typing = self.looks.with_untracked(|looks| looks.typing == Some(field));
        if !is_typing && untrack(|| self.problems(field)).is_empty() {
            self.looks.update(|looks| looks.typing = Some(field));
        }
        self.look_at(field);
        self.answer(field, text);
    }

    /// Takes a field off those that a link has brought and nobody has looked at.
    fn look_at(self, field: Field) {
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
        if self.looks.with_untracked(|looks| looks.typing == Some(field)) {
            self.looks.update(|looks| looks.typing = None);
        }
    }

    /// The step that is shown: the one that was gone to, or the nearest before it that has something to ask.
    pub fn step(self) -> WizardStep {
        let chosen = self.looks.with(|looks| looks.step);
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
    fn show(self, step: WizardStep) {
        let shown = untrack(|| self.step());
        self.looks.update(|looks| {
            if shown != step {
                looks.leave(shown);
            }
            looks.step = step;
            looks.typing = None;
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
        let around = self.around;
        browser::request_animation_frame(move || {
            // The wizard may be gone by then.
            if let Some(Some(root)) = around.try_with_value(|around| around.root.clone()) {
                browser::focus(&root, &selector);
            }
        });
    }

    /// Reads the findings that are to be told now.
    fn with_told<T>(self, read: impl FnOnce(&[&Finding]) -> T) -> T {
        let typing = self.looks.with(|looks| looks.typing);
        let is_told = |finding: &&Finding| match &finding.cause {
            Cause::Invalid(invalid) => Some(invalid.field) != typing,
            Cause::LongComputeName => typing != Some(Field::ComputeName),
            Cause::Unwritable { field, .. } => Some(*field) != typing,
            Cause::Rule(_) | Cause::PlaceholdersLeft(_) => true,
        };
        self.shape(|said| {
            let told: Vec<&Finding> = said.outcome().findings.iter().filter(is_told).collect();
            read(&told)
        })
    }

    /// How many errors are to be told now: about a step's fields, or all of them.
    pub fn errors(self, step: Option<WizardStep>) -> usize {
        let is_here = |finding: &Finding| {
            step.is_none_or(|step| finding.fields.iter().any(|field| field.row().step == step))
        };
        self.with_told(|told| {
            told.iter().filter(|finding| finding.severity == Severity::Error && is_here(finding)).count()
        })
    }

    /// The keys of the findings of a kind that are to be told now.
    pub fn told(self, of_kind: &dyn Fn(&Finding) -> bool) -> Vec<usize> {
        self.with_told(|told| told.iter().filter(|finding| of_kind(finding)).map(|f| key(f)).collect())
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
        let looks = self.looks;
        looks.update(|looks| looks.announcement = text);
        browser::set_timeout(
            move || {
                let _ = looks.try_update(|looks| looks.announcement = "");
            },
            WHILE,
        );
    }

    /// What is wrong with a field, by key: a bad text, or a rule that is broken badly enough for the tools to refuse it.
    pub fn problems(self, field: Field) -> Vec<usize> {
        self.told(&|finding| {
            finding.fields.contains(&field)
                && (finding.severity == Severity::Error || matches!(finding.cause, Cause::LongComputeName))
        })
    }

    /// Whether what is wrong with a field is an error.
    pub fn is_refused(self, field: Field) -> bool {
        self.with_told(|told| told.iter().any(|f| f.severity == Severity::Error && f.fields.contains(&field)))
    }
}

/// The link to answers; empty while nothing was said.
pub(super) fn link_of(answers: &Answers) -> String {
    if answers.differing().next().is_none() { String::new() } else { link::write(answers) }
}

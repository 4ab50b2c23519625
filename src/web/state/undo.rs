//! What took the place of what was typed, and the way back.

use leptos::prelude::*;

use super::environment::Arrival;
use super::wizard::Wizard;
use crate::model::answers::Answers;
use crate::model::field::Field;
use crate::model::preset::{self, Preset, PresetId};

/// What took the place of what stood here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Another scenario.
    Scenario,
    /// The choices of a preset.
    Preset(PresetId),
    /// A repair.
    Repair,
}

/// What can be taken back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Undoable {
    /// What came.
    pub change: Change,
    /// Whether it has been taken back, and can come again.
    pub is_undone: bool,
}

/// What stood here before: every text as it was typed, and what was still to be told of a link.
pub(super) struct Before {
    answers: Answers,
    arrival: Option<Arrival>,
}

impl Wizard {
    /// What can be taken back.
    pub fn undoable(self) -> Option<Undoable> {
        self.view.with(|view| view.undoable)
    }

    /// Forgets what could be taken back.
    pub fn settle(self) {
        self.environment.update_value(|environment| environment.before = None);
        self.view.update(|view| view.undoable = None);
    }

    /// Puts answers in the place of those that stand here, unless they answer the same. Both ways back give the old ones:
    /// the browser's, and [`Wizard::undo`], which gives every text as it was typed.
    pub(super) fn exchange(self, answers: Answers, change: Change) {
        // What a stranger's link has brought goes with a whole scenario alone: a preset keeps its names.
        let arrival = if change == Change::Scenario { self.take_arrival() } else { None };
        if self.peek_answers(|known| *known == answers) {
            return;
        }
        self.put(answers, arrival, Undoable { change, is_undone: false });
    }

    /// Takes back what came last, or has it come again.
    pub fn undo(self) {
        let taken = untrack(|| self.undoable());
        let before = self.environment.try_update_value(|environment| environment.before.take()).flatten();
        if let (Some(before), Some(Undoable { change, is_undone })) = (before, taken) {
            let arrival = if change == Change::Scenario { self.take_arrival() } else { None };
            self.put(before.answers, arrival, Undoable { change, is_undone: !is_undone });
            if before.arrival.is_some() {
                self.arrival.set(before.arrival);
            }
        }
        self.focus("[data-focus=step]".to_owned());
    }

    fn take_arrival(self) -> Option<Arrival> {
        if self.arrival.with_untracked(Option::is_none) {
            return None;
        }
        self.arrival.try_update(Option::take).flatten()
    }

    fn put(self, answers: Answers, arrival: Option<Arrival>, taken: Undoable) {
        if let Some(remember) = self.environment.with_value(|environment| environment.remember.clone()) {
            remember();
        }
        let known = self.peek_answers(Clone::clone);
        let before = Before { answers: known, arrival };
        self.environment.update_value(|environment| environment.before = Some(before));
        self.view.update(|view| {
            view.undoable = Some(taken);
            view.questions.typing = None;
            view.questions.presets = false;
        });
        self.set_answers(answers);
    }

    /// What the browser's way back leads to, as it was typed where that is known. Nothing is left to be taken back then.
    pub(super) fn restore_typed(self, answers: Answers) -> Answers {
        let before = self.environment.try_update_value(|environment| environment.before.take()).flatten();
        self.view.update(|view| {
            view.undoable = None;
            view.questions.presets = false;
        });
        match before {
            Some(before) if before.answers == answers => before.answers,
            _ => answers,
        }
    }

    /// Takes the choices of a preset, and keeps the names.
    pub fn take_preset(self, preset: &Preset) {
        let stands = |answers: &Answers| preset::exact(answers).is_some_and(|known| known.id == preset.id);
        if !self.peek_answers(stands) {
            let applied = self.peek_answers(|answers| preset.apply(answers));
            self.exchange(applied, Change::Preset(preset.id));
        }
        self.focus("[data-focus=step]".to_owned());
    }

    /// Writes what mends a finding, and goes to the field that was mended.
    pub fn mend(self, field: Field, text: &str) {
        let mut mended = self.peek_answers(Clone::clone);
        // The second module writes what the field takes.
        let _ = mended.set(field, text);
        self.exchange(mended, Change::Repair);
        self.look_at(field);
        if self.peek_answers(|answers| field.applies(answers)) {
            self.go_to_field(field);
        } else {
            self.focus("[data-focus=step]".to_owned());
        }
    }
}

//! The last replacement of the answers, and how to undo it.

use leptos::prelude::*;

use super::environment::Arrival;
use super::wizard::Wizard;
use crate::model::answers::Answers;
use crate::model::field::Field;
use crate::model::preset::{self, Preset, PresetId};

/// What replaced the answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Another scenario.
    Scenario,
    /// The choices of a preset.
    Preset(PresetId),
    /// A fix of a finding.
    Repair,
}

/// A change that can be undone or redone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Undoable {
    /// The change.
    pub change: Change,
    /// Whether it has been undone, and can be redone.
    pub is_undone: bool,
}

/// The state before the change: every text as it was typed, and what was not yet reviewed of a link.
pub(super) struct Before {
    answers: Answers,
    arrival: Option<Arrival>,
}

impl Wizard {
    /// The change that can be undone or redone.
    pub fn undoable(self) -> Option<Undoable> {
        self.view.with(|view| view.undoable)
    }

    /// Forgets the change that can be undone.
    pub fn settle(self) {
        self.environment.update_value(|environment| environment.before = None);
        self.view.update(|view| view.undoable = None);
    }

    /// Replaces the answers, unless they are equal. The browser's back button and [`Wizard::undo`] both restore the old
    /// answers; [`Wizard::undo`] restores every text exactly as it was typed.
    pub(super) fn exchange(self, answers: Answers, change: Change) {
        // Only another scenario replaces what a link has brought: a preset keeps the names.
        let arrival = if change == Change::Scenario { self.take_arrival() } else { None };
        if self.peek_answers(|known| *known == answers) {
            return;
        }
        self.put(answers, arrival, Undoable { change, is_undone: false });
    }

    /// Undoes the last change, or redoes it.
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

    /// Restores the answers that the browser's back button leads to, as they were typed if that is known. After that,
    /// there is no change to undo.
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

    /// Applies the choices of a preset, and keeps the names.
    pub fn take_preset(self, preset: &Preset) {
        let stands = |answers: &Answers| preset::exact(answers).is_some_and(|known| known.id == preset.id);
        if !self.peek_answers(stands) {
            let applied = self.peek_answers(|answers| preset.apply(answers));
            self.exchange(applied, Change::Preset(preset.id));
        }
        self.focus("[data-focus=step]".to_owned());
    }

    /// Writes the text that fixes a finding, and goes to the field.
    pub fn write_repair(self, field: Field, text: &str) {
        let mut repaired = self.peek_answers(Clone::clone);
        // The panels send only values that the field accepts.
        let _ = repaired.set(field, text);
        self.exchange(repaired, Change::Repair);
        self.look_at(field);
        if self.peek_answers(|answers| field.applies(answers)) {
            self.go_to_field(field);
        } else {
            self.focus("[data-focus=step]".to_owned());
        }
    }
}

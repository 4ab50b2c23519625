//! What took the place of what was typed, and the way back.

use leptos::prelude::*;

use super::{Arrival, Wizard};
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
pub struct Taken {
    /// What came.
    pub change: Change,
    /// Whether it has been taken back, and can come again.
    pub is_back: bool,
}

/// What stood here before: every text as it was typed, and what was still to be told of a link.
pub(super) struct Before {
    answers: Answers,
    arrival: Option<Arrival>,
}

impl Wizard {
    /// What can be taken back.
    pub fn taken(self) -> Option<Taken> {
        self.looks.with(|looks| looks.taken)
    }

    /// Forgets what could be taken back.
    pub fn settle(self) {
        self.around.update_value(|around| around.before = None);
        self.looks.update(|looks| looks.taken = None);
    }

    /// Puts answers in the place of those that stand here, unless they answer the same. Both ways back give the old ones:
    /// the browser's, and [`Wizard::undo`], which gives every text as it was typed.
    pub(super) fn exchange(self, answers: Answers, change: Change) {
        // What a stranger's link has brought goes with a whole scenario alone: a preset keeps its names.
        let arrival = if change == Change::Scenario { self.take_arrival() } else { None };
        if self.peek_answers(|known| *known == answers) {
            return;
        }
        self.put(answers, arrival, Taken { change, is_back: false });
    }

    /// Takes back what came last, or has it come again.
    pub fn undo(self) {
        let taken = untrack(|| self.taken());
        let before = self.around.try_update_value(|around| around.before.take()).flatten();
        if let (Some(before), Some(Taken { change, is_back })) = (before, taken) {
            let arrival = if change == Change::Scenario { self.take_arrival() } else { None };
            self.put(before.answers, arrival, Taken { change, is_back: !is_back });
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

    fn put(self, answers: Answers, arrival: Option<Arrival>, taken: Taken) {
        if let Some(remember) = self.around.with_value(|around| around.remember.clone()) {
            remember();
        }
        let known = self.peek_answers(Clone::clone);
        let before = Before { answers: known, arrival };
        self.around.update_value(|around| around.before = Some(before));
        self.looks.update(|looks| {
            looks.taken = Some(taken);
            looks.typing = None;
            looks.presets = false;
        });
        self.say(answers);
    }

    /// What the browser's way back leads to, as it was typed where that is known. Nothing is left to be taken back then.
    pub(super) fn come_back(self, answers: Answers) -> Answers {
        let before = self.around.try_update_value(|around| around.before.take()).flatten();
        self.looks.update(|looks| {
            looks.taken = None;
            looks.presets = false;
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

//! The way through the questions: how far it has been gone, and what is folded away on it.

use leptos::prelude::*;

use super::evaluation::Evaluation;
use super::view_state::QuestionsView;
use super::wizard::Wizard;
use crate::model::field::{Field, WizardStep};
use crate::model::preset::{self, PresetId};

/// How a step of the way stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is shown.
    Current,
    /// It has been looked at or answered, and nothing is left to do.
    Done,
    /// Something may be left to do.
    ToDo,
    /// It has nothing to ask under these answers.
    NotAsked,
}

/// What there is to tell of questions that are folded away.
#[derive(Clone, Copy, Default)]
pub struct Folded {
    /// How many of them are not answered as by default.
    pub changed: usize,
    /// How many of them have an error.
    pub errors: usize,
    /// How many of them need a value.
    pub missing: usize,
}

impl QuestionsView {
    /// Keeps that a step has been left. Who goes on has begun.
    pub(super) fn leave(&mut self, step: WizardStep) {
        if let Some(left) = self.left.get_mut(step as usize) {
            *left = true;
        }
        self.presets = false;
        self.explained = None;
    }
}

impl Wizard {
    /// How a step of the way stands.
    pub fn standing(self, step: WizardStep) -> Standing {
        if !self.steps().contains(&step) {
            Standing::NotAsked
        } else if self.step() == step {
            Standing::Current
        } else if self.is_done(step) {
            Standing::Done
        } else {
            Standing::ToDo
        }
    }

    fn is_done(self, step: WizardStep) -> bool {
        let is_left =
            self.view.with(|view| view.questions.left.get(step as usize).copied().unwrap_or_default());
        let is_answered = || {
            self.structure(|evaluation| {
                evaluation.answers.differing().any(|(field, _)| field.row().step == step)
            })
        };
        (is_left || is_answered())
            && self.errors(Some(step)) == 0
            && !self.missing().iter().any(|field| field.row().step == step)
    }

    /// The fields that a step asks for, those that are folded away or the others. A choice with one value is no question,
    /// unless another one stands there.
    pub fn questions(self, step: WizardStep, is_advanced: bool) -> Vec<Field> {
        self.structure(|Evaluation { answers, .. }| {
            let edition = answers.edition();
            let is_question = |field: &Field| {
                self.asks(*field)
                    && (field.is_advanced(edition) && !self.names(*field)) == is_advanced
                    && (field.choices(edition).count() != 1 || !field.offers(answers.text(*field), edition))
            };
            step.fields(answers).filter(is_question).collect()
        })
    }

    /// What there is to tell of the questions of a step that are folded away.
    pub fn folded(self, step: WizardStep) -> Folded {
        let missing = self.missing();
        let mut folded = Folded::default();
        for field in self.questions(step, true) {
            let is_changed = |(known, _): (Field, &str)| known == field;
            folded.changed +=
                usize::from(self.structure(|evaluation| evaluation.answers.differing().any(is_changed)));
            folded.errors += usize::from(self.is_refused(field));
            folded.missing += usize::from(missing.contains(&field));
        }
        folded
    }

    /// Whether the advanced questions of a step are in sight.
    pub fn is_unfolded(self, step: WizardStep) -> bool {
        self.view.with(|view| view.questions.unfolded.get(step as usize).copied().unwrap_or_default())
    }

    /// Puts the advanced questions of a step in sight, or away.
    pub fn unfold(self, step: WizardStep, is_open: bool) {
        if untrack(|| self.is_unfolded(step)) != is_open {
            self.view.update(|view| {
                if let Some(known) = view.questions.unfolded.get_mut(step as usize) {
                    *known = is_open;
                }
            });
        }
    }

    /// Puts a field in sight: opens what it is folded away in, and closes what lies over it.
    pub(super) fn uncover(self, field: Field) {
        self.open_dialog(None);
        if field.is_advanced(untrack(|| self.edition())) {
            self.unfold(field.row().step, true);
        }
    }

    /// Goes to the step before, if there is one.
    pub fn back(self) {
        if let (Some(step), _) = untrack(|| self.neighbours()) {
            self.go_to(step);
        }
    }

    /// Goes to the next step, or to the commands behind the last one.
    pub fn forward(self) {
        match untrack(|| self.neighbours()) {
            (_, Some(step)) => self.go_to(step),
            (_, None) => self.focus("[data-focus=plan]".to_owned()),
        }
    }

    /// Whether a part behind the plan is open, by its place.
    pub fn is_open(self, place: usize) -> bool {
        self.view.with(|view| view.plan.open) >> place & 1 == 1
    }

    /// Opens a part behind the plan, or closes it.
    pub fn set_open(self, place: usize, is_open: bool) {
        if untrack(|| self.is_open(place)) != is_open {
            self.view.update(|view| view.plan.open ^= 1 << place);
        }
    }

    /// Whether the presets are in sight.
    pub fn shows_presets(self) -> bool {
        self.view.with(|view| view.questions.presets)
    }

    /// Puts the presets in sight, or away.
    pub fn show_presets(self, is_open: bool) {
        if untrack(|| self.shows_presets()) != is_open {
            self.view.update(|view| view.questions.presets = is_open);
        }
    }

    /// The preset that is closest to what was said, and how many choices differ; nothing while nothing was said.
    pub fn preset(self) -> Option<(PresetId, usize)> {
        self.structure(|Evaluation { answers, .. }| {
            answers.differing().next()?;
            preset::nearest(answers).map(|(preset, changes)| (preset.id, changes))
        })
    }

    /// Whether more is told of a field.
    pub fn is_explained(self, field: Field) -> bool {
        self.view.with(|view| view.questions.explained) == Some(field)
    }

    /// Tells more of a field, in place of another, or no longer.
    pub fn toggle_explanation(self, field: Field) {
        self.view.update(|view| {
            view.questions.explained =
                if view.questions.explained == Some(field) { None } else { Some(field) }
        });
    }
}

//! The path through the questions: how far the user has come, and which parts are folded.

use leptos::prelude::*;

use super::evaluation::Evaluation;
use super::view_state::QuestionsView;
use super::wizard::Wizard;
use crate::model::field::{Field, WizardStep};
use crate::model::preset::{self, PresetId};

/// The state of a step on the path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is the current step.
    Current,
    /// It has been visited or answered, and has no error or missing value.
    Done,
    /// Something may be left to do.
    ToDo,
    /// It has nothing to ask under these answers.
    NotAsked,
}

/// A summary of folded questions.
#[derive(Clone, Copy, Default)]
pub struct Folded {
    /// The number of answers that differ from the default.
    pub changed: usize,
    /// The number of questions with an error.
    pub errors: usize,
    /// The number of questions without a required value.
    pub missing: usize,
}

impl QuestionsView {
    /// Records that a step has been left, and folds the presets: going on shows that the user has chosen where to start.
    pub(super) fn leave(&mut self, step: WizardStep) {
        if let Some(left) = self.left.get_mut(step as usize) {
            *left = true;
        }
        self.presets = false;
        self.explained = None;
    }
}

impl Wizard {
    /// The state of a step on the path.
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

    /// The fields that a step asks for: the folded ones or the others. A choice with only one value is no question,
    /// unless the field has a value that is not in the list.
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

    /// Summarizes the folded questions of a step.
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

    /// Whether the advanced questions of a step are unfolded.
    pub fn is_unfolded(self, step: WizardStep) -> bool {
        self.view.with(|view| view.questions.unfolded.get(step as usize).copied().unwrap_or_default())
    }

    /// Unfolds or folds the advanced questions of a step.
    pub fn unfold(self, step: WizardStep, is_open: bool) {
        if untrack(|| self.is_unfolded(step)) != is_open {
            self.view.update(|view| {
                if let Some(known) = view.questions.unfolded.get_mut(step as usize) {
                    *known = is_open;
                }
            });
        }
    }

    /// Makes a field visible: closes the dialog over it and unfolds the advanced questions that contain it.
    pub(super) fn uncover(self, field: Field) {
        self.open_dialog(None);
        if field.is_advanced(untrack(|| self.edition())) {
            self.unfold(field.row().step, true);
        }
    }

    /// Goes to the previous step, if there is one.
    pub fn back(self) {
        if let (Some(step), _) = untrack(|| self.neighbours()) {
            self.go_to(step);
        }
    }

    /// Goes to the next step, or after the last one to the plan.
    pub fn forward(self) {
        match untrack(|| self.neighbours()) {
            (_, Some(step)) => self.go_to(step),
            (_, None) => self.focus("[data-focus=plan]".to_owned()),
        }
    }

    /// Whether the part behind the plan at this place is open.
    pub fn is_open(self, place: usize) -> bool {
        self.view.with(|view| view.plan.open) >> place & 1 == 1
    }

    /// Opens or closes a part behind the plan.
    pub fn set_open(self, place: usize, is_open: bool) {
        if untrack(|| self.is_open(place)) != is_open {
            self.view.update(|view| view.plan.open ^= 1 << place);
        }
    }

    /// Whether the presets are unfolded.
    pub fn shows_presets(self) -> bool {
        self.view.with(|view| view.questions.presets)
    }

    /// Unfolds or folds the presets.
    pub fn show_presets(self, is_open: bool) {
        if untrack(|| self.shows_presets()) != is_open {
            self.view.update(|view| view.questions.presets = is_open);
        }
    }

    /// The preset that is closest to the answers, and the number of choices that differ; `None` as long as all answers
    /// are the defaults.
    pub fn preset(self) -> Option<(PresetId, usize)> {
        self.structure(|Evaluation { answers, .. }| {
            answers.differing().next()?;
            preset::nearest(answers).map(|(preset, changes)| (preset.id, changes))
        })
    }

    /// Whether the explanation of a field is open.
    pub fn is_explained(self, field: Field) -> bool {
        self.view.with(|view| view.questions.explained) == Some(field)
    }

    /// Opens or closes the explanation of a field. Only one is open at a time.
    pub fn toggle_explanation(self, field: Field) {
        self.view.update(|view| {
            view.questions.explained =
                if view.questions.explained == Some(field) { None } else { Some(field) }
        });
    }
}

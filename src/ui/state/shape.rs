//! The shape of a plan, which lists in the page follow.

use crate::choice::Edition;
use crate::plan::{NoteId, OutputId, Plan, Step, StepId};

/// What a plan consists of, without its words: what a key seldom changes.
#[derive(PartialEq)]
pub struct Shape {
    /// The edition that it speaks.
    pub edition: Edition,
    /// Its steps.
    pub steps: Vec<StepShape>,
}

/// What a step consists of.
#[derive(PartialEq)]
pub struct StepShape {
    /// Which.
    pub id: StepId,
    /// Whether it undoes what others did.
    pub cleans_up: bool,
    /// Its outputs, each with the number of its commands.
    pub outputs: Vec<(OutputId, usize)>,
    /// What is worth knowing.
    pub notes: Vec<NoteId>,
}

impl Shape {
    pub(super) fn new(plan: &Plan) -> Self {
        let step = |step: &Step| StepShape {
            id: step.id,
            cleans_up: step.cleans_up,
            outputs: step.outputs.iter().map(|output| (output.id, output.commands().len())).collect(),
            notes: step.notes.clone(),
        };
        Self { edition: plan.edition, steps: plan.steps.iter().map(step).collect() }
    }
}

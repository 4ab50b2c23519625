//! Answers, and the outcome that is computed from them when it is first read.

use std::sync::OnceLock;

use crate::analysis::outcome::{Outcome, outcome};
use crate::model::answers::Answers;
use crate::model::choice::Shell;

/// Answers and their outcome.
pub struct Evaluation {
    /// The answers.
    pub answers: Answers,
    /// The shell that the plan is written for.
    shell: Shell,
    /// The outcome, once something has read it. A page shows its first controls before its first plan.
    pub(super) outcome: OnceLock<Outcome>,
}

impl Evaluation {
    /// Creates an evaluation without computing the outcome.
    pub(super) fn new(answers: Answers, shell: Shell) -> Self {
        Self { answers, shell, outcome: OnceLock::new() }
    }

    /// The outcome of the answers, for this shell.
    #[inline(never)]
    pub fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| outcome(&self.answers).written_for(self.shell))
    }
}

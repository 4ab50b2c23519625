//! Answers, and the outcome that is computed from them when it is first read.

use std::sync::OnceLock;

use crate::analysis::outcome::{Outcome, outcome};
use crate::model::answers::Answers;
use crate::model::choice::Shell;

/// What was said, and what follows from it.
pub struct Evaluation {
    /// What was said.
    pub answers: Answers,
    /// The shell that is written for.
    shell: Shell,
    /// What follows, once somebody has asked for it: a page shows its first controls before its first plan.
    pub(super) outcome: OnceLock<Outcome>,
}

impl Evaluation {
    /// An evaluation that has not been computed yet.
    pub(super) fn new(answers: Answers, shell: Shell) -> Self {
        Self { answers, shell, outcome: OnceLock::new() }
    }

    /// What follows from it, for the shell that is written for.
    #[inline(never)]
    pub fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| outcome(&self.answers).written_for(self.shell))
    }
}

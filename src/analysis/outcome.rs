//! The complete result for a set of answers.

use crate::analysis::check::{self, Finding};
use crate::edition;
use crate::edition::setting::Setting;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::scenario::{self, Resolved};
use crate::plan::{Plan, Word};
use crate::shell;

/// Scenario, plan and findings for a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The scenario, and the answers that could not be used.
    pub resolved: Resolved,
    /// What to run.
    pub plan: Plan,
    /// All findings, errors first.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// The same outcome with findings for the values that a shell cannot pass on.
    #[must_use]
    pub fn written_for(self, shell: Shell) -> Self {
        let findings = check::findings_in(shell, shell::refused(&self.plan, shell), self.findings);
        Self { findings, ..self }
    }

    /// The settings that the extension gets, each with its words; empty for a legacy `AksCompute`.
    pub fn settings(&self) -> Vec<(Setting, Vec<Word>)> {
        edition::settings(self.plan.edition, &self.resolved.scenario)
    }
}

/// Computes the outcome of answers. The page and the terminal both use this function.
pub fn outcome(answers: &Answers) -> Outcome {
    let resolved = scenario::resolve(answers);
    let plan = edition::plan(answers.edition(), &resolved.scenario);
    let findings = check::findings(answers, &resolved, &plan);
    Outcome { resolved, plan, findings }
}

/// Whether misprints are shown by default: those of the documents that edition `current` replaced.
pub fn shows_errata(edition: Edition) -> bool {
    edition != Edition::Current
}

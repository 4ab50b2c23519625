//! The whole answer to one set of answers.

use crate::analysis::check::{self, Finding};
use crate::edition;
use crate::edition::setting::Setting;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::scenario::{self, Resolved};
use crate::plan::{Plan, Word};
use crate::shell;

/// Scenario, plan and findings of one set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was asked for, and what of it could not be used.
    pub resolved: Resolved,
    /// What to run.
    pub plan: Plan,
    /// What is wrong or worth knowing, errors first.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// The same outcome with what is to be said of it in one shell: which values that one cannot carry.
    #[must_use]
    pub fn written_for(self, shell: Shell) -> Self {
        let findings = check::findings_in(shell, shell::refused(&self.plan, shell), self.findings);
        Self { findings, ..self }
    }

    /// The settings that the extension gets, each with its words; none for a legacy `AksCompute`.
    pub fn settings(&self) -> Vec<(Setting, Vec<Word>)> {
        edition::settings(self.plan.edition, &self.resolved.scenario)
    }
}

/// Answers all the way to a plan: the one road that page and terminal take.
pub fn outcome(answers: &Answers) -> Outcome {
    let resolved = scenario::resolve(answers);
    let plan = edition::plan(answers.edition(), &resolved.scenario);
    let findings = check::findings(answers, &resolved, &plan);
    Outcome { resolved, plan, findings }
}

/// Whether misprints are told unless somebody says otherwise: of the documents that edition `current` replaced.
pub fn tells_errata(edition: Edition) -> bool {
    edition != Edition::Current
}

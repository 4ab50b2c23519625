//! The whole answer to one set of answers.

mod report;

pub use report::Report;
pub(crate) use report::{ReportFinding, ReportIgnored, ReportMigration, ReportSource};

use crate::answers::Answers;
use crate::check::{self, Finding};
use crate::choice::{Edition, Layout, Shell};
use crate::edition::{self, Setting};
use crate::plan::{self, Plan, Word};
use crate::reference::TableId;
use crate::scenario::{self, Resolved};
use crate::source::Source;
use crate::write;

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
        let findings = check::findings_in(shell, write::refused(&self.plan, shell), self.findings);
        Self { findings, ..self }
    }

    /// The settings that the extension gets, each with its words; none for a legacy `AksCompute`.
    pub fn settings(&self) -> Vec<(&'static Setting, Vec<Word>)> {
        edition::settings(self.plan.edition, &self.resolved.scenario)
    }
}

/// Answers all the way to a plan: the one road that page and terminal take.
pub fn outcome(answers: &Answers) -> Outcome {
    let resolved = scenario::resolve(answers);
    let plan = plan::plan(answers.edition(), &resolved.scenario);
    let findings = check::findings(answers, &resolved, &plan);
    Outcome { resolved, plan, findings }
}

/// How an outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// For which shell.
    pub shell: Shell,
    /// How commands are laid out.
    pub layout: Layout,
    /// Whether steps say where documents are wrong.
    pub errata: bool,
}

/// Whether misprints are told unless somebody says otherwise: of the documents that edition `current` replaced.
pub fn tells_errata(edition: Edition) -> bool {
    edition != Edition::Current
}

/// The sources of everything that a plan rests on, each once, in the order in which they come up.
pub fn sources(outcome: &Outcome) -> Vec<Source> {
    let steps = outcome.plan.steps.iter().flat_map(|step| step.sources).copied();
    let settings = outcome.settings().into_iter().map(|(setting, _)| setting.source);
    let findings = outcome.findings.iter().filter_map(Finding::source);
    let edition = outcome.plan.edition;
    let tables = TableId::ALL.iter().filter(|id| id.is_of(edition)).filter_map(|id| id.source(edition));
    let errata = outcome.plan.steps.iter().flat_map(|step| &step.errata).map(|id| id.source());
    let mut sources: Vec<Source> = Vec::new();
    for source in steps.chain(settings).chain(findings).chain(tables).chain(errata) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

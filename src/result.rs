//! The whole answer to one set of answers, in the form of the contract: what the terminal prints as JSON.

use serde::Serialize;

use crate::answers::Answers;
use crate::check::{self, Finding};
use crate::choice::{Choice, Layout, Shell};
use crate::field::Field;
use crate::link::{self, Ignored};
use crate::locale;
use crate::plan::{self, Plan};
use crate::resource::{self, Resource};
use crate::scenario::{self, Resolved};
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

/// Answers all the way to a plan: the one road that page and terminal take.
pub fn outcome(answers: &Answers) -> Outcome {
    let resolved = scenario::resolve(answers);
    let plan = plan::plan(answers.edition(), &resolved.scenario);
    let findings = check::findings(answers, &resolved, &plan);
    Outcome { resolved, plan, findings }
}

/// The result, version 1.
#[derive(Debug, Serialize)]
pub struct Report {
    version: u8,
    edition: &'static str,
    link: String,
    findings: Vec<ReportFinding>,
    ignored: Vec<ReportIgnored>,
    steps: Vec<ReportStep>,
    resources: Vec<ReportResource>,
}

#[derive(Debug, Serialize)]
struct ReportFinding {
    id: String,
    severity: &'static str,
    fields: Vec<&'static str>,
    message: String,
}

#[derive(Debug, Serialize)]
struct ReportIgnored {
    key: String,
    value: String,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportStep {
    id: &'static str,
    title: &'static str,
    outputs: Vec<ReportOutput>,
    notes: Vec<ReportNote>,
    sources: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct ReportOutput {
    id: &'static str,
    language: &'static str,
    text: String,
    placeholders: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct ReportNote {
    id: &'static str,
    text: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportResource {
    name: String,
    kind: &'static str,
    setting: Option<&'static str>,
}

impl Report {
    /// The result of an outcome, with its commands for a shell.
    pub fn new(
        answers: &Answers,
        outcome: &Outcome,
        ignored: &[Ignored],
        shell: Shell,
        layout: Layout,
    ) -> Self {
        let edition = outcome.plan.edition;
        Self {
            version: 1,
            edition: edition.id(),
            resources: resource::resources(&outcome.plan, &outcome.resolved.scenario)
                .into_iter()
                .map(|Resource { name, kind, setting }| ReportResource { name, kind: kind.id(), setting })
                .collect(),
            link: link::write(answers),
            findings: outcome.findings.iter().map(|finding| ReportFinding::new(finding, answers)).collect(),
            ignored: ignored.iter().map(ReportIgnored::new).collect(),
            steps: outcome
                .plan
                .steps
                .iter()
                .map(|step| ReportStep {
                    id: step.id.id(),
                    title: locale::step_title(step.id),
                    outputs: step
                        .outputs
                        .iter()
                        .map(|output| ReportOutput {
                            id: output.id.id(),
                            language: write::language(output, shell),
                            text: write::output_text(output, shell, layout),
                            placeholders: output.placeholders().into_iter().map(Field::id).collect(),
                        })
                        .collect(),
                    notes: step
                        .notes
                        .iter()
                        .map(|note| ReportNote { id: note.id(), text: locale::note(*note, edition) })
                        .collect(),
                    sources: step.sources.iter().map(|source| source.url).collect(),
                })
                .collect(),
        }
    }
}

impl ReportFinding {
    fn new(finding: &Finding, answers: &Answers) -> Self {
        Self {
            id: finding.cause.id(),
            severity: finding.severity.id(),
            fields: finding.fields.iter().map(|field| field.id()).collect(),
            message: locale::finding(finding, answers),
        }
    }
}

impl ReportIgnored {
    fn new(ignored: &Ignored) -> Self {
        Self { key: ignored.key.clone(), value: ignored.value.clone(), reason: ignored.reason.id() }
    }
}

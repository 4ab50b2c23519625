//! The result of importing output of Azure's tools, as the JSON that the terminal prints.

use serde::Serialize;

use crate::analysis::migration;
use crate::model::answers::Answers;
use crate::model::choice::Choice as _;
use crate::model::field::Field;
use crate::model::link;
use crate::output::report::{ReportMigration, ReportSource};
use crate::parse::import::{Finding, Import, ResourceKind};
use crate::text;

/// The report of an import into empty answers, version 1.
#[derive(Debug, Serialize)]
pub struct Report {
    version: u8,
    edition: &'static str,
    link: String,
    resources: Vec<&'static str>,
    answers: Vec<ReportAnswer>,
    findings: Vec<ReportFinding>,
    migration: Option<ReportMigration>,
}

#[derive(Debug, Serialize)]
struct ReportAnswer {
    field: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct ReportFinding {
    id: String,
    severity: &'static str,
    fields: Vec<&'static str>,
    message: String,
    text: String,
    source: Option<ReportSource>,
}

impl Report {
    /// The report of an import.
    pub fn new(import: &Import) -> Self {
        let filled = import.onto(&Answers::default());
        let finding = |finding: &Finding| ReportFinding {
            id: finding.id(),
            severity: finding.severity().id(),
            fields: finding.fields().into_iter().map(Field::id).collect(),
            message: text::import_finding(finding, &filled.answers),
            text: text::shown(&finding.text),
            source: finding.source().map(ReportSource::from),
        };
        Self {
            version: 1,
            edition: filled.answers.edition().id(),
            link: link::write(&filled.answers),
            resources: import.resources.iter().copied().map(ResourceKind::id).collect(),
            findings: filled.findings.iter().map(finding).collect(),
            migration: migration::migration(&filled.answers)
                .map(|migration| ReportMigration::new(migration, &filled.answers)),
            answers: filled
                .fields
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(field, value)| ReportAnswer { field: field.id(), value })
                .collect(),
        }
    }
}

//! How an outcome is written, and the sources that it names.

use crate::analysis::check::Finding;
use crate::analysis::outcome::Outcome;
use crate::base::source::Source;
use crate::edition::erratum;
use crate::model::choice::{Layout, Shell};
use crate::output::reference::TableId;

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

/// The sources of everything that a plan rests on, each once, in the order in which they come up.
pub fn sources(outcome: &Outcome) -> Vec<Source> {
    let steps = outcome.plan.steps.iter().flat_map(|step| step.sources).copied();
    let settings = outcome.settings().into_iter().map(|(setting, _)| setting.source);
    let findings = outcome.findings.iter().filter_map(Finding::source);
    let edition = outcome.plan.edition;
    let tables = TableId::ALL.iter().filter(|id| id.is_of(edition)).filter_map(|id| id.source(edition));
    let errata = outcome.plan.steps.iter().flat_map(|step| &step.errata).map(|id| erratum::source(*id));
    let mut sources: Vec<Source> = Vec::new();
    for source in steps.chain(settings).chain(findings).chain(tables).chain(errata) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

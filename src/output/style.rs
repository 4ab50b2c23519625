//! How an outcome is written, and the sources that it cites.

use crate::analysis::check::Finding;
use crate::analysis::outcome::Outcome;
use crate::base::source::Source;
use crate::edition::erratum;
use crate::model::choice::{Layout, Shell};
use crate::output::reference::TableId;

/// The options for writing an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The shell.
    pub shell: Shell,
    /// The layout of commands.
    pub layout: Layout,
    /// Whether steps mention misprints in the documentation.
    pub errata: bool,
}

/// The sources that a plan is based on, without duplicates, in the order of their first use.
pub fn sources(outcome: &Outcome) -> Vec<Source> {
    let steps = outcome.plan.steps.iter().flat_map(|step| step.sources).copied();
    let settings = outcome.settings().into_iter().map(|(setting, _)| setting.source);
    let findings = outcome.findings.iter().filter_map(Finding::source);
    let edition = outcome.plan.edition;
    let tables =
        TableId::ALL.iter().filter(|id| id.is_of(edition)).flat_map(|id| id.sources(edition)).copied();
    let errata = outcome.plan.steps.iter().flat_map(|step| &step.errata).map(|id| erratum::source(*id));
    let mut sources: Vec<Source> = Vec::new();
    for source in steps.chain(settings).chain(findings).chain(tables).chain(errata) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

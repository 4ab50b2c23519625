//! The result in the form of the contract, as the JSON that the terminal prints. Parts that the contract's example does
//! not contain only add to it.

use serde::Serialize;

use super::{Style, sources};
use crate::analysis::check::Finding;
use crate::analysis::migration::{self, Migration};
use crate::analysis::outcome::Outcome;
use crate::base::source::Source;
use crate::edition::setting::SettingKey;
use crate::edition::size::{self, Amount};
use crate::edition::{self, erratum, health, role};
use crate::model::answers::Answers;
use crate::model::choice::Choice as _;
use crate::model::field::Field;
use crate::model::link::{self, Ignored};
use crate::output::tokens;
use crate::plan::{Output, Step};
use crate::{shell, text};

/// The result, version 1.
#[derive(Debug, Serialize)]
pub struct Report {
    version: u8,
    edition: &'static str,
    link: String,
    findings: Vec<ReportFinding>,
    ignored: Vec<ReportIgnored>,
    steps: Vec<ReportStep>,
    settings: Vec<ReportSetting>,
    resources: Vec<ReportResource>,
    sizes: Option<ReportSizes>,
    roles: Vec<ReportRole>,
    troubleshoot: Vec<ReportCheck>,
    migration: Option<ReportMigration>,
    sources: Vec<ReportSource>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(crate) struct ReportFinding {
    id: String,
    severity: &'static str,
    fields: Vec<&'static str>,
    message: String,
    source: Option<ReportSource>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ReportIgnored {
    key: String,
    value: String,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportStep {
    id: &'static str,
    title: &'static str,
    /// Whether the step undoes what other steps did.
    clean_up: bool,
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

/// A note. For a misprint, also the printed and the correct text.
#[derive(Debug, Serialize)]
struct ReportNote {
    id: &'static str,
    text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<ReportSource>,
}

#[derive(Debug, Serialize)]
struct ReportSetting {
    key: &'static str,
    /// Each `key=value`; several for a key that ends in a label.
    settings: Vec<String>,
    protected: bool,
    source: ReportSource,
}

#[derive(Debug, Serialize)]
struct ReportResource {
    name: String,
    kind: &'static str,
    setting: Option<&'static str>,
    does: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportSizes {
    tiers: Vec<ReportTier>,
    chosen: ReportAmount,
    nodes: u32,
}

#[derive(Debug, Serialize)]
struct ReportTier {
    tier: &'static str,
    nodes: u32,
    vm_cores: u32,
    vm_memory_gibibytes: u32,
    vm_size: &'static str,
    #[serde(flatten)]
    amount: ReportAmount,
}

#[derive(Debug, Serialize)]
struct ReportAmount {
    cpu_request_millicores: u32,
    cpu_limit_millicores: u32,
    memory_request_mebibytes: u32,
    memory_limit_mebibytes: u32,
}

#[derive(Debug, Serialize)]
struct ReportRole {
    role: &'static str,
    holder: &'static str,
    on: &'static str,
    lack: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ReportCheck {
    code: &'static str,
    fields: Vec<&'static str>,
    text: &'static str,
}

/// The migration to `current`.
#[derive(Debug, Serialize)]
pub(crate) struct ReportMigration {
    link: String,
    changes: Vec<ReportChange>,
    lost: Vec<ReportLost>,
}

#[derive(Debug, Serialize)]
struct ReportChange {
    id: &'static str,
    was: Option<String>,
    is: Option<String>,
    text: &'static str,
}

#[derive(Debug, Serialize)]
struct ReportLost {
    field: &'static str,
    value: String,
}

/// A documentation page.
#[derive(Debug, Serialize)]
pub(crate) struct ReportSource {
    url: &'static str,
    /// The date that the page itself carries.
    dated: Option<&'static str>,
    read: &'static str,
}

impl Report {
    /// The report of an outcome.
    pub fn new(answers: &Answers, outcome: &Outcome, ignored: &[Ignored], style: Style) -> Self {
        let (plan, scenario) = (&outcome.plan, &outcome.resolved.scenario);
        Self {
            version: 1,
            edition: plan.edition.id(),
            link: link::write(answers),
            findings: outcome.findings.iter().map(|finding| ReportFinding::new(finding, answers)).collect(),
            ignored: ignored.iter().map(ReportIgnored::new).collect(),
            steps: plan.steps.iter().map(|step| ReportStep::new(step, outcome, style)).collect(),
            settings: outcome
                .settings()
                .into_iter()
                .map(|(setting, words)| ReportSetting {
                    key: setting.key.id(),
                    settings: words.iter().map(shell::plain).collect(),
                    protected: setting.protected,
                    source: setting.source.into(),
                })
                .collect(),
            resources: edition::resources(plan, scenario)
                .into_iter()
                .map(|resource| ReportResource {
                    name: resource.name,
                    kind: resource.kind.id(),
                    setting: resource.setting.map(SettingKey::id),
                    does: text::resource_purpose(resource.purpose),
                })
                .collect(),
            sizes: size::sizes(plan.edition, scenario).map(|sizes| ReportSizes {
                tiers: sizes
                    .tiers
                    .iter()
                    .map(|row| ReportTier {
                        tier: row.tier.id(),
                        nodes: row.nodes,
                        vm_cores: row.vm_cores,
                        vm_memory_gibibytes: row.vm_memory,
                        vm_size: row.vm_size,
                        amount: row.amount.into(),
                    })
                    .collect(),
                chosen: sizes.chosen.into(),
                nodes: sizes.nodes,
            }),
            roles: role::roles(plan.edition, scenario)
                .into_iter()
                .map(|role| {
                    let (on, lack) = text::role(role.id);
                    ReportRole { role: role.id.id(), holder: role.holder.id(), on, lack }
                })
                .collect(),
            troubleshoot: health::checks(plan.edition, scenario)
                .into_iter()
                .map(|check| ReportCheck {
                    code: check.code.id(),
                    fields: check.fields(answers).map(Field::id).collect(),
                    text: text::health(check.code),
                })
                .collect(),
            migration: migration::migration(answers)
                .map(|migration| ReportMigration::new(migration, answers)),
            sources: sources(outcome).into_iter().map(ReportSource::from).collect(),
        }
    }
}

impl ReportMigration {
    pub(crate) fn new(migration: Migration, answers: &Answers) -> Self {
        Self {
            link: link::write(&migration.answers),
            changes: migration
                .changes
                .into_iter()
                .map(|change| ReportChange {
                    id: change.id.id(),
                    was: change.was,
                    is: change.is,
                    text: text::change(change.id),
                })
                .collect(),
            lost: migration
                .lost
                .into_iter()
                .map(|field| ReportLost { field: field.id(), value: answers.text(field).to_owned() })
                .collect(),
        }
    }
}

impl ReportStep {
    fn new(step: &Step, outcome: &Outcome, style: Style) -> Self {
        let edition = outcome.plan.edition;
        let output = |output: &Output| {
            let tokens = tokens::output_tokens(output, style.shell, style.layout);
            ReportOutput {
                id: output.id.id(),
                language: tokens::language(output, style.shell),
                text: shell::text(&tokens),
                placeholders: shell::placeholders(&tokens).into_iter().map(Field::id).collect(),
            }
        };
        let note = |id, text| ReportNote { id, text, printed: None, right: None, source: None };
        let notes = step.notes.iter().map(|id| note(id.id(), text::note(*id, edition)));
        let errata = step.errata.iter().filter(|_| style.errata).map(|id| {
            let (printed, right, why) = text::erratum(*id);
            let source = Some(erratum::source(*id).into());
            ReportNote { id: id.id(), text: why, printed: Some(printed), right: Some(right), source }
        });
        Self {
            id: step.id.id(),
            title: text::step_title(step.id),
            clean_up: step.cleans_up,
            outputs: step.outputs.iter().map(output).collect(),
            notes: notes.chain(errata).collect(),
            sources: step.sources.iter().map(|source| source.url).collect(),
        }
    }
}

impl ReportFinding {
    pub(crate) fn new(finding: &Finding, answers: &Answers) -> Self {
        Self {
            id: finding.cause.id(),
            severity: finding.severity.id(),
            fields: finding.fields.iter().map(|field| field.id()).collect(),
            message: text::finding(finding, answers),
            source: finding.source().map(ReportSource::from),
        }
    }
}

impl ReportIgnored {
    pub(crate) fn new(ignored: &Ignored) -> Self {
        Self { key: ignored.key.clone(), value: ignored.value.clone(), reason: ignored.reason.id() }
    }
}

impl From<Source> for ReportSource {
    fn from(Source { url, dated, read }: Source) -> Self {
        Self { url, dated, read }
    }
}

impl From<Amount> for ReportAmount {
    fn from(amount: Amount) -> Self {
        Self {
            cpu_request_millicores: amount.cpu_request,
            cpu_limit_millicores: amount.cpu_limit,
            memory_request_mebibytes: amount.memory_request,
            memory_limit_mebibytes: amount.memory_limit,
        }
    }
}

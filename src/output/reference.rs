//! The reference tables behind a plan: settings with their documentation, resources, requirements, roles, codes of the
//! health check, and changes in the current edition. The page and the run-book show the same tables.

use crate::analysis::migration::{self, ChangeId};
use crate::analysis::outcome::Outcome;
use crate::base::ids::ids;
use crate::base::invisible::visible;
use crate::base::source::{self, Source};
use crate::edition::role::{self, Holder};
use crate::edition::setting::SettingKey;
use crate::edition::size::{self, Amount, Tier};
use crate::edition::{self, health};
use crate::i18n::text;
use crate::model::answers::Answers;
use crate::model::choice::Edition;
use crate::model::field::Field;
use crate::shell::plain;
use crate::text::{self, ReferenceText, Text};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The column headings.
    pub head: &'static [ReferenceText],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A table cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A name, key or value, shown literally.
    Code(String),
    /// Fields of the wizard, at least one.
    Fields(Vec<Field>),
    /// A documentation page.
    Source(Source),
}

fn words(text: &'static str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A code cell, or a dash without a name.
fn code(text: Option<&str>) -> Cell {
    text.map_or_else(|| words("–"), |text| Cell::Code(text.to_owned()))
}

ids! {
    /// The tables, in the order in which they appear.
    TableId {
        /// The changes in the current edition.
        Migration "migration",
        /// The extension's settings.
        Settings "settings",
        /// The resources that will exist.
        Resources "resources",
        /// The resources that the extension requires.
        Sizes "sizes",
        /// The roles that identities need.
        Roles "roles",
        /// The codes of the health check.
        Troubleshoot "troubleshoot",
    }
}

impl TableId {
    /// Whether the table exists in an edition.
    pub fn is_of(self, edition: Edition) -> bool {
        match self {
            Self::Migration => edition != Edition::Current,
            Self::Settings | Self::Resources => edition != Edition::AksV1,
            Self::Sizes | Self::Roles | Self::Troubleshoot => edition == Edition::Current,
        }
    }

    /// The sources of the table. Empty for the settings, whose rows each have a source.
    pub fn sources(self, edition: Edition) -> &'static [Source] {
        match self {
            Self::Migration if edition == Edition::AksV1 => &[source::AKS_COMPUTE],
            Self::Resources if edition == Edition::Current => {
                &[source::DEPLOY, source::REFERENCE, source::CLI_UPDATE_ML]
            }
            Self::Migration | Self::Resources => &[source::DEPLOY],
            Self::Settings => &[],
            Self::Sizes => &[source::REFERENCE],
            Self::Roles => &[source::ATTACH, source::IDENTITIES],
            Self::Troubleshoot => &[
                source::TROUBLESHOOT,
                source::HEALTH_CODES,
                source::INSTANCE_TYPE_ISSUE,
                source::TROUBLESHOOT_COMPUTE,
            ],
        }
    }

    /// The heading of the table.
    pub fn heading(self) -> &'static str {
        text(match self {
            Self::Migration => Text::MigrationHeading,
            Self::Settings => Text::SettingsHeading,
            Self::Resources => Text::ResourcesHeading,
            Self::Sizes => Text::SizesHeading,
            Self::Roles => Text::RolesHeading,
            Self::Troubleshoot => Text::TroubleshootHeading,
        })
    }
}

/// Builds a table. A table that does not exist in the edition has no rows.
pub fn table(id: TableId, answers: &Answers, outcome: &Outcome) -> Table {
    let (head, rows): (&[ReferenceText], _) = match id {
        TableId::Migration => (
            &[ReferenceText::HeadWas, ReferenceText::HeadIs, ReferenceText::HeadWhy],
            migration_rows(answers),
        ),
        TableId::Settings => {
            (&[ReferenceText::HeadSetting, ReferenceText::HeadSources], settings_rows(outcome))
        }
        TableId::Resources => (
            &[
                ReferenceText::HeadName,
                ReferenceText::HeadKind,
                ReferenceText::HeadSetting,
                ReferenceText::HeadDoes,
            ],
            resources_rows(outcome),
        ),
        TableId::Sizes => (
            &[
                ReferenceText::HeadFor,
                ReferenceText::HeadCpu,
                ReferenceText::HeadMemory,
                ReferenceText::HeadNodes,
                ReferenceText::HeadVm,
            ],
            sizes_rows(outcome),
        ),
        TableId::Roles => (
            &[
                ReferenceText::HeadRole,
                ReferenceText::HeadHolder,
                ReferenceText::HeadOn,
                ReferenceText::HeadLack,
            ],
            roles_rows(outcome),
        ),
        TableId::Troubleshoot => (
            &[ReferenceText::HeadCode, ReferenceText::HeadMeaning, ReferenceText::HeadFields],
            troubleshoot_rows(answers, outcome),
        ),
    };
    Table { head, rows }
}

type Rows = Vec<Vec<Cell>>;

fn settings_rows(outcome: &Outcome) -> Rows {
    let rows = outcome.settings().into_iter().flat_map(|(setting, words)| {
        let row = move |word| vec![Cell::Code(plain(&word)), Cell::Source(setting.source)];
        words.into_iter().map(row)
    });
    rows.collect()
}

fn resources_rows(outcome: &Outcome) -> Rows {
    let resources = edition::resources(&outcome.plan, &outcome.resolved.scenario).into_iter();
    let rows = resources.map(|resource| {
        vec![
            Cell::Code(resource.name),
            words(resource.kind.id()),
            code(resource.setting.map(SettingKey::id)),
            words(text::resource_purpose(resource.purpose)),
        ]
    });
    rows.collect()
}

fn sizes_rows(outcome: &Outcome) -> Rows {
    let row = |name: ReferenceText, amount: Amount, nodes: u32, vm: String| {
        vec![
            words(text(name)),
            range(amount.cpu_request, amount.cpu_limit, " m"),
            range(amount.memory_request, amount.memory_limit, " Mi"),
            Cell::Text(nodes.to_string()),
            Cell::Text(vm),
        ]
    };
    let mut rows = Vec::new();
    if let Some(sizes) = size::sizes(outcome.plan.edition, &outcome.resolved.scenario) {
        for size in sizes.tiers {
            let name = match size.tier {
                Tier::Test => ReferenceText::TierTest,
                Tier::Production => ReferenceText::TierProduction,
            };
            let (cores, memory) = (size.vm_cores.to_string(), size.vm_memory.to_string());
            let vm = [&cores, " vCPU, ", &memory, " GiB (", size.vm_size, ")"].concat();
            rows.push(row(name, size.amount, size.nodes, vm));
        }
        rows.push(row(ReferenceText::ThisScenario, sizes.chosen, sizes.nodes, "–".to_owned()));
    }
    rows
}

fn range(request: u32, limit: u32, unit: &str) -> Cell {
    Cell::Text([&request.to_string(), " – ", &limit.to_string(), unit].concat())
}

fn roles_rows(outcome: &Outcome) -> Rows {
    let roles = role::roles(outcome.plan.edition, &outcome.resolved.scenario).into_iter();
    let rows = roles.map(|role| {
        let holder = match role.holder {
            Holder::Workspace => ReferenceText::HolderWorkspace,
            Holder::Compute => ReferenceText::HolderCompute,
            Holder::Endpoint => ReferenceText::HolderEndpoint,
        };
        let (on, lack) = text::role(role.id);
        vec![words(role.id.id()), words(text(holder)), words(on), words(lack.unwrap_or("–"))]
    });
    rows.collect()
}

fn troubleshoot_rows(answers: &Answers, outcome: &Outcome) -> Rows {
    let checks = health::checks(outcome.plan.edition, &outcome.resolved.scenario).into_iter();
    let rows = checks.map(|check| {
        let fields: Vec<Field> = check.fields(answers).collect();
        let fields = if fields.is_empty() { words("–") } else { Cell::Fields(fields) };
        vec![words(check.code.id()), words(text::health(check.code)), fields]
    });
    rows.collect()
}

fn migration_rows(answers: &Answers) -> Rows {
    let mut rows = Vec::new();
    if let Some(migration) = migration::migration(answers) {
        // Listed below as a lost answer.
        let changes = migration.changes.into_iter().filter(|change| change.id != ChangeId::LogAnalytics);
        rows.extend(changes.map(|change| {
            let (was, is) = (code(change.was.as_deref()), code(change.is.as_deref()));
            vec![was, is, words(text::change(change.id))]
        }));
        rows.extend(migration.lost.into_iter().map(|field| {
            let was = [field.id(), "=", &visible(answers.text(field))].concat();
            vec![Cell::Code(was), code(None), words(text(ReferenceText::MigrationLost))]
        }));
    }
    rows
}

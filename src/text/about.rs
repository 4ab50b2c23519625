//! Describes a field: its values, default, editions and documentation.

use crate::analysis::check::RULES;
use crate::base::source::{self, Source};
use crate::edition::setting;
use crate::model::choice::Edition;
use crate::model::field::{Field, Kind};
use crate::model::value::TextKind;

/// The description of a field in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The kind of text; `None` for a choice.
    pub kind: Option<TextKind>,
    /// The ids of its values; empty for a text.
    pub values: Vec<&'static str>,
    /// The default; empty if there is none.
    pub default: &'static str,
    /// An example of a valid text; `None` for a choice.
    pub example: Option<&'static str>,
    /// The editions that have the field.
    pub editions: &'static [Edition],
    /// The keys of the extension's settings that it sets.
    pub settings: Vec<&'static str>,
    /// The documentation. Never empty.
    pub sources: Vec<Source>,
}

/// Describes a field in an edition.
pub fn about(field: Field, edition: Edition) -> About {
    let settings = || setting::of_field(field, edition);
    let rules = RULES.iter().filter(|rule| rule.editions.contains(&edition) && rule.fields.contains(&field));
    let mut sources = Vec::new();
    let found = settings().map(|setting| setting.source).chain(rules.map(|rule| rule.source));
    for source in found.chain([command(field, edition)]).chain(names(field)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    About {
        kind: field.text_kind(edition),
        values: field.choices(edition).collect(),
        default: field.default(edition),
        example: field.example(edition),
        editions: field.row().editions,
        settings: settings().map(|setting| setting.key.id()).collect(),
        sources,
    }
}

/// The page of the command that takes the field, or of the chapter that mentions it.
fn command(field: Field, edition: Edition) -> Source {
    match (edition, field) {
        (Edition::AksV1, _) => source::AKS_COMPUTE,
        (_, Field::Connected | Field::Region) => source::CLI_CONNECTED,
        (_, Field::ExtensionName | Field::AutoUpgrade | Field::ExtensionVersion) => source::CLI_EXTENSION,
        (
            _,
            Field::Workspace
            | Field::WorkspaceResourceGroup
            | Field::WorkspaceSubscription
            | Field::ComputeName
            | Field::Namespace
            | Field::Identity
            | Field::IdentityIds,
        ) => source::ATTACH,
        _ => source::DEPLOY,
    }
}

/// The naming rules.
fn names(field: Field) -> Option<Source> {
    match field.row().kind {
        Kind::Text(
            TextKind::ResourceGroupName
            | TextKind::ClusterName
            | TextKind::WorkspaceName
            | TextKind::ComputeName
            | TextKind::VnetName
            | TextKind::SubnetName,
        ) => Some(source::NAME_RULES),
        Kind::Text(_) | Kind::Choice(_) => None,
    }
}

//! Resource ids: the kind of a resource, and its place in Azure.

use std::ops::Range;

use super::ResourceKind;
use crate::model::choice::Cluster;
use crate::parse::resource::{Provider, judge, parse};

/// The place of a resource in Azure.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) subscription: String,
    pub(super) resource_group: String,
    pub(super) name: String,
}

impl Place {
    /// Whether both are the same place. Azure ignores case.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.subscription.eq_ignore_ascii_case(&other.subscription)
            && self.resource_group.eq_ignore_ascii_case(&other.resource_group)
            && self.name.eq_ignore_ascii_case(&other.name)
    }
}

/// A resource id as it was read.
pub(super) enum Id {
    /// A kind that can be read, and its place.
    Of(ResourceKind, Place),
    /// Another kind.
    Unknown,
    /// The type belongs to another provider.
    Wrong,
}

/// The kind that belongs to a provider and type.
fn kind(provider: &str) -> Result<ResourceKind, Id> {
    match judge(provider) {
        Provider::Right(Cluster::Aks) => return Ok(ResourceKind::AksCluster),
        Provider::Right(Cluster::Arc) => return Ok(ResourceKind::ArcCluster),
        Provider::Swapped(_) | Provider::Wrong(_) => return Err(Id::Wrong),
        Provider::Unknown => {}
    }
    let known = [
        ("Microsoft.MachineLearningServices/workspaces", ResourceKind::Workspace),
        ("Microsoft.ManagedIdentity/userAssignedIdentities", ResourceKind::Identity),
    ];
    let kind = known.iter().find(|(name, _)| name.eq_ignore_ascii_case(provider));
    kind.map(|(_, kind)| *kind).ok_or(Id::Unknown)
}

/// Reads an id. The id of a child resource, such as an agent pool or an extension, is read as the parent's id.
pub(super) fn read(text: &str) -> Id {
    let text = resource(text);
    let Some(id) = parse(text) else { return Id::Unknown };
    let part = |span: Range<usize>| text.get(span).unwrap_or_default().to_owned();
    let place = Place {
        subscription: part(id.subscription),
        resource_group: part(id.resource_group),
        name: part(id.name),
    };
    match kind(&part(id.provider)) {
        Ok(kind) => Id::Of(kind, place),
        Err(id) => id,
    }
}

/// The name of the compute whose id this is. `None` for the id of another resource.
pub(super) fn compute(text: &str) -> Option<&str> {
    let parent = resource(text);
    let below = text.trim().trim_end_matches('/').get(parent.len()..)?;
    let (kind, name) = below.strip_prefix('/')?.split_once('/')?;
    (kind.eq_ignore_ascii_case("computes") && !name.contains('/')).then_some(name)
}

/// The id in a word: between quotes, or in an address of the portal or the studio. `None` if there is no id.
pub(super) fn within(word: &str) -> Option<&str> {
    const BEGINS: &str = "/subscriptions/";
    let word = word.trim_matches(['"', '\'', '`', '<', '>']);
    let begins =
        |text: &str, with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if begins(word, BEGINS) || begins(word, BEGINS.trim_start_matches('/')) {
        return Some(word);
    }
    if !begins(word, "https://portal.azure.") && !begins(word, "https://ml.azure.") {
        return None;
    }
    let at = word.match_indices('/').map(|(at, _)| at);
    let id = at.filter_map(|at| word.get(at..)).find(|text| begins(text, BEGINS))?;
    id.split(['?', '&', '#']).next()
}

/// An id without the segments below the resource.
fn resource(text: &str) -> &str {
    const SEGMENTS: usize = 8;
    let text = text.trim().trim_end_matches('/');
    let mut slashes = text.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
    match slashes.nth(SEGMENTS - 1) {
        Some(end) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

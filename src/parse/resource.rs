//! Resource ids of clusters, and their parts.

use std::ops::Range;

use crate::model::choice::Cluster;

/// The parts of a cluster's resource id, as ranges in its text.
pub(crate) struct ResourceId {
    pub(crate) subscription: Range<usize>,
    pub(crate) resource_group: Range<usize>,
    /// Provider and type, including the slash between them.
    pub(crate) provider: Range<usize>,
    pub(crate) name: Range<usize>,
    /// Whether the leading slash is missing.
    pub(crate) lacks_slash: bool,
}

/// The cluster that the provider and type of an id belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provider {
    /// Provider and type match.
    Right(Cluster),
    /// The type is that of a cluster, and the provider is that of the other kind of cluster.
    Swapped(Cluster),
    /// The type is that of a cluster, and the provider is another one.
    Wrong(Cluster),
    /// The type is not that of a cluster.
    Unknown,
}

/// The provider and type of a kind of cluster.
pub(crate) const fn provider_of(cluster: Cluster) -> &'static str {
    match cluster {
        Cluster::Aks => "Microsoft.ContainerService/managedClusters",
        Cluster::Arc => "Microsoft.Kubernetes/connectedClusters",
    }
}

/// Splits an id: `/subscriptions/<id>/resourceGroups/<name>/providers/<provider>/<type>/<name>`.
pub(crate) fn parse(text: &str) -> Option<ResourceId> {
    let trimmed = text.trim();
    let lacks_slash = !trimmed.starts_with('/');
    let mut at = text.len() - text.trim_start().len() + usize::from(!lacks_slash);
    let mut parts: [Range<usize>; 8] = Default::default();
    let mut count = 0;
    for part in trimmed.strip_prefix('/').unwrap_or(trimmed).splitn(9, '/') {
        if let Some(place) = parts.get_mut(count) {
            *place = at..at + part.len();
        }
        at += part.len() + 1;
        count += 1;
    }
    let [subscriptions, subscription, groups, group, providers, provider, kind, name] = parts;
    let is =
        |span: Range<usize>, name: &str| text.get(span).is_some_and(|part| part.eq_ignore_ascii_case(name));
    let is_id = count == 8
        && is(subscriptions, "subscriptions")
        && is(groups, "resourceGroups")
        && is(providers, "providers");
    is_id.then_some(ResourceId {
        subscription,
        resource_group: group,
        provider: provider.start..kind.end,
        name,
        lacks_slash,
    })
}

/// Checks the provider and type of an id.
pub(crate) fn judge(text: &str) -> Provider {
    let Some((provider, kind)) = text.split_once('/') else { return Provider::Unknown };
    let both = [Cluster::Aks, Cluster::Arc];
    for cluster in both {
        let (right, right_kind) = provider_of(cluster).split_once('/').unwrap_or_default();
        if !kind.eq_ignore_ascii_case(right_kind) {
            continue;
        }
        let is_other = both.iter().any(|other| {
            provider_of(*other).split('/').next().is_some_and(|name| provider.eq_ignore_ascii_case(name))
        });
        return match (provider.eq_ignore_ascii_case(right), is_other) {
            (true, _) => Provider::Right(cluster),
            (false, true) => Provider::Swapped(cluster),
            (false, false) => Provider::Wrong(cluster),
        };
    }
    Provider::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_apart_in_any_case() {
        let text = "/subscriptions/s/resourcegroups/r/providers/microsoft.containerservice/managedclusters/c";
        let id = parse(text).unwrap();
        let part = |span: Range<usize>| text.get(span).unwrap();
        assert_eq!((part(id.subscription), part(id.resource_group), part(id.name)), ("s", "r", "c"));
        assert_eq!(judge(part(id.provider)), Provider::Right(Cluster::Aks));
        assert!(parse("aksresourceid").is_none() && parse("/subscriptions/s").is_none());
        assert!(parse(&format!("{text}/more")).is_none());
        assert!(parse(" subscriptions/s/resourceGroups/r/providers/p/t/c ").unwrap().lacks_slash);
    }

    #[test]
    fn a_provider_belongs_to_its_type() {
        assert_eq!(judge("Microsoft.Kubernetes/managedclusters"), Provider::Swapped(Cluster::Aks));
        assert_eq!(judge("Microsoft.ContainerService/connectedClusters"), Provider::Swapped(Cluster::Arc));
        assert_eq!(judge("Microsoft.Kubernetess/connectedClusters"), Provider::Wrong(Cluster::Arc));
        assert_eq!(judge("Microsoft.Compute/virtualMachines"), Provider::Unknown);
    }
}

//! Test data for the outputs: alternatives of answers, and what the documents derive from answers,
//! without the wizard.

use crate::support::text;
use serde_json::{Value, json};

pub(crate) const SUBSCRIPTION: &str = "11111111-2222-3333-4444-555555555555";
pub(crate) const OTHER: &str = "99999999-2222-3333-4444-555555555555";
pub(crate) const ID: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";
pub(crate) const TWO_IDS: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml, /subscriptions/99999999-2222-3333-4444-555555555555/resourcegroups/리소스(2)/providers/microsoft.managedidentity/userassignedidentities/ID_2";

/// Alternatives, one of which a scenario has.
pub(crate) type Axis<'a> = &'a [&'a [(&'a str, &'a str)]];

pub(crate) const EDITIONS: Axis<'_> = &[&[("edition", "current")], &[("edition", "arc-preview")]];
pub(crate) const CLUSTERS: Axis<'_> = &[&[("cluster", "arc")], &[("cluster", "aks")]];
pub(crate) const NAMES: Axis<'_> = &[
    &[
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg-cluster"),
        ("cluster-name", "c1"),
        ("workspace", "mlw"),
    ],
    &[
        ("subscription", "AAAAAAAA-2222-3333-4444-55555555abcd"),
        ("resource-group", "-그룹(Größe)_1.x-"),
        ("cluster-name", "0_a-B"),
        ("workspace", "0-w_"),
        ("compute-name", "None"),
        ("extension-name", "0"),
    ],
];
pub(crate) const IDENTITIES: Axis<'_> = &[
    &[("identity", "none")],
    &[("identity", "system-assigned")],
    &[("identity", "user-assigned"), ("identity-ids", ID)],
    &[("identity", "user-assigned"), ("identity-ids", TWO_IDS)],
];
pub(crate) const NAMESPACES: Axis<'_> = &[&[], &[("namespace", "ml-team")]];
pub(crate) const WORKSPACES: Axis<'_> = &[
    &[],
    &[("workspace-resource-group", "rg-ml")],
    &[("workspace-resource-group", "rg-ml"), ("workspace-subscription", OTHER)],
];

/// The workspace, which is where the cluster is unless the answers differ.
pub(crate) fn workspace(pairs: &[(&str, &str)]) -> Value {
    let either = |one: &str, other: &str| {
        let text = self::text(pairs, one);
        if text.is_empty() { self::text(pairs, other) } else { text }
    };
    json!({
        "subscription": either("workspace-subscription", "subscription"),
        "group": either("workspace-resource-group", "resource-group"),
        "name": text(pairs, "workspace"),
    })
}

/// The cluster's resource id.
pub(crate) fn cluster_id(pairs: &[(&str, &str)]) -> String {
    let text = |id| text(pairs, id);
    let provider = match (text("edition").as_str(), text("cluster").as_str()) {
        ("aks-v1", _) | (_, "aks") => "Microsoft.ContainerService/managedClusters",
        _ => "Microsoft.Kubernetes/connectedClusters",
    };
    let (subscription, group, name) = (text("subscription"), text("resource-group"), text("cluster-name"));
    format!("/subscriptions/{subscription}/resourceGroups/{group}/providers/{provider}/{name}")
}

/// The user-assigned identities, one each.
pub(crate) fn identity_ids(pairs: &[(&str, &str)]) -> Vec<String> {
    text(pairs, "identity-ids")
        .split(',')
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty())
        .collect()
}

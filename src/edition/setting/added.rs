//! What `az k8s-extension` adds to the settings of a command in edition `current`. It looks at the cluster, so that a plan
//! cannot contain these settings. An update and a template of the extension have to know them.
//!
//! From the CLI's source, and from requests of k8s-extension 1.7.0. A typed setting wins over an added one, except for
//! `domain` and `openshift`.

use super::{DEV_TEST, FAST_PROD, OFF, ON, SettingKey};
use crate::edition::kubernetes::cluster_id;
use crate::model::choice::{Cluster, Exposure};
use crate::model::field::Field;
use crate::model::scenario::{ClusterKind, Extension};
use crate::plan::Word;

/// The value of a switch in the spelling in which the CLI adds it.
fn lower(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

impl SettingKey {
    /// The keys that the CLI writes by itself for every extension.
    pub(crate) const ADDED_BY_CLI: [Self; 10] = [
        Self::ClusterName,
        Self::ClusterId,
        Self::PrometheusClusterName,
        Self::ClusterNameFriendly,
        Self::Domain,
        Self::Location,
        Self::JobSchedulerLocation,
        Self::ServicebusEnabled,
        Self::RelayserverEnabled,
        Self::NginxIngressEnabled,
    ];

    /// The value that the CLI writes for this key when it creates an extension on a kind of cluster and the command does
    /// not contain the key. `None` for a key that it does not write, or whose value depends on more than the kind.
    pub(crate) fn added_by_cli(self, cluster: Option<Cluster>) -> Option<&'static str> {
        let on_kind = |arc, aks| match cluster {
            Some(Cluster::Arc) => Some(arc),
            Some(Cluster::Aks) => Some(aks),
            None => None,
        };
        match self {
            Self::ServicebusEnabled => Some(lower(false)),
            Self::RelayserverEnabled => on_kind(lower(true), lower(false)),
            Self::NginxIngressEnabled => on_kind(lower(false), lower(true)),
            _ => None,
        }
    }
}

/// `key=value` with a fixed value.
fn fixed(key: SettingKey, value: &'static str) -> Word {
    Word::fixed(key.id()).and_fixed("=").and_fixed(value)
}

/// The setting that turns off three routers, as the CLI adds it for a cluster with fewer than three nodes.
pub(crate) fn one_router() -> Word {
    fixed(SettingKey::InferenceRouterHa, OFF)
}

/// The setting of the cluster's purpose, which depends on the number of nodes.
pub(crate) fn purpose(has_few_nodes: bool) -> Word {
    fixed(SettingKey::ClusterPurpose, if has_few_nodes { DEV_TEST } else { FAST_PROD })
}

/// The settings that the CLI adds when it creates the extension, each `key=value`. A cluster whose number of nodes is not
/// given counts as large. Not among them, because only Azure knows their values: the connection strings and the resource id
/// of the Azure Relay, and the contents of the PEM files.
pub fn on_creation(scenario: &Extension) -> Vec<Word> {
    let cluster = &scenario.cluster;
    let is_arc = cluster.is_arc();
    let with = |key: SettingKey, value: Word| Word::fixed(key.id()).and_fixed("=").and(value);
    let region = || match &cluster.kind {
        ClusterKind::Arc { connect: Some(region), .. } => Word::slot(region),
        ClusterKind::Arc { connect: None, .. } | ClusterKind::Aks => Word::placeholder(Field::Region),
    };
    let mut added = vec![
        with(SettingKey::ClusterName, cluster_id(cluster)),
        with(SettingKey::ClusterId, cluster_id(cluster)),
        with(SettingKey::PrometheusClusterName, cluster_id(cluster)),
        with(SettingKey::ClusterNameFriendly, Word::slot(&cluster.name)),
        with(SettingKey::Domain, region().and_fixed(".cloudapp.azure.com")),
        with(SettingKey::Location, region()),
        with(SettingKey::JobSchedulerLocation, region()),
        fixed(SettingKey::ServicebusEnabled, lower(false)),
        fixed(SettingKey::RelayserverEnabled, lower(is_arc)),
        fixed(SettingKey::NginxIngressEnabled, lower(!is_arc)),
    ];
    if !scenario.trains() {
        added.push(fixed(SettingKey::EnableTraining, OFF));
    }
    if !scenario.has_endpoint() {
        added.push(fixed(SettingKey::EnableInference, OFF));
    }
    if is_arc {
        added.push(with(SettingKey::RelayserverHybridConnectionName, Word::slot(&cluster.name)));
    }
    if cluster.is_openshift() {
        added.push(fixed(SettingKey::Openshift, lower(true)));
    }
    if scenario.has_few_nodes() == Some(true) {
        added.push(purpose(true));
        if scenario.workload.endpoint().is_none_or(|endpoint| endpoint.router_ha) {
            added.push(fixed(SettingKey::InferenceRouterHa, lower(false)));
        }
    }
    match scenario.exposure() {
        Some(Exposure::NodePort) => added.push(fixed(SettingKey::ScoringFeNodePort, ON)),
        Some(Exposure::Internal) => added.push(fixed(SettingKey::ScoringFeInternalLoadBalancer, ON)),
        Some(Exposure::Public | Exposure::ClusterIp) | None => {}
    }
    added.extend(scenario.secret().map(|(name, ..)| with(SettingKey::ScoringFeSslSecret, Word::slot(name))));
    added
}

//! The roles that identities need, and what the lack of each looks like.
//! <https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace>

use crate::base::ids::ids;
use crate::edition::resource::always;
use crate::model::choice::Edition;
use crate::model::scenario::{Extension, Identity, Scenario};

ids! {
    /// The roles of Azure.
    RoleId {
        /// On the Relay.
        RelayOwner "Azure Relay Owner",
        /// On the cluster.
        Reader "Reader",
        /// On the cluster.
        ExtensionContributor "Kubernetes Extension Contributor",
        /// On the cluster.
        ClusterAdmin "Azure Kubernetes Service Cluster Admin",
        /// On AKS, with Trusted Access.
        Contributor "Contributor",
        /// On the container registry.
        AcrPull "AcrPull",
        /// On the storage account.
        BlobReader "Storage Blob Data Reader",
    }
}

ids! {
    /// Who needs a role.
    Holder {
        /// The workspace's own identity, where that is user-assigned.
        Workspace "workspace",
        /// The identity of the compute.
        Compute "compute",
    }
}

/// A role that somebody needs.
pub struct Role {
    /// Which.
    pub id: RoleId,
    /// Who needs it.
    pub holder: Holder,
    when: fn(&Extension) -> bool,
}

const fn role(id: RoleId, holder: Holder, when: fn(&Extension) -> bool) -> Role {
    Role { id, holder, when }
}

fn has_identity(scenario: &Extension) -> bool {
    scenario.identity != Identity::None
}

const ROLES: &[Role] = &[
    role(RoleId::RelayOwner, Holder::Workspace, Extension::is_arc),
    role(RoleId::Reader, Holder::Workspace, always),
    role(RoleId::ExtensionContributor, Holder::Workspace, always),
    role(RoleId::ClusterAdmin, Holder::Workspace, always),
    role(RoleId::Contributor, Holder::Workspace, |s| !s.is_arc()),
    role(RoleId::AcrPull, Holder::Compute, has_identity),
    role(RoleId::BlobReader, Holder::Compute, has_identity),
];

/// The roles of a scenario; none for an edition whose documents name none.
pub fn roles(edition: Edition, scenario: &Scenario) -> Vec<&'static Role> {
    match (edition, scenario) {
        (Edition::Current, Scenario::Extension(scenario)) => {
            ROLES.iter().filter(|role| (role.when)(scenario)).collect()
        }
        _ => Vec::new(),
    }
}

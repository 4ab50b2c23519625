//! The roles that identities need, and the symptoms of a missing role.
//! <https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace>

use crate::base::ids::ids;
use crate::edition::resource::always;
use crate::model::choice::Edition;
use crate::model::scenario::{Extension, Identity, Scenario};

ids! {
    /// Roles of Azure.
    RoleId {
        /// For the Azure Relay.
        RelayOwner "Azure Relay Owner",
        /// For the cluster.
        Reader "Reader",
        /// For the cluster.
        ExtensionContributor "Kubernetes Extension Contributor",
        /// For the cluster.
        ClusterAdmin "Azure Kubernetes Service Cluster Admin",
        /// For AKS, with Trusted Access.
        Contributor "Contributor",
        /// For the container registry.
        AcrPull "AcrPull",
        /// For the storage account.
        BlobReader "Storage Blob Data Reader",
    }
}

ids! {
    /// The holder of a role.
    Holder {
        /// The workspace's identity, if it is user-assigned.
        Workspace "workspace",
        /// The identity of the compute.
        Compute "compute",
    }
}

/// A role and its holder.
pub struct Role {
    /// The role.
    pub id: RoleId,
    /// The identity that needs it.
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

/// The roles of a scenario. Empty for an edition whose documents list none.
pub fn roles(edition: Edition, scenario: &Scenario) -> Vec<&'static Role> {
    match (edition, scenario) {
        (Edition::Current, Scenario::Extension(scenario)) => {
            ROLES.iter().filter(|role| (role.when)(scenario)).collect()
        }
        _ => Vec::new(),
    }
}

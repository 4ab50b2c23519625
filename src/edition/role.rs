//! The roles that identities need, and the symptoms of a missing role. Training jobs use the identity of the compute, online
//! endpoints their own.
//! <https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace>
//! <https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication>

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
        /// For the cluster. Azure's built-in role ends in “Role”; the page about attaching leaves the word out.
        ClusterAdmin "Azure Kubernetes Service Cluster Admin Role",
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
        /// The identity of the compute, which training jobs use.
        Compute "compute",
        /// The identity of an online endpoint, if it is user-assigned. A system-assigned one gets its roles by itself.
        Endpoint "endpoint",
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

fn trains_with_identity(scenario: &Extension) -> bool {
    scenario.trains() && scenario.identity != Identity::None
}

const ROLES: &[Role] = &[
    role(RoleId::RelayOwner, Holder::Workspace, Extension::is_arc),
    role(RoleId::Reader, Holder::Workspace, always),
    role(RoleId::ExtensionContributor, Holder::Workspace, always),
    role(RoleId::ClusterAdmin, Holder::Workspace, always),
    role(RoleId::Contributor, Holder::Workspace, |s| !s.is_arc()),
    role(RoleId::AcrPull, Holder::Compute, trains_with_identity),
    role(RoleId::BlobReader, Holder::Compute, trains_with_identity),
    role(RoleId::AcrPull, Holder::Endpoint, Extension::has_endpoint),
    role(RoleId::BlobReader, Holder::Endpoint, Extension::has_endpoint),
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

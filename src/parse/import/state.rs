//! What Azure's output says about the state of a resource: one row per state, with its severity, fields and source.

use crate::analysis::check::Severity;
use crate::base::ids::ids;
use crate::base::source::{self, Source};
use crate::model::field::Field;

macro_rules! states {
    ($($(#[$doc:meta])* $variant:ident $id:literal $severity:ident [$($field:ident)*] $source:ident;)+) => {
        ids! {
            /// The states that are worth knowing before something is installed or attached.
            State { $($(#[$doc])* $variant $id,)+ }
        }

        impl State {
            /// The severity of its finding.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The fields that it concerns.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$variant => &[$(Field::$field),*],)+ }
            }

            /// The page that explains it.
            pub fn source(self) -> Source {
                match self { $(Self::$variant => source::$source,)+ }
            }
        }
    };
}

states! {
    // Clusters.

    /// An operation on the resource failed or is still running.
    NotSucceeded "not-succeeded" Warning [] ASYNC_OPERATIONS;
    /// The local accounts of an AKS cluster are disabled.
    LocalAccounts "local-accounts-disabled" Warning [] DEPLOY;
    /// An AKS cluster with a service principal instead of a managed identity.
    ServicePrincipal "service-principal" Error [] DEPLOY;
    /// Only some addresses may reach the API server.
    AuthorizedRanges "authorized-ip-ranges" Warning [] DEPLOY;
    /// The API server has a private address.
    PrivateCluster "private-cluster" Info [] SECURE_INFERENCE;
    /// A private cluster whose name is public.
    PublicFqdn "private-cluster-public-fqdn" Warning [] SECURE_INFERENCE;
    /// The cluster is stopped.
    Stopped "stopped" Warning [] CLI_AKS;
    /// The cluster is registered with Azure Arc, but not connected at the moment.
    NotConnected "not-connected" Warning [Connected] ARC_FAQ;
    /// OpenShift.
    Openshift "openshift" Info [Openshift] REFERENCE;
    /// A version of Kubernetes that Azure Machine Learning no longer supports.
    OldKubernetes "kubernetes-version" Warning [] AKS_VERSIONS;
    /// Fewer than three nodes.
    FewNodes "few-nodes" Info [NodeCount RouterHa] CLI_UPDATE_ML;
    /// The add-on for Azure Policy.
    AzurePolicy "azure-policy" Info [] ANYWHERE;

    // Agent pools.

    /// No pool has nodes that the extension can use.
    NoAmd64 "no-amd64-pool" Error [] EXTENSION_RELEASES;
    /// Pools with Arm64 nodes.
    Arm64 "arm64-pool" Warning [NodeSelector] EXTENSION_RELEASES;
    /// Pools with Windows nodes.
    Windows "windows-pool" Info [NodeSelector] ARC_REQUIREMENTS;
    /// Pools with taints that the extension and its workloads do not tolerate.
    Tainted "taint-not-tolerated" Info [] REFERENCE;
    /// Every pool of Linux nodes has such a taint.
    AllTainted "all-pools-tainted" Warning [] REFERENCE;
    /// Pools whose autoscaler may remove every node.
    ScalesToZero "scales-to-zero" Info [] ANYWHERE;
    /// Other pools with an autoscaler.
    Autoscaled "autoscaled-pool" Info [] ANYWHERE;
    /// Pools of Spot nodes.
    Spot "spot-pool" Info [] AKS_SPOT;

    // Workspaces.

    /// The workspace is not reachable from public networks.
    PrivateWorkspace "workspace-private" Info [Workspace] SECURE_INFERENCE;
    /// The workspace has a managed network.
    ManagedNetwork "workspace-managed-network" Info [Workspace] SECURE_INFERENCE;
    /// The workspace has a user-assigned identity.
    WorkspaceIdentity "workspace-identity" Warning [Workspace] ATTACH;
    /// Cluster and workspace are in different regions.
    OtherRegion "other-region" Info [] SECURE_INFERENCE;
    /// The same, and the workspace is private and the cluster in AKS.
    OtherRegionPrivate "other-region-private" Warning [] SECURE_INFERENCE;

    // Extensions.

    /// The installation or an update failed.
    ExtensionFailed "extension-failed" Error [] TROUBLESHOOT;
    /// An operation on the extension is not finished.
    ExtensionPending "extension-pending" Warning [] ARC_EXTENSIONS;
    /// A release train that a plan does not install.
    ReleaseTrain "release-train" Warning [] CLI_UPDATE_ML;
    /// A version that does not change by itself.
    VersionPinned "version-pinned" Info [AutoUpgrade ExtensionVersion] ARC_EXTENSIONS;

    // Computes.

    /// The attachment failed.
    ComputeFailed "compute-failed" Error [ComputeName] TROUBLESHOOT_COMPUTE;
    /// A legacy `AksCompute`.
    LegacyCompute "legacy-compute" Warning [Edition] AKS_COMPUTE;
    /// Parameters of the former GitHub action `Azure/aml-compute`.
    ComputeAction "compute-action" Warning [Edition] COMPUTE_ACTION;
}

//! English: what exists, what it needs, what its codes mean, what has changed.

use super::en::texts;
use crate::health::HealthCode;
use crate::migration::ChangeId;
use crate::resource::Does;
use crate::role::RoleId;

texts! {
    /// The texts of the tables behind the plan.
    ReferenceText {
        HeadName "Name",
        HeadKind "Kind",
        HeadSetting "Setting",
        HeadSources "Documentation",
        HeadDoes "What it does",
        HeadRole "Role",
        HeadHolder "Who",
        HeadOn "On",
        HeadLack "Without it",
        HeadCode "Code",
        HeadMeaning "Meaning",
        HeadFields "Look at",
        HeadFor "For",
        HeadCpu "CPU, request – limit",
        HeadMemory "Memory, request – limit",
        HeadNodes "Nodes",
        HeadVm "Smallest VM",
        HeadWas "Was",
        HeadIs "Is",
        HeadWhy "Why",
        ThisScenario "this scenario",
        TierTest "test",
        TierProduction "production",
        HolderWorkspace "the workspace, when its identity is user-assigned",
        HolderCompute "the compute",
        MigrationLost "Has no counterpart there. The link keeps it.",
        MigrationLink "The same scenario in the current edition:",
    }
}

pub(super) fn does(does: Does) -> &'static str {
    match does {
        Does::ServiceBus => "Carries messages between Azure and the cluster. Do not change it.",
        Does::Relay => "Lets Azure reach the cluster. Do not change it.",
        Does::Extension => "The extension, as Azure knows it.",
        Does::RelayServer => "Talks to Azure through Azure Relay.",
        Does::Gateway => "Exchanges data with the service and reports the resources of the nodes.",
        Does::TrainingJobs => "Runs training jobs.",
        Does::MetricsController => "Configures Prometheus.",
        Does::KubeStateMetrics => "Gives metrics of the cluster.",
        Does::PrometheusOperator => "Runs Prometheus.",
        Does::Identity => "Gets tokens for storage and registry.",
        Does::Router => "Routes requests to models.",
        Does::Endpoints => "Runs real-time endpoints.",
        Does::Scheduler => "Schedules jobs.",
        Does::Logs => "Collects the logs of the components.",
        Does::GpuMetrics => "Gives metrics of the GPUs.",
        Does::Gpus => "Gives GPUs to pods.",
        Does::Metrics => "Stores the metrics of jobs.",
        Does::Status => "Reports the state of the cluster.",
        Does::NodeFeatures => "Finds out what hardware the nodes have.",
        Does::Blobs => "Mounts blob storage.",
        Does::Devices => "Gives devices of the nodes to pods.",
        Does::Framework => "Runs jobs of several parts.",
    }
}

/// On what, and what the lack looks like.
pub(super) fn role(role: RoleId) -> (&'static str, Option<&'static str>) {
    match role {
        RoleId::RelayOwner => ("the Azure Relay of the cluster", None),
        RoleId::Reader => ("the cluster", None),
        RoleId::ExtensionContributor => {
            ("the cluster", Some("Attaching fails and says that the extension is not installed."))
        }
        RoleId::ClusterAdmin => ("the cluster", Some("Attaching fails with an internal server error.")),
        RoleId::Contributor => ("the AKS cluster, with Trusted Access only", None),
        RoleId::AcrPull => ("the container registry", Some("Images cannot be pulled.")),
        RoleId::BlobReader => (
            "the storage account",
            Some("Blobs cannot be read. To write them, grant Storage Blob Data Contributor instead."),
        ),
    }
}

pub(super) fn health(code: HealthCode) -> &'static str {
    match code {
        HealthCode::LoadBalancer => "The cluster cannot make a load balancer. Choose NodePort or ClusterIP.",
        HealthCode::Nodes => "Three routers need three nodes. Switch high availability off, or add nodes.",
        HealthCode::InternalLoadBalancer => "Internal load balancers work on AKS alone.",
        HealthCode::Certificate => {
            "Certificate, key and CNAME do not fit together. The certificate must be of that key and name the CNAME."
        }
        HealthCode::PrometheusOperator => {
            "The cluster has a Prometheus operator of its own. Answer no to installing one (installPromOp=False)."
        }
        HealthCode::Network => {
            "The cluster does not reach Azure. Look at firewall, proxy and DNS for the addresses that Azure Machine Learning needs."
        }
        HealthCode::LegacyRole | HealthCode::LegacyDeployment => {
            "A legacy azureml-fe is still there. Detach its AksCompute and delete what that left, then install the extension."
        }
    }
}

pub(super) fn change(change: ChangeId) -> &'static str {
    match change {
        ChangeId::Exposure => "One setting names the kind of service.",
        ChangeId::RouterHa => "The key has another name.",
        ChangeId::Cname => "HTTPS needs the CNAME of the certificate.",
        ChangeId::NvidiaPlugin => "The plug-in is no longer installed by default.",
        ChangeId::LogAnalytics => "No longer documented; the CLI still takes it.",
        ChangeId::Openshift => "The CLI finds out by itself.",
        ChangeId::PythonSdk => "Version 1 of the Python SDK is out of support.",
        ChangeId::CliExtensions => "Version 1 of the CLI is out of support.",
        ChangeId::Compute => {
            "Kubernetes compute also trains and serves batches. One cluster can be attached many times."
        }
        ChangeId::Command => {
            "Other commands. What a legacy azureml-fe left must be gone before (E45004, E45005)."
        }
        ChangeId::Purpose => "High availability is switched off.",
        ChangeId::LoadBalancer => "Settings of the extension.",
        ChangeId::Tls => "Without a certificate, HTTP is switched on by a setting.",
    }
}

//! English: resources, requirements, health check codes, changes.

use crate::analysis::migration::ChangeId;
use crate::edition::health::HealthCode;
use crate::edition::resource::Purpose;
use crate::edition::role::RoleId;
use crate::i18n::{Message, message, texts};

texts! {
    /// The standalone texts of the reference tables.
    ReferenceText "reference" {
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
        HeadFields "Check",
        HeadFor "For",
        HeadCpu "CPU, request – limit",
        HeadMemory "Memory, request – limit",
        HeadNodes "Nodes",
        HeadVm "Smallest VM",
        HeadWas "Before",
        HeadIs "Now",
        HeadWhy "Why",
        ThisScenario "this scenario",
        TierTest "test",
        TierProduction "production",
        HolderWorkspace "the workspace, when its identity is user-assigned",
        HolderCompute "the compute, for training",
        HolderEndpoint "the online endpoint, when its identity is user-assigned",
        MigrationLost "Has no counterpart there. The link keeps it.",
        MigrationLink "The same scenario in the current edition:",
    }
}

pub(super) fn purpose(purpose: Purpose) -> Message {
    match purpose {
        Purpose::ServiceBus => message!(
            "resource.service-bus",
            "Carries messages between Azure and the cluster. Do not change it."
        ),
        Purpose::Relay => message!("resource.relay", "Lets Azure reach the cluster. Do not change it."),
        Purpose::Extension => message!("resource.extension", "The extension in Azure."),
        Purpose::RelayServer => message!("resource.relay-server", "Talks to Azure through Azure Relay."),
        Purpose::Gateway => message!(
            "resource.gateway",
            "Exchanges data with the service and reports the resources of the nodes."
        ),
        Purpose::TrainingJobs => message!("resource.training-jobs", "Runs training jobs."),
        Purpose::MetricsController => message!("resource.metrics-controller", "Configures Prometheus."),
        Purpose::KubeStateMetrics => {
            message!("resource.kube-state-metrics", "Provides metrics of the cluster.")
        }
        Purpose::PrometheusOperator => message!("resource.prometheus-operator", "Runs Prometheus."),
        Purpose::Identity => message!("resource.identity", "Gets tokens for storage and registry."),
        Purpose::Router => message!("resource.router", "Routes requests to models."),
        Purpose::Endpoints => message!("resource.endpoints", "Runs real-time endpoints."),
        Purpose::Scheduler => message!("resource.scheduler", "Schedules jobs."),
        Purpose::Ingress => {
            message!("resource.ingress", "The ingress controller of the extension, on AKS only.")
        }
        Purpose::Logs => message!("resource.logs", "Collects the logs of the components."),
        Purpose::LogsOrSidecars => message!(
            "resource.logs-or-sidecars",
            "Collects the logs of the components. The pages differ: one lists a DaemonSet, the release note of 1.1.17 moves it into sidecars."
        ),
        Purpose::GpuMetrics => message!("resource.gpu-metrics", "Provides metrics of the GPUs."),
        Purpose::Gpus => message!("resource.gpus", "Makes GPUs available to pods."),
        Purpose::Metrics => message!("resource.metrics", "Stores the metrics of jobs."),
        Purpose::Status => message!("resource.status", "Reports the state of the cluster."),
        Purpose::NodeFeatures => {
            message!("resource.node-features", "Detects the hardware of the nodes.")
        }
        Purpose::Blobs => message!("resource.blobs", "Mounts blob storage."),
        Purpose::Devices => message!("resource.devices", "Makes devices of the nodes available to pods."),
        Purpose::Framework => message!("resource.framework", "Runs jobs that have several parts."),
    }
}

/// What a role is needed for, and the symptom of its absence.
pub(super) fn role(role: RoleId) -> (Message, Option<Message>) {
    match role {
        RoleId::RelayOwner => (message!("role.relay-owner.on", "the Azure Relay of the cluster"), None),
        RoleId::Reader => (message!("role.reader.on", "the cluster"), None),
        RoleId::ExtensionContributor => (
            message!("role.extension-contributor.on", "the cluster"),
            Some(message!(
                "role.extension-contributor.lack",
                "Attaching fails and reports that the extension is not installed."
            )),
        ),
        RoleId::ClusterAdmin => (
            message!("role.cluster-admin.on", "the cluster"),
            Some(message!("role.cluster-admin.lack", "Attaching fails with an internal server error.")),
        ),
        RoleId::Contributor => {
            (message!("role.contributor.on", "the AKS cluster, with Trusted Access only"), None)
        }
        RoleId::AcrPull => (
            message!("role.acr-pull.on", "the container registry"),
            Some(message!("role.acr-pull.lack", "Images cannot be pulled.")),
        ),
        RoleId::BlobReader => (
            message!("role.blob-reader.on", "the storage account"),
            Some(message!(
                "role.blob-reader.lack",
                "Blobs cannot be read. To write them, grant Storage Blob Data Contributor instead."
            )),
        ),
    }
}

pub(super) fn health(code: HealthCode) -> Message {
    match code {
        HealthCode::LoadBalancer => message!(
            "health.load-balancer",
            "The cluster cannot create a load balancer. Choose NodePort or ClusterIP."
        ),
        HealthCode::Nodes => message!(
            "health.nodes",
            "Three routers need three nodes. Switch high availability off, or add nodes."
        ),
        HealthCode::InternalLoadBalancer => {
            message!("health.internal-load-balancer", "Internal load balancers work only on AKS.")
        }
        HealthCode::Certificate => {
            message!(
                "health.certificate",
                "Certificate, key and CNAME do not match. The certificate must belong to that key and name the \
                CNAME."
            )
        }
        HealthCode::PrometheusOperator => {
            message!(
                "health.prometheus-operator",
                "The cluster already has a Prometheus operator. Answer no to installing one (installPromOp=False)."
            )
        }
        HealthCode::Network => {
            message!(
                "health.network",
                "The cluster does not reach Azure. Check firewall, proxy and DNS for the addresses that Azure \
                Machine Learning needs."
            )
        }
        HealthCode::LegacyRole => {
            message!(
                "health.legacy-role",
                "A role of a legacy azureml-fe still exists. Detach its AksCompute, delete what remains of it, then install the extension. As the error of a job, the code means that the extension was installed without training."
            )
        }
        HealthCode::LegacyDeployment => {
            message!(
                "health.legacy-deployment",
                "A legacy azureml-fe still exists. Detach its AksCompute, delete what remains of it, then install the extension."
            )
        }
        HealthCode::Unknown => {
            message!("health.unknown", "An unknown error. The logs of the health check show the cause.")
        }
        HealthCode::Unexplained4 | HealthCode::Unexplained5 | HealthCode::Unexplained6 => {
            message!(
                "health.unexplained",
                "No current page explains this code. The report of the health check has a message next to it."
            )
        }
        HealthCode::Component => {
            message!(
                "health.component",
                "A component of the extension is not healthy. The logs of the health check name it."
            )
        }
        HealthCode::InstanceTypes => {
            message!(
                "health.instance-types",
                "The instance types could not be validated or updated. Check those that exist: kubectl get instancetype"
            )
        }
        HealthCode::Crash => {
            message!("health.crash", "The health check itself failed. Its logs show the cause.")
        }
    }
}

pub(super) fn change(change: ChangeId) -> Message {
    match change {
        ChangeId::Exposure => message!("migration.exposure", "One setting names the kind of service."),
        ChangeId::RouterHa => message!("migration.router-ha", "The key has a new name."),
        ChangeId::Cname => message!("migration.cname", "HTTPS needs the CNAME of the certificate."),
        ChangeId::NvidiaPlugin => {
            message!("migration.nvidia-plugin", "The plug-in is no longer installed by default.")
        }
        ChangeId::LogAnalytics => {
            message!("migration.log-analytics", "No longer documented; the CLI still accepts it.")
        }
        ChangeId::Openshift => message!("migration.openshift", "The CLI detects it by itself."),
        ChangeId::PythonSdk => {
            message!("migration.python-sdk", "Version 1 of the Python SDK is out of support.")
        }
        ChangeId::CliExtensions => {
            message!("migration.cli-extensions", "Version 1 of the CLI is out of support.")
        }
        ChangeId::Compute => {
            message!(
                "migration.compute",
                "Kubernetes compute also trains and serves batches. One cluster can be attached many times."
            )
        }
        ChangeId::Command => {
            message!(
                "migration.command",
                "Different commands. First remove what a legacy azureml-fe left (E45004, E45005)."
            )
        }
        ChangeId::Purpose => message!("migration.purpose", "High availability is switched off."),
        ChangeId::LoadBalancer => message!("migration.load-balancer", "Settings of the extension."),
        ChangeId::Tls => {
            message!("migration.tls", "Without a certificate, HTTP is switched on by a setting.")
        }
    }
}

//! The resources that exist after a plan has run: the extension's workloads in the cluster, and the resources that it
//! creates in Azure.

use crate::base::ids::ids;
use crate::edition::setting::SettingKey;
use crate::model::scenario::Extension;

/// One resource of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its name. It contains the extension's name or its placeholder.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// The setting that it depends on, if any.
    pub setting: Option<SettingKey>,
    /// Its purpose.
    pub purpose: Purpose,
}

ids! {
    /// The purpose of a resource.
    Purpose {
        /// Carries messages between Azure and the cluster.
        ServiceBus "service-bus",
        /// Lets Azure reach the cluster.
        Relay "relay",
        /// Is the extension itself.
        Extension "extension",
        /// Talks to Azure through the Relay.
        RelayServer "relay-server",
        /// Exchanges data with the service.
        Gateway "gateway",
        /// Runs training jobs.
        TrainingJobs "training-jobs",
        /// Configures Prometheus.
        MetricsController "metrics-controller",
        /// Gives metrics of the cluster.
        KubeStateMetrics "kube-state-metrics",
        /// Runs Prometheus.
        PrometheusOperator "prometheus-operator",
        /// Fetches tokens.
        Identity "identity",
        /// Routes requests to models.
        Router "router",
        /// Runs endpoints.
        Endpoints "endpoints",
        /// Schedules jobs.
        Scheduler "scheduler",
        /// Routes requests on AKS.
        Ingress "ingress",
        /// Collects logs.
        Logs "logs",
        /// Collects logs, as a daemon set or as sidecars: the sources differ.
        LogsOrSidecars "logs-or-sidecars",
        /// Gives metrics of GPUs.
        GpuMetrics "gpu-metrics",
        /// Gives GPUs to pods.
        Gpus "gpus",
        /// Stores metrics.
        Metrics "metrics",
        /// Reports the state of the cluster.
        Status "status",
        /// Detects the hardware of nodes.
        NodeFeatures "node-features",
        /// Mounts blobs.
        Blobs "blobs",
        /// Shows devices of the host to pods.
        Devices "devices",
        /// Runs jobs that have several roles.
        Framework "framework",
    }
}

ids! {
    /// The kind of a resource.
    Kind {
        /// A resource in Azure.
        Azure "azure",
        /// A Kubernetes deployment.
        Deployment "deployment",
        /// A Kubernetes daemon set.
        DaemonSet "daemonset",
        /// A Kubernetes stateful set.
        StatefulSet "statefulset",
    }
}

/// A row of an edition's table of resources.
pub struct ResourceRow {
    /// The name. `{EXT}` stands for the extension's name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// The setting that it depends on, if any.
    pub setting: Option<SettingKey>,
    /// Its purpose.
    pub purpose: Purpose,
    /// Whether a scenario has it.
    pub(crate) when: fn(&Extension) -> bool,
}

/// For resources that every scenario has.
pub(crate) fn always(_: &Extension) -> bool {
    true
}

/// A row that depends on no setting.
pub(crate) const fn row(
    name: &'static str,
    kind: Kind,
    purpose: Purpose,
    when: fn(&Extension) -> bool,
) -> ResourceRow {
    ResourceRow { name, kind, setting: None, purpose, when }
}

/// A row that depends on a setting.
pub(crate) const fn row_of(
    setting: SettingKey,
    name: &'static str,
    kind: Kind,
    purpose: Purpose,
    when: fn(&Extension) -> bool,
) -> ResourceRow {
    ResourceRow { name, kind, setting: Some(setting), purpose, when }
}

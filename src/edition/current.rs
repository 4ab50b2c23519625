//! Edition `current`: the extension as k8s-extension 1.2.3 and newer install it. Its settings are in `setting/table.rs`.

use super::kubernetes::ExtensionEdition;
use super::openshift::{Account, Home, account, azureml, of_extension};
use super::setting::SettingKey;
use crate::edition::resource::{Kind, Purpose, ResourceRow, always, row, row_of};
use crate::model::choice::Edition;
use crate::model::scenario::Extension;

pub(super) const EDITION: ExtensionEdition = ExtensionEdition {
    edition: Edition::Current,
    k8s_extension_version: None,
    compute_type: "Kubernetes",
    bring_own_load_balancer: true,
    is_preview: false,
    accounts: ACCOUNTS,
};

/// The service accounts that need the privileged SCC.
pub const ACCOUNTS: &[Account] = &[
    account(Home::AzureArc, "azure-arc-kube-aad-proxy-sa"),
    of_extension("-kube-state-metrics"),
    azureml("prom-admission"),
    azureml("default"),
    azureml("prom-operator"),
    azureml("load-amlarc-selinux-policy-sa"),
    azureml("azureml-fe-v2"),
    azureml("prom-prometheus"),
    account(Home::Compute, "default"),
    azureml("azureml-ingress-nginx"),
    azureml("azureml-ingress-nginx-admission"),
];

/// The resources that the extension creates, as
/// <https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension> lists them. That page has no ingress
/// controller: the CLI switches it on for AKS and off for Arc, and
/// <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes> names it. The release note of 1.1.17 on the latter
/// page contradicts the daemon set.
pub const RESOURCES: &[ResourceRow] = &[
    row("Azure Relay", Kind::Azure, Purpose::Relay, Extension::is_arc),
    row("{EXT}", Kind::Azure, Purpose::Extension, always),
    row("relayserver", Kind::Deployment, Purpose::RelayServer, Extension::is_arc),
    row("gateway", Kind::Deployment, Purpose::Gateway, always),
    row("aml-operator", Kind::Deployment, Purpose::TrainingJobs, Extension::trains),
    row("metrics-controller-manager", Kind::Deployment, Purpose::MetricsController, always),
    row("{EXT}-kube-state-metrics", Kind::Deployment, Purpose::KubeStateMetrics, always),
    row_of(
        SettingKey::InstallPromOp,
        "{EXT}-prometheus-operator",
        Kind::Deployment,
        Purpose::PrometheusOperator,
        |s| s.prometheus_operator,
    ),
    row("amlarc-identity-controller", Kind::Deployment, Purpose::Identity, Extension::has_endpoint),
    row("amlarc-identity-proxy", Kind::Deployment, Purpose::Identity, Extension::has_endpoint),
    row("azureml-fe-v2", Kind::Deployment, Purpose::Router, Extension::has_endpoint),
    row(
        "inference-operator-controller-manager",
        Kind::Deployment,
        Purpose::Endpoints,
        Extension::has_endpoint,
    ),
    row_of(
        SettingKey::NginxIngressEnabled,
        "azureml-ingress-nginx-controller",
        Kind::Deployment,
        Purpose::Ingress,
        |s| !s.is_arc(),
    ),
    row_of(
        SettingKey::InstallVolcano,
        "volcano-admission",
        Kind::Deployment,
        Purpose::Scheduler,
        Extension::has_volcano,
    ),
    row_of(
        SettingKey::InstallVolcano,
        "volcano-controllers",
        Kind::Deployment,
        Purpose::Scheduler,
        Extension::has_volcano,
    ),
    row_of(
        SettingKey::InstallVolcano,
        "volcano-scheduler",
        Kind::Deployment,
        Purpose::Scheduler,
        Extension::has_volcano,
    ),
    row("fluent-bit", Kind::DaemonSet, Purpose::LogsOrSidecars, always),
    row_of(
        SettingKey::InstallDcgmExporter,
        "{EXT}-dcgm-exporter",
        Kind::DaemonSet,
        Purpose::GpuMetrics,
        |s| s.dcgm_exporter,
    ),
    row_of(
        SettingKey::InstallNvidiaDevicePlugin,
        "nvidia-device-plugin-daemonset",
        Kind::DaemonSet,
        Purpose::Gpus,
        |s| s.nvidia_plugin,
    ),
    row("prometheus-prom-prometheus", Kind::StatefulSet, Purpose::Metrics, always),
];

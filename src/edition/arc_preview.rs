//! Edition `arc-preview`: the extension as the preview of 2021 installed it. Its settings are in `setting/table.rs`.

use super::kubernetes::ExtensionEdition;
use super::openshift::{Account, Home, account, azureml, of_extension};
use crate::edition::resource::{Does, Kind, ResourceRow, always, row};
use crate::model::choice::Edition;
use crate::model::scenario::Extension;

pub(super) const EDITION: ExtensionEdition = ExtensionEdition {
    edition: Edition::ArcPreview,
    k8s_extension_version: Some("1.0.0"),
    compute_type: "kubernetes",
    bring_own_load_balancer: false,
    is_preview: true,
    accounts: ACCOUNTS,
};

/// The service accounts that need the privileged SCC.
pub const ACCOUNTS: &[Account] = &[
    account(Home::AzureArc, "azure-arc-kube-aad-proxy-sa"),
    of_extension("-kube-state-metrics"),
    azureml("cluster-status-reporter"),
    azureml("prom-admission"),
    azureml("default"),
    azureml("prom-operator"),
    azureml("csi-blob-node-sa"),
    azureml("csi-blob-controller-sa"),
    azureml("load-amlarc-selinux-policy-sa"),
    azureml("azureml-fe"),
    azureml("prom-prometheus"),
];

/// What the extension makes, as the documents of the preview list it.
pub const RESOURCES: &[ResourceRow] = &[
    row("Azure Service Bus", Kind::Azure, Does::ServiceBus, always),
    row("Azure Relay", Kind::Azure, Does::Relay, always),
    row("{EXT}", Kind::Azure, Does::Extension, always),
    row("aml-operator", Kind::Deployment, Does::TrainingJobs, Extension::trains),
    row("{EXT}-kube-state-metrics", Kind::Deployment, Does::KubeStateMetrics, always),
    row("{EXT}-prometheus-operator", Kind::Deployment, Does::PrometheusOperator, always),
    row("amlarc-identity-controller", Kind::Deployment, Does::Identity, Extension::has_endpoint),
    row("amlarc-identity-proxy", Kind::Deployment, Does::Identity, Extension::has_endpoint),
    row("azureml-fe", Kind::Deployment, Does::Router, Extension::has_endpoint),
    row("inference-operator-controller-manager", Kind::Deployment, Does::Endpoints, Extension::has_endpoint),
    row("metrics-controller-manager", Kind::Deployment, Does::MetricsController, always),
    row("relayserver", Kind::Deployment, Does::RelayServer, always),
    row("cluster-status-reporter", Kind::Deployment, Does::Status, always),
    row("nfd-master", Kind::Deployment, Does::NodeFeatures, Extension::trains),
    row("gateway", Kind::Deployment, Does::Gateway, always),
    row("csi-blob-controller", Kind::Deployment, Does::Blobs, Extension::trains),
    row("csi-blob-node", Kind::DaemonSet, Does::Blobs, Extension::trains),
    row("fluent-bit", Kind::DaemonSet, Does::Logs, always),
    row("k8s-host-device-plugin-daemonset", Kind::DaemonSet, Does::Devices, always),
    row("nfd-worker", Kind::DaemonSet, Does::NodeFeatures, Extension::trains),
    row("prometheus-prom-prometheus", Kind::StatefulSet, Does::Metrics, always),
    row("frameworkcontroller", Kind::StatefulSet, Does::Framework, Extension::trains),
];

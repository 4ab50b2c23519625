//! Edition `arc-preview`: the extension as the preview of 2021 installed it. Its settings are in `setting/table.rs`.

use super::kubernetes::ExtensionEdition;
use super::openshift::{Account, Home, account, azureml, of_extension};
use crate::edition::resource::{Kind, Purpose, ResourceRow, always, row};
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

/// The resources that the extension creates, as the documents of the preview list them.
pub const RESOURCES: &[ResourceRow] = &[
    row("Azure Service Bus", Kind::Azure, Purpose::ServiceBus, always),
    row("Azure Relay", Kind::Azure, Purpose::Relay, always),
    row("{EXT}", Kind::Azure, Purpose::Extension, always),
    row("aml-operator", Kind::Deployment, Purpose::TrainingJobs, Extension::trains),
    row("{EXT}-kube-state-metrics", Kind::Deployment, Purpose::KubeStateMetrics, always),
    row("{EXT}-prometheus-operator", Kind::Deployment, Purpose::PrometheusOperator, always),
    row("amlarc-identity-controller", Kind::Deployment, Purpose::Identity, Extension::has_endpoint),
    row("amlarc-identity-proxy", Kind::Deployment, Purpose::Identity, Extension::has_endpoint),
    row("azureml-fe", Kind::Deployment, Purpose::Router, Extension::has_endpoint),
    row(
        "inference-operator-controller-manager",
        Kind::Deployment,
        Purpose::Endpoints,
        Extension::has_endpoint,
    ),
    row("metrics-controller-manager", Kind::Deployment, Purpose::MetricsController, always),
    row("relayserver", Kind::Deployment, Purpose::RelayServer, always),
    row("cluster-status-reporter", Kind::Deployment, Purpose::Status, always),
    row("nfd-master", Kind::Deployment, Purpose::NodeFeatures, Extension::trains),
    row("gateway", Kind::Deployment, Purpose::Gateway, always),
    row("csi-blob-controller", Kind::Deployment, Purpose::Blobs, Extension::trains),
    row("csi-blob-node", Kind::DaemonSet, Purpose::Blobs, Extension::trains),
    row("fluent-bit", Kind::DaemonSet, Purpose::Logs, always),
    row("k8s-host-device-plugin-daemonset", Kind::DaemonSet, Purpose::Devices, always),
    row("nfd-worker", Kind::DaemonSet, Purpose::NodeFeatures, Extension::trains),
    row("prometheus-prom-prometheus", Kind::StatefulSet, Purpose::Metrics, always),
    row("frameworkcontroller", Kind::StatefulSet, Purpose::Framework, Extension::trains),
];

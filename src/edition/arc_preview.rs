//! Edition `arc-preview`: the settings of the 2021 preview. k8s-extension 1.2.0 replaced the private-endpoint keys,
//! 1.2.2 renamed the one for high availability.

use super::current::{exposed, pem_file};
use super::kubernetes::{ExtensionEdition, Needs, Setting, unless, when};
use super::openshift::{Account, Home, account, azureml, of_extension};
use crate::base::source;
use crate::edition::resource::{Does, Kind, ResourceRow, always, row};
use crate::model::choice::Exposure;
use crate::model::scenario::Extension;

pub(super) const EDITION: ExtensionEdition = ExtensionEdition {
    settings: SETTINGS,
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

/// Every setting, in the order in which it is written.
pub const SETTINGS: &[Setting] = &[
    Setting::older("enableTraining", |key, s| when(key, s.workload.trains())).off(),
    Setting::older("enableInference", |key, s| when(key, s.workload.endpoint().is_some())).off(),
    Setting::older("privateEndpointNodeport", |key, s| {
        exposed(s, |exposure| when(key, exposure == Exposure::NodePort))
    })
    .off()
    .needs(Needs::Inference),
    // An exposure that the preview does not have has left its placeholder one row above.
    Setting::older("privateEndpointILB", |key, s| when(key, s.exposure() == Some(Exposure::Internal)))
        .off()
        .needs(Needs::Inference),
    Setting::older("allowInsecureConnections", |key, s| when(key, s.is_http())).off().needs(Needs::Inference),
    Setting::older("inferenceLoadBalancerHA", |key, s| {
        unless(key, s.workload.endpoint().is_none_or(|endpoint| endpoint.router_ha))
    })
    .on()
    .needs(Needs::Inference),
    Setting::older("installNvidiaDevicePlugin", |key, s| unless(key, s.nvidia_plugin)).on(),
    Setting::older("logAnalyticsWS", |key, s| when(key, s.log_analytics)).off(),
    Setting::older("openshift", |key, s| when(key, s.cluster.is_openshift())).off(),
    Setting::protected("sslCertPemFile", source::CLI_HISTORY, |key, s| pem_file(key, s, |cert, _| cert))
        .needs(Needs::Inference),
    Setting::protected("sslKeyPemFile", source::CLI_HISTORY, |key, s| {
        pem_file(key, s, |_, key_file| key_file)
    })
    .needs(Needs::Inference),
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

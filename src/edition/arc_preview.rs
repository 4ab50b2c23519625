//! Edition `arc-preview`: the settings of the 2021 preview. k8s-extension 1.2.0 replaced the private-endpoint keys,
//! 1.2.2 renamed the one for high availability.

use super::current::{exposed, pem_file};
use super::kubernetes::{ExtensionEdition, Setting, unless, when};
use crate::choice::Exposure;
use crate::plan::Word;
use crate::resource::{Kind, ResourceRow, always, inference, row, training};
use crate::scenario::{ClusterKind, Extension};
use crate::source;

pub(super) const EDITION: ExtensionEdition = ExtensionEdition {
    settings: SETTINGS,
    compute_type: "kubernetes",
    bring_own_load_balancer: false,
    attach_no_wait: true,
};

const fn setting(key: &'static str, words: fn(&'static str, &Extension) -> Vec<Word>) -> Setting {
    Setting { key, protected: false, source: source::DEPLOY, words }
}

const fn protected(key: &'static str, words: fn(&'static str, &Extension) -> Vec<Word>) -> Setting {
    Setting { key, protected: true, source: source::DEPLOY, words }
}

/// Every setting, in the order in which it is written.
pub const SETTINGS: &[Setting] = &[
    setting("enableTraining", |key, s| when(key, s.workload.trains())),
    setting("enableInference", |key, s| when(key, s.workload.endpoint().is_some())),
    setting("privateEndpointNodeport", |key, s| {
        exposed(s, |exposure| when(key, exposure == Exposure::NodePort))
    }),
    // An exposure that the preview does not have has left its placeholder one row above.
    setting("privateEndpointILB", |key, s| when(key, s.exposure() == Some(Exposure::Internal))),
    setting("allowInsecureConnections", |key, s| when(key, s.is_http())),
    setting("inferenceLoadBalancerHA", |key, s| {
        unless(key, s.workload.endpoint().is_none_or(|endpoint| endpoint.router_ha))
    }),
    setting("installNvidiaDevicePlugin", |key, s| unless(key, s.nvidia_plugin)),
    setting("logAnalyticsWS", |key, s| when(key, s.log_analytics)),
    setting("openshift", |key, s| {
        when(key, matches!(s.cluster.kind, ClusterKind::Arc { openshift: true, .. }))
    }),
    protected("sslCertPemFile", |key, s| pem_file(key, s, |cert, _| cert)),
    protected("sslKeyPemFile", |key, s| pem_file(key, s, |_, key_file| key_file)),
];

/// What the extension makes, as the documents of the preview list it.
pub const RESOURCES: &[ResourceRow] = &[
    row("Azure Service Bus", Kind::Azure, always),
    row("Azure Relay", Kind::Azure, always),
    row("{EXT}", Kind::Azure, always),
    row("aml-operator", Kind::Deployment, training),
    row("{EXT}-kube-state-metrics", Kind::Deployment, always),
    row("{EXT}-prometheus-operator", Kind::Deployment, always),
    row("amlarc-identity-controller", Kind::Deployment, inference),
    row("amlarc-identity-proxy", Kind::Deployment, inference),
    row("azureml-fe", Kind::Deployment, inference),
    row("inference-operator-controller-manager", Kind::Deployment, inference),
    row("metrics-controller-manager", Kind::Deployment, always),
    row("relayserver", Kind::Deployment, always),
    row("cluster-status-reporter", Kind::Deployment, always),
    row("nfd-master", Kind::Deployment, training),
    row("gateway", Kind::Deployment, always),
    row("csi-blob-controller", Kind::Deployment, training),
    row("csi-blob-node", Kind::DaemonSet, training),
    row("fluent-bit", Kind::DaemonSet, always),
    row("k8s-host-device-plugin-daemonset", Kind::DaemonSet, always),
    row("nfd-worker", Kind::DaemonSet, training),
    row("prometheus-prom-prometheus", Kind::StatefulSet, always),
    row("frameworkcontroller", Kind::StatefulSet, training),
];

//! Edition `current`: the settings of k8s-extension 1.2.3 and newer, as
//! <https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension> lists them and the CLI's own
//! validator checks them.

use super::kubernetes::{ExtensionEdition, Needs, Setting, secret, unless, when};
use super::openshift::{Account, Home, account, azureml, of_extension};
use crate::base::source;
use crate::edition::resource::{Does, Kind, ResourceRow, always, row, row_of};
use crate::model::choice::Exposure;
use crate::model::scenario::{Certificate, Extension, Slot, Transport};
use crate::model::value::{PemPath, Value};
use crate::plan::Word;

pub(super) const EDITION: ExtensionEdition = ExtensionEdition {
    settings: SETTINGS,
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

/// Every setting, in the order in which it is written.
pub const SETTINGS: &[Setting] = &[
    Setting::plain("enableTraining", |key, s| when(key, s.workload.trains())).off(),
    Setting::plain("enableInference", |key, s| when(key, s.workload.endpoint().is_some())).off(),
    Setting::plain("inferenceRouterServiceType", |key, s| exposed(s, |exposure| service_type(key, exposure)))
        .needs(Needs::Inference),
    Setting::plain("internalLoadBalancerProvider", |key, s| match s.exposure() {
        Some(Exposure::Internal) => vec![Word::fixed(key).and_fixed("=azure")],
        _ => Vec::new(),
    })
    .needs(Needs::Inference),
    Setting::plain("allowInsecureConnections", |key, s| when(key, s.is_http())).off().needs(Needs::Inference),
    Setting::plain("sslCname", |key, s| match https(s) {
        Some((_, cname)) => vec![key_slot(key, cname)],
        None => Vec::new(),
    })
    .needs(Needs::Inference),
    Setting::plain("sslSecret", |key, s| match secret(s) {
        Some((name, _, _)) => vec![key_slot(key, name)],
        None => Vec::new(),
    })
    .needs(Needs::Inference),
    Setting::plain("inferenceRouterHA", |key, s| {
        unless(key, s.workload.endpoint().is_none_or(|e| e.router_ha))
    })
    .on()
    .needs(Needs::Inference),
    Setting::plain("installNvidiaDevicePlugin", |key, s| when(key, s.nvidia_plugin)).off(),
    Setting::plain("installPromOp", |key, s| unless(key, s.prometheus_operator)).on(),
    Setting::plain("installVolcano", |key, s| unless(key, s.volcano || !s.workload.trains()))
        .on()
        .needs(Needs::Training),
    Setting::plain("installDcgmExporter", |key, s| when(key, s.dcgm_exporter)).off(),
    Setting::plain("nodeSelector", |_, s| node_selector(s)),
    Setting::protected("sslCertPemFile", source::TLS, |key, s| pem_file(key, s, |cert, _| cert))
        .needs(Needs::Inference),
    Setting::protected("sslKeyPemFile", source::TLS, |key, s| pem_file(key, s, |_, key_file| key_file))
        .needs(Needs::Inference),
];

/// The words of a setting that depends on the exposure. One that the edition does not have leaves its placeholder, so
/// that no endpoint is opened in another way than the one that was asked for.
pub(super) fn exposed(scenario: &Extension, words: impl Fn(Exposure) -> Vec<Word>) -> Vec<Word> {
    match scenario.workload.endpoint().map(|endpoint| &endpoint.exposure) {
        None => Vec::new(),
        Some(Slot { value: Some(exposure), .. }) => words(*exposure),
        Some(Slot { value: None, field }) => vec![Word::placeholder(*field)],
    }
}

fn service_type(key: &'static str, exposure: Exposure) -> Vec<Word> {
    let value = match exposure {
        Exposure::Public | Exposure::Internal => "=LoadBalancer",
        Exposure::NodePort => "=NodePort",
        Exposure::ClusterIp => "=ClusterIP",
    };
    vec![Word::fixed(key).and_fixed(value)]
}

fn https(scenario: &Extension) -> Option<(&Certificate, &Slot<crate::model::value::DnsName>)> {
    match &scenario.workload.endpoint()?.transport {
        Transport::Http => None,
        Transport::Https { certificate, cname } => Some((certificate, cname)),
    }
}

fn key_slot<T: Value>(key: &'static str, slot: &Slot<T>) -> Word {
    Word::fixed(key).and_fixed("=").and_slot(slot)
}

type Files<'a> = &'a Slot<PemPath>;

/// `key=path` of one of the two PEM files, where the certificate comes from files.
pub(super) fn pem_file(
    key: &'static str,
    scenario: &Extension,
    which: for<'a> fn(Files<'a>, Files<'a>) -> Files<'a>,
) -> Vec<Word> {
    match https(scenario) {
        Some((Certificate::Files { cert, key: key_file }, _)) => vec![key_slot(key, which(cert, key_file))],
        _ => Vec::new(),
    }
}

/// `nodeSelector.<label>=<value>`, one a label.
fn node_selector(scenario: &Extension) -> Vec<Word> {
    let prefix = || Word::fixed("nodeSelector.");
    match &scenario.node_selector {
        None => Vec::new(),
        Some(slot @ Slot { value: None, .. }) => vec![prefix().and_slot(slot)],
        Some(Slot { value: Some(labels), field }) => {
            labels.iter().map(|label| prefix().and_checked(label, *field)).collect()
        }
    }
}

/// What the extension makes, as <https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension>
/// lists it.
pub const RESOURCES: &[ResourceRow] = &[
    row("Azure Relay", Kind::Azure, Does::Relay, Extension::is_arc),
    row("{EXT}", Kind::Azure, Does::Extension, always),
    row("relayserver", Kind::Deployment, Does::RelayServer, Extension::is_arc),
    row("gateway", Kind::Deployment, Does::Gateway, always),
    row("aml-operator", Kind::Deployment, Does::TrainingJobs, Extension::trains),
    row("metrics-controller-manager", Kind::Deployment, Does::MetricsController, always),
    row("{EXT}-kube-state-metrics", Kind::Deployment, Does::KubeStateMetrics, always),
    row_of("installPromOp", "{EXT}-prometheus-operator", Kind::Deployment, Does::PrometheusOperator, |s| {
        s.prometheus_operator
    }),
    row("amlarc-identity-controller", Kind::Deployment, Does::Identity, Extension::has_endpoint),
    row("amlarc-identity-proxy", Kind::Deployment, Does::Identity, Extension::has_endpoint),
    row("azureml-fe-v2", Kind::Deployment, Does::Router, Extension::has_endpoint),
    row("inference-operator-controller-manager", Kind::Deployment, Does::Endpoints, Extension::has_endpoint),
    row_of("installVolcano", "volcano-admission", Kind::Deployment, Does::Scheduler, Extension::has_volcano),
    row_of(
        "installVolcano",
        "volcano-controllers",
        Kind::Deployment,
        Does::Scheduler,
        Extension::has_volcano,
    ),
    row_of("installVolcano", "volcano-scheduler", Kind::Deployment, Does::Scheduler, Extension::has_volcano),
    row("fluent-bit", Kind::DaemonSet, Does::Logs, always),
    row_of("installDcgmExporter", "{EXT}-dcgm-exporter", Kind::DaemonSet, Does::GpuMetrics, |s| {
        s.dcgm_exporter
    }),
    row_of("installNvidiaDevicePlugin", "nvidia-device-plugin-daemonset", Kind::DaemonSet, Does::Gpus, |s| {
        s.nvidia_plugin
    }),
    row("prometheus-prom-prometheus", Kind::StatefulSet, Does::Metrics, always),
];

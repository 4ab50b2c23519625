//! The rows: every setting that the wizard or the Azure CLI knows. Those that the wizard asks for come first, in the order
//! in which they are written.
//!
//! - `current`: <https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension> and the CLI's own
//!   validator, k8s-extension 1.2.3 and newer.
//! - `arc-preview`: the preview of 2021. k8s-extension 1.2.0 replaced the keys for private endpoints, 1.2.2 the one for high
//!   availability.
//! - What the CLI adds by itself: its source, and requests recorded from it.

use super::{Needs, OFF, ON, SettingRow, Successor, ValueForm};
use crate::base::ids::ids;
use crate::base::source;
use crate::model::choice::Exposure;
use crate::model::field::Field;
use crate::model::scenario::{Certificate, Extension, Slot};
use crate::model::value::selector::pieces;
use crate::model::value::{Checked, PemPath, Value};
use crate::plan::Word;

macro_rules! settings {
    ($($(#[$doc:meta])* $key:ident $text:literal
        $form:ident($($argument:expr),*) $(.$fact:ident($($value:expr),*))*;)+) => {
        ids! {
            /// The keys, case-sensitive.
            SettingKey { $($(#[$doc])* $key $text,)+ }
        }

        impl SettingKey {
            /// What is known about it.
            pub fn row(self) -> &'static SettingRow {
                match self {
                    $(Self::$key => const {
                        &SettingRow::$form(SettingKey::$key, $($argument),*)$(.$fact($($value),*))*
                    },)+
                }
            }
        }
    };
}

settings! {
    // Asked for.

    /// Training jobs and batch inference.
    EnableTraining "enableTraining" switch(Field::Workload, Extension::trains)
        .current(Some(OFF), source::DEPLOY).preview(Some(OFF));
    /// Real-time inference.
    EnableInference "enableInference" switch(Field::Workload, Extension::has_endpoint)
        .current(Some(OFF), source::DEPLOY).preview(Some(OFF));
    /// How endpoints are reached.
    InferenceRouterServiceType "inferenceRouterServiceType" pairs(ValueForm::OneOf(SERVICE_TYPES), Field::Exposure, exposed_with)
        .current(None, source::DEPLOY).needs(Needs::Inference);
    /// Who provides an internal load balancer.
    InternalLoadBalancerProvider "internalLoadBalancerProvider" pairs(ValueForm::OneOf(PROVIDERS), Field::Exposure, provided_by)
        .current(None, source::DEPLOY).needs(Needs::Inference);
    /// Endpoints at a port of every node.
    PrivateEndpointNodeport "privateEndpointNodeport" pairs(ValueForm::Switch, Field::Exposure, at_node_port)
        .preview(Some(OFF)).needs(Needs::Inference).successor(Successor::WhenOn(exposed_by(Exposure::NodePort)));
    /// Endpoints behind an internal load balancer. An exposure that the preview does not have has left its placeholder at the
    /// key above.
    PrivateEndpointIlb "privateEndpointILB" switch(Field::Exposure, |s| s.exposure() == Some(Exposure::Internal))
        .preview(Some(OFF)).needs(Needs::Inference).successor(Successor::WhenOn(exposed_by(Exposure::Internal)));
    /// HTTP.
    AllowInsecureConnections "allowInsecureConnections" switch(Field::Transport, Extension::is_http)
        .current(Some(OFF), source::DEPLOY).preview(Some(OFF)).needs(Needs::Inference);
    /// The name in the certificate.
    SslCname "sslCname" pairs(ValueForm::Text, Field::Cname, cname)
        .current(None, source::DEPLOY).accepted_in_preview().needs(Needs::Inference);
    /// A secret that contains certificate and key.
    SslSecret "sslSecret" pairs(ValueForm::Text, Field::TlsSecret, secret)
        .current(None, source::DEPLOY).needs(Needs::Inference);
    /// Three routers.
    InferenceRouterHa "inferenceRouterHA" switch(Field::RouterHa, has_three_routers)
        .current(Some(ON), source::DEPLOY).needs(Needs::Inference);
    /// Three routers, in the preview.
    InferenceLoadBalancerHa "inferenceLoadBalancerHA" switch(Field::RouterHa, has_three_routers)
        .preview(Some(ON)).needs(Needs::Inference).successor(Successor::Renamed(SettingKey::InferenceRouterHa));
    /// The NVIDIA device plug-in.
    InstallNvidiaDevicePlugin "installNvidiaDevicePlugin" switch(Field::NvidiaPlugin, |s| s.nvidia_plugin)
        .current(Some(OFF), source::DEPLOY).preview(Some(ON));
    /// The Prometheus operator.
    InstallPromOp "installPromOp" switch(Field::PrometheusOperator, |s| s.prometheus_operator)
        .current(Some(ON), source::DEPLOY);
    /// The Volcano scheduler. Without training it is not written.
    InstallVolcano "installVolcano" switch(Field::Volcano, |s| s.volcano || !s.trains())
        .current(Some(ON), source::DEPLOY).needs(Needs::Training);
    /// The exporter of GPU metrics.
    InstallDcgmExporter "installDcgmExporter" switch(Field::DcgmExporter, |s| s.dcgm_exporter)
        .current(Some(OFF), source::DEPLOY);
    /// A workspace for logs.
    LogAnalyticsWs "logAnalyticsWS" switch(Field::LogAnalytics, |s| s.log_analytics)
        .accepted_in_current().preview(Some(OFF)).successor(Successor::LeftOut);
    /// OpenShift. In `current`, the CLI detects it.
    Openshift "openshift" switch(Field::Openshift, |s| s.cluster.is_openshift())
        .accepted_in_current().preview(Some(OFF)).successor(Successor::LeftOut);
    /// A label that nodes must have.
    NodeSelector "nodeSelector" pairs(ValueForm::Label, Field::NodeSelector, node_selector)
        .current(None, source::DEPLOY).accepted_in_preview();
    /// The certificate.
    SslCertPemFile "sslCertPemFile" pairs(ValueForm::Path, Field::CertFile, cert_file)
        .current(None, source::TLS).preview(None).needs(Needs::Inference).protected();
    /// Its private key. Microsoft's pages of 2022 printed the first other name, the documents of the preview the second.
    SslKeyPemFile "sslKeyPemFile" pairs(ValueForm::Path, Field::KeyFile, key_file)
        .current(None, source::TLS).preview(None).needs(Needs::Inference).protected()
        .formerly(&["sslCertKeyFile", "ssKeyPMFile"]);

    // Known, not asked for: settings that the CLI determines and adds when it creates the extension.

    /// The cluster's resource id.
    ClusterName "cluster_name" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// The cluster's resource id.
    ClusterId "clusterId" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// The cluster's resource id, for Prometheus.
    PrometheusClusterName "prometheus.prometheusSpec.externalLabels.cluster_name" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// The cluster's name.
    ClusterNameFriendly "cluster_name_friendly" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// The domain of the cluster's region.
    Domain "domain" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// The cluster's region.
    Location "location" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// The cluster's region, for jobs.
    JobSchedulerLocation "jobSchedulerLocation" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// Whether the cluster is large enough for production. The CLI writes `DevTest` for fewer than three nodes.
    ClusterPurpose "clusterPurpose" known(ValueForm::OneOf(&[DEV_TEST, FAST_PROD]))
        .current(None, source::CLI_UPDATE_ML);
    /// Service Bus. The CLI writes `false`.
    ServicebusEnabled "servicebus.enabled" known(ValueForm::Switch).current(None, source::CLI_UPDATE_ML);
    /// The Service Bus.
    ServicebusResourceId "servicebus.resourceID" known(ValueForm::Text).current(None, source::CLI_UPDATE_ML);
    /// A topic of Service Bus.
    ServicebusComputeTopic "servicebus.topicSubMapping.computestate-updatedby-computeprovider" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// A topic of Service Bus.
    ServicebusJobTopic "servicebus.topicSubMapping.jobstate-updatedby-computeprovider" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// Azure Relay. The CLI writes `true` for an Arc cluster and `false` for AKS.
    RelayserverEnabled "relayserver.enabled" known(ValueForm::Switch).current(None, source::CLI_UPDATE_ML);
    /// The hybrid connection of Azure Relay.
    RelayserverHybridConnectionId "relayserver.hybridConnectionResourceID" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// The name of the hybrid connection.
    RelayserverHybridConnectionName "relayserver.hybridConnectionName" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// The ingress controller. The CLI writes `true` for AKS and `false` for an Arc cluster.
    NginxIngressEnabled "nginxIngress.enabled" known(ValueForm::Switch).current(None, source::CLI_UPDATE_ML);
    /// Endpoints at a port of every node.
    ScoringFeNodePort "scoringFe.serviceType.nodePort" known(ValueForm::Switch)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference);
    /// Endpoints behind an internal load balancer.
    ScoringFeInternalLoadBalancer "scoringFe.serviceType.internalLoadBalancer" known(ValueForm::Switch)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference);
    /// A secret that contains certificate and key.
    ScoringFeSslSecret "scoringFe.sslSecret" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference);
    /// The namespace of the router that is moved from AKS.
    ScoringFeNamespace "scoringFe.namespace" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference);
    /// Whether the extension takes over from `AksCompute`.
    IsAksMigration "isAKSMigration" known(ValueForm::Switch).current(None, source::CLI_UPDATE_ML);
    /// Log Analytics.
    AzureLogAnalyticsEnabled "azure_log_analytics.enabled" known(ValueForm::Switch).current(None, source::CLI_UPDATE_ML);
    /// The workspace of Log Analytics.
    AzureLogAnalyticsCustomerId "azure_log_analytics.customer_id" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML);
    /// The certificate, encoded.
    ScoringFeSslCert "scoringFe.sslCert" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference).protected();
    /// The private key, encoded.
    ScoringFeSslKey "scoringFe.sslKey" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).needs(Needs::Inference).protected();
    /// The connection string of Azure Relay, as users write it.
    RelayConnectionString "relayServerConnectionString" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).protected();
    /// The connection string of Azure Relay, as the chart takes it.
    ChartRelayConnectionString "relayserver.relayConnectionString" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).protected();
    /// The connection string of Service Bus, as users write it.
    ServiceBusConnectionString "serviceBusConnectionString" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).protected();
    /// The connection string of Service Bus, as the chart takes it.
    ChartServiceBusConnectionString "servicebus.connectionString" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).protected();
    /// The key of the Log Analytics workspace.
    AzureLogAnalyticsConnectionString "azure_log_analytics.connection_string" known(ValueForm::Text)
        .current(None, source::CLI_UPDATE_ML).protected();

    // Known, not asked for: settings for clusters that already have some of the components.

    /// The class of the ingress controller, if the cluster has another ingress-nginx.
    NginxIngressController "nginxIngress.controller" known(ValueForm::Text).current(None, source::TROUBLESHOOT);
    /// How many processes the ingress controller runs, on nodes with many cores.
    NginxIngressWorkers "nginxIngress.controllerConfig.worker-processes" known(ValueForm::Text)
        .current(None, source::TROUBLESHOOT);
    /// How much memory the ingress controller may use.
    NginxIngressMemory "nginxIngress.resources.controller.limits.memory" known(ValueForm::Text)
        .current(None, source::TROUBLESHOOT);
    /// The user's own configuration of Volcano, without the gang plug-in.
    VolcanoSchedulerConfig "volcanoScheduler.schedulerConfigMap" known(ValueForm::Text)
        .current(None, source::TROUBLESHOOT).needs(Needs::Training);
    /// Whether jobs start without a check that their resources exist.
    SkipResourceValidation "amloperator.skipResourceValidation" known(ValueForm::Switch)
        .current(None, source::TROUBLESHOOT).needs(Needs::Training);
    /// Whether people can connect to a job while it runs.
    InteractiveProxy "amloperator.enableInteractiveProxy" known(ValueForm::Switch)
        .current(None, source::INTERACTIVE_JOBS).needs(Needs::Training);
    /// The port of those connections.
    InteractiveProxyPort "amloperator.interactiveProxyPort" known(ValueForm::Text)
        .current(None, source::INTERACTIVE_JOBS).needs(Needs::Training);
    /// Whether the extension may run beside the router of an `AksCompute`.
    ScoringFeEnableUpgrade "scoringFe.enableUpgrade" known(ValueForm::Switch)
        .current(None, source::AKS_SIDE_BY_SIDE).needs(Needs::Inference);
}

/// The purpose of a cluster with fewer than three nodes.
pub(crate) const DEV_TEST: &str = "DevTest";
/// The purpose of a larger cluster. It is the default.
pub(crate) const FAST_PROD: &str = "FastProd";

/// A kind of service.
pub(crate) const LOAD_BALANCER: &str = "LoadBalancer";
/// A kind of service.
pub(crate) const NODE_PORT: &str = "NodePort";
/// A kind of service.
pub(crate) const CLUSTER_IP: &str = "ClusterIP";
const SERVICE_TYPES: &[&str] = &[LOAD_BALANCER, NODE_PORT, CLUSTER_IP];
const AZURE: &str = "azure";
const PROVIDERS: &[&str] = &[AZURE];

/// The settings by which `current` exposes endpoints.
pub(crate) const fn exposed_by(exposure: Exposure) -> &'static [(SettingKey, &'static str)] {
    const SERVICE: SettingKey = SettingKey::InferenceRouterServiceType;
    match exposure {
        Exposure::Public => &[(SERVICE, LOAD_BALANCER)],
        Exposure::Internal => &[(SERVICE, LOAD_BALANCER), (SettingKey::InternalLoadBalancerProvider, AZURE)],
        Exposure::NodePort => &[(SERVICE, NODE_PORT)],
        Exposure::ClusterIp => &[(SERVICE, CLUSTER_IP)],
    }
}

/// The words of a setting that depends on the exposure. An exposure that the edition does not have becomes a
/// placeholder, so that endpoints are never exposed in a way that the user did not choose.
fn exposed(scenario: &Extension, words: impl Fn(Exposure) -> Vec<Word>) -> Vec<Word> {
    match scenario.workload.endpoint().map(|endpoint| &endpoint.exposure) {
        None => Vec::new(),
        Some(Slot { value: Some(exposure), .. }) => words(*exposure),
        Some(Slot { value: None, field }) => vec![Word::placeholder(*field)],
    }
}

/// The value of this key in `current` for an exposure.
fn exposure_words(key: SettingKey, exposure: Exposure) -> Vec<Word> {
    let pairs = exposed_by(exposure).iter().filter(|(known, _)| *known == key);
    pairs.map(|(key, value)| pair(*key).and_fixed(value)).collect()
}

fn exposed_with(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    exposed(scenario, |exposure| exposure_words(key, exposure))
}

fn provided_by(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    scenario.exposure().map(|exposure| exposure_words(key, exposure)).unwrap_or_default()
}

fn at_node_port(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    exposed(scenario, |exposure| match exposure {
        Exposure::NodePort => vec![Word::flag(key.id(), true)],
        _ => Vec::new(),
    })
}

/// Whether a scenario has three routers. Also true if it has no endpoint, so that nothing is written.
fn has_three_routers(scenario: &Extension) -> bool {
    scenario.workload.endpoint().is_none_or(|endpoint| endpoint.router_ha)
}

/// `key=`.
fn pair(key: SettingKey) -> Word {
    Word::fixed(key.id()).and_fixed("=")
}

fn key_slot<T: Value>(key: SettingKey, slot: &Slot<T>) -> Word {
    pair(key).and_slot(slot)
}

fn cname(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    scenario.https().map(|(_, cname)| key_slot(key, cname)).into_iter().collect()
}

fn secret(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    scenario.secret().map(|(name, _, _)| key_slot(key, name)).into_iter().collect()
}

/// The two PEM files, if the certificate comes from files.
fn files(scenario: &Extension) -> Option<(&Slot<PemPath>, &Slot<PemPath>)> {
    match scenario.https()? {
        (Certificate::Files { cert, key }, _) => Some((cert, key)),
        (Certificate::Secret { .. }, _) => None,
    }
}

fn cert_file(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    files(scenario).map(|(cert, _)| key_slot(key, cert)).into_iter().collect()
}

fn key_file(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    files(scenario).map(|(_, key_file)| key_slot(key, key_file)).into_iter().collect()
}

/// `nodeSelector.<label>=<value>`, once for each label. A full stop separates the levels of a key, so those of a label get a
/// backslash. <https://learn.microsoft.com/azure/aks/dapr-settings> says so of the extensions of a cluster; without it, the
/// installation of one failed: <https://github.com/Azure/AKS/issues/2645>.
fn node_selector(key: SettingKey, scenario: &Extension) -> Vec<Word> {
    let prefix = || Word::fixed(key.id()).and_fixed(".");
    match &scenario.node_selector {
        None => Vec::new(),
        Some(slot @ Slot { value: None, .. }) => vec![prefix().and_slot(slot)],
        Some(Slot { value: Some(labels), field }) => {
            let word = |label: Checked<'_>| {
                let pieces = pieces(label).map(|piece| Word::checked(piece, *field)).collect();
                prefix().and(Word::joined(pieces, "\\."))
            };
            labels.iter().map(word).collect()
        }
    }
}

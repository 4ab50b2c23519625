//! English: presets, the differences between two scenarios, the effects of an update.

use crate::analysis::compare::{Change, FieldDifference};
use crate::analysis::update::{ReasonId, WarningId};
use crate::i18n::{Message, message, texts};
use crate::model::field::Field;
use crate::model::preset::PresetId;
use crate::model::value::{PemPath, Region, Value};

texts! {
    /// The standalone texts of a comparison.
    CompareText "compare" {
        From "from:",
        To "to:",
        Answers "Answers that differ",
        Commands "Commands that differ",
        Alike "No differences.",
        Errors "The new plan has errors",
        Update "Update the installed extension",
        UpdateFirst "Run these steps of the new plan first:",
        UpdateNothing "The installed extension does not change.",
        Recreate "An update cannot make this change",
        RecreateDelete "Run these steps of the old plan:",
        RecreateCreate "Then run these from the new plan:",
        Reattach "These answers belong to the compute, not to the extension. Detach the compute and attach it again; the extension does not change.",
        ReattachDetach "From the old plan:",
        ReattachAttach "From the new plan:",
        Unset "(not set)",
    }
}

pub(super) fn change(change: Change) -> Message {
    match change {
        Change::Added => message!("change.added", "new"),
        Change::Removed => message!("change.removed", "removed"),
        Change::Changed => message!("change.changed", "changed"),
    }
}

/// Title and help.
pub(super) fn preset(preset: PresetId) -> (Message, Message) {
    match preset {
        PresetId::ProofOfConcept => (
            message!("preset.proof-of-concept.name", "Proof of concept"),
            message!(
                "preset.proof-of-concept.help",
                "Training and inference on AKS over HTTP, one router. Not for production."
            ),
        ),
        PresetId::ArcTraining => (
            message!("preset.arc-training.name", "Training on Arc"),
            message!("preset.arc-training.help", "Training jobs and batch inference, no endpoints."),
        ),
        PresetId::ProductionHttps => (
            message!("preset.production-https.name", "Production on AKS"),
            message!(
                "preset.production-https.help",
                "Training and inference behind a public load balancer, with HTTPS and three routers."
            ),
        ),
        PresetId::PrivateHttps => (
            message!("preset.private-https.name", "Private on AKS"),
            message!(
                "preset.private-https.help",
                "As in production, but endpoints have an address only in the virtual network."
            ),
        ),
        PresetId::OnPremisesGpu => (
            message!("preset.on-premises-gpu.name", "GPUs on premises"),
            message!(
                "preset.on-premises-gpu.help",
                "An Arc cluster with NVIDIA GPUs and their metrics; endpoints with HTTPS on a port of every node."
            ),
        ),
        PresetId::Openshift => (
            message!("preset.openshift.name", "OpenShift"),
            message!(
                "preset.openshift.help",
                "Training and inference on ARO or OCP; your own route leads to the endpoints."
            ),
        ),
        PresetId::DevelopmentNodePort => (
            message!("preset.development-node-port.name", "Development with NodePort"),
            message!(
                "preset.development-node-port.help",
                "No load balancer, no certificate, one router. For a network that nobody else uses."
            ),
        ),
        PresetId::LegacyAksCompute => (
            message!("preset.legacy-aks-compute.name", "Legacy AksCompute"),
            message!(
                "preset.legacy-aks-compute.help",
                "A new AKS cluster through CLI and SDK v1, which are out of support."
            ),
        ),
    }
}

/// The consequence of a changed answer.
pub(super) fn difference(difference: &FieldDifference) -> Message {
    let (field, was) = (difference.field, difference.was.as_deref());
    match difference.is.as_deref() {
        None => gone(field),
        Some(is) => name(field, was, is)
            .or_else(|| cluster(field, was, is))
            .or_else(|| endpoint(field, is))
            .or_else(|| settings(field, is))
            .or_else(|| workspace(field, is))
            .unwrap_or_else(|| aks_compute(field, is)),
    }
}

/// A name that is not known to be different. Azure compares names case-insensitively.
fn name(field: Field, was: Option<&str>, is: &str) -> Option<Message> {
    Some(match (field, was) {
        (Field::WorkspaceResourceGroup, None) => {
            message!(
                "difference.workspace-resource-group.none",
                "The workspace is expected in this resource group. If none is given, it is that of the cluster."
            )
        }
        (Field::WorkspaceSubscription, None) => {
            message!(
                "difference.workspace-subscription.none",
                "The workspace is expected in this subscription. If none is given, it is that of the cluster."
            )
        }
        (Field::Subscription | Field::ResourceGroup | Field::ClusterName | Field::Workspace, None) => {
            message!(
                "difference.subscription.none",
                "It was not given before, so it is not known to be another."
            )
        }
        (
            Field::Subscription
            | Field::ResourceGroup
            | Field::ClusterName
            | Field::ExtensionName
            | Field::Workspace
            | Field::WorkspaceResourceGroup
            | Field::WorkspaceSubscription
            | Field::ComputeName,
            Some(was),
        ) if was.eq_ignore_ascii_case(is) => {
            message!("difference.same-name", "The same name: Azure ignores the case of letters.")
        }
        (Field::Region, Some(was)) if is_same::<Region>(was, is) => message!(
            "difference.same-region",
            "The same region: Azure ignores spaces and the case of letters."
        ),
        (Field::CertFile | Field::KeyFile, Some(was)) if is_same::<PemPath>(was, is) => {
            message!("difference.same-path", "The same file: each is a spelling of your home folder.")
        }
        _ => return None,
    })
}

/// Whether two texts of a kind have the same meaning.
fn is_same<T: Value>(one: &str, other: &str) -> bool {
    match (T::parse(one), T::parse(other)) {
        (Ok(one), Ok(other)) => one.checked() == other.checked(),
        _ => false,
    }
}

/// The cluster and its workload.
fn cluster(field: Field, was: Option<&str>, is: &str) -> Option<Message> {
    Some(match (field, is) {
        (Field::Edition, "current") => {
            message!(
                "difference.edition.current",
                "The extension has other keys here: an older installation is deleted and created again."
            )
        }
        (Field::Edition, "arc-preview") => {
            message!(
                "difference.edition.arc-preview",
                "The keys of 2021, which k8s-extension 1.2.0 replaced. It is out of support: plan to move back."
            )
        }
        (Field::Edition, _) => {
            message!(
                "difference.edition",
                "A compute of the first generation, without the extension. It is out of support."
            )
        }
        (Field::Cluster, "aks") => {
            message!(
                "difference.cluster.aks",
                "Azure reaches the cluster directly: neither Azure Arc nor Azure Relay is needed."
            )
        }
        (Field::Cluster, _) => {
            message!(
                "difference.cluster",
                "The cluster is connected to Azure Arc, and the extension creates an Azure Relay in its resource group."
            )
        }
        (Field::Openshift, "yes") => {
            message!(
                "difference.openshift.yes",
                "Accounts of the extension need the privileged SCC before it is installed."
            )
        }
        (Field::Openshift, _) => {
            message!("difference.openshift", "No SCC is granted. Revoke those that were.")
        }
        (Field::Connected, "no") => {
            message!("difference.connected.no", "The cluster is connected to Azure Arc first.")
        }
        (Field::Connected, _) => {
            message!("difference.connected", "The step that connects the cluster is left out.")
        }
        (Field::Subscription | Field::ResourceGroup | Field::ClusterName, _) => {
            message!(
                "difference.subscription",
                "Another cluster, unless the name was wrong: each cluster has its own installation."
            )
        }
        (Field::Region, _) => {
            message!("difference.region", "Existing resources do not move to another region.")
        }
        (Field::NodeCount, _) => message!(
            "difference.node-count",
            "Three routers need three nodes; with fewer, switch high availability off."
        ),
        (Field::Workload, is) => workload(was, is),
        _ => return None,
    })
}

/// How endpoints are reached.
fn endpoint(field: Field, is: &str) -> Option<Message> {
    Some(match (field, is) {
        (Field::Exposure, "public") => {
            message!(
                "difference.exposure.public",
                "Endpoints get an address that is reachable from the internet. Protect them with HTTPS."
            )
        }
        (Field::Exposure, "internal") => {
            message!(
                "difference.exposure.internal",
                "Endpoints are reachable only from the virtual network; clients outside lose access."
            )
        }
        (Field::Exposure, "node-port") => {
            message!(
                "difference.exposure.node-port",
                "Endpoints answer on a port of every node. You provide the load balancer in front of it \
                yourself."
            )
        }
        (Field::Exposure, _) => {
            message!(
                "difference.exposure",
                "Only the cluster itself reaches the endpoints. You provide the access from outside yourself."
            )
        }
        (Field::Transport, "http") => {
            message!(
                "difference.transport.http",
                "Requests, answers and keys travel unencrypted. Only for development and test; the URLs change."
            )
        }
        (Field::Transport, _) => {
            message!(
                "difference.transport",
                "Traffic is encrypted. This needs a certificate, and the URLs that clients call change."
            )
        }
        (Field::Certificate, "secret") => {
            message!(
                "difference.certificate.secret",
                "Certificate and key are stored in a secret in namespace azureml. To renew them, change the secret and run an update."
            )
        }
        (Field::Certificate, _) => {
            message!(
                "difference.certificate",
                "Certificate and key are sent with the command, as protected settings. To renew them, run an update."
            )
        }
        (Field::CertFile | Field::KeyFile, _) => {
            message!("difference.cert-file", "Another certificate. Certificate and key must belong together.")
        }
        (Field::TlsSecret, _) => message!(
            "difference.tls-secret",
            "Another secret. It must exist before the extension looks for it."
        ),
        (Field::Cname, _) => {
            message!(
                "difference.cname",
                "Endpoints get another name. The certificate must contain it, and your DNS must resolve it to their address."
            )
        }
        (Field::RouterHa, "no") => {
            message!(
                "difference.router-ha.no",
                "One router instead of three: fewer nodes will do, and endpoints are unavailable while it \
                restarts."
            )
        }
        (Field::RouterHa, _) => {
            message!("difference.router-ha", "Three routers, so that one can fail. They need three nodes.")
        }
        _ => return None,
    })
}

/// Other settings of the extension.
fn settings(field: Field, is: &str) -> Option<Message> {
    Some(match (field, is) {
        (Field::NvidiaPlugin, "no") => message!(
            "difference.nvidia-plugin.no",
            "GPUs are visible only if the cluster already has the plug-in."
        ),
        (Field::NvidiaPlugin, _) => {
            message!(
                "difference.nvidia-plugin",
                "The extension makes GPUs visible. It fails if the cluster already has the plug-in."
            )
        }
        (Field::NvidiaPluginPresent, "no") => message!(
            "difference.nvidia-plugin-present.no",
            "The plug-in that the extension installs is the only one."
        ),
        (Field::NvidiaPluginPresent, _) => message!(
            "difference.nvidia-plugin-present",
            "Two plug-ins would conflict: let the extension install none."
        ),
        (Field::LogAnalytics, "no") => message!(
            "difference.log-analytics.no",
            "No logs are sent to Log Analytics. The workspace that was created stays."
        ),
        (Field::LogAnalytics, _) => message!(
            "difference.log-analytics",
            "A Log Analytics workspace is created for the logs. It may cost money."
        ),
        (Field::Volcano, "no") => {
            message!("difference.volcano.no", "Jobs wait for the cluster's own Volcano scheduler.")
        }
        (Field::Volcano, _) => {
            message!(
                "difference.volcano",
                "The extension installs Volcano. The cluster must not have another."
            )
        }
        (Field::PrometheusOperator, "no") => message!(
            "difference.prometheus-operator.no",
            "Metrics need the cluster's own Prometheus operator."
        ),
        (Field::PrometheusOperator, _) => {
            message!(
                "difference.prometheus-operator",
                "The extension installs the Prometheus operator. The cluster must not have another."
            )
        }
        (Field::DcgmExporter, "no") => message!("difference.dcgm-exporter.no", "No GPU metrics."),
        (Field::DcgmExporter, _) => {
            message!("difference.dcgm-exporter", "GPU metrics are collected on every node.")
        }
        (Field::NodeSelector, _) => {
            message!(
                "difference.node-selector",
                "The extension runs only on nodes with these labels. An update adds and changes labels but removes none."
            )
        }
        (Field::ExtensionName, _) => {
            message!(
                "difference.extension-name",
                "An extension cannot be renamed: delete the old one before you create the new one."
            )
        }
        (Field::AutoUpgrade, "no") => {
            message!(
                "difference.auto-upgrade.no",
                "The extension stays at one version. You have to keep it supported."
            )
        }
        (Field::AutoUpgrade, _) => message!(
            "difference.auto-upgrade",
            "Azure upgrades the extension to newer minor versions automatically."
        ),
        (Field::ExtensionVersion, _) => {
            message!("difference.extension-version", "The extension moves to this version and stays there.")
        }
        _ => return None,
    })
}

/// The workspace and the compute.
fn workspace(field: Field, is: &str) -> Option<Message> {
    Some(match (field, is) {
        (Field::Workspace | Field::WorkspaceResourceGroup | Field::WorkspaceSubscription, _) => {
            message!(
                "difference.workspace",
                "The compute belongs to another workspace. Attach it there; the extension does not change."
            )
        }
        (Field::ComputeName, _) => {
            message!(
                "difference.compute-name",
                "Jobs and endpoints refer to the compute by this name. Attach it under the new name, then change them."
            )
        }
        (Field::Namespace, _) => {
            message!(
                "difference.namespace",
                "Jobs and endpoints run in another namespace. Attach the compute again; what runs in the old one stays there."
            )
        }
        (Field::Identity, "none") => {
            message!(
                "difference.identity.none",
                "The compute has no identity of its own. Attach it again; roles that were granted remain."
            )
        }
        (Field::Identity, "system-assigned") => {
            message!(
                "difference.identity.system-assigned",
                "Azure creates an identity with the compute. Attach it again and grant the new identity its roles."
            )
        }
        (Field::Identity | Field::IdentityIds, _) => {
            message!(
                "difference.identity",
                "The compute uses this identity. Attach it again, and make sure that the identity has its roles."
            )
        }
        _ => return None,
    })
}

/// The compute of the first generation.
fn aks_compute(field: Field, is: &str) -> Message {
    match (field, is) {
        (Field::Task, "create") => {
            message!("difference.aks-v1.task.create", "A new AKS cluster is created through the workspace.")
        }
        (Field::Task, "attach") => {
            message!(
                "difference.aks-v1.task.attach",
                "An existing cluster is attached, and no cluster is created."
            )
        }
        (Field::Task, _) => message!(
            "difference.aks-v1.task",
            "The cluster is removed from the workspace. It goes on running and costing."
        ),
        (Field::Purpose, "dev-test") => message!(
            "difference.aks-v1.purpose.dev-test",
            "One node is enough, but nothing replaces it when it fails."
        ),
        (Field::Purpose, _) => {
            message!("difference.aks-v1.purpose", "The cluster needs at least 12 virtual CPUs.")
        }
        (Field::VmSize, _) => message!(
            "difference.aks-v1.vm-size",
            "The size of a node cannot change. Another size needs another cluster."
        ),
        (Field::VmCores, _) => message!(
            "difference.aks-v1.vm-cores",
            "The wizard uses it to count the cluster's virtual CPUs. No command contains it."
        ),
        (Field::LoadBalancer, "internal") => message!(
            "difference.aks-v1.load-balancer.internal",
            "Endpoints are reachable only from the virtual network."
        ),
        (Field::LoadBalancer, _) => {
            message!("difference.aks-v1.load-balancer", "Endpoints are reachable from the internet.")
        }
        _ => message!(
            "difference.aks-v1.other",
            "The network is fixed when the cluster is created. Another network needs another cluster."
        ),
    }
}

fn workload(was: Option<&str>, is: &str) -> Message {
    match (was, is) {
        (_, "training") => message!(
            "difference.workload.training",
            "No real-time endpoints: the router is removed, and running endpoints are lost."
        ),
        (_, "inference") => message!(
            "difference.workload.inference",
            "Real-time endpoints only: running training jobs are lost, and no new ones start."
        ),
        (Some("training"), _) => message!(
            "difference.workload.from-training",
            "Real-time endpoints run beside the training jobs. They need a router."
        ),
        (_, _) => message!("difference.workload", "Training jobs run beside the real-time endpoints."),
    }
}

/// The consequence of a removed answer.
fn gone(field: Field) -> Message {
    match field {
        Field::NodeSelector => message!(
            "difference.gone.node-selector",
            "The extension runs on any node. An update does not remove labels."
        ),
        Field::ExtensionVersion => message!(
            "difference.gone.extension-version",
            "No version is given: a new installation uses the newest one."
        ),
        Field::WorkspaceResourceGroup => message!(
            "difference.gone.workspace-resource-group",
            "The workspace is expected in the resource group of the cluster."
        ),
        Field::WorkspaceSubscription => message!(
            "difference.gone.workspace-subscription",
            "The workspace is expected in the subscription of the cluster."
        ),
        Field::NodeCount => {
            message!("difference.gone.node-count", "The number of nodes is not known.")
        }
        Field::Cname | Field::Certificate | Field::CertFile | Field::KeyFile | Field::TlsSecret => {
            message!("difference.gone.cname", "The extension needs no certificate.")
        }
        Field::Exposure | Field::Transport | Field::RouterHa => {
            message!("difference.gone.exposure", "It has no effect without endpoints.")
        }
        Field::Volcano => message!("difference.gone.volcano", "It has no effect without training."),
        _ => message!("difference.gone.other", "It does not apply or is not given, so it has no effect."),
    }
}

/// A warning before an update.
#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn warning(warning: WarningId) -> Message {
    match warning {
        WarningId::Confirmation => {
            message!(
                "warning.confirmation",
                "The CLI asks before it changes settings. Answer y; in a run without a user, add --yes."
            )
        }
        WarningId::TrainingOff => {
            message!(
                "warning.training-off",
                "Training is switched off: running jobs are aborted. Wait until none runs. The CLI asks for confirmation."
            )
        }
        WarningId::InferenceOff => {
            message!(
                "warning.inference-off",
                "Inference is switched off: online endpoints and deployments stop. Delete or move them first. The CLI asks for confirmation."
            )
        }
        WarningId::NvidiaPluginOff => {
            message!(
                "warning.nvidia-plugin-off",
                "The device plug-in is removed: jobs and online endpoints that use GPUs lose them. Make sure that the cluster has its own. The CLI asks for confirmation."
            )
        }
        WarningId::AllowInsecureConnections => {
            message!(
                "warning.allow-insecure-connections",
                "HTTP is switched on or off: running online endpoints and deployments are interrupted, and their URLs change. Inform their callers. The CLI asks for confirmation."
            )
        }
        WarningId::ServiceType => {
            message!(
                "warning.service-type",
                "Access to the endpoints is set: running online endpoints and deployments are interrupted, and their address changes. Change DNS and clients. The CLI asks for confirmation."
            )
        }
        WarningId::InternalLoadBalancer => {
            message!(
                "warning.internal-load-balancer",
                "The load balancer moves into the virtual network: running online endpoints and deployments are interrupted and lose any public address. An update cannot undo this. The CLI asks for confirmation."
            )
        }
        WarningId::PrivateEndpoint => {
            message!(
                "warning.private-endpoint",
                "Access to the endpoints changes: running online endpoints and deployments are interrupted. Change DNS and clients."
            )
        }
        WarningId::Cname => {
            message!(
                "warning.cname",
                "The name of the endpoints is set: running online endpoints and deployments are interrupted. Change DNS and clients. The CLI asks for confirmation."
            )
        }
        WarningId::NodeSelector => {
            message!(
                "warning.node-selector",
                "The extension moves to nodes with these labels: jobs, online endpoints and deployments on others are interrupted. An update adds and changes labels, and cannot remove one. The CLI asks for confirmation."
            )
        }
        WarningId::LogAnalytics => {
            message!(
                "warning.log-analytics",
                "Log Analytics is switched off. Give all previous protected settings again, or Azure drops them: the command has certificate and key where it needs them; add any others that you gave."
            )
        }
        WarningId::CertificateStays => {
            message!(
                "warning.certificate-stays",
                "Endpoints then answer over HTTP. An update removes no setting: the certificate and its name stay with the extension, unused. To remove them, delete the extension and create it again."
            )
        }
        WarningId::SettingsStay => {
            message!(
                "warning.settings-stay",
                "Settings of the part that is switched off stay, without effect. They take effect again when that part is switched on."
            )
        }
        WarningId::ClusterPurpose => {
            message!(
                "warning.cluster-purpose",
                "When it creates an extension for fewer than three nodes, the Azure CLI adds inferenceRouterHA=false and clusterPurpose=DevTest. An update does not, so the command sets what belongs to the new number of nodes. What the service does when clusterPurpose changes is not documented."
            )
        }
        WarningId::PurposeUnknown => {
            message!(
                "warning.purpose-unknown",
                "If the cluster had fewer than three nodes when the extension was created, the Azure CLI also wrote clusterPurpose=DevTest. In that case, give the number of nodes in both scenarios: the command then sets clusterPurpose=FastProd as well."
            )
        }
        WarningId::SecretVersion => {
            message!(
                "warning.secret-version",
                "An update of sslSecret works only with the CLI extension k8s-extension, version 1.4.1 or newer. See what you have with az extension show --name k8s-extension."
            )
        }
        WarningId::VersionStays => {
            message!(
                "warning.version-stays",
                "No version is given, so the extension stays at its version. To change it, give a version."
            )
        }
    }
}

/// Why an update is not possible.
pub(super) fn reason(reason: ReasonId) -> Message {
    match reason {
        ReasonId::OtherCluster => {
            message!(
                "reason.other-cluster",
                "This is another cluster and needs its own installation: set it up there. Remove the old one when nobody needs it."
            )
        }
        ReasonId::Edition => {
            message!(
                "reason.edition",
                "The editions have different keys and versions of the CLI extension. Delete the extension with the old ones, then create it with the new ones."
            )
        }
        ReasonId::ExtensionName => {
            message!(
                "reason.extension-name",
                "An extension cannot be renamed. Delete the old one before you create the new one: both need namespace azureml."
            )
        }
        ReasonId::InternalLoadBalancer => {
            message!(
                "reason.internal-load-balancer",
                "An update cannot remove internalLoadBalancerProvider. With internalLoadBalancerProvider=none the Azure CLI sends scoringFe.serviceType.internalLoadBalancer=False, and what the service makes of it is not documented. To be sure of the result, delete the extension and create it again."
            )
        }
        ReasonId::CertificateSource => {
            message!(
                "reason.certificate-source",
                "An update cannot remove the old certificate, so the extension would have two, from files and from a secret. Delete the extension and create it again."
            )
        }
        ReasonId::NodeSelector => {
            message!(
                "reason.node-selector",
                "An update cannot remove a node selector label, so nodes without it would stay excluded. Delete the extension and create it again."
            )
        }
        ReasonId::LogAnalytics => {
            message!(
                "reason.log-analytics",
                "An update neither creates a Log Analytics workspace nor sets one for the extension, so no logs would be sent there. Delete the extension and create it again."
            )
        }
    }
}

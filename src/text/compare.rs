//! English: presets, the differences between two scenarios, the effects of an update.

use crate::analysis::compare::{Change, FieldDifference};
use crate::analysis::update::{ReasonId, WarningId};
use crate::i18n::{Message, message, texts};
use crate::model::field::Field;
use crate::model::preset::PresetId;

texts! {
    /// The standalone texts of a comparison.
    CompareText "compare" {
        From "from:",
        To "to:",
        Answers "Answers that differ",
        Commands "Commands that differ",
        Alike "Nothing differs.",
        Errors "The new plan has errors",
        Update "Update the extension that is installed",
        UpdateFirst "Run these steps of the new plan first:",
        UpdateNothing "The extension that is installed stays as it is.",
        Recreate "An update cannot do it",
        RecreateDelete "Run these steps of the old plan:",
        RecreateCreate "Then these of the new plan:",
        Reattach "These answers belong to the compute, not to the extension. Detach the compute and attach it again; the extension stays as it is.",
        ReattachDetach "Of the old plan:",
        ReattachAttach "Of the new plan:",
        Unset "(nothing)",
    }
}

pub(super) fn change(change: Change) -> Message {
    match change {
        Change::Added => message!("change.added", "new"),
        Change::Removed => message!("change.removed", "gone"),
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
                "Training and inference on ARO or OCP; a route of your own leads to the endpoints."
            ),
        ),
        PresetId::DevelopmentNodePort => (
            message!("preset.development-node-port.name", "Development with NodePort"),
            message!(
                "preset.development-node-port.help",
                "No load balancer, no certificate, one router. For a network that nobody else is in."
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
                "The workspace is looked for in this resource group. Where none is given, it is that of the cluster."
            )
        }
        (Field::WorkspaceSubscription, None) => {
            message!(
                "difference.workspace-subscription.none",
                "The workspace is looked for in this subscription. Where none is given, it is that of the cluster."
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
            message!(
                "difference.same-name",
                "The same name: Azure does not tell capitals from small letters."
            )
        }
        _ => return None,
    })
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
                "Azure reaches the cluster by itself: neither Azure Arc nor Azure Relay is needed."
            )
        }
        (Field::Cluster, _) => {
            message!(
                "difference.cluster",
                "The cluster is connected to Azure Arc, and the extension makes an Azure Relay in its resource group."
            )
        }
        (Field::Openshift, "yes") => {
            message!(
                "difference.openshift.yes",
                "Accounts of the extension need the privileged SCC before it is installed."
            )
        }
        (Field::Openshift, _) => {
            message!("difference.openshift", "No SCC is granted. Take back those that were.")
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
                "Another cluster, unless the name was wrong: each cluster has an installation of its own."
            )
        }
        (Field::Region, _) => message!("difference.region", "Nothing that exists moves to another region."),
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
                "Endpoints get an address that the internet reaches. Protect them with HTTPS."
            )
        }
        (Field::Exposure, "internal") => {
            message!(
                "difference.exposure.internal",
                "Only the virtual network reaches the endpoints; clients outside lose them."
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
                "Traffic is encrypted. Needs a certificate, and the URLs that clients call change."
            )
        }
        (Field::Certificate, "secret") => {
            message!(
                "difference.certificate.secret",
                "Certificate and key lie in a secret of namespace azureml; to renew them, change the secret and update."
            )
        }
        (Field::Certificate, _) => {
            message!(
                "difference.certificate",
                "Certificate and key are sent with the command, as protected settings; to renew them, update."
            )
        }
        (Field::CertFile | Field::KeyFile, _) => {
            message!("difference.cert-file", "Another certificate. Certificate and key must belong together.")
        }
        (Field::TlsSecret, _) => message!(
            "difference.tls-secret",
            "Another secret. It must be there before the extension looks for it."
        ),
        (Field::Cname, _) => {
            message!(
                "difference.cname",
                "Endpoints get another name. The certificate must hold it, and your DNS must lead it to their address."
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
            message!("difference.router-ha", "Three routers, so that one may fail. They need three nodes.")
        }
        _ => return None,
    })
}

/// Other settings of the extension.
fn settings(field: Field, is: &str) -> Option<Message> {
    Some(match (field, is) {
        (Field::NvidiaPlugin, "no") => message!(
            "difference.nvidia-plugin.no",
            "GPUs are visible only where the cluster brings the plug-in itself."
        ),
        (Field::NvidiaPlugin, _) => {
            message!(
                "difference.nvidia-plugin",
                "The extension makes GPUs visible. It fails where the cluster has the plug-in already."
            )
        }
        (Field::NvidiaPluginPresent, "no") => message!(
            "difference.nvidia-plugin-present.no",
            "The plug-in that the extension brings is the only one."
        ),
        (Field::NvidiaPluginPresent, _) => message!(
            "difference.nvidia-plugin-present",
            "Two plug-ins would meet: let the extension install none."
        ),
        (Field::LogAnalytics, "no") => message!(
            "difference.log-analytics.no",
            "No logs go to Log Analytics. The workspace that was made stays."
        ),
        (Field::LogAnalytics, _) => message!(
            "difference.log-analytics",
            "A Log Analytics workspace is made for the logs. It may cost money."
        ),
        (Field::Volcano, "no") => {
            message!("difference.volcano.no", "Jobs wait for a Volcano scheduler of the cluster's own.")
        }
        (Field::Volcano, _) => {
            message!("difference.volcano", "The extension brings Volcano. The cluster must not have another.")
        }
        (Field::PrometheusOperator, "no") => message!(
            "difference.prometheus-operator.no",
            "Metrics need a Prometheus operator of the cluster's own."
        ),
        (Field::PrometheusOperator, _) => {
            message!(
                "difference.prometheus-operator",
                "The extension brings the Prometheus operator. The cluster must not have another."
            )
        }
        (Field::DcgmExporter, "no") => message!("difference.dcgm-exporter.no", "No GPU metrics."),
        (Field::DcgmExporter, _) => {
            message!("difference.dcgm-exporter", "GPU metrics are collected on every node.")
        }
        (Field::NodeSelector, _) => {
            message!(
                "difference.node-selector",
                "The extension runs only on nodes with these labels. An update adds and changes labels, and removes none."
            )
        }
        (Field::ExtensionName, _) => {
            message!(
                "difference.extension-name",
                "An extension keeps its name: delete the old one before you create the new one."
            )
        }
        (Field::AutoUpgrade, "no") => {
            message!(
                "difference.auto-upgrade.no",
                "The extension stays at one version. Keeping it supported is up to you."
            )
        }
        (Field::AutoUpgrade, _) => message!(
            "difference.auto-upgrade",
            "Azure upgrades the extension to newer minor versions by itself."
        ),
        (Field::ExtensionVersion, _) => {
            message!("difference.extension-version", "The extension goes to this version and stays there.")
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
                "The compute belongs to another workspace. Attach it there; the extension stays as it is."
            )
        }
        (Field::ComputeName, _) => {
            message!(
                "difference.compute-name",
                "Jobs and endpoints name the compute by it: attach it under the new name and change them."
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
                "The compute has no identity of its own. Attach it again; roles that were granted stay behind."
            )
        }
        (Field::Identity, "system-assigned") => {
            message!(
                "difference.identity.system-assigned",
                "Azure makes an identity with the compute. Attach it again and grant the new identity its roles."
            )
        }
        (Field::Identity | Field::IdentityIds, _) => {
            message!(
                "difference.identity",
                "The compute acts with this identity. Attach it again, and see that the identity has its roles."
            )
        }
        _ => return None,
    })
}

/// The compute of the first generation.
fn aks_compute(field: Field, is: &str) -> Message {
    match (field, is) {
        (Field::Task, "create") => {
            message!("difference.aks-v1.task.create", "A new AKS cluster is made through the workspace.")
        }
        (Field::Task, "attach") => {
            message!("difference.aks-v1.task.attach", "A cluster that exists is attached, and none is made.")
        }
        (Field::Task, _) => message!(
            "difference.aks-v1.task",
            "The cluster is removed from the workspace. It goes on running and costing."
        ),
        (Field::Purpose, "dev-test") => message!(
            "difference.aks-v1.purpose.dev-test",
            "One node will do, and nothing stands in for it when it fails."
        ),
        (Field::Purpose, _) => {
            message!("difference.aks-v1.purpose", "The cluster needs at least 12 virtual CPUs.")
        }
        (Field::VmSize, _) => message!(
            "difference.aks-v1.vm-size",
            "The size of a node stays as it is made: another needs another cluster."
        ),
        (Field::VmCores, _) => message!(
            "difference.aks-v1.vm-cores",
            "The wizard counts the cluster's virtual CPUs with it. No command has it."
        ),
        (Field::LoadBalancer, "internal") => message!(
            "difference.aks-v1.load-balancer.internal",
            "Only the virtual network reaches the endpoints."
        ),
        (Field::LoadBalancer, _) => {
            message!("difference.aks-v1.load-balancer", "The internet reaches the endpoints.")
        }
        _ => message!(
            "difference.aks-v1.other",
            "Networks are chosen when a cluster is made: another needs another cluster."
        ),
    }
}

fn workload(was: Option<&str>, is: &str) -> Message {
    match (was, is) {
        (_, "training") => message!(
            "difference.workload.training",
            "No real-time endpoints: the router goes, and endpoints that run are lost."
        ),
        (_, "inference") => message!(
            "difference.workload.inference",
            "Real-time endpoints alone: training jobs that run are lost, and none start."
        ),
        (Some("training"), _) => message!(
            "difference.workload.from-training",
            "Real-time endpoints join the training jobs. They need a router."
        ),
        (_, _) => message!("difference.workload", "Training jobs join the real-time endpoints."),
    }
}

/// The consequence of a removed answer.
fn gone(field: Field) -> Message {
    match field {
        Field::NodeSelector => message!(
            "difference.gone.node-selector",
            "The extension runs on any node. An update removes no label."
        ),
        Field::ExtensionVersion => message!(
            "difference.gone.extension-version",
            "No version is named: a new installation takes the newest of the day."
        ),
        Field::WorkspaceResourceGroup => message!(
            "difference.gone.workspace-resource-group",
            "The workspace is looked for in the resource group of the cluster."
        ),
        Field::WorkspaceSubscription => message!(
            "difference.gone.workspace-subscription",
            "The workspace is looked for in the subscription of the cluster."
        ),
        Field::NodeCount => {
            message!("difference.gone.node-count", "Nothing is known of the number of nodes.")
        }
        Field::Cname | Field::Certificate | Field::CertFile | Field::KeyFile | Field::TlsSecret => {
            message!("difference.gone.cname", "No certificate of the extension is asked for.")
        }
        Field::Exposure | Field::Transport | Field::RouterHa => {
            message!("difference.gone.exposure", "Without endpoints it does not count.")
        }
        Field::Volcano => message!("difference.gone.volcano", "Without training it does not count."),
        _ => message!("difference.gone.other", "Not asked for, or not given: it does not count."),
    }
}

/// A warning before an update.
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
                "Training is switched off: jobs that run are broken off. Wait until none runs. The CLI asks."
            )
        }
        WarningId::InferenceOff => {
            message!(
                "warning.inference-off",
                "Inference is switched off: online endpoints and deployments stop. Delete or move them first. The CLI asks."
            )
        }
        WarningId::NvidiaPluginOff => {
            message!(
                "warning.nvidia-plugin-off",
                "The device plug-in goes: jobs and online endpoints that use GPUs lose them. See that the cluster brings its own. The CLI asks."
            )
        }
        WarningId::AllowInsecureConnections => {
            message!(
                "warning.allow-insecure-connections",
                "HTTP is switched on or off: online endpoints and deployments that run break off, and their URLs change. Tell those who call them. The CLI asks."
            )
        }
        WarningId::ServiceType => {
            message!(
                "warning.service-type",
                "How endpoints are reached is set: online endpoints and deployments that run break off, and their address changes. Change DNS and clients. The CLI asks."
            )
        }
        WarningId::InternalLoadBalancer => {
            message!(
                "warning.internal-load-balancer",
                "The load balancer goes into the virtual network: online endpoints and deployments that run break off and lose any public address. An update cannot take that back. The CLI asks."
            )
        }
        WarningId::PrivateEndpoint => {
            message!(
                "warning.private-endpoint",
                "Endpoints are reached in another way: online endpoints and deployments that run break off. Change DNS and clients."
            )
        }
        WarningId::Cname => {
            message!(
                "warning.cname",
                "The name of the endpoints is set: online endpoints and deployments that run break off. Change DNS and clients. The CLI asks."
            )
        }
        WarningId::NodeSelector => {
            message!(
                "warning.node-selector",
                "The extension moves to nodes with these labels: jobs, online endpoints and deployments on others break off. An update adds and changes labels, and cannot remove one. The CLI asks."
            )
        }
        WarningId::LogAnalytics => {
            message!(
                "warning.log-analytics",
                "Log Analytics is switched off. Give all protected settings again that were given before, or Azure drops them: the command has certificate and key where it needs them; add what else you gave."
            )
        }
        WarningId::CertificateStays => {
            message!(
                "warning.certificate-stays",
                "Endpoints answer over HTTP from then on. An update removes no setting: the certificate and its name stay with the extension, unused. To be rid of them, delete the extension and create it again."
            )
        }
        WarningId::SettingsStay => {
            message!(
                "warning.settings-stay",
                "What only counts with the part that is switched off stays among the settings, without effect. It counts again once that part is on."
            )
        }
        WarningId::VersionStays => {
            message!(
                "warning.version-stays",
                "No version is named, so the extension stays at the version that it has. Name one to go to."
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
                "This is another cluster, so another installation: set it up there. Remove the old one once nobody needs it."
            )
        }
        ReasonId::Edition => {
            message!(
                "reason.edition",
                "The editions have other keys and versions of the CLI extension. Delete the extension with the old ones, then create it with the new ones."
            )
        }
        ReasonId::ExtensionName => {
            message!(
                "reason.extension-name",
                "An extension keeps its name. Delete the old one before you create the new one: both would want namespace azureml."
            )
        }
        ReasonId::InternalLoadBalancer => {
            message!(
                "reason.internal-load-balancer",
                "An update cannot remove internalLoadBalancerProvider, so the load balancer would stay internal. Delete the extension and create it again."
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
                "An update cannot remove a node selector label, so nodes without it would stay barred. Delete the extension and create it again."
            )
        }
        ReasonId::LogAnalytics => {
            message!(
                "reason.log-analytics",
                "An update makes no Log Analytics workspace and names none to the extension, so no logs would go there: only creating does. Delete the extension and create it again."
            )
        }
    }
}

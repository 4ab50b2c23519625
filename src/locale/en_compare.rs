//! English: presets, what differs between two scenarios, what an update of the extension does.

use crate::compare::{Change, FieldDifference};
use crate::field::Field;
use crate::locale::Said;
use crate::preset::PresetId;
use crate::update::{ReasonId, WarningId};

/// The texts of a comparison that stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the text is the documentation")]
pub enum CompareText {
    From,
    To,
    Answers,
    Commands,
    Alike,
    Errors,
    Update,
    UpdateFirst,
    UpdateNothing,
    Recreate,
    RecreateDelete,
    RecreateCreate,
    Reattach,
    ReattachDetach,
    ReattachAttach,
    Unset,
}

impl Said for CompareText {
    fn english(self) -> &'static str {
        match self {
            Self::From => "from:",
            Self::To => "to:",
            Self::Answers => "Answers that differ",
            Self::Commands => "Commands that differ",
            Self::Alike => "Nothing differs.",
            Self::Errors => "The new plan has errors",
            Self::Update => "Update the extension that is installed",
            Self::UpdateFirst => "Run these steps of the new plan first:",
            Self::UpdateNothing => "The extension that is installed stays as it is.",
            Self::Recreate => "An update cannot do it",
            Self::RecreateDelete => "Run these steps of the old plan:",
            Self::RecreateCreate => "Then these of the new plan:",
            Self::Reattach => {
                "These answers belong to the compute, not to the extension. Detach the compute and attach it again; the extension stays as it is."
            }
            Self::ReattachDetach => "Of the old plan:",
            Self::ReattachAttach => "Of the new plan:",
            Self::Unset => "(nothing)",
        }
    }
}

pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::Added => "new",
        Change::Removed => "gone",
        Change::Changed => "changed",
    }
}

/// Title and help.
pub(super) fn preset(preset: PresetId) -> (&'static str, &'static str) {
    match preset {
        PresetId::ProofOfConcept => {
            ("Proof of concept", "Training and inference on AKS over HTTP, one router. Not for production.")
        }
        PresetId::ArcTraining => ("Training on Arc", "Training jobs and batch inference, no endpoints."),
        PresetId::ProductionHttps => (
            "Production on AKS",
            "Training and inference behind a public load balancer, with HTTPS and three routers.",
        ),
        PresetId::PrivateHttps => (
            "Private on AKS",
            "As in production, but endpoints have an address of the virtual network alone.",
        ),
        PresetId::OnPremisesGpu => (
            "GPUs on premises",
            "An Arc cluster with NVIDIA GPUs and their metrics; endpoints with HTTPS on a port of every node.",
        ),
        PresetId::Openshift => {
            ("OpenShift", "Training and inference on ARO or OCP; a route of your own leads to the endpoints.")
        }
        PresetId::DevelopmentNodePort => (
            "Development with NodePort",
            "No load balancer, no certificate, one router. For a network that nobody else is in.",
        ),
        PresetId::LegacyAksCompute => {
            ("Legacy AksCompute", "A new AKS cluster through CLI and SDK v1, which are out of support.")
        }
    }
}

/// What it means that a field is answered otherwise.
pub(super) fn difference(difference: &FieldDifference) -> &'static str {
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

/// A name that is not known to be another. Azure does not tell capitals from small letters.
fn name(field: Field, was: Option<&str>, is: &str) -> Option<&'static str> {
    Some(match (field, was) {
        (Field::WorkspaceResourceGroup, None) => {
            "The workspace is looked for in this resource group. Where none is given, it is that of the cluster."
        }
        (Field::WorkspaceSubscription, None) => {
            "The workspace is looked for in this subscription. Where none is given, it is that of the cluster."
        }
        (Field::Subscription | Field::ResourceGroup | Field::ClusterName | Field::Workspace, None) => {
            "It was not given before, so that nothing is known to be another."
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
            "The same name: Azure does not tell capitals from small letters."
        }
        _ => return None,
    })
}

/// Which cluster, and what it does.
fn cluster(field: Field, was: Option<&str>, is: &str) -> Option<&'static str> {
    Some(match (field, is) {
        (Field::Edition, "current") => {
            "The extension has other keys here: an older installation is deleted and created anew."
        }
        (Field::Edition, "arc-preview") => {
            "The keys of 2021, which k8s-extension 1.2.0 replaced. It is out of support: plan the way back."
        }
        (Field::Edition, _) => {
            "A compute of the first generation, without the extension. It is out of support."
        }
        (Field::Cluster, "aks") => {
            "Azure reaches the cluster by itself: neither Azure Arc nor Azure Relay is needed."
        }
        (Field::Cluster, _) => {
            "The cluster is connected to Azure Arc, and the extension makes an Azure Relay in its resource group."
        }
        (Field::Openshift, "yes") => {
            "Accounts of the extension need the privileged SCC before it is installed."
        }
        (Field::Openshift, _) => "No SCC is granted. Take back those that were.",
        (Field::Connected, "no") => "The cluster is connected to Azure Arc first.",
        (Field::Connected, _) => "The step that connects the cluster is left out.",
        (Field::Subscription | Field::ResourceGroup | Field::ClusterName, _) => {
            "Another cluster, unless the name was wrong: each cluster has an installation of its own."
        }
        (Field::Region, _) => "Nothing that exists moves to another region.",
        (Field::NodeCount, _) => "Three routers need three nodes; with fewer, switch high availability off.",
        (Field::Workload, is) => workload(was, is),
        _ => return None,
    })
}

/// How endpoints are reached.
fn endpoint(field: Field, is: &str) -> Option<&'static str> {
    Some(match (field, is) {
        (Field::Exposure, "public") => {
            "Endpoints get an address that the internet reaches. Protect them with HTTPS."
        }
        (Field::Exposure, "internal") => {
            "Only the virtual network reaches the endpoints; clients outside lose them."
        }
        (Field::Exposure, "node-port") => {
            "Endpoints answer on a port of every node. A load balancer in front of it is yours to run."
        }
        (Field::Exposure, _) => {
            "Only the cluster itself reaches the endpoints. What leads there from outside is yours to run."
        }
        (Field::Transport, "http") => {
            "Requests, answers and keys travel readable. For development and test alone; the URLs change."
        }
        (Field::Transport, _) => {
            "Traffic is encrypted. Needs a certificate, and the URLs that clients call change."
        }
        (Field::Certificate, "secret") => {
            "Certificate and key lie in a secret of namespace azureml; to renew them, change the secret and update."
        }
        (Field::Certificate, _) => {
            "Certificate and key are sent with the command, as protected settings; to renew them, update."
        }
        (Field::CertFile | Field::KeyFile, _) => {
            "Another certificate. Certificate and key must belong together."
        }
        (Field::TlsSecret, _) => "Another secret. It must be there before the extension looks for it.",
        (Field::Cname, _) => {
            "Endpoints get another name. The certificate must hold it, and your DNS must lead it to their address."
        }
        (Field::RouterHa, "no") => {
            "One router instead of three: fewer nodes will do, and endpoints are away while it restarts."
        }
        (Field::RouterHa, _) => "Three routers, so that one may fail. They need three nodes.",
        _ => return None,
    })
}

/// What else the extension is told.
fn settings(field: Field, is: &str) -> Option<&'static str> {
    Some(match (field, is) {
        (Field::NvidiaPlugin, "no") => "GPUs are visible only where the cluster brings the plug-in itself.",
        (Field::NvidiaPlugin, _) => {
            "The extension makes GPUs visible. It fails where the cluster has the plug-in already."
        }
        (Field::NvidiaPluginPresent, "no") => "The plug-in that the extension brings is the only one.",
        (Field::NvidiaPluginPresent, _) => "Two plug-ins would meet: let the extension install none.",
        (Field::LogAnalytics, "no") => "No logs go to Log Analytics. The workspace that was made stays.",
        (Field::LogAnalytics, _) => "A Log Analytics workspace is made for the logs. It may cost money.",
        (Field::Volcano, "no") => "Jobs wait for a Volcano scheduler of the cluster's own.",
        (Field::Volcano, _) => "The extension brings Volcano. The cluster must not have another.",
        (Field::PrometheusOperator, "no") => "Metrics need a Prometheus operator of the cluster's own.",
        (Field::PrometheusOperator, _) => {
            "The extension brings the Prometheus operator. The cluster must not have another."
        }
        (Field::DcgmExporter, "no") => "No GPU metrics.",
        (Field::DcgmExporter, _) => "GPU metrics are collected on every node.",
        (Field::NodeSelector, _) => {
            "The extension runs only on nodes with these labels. An update adds and changes labels, and removes none."
        }
        (Field::ExtensionName, _) => {
            "An extension keeps its name: delete the old one before you create the new one."
        }
        (Field::AutoUpgrade, "no") => {
            "The extension stays at one version. Keeping it supported is up to you."
        }
        (Field::AutoUpgrade, _) => "Azure upgrades the extension to newer minor versions by itself.",
        (Field::ExtensionVersion, _) => "The extension goes to this version and stays there.",
        _ => return None,
    })
}

/// Where it is attached.
fn workspace(field: Field, is: &str) -> Option<&'static str> {
    Some(match (field, is) {
        (Field::Workspace | Field::WorkspaceResourceGroup | Field::WorkspaceSubscription, _) => {
            "The compute belongs to another workspace. Attach it there; the extension stays as it is."
        }
        (Field::ComputeName, _) => {
            "Jobs and endpoints name the compute by it: attach it under the new name and change them."
        }
        (Field::Namespace, _) => {
            "Jobs and endpoints run in another namespace. Attach the compute again; what runs in the old one stays there."
        }
        (Field::Identity, "none") => {
            "The compute has no identity of its own. Attach it again; roles that were granted stay behind."
        }
        (Field::Identity, "system-assigned") => {
            "Azure makes an identity with the compute. Attach it again and grant the new identity its roles."
        }
        (Field::Identity | Field::IdentityIds, _) => {
            "The compute acts with this identity. Attach it again, and see that the identity has its roles."
        }
        _ => return None,
    })
}

/// The compute of the first generation.
fn aks_compute(field: Field, is: &str) -> &'static str {
    match (field, is) {
        (Field::Task, "create") => "A new AKS cluster is made through the workspace.",
        (Field::Task, "attach") => "A cluster that exists is attached, and none is made.",
        (Field::Task, _) => "The cluster is taken off the workspace. It goes on running and costing.",
        (Field::Purpose, "dev-test") => "One node will do, and nothing stands in for it when it fails.",
        (Field::Purpose, _) => "The cluster needs at least 12 virtual CPUs.",
        (Field::VmSize, _) => "The size of a node stays as it is made: another needs another cluster.",
        (Field::VmCores, _) => "The wizard counts the cluster's virtual CPUs with it. No command has it.",
        (Field::LoadBalancer, "internal") => "Only the virtual network reaches the endpoints.",
        (Field::LoadBalancer, _) => "The internet reaches the endpoints.",
        _ => "Networks are chosen when a cluster is made: another needs another cluster.",
    }
}

fn workload(was: Option<&str>, is: &str) -> &'static str {
    match (was, is) {
        (_, "training") => "No real-time endpoints: the router goes, and endpoints that run are lost.",
        (_, "inference") => "Real-time endpoints alone: training jobs that run are lost, and none start.",
        (Some("training"), _) => "Real-time endpoints join the training jobs. They need a router.",
        (_, _) => "Training jobs join the real-time endpoints.",
    }
}

/// What it means that nothing is answered any more.
fn gone(field: Field) -> &'static str {
    match field {
        Field::NodeSelector => "The extension runs on any node. An update removes no label.",
        Field::ExtensionVersion => "No version is named: a new installation takes the newest of the day.",
        Field::WorkspaceResourceGroup => "The workspace is looked for in the resource group of the cluster.",
        Field::WorkspaceSubscription => "The workspace is looked for in the subscription of the cluster.",
        Field::NodeCount => "Nothing is known of the number of nodes.",
        Field::Cname | Field::Certificate | Field::CertFile | Field::KeyFile | Field::TlsSecret => {
            "No certificate of the extension is asked for."
        }
        Field::Exposure | Field::Transport | Field::RouterHa => "Without endpoints it does not count.",
        Field::Volcano => "Without training it does not count.",
        _ => "Not asked for, or not given: it does not count.",
    }
}

/// What is worth knowing before an update.
pub(super) fn warning(warning: WarningId) -> &'static str {
    match warning {
        WarningId::Confirmation => {
            "The CLI asks before it changes settings. Answer y; where nobody is there to answer, add --yes."
        }
        WarningId::TrainingOff => {
            "Training is switched off: jobs that run are broken off. Wait until none runs. The CLI asks."
        }
        WarningId::InferenceOff => {
            "Inference is switched off: online endpoints and deployments stop. Delete or move them first. The CLI asks."
        }
        WarningId::NvidiaPluginOff => {
            "The device plug-in goes: jobs and online endpoints that use GPUs lose them. See that the cluster brings its own. The CLI asks."
        }
        WarningId::AllowInsecureConnections => {
            "HTTP is switched on or off: online endpoints and deployments that run break off, and their URLs change. Tell those who call them. The CLI asks."
        }
        WarningId::ServiceType => {
            "How endpoints are reached is set: online endpoints and deployments that run break off, and their address changes. Change DNS and clients. The CLI asks."
        }
        WarningId::InternalLoadBalancer => {
            "The load balancer goes into the virtual network: online endpoints and deployments that run break off and lose any public address. An update cannot take that back. The CLI asks."
        }
        WarningId::PrivateEndpoint => {
            "Endpoints are reached in another way: online endpoints and deployments that run break off. Change DNS and clients."
        }
        WarningId::Cname => {
            "The name of the endpoints is set: online endpoints and deployments that run break off. Change DNS and clients. The CLI asks."
        }
        WarningId::NodeSelector => {
            "The extension moves to nodes with these labels: jobs, online endpoints and deployments on others break off. An update adds and changes labels, and cannot remove one. The CLI asks."
        }
        WarningId::LogAnalytics => {
            "Log Analytics is switched off. Give all protected settings again that were given before, or Azure drops them: the command has certificate and key where it needs them; add what else you gave."
        }
        WarningId::CertificateStays => {
            "Endpoints answer over HTTP from then on. An update removes no setting: the certificate and its name stay with the extension, unused. To be rid of them, delete the extension and create it again."
        }
        WarningId::SettingsStay => {
            "What only counts with the part that is switched off stays among the settings, without effect. It counts again once that part is on."
        }
        WarningId::VersionStays => {
            "No version is named, so the extension stays at the version that it has. Name one to go to."
        }
    }
}

/// Why an update will not do.
pub(super) fn reason(reason: ReasonId) -> &'static str {
    match reason {
        ReasonId::OtherCluster => {
            "This is another cluster, so another installation: set it up there. Remove the old one once nobody needs it."
        }
        ReasonId::Edition => {
            "The editions have other keys and versions of the CLI extension. Delete the extension with the old ones, then create it with the new ones."
        }
        ReasonId::ExtensionName => {
            "An extension keeps its name. Delete the old one before you create the new one: both would want namespace azureml."
        }
        ReasonId::InternalLoadBalancer => {
            "An update cannot remove internalLoadBalancerProvider, so the load balancer would stay internal. Delete the extension and create it again."
        }
        ReasonId::CertificateSource => {
            "An update cannot remove the old certificate, so the extension would have two, from files and from a secret. Delete the extension and create it again."
        }
        ReasonId::NodeSelector => {
            "An update cannot remove a node selector label, so nodes without it would stay barred. Delete the extension and create it again."
        }
        ReasonId::LogAnalytics => {
            "An update makes no Log Analytics workspace and names none to the extension, so no logs would go there: only creating does. Delete the extension and create it again."
        }
    }
}

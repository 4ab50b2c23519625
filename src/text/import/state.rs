//! English: what the states of Azure's resources mean, and what to do about them.

use crate::base::invisible::visible;
use crate::edition::health::HealthCode;
use crate::edition::role::{Holder, roles};
use crate::edition::setting::SettingKey;
use crate::i18n::{Message, listed, message, sentences};
use crate::model::answers::Answers;
use crate::model::scenario::resolve;
use crate::parse::import::{NEWEST_MINOR, NEWEST_MINOR_ON, State};
use crate::text::field::labelled;
use crate::text::reference::health;

const IDENTITY: Message =
    message!("import.state.workspace-identity", "The workspace has a user-assigned identity.");

/// The meaning of a state. `it` is what Azure reports.
pub(super) fn state(state: State, it: &str, answers: &Answers) -> String {
    let meaning = match state {
        State::NotConnected => connection(it),
        State::WorkspaceIdentity => return identity(answers),
        State::ExtensionFailed | State::ExtensionPending | State::ComputeFailed => return failure(state, it),
        _ => message(state),
    };
    meaning.fill(&[
        ("it", &shown_at_length(it)),
        ("newest", &format!("1.{NEWEST_MINOR}")),
        ("date", NEWEST_MINOR_ON),
        (
            "settings",
            &[SettingKey::InferenceRouterHa.with("false"), SettingKey::ClusterPurpose.with("DevTest")]
                .join(" "),
        ),
    ])
}

/// A text from Azure, longer than in other findings: a message, or a list of pools.
fn shown_at_length(text: &str) -> String {
    const MAX: usize = 400;
    match text.char_indices().nth(MAX) {
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()) + "…",
        None => visible(text),
    }
}

fn connection(status: &str) -> Message {
    match status.to_ascii_lowercase().as_str() {
        "offline" => message!(
            "import.state.offline",
            "The cluster is offline: Azure Arc does not reach its agents, which install the extension. Bring the cluster online first."
        ),
        "expired" => message!(
            "import.state.expired",
            "The connection to Azure Arc has expired, because the certificate of the cluster's managed identity was not renewed in time. Delete the connection with az connectedk8s delete, which also deletes extensions, and connect the cluster again."
        ),
        "connecting" => message!(
            "import.state.connecting",
            "Azure Arc is still connecting the cluster. Wait for the state Connected before you install anything."
        ),
        _ => message!(
            "import.not-connected",
            "Azure Arc reports this state of the cluster: {it}. Connect it again before you install anything: its agents install the extension."
        ),
    }
}

/// The roles that a user-assigned identity of the workspace needs.
fn identity(answers: &Answers) -> String {
    let roles = roles(answers.edition(), &resolve(answers).scenario);
    let names: Vec<&str> =
        roles.iter().filter(|role| role.holder == Holder::Workspace).map(|role| role.id.id()).collect();
    if names.is_empty() {
        return IDENTITY.text().to_owned();
    }
    message!(
        "import.state.workspace-identity-roles",
        "The workspace has a user-assigned identity. To attach the cluster, it needs these roles: {roles}."
    )
    .fill(&[("roles", &listed(&names))])
}

/// What Azure reports about a failure, and the meaning of each code in it.
fn failure(state: State, it: &str) -> String {
    let what = message(state).fill(&[("it", &shown_at_length(it))]);
    let known = HealthCode::ALL.iter().filter(|code| it.contains(code.id()));
    let codes: Vec<String> = known.map(|code| labelled(code.id(), health(*code).text())).collect();
    let all: Vec<&str> = std::iter::once(what.as_str()).chain(codes.iter().map(String::as_str)).collect();
    sentences(&all)
}

#[expect(clippy::too_many_lines, reason = "a row a state")]
fn message(state: State) -> Message {
    match state {
        State::NotSucceeded => message!(
            "import.state.not-succeeded",
            "The last operation on this resource did not succeed. Azure reports the state {it}. Wait until the operation ends, or find out why it failed, before you continue."
        ),
        State::LocalAccounts => message!(
            "import.state.local-accounts",
            "Local accounts are disabled. Microsoft's pages contradict each other: the page about deploying the extension says that this is not supported; azureml-aks-ta-support.md in Azure/AML-Kubernetes says that it is, with Trusted Access. az aks trustedaccess rolebinding list shows whether the role mlworkload is bound."
        ),
        State::ServicePrincipal => message!(
            "import.state.service-principal",
            "The cluster uses a service principal. Azure Machine Learning needs an AKS cluster with a managed identity. After the change, the node pools must be created again."
        ),
        State::AuthorizedRanges => message!(
            "import.state.authorized-ranges",
            "Only authorized IP ranges reach the API server. Add the ranges of AzureMachineLearning for the workspace's region and its paired region. Azure publishes them in its list of service tags, and they change."
        ),
        State::PrivateCluster => message!(
            "import.state.private-cluster",
            "The cluster is private. If the workspace is private too, its storage account, key vault and container registry need endpoints in the same virtual network or in a peered one, with private DNS zones."
        ),
        State::PublicFqdn => message!(
            "import.state.public-fqdn",
            "The cluster is private and has a public FQDN. Microsoft's pages contradict each other: one says that this is not supported; azureml-aks-ta-support.md in Azure/AML-Kubernetes says that it is in the public cloud, after the cluster is attached again through Trusted Access."
        ),
        State::Stopped => message!(
            "import.state.stopped",
            "The cluster is stopped. Start it with az aks start before you install or attach anything."
        ),
        State::NotConnected => connection(""),
        State::Openshift => message!(
            "import.state.openshift",
            "The cluster runs OpenShift. The extension's service accounts need the privileged SCC before it is installed; the plan has a step for it."
        ),
        State::OldKubernetes => message!(
            "import.state.kubernetes-version",
            "Kubernetes {it} is too old. Azure Machine Learning supports the newest minor version of AKS and the two before it. On {date} the newest was {newest}."
        ),
        State::FewNodes => message!(
            "import.state.few-nodes",
            "Nodes: {it}. If there are fewer than three, the Azure CLI adds {settings}, unless the command has these settings."
        ),
        State::AzurePolicy => message!(
            "import.state.azure-policy",
            "The add-on for Azure Policy is enabled. The extension complies with the Baseline level of the Pod Security Standards, not with Restricted. No page says which policies must leave out its namespaces."
        ),
        State::NoAmd64 => message!(
            "import.state.no-amd64",
            "No node pool can run the extension: {it}. It needs at least one node with Linux on an amd64 processor."
        ),
        State::Arm64 => message!(
            "import.state.arm64",
            "Node pools with Arm64 processors: {it}. The extension does not run there. Keep it off with the node selector kubernetes.io/arch=amd64."
        ),
        State::Windows => message!(
            "import.state.windows",
            "Node pools with Windows: {it}. No page says that the extension runs there. Keep it off with the node selector kubernetes.io/os=linux."
        ),
        State::Tainted => message!(
            "import.state.tainted",
            "Node pools with taints that Azure Machine Learning does not tolerate: {it}. Neither the extension nor its jobs and models run there."
        ),
        State::AllTainted => message!(
            "import.state.all-tainted",
            "Node pools with taints that Azure Machine Learning does not tolerate: {it}. No other node pool can run the extension. Replace the taint of one of them by ml.azure.com/amlarc=true, or add a node pool without taints."
        ),
        State::ScalesToZero => message!(
            "import.state.scales-to-zero",
            "Node pools that the autoscaler may leave without any node: {it}. Training does not support autoscaling: the gang plug-in of the bundled Volcano prevents it. Keep one node, or give Volcano a configuration without that plug-in."
        ),
        State::Autoscaled => message!(
            "import.state.autoscaled",
            "Node pools with an autoscaler: {it}. Training does not support autoscaling: the gang plug-in of the bundled Volcano prevents it."
        ),
        State::Spot => message!(
            "import.state.spot",
            "Node pools with Spot nodes: {it}. Azure takes these nodes back when it needs them. AKS gives them a taint that Azure Machine Learning does not tolerate."
        ),
        State::PrivateWorkspace => message!(
            "import.state.private-workspace",
            "The workspace is private: public network access is disabled. An AKS cluster must be in the workspace's region. The cluster must reach the workspace's storage account, key vault and container registry through endpoints in its own virtual network or a peered one."
        ),
        State::ManagedNetwork => message!(
            "import.state.managed-network",
            "The workspace has a managed virtual network: {it}. Make sure that the cluster reaches the workspace's storage account, key vault and container registry."
        ),
        State::WorkspaceIdentity => IDENTITY,
        State::OtherRegion => message!(
            "import.state.other-region",
            "Cluster and workspace are in different regions: {it}. A workspace with a private endpoint needs an AKS cluster in its own region."
        ),
        State::OtherRegionPrivate => message!(
            "import.state.other-region-private",
            "Cluster and workspace are in different regions: {it}. The workspace is private, so it needs an AKS cluster in its own region."
        ),
        State::ExtensionFailed => message!(
            "import.state.extension-failed",
            "Installing or updating the extension failed. Azure reports: {it}."
        ),
        State::ExtensionPending => message!(
            "import.state.extension-pending",
            "An operation on the extension has not ended. Azure reports: {it}."
        ),
        State::ReleaseTrain => message!(
            "import.state.release-train",
            "The extension comes from the release train {it}. A plan installs it from the release train stable."
        ),
        State::VersionPinned => message!(
            "import.state.version-pinned",
            "The extension keeps the version {it}: automatic upgrades are off."
        ),
        State::ComputeFailed => message!(
            "import.state.compute-failed",
            "Attaching the compute target failed. Azure reports: {it}."
        ),
        State::LegacyCompute => message!(
            "import.state.legacy-compute",
            "“{it}” is a legacy AksCompute, so the edition is aks-v1. The wizard can move the scenario to the current edition."
        ),
        State::ComputeAction => message!(
            "import.state.compute-action",
            "These are parameters of the GitHub action Azure/aml-compute. It creates a legacy AksCompute, so the edition is aks-v1. The wizard can move the scenario to the current edition."
        ),
    }
}

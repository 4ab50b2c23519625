//! Sources of facts: pages of public documentation, each with the day on which it was read.

/// A page of public documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The page's address.
    pub url: &'static str,
    /// The day on which it was read, or the date that its own text carries: `YYYY-MM-DD`.
    pub read: &'static str,
}

impl Source {
    /// The page's name: the last part of its address.
    pub fn name(&self) -> &'static str {
        self.url.trim_end_matches('/').rsplit('/').next().unwrap_or(self.url)
    }
}

macro_rules! sources {
    ($($(#[$doc:meta])* $name:ident $url:literal $read:literal;)+) => {
        $($(#[$doc])* pub const $name: Source = Source { url: $url, read: $read };)+

        /// Every source.
        pub const ALL: &[Source] = &[$($name,)+];
    };
}

sources! {
    /// Deploying the extension.
    DEPLOY "https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension" "2025-03-07";
    /// Attaching a cluster to a workspace.
    ATTACH "https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace" "2025-03-08";
    /// Errors of a compute and of its jobs.
    TROUBLESHOOT_COMPUTE "https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-compute" "2025-03-11";
    /// Kubernetes compute, and what it supports.
    ANYWHERE "https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-anywhere" "2026-11-29";
    /// Endpoints of AKS clusters in virtual networks.
    SECURE_INFERENCE "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment" "2026-11-29";
    /// Which extensions exist, and on which processors they run.
    EXTENSION_RELEASES "https://learn.microsoft.com/azure/azure-arc/kubernetes/extensions-release" "2026-11-29";
    /// The addresses that a cluster behind a firewall must reach.
    FIREWALL "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall" "2026-11-21";
    /// HTTPS for endpoints.
    TLS "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint" "2026-11-21";
    /// Error codes of the extension.
    TROUBLESHOOT "https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension" "2025-03-05";
    /// The extension's prerequisites, and the service accounts for OpenShift.
    REFERENCE "https://learn.microsoft.com/azure/machine-learning/reference-kubernetes" "2026-11-21";
    /// Legacy AksCompute.
    AKS_COMPUTE "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes" "2026-11-21";
    /// `az k8s-extension`.
    CLI_EXTENSION "https://learn.microsoft.com/cli/azure/k8s-extension" "2026-11-21";
    /// The changes in each version of the CLI extension k8s-extension.
    CLI_HISTORY "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/HISTORY.rst" "2026-11-21";
    /// What `az k8s-extension update` does and prompts for with any extension: the CLI's source code.
    CLI_UPDATE "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/custom.py" "2026-11-21";
    /// What it does and prompts for with the Azure Machine Learning extension.
    CLI_UPDATE_ML "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py" "2026-11-21";
    /// The extension beside the router of an `AksCompute`.
    AKS_SIDE_BY_SIDE "https://github.com/Azure/AML-Kubernetes/blob/master/docs/attach-compute-on-aks-v1-cluster.md" "2026-11-29";
    /// Extensions of Arc clusters, and how an update merges settings.
    ARC_EXTENSIONS "https://learn.microsoft.com/azure/azure-arc/kubernetes/extensions" "2026-11-21";
    /// When the connection of a cluster to Azure Arc expires.
    ARC_FAQ "https://learn.microsoft.com/azure/azure-arc/kubernetes/faq" "2026-11-30";
    /// What the agents of Azure Arc require of a cluster.
    ARC_REQUIREMENTS "https://learn.microsoft.com/azure/azure-arc/kubernetes/system-requirements" "2026-11-29";
    /// `az connectedk8s`.
    CLI_CONNECTED "https://learn.microsoft.com/cli/azure/connectedk8s" "2026-11-21";
    /// `az ml compute`.
    CLI_COMPUTE "https://learn.microsoft.com/cli/azure/ml/compute" "2026-11-21";
    /// `az ml computetarget create` of the first generation.
    CLI_TARGET_CREATE "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/create" "2026-11-21";
    /// `az ml computetarget attach` of the first generation.
    CLI_TARGET_ATTACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/attach" "2026-11-21";
    /// `az ml computetarget detach` of the first generation.
    CLI_TARGET_DETACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/detach" "2026-11-21";
    /// `az aks`.
    CLI_AKS "https://learn.microsoft.com/cli/azure/aks" "2026-11-21";
    /// The versions of Kubernetes that AKS supports.
    AKS_VERSIONS "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions" "2026-11-29";
    /// Pools of Spot nodes.
    AKS_SPOT "https://learn.microsoft.com/azure/aks/spot-node-pool" "2026-11-30";
    /// Signing in.
    CLI_SIGN_IN "https://learn.microsoft.com/cli/azure/authenticate-azure-cli" "2026-11-21";
    /// Azure CLI extensions.
    CLI_EXTENSIONS "https://learn.microsoft.com/cli/azure/azure-cli-extensions-overview" "2026-11-21";
    /// `AksCompute` of azureml-core.
    SDK_AKS "https://learn.microsoft.com/python/api/azureml-core/azureml.core.compute.akscompute" "2026-11-21";
    /// OpenShift's SCCs, and why the default ones must not be edited.
    OPENSHIFT_SCC "https://docs.redhat.com/en/documentation/openshift_container_platform/4.12/html/authentication_and_authorization/managing-pod-security-policies" "2026-11-21";
    /// Kubernetes namespaces.
    NAMESPACES "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/" "2026-11-21";
    /// Azure's naming rules.
    NAME_RULES "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules" "2026-11-21";
    /// Resource providers.
    PROVIDERS "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types" "2026-11-21";
    /// The states of an operation on a resource.
    ASYNC_OPERATIONS "https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations" "2026-11-30";
    /// The former GitHub action that created compute targets.
    COMPUTE_ACTION "https://github.com/Azure/aml-compute" "2026-11-30";
}

//! Where facts come from: public documentation, with the day on which it was read.

/// A page of public documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: &'static str,
    /// When it was read, or the date that its own text carries: `YYYY-MM-DD`.
    pub read: &'static str,
}

impl Source {
    /// What the page is called: the last part of its address.
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
    /// What a cluster behind a firewall has to reach.
    FIREWALL "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall" "2026-11-21";
    /// HTTPS for endpoints.
    TLS "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint" "2026-11-21";
    /// Error codes of the extension.
    TROUBLESHOOT "https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension" "2025-03-05";
    /// What the extension needs, and OpenShift's accounts.
    REFERENCE "https://learn.microsoft.com/azure/machine-learning/reference-kubernetes" "2026-11-21";
    /// Legacy AksCompute.
    AKS_COMPUTE "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes" "2026-11-21";
    /// `az k8s-extension`.
    CLI_EXTENSION "https://learn.microsoft.com/cli/azure/k8s-extension" "2026-11-21";
    /// What each version of the CLI extension k8s-extension changed.
    CLI_HISTORY "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/HISTORY.rst" "2026-11-21";
    /// What `az k8s-extension update` does and asks for any extension: the CLI's own source.
    CLI_UPDATE "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/custom.py" "2026-11-21";
    /// What it does and asks for the extension of Azure Machine Learning.
    CLI_UPDATE_ML "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py" "2026-11-21";
    /// The extension beside the router of an `AksCompute`.
    AKS_SIDE_BY_SIDE "https://github.com/Azure/AML-Kubernetes/blob/master/docs/attach-compute-on-aks-v1-cluster.md" "2026-11-29";
    /// Extensions of Arc clusters, and how an update merges settings.
    ARC_EXTENSIONS "https://learn.microsoft.com/azure/azure-arc/kubernetes/extensions" "2026-11-21";
    /// `az connectedk8s`.
    CLI_CONNECTED "https://learn.microsoft.com/cli/azure/connectedk8s" "2026-11-21";
    /// `az ml compute`.
    CLI_COMPUTE "https://learn.microsoft.com/cli/azure/ml/compute" "2026-11-21";
    /// `az ml computetarget create`, of the first generation.
    CLI_TARGET_CREATE "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/create" "2026-11-21";
    /// `az ml computetarget attach`, of the first generation.
    CLI_TARGET_ATTACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/attach" "2026-11-21";
    /// `az ml computetarget detach`, of the first generation.
    CLI_TARGET_DETACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/detach" "2026-11-21";
    /// `az aks`.
    CLI_AKS "https://learn.microsoft.com/cli/azure/aks" "2026-11-21";
    /// Signing in.
    CLI_SIGN_IN "https://learn.microsoft.com/cli/azure/authenticate-azure-cli" "2026-11-21";
    /// Extensions of the Azure CLI.
    CLI_EXTENSIONS "https://learn.microsoft.com/cli/azure/azure-cli-extensions-overview" "2026-11-21";
    /// `AksCompute` of azureml-core.
    SDK_AKS "https://learn.microsoft.com/python/api/azureml-core/azureml.core.compute.akscompute" "2026-11-21";
    /// The SCCs of OpenShift, and why not to edit the default ones.
    OPENSHIFT_SCC "https://docs.redhat.com/en/documentation/openshift_container_platform/4.12/html/authentication_and_authorization/managing-pod-security-policies" "2026-11-21";
    /// Namespaces of Kubernetes.
    NAMESPACES "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/" "2026-11-21";
    /// What names Azure takes.
    NAME_RULES "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules" "2026-11-21";
    /// Resource providers.
    PROVIDERS "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types" "2026-11-21";
}

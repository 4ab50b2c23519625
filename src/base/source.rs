//! Sources of facts: pages of public documentation, each with its own date, if it has one, and the day on which it was read.

/// A page of public documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The page's address.
    pub url: &'static str,
    /// The date that its own text carries, if it has one: `YYYY-MM-DD`.
    pub dated: Option<&'static str>,
    /// The day on which it was read: `YYYY-MM-DD`.
    pub read: &'static str,
}

impl Source {
    /// The page's name: the last part of its address.
    pub fn name(&self) -> &'static str {
        self.url.trim_end_matches('/').rsplit('/').next().unwrap_or(self.url)
    }
}

macro_rules! dated {
    () => {
        None
    };
    ($date:literal) => {
        Some($date)
    };
}

macro_rules! sources {
    ($($(#[$doc:meta])* $name:ident $url:literal $(dated $dated:literal)? read $read:literal;)+) => {
        $($(#[$doc])* pub const $name: Source = Source { url: $url, dated: dated!($($dated)?), read: $read };)+

        /// Every source.
        pub const ALL: &[Source] = &[$($name,)+];
    };
}

sources! {
    /// Deploying the extension.
    DEPLOY "https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension" dated "2026-01-28" read "2026-11-29";
    /// Attaching a cluster to a workspace.
    ATTACH "https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace" dated "2025-03-08" read "2026-11-29";
    /// Which identity a job, an endpoint or a workspace uses.
    IDENTITIES "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication" read "2026-11-29";
    /// Errors of a compute and of its jobs.
    TROUBLESHOOT_COMPUTE "https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-compute" dated "2025-03-11" read "2026-11-29";
    /// Instance types: what a job or a deployment may use of a node.
    INSTANCE_TYPES "https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types" dated "2025-07-23" read "2026-11-29";
    /// The router of online endpoints.
    INFERENCE_ROUTER "https://learn.microsoft.com/azure/machine-learning/how-to-kubernetes-inference-routing-azureml-fe" dated "2024-02-05" read "2026-11-29";
    /// Kubernetes compute, and what it supports.
    ANYWHERE "https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-anywhere" dated "2026-01-27" read "2026-11-29";
    /// Endpoints of AKS clusters in virtual networks.
    SECURE_INFERENCE "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment" dated "2026-03-30" read "2026-11-29";
    /// AKS clusters with disabled local accounts or restricted API servers.
    TRUSTED_ACCESS "https://github.com/Azure/AML-Kubernetes/blob/master/docs/azureml-aks-ta-support.md" dated "2024-07-05" read "2026-11-29";
    /// Which extensions exist, and on which processors they run.
    EXTENSION_RELEASES "https://learn.microsoft.com/azure/azure-arc/kubernetes/extensions-release" read "2026-11-29";
    /// Codes of the health check that the current page does not have.
    HEALTH_CODES "https://github.com/Azure/AML-Kubernetes/blob/master/docs/troubleshooting.md" dated "2022-12-15" read "2026-11-29";
    /// A report of the health check about instance types.
    INSTANCE_TYPE_ISSUE "https://github.com/Azure/azure-sdk-for-python/issues/33480" read "2026-11-29";
    /// The addresses that a cluster behind a firewall must reach.
    FIREWALL "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall" dated "2026-03-19" read "2026-11-29";
    /// HTTPS for endpoints.
    TLS "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint" dated "2022-10-10" read "2026-11-29";
    /// Error codes of the extension.
    TROUBLESHOOT "https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension" dated "2025-03-05" read "2026-11-29";
    /// The extension's prerequisites, and the service accounts for OpenShift.
    REFERENCE "https://learn.microsoft.com/azure/machine-learning/reference-kubernetes" dated "2025-02-10" read "2026-11-29";
    /// Legacy AksCompute.
    AKS_COMPUTE "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes" dated "2025-06-13" read "2026-11-29";
    /// The end of Basic load balancers in AKS.
    BASIC_LOAD_BALANCER "https://learn.microsoft.com/azure/aks/upgrade-basic-load-balancer-on-aks" read "2026-11-30";
    /// Interactive jobs; its commands print an extension name with a capital letter.
    INTERACTIVE_JOBS "https://learn.microsoft.com/azure/machine-learning/how-to-interactive-jobs" read "2026-11-29";
    /// `az k8s-extension`.
    CLI_EXTENSION "https://learn.microsoft.com/cli/azure/k8s-extension" read "2026-11-21";
    /// The changes in each version of the CLI extension k8s-extension.
    CLI_HISTORY "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/HISTORY.rst" read "2026-11-21";
    /// What `az k8s-extension update` does and prompts for with any extension: the CLI's source code.
    CLI_UPDATE "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/custom.py" read "2026-11-21";
    /// What it does and prompts for with the Azure Machine Learning extension.
    CLI_UPDATE_ML "https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py" read "2026-11-21";
    /// The extension beside the router of an `AksCompute`.
    AKS_SIDE_BY_SIDE "https://github.com/Azure/AML-Kubernetes/blob/master/docs/attach-compute-on-aks-v1-cluster.md" dated "2024-04-30" read "2026-11-29";
    /// Extensions of Arc clusters, and how an update merges settings.
    ARC_EXTENSIONS "https://learn.microsoft.com/azure/azure-arc/kubernetes/extensions" dated "2026-03-05" read "2026-11-29";
    /// When the connection of a cluster to Azure Arc expires.
    ARC_FAQ "https://learn.microsoft.com/azure/azure-arc/kubernetes/faq" dated "2024-11-25" read "2026-11-30";
    /// What the agents of Azure Arc require of a cluster.
    ARC_REQUIREMENTS "https://learn.microsoft.com/azure/azure-arc/kubernetes/system-requirements" dated "2024-10-08" read "2026-11-29";
    /// `az connectedk8s`.
    CLI_CONNECTED "https://learn.microsoft.com/cli/azure/connectedk8s" read "2026-11-21";
    /// `az ml compute`.
    CLI_COMPUTE "https://learn.microsoft.com/cli/azure/ml/compute" read "2026-11-21";
    /// `az ml computetarget create` of the first generation.
    CLI_TARGET_CREATE "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/create" read "2026-11-21";
    /// `az ml computetarget attach` of the first generation.
    CLI_TARGET_ATTACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/attach" read "2026-11-21";
    /// `az ml computetarget detach` of the first generation.
    CLI_TARGET_DETACH "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/detach" read "2026-11-21";
    /// `az ml computetarget update` of the first generation.
    CLI_TARGET_UPDATE "https://learn.microsoft.com/cli/azure/ml(v1)/computetarget/update" read "2026-11-30";
    /// `az aks`.
    CLI_AKS "https://learn.microsoft.com/cli/azure/aks" read "2026-11-21";
    /// The versions of Kubernetes that AKS supports.
    AKS_VERSIONS "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions" dated "2026-08-05" read "2026-11-29";
    /// Pools of Spot nodes.
    AKS_SPOT "https://learn.microsoft.com/azure/aks/spot-node-pool" dated "2025-04-06" read "2026-11-30";
    /// Signing in.
    CLI_SIGN_IN "https://learn.microsoft.com/cli/azure/authenticate-azure-cli" read "2026-11-21";
    /// Defaults of options, and the environment variables for them.
    CLI_CONFIGURE "https://learn.microsoft.com/cli/azure/azure-cli-configuration" read "2026-11-30";
    /// `az rest`.
    CLI_REST "https://learn.microsoft.com/cli/azure/use-azure-cli-rest-command" read "2026-11-30";
    /// Azure CLI extensions.
    CLI_EXTENSIONS "https://learn.microsoft.com/cli/azure/azure-cli-extensions-overview" read "2026-11-21";
    /// `AksCompute` of azureml-core.
    SDK_AKS "https://learn.microsoft.com/python/api/azureml-core/azureml.core.compute.akscompute" read "2026-11-21";
    /// OpenShift's SCCs, and why the default ones must not be edited.
    OPENSHIFT_SCC "https://docs.redhat.com/en/documentation/openshift_container_platform/4.12/html/authentication_and_authorization/managing-pod-security-policies" read "2026-11-21";
    /// Kubernetes namespaces.
    NAMESPACES "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/" read "2026-11-21";
    /// The types of the service's interface, with the pattern of a compute's name.
    COMPUTE_TYPES "https://github.com/Azure/bicep-types-az/blob/main/generated/machinelearningservices/microsoft.machinelearningservices/2025-12-01/types.json" read "2026-11-29";
    /// Azure's naming rules.
    NAME_RULES "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules" read "2026-11-21";
    /// Resource providers.
    PROVIDERS "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types" read "2026-11-21";
    /// The states of an operation on a resource.
    ASYNC_OPERATIONS "https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations" dated "2022-01-31" read "2026-11-30";
    /// The former GitHub action that created compute targets.
    COMPUTE_ACTION "https://github.com/Azure/aml-compute" read "2026-11-30";
}

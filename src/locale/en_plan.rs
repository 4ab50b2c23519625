//! English: what is done by hand, what documents misprint, what the outputs are called.

use crate::erratum::ErratumId;
use crate::plan::{OutputId, SentenceId};

/// What a form of a step is called.
pub(super) fn output(output: OutputId) -> &'static str {
    match output {
        OutputId::Cli => "Commands",
        OutputId::Python => "Python",
        OutputId::Manifest => "Manifest",
        OutputId::ComputeYaml => "YAML for the Azure CLI",
        OutputId::SccUsers => "Lines for oc edit scc privileged",
        OutputId::SccOc => "One oc command per account",
        OutputId::SccRolebinding => "Role bindings (recommended)",
        OutputId::Studio => "By hand in the browser",
    }
}

/// A sentence; `{name}` is where a word of the scenario stands.
pub(super) fn sentence(sentence: SentenceId) -> &'static str {
    match sentence {
        SentenceId::OpenStudio => "Open https://ml.azure.com and choose the workspace {workspace}.",
        SentenceId::OpenAnyStudio => "Open https://ml.azure.com and choose the workspace.",
        SentenceId::OpenKubernetesClusters => {
            "Under Manage, choose Compute, then the tab Kubernetes clusters."
        }
        SentenceId::OpenAttachedComputes => "Under Manage, choose Compute, then the tab Attached computes.",
        SentenceId::OpenInferenceClusters => "Under Manage, choose Compute, then the tab Inference clusters.",
        SentenceId::NewKubernetes => "Choose New, then Kubernetes.",
        SentenceId::NewInferenceCluster => "Choose New.",
        SentenceId::NameAndCluster => {
            "Enter {compute-name} as the compute name and choose the cluster {cluster-name}."
        }
        SentenceId::EnterNamespace => "Enter {namespace} as the namespace.",
        SentenceId::SystemIdentity => "Assign a managed identity: System-assigned.",
        SentenceId::UserIdentity => "Assign a managed identity: User-assigned, {identity-ids}.",
        SentenceId::Attach => {
            "Choose Attach. The state goes from Creating to Succeeded; if it is Failed, its message says why."
        }
        SentenceId::Detach => "Choose {compute-name}, then Detach, and confirm.",
        SentenceId::OpenArcCluster => {
            "Open https://portal.azure.com and there, under Kubernetes - Azure Arc, the cluster {cluster-name}."
        }
        SentenceId::AddExtension => {
            "Under Settings, choose Extensions, then Add, then Azure Machine Learning extension, then Create."
        }
        SentenceId::NameExtension => "Enter {extension-name} as the extension name.",
        SentenceId::ChooseSettings => "Choose what these settings say: {settings}.",
        SentenceId::UploadCertificate => "Upload the certificate and its key: {files}.",
        SentenceId::CreateExtension => "Choose Review + create, then Create, and wait for Succeeded.",
        SentenceId::RemoveExtension => {
            "Under Settings, choose Extensions, select {extension-name}, then Uninstall."
        }
        SentenceId::CreateNew => "Choose Create new, the region, and the VM size {vm-size}.",
        SentenceId::UseExisting => "Choose Use existing, then the cluster {cluster-name}.",
        SentenceId::ChooseOptions => "Choose what these options of the command say: {options}.",
        SentenceId::ChoosePurpose => "Choose Dev-test as the cluster purpose.",
        SentenceId::NameAndCreate => "Enter {compute-name} as the compute name and choose Create.",
    }
}

/// A misprint: what is printed, what is right, why.
pub(super) fn erratum(erratum: ErratumId) -> (&'static str, &'static str, &'static str) {
    match erratum {
        ErratumId::TypoTrue => (
            "allowInsecureConnections=Ture",
            "allowInsecureConnections=True",
            "Any other word leaves HTTP switched off.",
        ),
        ErratumId::MissingSpace => (
            "<path-to-the-SSL-key-PEM-file>--resource-group",
            "<path-to-the-SSL-key-PEM-file> --resource-group",
            "Without the blank the option becomes part of the path.",
        ),
        ErratumId::TypoPem => (
            "<path-to-the-SSL-cert-PEM-ile>",
            "<path-to-the-SSL-cert-PEM-file>",
            "A letter is missing in the placeholder.",
        ),
        ErratumId::TypoKey => {
            ("ssKeyPMFile", "sslKeyPemFile", "Keys are case-sensitive, and this one does not exist.")
        }
        ErratumId::AksProvider => (
            "/providers/Microsoft.Kubernetes/managedclusters/",
            "/providers/Microsoft.ContainerService/managedClusters/",
            "An AKS cluster belongs to another provider than an Arc cluster.",
        ),
        ErratumId::IdentitySlash => (
            "subscriptions/…/userAssignedIdentities/…",
            "/subscriptions/…/userAssignedIdentities/…",
            "A resource id begins with a slash.",
        ),
        ErratumId::IdentityType => (
            "--user-assigned-identities alone",
            "--identity-type UserAssigned beside it",
            "The identities belong to a type, which has to be named.",
        ),
        ErratumId::VerifyType => (
            "\"extensionType\": \"arcml-extension\"",
            "\"extensionType\": \"microsoft.azureml.kubernetes\"",
            "arcml-extension is the name, not the type.",
        ),
        ErratumId::NodePortColon => (
            "http://<NodeIP><NodePort>/<scoring_path>",
            "http://<NodeIP>:<NodePort>/<scoring_path>",
            "A colon separates address and port.",
        ),
        ErratumId::PythonReattach => (
            "else: print(…), then attach in any case",
            "attach in the else branch",
            "A compute that exists would be attached a second time.",
        ),
        ErratumId::PythonUnused => (
            "import os, resouce_id",
            "no such import, resource_id",
            "The import is not used, and the variable is misspelt.",
        ),
        ErratumId::KoTranslatedNames => (
            "aml-연산자, csi-controller",
            "aml-operator, csi-blob-controller",
            "The Korean document translates or cuts names of resources.",
        ),
        ErratumId::Backticks => (
            "--query \"orchestrators[?default == `true`].orchestratorVersion\"",
            "--query 'orchestrators[?default == `true`].orchestratorVersion'",
            "In double quotes a POSIX shell runs what stands between backticks.",
        ),
        ErratumId::OrchestratorKey => {
            ("orchestrationVersion", "orchestratorVersion", "That is what the answer calls it.")
        }
        ErratumId::ArcProvider => (
            "/providers/Microsoft.ContainerService/connectedClusters/",
            "/providers/Microsoft.Kubernetes/connectedClusters/",
            "An Arc cluster belongs to another provider than an AKS cluster.",
        ),
        ErratumId::CnameCondition => (
            "sslCname required if allowInsecureConnections=True",
            "sslCname required with HTTPS",
            "Older copies of the document have the condition upside down.",
        ),
        ErratumId::TlsEnableInference => (
            "--config … sslSecret=… without enableInference",
            "--config enableInference=True … sslSecret=…",
            "Without it there is no endpoint to encrypt.",
        ),
        ErratumId::UpdateExtensionType => (
            "az k8s-extension update --extension-type …",
            "az k8s-extension update without that option",
            "To change the certificate later: the update command refuses the option.",
        ),
        ErratumId::PlaceholderRedirect => (
            "<resource-group>, to be pasted",
            "the value itself",
            "bash and PowerShell take < for a redirection. Fill in every placeholder first.",
        ),
    }
}

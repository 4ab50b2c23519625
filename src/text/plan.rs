//! English: manual instructions, misprints in the documentation, names of outputs.

use crate::i18n::{Message, message};
use crate::plan::{ErratumId, OutputId, SentenceId};

/// The name of a form of a step.
pub(super) fn output(output: OutputId) -> Message {
    match output {
        OutputId::Cli => message!("output.cli", "Commands"),
        OutputId::Python => message!("output.python", "Python"),
        OutputId::Manifest => message!("output.manifest", "Manifest"),
        OutputId::ComputeYaml => message!("output.compute-yaml", "YAML for the Azure CLI"),
        OutputId::SccUsers => message!("output.scc-users", "Lines for oc edit scc privileged"),
        OutputId::SccOc => message!("output.scc-oc", "One oc command per account"),
        OutputId::SccRolebinding => message!("output.scc-rolebinding", "Role bindings (recommended)"),
        OutputId::Studio => message!("output.studio", "By hand in the browser"),
    }
}

/// An instruction; `{name}` marks the place of a word of the scenario.
pub(super) fn sentence(sentence: SentenceId) -> Message {
    match sentence {
        SentenceId::OpenStudio => message!(
            "sentence.open-studio",
            "Open https://ml.azure.com and choose the workspace {workspace}."
        ),
        SentenceId::OpenAnyStudio => {
            message!("sentence.open-any-studio", "Open https://ml.azure.com and choose the workspace.")
        }
        SentenceId::OpenKubernetesClusters => {
            message!(
                "sentence.open-kubernetes-clusters",
                "Under Manage, choose Compute, then the tab Kubernetes clusters."
            )
        }
        SentenceId::OpenAttachedComputes => message!(
            "sentence.open-attached-computes",
            "Under Manage, choose Compute, then the tab Attached computes."
        ),
        SentenceId::OpenInferenceClusters => message!(
            "sentence.open-inference-clusters",
            "Under Manage, choose Compute, then the tab Inference clusters."
        ),
        SentenceId::NewKubernetes => message!("sentence.new-kubernetes", "Choose New, then Kubernetes."),
        SentenceId::NewInferenceCluster => message!("sentence.new-inference-cluster", "Choose New."),
        SentenceId::NameAndCluster => {
            message!(
                "sentence.name-and-cluster",
                "Enter {compute-name} as the compute name and choose the cluster {cluster-name}."
            )
        }
        SentenceId::EnterNamespace => {
            message!("sentence.enter-namespace", "Enter {namespace} as the namespace.")
        }
        SentenceId::SystemIdentity => {
            message!("sentence.system-identity", "Assign a managed identity: System-assigned.")
        }
        SentenceId::UserIdentity => {
            message!("sentence.user-identity", "Assign a managed identity: User-assigned, {identity-ids}.")
        }
        SentenceId::Attach => {
            message!(
                "sentence.attach",
                "Choose Attach. The state goes from Creating to Succeeded; if it is Failed, its message gives the reason."
            )
        }
        SentenceId::Detach => message!("sentence.detach", "Choose {compute-name}, then Detach, and confirm."),
        SentenceId::OpenArcCluster => {
            message!(
                "sentence.open-arc-cluster",
                "Open https://portal.azure.com and there, under Kubernetes - Azure Arc, the cluster {cluster-name}."
            )
        }
        SentenceId::AddExtension => {
            message!(
                "sentence.add-extension",
                "Under Settings, choose Extensions, then Add, then Azure Machine Learning extension, then Create."
            )
        }
        SentenceId::NameExtension => {
            message!("sentence.name-extension", "Enter {extension-name} as the extension name.")
        }
        SentenceId::ChooseSettings => {
            message!("sentence.choose-settings", "Choose the values of these settings: {settings}.")
        }
        SentenceId::UploadCertificate => {
            message!("sentence.upload-certificate", "Upload the certificate and its key: {files}.")
        }
        SentenceId::CreateExtension => message!(
            "sentence.create-extension",
            "Choose Review + create, then Create, and wait for Installed."
        ),
        SentenceId::RemoveExtension => {
            message!(
                "sentence.remove-extension",
                "Under Settings, choose Extensions, select {extension-name}, then Uninstall."
            )
        }
        SentenceId::CreateNew => {
            message!("sentence.create-new", "Choose Create new, the region, and the VM size {vm-size}.")
        }
        SentenceId::UseExisting => {
            message!("sentence.use-existing", "Choose Use existing, then the cluster {cluster-name}.")
        }
        SentenceId::ChooseOptions => {
            message!(
                "sentence.choose-options",
                "Choose the values of these options of the command: {options}."
            )
        }
        SentenceId::ChoosePurpose => {
            message!("sentence.choose-purpose", "Choose Dev-test as the cluster purpose.")
        }
        SentenceId::NameAndCreate => message!(
            "sentence.name-and-create",
            "Enter {compute-name} as the compute name and choose Create."
        ),
    }
}

/// A misprint as a sentence.
pub(super) fn misprint(printed: &str, right: &str, why: &str) -> String {
    message!("misprint.told", "Printed: {printed}. Correct: {right}. {why}").fill(&[
        ("printed", printed),
        ("right", right),
        ("why", why),
    ])
}

/// A misprint: the printed text, the correct text, the reason.
#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn erratum(erratum: ErratumId) -> (Message, Message, Message) {
    match erratum {
        ErratumId::TypoTrue => (
            message!("misprint.typo-true.printed", "allowInsecureConnections=Ture"),
            message!("misprint.typo-true.right", "allowInsecureConnections=True"),
            message!("misprint.typo-true.why", "Any other value leaves HTTP off."),
        ),
        ErratumId::MissingSpace => (
            message!("misprint.missing-space.printed", "<path-to-the-SSL-key-PEM-file>--resource-group"),
            message!("misprint.missing-space.right", "<path-to-the-SSL-key-PEM-file> --resource-group"),
            message!("misprint.missing-space.why", "Without the space the option becomes part of the path."),
        ),
        ErratumId::TypoPem => (
            message!("misprint.typo-pem.printed", "<path-to-the-SSL-cert-PEM-ile>"),
            message!("misprint.typo-pem.right", "<path-to-the-SSL-cert-PEM-file>"),
            message!("misprint.typo-pem.why", "A letter is missing in the placeholder."),
        ),
        ErratumId::TypoKey => (
            message!("misprint.typo-key.printed", "ssKeyPMFile"),
            message!("misprint.typo-key.right", "sslKeyPemFile"),
            message!("misprint.typo-key.why", "Keys are case-sensitive, and this one does not exist."),
        ),
        ErratumId::AksProvider => (
            message!("misprint.aks-provider.printed", "/providers/Microsoft.Kubernetes/managedclusters/"),
            message!("misprint.aks-provider.right", "/providers/Microsoft.ContainerService/managedClusters/"),
            message!(
                "misprint.aks-provider.why",
                "An AKS cluster has a different provider from an Arc cluster."
            ),
        ),
        ErratumId::IdentitySlash => (
            message!("misprint.identity-slash.printed", "subscriptions/…/userAssignedIdentities/…"),
            message!("misprint.identity-slash.right", "/subscriptions/…/userAssignedIdentities/…"),
            message!("misprint.identity-slash.why", "A resource id begins with a slash."),
        ),
        ErratumId::IdentityType => (
            message!("misprint.identity-type.printed", "--user-assigned-identities alone"),
            message!("misprint.identity-type.right", "--identity-type UserAssigned as well"),
            message!("misprint.identity-type.why", "The type of the identities is required."),
        ),
        ErratumId::VerifyType => (
            message!("misprint.verify-type.printed", "\"extensionType\": \"arcml-extension\""),
            message!("misprint.verify-type.right", "\"extensionType\": \"microsoft.azureml.kubernetes\""),
            message!("misprint.verify-type.why", "arcml-extension is the name, not the type."),
        ),
        ErratumId::NodePortColon => (
            message!("misprint.node-port-colon.printed", "http://<NodeIP><NodePort>/<scoring_path>"),
            message!("misprint.node-port-colon.right", "http://<NodeIP>:<NodePort>/<scoring_path>"),
            message!("misprint.node-port-colon.why", "A colon separates address and port."),
        ),
        ErratumId::PythonReattach => (
            message!("misprint.python-reattach.printed", "else: print(…), then attach in any case"),
            message!("misprint.python-reattach.right", "attach in the else branch"),
            message!("misprint.python-reattach.why", "An existing compute would be attached a second time."),
        ),
        ErratumId::PythonUnused => (
            message!("misprint.python-unused.printed", "import os, resouce_id"),
            message!("misprint.python-unused.right", "no such import, resource_id"),
            message!("misprint.python-unused.why", "The import is not used, and the variable is misspelt."),
        ),
        ErratumId::KoTranslatedNames => (
            message!("misprint.ko-translated-names.printed", "aml-연산자, csi-controller"),
            message!("misprint.ko-translated-names.right", "aml-operator, csi-blob-controller"),
            message!(
                "misprint.ko-translated-names.why",
                "The Korean document translates or cuts names of resources."
            ),
        ),
        ErratumId::Backticks => (
            message!(
                "misprint.backticks.printed",
                "--query \"orchestrators[?default == `true`].orchestratorVersion\""
            ),
            message!(
                "misprint.backticks.right",
                "--query 'orchestrators[?default == `true`].orchestratorVersion'"
            ),
            message!(
                "misprint.backticks.why",
                "In double quotes a POSIX shell runs the text between backticks."
            ),
        ),
        ErratumId::OrchestratorKey => (
            message!("misprint.orchestrator-key.printed", "orchestrationVersion"),
            message!("misprint.orchestrator-key.right", "orchestratorVersion"),
            message!("misprint.orchestrator-key.why", "That is its name in the output."),
        ),
        ErratumId::ArcProvider => (
            message!(
                "misprint.arc-provider.printed",
                "/providers/Microsoft.ContainerService/connectedClusters/"
            ),
            message!("misprint.arc-provider.right", "/providers/Microsoft.Kubernetes/connectedClusters/"),
            message!(
                "misprint.arc-provider.why",
                "An Arc cluster has a different provider from an AKS cluster."
            ),
        ),
        ErratumId::CnameCondition => (
            message!(
                "misprint.cname-condition.printed",
                "sslCname required if allowInsecureConnections=True"
            ),
            message!("misprint.cname-condition.right", "sslCname required with HTTPS"),
            message!(
                "misprint.cname-condition.why",
                "Older copies of the document state the opposite condition."
            ),
        ),
        ErratumId::TlsEnableInference => (
            message!(
                "misprint.tls-enable-inference.printed",
                "--config … sslSecret=… without enableInference"
            ),
            message!("misprint.tls-enable-inference.right", "--config enableInference=True … sslSecret=…"),
            message!("misprint.tls-enable-inference.why", "Without it there is no endpoint to encrypt."),
        ),
        ErratumId::UpdateExtensionType => (
            message!("misprint.update-extension-type.printed", "az k8s-extension update --extension-type …"),
            message!("misprint.update-extension-type.right", "az k8s-extension update without that option"),
            message!(
                "misprint.update-extension-type.why",
                "The update command, which changes the certificate later, does not accept the option."
            ),
        ),
        ErratumId::ShowNameAlone => (
            message!("misprint.show-name-alone.printed", "az k8s-extension show --name …"),
            message!(
                "misprint.show-name-alone.right",
                "also with --cluster-name, --cluster-type and --resource-group"
            ),
            message!("misprint.show-name-alone.why", "The command requires all four options."),
        ),
        ErratumId::MlExtensionCreate => (
            message!("misprint.ml-extension-create.printed", "az ml extension create"),
            message!("misprint.ml-extension-create.right", "az k8s-extension create"),
            message!("misprint.ml-extension-create.why", "That command does not exist."),
        ),
        ErratumId::SecretData => (
            message!("misprint.secret-data.printed", "the text of the PEM files under data: of a secret"),
            message!(
                "misprint.secret-data.right",
                "their Base64 form under data:, or the text under stringData:"
            ),
            message!("misprint.secret-data.why", "Kubernetes decodes everything under data: from Base64."),
        ),
        ErratumId::DefaultTypeMemory => (
            message!(
                "misprint.default-type-memory.printed",
                "a memory limit of 8 GB for defaultinstancetype"
            ),
            message!("misprint.default-type-memory.right", "2Gi"),
            message!(
                "misprint.default-type-memory.why",
                "The YAML on the same page and the release notes of version 1.1.23 have 2Gi."
            ),
        ),
        ErratumId::DeploymentImport => (
            message!(
                "misprint.deployment-import.printed",
                "from azure.ai.ml import KubernetesOnlineDeployment"
            ),
            message!(
                "misprint.deployment-import.right",
                "from azure.ai.ml.entities import KubernetesOnlineDeployment"
            ),
            message!("misprint.deployment-import.why", "The package azure.ai.ml does not export the class."),
        ),
        ErratumId::ResourceSettingsGpu => (
            message!("misprint.resource-settings-gpu.printed", "ResourceSettings(nvidia_gpu=…)"),
            message!("misprint.resource-settings-gpu.right", "ResourceSettings(gpu=…)"),
            message!(
                "misprint.resource-settings-gpu.why",
                "The class takes cpu, memory and gpu, and nothing else."
            ),
        ),
        ErratumId::ScaleSetting => (
            message!("misprint.scale-setting.printed", "scale_setting"),
            message!("misprint.scale-setting.right", "scale_settings"),
            message!("misprint.scale-setting.why", "azure-ai-ml rejects the singular as an unknown field."),
        ),
        ErratumId::PlaceholderRedirect => (
            message!("misprint.placeholder-redirect.printed", "<resource-group>, pasted as it is"),
            message!("misprint.placeholder-redirect.right", "the value itself"),
            message!(
                "misprint.placeholder-redirect.why",
                "bash and PowerShell treat < as a redirection. Fill in every placeholder first."
            ),
        ),
    }
}

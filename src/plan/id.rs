//! The ids of a plan: steps, notes, outputs, programs, misprints.

use crate::base::ids::ids;

ids! {
    /// The steps of a plan.
    StepId {
        /// Sign in to Azure and choose the subscription.
        SignIn "sign-in",
        /// Install the tools that the other steps use.
        Tools "tools",
        /// Register the resource providers.
        Providers "providers",
        /// Connect the cluster to Azure Arc.
        ConnectCluster "connect-cluster",
        /// Allow the extension's service accounts to use the privileged SCC.
        OpenshiftScc "openshift-scc",
        /// Store the certificate in a secret.
        TlsSecret "tls-secret",
        /// Install the extension.
        CreateExtension "create-extension",
        /// Verify that the extension runs.
        VerifyExtension "verify-extension",
        /// Create the namespace of the compute.
        CreateNamespace "create-namespace",
        /// Attach the cluster to the workspace.
        AttachCompute "attach-compute",
        /// Verify that the cluster is attached.
        VerifyCompute "verify-compute",
        /// Detach the cluster from the workspace.
        DetachCompute "detach-compute",
        /// Remove the extension.
        DeleteExtension "delete-extension",
        /// List the Kubernetes versions (aks-v1).
        ListVersions "list-versions",
        /// Create a new cluster through the workspace (aks-v1).
        CreateCluster "create-cluster",
        /// Attach an existing cluster (aks-v1).
        AttachCluster "attach-cluster",
        /// Detach the cluster from the workspace (aks-v1).
        DetachCluster "detach-cluster",
    }
}

ids! {
    /// Notes on a step.
    NoteId {
        /// Versions of the tools.
        ToolVersions "tool-versions",
        /// The two CLI extensions that share `az ml`.
        MlConflict "ml-conflict",
        /// Registration takes minutes.
        WaitForRegistration "wait-for-registration",
        /// The cluster of kubectl's current context is the one that gets connected.
        CurrentContext "current-context",
        /// Azure Arc's agent needs the SCC before the cluster is connected.
        ArcAgentScc "arc-agent-scc",
        /// kubectl uses its current context.
        KubectlContext "kubectl-context",
        /// The Azure Relay resource must not be changed or deleted.
        RelayDoNotTouch "relay-do-not-touch",
        /// The result to expect from the extension.
        ExtensionSucceeded "extension-succeeded",
        /// The format of a NodePort scoring URL.
        NodePortUrl "node-port-url",
        /// The command returns before the operation completes.
        NoWait "no-wait",
        /// Training needs an identity if the storage account allows no key.
        NoIdentity "no-identity",
        /// The result to expect from the compute.
        ComputeSucceeded "compute-succeeded",
        /// The Kubernetes version cannot be chosen.
        DefaultVersion "default-version",
        /// Bring your own load balancer.
        NodePortOwnLb "node-port-own-lb",
        /// Grant the SCC first.
        OpenshiftSccFirst "openshift-scc-first",
        /// Creation takes about ten minutes and cannot be repeated with the same name.
        NotIdempotent "not-idempotent",
        /// The cluster must be able to reach Azure.
        OutboundAccess "outbound-access",
        /// Which characters the PEM files may contain.
        PemFiles "pem-files",
        /// What the CLI adds on a cluster with few nodes.
        FewNodes "few-nodes",
        /// What an AKS cluster must be like.
        AksLimits "aks-limits",
        /// How Azure Machine Learning gets access to an AKS cluster.
        AksAccess "aks-access",
        /// A new cluster needs a public address for outbound traffic.
        PublicAddress "public-address",
        /// The size of its nodes cannot be changed later.
        NodeSizeStays "node-size-stays",
        /// Who can access the API server.
        AuthorizedRanges "authorized-ranges",
        /// Private clusters and Standard load balancers must be created in AKS.
        PrivateClusterAttachOnly "private-cluster-attach-only",
        /// Without resource group and workspace, the command uses the configured defaults.
        ConfiguredDefaults "configured-defaults",
        /// A cluster must be attached only once: a second attachment breaks the first.
        SingleAttachment "single-attachment",
        /// Creating makes a cluster with a load balancer that AKS no longer supports.
        BasicLoadBalancer "basic-load-balancer",
        /// The roles of whoever attaches a cluster.
        AttachRoles "attach-roles",
        /// The command has no option for the load balancer.
        LoadBalancerNotInCli "load-balancer-not-in-cli",
        /// The command has no option for the purpose.
        PurposeNotInCli "purpose-not-in-cli",
        /// The connection to Azure Arc is kept.
        ArcConnectionStays "arc-connection-stays",
        /// The namespace is kept.
        NamespaceStays "namespace-stays",
        /// Endpoints and jobs go before the compute.
        EndpointsFirst "endpoints-first",
        /// Deleting takes a while.
        DeletionTime "deletion-time",
        /// What deleting the extension leaves behind.
        LeftBehind "left-behind",
        /// The Relay namespace that the CLI created is kept.
        RelayStays "relay-stays",
        /// Changes to the SCC itself do not last.
        SccEditDoesNotLast "scc-edit-does-not-last",
        /// Resources that already exist need not be created.
        AlreadyExists "already-exists",
        /// The manifest requires the contents of the files.
        SecretContents "secret-contents",
        /// One extension serves every compute on a cluster.
        ExtensionShared "extension-shared",
        /// The secret is kept.
        SecretStays "secret-stays",
        /// Granted permissions to revoke.
        SccRemoval "scc-removal",
        /// The Python file gets the workspace from config.json.
        WorkspaceConfig "workspace-config",
        /// Detaching does not delete the cluster.
        DetachKeepsCluster "detach-keeps-cluster",
    }
}

impl NoteId {
    /// Whether the note describes the result to expect from the step.
    pub fn describes_success(self) -> bool {
        matches!(self, Self::ExtensionSucceeded | Self::ComputeSucceeded)
    }
}

ids! {
    /// The forms in which a step is offered. A step has each form at most once.
    OutputId {
        /// Commands for the chosen shell.
        Cli "cli",
        /// A Python file.
        Python "python",
        /// A Kubernetes manifest.
        Manifest "manifest",
        /// A compute for `az ml compute attach --file`.
        ComputeYaml "compute-yaml",
        /// Lines for `oc edit scc privileged`.
        SccUsers "scc-users",
        /// One command per account.
        SccOc "scc-oc",
        /// A role and its bindings, which is the recommended form.
        SccRolebinding "scc-rolebinding",
        /// Instructions for the studio or the portal.
        Studio "studio",
    }
}

impl OutputId {
    /// Whether the form consists of commands. The page writes those itself and leaves the other forms to the panels.
    pub fn is_commands(self) -> bool {
        matches!(self, Self::Cli | Self::SccOc)
    }

    /// The name that the panels use for this form of a step. See [`OutputId::from_part`].
    pub fn part(self, step: StepId) -> String {
        [FORM, step.id(), ".", self.id()].concat()
    }

    /// The step and form with this name.
    pub fn from_part(part: &str) -> Option<(StepId, Self)> {
        let (step, form) = part.strip_prefix(FORM)?.split_once('.')?;
        let step = StepId::ALL.iter().find(|known| known.id() == step)?;
        Some((*step, *Self::ALL.iter().find(|known| known.id() == form)?))
    }
}

const FORM: &str = "form.";

ids! {
    /// The programs that a plan calls.
    Program {
        /// The Azure CLI.
        Az "az",
        /// The Kubernetes CLI.
        Kubectl "kubectl",
        /// OpenShift's CLI.
        Oc "oc",
    }
}

#[cfg(test)]
mod tests {
    use super::{OutputId, StepId};

    #[test]
    fn a_part_names_one_form_of_one_step() {
        for step in StepId::ALL {
            for form in OutputId::ALL {
                assert_eq!(OutputId::from_part(&form.part(*step)), Some((*step, *form)));
            }
        }
        for part in ["", "form.", "form.sign-in", "form.sign-in.", "form.cli.sign-in", "sign-in.cli", "read"]
        {
            assert_eq!(OutputId::from_part(part), None, "{part}");
        }
    }
}

ids! {
    /// Misprints in public documentation.
    ErratumId {
        /// `Ture`.
        TypoTrue "typo-true",
        /// The space between two options is missing.
        MissingSpace "missing-space",
        /// `PEM-ile`.
        TypoPem "typo-pem",
        /// `ssKeyPMFile`.
        TypoKey "typo-key",
        /// The resource provider of AKS.
        AksProvider "aks-provider",
        /// An identity without its leading slash.
        IdentitySlash "identity-slash",
        /// `--identity-type` is missing.
        IdentityType "identity-type",
        /// The name is printed as the type.
        VerifyType "verify-type",
        /// The colon before the port is missing.
        NodePortColon "node-port-colon",
        /// An existing compute is attached again.
        PythonReattach "python-reattach",
        /// An unused import and a misspelt variable.
        PythonUnused "python-unused",
        /// Translated resource names.
        KoTranslatedNames "ko-translated-names",
        /// Backticks within double quotes.
        Backticks "backticks",
        /// The key of a version.
        OrchestratorKey "orchestrator-key",
        /// The resource provider of Arc.
        ArcProvider "arc-provider",
        /// When `sslCname` is required.
        CnameCondition "cname-condition",
        /// `enableInference` is missing.
        TlsEnableInference "tls-enable-inference",
        /// `update` has no `--extension-type`.
        UpdateExtensionType "update-extension-type",
        /// The extension is shown by its name alone.
        ShowNameAlone "show-name-alone",
        /// A command that does not exist.
        MlExtensionCreate "ml-extension-create",
        /// PEM text where a secret's data are encoded.
        SecretData "secret-data",
        /// The memory of the default instance type.
        DefaultTypeMemory "default-type-memory",
        /// A deployment's class is imported from the wrong module.
        DeploymentImport "deployment-import",
        /// An argument that the class does not have.
        ResourceSettingsGpu "resource-settings-gpu",
        /// `scale_setting`.
        ScaleSetting "scale-setting",
        /// A placeholder that a shell takes for a redirection.
        PlaceholderRedirect "placeholder-redirect",
    }
}

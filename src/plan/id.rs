//! The ids of a plan: steps, notes, outputs, programs, misprints.

use crate::base::ids::ids;

ids! {
    /// The steps of a plan.
    StepId {
        /// Sign in to Azure and choose the subscription.
        SignIn "sign-in",
        /// Install what the other steps use.
        Tools "tools",
        /// Register the resource providers.
        Providers "providers",
        /// Connect the cluster to Azure Arc.
        ConnectCluster "connect-cluster",
        /// Let the extension's accounts use the privileged SCC.
        OpenshiftScc "openshift-scc",
        /// Put the certificate into a secret.
        TlsSecret "tls-secret",
        /// Install the extension.
        CreateExtension "create-extension",
        /// See that it runs.
        VerifyExtension "verify-extension",
        /// Make the namespace of the compute.
        CreateNamespace "create-namespace",
        /// Attach the cluster to the workspace.
        AttachCompute "attach-compute",
        /// See that it is attached.
        VerifyCompute "verify-compute",
        /// Take the cluster off the workspace.
        DetachCompute "detach-compute",
        /// Remove the extension.
        DeleteExtension "delete-extension",
        /// List the Kubernetes versions (aks-v1).
        ListVersions "list-versions",
        /// Make a new cluster through the workspace (aks-v1).
        CreateCluster "create-cluster",
        /// Attach a cluster that exists (aks-v1).
        AttachCluster "attach-cluster",
        /// Take the cluster off the workspace (aks-v1).
        DetachCluster "detach-cluster",
    }
}

ids! {
    /// What is worth knowing at a step.
    NoteId {
        /// Versions of the tools.
        ToolVersions "tool-versions",
        /// The two CLI extensions that share `az ml`.
        MlConflict "ml-conflict",
        /// Registration takes minutes.
        WaitForRegistration "wait-for-registration",
        /// kubectl's current context is the one that gets connected.
        CurrentContext "current-context",
        /// Azure Arc's agent needs the SCC first.
        ArcAgentScc "arc-agent-scc",
        /// kubectl speaks to its current context.
        KubectlContext "kubectl-context",
        /// The Azure Relay resource is not to be touched.
        RelayDoNotTouch "relay-do-not-touch",
        /// What success looks like.
        ExtensionSucceeded "extension-succeeded",
        /// What a NodePort scoring URL looks like.
        NodePortUrl "node-port-url",
        /// The command returns before the work is done.
        NoWait "no-wait",
        /// What success looks like.
        ComputeSucceeded "compute-succeeded",
        /// The Kubernetes version cannot be chosen.
        DefaultVersion "default-version",
        /// Bring your own load balancer.
        NodePortOwnLb "node-port-own-lb",
        /// Grant the SCC first.
        OpenshiftSccFirst "openshift-scc-first",
        /// Creating takes about ten minutes, and cannot be repeated under the name.
        NotIdempotent "not-idempotent",
        /// The cluster has to reach Azure.
        OutboundAccess "outbound-access",
        /// A new cluster needs a public address for what it sends.
        PublicAddress "public-address",
        /// The size of its nodes stays.
        NodeSizeStays "node-size-stays",
        /// Who may call the API server.
        AuthorizedRanges "authorized-ranges",
        /// Private clusters and Standard load balancers are made in AKS.
        PrivateClusterAttachOnly "private-cluster-attach-only",
        /// Without group and workspace the command takes the configured defaults.
        ConfiguredDefaults "configured-defaults",
        /// One attachment a cluster.
        SingleAttachment "single-attachment",
        /// The command has no option for the purpose.
        PurposeNotInCli "purpose-not-in-cli",
        /// The connection to Azure Arc is not undone.
        ArcConnectionStays "arc-connection-stays",
        /// The namespace is not removed.
        NamespaceStays "namespace-stays",
        /// Editing the SCC itself does not last.
        SccEditDoesNotLast "scc-edit-does-not-last",
        /// What exists already need not be made.
        AlreadyExists "already-exists",
        /// The manifest wants the contents of the files.
        SecretContents "secret-contents",
        /// One extension serves every compute of a cluster.
        ExtensionShared "extension-shared",
        /// The secret is not removed.
        SecretStays "secret-stays",
        /// What to take back of what was granted.
        SccRemoval "scc-removal",
        /// The Python file finds the workspace in config.json.
        WorkspaceConfig "workspace-config",
        /// Detaching does not delete the cluster.
        DetachKeepsCluster "detach-keeps-cluster",
    }
}

impl NoteId {
    /// Whether it says what success of the step looks like.
    pub fn tells_success(self) -> bool {
        matches!(self, Self::ExtensionSucceeded | Self::ComputeSucceeded)
    }
}

ids! {
    /// The forms in which a step is given. A step holds each at most once.
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
        /// A command an account.
        SccOc "scc-oc",
        /// A role and its bindings: the one to recommend.
        SccRolebinding "scc-rolebinding",
        /// What to do in the studio or the portal.
        Studio "studio",
    }
}

impl OutputId {
    /// Whether commands make it up. The page writes those itself, and leaves the others to its second module.
    pub fn is_commands(self) -> bool {
        matches!(self, Self::Cli | Self::SccOc)
    }

    /// What the second module calls this form of a step; see [`OutputId::from_part`].
    pub fn part(self, step: StepId) -> String {
        [FORM, step.id(), ".", self.id()].concat()
    }

    /// The form of a step that a part shows.
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
    /// The misprints.
    ErratumId {
        /// `Ture`.
        TypoTrue "typo-true",
        /// A blank is missing between two options.
        MissingSpace "missing-space",
        /// `PEM-ile`.
        TypoPem "typo-pem",
        /// `ssKeyPMFile`.
        TypoKey "typo-key",
        /// The provider of AKS.
        AksProvider "aks-provider",
        /// An identity without its leading slash.
        IdentitySlash "identity-slash",
        /// `--identity-type` is missing.
        IdentityType "identity-type",
        /// The name printed as the type.
        VerifyType "verify-type",
        /// No colon before the port.
        NodePortColon "node-port-colon",
        /// A compute that exists is attached again.
        PythonReattach "python-reattach",
        /// Unused import, misspelt variable.
        PythonUnused "python-unused",
        /// Names of resources, translated.
        KoTranslatedNames "ko-translated-names",
        /// Backticks in double quotes.
        Backticks "backticks",
        /// The key of a version.
        OrchestratorKey "orchestrator-key",
        /// The provider of Arc.
        ArcProvider "arc-provider",
        /// When `sslCname` is required.
        CnameCondition "cname-condition",
        /// `enableInference` is missing.
        TlsEnableInference "tls-enable-inference",
        /// `update` has no `--extension-type`.
        UpdateExtensionType "update-extension-type",
        /// A placeholder is a redirection.
        PlaceholderRedirect "placeholder-redirect",
    }
}

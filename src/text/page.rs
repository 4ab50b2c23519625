//! English: the page, the terminal, the plan.

use crate::analysis::check::RuleId;
use crate::i18n::{Message, Plural, listed, message, plural, texts};
use crate::model::choice::Edition;
use crate::model::field::WizardStep;
use crate::plan::{NoteId, StepId};
use crate::text::finding::rule_text;

texts! {
    /// The standalone texts of the page.
    Text "page" {
        PageTitle "Azure Machine Learning on Kubernetes",
        PageLead "Answer a few questions and get the exact commands that connect your cluster to a workspace. Everything stays in this browser.",
        SkipToPlan "Skip to the commands",
        WizardHeading "Your scenario",
        WizardNav "Steps of the wizard",
        PlanHeading "Commands",
        PlanSetUp "Set up",
        PlanCleanUp "Clean up, when you no longer need it",
        PresetsHeading "Start from",
        PresetsLead "a scenario that is close to yours, or answer the questions below",
        TakenPreset "its choices are in place, and your names are kept.",
        TakenScenario "Another scenario has taken the place of what you had.",
        TakenRepair "Fixed.",
        TakenBack "Everything is as you had it.",
        Undo "Undo",
        Redo "Redo",
        Keep "Keep it",
        StepDone "done",
        StepNotAsked "does not apply",
        Bypass "Go straight to the commands",
        HelpOn "Help:",
        SearchOpen "Search settings",
        KeysOpen "Keyboard shortcuts",
        KeysSwitch "Single keys do this, as long as you are not typing",
        Close "Close",
        LanguageLabel "Language",
        LanguageFailed "The texts of this language could not be loaded. English is shown instead.",
        ThemeLabel "Colours",
        ThemeAuto "As the system",
        ThemeLight "Light",
        ThemeDark "Dark",
        Back "Back",
        Next "Next",
        ToCommands "See the commands",
        ToolsLabel "More ways to start",
        ToolRead "Paste what you have",
        ToolCompare "Compare",
        ToolScenarios "Scenarios and files",
        ToolLoading "Loading…",
        ToolFailed "This part of the page could not be loaded.",
        ToolAgain "Try again",
        Copy "Copy",
        CopyCommand "Copy command",
        Copied "Copied",
        CopiedWithPlaceholders "Copied. Replace the text in angle brackets before you run it.",
        CopyFailed "The browser did not allow copying. The text is selected: press Ctrl+C.",
        Command "Command",
        CopyStep "Copy all of this step",
        CopyGaps "Not copied: values are missing. Fill these in first:",
        CopyContents "Not copied: the contents of files are missing. Put them in place of the text in angle brackets.",
        CopyErrors "Not copied: this step would not do what you want. Fix these first:",
        CopyAnyway "Copy anyway",
        Forms "Ways to do this step",
        Done "Done",
        AllDone "Every step is ticked off.",
        Success "Success looks like this",
        Otherwise "Otherwise",
        DefaultIs "Default:",
        ForExample "For example:",
        ShellLabel "Shell",
        LayoutLabel "Layout",
        LayoutLines "One option per line",
        LayoutOneLine "Single line",
        Dismiss "Dismiss",
        Confirm "I have checked them",
        Optional "optional",
        FromLink "This scenario came with a link.",
        FromLinkTexts "The commands contain these texts from it. Check them before you run anything:",
        FromLinkIgnored "This could not be used:",
        LongLink "The address is now too long for some programs to accept as a link. Save the scenario as a file \
            instead:",
        ErrorPrefix "Error:",
        SeverityError "Error",
        SeverityWarning "Note",
        Sources "Documentation",
        Privacy "No server, no telemetry, no requests to anyone else. What you type stays in this page and in the \
            part of its address after the #, which browsers never send. What you keep and which steps you tick \
            off stay in this browser.",
        DownloadHeading "Download",
        SeverityInfo "Info",
        ErrataLabel "Show misprints in the documentation",
        ReadOn "as of",
        ReferenceHeading "Good to know",
        ResourcesHeading "What will exist",
        PictureHeading "A picture of what will exist",
        SizesHeading "What the extension needs, without your workloads",
        RolesHeading "Roles that identities need",
        TroubleshootHeading "If the installation fails",
        MigrationHeading "What changes in the current edition",
        MigrationOpen "Open it in the current edition",
        SettingsHeading "Settings of the extension",
    }
}

texts! {
    /// The texts of scripts, the run-book and the terminal, which the page does not need.
    FileText "file" {
        Printed "Printed:",
        Right "Right:",
        FillInFirst "Nothing was done. Fill in these values first:",
        BookEdition "Edition:",
        ScriptTitle "Made by azureml-k8s. Run with the argument clean-up to undo what it sets up.",
        ScriptLink "The scenario:",
        ScriptWaiting "The number of queries for a state, and the seconds between them.",
        ScriptStopped "Stopped. See above for the reason, fix it, and run this again. Step:",
        ScriptWaitFor "Repeats a query until the state is as wanted, and gives up after a while.",
        ScriptContext "Prints which cluster kubectl uses, and requires AZUREML_K8S_CONTEXT if that is set.",
        ScriptOtherContext "kubectl uses another cluster than",
        ScriptRefused "Nothing was done. Set AZUREML_K8S_FORCE=1 to run it anyway.",
        ScriptFailed "the state is",
        ScriptGaveUp "gave up waiting; the state is still",
        TerminalCleanUp "clean-up",
        TerminalIgnored "ignored:",
        TerminalAlso "also, with --format json or markdown:",
        TerminalLink "link:",
        ReadNotUnderstood "not understood:",
        ReadRepaired "repaired:",
    }
}

/// How much of the plan is done.
pub(super) fn steps_done(done: usize, all: usize) -> String {
    plural!("page.steps-done", "{done} of {count} step done", "{done} of {count} steps done")
        .fill(all, &[("done", &done.to_string())])
}

/// What to do if a check fails.
pub(super) fn otherwise(note: NoteId) -> Message {
    if note == NoteId::ComputeSucceeded {
        message!(
            "otherwise.compute",
            "If it is Failed, the error next to it gives the reason: most often a role that is missing, or an \
            extension that does not run. Detach the compute, fix the cause, and attach it again."
        )
    } else {
        message!(
            "otherwise.extension",
            "If it is Failed, the error next to it gives the reason, often with a code of the health check. If a \
            pod is not Running, kubectl describe pod --namespace azureml shows what it waits for."
        )
    }
}

pub(super) fn wizard_step(step: WizardStep) -> Message {
    match step {
        WizardStep::Cluster => message!("wizard-step.cluster", "Cluster"),
        WizardStep::Workload => message!("wizard-step.workload", "Workload"),
        WizardStep::Endpoint => message!("wizard-step.endpoint", "Endpoint"),
        WizardStep::Settings => message!("wizard-step.settings", "Settings"),
        WizardStep::Workspace => message!("wizard-step.workspace", "Workspace"),
    }
}

/// The legend of a step's questions.
pub(super) fn step_legend(step: WizardStep) -> Message {
    match step {
        WizardStep::Cluster => message!("step-legend.cluster", "Your cluster"),
        WizardStep::Workload => message!("step-legend.workload", "Its workload"),
        WizardStep::Endpoint => message!("step-legend.endpoint", "The endpoint of your models"),
        WizardStep::Settings => message!("step-legend.settings", "Settings of the installation"),
        WizardStep::Workspace => message!("step-legend.workspace", "Workspace and compute"),
    }
}

/// The title of the collapsed questions, with their counts.
pub(super) fn advanced(changed: usize, errors: usize, missing: usize) -> String {
    let counts = counted(&[
        (changed, plural!("advanced.changed", "{count} changed", "{count} changed")),
        (errors, plural!("advanced.errors", "{count} with an error", "{count} with an error")),
        (missing, plural!("advanced.missing", "{count} to fill in", "{count} to fill in")),
    ]);
    if counts.is_empty() {
        return message!("advanced.plain", "Advanced").text().to_owned();
    }
    message!("advanced.told", "Advanced ({counts})").fill(&[("counts", &counts)])
}

/// The closest preset, and how many of its choices differ.
pub(super) fn preset_standing(name: &str, changes: usize) -> String {
    if changes == 0 {
        return name.to_owned();
    }
    plural!("page.preset-standing", "{name} + {count} change", "{name} + {count} changes")
        .fill(changes, &[("name", name)])
}

/// Lists counts of several kinds, without those that are zero.
pub(super) fn counted(counts: &[(usize, Plural)]) -> String {
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, plural)| plural.fill(*count, &[]))
        .collect();
    listed(&told)
}

pub(super) fn step_title(step: StepId) -> Message {
    match step {
        StepId::SignIn => message!("step.sign-in", "Sign in and choose the subscription"),
        StepId::Tools => message!("step.tools", "Install the CLI extensions"),
        StepId::Providers => message!("step.providers", "Register the resource providers"),
        StepId::ConnectCluster => message!("step.connect-cluster", "Connect the cluster to Azure Arc"),
        StepId::OpenshiftScc => message!("step.openshift-scc", "Grant the privileged SCC"),
        StepId::TlsSecret => message!("step.tls-secret", "Store the certificate in a secret"),
        StepId::CreateExtension => {
            message!("step.create-extension", "Install the Azure Machine Learning extension")
        }
        StepId::VerifyExtension => message!("step.verify-extension", "Check the extension"),
        StepId::CreateNamespace => message!("step.create-namespace", "Create the namespace"),
        StepId::AttachCompute => message!("step.attach-compute", "Attach the cluster to the workspace"),
        StepId::VerifyCompute => message!("step.verify-compute", "Check the compute"),
        StepId::DetachCompute => message!("step.detach-compute", "Detach the compute"),
        StepId::DeleteExtension => message!("step.delete-extension", "Delete the extension"),
        StepId::ListVersions => message!("step.list-versions", "List the Kubernetes versions"),
        StepId::CreateCluster => {
            message!("step.create-cluster", "Create an AKS cluster through the workspace")
        }
        StepId::AttachCluster => message!("step.attach-cluster", "Attach the AKS cluster"),
        StepId::DetachCluster => message!("step.detach-cluster", "Detach the AKS cluster"),
    }
}

#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn note(note: NoteId, edition: Edition) -> Message {
    match note {
        NoteId::ToolVersions => match edition {
            Edition::Current => {
                message!(
                    "note.tool-versions.current",
                    "Needs Azure CLI 2.51.0 or newer (2.70.0 for connectedk8s), k8s-extension 1.2.3 or newer and ml, version 2. See what you have with az version."
                )
            }
            Edition::ArcPreview => {
                message!(
                    "note.tool-versions.arc-preview",
                    "Needs Azure CLI 2.24.0 or newer and ml 2.0.1a4 or newer. k8s-extension is kept below 1.2.0, which replaced this edition's keys; if a newer one is installed, remove it first: az extension remove --name k8s-extension"
                )
            }
            Edition::AksV1 => message!(
                "note.tool-versions.aks-v1",
                "Needs the CLI extension azure-cli-ml, version 1, which is out of support."
            ),
        },
        NoteId::MlConflict => {
            message!(
                "note.ml-conflict",
                "azure-cli-ml and the newer ml both define az ml. If ml is installed, remove it first: az extension remove --name ml"
            )
        }
        NoteId::WaitForRegistration => {
            message!(
                "note.wait-for-registration",
                "Registering takes a few minutes the first time. Go on when every provider answers Registered."
            )
        }
        NoteId::CurrentContext => {
            message!(
                "note.current-context",
                "The cluster that gets connected is the one of kubectl's current context. Make sure that the first command names it."
            )
        }
        NoteId::ArcAgentScc => {
            message!(
                "note.arc-agent-scc",
                "On OpenShift the agent of Azure Arc needs the privileged SCC before the cluster is connected."
            )
        }
        NoteId::KubectlContext => {
            message!(
                "note.kubectl-context",
                "kubectl uses the cluster of its current context: kubectl config current-context names it."
            )
        }
        NoteId::ArcConnectionStays => {
            message!(
                "note.arc-connection-stays",
                "The cluster stays connected to Azure Arc. To undo that too, delete the connection with az connectedk8s delete."
            )
        }
        NoteId::NamespaceStays => {
            message!("note.namespace-stays", "The namespace stays, with everything in it.")
        }
        NoteId::RelayDoNotTouch => rule_text(RuleId::RelayDoNotTouch, edition),
        NoteId::NodePortUrl => rule_text(RuleId::NodePortUrl, edition),
        NoteId::NodePortOwnLb => rule_text(RuleId::NodePortOwnLb, edition),
        NoteId::OpenshiftSccFirst => rule_text(RuleId::OpenshiftSccFirst, edition),
        NoteId::OutboundAccess => {
            message!(
                "note.outbound-access",
                "Behind a proxy or firewall, first let the cluster reach what Azure Machine Learning needs."
            )
        }
        NoteId::PublicAddress => {
            message!(
                "note.public-address",
                "AKS needs a public IP address for outgoing traffic: where a policy forbids those, creating fails."
            )
        }
        NoteId::NodeSizeStays => {
            message!(
                "note.node-size-stays",
                "The number of nodes can be changed later, in AKS or in the studio, their VM size cannot. Models for GPU or FPGA need a cluster of such a size; a second node pool does not serve them."
            )
        }
        NoteId::AuthorizedRanges => {
            message!(
                "note.authorized-ranges",
                "The cluster may be in another region than the workspace. If only some IP ranges may call its API server, add those of Azure Machine Learning for the workspace's region and its pair."
            )
        }
        NoteId::PrivateClusterAttachOnly => rule_text(RuleId::PrivateClusterAttachOnly, edition),
        NoteId::SingleAttachment => rule_text(RuleId::SingleAttachment, edition),
        NoteId::NotIdempotent => rule_text(RuleId::NotIdempotent, edition),
        NoteId::DetachKeepsCluster => rule_text(RuleId::DetachKeepsCluster, edition),
        NoteId::ExtensionSucceeded => match edition {
            Edition::ArcPreview => {
                message!(
                    "note.extension-succeeded.arc-preview",
                    "Success reads \"provisioningState\": \"Succeeded\"; the documents of that time say \"installState\": \"Installed\". Pending is normal for the first minutes. Then every pod in namespace azureml is Running."
                )
            }
            Edition::Current | Edition::AksV1 => {
                message!(
                    "note.extension-succeeded.current",
                    "Success reads \"provisioningState\": \"Succeeded\". Pending is normal for the first minutes. Then every pod in namespace azureml is Running."
                )
            }
        },
        NoteId::SccEditDoesNotLast => {
            message!(
                "note.scc-edit-does-not-last",
                "The role bindings are the way to prefer: they last, and can be reviewed and kept in a repository. Lines added with oc edit scc privileged work too, but an upgrade of OpenShift can reset them."
            )
        }
        NoteId::AlreadyExists => {
            message!("note.already-exists", "If the answer is AlreadyExists, it is there: go on.")
        }
        NoteId::SecretContents => {
            message!(
                "note.secret-contents",
                "If the secret exists already, leave this step out; to replace its certificate, delete the secret first. In the manifest, put in what base64 < FILE | tr -d '\\n' prints for each file, or in PowerShell [Convert]::ToBase64String([IO.File]::ReadAllBytes('FILE')); whoever reads it has the key, so keep it out of repositories."
            )
        }
        NoteId::ExtensionShared => {
            message!(
                "note.extension-shared",
                "The extension serves every compute of the cluster, those of other workspaces too. Delete it with the last one."
            )
        }
        NoteId::SecretStays => message!("note.secret-stays", "The secret with the certificate stays."),
        NoteId::SccRemoval => {
            message!(
                "note.scc-removal",
                "Revoke the privileged SCC in the way in which it was granted. azure-arc-kube-aad-proxy-sa keeps \
                it: it is the agent of Azure Arc, and the cluster stays connected."
            )
        }
        NoteId::WorkspaceConfig => {
            message!(
                "note.workspace-config",
                "The Python file finds the workspace in config.json, which the studio offers for download."
            )
        }
        NoteId::NoWait => message!(
            "note.no-wait",
            "The command returns before the work is done. The next step shows the progress."
        ),
        NoteId::ComputeSucceeded => {
            message!(
                "note.compute-succeeded",
                "Success reads \"provisioning_state\": \"Succeeded\". If the compute has an identity, its principal_id is what you grant permissions to."
            )
        }
        NoteId::DefaultVersion => {
            message!(
                "note.default-version",
                "A cluster made through the workspace gets the default version of AKS, which the second command shows. To choose another, create the cluster in AKS and attach it."
            )
        }
        NoteId::ConfiguredDefaults => {
            message!(
                "note.configured-defaults",
                "No workspace is named, so the command takes the defaults that az configure --defaults group=… workspace_name=… has set."
            )
        }
        NoteId::PurposeNotInCli => {
            message!(
                "note.purpose-not-in-cli",
                "This command has no option for the purpose of the cluster. With fewer than 12 virtual CPUs, attach it with the Python SDK and cluster purpose DEV_TEST."
            )
        }
    }
}

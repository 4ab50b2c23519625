//! Instructions to carry out by hand in the studio or the portal: sentences that contain the scenario's values.

use super::Word;
use crate::base::ids::ids;

ids! {
    /// The ids of the sentences.
    SentenceId {
        /// Open the studio and choose the workspace.
        OpenStudio "open-studio",
        /// Open the studio of the workspace that is configured (aks-v1).
        OpenAnyStudio "open-any-studio",
        /// Go to the list of Kubernetes clusters.
        OpenKubernetesClusters "open-kubernetes-clusters",
        /// Go to the list of attached computes (arc-preview).
        OpenAttachedComputes "open-attached-computes",
        /// Go to the list of inference clusters (aks-v1).
        OpenInferenceClusters "open-inference-clusters",
        /// Start a new Kubernetes compute.
        NewKubernetes "new-kubernetes",
        /// Start a new inference cluster (aks-v1).
        NewInferenceCluster "new-inference-cluster",
        /// Its name and cluster.
        NameAndCluster "name-and-cluster",
        /// Its namespace.
        EnterNamespace "enter-namespace",
        /// A system-assigned identity.
        SystemIdentity "system-identity",
        /// A user-assigned identity.
        UserIdentity "user-identity",
        /// Attach, and what the states mean.
        Attach "attach",
        /// Choose the compute and detach it.
        Detach "detach",
        /// Open the Arc cluster in the portal.
        OpenArcCluster "open-arc-cluster",
        /// Go to its extensions and add the one for machine learning.
        AddExtension "add-extension",
        /// The extension's name.
        NameExtension "name-extension",
        /// The settings.
        ChooseSettings "choose-settings",
        /// The certificate and its key.
        UploadCertificate "upload-certificate",
        /// Create it.
        CreateExtension "create-extension",
        /// Go to its extensions and remove the one for machine learning.
        RemoveExtension "remove-extension",
        /// A new AKS cluster (aks-v1).
        CreateNew "create-new",
        /// An existing AKS cluster (aks-v1).
        UseExisting "use-existing",
        /// Other settings that differ from the default (aks-v1).
        ChooseOptions "choose-options",
        /// Its purpose (aks-v1).
        ChoosePurpose "choose-purpose",
        /// Its name, and create it (aks-v1).
        NameAndCreate "name-and-create",
    }
}

/// A sentence and the words that it contains, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence's id.
    pub id: SentenceId,
    /// The word for each `{name}` in the sentence.
    pub words: Vec<(&'static str, Word)>,
}

impl Sentence {
    /// A sentence without words.
    pub fn new(id: SentenceId) -> Self {
        Self { id, words: Vec::new() }
    }

    /// Adds a word.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: Word) -> Self {
        self.words.push((name, word));
        self
    }

    /// The words.
    pub(super) fn words(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().map(|(_, word)| word)
    }
}

//! What to run, step by step, as typed words. A plan holds no shell text: how a word is quoted is known to the
//! writers in [`crate::write`] alone.

use crate::choice::Edition;
use crate::edition;
use crate::field::Field;
use crate::scenario::{Scenario, Slot};
use crate::source::Source;
use crate::value::{Checked, Value};

macro_rules! ids {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $id:literal,)+ }) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}

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
        /// Private clusters and Standard load balancers are made in AKS.
        AttachOnly "attach-only",
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
        /// Detaching does not delete the cluster.
        DetachKeepsCluster "detach-keeps-cluster",
    }
}

ids! {
    /// The forms in which a step is given. A step holds each at most once.
    OutputId {
        /// Commands for the chosen shell.
        Cli "cli",
    }
}

ids! {
    /// The programs that a plan calls.
    Program {
        /// The Azure CLI.
        Az "az",
        /// The Kubernetes CLI.
        Kubectl "kubectl",
    }
}

/// A scenario's steps in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The edition that the plan speaks.
    pub edition: Edition,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// Whether it undoes what others did. Such a step is never run with the rest.
    pub cleans_up: bool,
    /// Its outputs, each form at most once.
    pub outputs: Vec<Output>,
    /// What is worth knowing.
    pub notes: Vec<NoteId>,
    /// Where its facts come from.
    pub sources: &'static [Source],
}

/// One form of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Commands, in order.
    Cli(Vec<Command>),
}

impl Output {
    /// The form's id.
    pub fn id(&self) -> OutputId {
        match self {
            Self::Cli(_) => OutputId::Cli,
        }
    }

    /// The fields whose placeholders stand in it, each once, in the order of the field table.
    pub fn placeholders(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        self.collect_placeholders(&mut fields);
        fields
    }

    /// Puts the fields in their places of an ordered list, each once.
    fn collect_placeholders(&self, fields: &mut Vec<Field>) {
        let Self::Cli(commands) = self;
        for part in commands.iter().flat_map(Command::words).flat_map(Word::parts) {
            if let Part::Placeholder(field) = part
                && let Err(place) = fields.binary_search(field)
            {
                fields.insert(place, *field);
            }
        }
    }
}

impl Plan {
    /// The fields whose placeholders stand anywhere in the plan, each once, in the order of the field table.
    pub fn placeholders(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        for output in self.steps.iter().flat_map(|step| &step.outputs) {
            output.collect_placeholders(&mut fields);
        }
        fields
    }
}

/// One call of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The program.
    pub program: Program,
    /// The words between the program and its first option.
    pub head: Vec<Word>,
    /// The options, in the order in which they are written.
    pub options: Vec<CommandOption>,
}

/// An option with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandOption {
    /// `--name` or `-n`.
    pub name: &'static str,
    /// None for a switch, several for a list.
    pub values: Vec<Word>,
}

impl Command {
    /// A call with fixed words, such as `az login`.
    pub fn new(program: Program, head: &[&'static str]) -> Self {
        Self { program, head: head.iter().map(|word| Word::fixed(word)).collect(), options: Vec::new() }
    }

    /// The same call with one more word before its options.
    #[must_use]
    pub fn argument(mut self, word: Word) -> Self {
        self.head.push(word);
        self
    }

    /// The same call with an option of one value.
    #[must_use]
    pub fn option(self, name: &'static str, value: Word) -> Self {
        self.options(name, vec![value])
    }

    /// The same call with an option of several values; none at all leaves the option out.
    #[must_use]
    pub fn options(mut self, name: &'static str, values: Vec<Word>) -> Self {
        if !values.is_empty() {
            self.options.push(CommandOption { name, values });
        }
        self
    }

    /// The same call with an option that has no value.
    #[must_use]
    pub fn switch(mut self, name: &'static str) -> Self {
        self.options.push(CommandOption { name, values: Vec::new() });
        self
    }

    /// Every word that is made of more than an option's name.
    fn words(&self) -> impl Iterator<Item = &Word> {
        self.head.iter().chain(self.options.iter().flat_map(|option| &option.values))
    }
}

/// One word of a command, as the program gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(Vec<Part>);

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text of the wizard's own.
    Fixed(&'static str),
    /// A user's text that has been checked.
    Value {
        /// The text.
        text: Box<str>,
        /// The field that it was typed in.
        field: Field,
    },
    /// A gap: a value is missing or cannot be used.
    Placeholder(Field),
}

impl Word {
    /// A word of the wizard's own.
    pub fn fixed(text: &'static str) -> Self {
        Self(vec![Part::Fixed(text)])
    }

    /// `True` or `False`, as the extension's settings are written, behind `key=`.
    pub fn flag(key: &'static str, on: bool) -> Self {
        Self::fixed(key).and_fixed(if on { "=True" } else { "=False" })
    }

    /// A user's value, or its placeholder.
    pub fn slot<T: Value>(slot: &Slot<T>) -> Self {
        Self(Vec::new()).and_slot(slot)
    }

    /// A checked text.
    pub fn checked(text: Checked<'_>, field: Field) -> Self {
        Self(Vec::new()).and_checked(text, field)
    }

    /// A gap.
    pub fn placeholder(field: Field) -> Self {
        Self(vec![Part::Placeholder(field)])
    }

    /// The same word with a text of the wizard's own behind it.
    #[must_use]
    pub fn and_fixed(mut self, text: &'static str) -> Self {
        self.0.push(Part::Fixed(text));
        self
    }

    /// The same word with a checked text behind it.
    #[must_use]
    pub fn and_checked(mut self, text: Checked<'_>, field: Field) -> Self {
        self.0.push(Part::Value { text: text.as_str().into(), field });
        self
    }

    /// The same word with a user's value, or its placeholder, behind it.
    #[must_use]
    pub fn and_slot<T: Value>(mut self, slot: &Slot<T>) -> Self {
        match &slot.value {
            Some(value) => self.and_checked(value.checked(), slot.field),
            None => {
                self.0.push(Part::Placeholder(slot.field));
                self
            }
        }
    }

    /// The pieces, in order.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
}

/// Plans a scenario in the words of an edition.
pub fn plan(edition: Edition, scenario: &Scenario) -> Plan {
    Plan { edition, steps: edition::steps(edition, scenario) }
}

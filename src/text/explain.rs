//! The meaning of the words of a command: a sentence for every program, command group, command, option and setting that a
//! plan prints.

use crate::base::ids::ids;
use crate::edition::setting::{self, SettingKey};
use crate::i18n::Message;
use crate::model::choice::Edition;
use crate::plan::Program;
use crate::text::explanation;

ids! {
    /// The words of commands that have a sentence, except settings. A command is identified by its words after the program, a
    /// group by the words that its commands share.
    CommandWord {
        /// A program.
        Az "az",
        /// A program.
        Kubectl "kubectl",
        /// A program.
        Oc "oc",
        /// A command of az.
        Login "login",
        /// A group of az.
        Account "account",
        /// A command of az.
        AccountSet "account set",
        /// A group of az.
        CliExtension "extension",
        /// A command of az.
        CliExtensionAdd "extension add",
        /// A group of az.
        Provider "provider",
        /// A command of az.
        ProviderRegister "provider register",
        /// A command of az.
        ProviderShow "provider show",
        /// A group of az.
        Connected "connectedk8s",
        /// A command of az.
        ConnectedConnect "connectedk8s connect",
        /// A group of az.
        ClusterExtension "k8s-extension",
        /// A command of az.
        ClusterExtensionCreate "k8s-extension create",
        /// A command of az.
        ClusterExtensionShow "k8s-extension show",
        /// A command of az.
        ClusterExtensionDelete "k8s-extension delete",
        /// A group of az.
        MachineLearning "ml",
        /// A group of az.
        Compute "ml compute",
        /// A command of az.
        ComputeAttach "ml compute attach",
        /// A command of az.
        ComputeShow "ml compute show",
        /// A command of az.
        ComputeDetach "ml compute detach",
        /// A group of az.
        Target "ml computetarget",
        /// A command of az.
        TargetCreate "ml computetarget create aks",
        /// A command of az.
        TargetAttach "ml computetarget attach aks",
        /// A command of az.
        TargetDetach "ml computetarget detach",
        /// A group of az.
        Aks "aks",
        /// A command of az.
        AksVersions "aks get-versions",
        /// A command of az.
        AksShow "aks show",
        /// A command of kubectl.
        CurrentContext "config current-context",
        /// A command of kubectl.
        GetPods "get pods",
        /// A command of kubectl and oc.
        CreateNamespace "create namespace",
        /// A command of kubectl.
        CreateSecret "create secret generic",
        /// A command of kubectl and oc.
        Apply "apply",
        /// A command of oc.
        Delete "delete",
        /// A command of oc.
        AddScc "adm policy add-scc-to-user privileged",
        /// A command of oc.
        RemoveScc "adm policy remove-scc-from-user privileged",
        /// An option.
        Subscription "--subscription",
        /// An option.
        ResourceGroup "--resource-group",
        /// An option.
        Group "-g",
        /// An option.
        Name "--name",
        /// An option.
        ShortName "-n",
        /// An option.
        Upgrade "--upgrade",
        /// An option.
        Version "--version",
        /// An option of az.
        AzNamespace "--namespace",
        /// An option of kubectl.
        Namespace "--namespace",
        /// An option.
        Query "--query",
        /// An option.
        Output "-o",
        /// An option.
        Location "--location",
        /// An option.
        ShortLocation "-l",
        /// An option.
        ClusterType "--cluster-type",
        /// An option.
        ClusterName "--cluster-name",
        /// An option.
        ExtensionType "--extension-type",
        /// An option.
        Scope "--scope",
        /// An option.
        AutoUpgrade "--auto-upgrade",
        /// An option.
        Config "--config",
        /// An option.
        ConfigProtected "--config-protected",
        /// An option.
        WorkspaceName "--workspace-name",
        /// An option.
        Workspace "-w",
        /// An option.
        ComputeType "--type",
        /// An option.
        ResourceId "--resource-id",
        /// An option.
        ShortResourceId "-i",
        /// An option.
        IdentityType "--identity-type",
        /// An option.
        Identities "--user-assigned-identities",
        /// An option.
        NoWait "--no-wait",
        /// An option.
        FromFile "--from-file",
        /// An option.
        IgnoreNotFound "--ignore-not-found",
        /// An option.
        ClusterPurpose "--cluster-purpose",
        /// An option.
        AgentCount "--agent-count",
        /// An option.
        VmSize "--vm-size",
        /// An option.
        SslCname "--ssl-cname",
        /// An option.
        SslCertFile "--ssl-cert-file",
        /// An option.
        SslKeyFile "--ssl-key-file",
        /// An option.
        LoadBalancerType "--load-balancer-type",
        /// An option.
        LoadBalancerSubnet "--load-balancer-subnet",
        /// An option.
        VnetGroup "--vnet-resourcegroup-name",
        /// An option.
        VnetName "--vnet-name",
        /// An option.
        SubnetName "--subnet-name",
        /// An option.
        ServiceCidr "--service-cidr",
        /// An option.
        DnsServiceIp "--dns-service-ip",
        /// An option.
        DockerBridgeCidr "--docker-bridge-cidr",
    }
}

impl CommandWord {
    /// The program that uses the word in this meaning, if other programs use it in another.
    fn program(self) -> Option<Program> {
        match self {
            Self::AzNamespace => Some(Program::Az),
            Self::Namespace => Some(Program::Kubectl),
            _ => None,
        }
    }
}

/// What has a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Explained {
    /// A program, a group, a command or an option.
    Word(CommandWord),
    /// A setting that the wizard asks for.
    Setting(SettingKey),
}

impl Explained {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        CommandWord::ALL.iter().copied().map(Self::Word).chain(setting::asked().map(Self::Setting))
    }

    /// How it is written.
    pub fn id(self) -> &'static str {
        match self {
            Self::Word(word) => word.id(),
            Self::Setting(key) => key.id(),
        }
    }
}

/// Identifies a word: a program, a group or command by its words after the program, an option, or a setting as `key=value`.
pub fn explained(program: Option<Program>, word: &str) -> Option<Explained> {
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    let is_meant = |known: &&CommandWord| {
        let other = |own| program.is_some_and(|program| own != program);
        known.id() == name && !known.program().is_some_and(other)
    };
    let word_of_command = || CommandWord::ALL.iter().find(is_meant).copied().map(Explained::Word);
    let setting = SettingKey::of_pair(word).filter(|key| key.asked().is_some());
    setting.map(Explained::Setting).or_else(word_of_command)
}

/// The meaning of a word, as a sentence.
pub fn explain(edition: Edition, program: Option<Program>, word: &str) -> Option<&'static str> {
    let sentence = match explained(program, word)? {
        Explained::Word(word) => Some(explanation::of_word(word)),
        Explained::Setting(key) => explanation::of_setting(key, edition),
    };
    sentence.map(Message::text)
}

//! The form of the table of commands: a command, its options, what follows an option and what it tells.

use crate::base::source::Source;
use crate::model::field::Field;

/// An option of a command.
pub(super) struct OptionRow {
    /// Its names, the one to recommend first.
    pub(super) names: &'static [&'static str],
    /// What follows it.
    pub(super) takes: Takes,
    /// What it tells.
    pub(super) kind: ValueKind,
}

/// A command of the Azure CLI.
pub(super) struct CommandRow {
    /// Its words behind `az`.
    pub(super) head: &'static [&'static str],
    /// What it does.
    pub(super) verb: Verb,
    /// Its options, those of every command aside.
    pub(super) options: &'static [OptionRow],
    /// The options that it cannot do without, by their first names.
    pub(super) required: &'static [&'static str],
    /// Where it is documented.
    pub(super) source: Source,
}

/// What a command does, as far as it tells something of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Nothing that an option would not say.
    Other,
    /// Chooses a subscription.
    SignIn,
    /// Installs an extension of the CLI.
    Tool,
    /// Installs the cluster extension.
    Create,
    /// Changes it.
    Update,
    /// Shows or deletes it.
    Extension,
    /// Connects a cluster to Azure Arc.
    Connect,
    /// Attaches a cluster.
    Attach,
    /// Shows or detaches a compute.
    Compute,
    /// Looks at an AKS cluster.
    Aks,
    /// Lists versions of AKS.
    Versions,
    /// Makes a cluster, in the first generation.
    TargetCreate,
    /// Attaches one.
    TargetAttach,
    /// Detaches one.
    TargetDetach,
}

/// How a table of options says what follows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// Nothing: a switch.
    Nothing,
    /// One value.
    Value,
    /// One value or none.
    Maybe,
    /// Values up to the next option.
    Many,
}

/// What an option tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// Nothing that the wizard asks for.
    Ignored,
    /// The text of a field.
    Text(Field),
    /// The text of a field, unless another command says it.
    Hint(Field),
    /// `connectedClusters` or `managedClusters`.
    ClusterType,
    /// The product.
    ExtensionType,
    /// `key=value` settings.
    Settings,
    /// The same, which Azure does not give back.
    ProtectedSettings,
    /// A file of settings.
    SettingsFile,
    /// Whether the extension upgrades itself.
    AutoUpgrade,
    /// `cluster`.
    Scope,
    /// The id of the cluster.
    ResourceId,
    /// `Kubernetes`.
    ComputeType,
    /// The kind of identity.
    IdentityType,
    /// The ids of identities.
    Identities,
    /// A file that describes the compute.
    ComputeFile,
    /// A region.
    Region,
    /// The distribution of Kubernetes.
    Distribution,
    /// A subscription.
    Subscription,
    /// What to print of the answer.
    Query,
    /// `FastProd` or `DevTest`.
    Purpose,
    /// `PublicIp` or `InternalLoadBalancer`.
    LoadBalancer,
    /// An extension of the CLI.
    Tool,
    /// Its version.
    ToolVersion,
}

impl ValueKind {
    /// The fields that an option is about.
    pub(super) fn fields(self) -> Vec<Field> {
        match self {
            Self::Text(field) | Self::Hint(field) => vec![field],
            Self::ClusterType => vec![Field::Cluster],
            Self::AutoUpgrade => vec![Field::AutoUpgrade],
            Self::ResourceId => vec![Field::Subscription, Field::ResourceGroup, Field::ClusterName],
            Self::IdentityType => vec![Field::Identity],
            Self::Identities => vec![Field::IdentityIds],
            Self::Region => vec![Field::Region],
            Self::Subscription => vec![Field::Subscription],
            Self::Purpose => vec![Field::Purpose],
            Self::LoadBalancer => vec![Field::LoadBalancer],
            Self::Distribution => vec![Field::Openshift],
            _ => Vec::new(),
        }
    }
}

//! The types of the table of commands: a command, its options, the number of values of an option and their meaning.

use crate::base::source::Source;
use crate::model::field::Field;

/// An option of a command.
pub(super) struct OptionRow {
    /// The names, the recommended one first.
    pub(super) names: &'static [&'static str],
    /// Those of the names that the CLI calls deprecated.
    pub(super) deprecated: &'static [&'static str],
    /// The number of values.
    pub(super) takes: Takes,
    /// The meaning of the values.
    pub(super) kind: ValueKind,
}

/// A command of the Azure CLI.
pub(super) struct CommandRow {
    /// The words after `az`.
    pub(super) head: &'static [&'static str],
    /// The purpose of the command.
    pub(super) verb: Verb,
    /// The options, without those that every command has.
    pub(super) options: &'static [OptionRow],
    /// The first names of the required options.
    pub(super) required: &'static [&'static str],
    /// The documentation of the command.
    pub(super) source: Source,
}

/// The purpose of a command, as far as it affects a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Another purpose. Only the options matter.
    Other,
    /// Chooses a subscription.
    SignIn,
    /// Sends a request to Azure.
    Rest,
    /// Sets defaults for options of later commands.
    Defaults,
    /// Installs an extension of the CLI.
    Tool,
    /// Installs the cluster extension.
    Create,
    /// Updates the cluster extension.
    Update,
    /// Shows or deletes the cluster extension.
    Extension,
    /// Connects a cluster to Azure Arc.
    Connect,
    /// Shows, changes or disconnects a cluster that is connected to Azure Arc.
    Connected,
    /// Attaches a cluster.
    Attach,
    /// Shows or detaches a compute.
    Compute,
    /// Shows an AKS cluster or gets its credentials.
    Aks,
    /// Lists versions of AKS.
    Versions,
    /// Creates a cluster, in the first generation.
    TargetCreate,
    /// Attaches a cluster, in the first generation.
    TargetAttach,
    /// Changes a cluster, in the first generation.
    TargetUpdate,
    /// Shows a cluster, in the first generation.
    TargetShow,
    /// Detaches a cluster, in the first generation.
    TargetDetach,
}

/// The number of values of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// None: a switch.
    Nothing,
    /// One value.
    Value,
    /// No value or one value.
    Maybe,
    /// All values up to the next option.
    Many,
}

/// The meaning of an option's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// It does not affect the result: the form of the output, or whether the command waits.
    Ignored,
    /// It affects the result, but the wizard has no question for it. A plan is written without it.
    NotCarried,
    /// Like [`Self::NotCarried`]; its value is `true` or `false`.
    NotCarriedSwitch,
    /// The release train. `stable` is the default of the CLI.
    Train,
    /// The namespace of the extension's release.
    ReleaseNamespace,
    /// The address of a request.
    Url,
    /// The body of a request.
    Body,
    /// `name=value` defaults for options of later commands.
    Defaults,
    /// The text of a field.
    Text(Field),
    /// The text of a field, unless another command sets the field explicitly.
    Hint(Field),
    /// `connectedClusters` or `managedClusters`.
    ClusterType,
    /// The type of the extension.
    ExtensionType,
    /// `key=value` settings.
    Settings,
    /// `key=value` settings that Azure does not return.
    ProtectedSettings,
    /// A file of settings.
    SettingsFile,
    /// Whether the extension upgrades automatically.
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
    /// The query that selects the output.
    Query,
    /// `FastProd` or `DevTest`.
    Purpose,
    /// `PublicIp` or `InternalLoadBalancer`.
    LoadBalancer,
    /// An extension of the CLI.
    Tool,
    /// The version of an extension of the CLI.
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

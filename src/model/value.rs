//! Checked texts: one type per kind of name, path or address. Only `parse` creates them, so every instance is valid.
//! The rules are the public naming rules of Azure, Kubernetes and Helm.

pub mod name;
pub mod network;
pub mod path;
pub mod resource;
pub mod selector;

pub use name::{
    AksComputeName, ClusterName, ComputeName, EXTENSION_NAMESPACE, ExtensionName, ExtensionVersion,
    Namespace, Region, ResourceGroupName, SecretName, SubnetName, VmSize, VnetName, WholeNumber,
    WorkspaceName,
};
pub use network::{Cidr, DnsName, IpAddress};
pub use path::PemPath;
pub use resource::{IdentityIds, SubscriptionId};
pub use selector::NodeSelector;

/// The reason why a text is not valid for its kind. Each language words the variants itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Shorter than allowed.
    TooShort {
        /// The minimum number of characters.
        min: usize,
    },
    /// Longer than allowed.
    TooLong {
        /// The maximum number of characters.
        max: usize,
        /// The actual number of characters.
        actual: usize,
    },
    /// A character that the kind does not allow.
    Character(char),
    /// A character that is allowed, but not at the start.
    Start(char),
    /// A character that is allowed, but not at the end.
    End(char),
    /// A character that is invisible or changes the direction of the text around it.
    Invisible(char),
    /// Not in the required format.
    Form,
    /// An empty text.
    Empty,
    /// A part of the text is wrong: an item of a list, or a segment of a longer name.
    In {
        /// The part.
        part: String,
        /// The problem with it.
        problem: Box<Problem>,
    },
    /// A resource id without its leading slash.
    NoLeadingSlash,
    /// A resource id of the wrong resource type.
    ResourceType,
    /// A repeated label or item.
    Repeated(String),
    /// An empty item in a list.
    EmptyItem,
    /// A number with leading zeros.
    LeadingZero,
    /// Zero.
    Zero,
    /// A number that is too large.
    TooGreat,
    /// An address outside the required range.
    OutsideRange,
    /// The first address of the range, which Kubernetes reserves for itself.
    FirstOfRange,
    /// A range that shares addresses with another.
    Overlap,
    /// A value that this edition does not offer.
    NotInEdition,
}

impl Problem {
    /// Attributes the problem to a part of the text.
    fn of(self, part: &str) -> Self {
        Self::In { part: part.to_owned(), problem: Box::new(self) }
    }
}

/// A checked text.
pub trait Value: Sized {
    /// The kind of text.
    const KIND: TextKind;

    /// Checks a text.
    ///
    /// # Errors
    /// The first problem, when the text is not of this kind.
    fn parse(text: &str) -> Result<Self, Problem>;

    /// The text as it was parsed. A region is always its short name.
    fn as_str(&self) -> &str;

    /// The text, for use in a word of a command.
    fn checked(&self) -> Checked<'_> {
        Checked::new(self.as_str())
    }
}

/// A borrowed text that has been checked. Words of a command accept no other text from the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked<'a> {
    text: &'a str,
    is_below_home: bool,
}

impl<'a> Checked<'a> {
    /// A text that means itself.
    fn new(text: &'a str) -> Self {
        Self { text, is_below_home: false }
    }

    /// The text.
    pub fn as_str(self) -> &'a str {
        self.text
    }

    /// Whether the text is a path below the user's home folder.
    pub fn is_below_home(self) -> bool {
        self.is_below_home
    }

    /// Wraps any text without a check, so that a test can give a writer more than any parser lets through.
    #[cfg(test)]
    pub(crate) fn any(text: &'a str) -> Self {
        Self::new(text)
    }
}

/// The items of a comma-separated list.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim)
}

/// Checks a list: no item is empty, and no two items have the same key.
fn unique_items<'a>(
    text: &'a str,
    key: impl Fn(&'a str) -> Result<&'a str, Problem>,
    same: impl Fn(&str, &str) -> bool,
) -> Result<(), Problem> {
    let mut seen: Vec<&str> = Vec::new();
    for item in items(text) {
        if item.is_empty() {
            return Err(Problem::EmptyItem);
        }
        let key = key(item)?;
        if seen.iter().any(|known| same(known, key)) {
            return Err(Problem::Repeated(key.to_owned()));
        }
        seen.push(key);
    }
    Ok(())
}

/// Defines types of checked texts, one per line: doc comments, then `Name by function;`. The function rejects invalid
/// texts. The type's [`TextKind`] has the same name.
macro_rules! checked_text {
    ($($(#[$doc:meta])* $name:ident by $check:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(Box<str>);

        impl $crate::model::value::Value for $name {
            const KIND: $crate::model::value::TextKind = $crate::model::value::TextKind::$name;

            fn parse(text: &str) -> Result<Self, $crate::model::value::Problem> {
                let check: fn(&str) -> Result<(), $crate::model::value::Problem> = $check;
                check(text).map(|()| Self(text.into()))
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }
    )+};
}
pub(crate) use checked_text;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $id:literal $example:literal,)+) => {
        /// The kinds of text that a field can take.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TextKind { $($(#[$doc])* $kind,)+ }

        impl TextKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// The kind's id, as shown by `azureml-k8s fields`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$kind => $id,)+ }
            }

            /// An example of a text of this kind.
            pub fn example(self) -> &'static str {
                match self { $(Self::$kind => $example,)+ }
            }
        }
    };
}

kinds! {
    /// A GUID.
    SubscriptionId "subscription-id" "00000000-0000-0000-0000-000000000000",
    /// The name of a resource group.
    ResourceGroupName "resource-group" "rg-ml-prod",
    /// The name of an AKS or Arc cluster.
    ClusterName "cluster-name" "aks-ml-prod",
    /// The name of an Azure region.
    Region "region" "westeurope",
    /// A whole number of at least 1.
    WholeNumber "whole-number" "3",
    /// The path of a PEM file.
    PemPath "path" "./certs/tls.pem",
    /// The name of a Kubernetes secret.
    SecretName "secret-name" "endpoint-tls",
    /// A DNS name.
    DnsName "dns-name" "ml.contoso.com",
    /// Node labels with their values.
    NodeSelector "node-selector" "agentpool=ml,gpu=true",
    /// The name of a cluster extension.
    ExtensionName "extension-name" "arcml-extension",
    /// The version of a cluster extension.
    ExtensionVersion "extension-version" "1.1.88",
    /// The name of a workspace.
    WorkspaceName "workspace-name" "mlw-prod",
    /// The name of a Kubernetes compute.
    ComputeName "compute-name" "k8s-compute",
    /// The name of an `AksCompute` target.
    AksComputeName "aks-compute-name" "aks-compute",
    /// A Kubernetes namespace.
    Namespace "namespace" "ml-team",
    /// Resource ids of user-assigned identities.
    IdentityIds "identity-ids" "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ml-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml",
    /// The name of a virtual machine size.
    VmSize "vm-size" "Standard_D4s_v3",
    /// The name of a virtual network.
    VnetName "vnet-name" "vnet-ml",
    /// The name of a subnet.
    SubnetName "subnet-name" "snet-aks",
    /// An IPv4 range.
    Cidr "cidr" "10.0.0.0/16",
    /// An IPv4 address.
    IpAddress "ip-address" "10.0.0.10",
}

impl TextKind {
    /// Checks a text without creating a value.
    ///
    /// # Errors
    /// The first problem, when the text is not of this kind.
    pub fn check(self, text: &str) -> Result<(), Problem> {
        fn of<T: Value>(text: &str) -> Result<(), Problem> {
            T::parse(text).map(drop)
        }
        match self {
            Self::SubscriptionId => of::<SubscriptionId>(text),
            Self::ResourceGroupName => of::<ResourceGroupName>(text),
            Self::ClusterName => of::<ClusterName>(text),
            Self::Region => of::<Region>(text),
            Self::WholeNumber => of::<WholeNumber>(text),
            Self::PemPath => of::<PemPath>(text),
            Self::SecretName => of::<SecretName>(text),
            Self::DnsName => of::<DnsName>(text),
            Self::NodeSelector => of::<NodeSelector>(text),
            Self::ExtensionName => of::<ExtensionName>(text),
            Self::ExtensionVersion => of::<ExtensionVersion>(text),
            Self::WorkspaceName => of::<WorkspaceName>(text),
            Self::ComputeName => of::<ComputeName>(text),
            Self::AksComputeName => of::<AksComputeName>(text),
            Self::Namespace => of::<Namespace>(text),
            Self::IdentityIds => of::<IdentityIds>(text),
            Self::VmSize => of::<VmSize>(text),
            Self::VnetName => of::<VnetName>(text),
            Self::SubnetName => of::<SubnetName>(text),
            Self::Cidr => of::<Cidr>(text),
            Self::IpAddress => of::<IpAddress>(text),
        }
    }
}

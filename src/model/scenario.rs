//! What the answers mean: typed values that cannot be wrong, or a gap where a value is missing or cannot be used.
//! [`resolve`] is the only way from answers to a scenario.

mod resolve;

pub use resolve::resolve;

use crate::model::choice::{Exposure, Purpose};
use crate::model::field::Field;
use crate::model::value::{
    AksComputeName, Cidr, ClusterName, ComputeName, DnsName, ExtensionName, ExtensionVersion, IdentityIds,
    IpAddress, Namespace, NodeSelector, PemPath, Problem, Region, ResourceGroupName, SecretName, SubnetName,
    SubscriptionId, VmSize, VnetName, WholeNumber, WorkspaceName,
};

/// A value and the field that it comes from; no value where it is missing or cannot be used, and then the field's
/// placeholder stands in every output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<T> {
    /// Where the value comes from, and what fills the gap.
    pub field: Field,
    /// The value, if there is one.
    pub value: Option<T>,
}

impl<T> Slot<T> {
    /// A gap.
    pub fn gap(field: Field) -> Self {
        Self { field, value: None }
    }
}

/// A text that is not of its field's form, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The field.
    pub field: Field,
    /// The cause.
    pub problem: Problem,
}

/// A scenario with the texts that could not be used in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What to plan.
    pub scenario: Scenario,
    /// What was left out of it, at most one a field, in the order of the field table.
    pub invalid: Vec<Invalid>,
}

/// What to plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// A Kubernetes cluster with the Azure Machine Learning extension: `current` and `arc-preview`.
    Extension(Box<Extension>),
    /// A legacy `AksCompute` target: `aks-v1`.
    AksCompute(Box<AksCompute>),
}

/// A cluster with the extension, attached to a workspace.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the extension, and any mix of them is legal"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The cluster.
    pub cluster: ClusterReference,
    /// What it is to do.
    pub workload: Workload,
    /// How many nodes the user says it has.
    pub node_count: Option<Slot<WholeNumber>>,
    /// Whether the extension installs the NVIDIA device plug-in.
    pub nvidia_plugin: bool,
    /// Whether logs go to a Log Analytics workspace.
    pub log_analytics: bool,
    /// Whether the extension installs the Volcano scheduler.
    pub volcano: bool,
    /// Whether the extension installs the Prometheus operator.
    pub prometheus_operator: bool,
    /// Whether the extension installs the exporter of GPU metrics.
    pub dcgm_exporter: bool,
    /// Labels that a node must carry.
    pub node_selector: Option<Slot<NodeSelector>>,
    /// The extension's name.
    pub extension_name: Slot<ExtensionName>,
    /// How it is kept up to date.
    pub upgrade: Upgrade,
    /// Where it is attached.
    pub workspace: WorkspaceReference,
    /// Under which name.
    pub compute_name: Slot<ComputeName>,
    /// The namespace in which jobs and endpoints run.
    pub namespace: Slot<Namespace>,
    /// The identity that the compute acts with.
    pub identity: Identity,
}

impl Extension {
    /// How its endpoints are reached; nothing without any, or when the edition does not have the chosen way.
    pub fn exposure(&self) -> Option<Exposure> {
        self.workload.endpoint()?.exposure.value
    }

    /// Whether it trains.
    pub fn trains(&self) -> bool {
        self.workload.trains()
    }

    /// Whether it has endpoints.
    pub fn has_endpoint(&self) -> bool {
        self.workload.endpoint().is_some()
    }

    /// Whether the extension installs the Volcano scheduler, which training alone uses.
    pub fn has_volcano(&self) -> bool {
        self.volcano && self.trains()
    }

    /// Whether it is an Arc cluster.
    pub fn is_arc(&self) -> bool {
        self.cluster.is_arc()
    }

    /// Whether it has endpoints whose traffic is readable.
    pub fn is_http(&self) -> bool {
        self.workload.endpoint().is_some_and(|endpoint| endpoint.transport == Transport::Http)
    }

    /// The certificate of its endpoints and the name in it; nothing without endpoints or with HTTP.
    pub(crate) fn https(&self) -> Option<(&Certificate, &Slot<DnsName>)> {
        match &self.workload.endpoint()?.transport {
            Transport::Http => None,
            Transport::Https { certificate, cname } => Some((certificate, cname)),
        }
    }

    /// The name, certificate and key of the secret that its endpoints have their certificate from; nothing where they have it
    /// from files.
    pub(crate) fn secret(&self) -> Option<(&Slot<SecretName>, &Slot<PemPath>, &Slot<PemPath>)> {
        match self.https()? {
            (Certificate::Secret { name, cert, key }, _) => Some((name, cert, key)),
            (Certificate::Files { .. }, _) => None,
        }
    }
}

/// A cluster as Azure knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterReference {
    /// Through what.
    pub kind: ClusterKind,
    /// Its subscription.
    pub subscription: Slot<SubscriptionId>,
    /// Its resource group.
    pub resource_group: Slot<ResourceGroupName>,
    /// Its name.
    pub name: Slot<ClusterName>,
}

impl ClusterReference {
    /// Whether it comes in through Azure Arc.
    pub fn is_arc(&self) -> bool {
        matches!(self.kind, ClusterKind::Arc { .. })
    }

    /// Whether it is ARO or OCP.
    pub fn is_openshift(&self) -> bool {
        matches!(self.kind, ClusterKind::Arc { openshift: true, .. })
    }
}

/// Through what Azure knows a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClusterKind {
    /// Azure Kubernetes Service.
    Aks,
    /// Azure Arc.
    Arc {
        /// Whether it is ARO or OCP. An AKS cluster never is.
        openshift: bool,
        /// The region to connect it in, when it is not connected yet.
        connect: Option<Slot<Region>>,
    },
}

/// What a cluster is to do. Training has no endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Workload {
    /// Training jobs and batch inference.
    Training,
    /// Real-time endpoints.
    Inference(Endpoint),
    /// Both.
    Both(Endpoint),
}

impl Workload {
    /// Whether training is on.
    pub fn trains(&self) -> bool {
        !matches!(self, Self::Inference(_))
    }

    /// The endpoint, when real-time inference is on.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        match self {
            Self::Training => None,
            Self::Inference(endpoint) | Self::Both(endpoint) => Some(endpoint),
        }
    }
}

/// How endpoints are reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// From where. No value when the edition does not have the one that was chosen.
    pub exposure: Slot<Exposure>,
    /// Encrypted or not.
    pub transport: Transport,
    /// Whether the router runs in three replicas.
    pub router_ha: bool,
}

/// Encrypted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transport {
    /// Readable on its way.
    Http,
    /// Encrypted.
    Https {
        /// With what.
        certificate: Certificate,
        /// Under which name; `arc-preview` has no setting for it.
        cname: Slot<DnsName>,
    },
}

/// Where the certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// Two PEM files.
    Files {
        /// The certificate.
        cert: Slot<PemPath>,
        /// Its private key.
        key: Slot<PemPath>,
    },
    /// A secret in namespace `azureml`.
    Secret {
        /// Its name.
        name: Slot<SecretName>,
        /// The certificate that it is made from.
        cert: Slot<PemPath>,
        /// The private key that it is made from.
        key: Slot<PemPath>,
    },
}

/// How an extension is kept up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upgrade {
    /// It upgrades its minor version by itself.
    Automatic,
    /// It stays, at this version or at the newest of today.
    Fixed(Option<Slot<ExtensionVersion>>),
}

/// A workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceReference {
    /// Its name.
    pub name: Slot<WorkspaceName>,
    /// Its resource group; the cluster's unless another is given.
    pub resource_group: Slot<ResourceGroupName>,
    /// Its subscription; the cluster's unless another is given.
    pub subscription: Slot<SubscriptionId>,
}

/// The identity of a compute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// None of its own.
    None,
    /// Made and removed with the compute.
    SystemAssigned,
    /// One or more that exist by themselves.
    UserAssigned(Slot<IdentityIds>),
}

/// A legacy `AksCompute` target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksCompute {
    /// The subscription that the commands run in.
    pub subscription: Slot<SubscriptionId>,
    /// The workspace.
    pub workspace: WorkspaceReference,
    /// The target's name in it.
    pub compute_name: Slot<AksComputeName>,
    /// What to do.
    pub task: AksTask,
}

/// What to do with an `AksCompute` target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AksTask {
    /// Make a new cluster.
    Create(Box<AksCreation>),
    /// Attach a cluster that exists.
    Attach {
        /// What it is for and how large it is.
        size: AksSize,
        /// Where it is.
        region: Option<Slot<Region>>,
        /// Its resource group.
        resource_group: Slot<ResourceGroupName>,
        /// Its name.
        cluster_name: Slot<ClusterName>,
    },
    /// Take it off the workspace.
    Detach,
}

impl AksTask {
    /// What the cluster is for and how large it is; nothing when it is only taken off.
    pub fn size(&self) -> Option<&AksSize> {
        match self {
            Self::Create(creation) => Some(&creation.size),
            Self::Attach { size, .. } => Some(size),
            Self::Detach => None,
        }
    }
}

/// A new AKS cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksCreation {
    /// The workspace, when one is named; else the command takes the one that is configured.
    pub workspace: Option<WorkspaceReference>,
    /// What it is for and how large it is.
    pub size: AksSize,
    /// Where; the workspace's region unless one is given.
    pub region: Option<Slot<Region>>,
    /// Its load balancer.
    pub load_balancer: AksLoadBalancer,
    /// An existing network to put it in. All of it or none.
    pub network: Option<AksNetwork>,
    /// What encrypts its endpoints. All of it or none.
    pub tls: Option<AksTls>,
}

/// What encrypts the endpoints of a new AKS cluster. The SDK wants all three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksTls {
    /// The name in the certificate.
    pub cname: Slot<DnsName>,
    /// The certificate.
    pub cert: Slot<PemPath>,
    /// Its private key.
    pub key: Slot<PemPath>,
}

/// What an AKS cluster is for and how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksSize {
    /// What for.
    pub purpose: Purpose,
    /// How many nodes, when it is said.
    pub node_count: Option<Slot<WholeNumber>>,
    /// The size of a node.
    pub vm_size: Slot<VmSize>,
    /// Its virtual CPUs, when they are said and the size does not tell them.
    pub vm_cores: Option<Slot<WholeNumber>>,
}

/// The load balancer of a new AKS cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AksLoadBalancer {
    /// With a public address.
    Public,
    /// With an address of this subnet, or of the cluster's own when none is given.
    Internal(Option<Slot<SubnetName>>),
}

/// An existing network for a new AKS cluster. The SDK refuses a configuration that names only some of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksNetwork {
    /// The network.
    pub vnet_name: Slot<VnetName>,
    /// Its resource group.
    pub resource_group: Slot<ResourceGroupName>,
    /// The subnet of the nodes.
    pub subnet_name: Slot<SubnetName>,
    /// The addresses of services.
    pub service_cidr: Slot<Cidr>,
    /// The address of the DNS service.
    pub dns_service_ip: Slot<IpAddress>,
    /// The addresses of the Docker bridge.
    pub docker_bridge_cidr: Slot<Cidr>,
}

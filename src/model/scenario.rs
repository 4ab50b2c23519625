//! A scenario is what the answers mean: typed values that are always valid, or a gap where a value is missing or cannot
//! be used. Only [`resolve`] turns answers into a scenario.

mod resolve;

pub use resolve::resolve;

use crate::model::choice::{Exposure, Purpose};
use crate::model::field::Field;
use crate::model::value::{
    AksComputeName, Cidr, ClusterName, ComputeName, DnsName, ExtensionName, ExtensionVersion, IdentityIds,
    IpAddress, Namespace, NodeSelector, PemPath, Problem, Region, ResourceGroupName, SecretName, SubnetName,
    SubscriptionId, VmSize, VnetName, WholeNumber, WorkspaceName,
};

/// A value and the field that it comes from. Without a value it is a gap: the field's placeholder appears in every
/// output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<T> {
    /// The field that the value comes from, or that fills the gap.
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

/// A text that is invalid for its field, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The field.
    pub field: Field,
    /// The reason.
    pub problem: Problem,
}

/// A scenario, and the texts that could not be used in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The scenario.
    pub scenario: Scenario,
    /// The texts that were left out, at most one per field, in the order of the field table.
    pub invalid: Vec<Invalid>,
}

/// The goal of a plan.
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
    /// What the cluster runs.
    pub workload: Workload,
    /// The number of nodes, as stated by the user.
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
    /// Labels that a node must have.
    pub node_selector: Option<Slot<NodeSelector>>,
    /// The extension's name.
    pub extension_name: Slot<ExtensionName>,
    /// How the extension is upgraded.
    pub upgrade: Upgrade,
    /// The workspace that the cluster is attached to.
    pub workspace: WorkspaceReference,
    /// The name of the compute in the workspace.
    pub compute_name: Slot<ComputeName>,
    /// The namespace in which jobs and endpoints run.
    pub namespace: Slot<Namespace>,
    /// The identity of the compute.
    pub identity: Identity,
}

impl Extension {
    /// How endpoints are reached. `None` if there are none, or if the edition does not offer the chosen exposure.
    pub fn exposure(&self) -> Option<Exposure> {
        self.workload.endpoint()?.exposure.value
    }

    /// Whether the cluster runs training.
    pub fn trains(&self) -> bool {
        self.workload.trains()
    }

    /// Whether the cluster has endpoints.
    pub fn has_endpoint(&self) -> bool {
        self.workload.endpoint().is_some()
    }

    /// Whether the extension installs the Volcano scheduler, which only training uses.
    pub fn has_volcano(&self) -> bool {
        self.volcano && self.trains()
    }

    /// Whether this is an Arc cluster.
    pub fn is_arc(&self) -> bool {
        self.cluster.is_arc()
    }

    /// Whether the cluster has too few nodes for three routers. `None` if their number is not given.
    pub(crate) fn has_few_nodes(&self) -> Option<bool> {
        let nodes = self.node_count.as_ref()?.value.as_ref()?;
        Some(nodes.get() < 3)
    }

    /// Whether there are endpoints with unencrypted traffic.
    pub fn is_http(&self) -> bool {
        self.workload.endpoint().is_some_and(|endpoint| endpoint.transport == Transport::Http)
    }

    /// The certificate of its endpoints and the name in it. `None` without endpoints or with HTTP.
    pub(crate) fn https(&self) -> Option<(&Certificate, &Slot<DnsName>)> {
        match &self.workload.endpoint()?.transport {
            Transport::Http => None,
            Transport::Https { certificate, cname } => Some((certificate, cname)),
        }
    }

    /// The name, certificate and key of the secret that has the certificate of its endpoints. `None` if the certificate
    /// comes from files.
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
    /// How Azure knows the cluster.
    pub kind: ClusterKind,
    /// Its subscription.
    pub subscription: Slot<SubscriptionId>,
    /// Its resource group.
    pub resource_group: Slot<ResourceGroupName>,
    /// Its name.
    pub name: Slot<ClusterName>,
}

impl ClusterReference {
    /// Whether the cluster is connected through Azure Arc.
    pub fn is_arc(&self) -> bool {
        matches!(self.kind, ClusterKind::Arc { .. })
    }

    /// Whether the cluster is ARO or OCP.
    pub fn is_openshift(&self) -> bool {
        matches!(self.kind, ClusterKind::Arc { openshift: true, .. })
    }
}

/// How Azure knows a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClusterKind {
    /// Azure Kubernetes Service.
    Aks,
    /// Azure Arc.
    Arc {
        /// Whether it is ARO or OCP. An AKS cluster never is.
        openshift: bool,
        /// The region in which to connect the cluster, if it is not connected yet.
        connect: Option<Slot<Region>>,
    },
}

/// What a cluster runs. Training has no endpoint.
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

    /// The endpoint, if real-time inference is on.
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
    /// From where endpoints are reachable. No value if the edition does not offer the chosen one.
    pub exposure: Slot<Exposure>,
    /// Whether traffic is encrypted.
    pub transport: Transport,
    /// Whether the inference router has three replicas.
    pub router_ha: bool,
}

/// Whether traffic is encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transport {
    /// Unencrypted.
    Http,
    /// Encrypted.
    Https {
        /// The certificate.
        certificate: Certificate,
        /// The DNS name in the certificate. `arc-preview` has no setting for it.
        cname: Slot<DnsName>,
    },
}

/// Where the certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// Two PEM files on the machine that runs the command.
    Files {
        /// The certificate.
        cert: Slot<PemPath>,
        /// Its private key.
        key: Slot<PemPath>,
    },
    /// A secret in the namespace `azureml`.
    Secret {
        /// The secret's name.
        name: Slot<SecretName>,
        /// The certificate from which the secret is created.
        cert: Slot<PemPath>,
        /// The private key from which the secret is created.
        key: Slot<PemPath>,
    },
}

/// How an extension is upgraded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upgrade {
    /// It upgrades its minor version automatically.
    Automatic,
    /// It stays at this version, or at the newest version at the time of installation.
    Fixed(Option<Slot<ExtensionVersion>>),
}

/// A workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceReference {
    /// Its name.
    pub name: Slot<WorkspaceName>,
    /// Its resource group. The cluster's, unless another one is given.
    pub resource_group: Slot<ResourceGroupName>,
    /// Its subscription. The cluster's, unless another one is given.
    pub subscription: Slot<SubscriptionId>,
}

/// The identity of a compute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// No identity.
    None,
    /// Created and deleted together with the compute.
    SystemAssigned,
    /// One or more existing identities.
    UserAssigned(Slot<IdentityIds>),
}

/// A legacy `AksCompute` target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksCompute {
    /// The subscription in which the commands run.
    pub subscription: Slot<SubscriptionId>,
    /// The workspace.
    pub workspace: WorkspaceReference,
    /// The target's name in the workspace.
    pub compute_name: Slot<AksComputeName>,
    /// The task.
    pub task: AksTask,
}

/// A task for an `AksCompute` target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AksTask {
    /// Create a new cluster.
    Create(Box<AksCreation>),
    /// Attach an existing cluster.
    Attach {
        /// The cluster's purpose and size.
        size: AksSize,
        /// The cluster's region.
        region: Option<Slot<Region>>,
        /// The cluster's resource group.
        resource_group: Slot<ResourceGroupName>,
        /// The cluster's name.
        cluster_name: Slot<ClusterName>,
        /// Its load balancer.
        load_balancer: AksLoadBalancer,
    },
    /// Detach it from the workspace.
    Detach,
}

impl AksTask {
    /// The cluster's purpose and size. `None` if it is only detached.
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
    /// The workspace, if one is named. Otherwise the command uses the configured one.
    pub workspace: Option<WorkspaceReference>,
    /// The cluster's purpose and size.
    pub size: AksSize,
    /// The region. The workspace's, unless another one is given.
    pub region: Option<Slot<Region>>,
    /// Its load balancer.
    pub load_balancer: AksLoadBalancer,
    /// The existing network that the cluster joins: all settings or none.
    pub network: Option<AksNetwork>,
    /// How its endpoints are encrypted: all settings or none.
    pub tls: Option<AksTls>,
}

/// How the endpoints of a new AKS cluster are encrypted. The SDK requires all three settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksTls {
    /// The name in the certificate.
    pub cname: Slot<DnsName>,
    /// The certificate.
    pub cert: Slot<PemPath>,
    /// Its private key.
    pub key: Slot<PemPath>,
}

/// The purpose and size of an AKS cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksSize {
    /// The purpose.
    pub purpose: Purpose,
    /// The number of nodes, if given.
    pub node_count: Option<Slot<WholeNumber>>,
    /// The virtual machine size of a node.
    pub vm_size: Slot<VmSize>,
    /// The virtual CPUs of a node, if given and if the wizard does not know the size.
    pub vm_cores: Option<Slot<WholeNumber>>,
}

/// The load balancer of a new AKS cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AksLoadBalancer {
    /// A public address.
    Public,
    /// An address in this subnet, or in the cluster's own subnet if none is given.
    Internal(Option<Slot<SubnetName>>),
}

/// An existing network for a new AKS cluster. The SDK rejects a configuration that contains only some of these
/// settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AksNetwork {
    /// The network.
    pub vnet_name: Slot<VnetName>,
    /// Its resource group.
    pub resource_group: Slot<ResourceGroupName>,
    /// The subnet of the nodes.
    pub subnet_name: Slot<SubnetName>,
    /// The address range of services.
    pub service_cidr: Slot<Cidr>,
    /// The address of the DNS service.
    pub dns_service_ip: Slot<IpAddress>,
    /// The address range of the Docker bridge.
    pub docker_bridge_cidr: Slot<Cidr>,
}

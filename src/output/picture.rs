//! A picture of what exists after a plan has run: the resources in Azure and in the cluster, and the paths of requests and
//! jobs between them. This module is the model without positions: [`layout`](mod@layout) computes the positions, [`svg`]
//! draws the picture, and [`words`] describes it in text.
//!
//! What the extension creates comes from the resource table, so that picture and table always agree.

pub mod labels;
pub mod layout;
pub mod measure;
pub mod node;
mod scene;
pub mod svg;
pub mod words;

pub use scene::picture;

use crate::base::ids::ids;
use crate::model::choice::Edition;
use crate::model::scenario::Slot;
use crate::model::value::Value;
use crate::output::picture::labels::PictureText;

ids! {
    /// The nodes that a picture can show, in the order in which the text describes them.
    NodeId {
        /// The user who submits jobs and creates endpoints.
        You "you",
        /// The clients that send requests to an endpoint.
        Clients "clients",
        /// The workspace.
        Workspace "workspace",
        /// The cluster as a compute of the workspace.
        Compute "compute",
        /// The cluster as a compute target of the first generation.
        AksTarget "aks-target",
        /// The Azure Arc resource of the cluster.
        ArcConnection "arc-connection",
        /// The AKS resource of the cluster.
        AksResource "aks-resource",
        /// The Azure resource of the extension.
        Extension "extension",
        /// The connection from Azure into the cluster.
        Relay "relay",
        /// The same connection in the preview.
        RelayAndBus "relay-and-bus",
        /// The identity of the compute.
        Identity "identity",
        /// The place where the preview keeps logs.
        LogAnalytics "log-analytics",
        /// The component that exchanges data with the service.
        Gateway "gateway",
        /// The component that runs training jobs.
        TrainingOperator "training-operator",
        /// The component that runs endpoints.
        EndpointOperator "endpoint-operator",
        /// A load balancer with a public address.
        PublicLoadBalancer "public-load-balancer",
        /// A load balancer with an address in the virtual network.
        InternalLoadBalancer "internal-load-balancer",
        /// A load balancer of unknown kind.
        LoadBalancer "load-balancer",
        /// A port on every node.
        NodePorts "node-ports",
        /// An address that is reachable only inside the cluster.
        ClusterIp "cluster-ip",
        /// A service of a kind that is not chosen yet.
        Service "service",
        /// The component that routes requests to models.
        Router "router",
        /// Training jobs.
        Jobs "jobs",
        /// Real-time endpoints.
        Models "models",
        /// The component that schedules jobs.
        Scheduler "scheduler",
        /// The component that runs Prometheus.
        PrometheusOperator "prometheus-operator",
        /// The component that collects metrics.
        Metrics "metrics",
        /// The component that obtains tokens.
        Tokens "tokens",
        /// The component that collects logs.
        Logs "logs",
        /// The component that collects GPU metrics.
        GpuMetrics "gpu-metrics",
        /// The component that makes GPUs available to pods.
        Gpus "gpus",
        /// The component that reports the state of the cluster.
        Status "status",
        /// The component that detects the features of nodes.
        NodeFeatures "node-features",
        /// The component that mounts blobs.
        Blobs "blobs",
        /// The component that makes devices available to pods.
        Devices "devices",
        /// The certificate of the endpoints.
        Secret "secret",
        /// The permissions that OpenShift grants the extension's accounts.
        Scc "scc",
    }
}

/// The place of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Outside Azure and the cluster.
    Outside,
    /// In Azure.
    Azure,
    /// In the cluster, with the components of the extension.
    Extension,
    /// In the cluster, with jobs and endpoints.
    Workloads,
}

impl NodeId {
    /// The zone of the node.
    pub fn zone(self) -> Zone {
        match self {
            Self::You | Self::Clients => Zone::Outside,
            Self::Workspace
            | Self::Compute
            | Self::AksTarget
            | Self::ArcConnection
            | Self::AksResource
            | Self::Extension
            | Self::Relay
            | Self::RelayAndBus
            | Self::Identity
            | Self::LogAnalytics => Zone::Azure,
            Self::Jobs | Self::Models => Zone::Workloads,
            _ => Zone::Extension,
        }
    }

    /// Whether clients send their requests to this node.
    pub fn is_entry(self) -> bool {
        matches!(
            self,
            Self::PublicLoadBalancer
                | Self::InternalLoadBalancer
                | Self::LoadBalancer
                | Self::NodePorts
                | Self::ClusterIp
                | Self::Service
        )
    }

    /// Whether it is an auxiliary component that no request or job passes through.
    pub fn is_helper(self) -> bool {
        matches!(
            self,
            Self::Scheduler
                | Self::PrometheusOperator
                | Self::Metrics
                | Self::Tokens
                | Self::Logs
                | Self::GpuMetrics
                | Self::Gpus
                | Self::Status
                | Self::NodeFeatures
                | Self::Blobs
                | Self::Devices
                | Self::Secret
                | Self::Scc
        )
    }
}

/// The detail that is shown with a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// None: the name is missing or not needed.
    None,
    /// Its name, from a checked value.
    Name(String),
    /// A description.
    Text(PictureText),
}

impl Detail {
    fn name<T: Value>(slot: &Slot<T>) -> Self {
        slot.value.as_ref().map_or(Self::None, |value| Self::Name(value.as_str().to_owned()))
    }
}

/// A node: a thing that exists after the plan has run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The id.
    pub id: NodeId,
    /// Its name or description.
    pub detail: Detail,
    /// The names of the resources that it represents.
    pub resources: Vec<String>,
    /// The number of replicas that run.
    pub copies: u8,
}

/// An end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At a node.
    Node(NodeId),
    /// At the cluster.
    Cluster,
    /// At all components of the extension.
    Extension,
}

ids! {
    /// The meanings of arrows.
    EdgeId {
        /// The user sends requests to the workspace.
        Asks "asks",
        /// The workspace has the compute.
        Has "has",
        /// The compute represents the cluster.
        StandsFor "stands-for",
        /// The compute acts with an identity.
        ActsWith "acts-with",
        /// The cluster carries the extension.
        Carries "carries",
        /// The extension installs its components.
        Installs "installs",
        /// The Azure resource represents the cluster.
        Is "is",
        /// The workspace sends through the relay.
        Sends "sends",
        /// The relay connects to the gateway.
        Reaches "reaches",
        /// The workspace connects to the gateway.
        Commands "commands",
        /// Logs go to the Log Analytics workspace.
        Logs "logs",
        /// The gateway passes on jobs.
        HandsJobs "hands-jobs",
        /// The operator starts jobs.
        StartsJobs "starts-jobs",
        /// The gateway passes on endpoints.
        HandsEndpoints "hands-endpoints",
        /// The operator starts endpoints.
        StartsEndpoints "starts-endpoints",
        /// Clients send requests.
        Requests "requests",
        /// Requests reach the router.
        Enters "enters",
        /// The router forwards requests to a model.
        Routes "routes",
    }
}

/// An arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Its meaning.
    pub id: EdgeId,
    /// Its start.
    pub from: End,
    /// Its end.
    pub to: End,
    /// The text beside it.
    pub label: Option<PictureText>,
}

/// The contents of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The edition.
    pub edition: Edition,
    /// The cluster's name, if known.
    pub cluster: Option<String>,
    /// How the cluster is connected to Azure.
    pub through: PictureText,
    /// The namespace of jobs and endpoints, if known.
    pub namespace: Option<String>,
    /// The nodes, in the order of their ids.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
}

impl Picture {
    /// Whether the picture shows the node.
    pub fn has(&self, id: NodeId) -> bool {
        self.nodes.iter().any(|node| node.id == id)
    }

    /// The node that clients send their requests to.
    pub fn entry(&self) -> Option<NodeId> {
        self.nodes.iter().map(|node| node.id).find(|id| id.is_entry())
    }

    /// Changes a node, after adding it if it is missing.
    fn with(&mut self, id: NodeId, change: impl FnOnce(&mut Node)) {
        let place = self.nodes.iter().position(|node| node.id as usize >= id as usize);
        let place = place.unwrap_or(self.nodes.len());
        if self.nodes.get(place).is_none_or(|node| node.id != id) {
            self.nodes.insert(place, Node { id, detail: Detail::None, resources: Vec::new(), copies: 1 });
        }
        if let Some(node) = self.nodes.get_mut(place) {
            change(node);
        }
    }

    fn add(&mut self, id: NodeId, detail: Detail) {
        self.with(id, |node| node.detail = detail);
    }

    fn edge(&mut self, id: EdgeId, from: NodeId, to: NodeId) {
        self.connect(id, End::Node(from), End::Node(to), None);
    }

    fn connect(&mut self, id: EdgeId, from: End, to: End, label: Option<PictureText>) {
        self.edges.push(Edge { id, from, to, label });
    }
}

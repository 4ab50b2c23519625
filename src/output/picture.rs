//! A picture of what will exist once a plan has run: what stands in Azure and in the cluster, and how requests and jobs
//! get from one to the other. A model without places; [`layout`](mod@layout) gives it places, [`svg`] draws it, [`words`] says the same.
//!
//! What the extension makes comes from the table of resources, so that the picture shows no less and no more than that.

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
    /// What a picture can show, in the order in which it is told.
    NodeId {
        /// Whoever submits jobs and makes endpoints.
        You "you",
        /// Whoever asks an endpoint.
        Clients "clients",
        /// The workspace.
        Workspace "workspace",
        /// The cluster as a compute of the workspace.
        Compute "compute",
        /// The same in the first generation.
        AksTarget "aks-target",
        /// The cluster as Azure Arc knows it.
        ArcConnection "arc-connection",
        /// The cluster as AKS knows it.
        AksResource "aks-resource",
        /// The extension as Azure knows it.
        Extension "extension",
        /// The way from Azure into the cluster.
        Relay "relay",
        /// The same of the preview.
        RelayAndBus "relay-and-bus",
        /// What the compute acts with.
        Identity "identity",
        /// Where the preview keeps logs.
        LogAnalytics "log-analytics",
        /// What exchanges data with the service.
        Gateway "gateway",
        /// What runs training jobs.
        TrainingOperator "training-operator",
        /// What runs endpoints.
        EndpointOperator "endpoint-operator",
        /// A load balancer with a public address.
        PublicLoadBalancer "public-load-balancer",
        /// A load balancer with an address of the network.
        InternalLoadBalancer "internal-load-balancer",
        /// A load balancer of which no more is known.
        LoadBalancer "load-balancer",
        /// A port on every node.
        NodePorts "node-ports",
        /// An address that only the cluster knows.
        ClusterIp "cluster-ip",
        /// A service of a kind that the edition does not have.
        Service "service",
        /// What routes requests to models.
        Router "router",
        /// Training jobs.
        Jobs "jobs",
        /// Real-time endpoints.
        Models "models",
        /// Schedules jobs.
        Scheduler "scheduler",
        /// Runs Prometheus.
        PrometheusOperator "prometheus-operator",
        /// Measures.
        Metrics "metrics",
        /// Gets tokens.
        Tokens "tokens",
        /// Collects logs.
        Logs "logs",
        /// Measures GPUs.
        GpuMetrics "gpu-metrics",
        /// Gives GPUs to pods.
        Gpus "gpus",
        /// Reports the state of the cluster.
        Status "status",
        /// Finds out what a node can do.
        NodeFeatures "node-features",
        /// Mounts blobs.
        Blobs "blobs",
        /// Gives devices to pods.
        Devices "devices",
        /// The certificate of the endpoints.
        Secret "secret",
        /// What OpenShift lets the extension's accounts do.
        Scc "scc",
    }
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Outside of both.
    Outside,
    /// In Azure.
    Azure,
    /// In the cluster, where the extension lives.
    Extension,
    /// In the cluster, where jobs and endpoints run.
    Workloads,
}

impl NodeId {
    /// Where it stands.
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

    /// Whether it is what clients send their requests to.
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

    /// Whether it helps the others, and no request or job passes it.
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

/// What is told of a node besides what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: no name was given, or none is needed.
    None,
    /// Its name, from a checked value.
    Name(String),
    /// How it is.
    Said(PictureText),
}

impl Detail {
    fn name<T: Value>(slot: &Slot<T>) -> Self {
        slot.value.as_ref().map_or(Self::None, |value| Self::Name(value.as_str().to_owned()))
    }
}

/// A thing that will exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Which.
    pub id: NodeId,
    /// What is told of it.
    pub detail: Detail,
    /// The resources that it stands for, by name.
    pub resources: Vec<String>,
    /// In how many copies it runs, where there can be several.
    pub copies: u8,
}

/// Where an arrow begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At a node.
    Node(NodeId),
    /// At the cluster as a whole.
    Cluster,
    /// At everything that the extension brings.
    Extension,
}

ids! {
    /// What an arrow means.
    EdgeId {
        /// You ask the workspace.
        Asks "asks",
        /// The workspace has the compute.
        Has "has",
        /// The compute stands for the cluster.
        StandsFor "stands-for",
        /// The compute acts with an identity.
        ActsWith "acts-with",
        /// The cluster has the extension.
        Carries "carries",
        /// The extension installs its components.
        Installs "installs",
        /// The cluster in Azure is the cluster below.
        Is "is",
        /// The workspace sends through the relay.
        Sends "sends",
        /// The relay reaches the gateway.
        Reaches "reaches",
        /// The workspace reaches the gateway.
        Commands "commands",
        /// Logs go to the workspace of logs.
        Logs "logs",
        /// The gateway hands jobs over.
        HandsJobs "hands-jobs",
        /// Jobs are started.
        StartsJobs "starts-jobs",
        /// The gateway hands endpoints over.
        HandsEndpoints "hands-endpoints",
        /// Endpoints are started.
        StartsEndpoints "starts-endpoints",
        /// Clients ask.
        Requests "requests",
        /// Requests come to the router.
        Enters "enters",
        /// The router asks a model.
        Routes "routes",
    }
}

/// An arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// What it means.
    pub id: EdgeId,
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What stands at it.
    pub label: Option<PictureText>,
}

/// What there is to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The edition.
    pub edition: Edition,
    /// The cluster's name, where it is known.
    pub cluster: Option<String>,
    /// How the cluster belongs to Azure.
    pub through: PictureText,
    /// The namespace of jobs and endpoints, where it is known.
    pub namespace: Option<String>,
    /// The things, in the order of their ids.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
}

impl Picture {
    /// Whether it shows something.
    pub fn has(&self, id: NodeId) -> bool {
        self.nodes.iter().any(|node| node.id == id)
    }

    /// What clients send their requests to.
    pub fn entry(&self) -> Option<NodeId> {
        self.nodes.iter().map(|node| node.id).find(|id| id.is_entry())
    }

    /// Changes a node, which is put there if it is not.
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

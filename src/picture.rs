//! A picture of what will exist once a plan has run: what stands in Azure and in the cluster, and how requests and jobs
//! get from one to the other. A model without places; [`layout`](mod@layout) gives it places, [`svg`] draws it, [`words`] says the same.
//!
//! What the extension makes comes from the table of resources, so that the picture shows no less and no more than that.

pub mod layout;
pub mod measure;
pub mod svg;
pub mod words;

use crate::choice::{Edition, Exposure};
use crate::edition::has_secret;
use crate::locale::PictureText;
use crate::plan::id::ids;
use crate::resource::{self, Does};
use crate::result::Outcome;
use crate::scenario::{
    AksCompute, AksLoadBalancer, AksTask, Certificate, ClusterKind, Extension, Identity, Scenario, Slot,
    Transport,
};
use crate::value::{IdentityIds, Value};

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

/// The picture of an outcome.
pub fn picture(outcome: &Outcome) -> Picture {
    let mut picture = Picture {
        edition: outcome.plan.edition,
        cluster: None,
        through: PictureText::ThroughAks,
        namespace: None,
        nodes: Vec::new(),
        edges: Vec::new(),
    };
    match &outcome.resolved.scenario {
        Scenario::Extension(scenario) => {
            for resource in resource::resources(&outcome.plan, &outcome.resolved.scenario) {
                picture.with(stands_for(resource.does, outcome.plan.edition), |node| {
                    // A name with a gap is none.
                    if !resource.name.contains('<') {
                        node.resources.push(resource.name);
                    }
                });
            }
            of_extension(&mut picture, scenario);
        }
        Scenario::AksCompute(scenario) => of_aks_compute(&mut picture, scenario),
    }
    picture
}

/// What in the picture stands for a resource.
fn stands_for(does: Does, edition: Edition) -> NodeId {
    match does {
        Does::ServiceBus | Does::Relay if edition == Edition::ArcPreview => NodeId::RelayAndBus,
        Does::ServiceBus | Does::Relay => NodeId::Relay,
        Does::Extension => NodeId::Extension,
        Does::RelayServer | Does::Gateway => NodeId::Gateway,
        Does::TrainingJobs | Does::Framework => NodeId::TrainingOperator,
        Does::MetricsController | Does::KubeStateMetrics | Does::Metrics => NodeId::Metrics,
        Does::PrometheusOperator => NodeId::PrometheusOperator,
        Does::Identity => NodeId::Tokens,
        Does::Router => NodeId::Router,
        Does::Endpoints => NodeId::EndpointOperator,
        Does::Scheduler => NodeId::Scheduler,
        Does::Logs => NodeId::Logs,
        Does::GpuMetrics => NodeId::GpuMetrics,
        Does::Gpus => NodeId::Gpus,
        Does::Status => NodeId::Status,
        Does::NodeFeatures => NodeId::NodeFeatures,
        Does::Blobs => NodeId::Blobs,
        Does::Devices => NodeId::Devices,
    }
}

fn known<T: Value>(slot: &Slot<T>) -> Option<String> {
    slot.value.as_ref().map(|value| value.as_str().to_owned())
}

fn of_extension(picture: &mut Picture, scenario: &Extension) {
    picture.cluster = known(&scenario.cluster.name);
    picture.namespace = known(&scenario.namespace);
    picture.through = match scenario.cluster.kind {
        ClusterKind::Aks => PictureText::ThroughAks,
        ClusterKind::Arc { openshift: false, .. } => PictureText::ThroughArc,
        ClusterKind::Arc { openshift: true, .. } => PictureText::ThroughArcOpenshift,
    };
    let asks = match (scenario.trains(), scenario.has_endpoint()) {
        (true, true) => (PictureText::AsksBoth, PictureText::Both),
        (true, false) => (PictureText::AsksTraining, PictureText::Training),
        (false, _) => (PictureText::AsksInference, PictureText::Inference),
    };
    let resource = if scenario.is_arc() { NodeId::ArcConnection } else { NodeId::AksResource };
    of_azure(picture, scenario, resource, asks);
    let way = [NodeId::Relay, NodeId::RelayAndBus].into_iter().find(|id| picture.has(*id));
    match way {
        Some(relay) => {
            picture.edge(EdgeId::Sends, NodeId::Workspace, relay);
            let (from, to) = (End::Node(relay), End::Node(NodeId::Gateway));
            picture.connect(EdgeId::Reaches, from, to, Some(asks.1));
        }
        None => {
            let (from, to) = (End::Node(NodeId::Workspace), End::Node(NodeId::Gateway));
            picture.connect(EdgeId::Commands, from, to, Some(asks.1));
        }
    }
    if scenario.trains() {
        picture.add(NodeId::Jobs, Detail::Said(PictureText::AndBatch));
        picture.edge(EdgeId::HandsJobs, NodeId::Gateway, NodeId::TrainingOperator);
        picture.edge(EdgeId::StartsJobs, NodeId::TrainingOperator, NodeId::Jobs);
    }
    if scenario.nvidia_plugin {
        // The documents of the preview do not list it.
        picture.with(NodeId::Gpus, |_| ());
    }
    if scenario.cluster.is_openshift() {
        picture.with(NodeId::Scc, |_| ());
    }
    of_endpoint(picture, scenario);
}

/// What stands in Azure.
fn of_azure(picture: &mut Picture, scenario: &Extension, resource: NodeId, asks: (PictureText, PictureText)) {
    picture.add(NodeId::You, Detail::Said(PictureText::WithTools));
    picture.add(NodeId::Workspace, Detail::name(&scenario.workspace.name));
    picture.add(NodeId::Compute, Detail::name(&scenario.compute_name));
    picture.add(resource, Detail::name(&scenario.cluster.name));
    picture.add(NodeId::Extension, Detail::name(&scenario.extension_name));
    let (you, workspace) = (End::Node(NodeId::You), End::Node(NodeId::Workspace));
    picture.connect(EdgeId::Asks, you, workspace, Some(asks.0));
    picture.edge(EdgeId::Has, NodeId::Workspace, NodeId::Compute);
    picture.edge(EdgeId::StandsFor, NodeId::Compute, resource);
    picture.edge(EdgeId::Carries, resource, NodeId::Extension);
    let extension = End::Node(NodeId::Extension);
    picture.connect(EdgeId::Installs, extension, End::Cluster, Some(PictureText::Installs));
    let identity = match &scenario.identity {
        Identity::None => None,
        Identity::SystemAssigned => Some(Detail::Said(PictureText::SystemAssigned)),
        Identity::UserAssigned(ids) => Some(identities(ids)),
    };
    if let Some(detail) = identity {
        picture.add(NodeId::Identity, detail);
        picture.edge(EdgeId::ActsWith, NodeId::Compute, NodeId::Identity);
    }
    if scenario.log_analytics && picture.edition == Edition::ArcPreview {
        picture.with(NodeId::LogAnalytics, |_| ());
        let logs = End::Node(NodeId::LogAnalytics);
        picture.connect(EdgeId::Logs, End::Extension, logs, Some(PictureText::LogsLabel));
    }
}

/// The name of the one identity; of several, only that they are.
fn identities(ids: &Slot<IdentityIds>) -> Detail {
    let Some(ids) = &ids.value else { return Detail::Said(PictureText::UserAssigned) };
    let mut ids = ids.iter();
    match (ids.next(), ids.next()) {
        (Some(id), None) => id
            .as_str()
            .rsplit('/')
            .next()
            .map_or(Detail::Said(PictureText::UserAssigned), |name| Detail::Name(name.to_owned())),
        _ => Detail::Said(PictureText::UserAssignedSeveral),
    }
}

/// The way from clients to models.
fn of_endpoint(picture: &mut Picture, scenario: &Extension) {
    let Some(endpoint) = scenario.workload.endpoint() else { return };
    let is_https = matches!(endpoint.transport, Transport::Https { .. });
    let (entry, how, clients, label) = match endpoint.exposure.value {
        Some(Exposure::Public) => (
            NodeId::PublicLoadBalancer,
            PictureText::PublicAddress,
            PictureText::FromAnywhere,
            if is_https { PictureText::Https } else { PictureText::Http },
        ),
        Some(Exposure::Internal) => (
            NodeId::InternalLoadBalancer,
            PictureText::InternalAddress,
            PictureText::FromNetwork,
            if is_https { PictureText::Https } else { PictureText::Http },
        ),
        Some(Exposure::NodePort) => (
            NodeId::NodePorts,
            PictureText::OnEveryNode,
            PictureText::FromNodes,
            if is_https { PictureText::NodePortHttps } else { PictureText::NodePortHttp },
        ),
        Some(Exposure::ClusterIp) => (
            NodeId::ClusterIp,
            PictureText::InsideOnly,
            PictureText::FromInside,
            if is_https { PictureText::ClusterIpHttps } else { PictureText::ClusterIpHttp },
        ),
        None => (
            NodeId::Service,
            PictureText::NotChosen,
            PictureText::FromSomewhere,
            if is_https { PictureText::OverHttps } else { PictureText::OverHttp },
        ),
    };
    picture.add(entry, Detail::Said(how));
    picture.add(NodeId::Clients, Detail::Said(clients));
    picture.add(NodeId::Models, Detail::Said(PictureText::YourModels));
    let (copies, said) =
        if endpoint.router_ha { (3, PictureText::ThreeReplicas) } else { (1, PictureText::OneReplica) };
    picture.with(NodeId::Router, |router| {
        router.copies = copies;
        router.detail = Detail::Said(said);
    });
    if has_secret(scenario)
        && let Transport::Https { certificate: Certificate::Secret { name, .. }, .. } = &endpoint.transport
    {
        picture.add(NodeId::Secret, Detail::name(name));
    }
    picture.edge(EdgeId::HandsEndpoints, NodeId::Gateway, NodeId::EndpointOperator);
    picture.edge(EdgeId::StartsEndpoints, NodeId::EndpointOperator, NodeId::Models);
    requests(picture, entry, label);
}

/// The arrows from clients to models.
fn requests(picture: &mut Picture, entry: NodeId, label: PictureText) {
    let (clients, to) = (End::Node(NodeId::Clients), End::Node(entry));
    picture.connect(EdgeId::Requests, clients, to, Some(label));
    picture.edge(EdgeId::Enters, entry, NodeId::Router);
    picture.edge(EdgeId::Routes, NodeId::Router, NodeId::Models);
}

fn of_aks_compute(picture: &mut Picture, scenario: &AksCompute) {
    let workspace = match &scenario.task {
        AksTask::Create(creation) => creation.workspace.as_ref(),
        AksTask::Attach { .. } | AksTask::Detach => Some(&scenario.workspace),
    };
    let name = workspace.map_or(Detail::None, |workspace| Detail::name(&workspace.name));
    picture.add(NodeId::Workspace, name);
    let (entry, how) = match &scenario.task {
        AksTask::Detach => {
            picture.add(NodeId::AksResource, Detail::Said(PictureText::StaysDetached));
            return;
        }
        AksTask::Attach { cluster_name, .. } => {
            picture.cluster = known(cluster_name);
            picture.add(NodeId::AksResource, Detail::name(cluster_name));
            (NodeId::LoadBalancer, Detail::None)
        }
        AksTask::Create(creation) => {
            picture.add(NodeId::AksResource, Detail::Said(PictureText::MadeHere));
            if creation.network.is_some() {
                picture.through = PictureText::ThroughAksNetwork;
            }
            match &creation.load_balancer {
                AksLoadBalancer::Public => {
                    (NodeId::PublicLoadBalancer, Detail::Said(PictureText::PublicAddress))
                }
                AksLoadBalancer::Internal(_) => {
                    (NodeId::InternalLoadBalancer, Detail::Said(PictureText::InternalAddress))
                }
            }
        }
    };
    let label = match &scenario.task {
        AksTask::Create(creation) if creation.tls.is_some() => Some(PictureText::Https),
        AksTask::Create(_) => Some(PictureText::Http),
        AksTask::Attach { .. } | AksTask::Detach => None,
    };
    picture.add(NodeId::You, Detail::Said(PictureText::WithOldTools));
    picture.add(NodeId::AksTarget, Detail::name(&scenario.compute_name));
    let clients = match entry {
        NodeId::InternalLoadBalancer => PictureText::FromNetwork,
        NodeId::PublicLoadBalancer => PictureText::FromAnywhere,
        _ => PictureText::FromSomewhere,
    };
    picture.add(NodeId::Clients, Detail::Said(clients));
    picture.add(entry, how);
    picture.with(NodeId::Router, |router| router.resources.push("azureml-fe".to_owned()));
    picture.add(NodeId::Models, Detail::Said(PictureText::YourModels));
    let (you, workspace) = (End::Node(NodeId::You), End::Node(NodeId::Workspace));
    picture.connect(EdgeId::Asks, you, workspace, Some(PictureText::AsksModels));
    picture.edge(EdgeId::Has, NodeId::Workspace, NodeId::AksTarget);
    picture.edge(EdgeId::StandsFor, NodeId::AksTarget, NodeId::AksResource);
    let resource = End::Node(NodeId::AksResource);
    picture.connect(EdgeId::Is, resource, End::Cluster, Some(PictureText::Models));
    requests(picture, entry, label.unwrap_or(PictureText::Requests));
}

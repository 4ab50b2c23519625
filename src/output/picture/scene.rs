//! Builds the picture of a scenario.

use super::{Detail, EdgeId, End, NodeId, Picture};
use crate::analysis::outcome::Outcome;
use crate::edition;
use crate::edition::resource::Purpose;
use crate::model::choice::{Edition, Exposure};
use crate::model::scenario::{
    AksCompute, AksLoadBalancer, AksTask, ClusterKind, Extension, Identity, Scenario, Slot, Transport,
};
use crate::model::value::{IdentityIds, Value};
use crate::output::picture::labels::PictureText;

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
            for resource in edition::resources(&outcome.plan, &outcome.resolved.scenario) {
                picture.with(stands_for(resource.purpose, outcome.plan.edition), |node| {
                    // A name with a placeholder is not a usable name.
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

/// The node that represents a resource.
fn stands_for(purpose: Purpose, edition: Edition) -> NodeId {
    match purpose {
        Purpose::ServiceBus | Purpose::Relay if edition == Edition::ArcPreview => NodeId::RelayAndBus,
        Purpose::ServiceBus | Purpose::Relay => NodeId::Relay,
        Purpose::Extension => NodeId::Extension,
        Purpose::RelayServer | Purpose::Gateway | Purpose::Ingress => NodeId::Gateway,
        Purpose::TrainingJobs | Purpose::Framework => NodeId::TrainingOperator,
        Purpose::MetricsController | Purpose::KubeStateMetrics | Purpose::Metrics => NodeId::Metrics,
        Purpose::PrometheusOperator => NodeId::PrometheusOperator,
        Purpose::Identity => NodeId::Tokens,
        Purpose::Router => NodeId::Router,
        Purpose::Endpoints => NodeId::EndpointOperator,
        Purpose::Scheduler => NodeId::Scheduler,
        Purpose::Logs | Purpose::LogsOrSidecars => NodeId::Logs,
        Purpose::GpuMetrics => NodeId::GpuMetrics,
        Purpose::Gpus => NodeId::Gpus,
        Purpose::Status => NodeId::Status,
        Purpose::NodeFeatures => NodeId::NodeFeatures,
        Purpose::Blobs => NodeId::Blobs,
        Purpose::Devices => NodeId::Devices,
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
    let relay = [NodeId::Relay, NodeId::RelayAndBus].into_iter().find(|id| picture.has(*id));
    match relay {
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
        picture.add(NodeId::Jobs, Detail::Text(PictureText::AndBatch));
        picture.edge(EdgeId::HandsJobs, NodeId::Gateway, NodeId::TrainingOperator);
        picture.edge(EdgeId::StartsJobs, NodeId::TrainingOperator, NodeId::Jobs);
    }
    if scenario.nvidia_plugin {
        // The preview documentation does not list the plug-in among the resources.
        picture.with(NodeId::Gpus, |_| ());
    }
    if scenario.cluster.is_openshift() {
        picture.with(NodeId::Scc, |_| ());
    }
    of_endpoint(picture, scenario);
}

/// The resources in Azure.
fn of_azure(picture: &mut Picture, scenario: &Extension, resource: NodeId, asks: (PictureText, PictureText)) {
    picture.add(NodeId::You, Detail::Text(PictureText::WithTools));
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
        Identity::SystemAssigned => Some(Detail::Text(PictureText::SystemAssigned)),
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

/// The name of the identity if there is only one; otherwise a note that there are several.
fn identities(ids: &Slot<IdentityIds>) -> Detail {
    let Some(ids) = &ids.value else { return Detail::Text(PictureText::UserAssigned) };
    let mut ids = ids.iter();
    match (ids.next(), ids.next()) {
        (Some(id), None) => id
            .as_str()
            .rsplit('/')
            .next()
            .map_or(Detail::Text(PictureText::UserAssigned), |name| Detail::Name(name.to_owned())),
        _ => Detail::Text(PictureText::UserAssignedSeveral),
    }
}

/// The path from clients to models.
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
    picture.add(entry, Detail::Text(how));
    picture.add(NodeId::Clients, Detail::Text(clients));
    picture.add(NodeId::Models, Detail::Text(PictureText::YourModels));
    let (copies, replicas) =
        if endpoint.router_ha { (3, PictureText::ThreeReplicas) } else { (1, PictureText::OneReplica) };
    picture.with(NodeId::Router, |router| {
        router.copies = copies;
        router.detail = Detail::Text(replicas);
    });
    if let Some((name, _, _)) = scenario.secret() {
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
            picture.add(NodeId::AksResource, Detail::Text(PictureText::StaysDetached));
            return;
        }
        AksTask::Attach { cluster_name, load_balancer, .. } => {
            picture.cluster = known(cluster_name);
            picture.add(NodeId::AksResource, Detail::name(cluster_name));
            match load_balancer {
                AksLoadBalancer::Public => (NodeId::LoadBalancer, Detail::None),
                AksLoadBalancer::Internal(_) => {
                    (NodeId::InternalLoadBalancer, Detail::Text(PictureText::InternalAddress))
                }
            }
        }
        AksTask::Create(creation) => {
            picture.add(NodeId::AksResource, Detail::Text(PictureText::MadeHere));
            if creation.network.is_some() {
                picture.through = PictureText::ThroughAksNetwork;
            }
            match &creation.load_balancer {
                AksLoadBalancer::Public => {
                    (NodeId::PublicLoadBalancer, Detail::Text(PictureText::PublicAddress))
                }
                AksLoadBalancer::Internal(_) => {
                    (NodeId::InternalLoadBalancer, Detail::Text(PictureText::InternalAddress))
                }
            }
        }
    };
    let label = match &scenario.task {
        AksTask::Create(creation) if creation.tls.is_some() => Some(PictureText::Https),
        AksTask::Create(_) => Some(PictureText::Http),
        AksTask::Attach { .. } | AksTask::Detach => None,
    };
    picture.add(NodeId::You, Detail::Text(PictureText::WithOldTools));
    picture.add(NodeId::AksTarget, Detail::name(&scenario.compute_name));
    let clients = match entry {
        NodeId::InternalLoadBalancer => PictureText::FromNetwork,
        NodeId::PublicLoadBalancer => PictureText::FromAnywhere,
        _ => PictureText::FromSomewhere,
    };
    picture.add(NodeId::Clients, Detail::Text(clients));
    picture.add(entry, how);
    picture.with(NodeId::Router, |router| router.resources.push("azureml-fe".to_owned()));
    picture.add(NodeId::Models, Detail::Text(PictureText::YourModels));
    let (you, workspace) = (End::Node(NodeId::You), End::Node(NodeId::Workspace));
    picture.connect(EdgeId::Asks, you, workspace, Some(PictureText::AsksModels));
    picture.edge(EdgeId::Has, NodeId::Workspace, NodeId::AksTarget);
    picture.edge(EdgeId::StandsFor, NodeId::AksTarget, NodeId::AksResource);
    let resource = End::Node(NodeId::AksResource);
    picture.connect(EdgeId::Is, resource, End::Cluster, Some(PictureText::Models));
    requests(picture, entry, label.unwrap_or(PictureText::Requests));
}

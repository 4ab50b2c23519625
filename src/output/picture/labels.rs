//! English: the picture and its description.

use crate::i18n::{Message, message, texts};
use crate::output::picture::{EdgeId, NodeId};

texts! {
    /// The standalone texts of the picture.
    PictureText "picture" {
        Title "Picture of what will exist",
        Azure "In Azure",
        Cluster "Kubernetes cluster",
        ExtensionZone "The extension, in namespace azureml",
        FrontEndZone "What Azure Machine Learning brings",
        Namespace "Namespace",
        OfCompute "of the compute",
        YourModelsZone "Your web services",
        Outside "Outside",
        Connected "How they are connected",
        ThroughAks "Azure Kubernetes Service",
        ThroughAksNetwork "Azure Kubernetes Service, in your virtual network",
        ThroughArc "connected through Azure Arc",
        ThroughArcOpenshift "OpenShift, connected through Azure Arc",
        WithTools "az ml, SDK or studio",
        WithOldTools "CLI, SDK or studio",
        AsksTraining "az ml: jobs",
        AsksInference "az ml: endpoints",
        AsksBoth "az ml: jobs and endpoints",
        AsksModels "models to deploy",
        Training "jobs",
        Inference "endpoints",
        Both "jobs and endpoints",
        Models "models",
        Installs "installs",
        LogsLabel "logs",
        AndBatch "and batch inference",
        YourModels "your models",
        SystemAssigned "system-assigned",
        UserAssigned "user-assigned",
        UserAssignedSeveral "several, user-assigned",
        PublicAddress "public address",
        InternalAddress "address of your network",
        OnEveryNode "on every node",
        InsideOnly "inside the cluster only",
        NotChosen "not chosen yet",
        FromAnywhere "from anywhere",
        FromNetwork "in your virtual network",
        FromNodes "that reach the nodes",
        FromInside "in the cluster",
        FromSomewhere "of your endpoints",
        Https "HTTPS 443",
        Http "HTTP 80",
        NodePortHttps "NodePort, HTTPS",
        NodePortHttp "NodePort, HTTP",
        ClusterIpHttps "ClusterIP, HTTPS",
        ClusterIpHttp "ClusterIP, HTTP",
        OverHttps "HTTPS",
        OverHttp "HTTP",
        Requests "requests",
        ThreeReplicas "3 replicas",
        OneReplica "1 replica",
        StaysDetached "stays, no longer attached",
        MadeHere "a new cluster",
    }
}

/// The name and the function of a node.
#[expect(clippy::too_many_lines, reason = "a row a text")]
fn node_messages(node: NodeId) -> (Message, Message) {
    match node {
        NodeId::You => {
            (message!("thing.you.name", "You"), message!("thing.you.does", "submit work and monitor it."))
        }
        NodeId::Clients => (
            message!("thing.clients.name", "Clients"),
            message!("thing.clients.does", "request predictions from the endpoints."),
        ),
        NodeId::Workspace => (
            message!("thing.workspace.name", "Workspace"),
            message!("thing.workspace.does", "keeps track of your jobs, models and endpoints."),
        ),
        NodeId::Compute => (
            message!("thing.compute.name", "Compute target"),
            message!("thing.compute.does", "is the name that jobs and endpoints use for this cluster."),
        ),
        NodeId::AksTarget => (
            message!("thing.aks-target.name", "AksCompute target"),
            message!("thing.aks-target.does", "is the name under which you deploy to this cluster."),
        ),
        NodeId::ArcConnection => (
            message!("thing.arc-connection.name", "Azure Arc connection"),
            message!("thing.arc-connection.does", "represents the cluster in Azure."),
        ),
        NodeId::AksResource => (
            message!("thing.aks-resource.name", "AKS cluster"),
            message!("thing.aks-resource.does", "represents the cluster in Azure."),
        ),
        NodeId::Extension => (
            message!("thing.extension.name", "Cluster extension"),
            message!("thing.extension.does", "installs and maintains the components."),
        ),
        NodeId::Relay => (
            message!("thing.relay.name", "Azure Relay"),
            message!(
                "thing.relay.does",
                "lets Azure reach the cluster, which opens the connection. Do not change it."
            ),
        ),
        NodeId::RelayAndBus => (
            message!("thing.relay-and-bus.name", "Relay and Service Bus"),
            message!(
                "thing.relay-and-bus.does",
                "carry messages between Azure and the cluster. Do not change them."
            ),
        ),
        NodeId::Identity => (
            message!("thing.identity.name", "Managed identity"),
            message!("thing.identity.does", "identifies the compute, for example to storage and registry."),
        ),
        NodeId::LogAnalytics => (
            message!("thing.log-analytics.name", "Log Analytics"),
            message!("thing.log-analytics.does", "keeps the logs of the cluster. It may cost money."),
        ),
        NodeId::Gateway => (
            message!("thing.gateway.name", "Gateway"),
            message!("thing.gateway.does", "exchanges data with Azure Machine Learning."),
        ),
        NodeId::TrainingOperator => (
            message!("thing.training-operator.name", "Training operator"),
            message!("thing.training-operator.does", "runs training jobs."),
        ),
        NodeId::EndpointOperator => (
            message!("thing.endpoint-operator.name", "Endpoint operator"),
            message!("thing.endpoint-operator.does", "runs real-time endpoints."),
        ),
        NodeId::PublicLoadBalancer | NodeId::InternalLoadBalancer | NodeId::LoadBalancer => (
            message!("thing.public-load-balancer.name", "Load balancer"),
            message!("thing.public-load-balancer.does", "accepts client requests."),
        ),
        NodeId::NodePorts => (
            message!("thing.node-ports.name", "Node port"),
            message!("thing.node-ports.does", "accepts client requests at the address of any node."),
        ),
        NodeId::ClusterIp => (
            message!("thing.cluster-ip.name", "Cluster IP"),
            message!(
                "thing.cluster-ip.does",
                "accepts requests from inside. For requests from outside, put your own load balancer in front."
            ),
        ),
        NodeId::Service => (
            message!("thing.service.name", "Service"),
            message!("thing.service.does", "accepts client requests."),
        ),
        NodeId::Router => (
            message!("thing.router.name", "Inference router"),
            message!("thing.router.does", "passes each request on to its model."),
        ),
        NodeId::Jobs => {
            (message!("thing.jobs.name", "Training jobs"), message!("thing.jobs.does", "run here."))
        }
        NodeId::Models => (
            message!("thing.models.name", "Real-time endpoints"),
            message!("thing.models.does", "run here and answer requests."),
        ),
        NodeId::Scheduler => (
            message!("thing.scheduler.name", "Volcano scheduler"),
            message!("thing.scheduler.does", "decides which job runs when."),
        ),
        NodeId::PrometheusOperator => (
            message!("thing.prometheus-operator.name", "Prometheus operator"),
            message!("thing.prometheus-operator.does", "runs Prometheus."),
        ),
        NodeId::Metrics => (
            message!("thing.metrics.name", "Prometheus metrics"),
            message!("thing.metrics.does", "measures cluster and jobs."),
        ),
        NodeId::Tokens => (
            message!("thing.tokens.name", "Access tokens"),
            message!("thing.tokens.does", "are fetched for storage and registry."),
        ),
        NodeId::Logs => (
            message!("thing.logs.name", "Log collection"),
            message!("thing.logs.does", "collects the logs of the components."),
        ),
        NodeId::GpuMetrics => (
            message!("thing.gpu-metrics.name", "DCGM exporter"),
            message!("thing.gpu-metrics.does", "measures the GPUs."),
        ),
        NodeId::Gpus => (
            message!("thing.gpus.name", "NVIDIA plug-in"),
            message!("thing.gpus.does", "makes GPUs available to pods."),
        ),
        NodeId::Status => (
            message!("thing.status.name", "Status reporter"),
            message!("thing.status.does", "reports the state of the cluster."),
        ),
        NodeId::NodeFeatures => (
            message!("thing.node-features.name", "Node features"),
            message!("thing.node-features.does", "detects the hardware of the nodes."),
        ),
        NodeId::Blobs => (
            message!("thing.blobs.name", "Blob storage driver"),
            message!("thing.blobs.does", "mounts blob storage."),
        ),
        NodeId::Devices => (
            message!("thing.devices.name", "Device plug-in"),
            message!("thing.devices.does", "makes devices of the nodes available to pods."),
        ),
        NodeId::Secret => (
            message!("thing.secret.name", "TLS secret"),
            message!("thing.secret.does", "holds the certificate of the endpoints and its key."),
        ),
        NodeId::Scc => (
            message!("thing.scc.name", "Privileged SCC"),
            message!("thing.scc.does", "is granted to the accounts of the extension."),
        ),
    }
}

/// The sentence that describes an arrow. `{label}` is the text beside the arrow, `{way}` the way in for clients.
fn edge_message(edge: EdgeId) -> Message {
    match edge {
        EdgeId::Asks => message!("arrow.asks", "You submit work to the workspace: {label}."),
        EdgeId::Has => message!("arrow.has", "The workspace has the compute target."),
        EdgeId::StandsFor => message!("arrow.stands-for", "The compute target represents the cluster."),
        EdgeId::ActsWith => message!("arrow.acts-with", "The compute target uses the managed identity."),
        EdgeId::Carries => message!("arrow.carries", "The extension belongs to the cluster."),
        EdgeId::Installs => {
            message!("arrow.installs", "The extension installs the components in namespace azureml.")
        }
        EdgeId::Is => message!("arrow.is", "Models are deployed to the cluster."),
        EdgeId::Sends => message!("arrow.sends", "The workspace sends through the relay."),
        EdgeId::Reaches => message!("arrow.reaches", "The gateway gets {label} through the relay."),
        EdgeId::Commands => message!("arrow.commands", "The gateway gets {label} from the workspace."),
        EdgeId::Logs => message!("arrow.logs", "The cluster sends logs to Log Analytics."),
        EdgeId::HandsJobs => {
            message!("arrow.hands-jobs", "The gateway passes jobs to the training operator.")
        }
        EdgeId::StartsJobs => message!(
            "arrow.starts-jobs",
            "The training operator starts them in the namespace of the compute."
        ),
        EdgeId::HandsEndpoints => {
            message!("arrow.hands-endpoints", "The gateway passes endpoints to the endpoint operator.")
        }
        EdgeId::StartsEndpoints => message!(
            "arrow.starts-endpoints",
            "The endpoint operator starts them in the namespace of the compute."
        ),
        EdgeId::Requests => message!("arrow.requests", "Clients reach the endpoints {way}: {label}."),
        EdgeId::Enters => message!("arrow.enters", "From there, requests reach the inference router."),
        EdgeId::Routes => message!("arrow.routes", "The router passes the requests to the models."),
    }
}

/// The way in for clients.
fn way_in_message(entry: NodeId) -> Message {
    match entry {
        NodeId::PublicLoadBalancer => {
            message!("way-in.public-load-balancer", "through a load balancer with a public address")
        }
        NodeId::InternalLoadBalancer => message!(
            "way-in.internal-load-balancer",
            "through a load balancer with an address in your network"
        ),
        NodeId::LoadBalancer => message!("way-in.load-balancer", "through the load balancer of the cluster"),
        NodeId::NodePorts => message!("way-in.node-ports", "through a port of any node"),
        NodeId::ClusterIp => {
            message!("way-in.cluster-ip", "through an address that exists only inside the cluster")
        }
        _ => message!("way-in.other", "through a service whose kind is not chosen yet"),
    }
}

/// The name and the function of a node.
pub fn node(node: NodeId) -> (&'static str, &'static str) {
    let (name, purpose) = node_messages(node);
    (name.text(), purpose.text())
}

/// The sentence that describes an arrow, from the text beside it and the way in for clients.
pub fn edge(edge: EdgeId, label: &str, way_in: &str) -> String {
    edge_message(edge).fill(&[("label", label), ("way", way_in)])
}

/// The way in for clients.
pub fn way_in(entry: NodeId) -> &'static str {
    way_in_message(entry).text()
}

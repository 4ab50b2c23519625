//! English: the picture of what will exist, and the same in words.

use super::en::texts;
use crate::picture::{EdgeId, NodeId};

texts! {
    /// The texts of the picture that stand alone.
    PictureText {
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

/// What a thing is called, and what it does.
pub(super) fn node(node: NodeId) -> (&'static str, &'static str) {
    match node {
        NodeId::You => ("You", "submit work and follow it."),
        NodeId::Clients => ("Clients", "ask the endpoints for predictions."),
        NodeId::Workspace => ("Workspace", "knows your jobs, models and endpoints."),
        NodeId::Compute => {
            ("Compute target", "is the name by which jobs and endpoints ask for this cluster.")
        }
        NodeId::AksTarget => ("AksCompute target", "is the name by which you deploy to this cluster."),
        NodeId::ArcConnection => ("Azure Arc connection", "is the cluster, as Azure knows it."),
        NodeId::AksResource => ("AKS cluster", "is the cluster, as Azure knows it."),
        NodeId::Extension => ("Cluster extension", "installs the components and keeps them."),
        NodeId::Relay => {
            ("Azure Relay", "lets Azure reach the cluster, which opens the connection. Do not change it.")
        }
        NodeId::RelayAndBus => {
            ("Relay and Service Bus", "carry messages between Azure and the cluster. Do not change them.")
        }
        NodeId::Identity => {
            ("Managed identity", "is what the compute acts with, towards storage and registry for example.")
        }
        NodeId::LogAnalytics => ("Log Analytics", "keeps the logs of the cluster. It may cost money."),
        NodeId::Gateway => ("Gateway", "exchanges data with Azure Machine Learning."),
        NodeId::TrainingOperator => ("Training operator", "runs training jobs."),
        NodeId::EndpointOperator => ("Endpoint operator", "runs real-time endpoints."),
        NodeId::PublicLoadBalancer | NodeId::InternalLoadBalancer | NodeId::LoadBalancer => {
            ("Load balancer", "takes the requests of clients.")
        }
        NodeId::NodePorts => ("Node port", "takes the requests of clients at the address of any node."),
        NodeId::ClusterIp => {
            ("Cluster IP", "takes requests from inside. From outside, put a load balancer of yours in front.")
        }
        NodeId::Service => ("Service", "takes the requests of clients."),
        NodeId::Router => ("Inference router", "passes each request on to its model."),
        NodeId::Jobs => ("Training jobs", "run here."),
        NodeId::Models => ("Real-time endpoints", "run here and answer."),
        NodeId::Scheduler => ("Volcano scheduler", "decides which job runs when."),
        NodeId::PrometheusOperator => ("Prometheus operator", "runs Prometheus."),
        NodeId::Metrics => ("Prometheus metrics", "measures cluster and jobs."),
        NodeId::Tokens => ("Access tokens", "are fetched for storage and registry."),
        NodeId::Logs => ("Log collection", "gathers the logs of the components."),
        NodeId::GpuMetrics => ("DCGM exporter", "measures the GPUs."),
        NodeId::Gpus => ("NVIDIA plug-in", "gives GPUs to pods."),
        NodeId::Status => ("Status reporter", "reports the state of the cluster."),
        NodeId::NodeFeatures => ("Node features", "finds out what hardware the nodes have."),
        NodeId::Blobs => ("Blob storage driver", "mounts blob storage."),
        NodeId::Devices => ("Device plug-in", "gives devices of the nodes to pods."),
        NodeId::Secret => ("TLS secret", "holds the certificate of the endpoints and its key."),
        NodeId::Scc => ("Privileged SCC", "is granted to the accounts of the extension."),
    }
}

/// What an arrow means, in a sentence.
pub(super) fn edge(edge: EdgeId) -> &'static str {
    match edge {
        EdgeId::Asks => "You hand work to the workspace",
        EdgeId::Has => "The workspace has the compute target.",
        EdgeId::StandsFor => "The compute target stands for the cluster.",
        EdgeId::ActsWith => "The compute target acts with the managed identity.",
        EdgeId::Carries => "The extension belongs to the cluster.",
        EdgeId::Installs => "The extension installs what runs in namespace azureml.",
        EdgeId::Is => "Models are deployed to the cluster.",
        EdgeId::Sends => "The workspace sends through the relay.",
        EdgeId::Reaches => "Through the relay the gateway gets",
        EdgeId::Commands => "From the workspace the gateway gets",
        EdgeId::Logs => "Logs go from the cluster to Log Analytics.",
        EdgeId::HandsJobs => "The gateway hands jobs to the training operator.",
        EdgeId::StartsJobs => "The training operator starts them in the namespace of the compute.",
        EdgeId::HandsEndpoints => "The gateway hands endpoints to the endpoint operator.",
        EdgeId::StartsEndpoints => "The endpoint operator starts them in the namespace of the compute.",
        EdgeId::Requests => "Clients reach the endpoints",
        EdgeId::Enters => "From there requests come to the inference router.",
        EdgeId::Routes => "The router passes them to the models.",
    }
}

/// By which way clients come in.
pub(super) fn way_in(entry: NodeId) -> &'static str {
    match entry {
        NodeId::PublicLoadBalancer => "through a load balancer with a public address",
        NodeId::InternalLoadBalancer => "through a load balancer with an address of your network",
        NodeId::LoadBalancer => "through the load balancer of the cluster",
        NodeId::NodePorts => "through a port of any node",
        NodeId::ClusterIp => "through an address that only the cluster knows",
        _ => "through a service whose kind is not chosen yet",
    }
}

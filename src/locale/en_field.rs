//! English: fields and their values, a label and a sentence of help each.

use crate::field::Field;

/// Label and help.
pub(super) fn field(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Edition => ("Edition", "Which generation of the product you work with."),
        Field::Cluster => ("Cluster", ""),
        Field::Openshift => {
            ("OpenShift", "Is it Azure Red Hat OpenShift (ARO) or OpenShift Container Platform (OCP)?")
        }
        Field::Connected => ("Connected to Azure Arc", "Is the cluster connected to Azure Arc already?"),
        Field::Subscription => (
            "Subscription id",
            "The subscription of the cluster. az account show --query id -o tsv prints it.",
        ),
        Field::ResourceGroup => ("Resource group", "The resource group of the cluster."),
        Field::ClusterName => ("Cluster name", "As Azure knows it."),
        Field::Region => ("Region", "The Azure region."),
        Field::NodeCount => ("Number of nodes", "How many nodes the cluster has or is to have."),
        Field::Workload => ("Workload", "What will run on the cluster?"),
        Field::Exposure => ("Exposure", "How will clients reach the endpoint?"),
        Field::Transport => ("Transport", ""),
        Field::Certificate => ("Certificate", "Where does the certificate come from?"),
        Field::CertFile => (
            "Certificate file",
            "Path of the certificate in PEM form, where the command runs. Write it out: ~ and variables stay as they are.",
        ),
        Field::KeyFile => (
            "Key file",
            "Path of the private key in PEM form, without a pass phrase. The wizard never sees what is in it.",
        ),
        Field::TlsSecret => {
            ("TLS secret", "A secret in namespace azureml with the keys cert.pem and key.pem.")
        }
        Field::Cname => ("CNAME", "The DNS name of the endpoint, as in its certificate."),
        Field::RouterHa => {
            ("High availability", "Run the inference router in three replicas? It needs three nodes.")
        }
        Field::NvidiaPlugin => {
            ("Install the NVIDIA device plug-in", "Needed for GPUs, unless the cluster has it.")
        }
        Field::NvidiaPluginPresent => {
            ("NVIDIA device plug-in present", "Does the cluster have the plug-in already?")
        }
        Field::LogAnalytics => {
            ("Log Analytics", "Send logs to a new Log Analytics workspace? It may cost money.")
        }
        Field::Volcano => {
            ("Install Volcano", "The job scheduler. Answer no to use the one that the cluster has.")
        }
        Field::PrometheusOperator => {
            ("Install the Prometheus operator", "Answer no to use the one that the cluster has.")
        }
        Field::DcgmExporter => ("Install the DCGM exporter", "Collects GPU metrics."),
        Field::NodeSelector => ("Node selector", "Labels of the nodes that the extension may run on."),
        Field::ExtensionName => ("Extension name", "Also the name of its Helm release."),
        Field::AutoUpgrade => {
            ("Upgrade automatically", "May Azure upgrade the extension to newer minor versions?")
        }
        Field::ExtensionVersion => {
            ("Extension version", "Without one, the newest of the day is installed and stays.")
        }
        Field::Workspace => ("Workspace", "The Azure Machine Learning workspace."),
        Field::WorkspaceResourceGroup => ("Workspace resource group", "Only if it is not the cluster's."),
        Field::WorkspaceSubscription => (
            "Workspace subscription id",
            "Only if it is not the cluster's. Kubernetes compute needs both in one subscription.",
        ),
        Field::ComputeName => ("Compute name", "What the cluster is called in the workspace."),
        Field::Namespace => ("Namespace", "Where jobs and endpoints run in the cluster."),
        Field::Identity => ("Identity", "What the compute signs in with when it uses other Azure resources."),
        Field::IdentityIds => ("Identity resource ids", "az identity show --query id -o tsv prints one."),
        Field::Task => ("Task", "What do you want to do?"),
        Field::Purpose => ("Purpose", ""),
        Field::VmSize => ("VM size", "The size of each node."),
        Field::VmCores => ("Virtual CPUs of a node", "Only for a VM size that the wizard does not know."),
        Field::LoadBalancer => ("Load balancer", ""),
        Field::LoadBalancerSubnet => (
            "Load balancer subnet",
            "The subnet that the internal load balancer takes its address from; aks-subnet unless you name another.",
        ),
        Field::VnetName => ("Virtual network", "Only to put the cluster into a network that exists."),
        Field::VnetResourceGroup => ("Virtual network resource group", ""),
        Field::SubnetName => ("Subnet", "The subnet of the nodes."),
        Field::ServiceCidr => ("Service CIDR", "The address range of Kubernetes services."),
        Field::DnsServiceIp => ("DNS service IP", "Inside the service range, and not its first address."),
        Field::DockerBridgeCidr => ("Docker bridge CIDR", "Apart from the service range."),
    }
}

/// Label and help of a value. A value without words of its own shows its id.
pub(super) fn choice(field: Field, id: &'static str) -> (&'static str, &'static str) {
    match (field, id) {
        (_, "yes") => ("Yes", ""),
        (_, "no") => ("No", ""),
        (Field::Edition, "current") => {
            ("Current", "Kubernetes compute as it is today. Take it for anything new.")
        }
        (Field::Edition, "arc-preview") => (
            "2021 preview",
            "Azure Arc-enabled machine learning, with privateEndpoint keys. Superseded; only to look after an old installation.",
        ),
        (Field::Edition, "aks-v1") => (
            "Legacy AksCompute",
            "CLI and SDK v1, real-time inference on AKS alone. Out of support; only for what still runs on it.",
        ),
        (Field::Cluster, "arc") => {
            ("Azure Arc", "Any Kubernetes: on premises, at the edge, in another cloud, OpenShift.")
        }
        (Field::Cluster, "aks") => {
            ("Azure Kubernetes Service", "An AKS cluster in Azure. It needs no Azure Arc.")
        }
        (Field::Workload, "training") => {
            ("Training", "Training jobs and batch inference. No endpoint is set up.")
        }
        (Field::Workload, "inference") => ("Inference", "Real-time endpoints that answer requests."),
        (Field::Workload, "both") => {
            ("Training and inference", "Both on one cluster. Take it if you are not sure yet.")
        }
        (Field::Exposure, "public") => {
            ("Public load balancer", "From the internet. For clients outside your network.")
        }
        (Field::Exposure, "internal") => {
            ("Internal load balancer", "From the virtual network; AKS alone. For clients inside it.")
        }
        (Field::Exposure, "node-port") => {
            ("NodePort", "On a port of every node. For clusters without a load balancer, as on premises.")
        }
        (Field::Exposure, "cluster-ip") => {
            ("ClusterIP", "From inside the cluster, or through an ingress of your own.")
        }
        (Field::Transport, "https") => {
            ("HTTPS", "Encrypted; needs a certificate. Take it for anything in production.")
        }
        (Field::Transport, "http") => ("HTTP", "Unencrypted; for development and test alone."),
        (Field::Certificate, "files") => {
            ("PEM files", "Two files on the machine that runs the command. The shorter way.")
        }
        (Field::Certificate, "secret") => {
            ("Kubernetes secret", "A secret in the cluster, so that the extension's settings hold no key.")
        }
        (Field::Identity, "none") => ("None", "Nothing that runs here needs to sign in to Azure resources."),
        (Field::Identity, "system-assigned") => {
            ("System-assigned", "Made and removed with the compute. Take it if nothing else shares it.")
        }
        (Field::Identity, "user-assigned") => {
            ("User-assigned", "One that exists already and outlives the compute; several can share it.")
        }
        (Field::Task, "create") => ("Create", "A new AKS cluster through the workspace."),
        (Field::Task, "attach") => ("Attach", "An AKS cluster that exists."),
        (Field::Task, "detach") => ("Detach", "Take the cluster off the workspace. It stays in Azure."),
        (Field::Purpose, "production") => ("Production", "At least 12 virtual CPUs, spread over the nodes."),
        (Field::Purpose, "dev-test") => ("Development and test", "One node will do; no fault tolerance."),
        (Field::LoadBalancer, "public") => {
            ("Public", "With a public address. For clients outside your network.")
        }
        (Field::LoadBalancer, "internal") => {
            ("Internal", "With an address of the virtual network. For clients inside it.")
        }
        (_, id) => (id, ""),
    }
}

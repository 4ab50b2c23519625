//! English: what the words of a command mean.

use crate::choice::Edition;
use crate::explain::Explained;

#[expect(clippy::too_many_lines, reason = "a row a word")]
pub(super) fn explanation(word: Explained, edition: Edition) -> &'static str {
    match word {
        Explained::Az => "The Azure CLI, which speaks to Azure.",
        Explained::Kubectl => "The Kubernetes CLI, which speaks to the cluster of its current context.",
        Explained::Oc => "The OpenShift CLI, which speaks to the cluster that you are logged in to.",
        Explained::Login => "Signs you in to Azure, in a browser.",
        Explained::Account => "Commands about your subscriptions.",
        Explained::AccountSet => "Chooses the subscription that later commands work in.",
        Explained::CliExtension => "Commands about extensions of the Azure CLI itself.",
        Explained::CliExtensionAdd => "Adds commands to the Azure CLI on your machine.",
        Explained::Provider => "Commands about resource providers, the services that a subscription can use.",
        Explained::ProviderRegister => "Lets the subscription use a service of Azure.",
        Explained::ProviderShow => "Shows whether the subscription can use a service of Azure.",
        Explained::Connected => "Commands about clusters that are connected through Azure Arc.",
        Explained::ConnectedConnect => "Connects the cluster of kubectl's current context to Azure Arc.",
        Explained::ClusterExtension => {
            "Commands about what Azure installs and keeps in a Kubernetes cluster."
        }
        Explained::ClusterExtensionCreate => "Installs an extension in the cluster.",
        Explained::ClusterExtensionShow => "Shows an extension and how far its installation is.",
        Explained::ClusterExtensionDelete => "Removes an extension from the cluster.",
        Explained::MachineLearning => "Commands of Azure Machine Learning.",
        Explained::Compute => "Commands about what a workspace computes on.",
        Explained::ComputeAttach => "Makes the cluster a compute target of the workspace.",
        Explained::ComputeShow => "Shows a compute target of the workspace and its state.",
        Explained::ComputeDetach => "Takes the compute target off the workspace; the cluster itself stays.",
        Explained::Target => {
            "Commands about compute targets, of the first version of Azure Machine Learning's CLI."
        }
        Explained::TargetCreate => "Makes a new AKS cluster and attaches it to the workspace.",
        Explained::TargetAttach => "Attaches an AKS cluster that exists to the workspace.",
        Explained::TargetDetach => "Takes the AKS cluster off the workspace; the cluster itself stays.",
        Explained::Aks => "Commands about Azure Kubernetes Service.",
        Explained::AksVersions => "Lists the Kubernetes versions that AKS offers in a region.",
        Explained::AksShow => "Shows an AKS cluster.",
        Explained::CurrentContext => "Names the cluster that kubectl speaks to.",
        Explained::GetPods => "Lists pods and whether they run.",
        Explained::CreateNamespace => "Makes a namespace, a part of the cluster with names of its own.",
        Explained::CreateSecret => "Stores files in the cluster as a secret.",
        Explained::Apply => "Makes what a file describes, or changes what exists to be like it.",
        Explained::Delete => "Deletes what a file describes.",
        Explained::AddScc => "Lets an account run pods that OpenShift would not let it run otherwise.",
        Explained::RemoveScc => "Takes that permission back from an account.",
        Explained::Subscription => "The subscription to work in, by its id.",
        Explained::ResourceGroup => "The resource group: the cluster's, or with az ml the workspace's.",
        Explained::Group => "The resource group: with az ml the workspace's, else the cluster's.",
        Explained::Name => "The name of what the command is about.",
        Explained::ShortName => "The name of what the command is about; short for --name.",
        Explained::Upgrade => "Takes the newest version where it is installed already.",
        Explained::Version => "The version to install, instead of the newest.",
        Explained::AzNamespace => {
            "The namespace: with az provider that of a service of Azure, with az ml that of the cluster in which jobs and endpoints run."
        }
        Explained::Namespace => "The namespace of the cluster to look in.",
        Explained::Query => "Picks a part of the answer.",
        Explained::Output => "How the answer is printed: tsv is the bare text, table has columns.",
        Explained::Location => "The region of Azure.",
        Explained::ShortLocation => "The region of Azure; short for --location.",
        Explained::ClusterType => {
            "How Azure knows the cluster: connectedClusters through Azure Arc, managedClusters as AKS."
        }
        Explained::ClusterName => "The name of the cluster in Azure.",
        Explained::ExtensionType => {
            "Which extension it is: Microsoft.AzureML.Kubernetes is that of Azure Machine Learning."
        }
        Explained::Scope => {
            "How much of the cluster the extension serves: this one can only serve all of it."
        }
        Explained::AutoUpgrade => "Whether the extension takes new minor versions by itself.",
        Explained::Config => "The settings of the extension, each as key=value.",
        Explained::ConfigProtected => {
            "Settings that Azure keeps to itself and never shows again, each as key=value."
        }
        Explained::WorkspaceName => "The name of the workspace.",
        Explained::Workspace => "The name of the workspace; short for --workspace-name.",
        Explained::ComputeType => "What kind of compute it is: a Kubernetes cluster.",
        Explained::ResourceId => "The whole name of the cluster in Azure, from the subscription down.",
        Explained::ShortResourceId => {
            "The whole name of the cluster in Azure, from the subscription down; short for --compute-resource-id."
        }
        Explained::IdentityType => {
            "The identity that the compute acts with: one that is made with it, or one that exists by itself."
        }
        Explained::Identities => {
            "The identities that exist by themselves, by their whole names, with commas between."
        }
        Explained::NoWait => "Comes back at once, while Azure is still at work.",
        Explained::FromFile => "A file to store: its key in the secret, then its path.",
        Explained::IgnoreNotFound => "What is gone already is no error.",
        Explained::ClusterPurpose => "What the cluster is for: DevTest asks less of it than production does.",
        Explained::AgentCount => "How many nodes the cluster has.",
        Explained::VmSize => "The size of each node.",
        Explained::SslCname => "The DNS name in the certificate of the endpoints.",
        Explained::SslCertFile => "The path of the certificate, a PEM file.",
        Explained::SslKeyFile => "The path of the certificate's private key, a PEM file.",
        Explained::LoadBalancerType => {
            "Whether the load balancer has a public address or one of the network."
        }
        Explained::LoadBalancerSubnet => "The subnet that the load balancer takes its address from.",
        Explained::VnetGroup => "The resource group of the virtual network.",
        Explained::VnetName => "The virtual network that the cluster is put into.",
        Explained::SubnetName => "The subnet that the nodes take their addresses from.",
        Explained::ServiceCidr => "The range of addresses for services in the cluster.",
        Explained::DnsServiceIp => "The address of the cluster's DNS service, in the range for services.",
        Explained::DockerBridgeCidr => "The range of addresses for the Docker bridge on each node.",
        Explained::EnableTraining => "Lets the cluster run training jobs and batch inference.",
        Explained::EnableInference => "Lets the cluster serve models at real-time endpoints.",
        Explained::RouterServiceType => {
            "How clients reach the endpoints: LoadBalancer, NodePort or ClusterIP, a kind of service of Kubernetes."
        }
        Explained::InternalProvider => {
            "Gives the load balancer an address of the virtual network; on AKS alone."
        }
        Explained::Insecure => {
            "Serves the endpoints over HTTP, readable on the way: for development and test."
        }
        Explained::Cname => "The DNS name in the certificate of the endpoints, which HTTPS needs.",
        Explained::Secret => "The secret in namespace azureml that holds the certificate and its key.",
        Explained::RouterHa | Explained::LoadBalancerHa => {
            "Whether the inference router runs in three replicas, which need three nodes; False runs one, for small clusters."
        }
        Explained::NvidiaPlugin => match edition {
            Edition::ArcPreview => {
                "Whether the extension installs the NVIDIA device plug-in, as it does by default; say False where the cluster has one."
            }
            Edition::Current | Edition::AksV1 => {
                "Whether the extension installs the NVIDIA device plug-in, which gives GPUs to pods; it does not by default."
            }
        },
        Explained::PrometheusOperator => {
            "Whether the extension installs a Prometheus operator; False uses the one that the cluster has."
        }
        Explained::Volcano => {
            "Whether the extension installs the Volcano scheduler for jobs; False uses the one that the cluster has."
        }
        Explained::DcgmExporter => "Whether the extension installs the exporter of GPU metrics.",
        Explained::NodeSelector => {
            "A label that nodes must carry for the extension to run on them: the label behind the full stop, its value behind the equals sign."
        }
        Explained::CertFile => {
            "The path of the endpoints' certificate, a PEM file; it goes together with its key."
        }
        Explained::KeyFile => "The path of the certificate's private key, a PEM file without a pass phrase.",
        Explained::PrivateNodePort => {
            "Serves the endpoints at a port of every node instead of a load balancer."
        }
        Explained::PrivateIlb => "Serves the endpoints through a load balancer inside the network.",
        Explained::LogAnalytics => "Makes a Log Analytics workspace for the logs; it may cost money.",
        Explained::Openshift => "Says that the cluster is an OpenShift one, ARO or OCP.",
    }
}

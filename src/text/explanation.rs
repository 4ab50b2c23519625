//! English: the meaning of the words of a command.

use crate::i18n::{Message, message};
use crate::model::choice::Edition;
use crate::text::explain::Explained;

#[expect(clippy::too_many_lines, reason = "a row a word")]
pub(super) fn explanation(word: Explained, edition: Edition) -> Message {
    match word {
        Explained::Az => message!("word.az", "The Azure CLI, which speaks to Azure."),
        Explained::Kubectl => message!(
            "word.kubectl",
            "The Kubernetes CLI, which speaks to the cluster of its current context."
        ),
        Explained::Oc => {
            message!("word.oc", "The OpenShift CLI, which speaks to the cluster that you are logged in to.")
        }
        Explained::Login => message!("word.login", "Signs you in to Azure, in a browser."),
        Explained::Account => message!("word.account", "Commands about your subscriptions."),
        Explained::AccountSet => {
            message!("word.account-set", "Chooses the subscription that later commands work in.")
        }
        Explained::CliExtension => {
            message!("word.cli-extension", "Commands about extensions of the Azure CLI itself.")
        }
        Explained::CliExtensionAdd => {
            message!("word.cli-extension-add", "Adds commands to the Azure CLI on your machine.")
        }
        Explained::Provider => message!(
            "word.provider",
            "Commands about resource providers, the services that a subscription can use."
        ),
        Explained::ProviderRegister => {
            message!("word.provider-register", "Lets the subscription use a service of Azure.")
        }
        Explained::ProviderShow => {
            message!("word.provider-show", "Shows whether the subscription can use a service of Azure.")
        }
        Explained::Connected => {
            message!("word.connected", "Commands about clusters that are connected through Azure Arc.")
        }
        Explained::ConnectedConnect => message!(
            "word.connected-connect",
            "Connects the cluster of kubectl's current context to Azure Arc."
        ),
        Explained::ClusterExtension => {
            message!(
                "word.cluster-extension",
                "Commands about what Azure installs and keeps in a Kubernetes cluster."
            )
        }
        Explained::ClusterExtensionCreate => {
            message!("word.cluster-extension-create", "Installs an extension in the cluster.")
        }
        Explained::ClusterExtensionShow => {
            message!("word.cluster-extension-show", "Shows an extension and how far its installation is.")
        }
        Explained::ClusterExtensionDelete => {
            message!("word.cluster-extension-delete", "Removes an extension from the cluster.")
        }
        Explained::MachineLearning => {
            message!("word.machine-learning", "Commands of Azure Machine Learning.")
        }
        Explained::Compute => message!("word.compute", "Commands about what a workspace computes on."),
        Explained::ComputeAttach => {
            message!("word.compute-attach", "Makes the cluster a compute target of the workspace.")
        }
        Explained::ComputeShow => {
            message!("word.compute-show", "Shows a compute target of the workspace and its state.")
        }
        Explained::ComputeDetach => message!(
            "word.compute-detach",
            "Takes the compute target off the workspace; the cluster itself stays."
        ),
        Explained::Target => {
            message!(
                "word.target",
                "Commands about compute targets, of the first version of Azure Machine Learning's CLI."
            )
        }
        Explained::TargetCreate => {
            message!("word.target-create", "Makes a new AKS cluster and attaches it to the workspace.")
        }
        Explained::TargetAttach => {
            message!("word.target-attach", "Attaches an AKS cluster that exists to the workspace.")
        }
        Explained::TargetDetach => message!(
            "word.target-detach",
            "Takes the AKS cluster off the workspace; the cluster itself stays."
        ),
        Explained::Aks => message!("word.aks", "Commands about Azure Kubernetes Service."),
        Explained::AksVersions => {
            message!("word.aks-versions", "Lists the Kubernetes versions that AKS offers in a region.")
        }
        Explained::AksShow => message!("word.aks-show", "Shows an AKS cluster."),
        Explained::CurrentContext => {
            message!("word.current-context", "Names the cluster that kubectl speaks to.")
        }
        Explained::GetPods => message!("word.get-pods", "Lists pods and whether they run."),
        Explained::CreateNamespace => message!(
            "word.create-namespace",
            "Makes a namespace, a part of the cluster with names of its own."
        ),
        Explained::CreateSecret => message!("word.create-secret", "Stores files in the cluster as a secret."),
        Explained::Apply => {
            message!("word.apply", "Makes what a file describes, or changes what exists to be like it.")
        }
        Explained::Delete => message!("word.delete", "Deletes what a file describes."),
        Explained::AddScc => message!(
            "word.add-scc",
            "Lets an account run pods that OpenShift would not let it run otherwise."
        ),
        Explained::RemoveScc => message!("word.remove-scc", "Takes that permission back from an account."),
        Explained::Subscription => message!("word.subscription", "The subscription to work in, by its id."),
        Explained::ResourceGroup => message!(
            "word.resource-group",
            "The resource group: the cluster's, or with az ml the workspace's."
        ),
        Explained::Group => {
            message!("word.group", "The resource group: with az ml the workspace's, else the cluster's.")
        }
        Explained::Name => message!("word.name", "The name of what the command is about."),
        Explained::ShortName => {
            message!("word.short-name", "The name of what the command is about; short for --name.")
        }
        Explained::Upgrade => {
            message!("word.upgrade", "Takes the newest version where it is installed already.")
        }
        Explained::Version => message!("word.version", "The version to install, instead of the newest."),
        Explained::AzNamespace => {
            message!(
                "word.az-namespace",
                "The namespace: with az provider that of a service of Azure, with az ml that of the cluster in which jobs and endpoints run."
            )
        }
        Explained::Namespace => message!("word.namespace", "The namespace of the cluster to look in."),
        Explained::Query => message!("word.query", "Picks a part of the answer."),
        Explained::Output => {
            message!("word.output", "How the answer is printed: tsv is the bare text, table has columns.")
        }
        Explained::Location => message!("word.location", "The region of Azure."),
        Explained::ShortLocation => {
            message!("word.short-location", "The region of Azure; short for --location.")
        }
        Explained::ClusterType => {
            message!(
                "word.cluster-type",
                "How Azure knows the cluster: connectedClusters through Azure Arc, managedClusters as AKS."
            )
        }
        Explained::ClusterName => message!("word.cluster-name", "The name of the cluster in Azure."),
        Explained::ExtensionType => {
            message!(
                "word.extension-type",
                "Which extension it is: Microsoft.AzureML.Kubernetes is that of Azure Machine Learning."
            )
        }
        Explained::Scope => {
            message!(
                "word.scope",
                "How much of the cluster the extension serves: this one can only serve all of it."
            )
        }
        Explained::AutoUpgrade => {
            message!("word.auto-upgrade", "Whether the extension takes new minor versions by itself.")
        }
        Explained::Config => message!("word.config", "The settings of the extension, each as key=value."),
        Explained::ConfigProtected => {
            message!(
                "word.config-protected",
                "Settings that Azure keeps to itself and never shows again, each as key=value."
            )
        }
        Explained::WorkspaceName => message!("word.workspace-name", "The name of the workspace."),
        Explained::Workspace => {
            message!("word.workspace", "The name of the workspace; short for --workspace-name.")
        }
        Explained::ComputeType => {
            message!("word.compute-type", "What kind of compute it is: a Kubernetes cluster.")
        }
        Explained::ResourceId => message!(
            "word.resource-id",
            "The whole name of the cluster in Azure, from the subscription down."
        ),
        Explained::ShortResourceId => {
            message!(
                "word.short-resource-id",
                "The whole name of the cluster in Azure, from the subscription down; short for --compute-resource-id."
            )
        }
        Explained::IdentityType => {
            message!(
                "word.identity-type",
                "The identity that the compute acts with: one that is made with it, or one that exists by itself."
            )
        }
        Explained::Identities => {
            message!(
                "word.identities",
                "The identities that exist by themselves, by their whole names, with commas between."
            )
        }
        Explained::NoWait => message!("word.no-wait", "Comes back at once, while Azure is still at work."),
        Explained::FromFile => {
            message!("word.from-file", "A file to store: its key in the secret, then its path.")
        }
        Explained::IgnoreNotFound => message!("word.ignore-not-found", "What is gone already is no error."),
        Explained::ClusterPurpose => message!(
            "word.cluster-purpose",
            "What the cluster is for: DevTest asks less of it than production does."
        ),
        Explained::AgentCount => message!("word.agent-count", "How many nodes the cluster has."),
        Explained::VmSize => message!("word.vm-size", "The size of each node."),
        Explained::SslCname => {
            message!("word.ssl-cname", "The DNS name in the certificate of the endpoints.")
        }
        Explained::SslCertFile => message!("word.ssl-cert-file", "The path of the certificate, a PEM file."),
        Explained::SslKeyFile => {
            message!("word.ssl-key-file", "The path of the certificate's private key, a PEM file.")
        }
        Explained::LoadBalancerType => {
            message!(
                "word.load-balancer-type",
                "Whether the load balancer has a public address or one of the network."
            )
        }
        Explained::LoadBalancerSubnet => {
            message!("word.load-balancer-subnet", "The subnet that the load balancer takes its address from.")
        }
        Explained::VnetGroup => message!("word.vnet-group", "The resource group of the virtual network."),
        Explained::VnetName => {
            message!("word.vnet-name", "The virtual network that the cluster is put into.")
        }
        Explained::SubnetName => {
            message!("word.subnet-name", "The subnet that the nodes take their addresses from.")
        }
        Explained::ServiceCidr => {
            message!("word.service-cidr", "The range of addresses for services in the cluster.")
        }
        Explained::DnsServiceIp => message!(
            "word.dns-service-ip",
            "The address of the cluster's DNS service, in the range for services."
        ),
        Explained::DockerBridgeCidr => {
            message!("word.docker-bridge-cidr", "The range of addresses for the Docker bridge on each node.")
        }
        Explained::EnableTraining => {
            message!("word.enable-training", "Lets the cluster run training jobs and batch inference.")
        }
        Explained::EnableInference => {
            message!("word.enable-inference", "Lets the cluster serve models at real-time endpoints.")
        }
        Explained::RouterServiceType => {
            message!(
                "word.router-service-type",
                "How clients reach the endpoints: LoadBalancer, NodePort or ClusterIP, a kind of service of Kubernetes."
            )
        }
        Explained::InternalProvider => {
            message!(
                "word.internal-provider",
                "Gives the load balancer an address of the virtual network; on AKS alone."
            )
        }
        Explained::Insecure => {
            message!(
                "word.insecure",
                "Serves the endpoints over HTTP, readable on the way: for development and test."
            )
        }
        Explained::Cname => {
            message!("word.cname", "The DNS name in the certificate of the endpoints, which HTTPS needs.")
        }
        Explained::Secret => {
            message!("word.secret", "The secret in namespace azureml that holds the certificate and its key.")
        }
        Explained::RouterHa | Explained::LoadBalancerHa => {
            message!(
                "word.router-ha",
                "Whether the inference router runs in three replicas, which need three nodes; False runs one, for small clusters."
            )
        }
        Explained::NvidiaPlugin => match edition {
            Edition::ArcPreview => {
                message!(
                    "word.nvidia-plugin.arc-preview",
                    "Whether the extension installs the NVIDIA device plug-in, as it does by default; say False where the cluster has one."
                )
            }
            Edition::Current | Edition::AksV1 => {
                message!(
                    "word.nvidia-plugin.current",
                    "Whether the extension installs the NVIDIA device plug-in, which gives GPUs to pods; it does not by default."
                )
            }
        },
        Explained::PrometheusOperator => {
            message!(
                "word.prometheus-operator",
                "Whether the extension installs a Prometheus operator; False uses the one that the cluster has."
            )
        }
        Explained::Volcano => {
            message!(
                "word.volcano",
                "Whether the extension installs the Volcano scheduler for jobs; False uses the one that the cluster has."
            )
        }
        Explained::DcgmExporter => {
            message!("word.dcgm-exporter", "Whether the extension installs the exporter of GPU metrics.")
        }
        Explained::NodeSelector => {
            message!(
                "word.node-selector",
                "A label that nodes must carry for the extension to run on them: the label behind the full stop, its value behind the equals sign."
            )
        }
        Explained::CertFile => {
            message!(
                "word.cert-file",
                "The path of the endpoints' certificate, a PEM file; it goes together with its key."
            )
        }
        Explained::KeyFile => message!(
            "word.key-file",
            "The path of the certificate's private key, a PEM file without a pass phrase."
        ),
        Explained::PrivateNodePort => {
            message!(
                "word.private-node-port",
                "Serves the endpoints at a port of every node instead of a load balancer."
            )
        }
        Explained::PrivateIlb => {
            message!("word.private-ilb", "Serves the endpoints through a load balancer inside the network.")
        }
        Explained::LogAnalytics => {
            message!("word.log-analytics", "Makes a Log Analytics workspace for the logs; it may cost money.")
        }
        Explained::Openshift => {
            message!("word.openshift", "Says that the cluster is an OpenShift one, ARO or OCP.")
        }
    }
}

//! English: the meaning of the words of a command.

use crate::edition::setting::SettingKey;
use crate::i18n::{Message, message};
use crate::model::choice::Edition;
use crate::text::explain::CommandWord;

#[expect(clippy::too_many_lines, reason = "a row a word")]
/// What a word of a command means.
pub(super) fn of_word(word: CommandWord) -> Message {
    match word {
        CommandWord::Az => message!("word.az", "The Azure CLI, which manages Azure."),
        CommandWord::Kubectl => {
            message!("word.kubectl", "The Kubernetes CLI, which works on the cluster of its current context.")
        }
        CommandWord::Oc => {
            message!("word.oc", "The OpenShift CLI, which works on the cluster that you are logged in to.")
        }
        CommandWord::Login => message!("word.login", "Signs you in to Azure, in a browser."),
        CommandWord::Account => message!("word.account", "Commands about your subscriptions."),
        CommandWord::AccountSet => {
            message!("word.account-set", "Chooses the subscription that later commands work in.")
        }
        CommandWord::CliExtension => {
            message!("word.cli-extension", "Commands about extensions of the Azure CLI itself.")
        }
        CommandWord::CliExtensionAdd => {
            message!("word.cli-extension-add", "Adds commands to the Azure CLI on your machine.")
        }
        CommandWord::Provider => message!(
            "word.provider",
            "Commands about resource providers, the services that a subscription can use."
        ),
        CommandWord::ProviderRegister => {
            message!("word.provider-register", "Lets the subscription use a service of Azure.")
        }
        CommandWord::ProviderShow => {
            message!("word.provider-show", "Shows whether the subscription can use a service of Azure.")
        }
        CommandWord::Connected => {
            message!("word.connected", "Commands about clusters that are connected through Azure Arc.")
        }
        CommandWord::ConnectedConnect => message!(
            "word.connected-connect",
            "Connects the cluster of kubectl's current context to Azure Arc."
        ),
        CommandWord::ClusterExtension => {
            message!(
                "word.cluster-extension",
                "Commands about what Azure installs and maintains in a Kubernetes cluster."
            )
        }
        CommandWord::ClusterExtensionCreate => {
            message!("word.cluster-extension-create", "Installs an extension in the cluster.")
        }
        CommandWord::ClusterExtensionShow => {
            message!(
                "word.cluster-extension-show",
                "Shows an extension and the progress of its installation."
            )
        }
        CommandWord::ClusterExtensionDelete => {
            message!("word.cluster-extension-delete", "Removes an extension from the cluster.")
        }
        CommandWord::MachineLearning => {
            message!("word.machine-learning", "Commands of Azure Machine Learning.")
        }
        CommandWord::Compute => message!("word.compute", "Commands about the compute of a workspace."),
        CommandWord::ComputeAttach => {
            message!("word.compute-attach", "Makes the cluster a compute target of the workspace.")
        }
        CommandWord::ComputeShow => {
            message!("word.compute-show", "Shows a compute target of the workspace and its state.")
        }
        CommandWord::ComputeDetach => message!(
            "word.compute-detach",
            "Removes the compute target from the workspace; the cluster itself stays."
        ),
        CommandWord::Target => {
            message!(
                "word.target",
                "Commands about compute targets, in the first version of the Azure Machine Learning CLI."
            )
        }
        CommandWord::TargetCreate => {
            message!("word.target-create", "Creates a new AKS cluster and attaches it to the workspace.")
        }
        CommandWord::TargetAttach => {
            message!("word.target-attach", "Attaches an existing AKS cluster to the workspace.")
        }
        CommandWord::TargetDetach => message!(
            "word.target-detach",
            "Removes the AKS cluster from the workspace; the cluster itself stays."
        ),
        CommandWord::Aks => message!("word.aks", "Commands about Azure Kubernetes Service."),
        CommandWord::AksVersions => {
            message!("word.aks-versions", "Lists the Kubernetes versions that AKS offers in a region.")
        }
        CommandWord::AksShow => message!("word.aks-show", "Shows an AKS cluster."),
        CommandWord::CurrentContext => {
            message!("word.current-context", "Names the cluster that kubectl uses.")
        }
        CommandWord::GetPods => message!("word.get-pods", "Lists pods and their states."),
        CommandWord::CreateNamespace => message!(
            "word.create-namespace",
            "Creates a namespace, a part of the cluster with its own names."
        ),
        CommandWord::CreateSecret => {
            message!("word.create-secret", "Stores files in the cluster as a secret.")
        }
        CommandWord::Apply => {
            message!("word.apply", "Creates the objects in a file, or changes existing ones to match.")
        }
        CommandWord::Delete => message!("word.delete", "Deletes the objects in a file."),
        CommandWord::AddScc => {
            message!("word.add-scc", "Allows an account to run pods that OpenShift would refuse otherwise.")
        }
        CommandWord::RemoveScc => message!("word.remove-scc", "Revokes that permission from an account."),
        CommandWord::Subscription => message!("word.subscription", "The subscription to work in, by its id."),
        CommandWord::ResourceGroup => message!(
            "word.resource-group",
            "The resource group: the cluster's, or with az ml the workspace's."
        ),
        CommandWord::Group => {
            message!(
                "word.group",
                "The resource group of the workspace with az ml, otherwise of the cluster."
            )
        }
        CommandWord::Name => message!("word.name", "The name of the resource that the command works on."),
        CommandWord::ShortName => {
            message!(
                "word.short-name",
                "The name of the resource that the command works on; short for --name."
            )
        }
        CommandWord::Upgrade => {
            message!("word.upgrade", "Updates to the newest version if one is installed already.")
        }
        CommandWord::Version => message!("word.version", "The version to install, instead of the newest."),
        CommandWord::AzNamespace => {
            message!(
                "word.az-namespace",
                "The namespace: with az provider, of an Azure service; with az ml, of the cluster in which jobs and endpoints run."
            )
        }
        CommandWord::Namespace => message!("word.namespace", "The namespace of the cluster to look in."),
        CommandWord::Query => message!("word.query", "Selects a part of the result."),
        CommandWord::Output => {
            message!("word.output", "How the result is printed: tsv is plain text, table has columns.")
        }
        CommandWord::Location => message!("word.location", "The region of Azure."),
        CommandWord::ShortLocation => {
            message!("word.short-location", "The region of Azure; short for --location.")
        }
        CommandWord::ClusterType => {
            message!(
                "word.cluster-type",
                "The type of the cluster in Azure: connectedClusters through Azure Arc, managedClusters as AKS."
            )
        }
        CommandWord::ClusterName => message!("word.cluster-name", "The name of the cluster in Azure."),
        CommandWord::ExtensionType => {
            message!(
                "word.extension-type",
                "The type of the extension: Microsoft.AzureML.Kubernetes is that of Azure Machine Learning."
            )
        }
        CommandWord::Scope => {
            message!(
                "word.scope",
                "How much of the cluster the extension serves: this one can only serve all of it."
            )
        }
        CommandWord::AutoUpgrade => {
            message!(
                "word.auto-upgrade",
                "Whether the extension upgrades to new minor versions automatically."
            )
        }
        CommandWord::Config => message!("word.config", "The settings of the extension, each as key=value."),
        CommandWord::ConfigProtected => {
            message!(
                "word.config-protected",
                "Settings that Azure stores and never shows again, each as key=value."
            )
        }
        CommandWord::WorkspaceName => message!("word.workspace-name", "The name of the workspace."),
        CommandWord::Workspace => {
            message!("word.workspace", "The name of the workspace; short for --workspace-name.")
        }
        CommandWord::ComputeType => {
            message!("word.compute-type", "What kind of compute it is: a Kubernetes cluster.")
        }
        CommandWord::ResourceId => {
            message!("word.resource-id", "The full id of the cluster in Azure, from the subscription down.")
        }
        CommandWord::ShortResourceId => {
            message!(
                "word.short-resource-id",
                "The full id of the cluster in Azure, from the subscription down; short for \
                --compute-resource-id."
            )
        }
        CommandWord::IdentityType => {
            message!(
                "word.identity-type",
                "The identity of the compute: one that is created with it, or one that exists already."
            )
        }
        CommandWord::Identities => {
            message!("word.identities", "The full ids of the existing identities, separated by commas.")
        }
        CommandWord::NoWait => message!("word.no-wait", "Returns at once, while Azure is still working."),
        CommandWord::FromFile => {
            message!("word.from-file", "A file to store: its key in the secret, then its path.")
        }
        CommandWord::IgnoreNotFound => {
            message!("word.ignore-not-found", "An object that no longer exists is not an error.")
        }
        CommandWord::ClusterPurpose => message!(
            "word.cluster-purpose",
            "The purpose of the cluster: DevTest requires less of it than production does."
        ),
        CommandWord::AgentCount => message!("word.agent-count", "How many nodes the cluster has."),
        CommandWord::VmSize => message!("word.vm-size", "The size of each node."),
        CommandWord::SslCname => {
            message!("word.ssl-cname", "The DNS name in the certificate of the endpoints.")
        }
        CommandWord::SslCertFile => {
            message!("word.ssl-cert-file", "The path of the certificate, a PEM file.")
        }
        CommandWord::SslKeyFile => {
            message!("word.ssl-key-file", "The path of the certificate's private key, a PEM file.")
        }
        CommandWord::LoadBalancerType => {
            message!(
                "word.load-balancer-type",
                "Whether the load balancer has a public address or one in the network."
            )
        }
        CommandWord::LoadBalancerSubnet => {
            message!("word.load-balancer-subnet", "The subnet that the load balancer takes its address from.")
        }
        CommandWord::VnetGroup => message!("word.vnet-group", "The resource group of the virtual network."),
        CommandWord::VnetName => {
            message!("word.vnet-name", "The virtual network that the cluster is put into.")
        }
        CommandWord::SubnetName => {
            message!("word.subnet-name", "The subnet that the nodes take their addresses from.")
        }
        CommandWord::ServiceCidr => {
            message!("word.service-cidr", "The range of addresses for services in the cluster.")
        }
        CommandWord::DnsServiceIp => message!(
            "word.dns-service-ip",
            "The address of the cluster's DNS service, in the range for services."
        ),
        CommandWord::DockerBridgeCidr => {
            message!("word.docker-bridge-cidr", "The range of addresses for the Docker bridge on each node.")
        }
    }
}

/// What a setting means. `None` for a key that the wizard does not ask for, since no plan contains it.
#[expect(clippy::too_many_lines, reason = "a row a setting")]
pub(super) fn of_setting(key: SettingKey, edition: Edition) -> Option<Message> {
    let message = match key {
        SettingKey::EnableTraining => {
            message!("word.enable-training", "Lets the cluster run training jobs and batch inference.")
        }
        SettingKey::EnableInference => {
            message!("word.enable-inference", "Lets the cluster serve models at real-time endpoints.")
        }
        SettingKey::InferenceRouterServiceType => {
            message!(
                "word.router-service-type",
                "How clients reach the endpoints: LoadBalancer, NodePort or ClusterIP, a kind of service of Kubernetes."
            )
        }
        SettingKey::InternalLoadBalancerProvider => {
            message!(
                "word.internal-provider",
                "Gives the load balancer an address of the virtual network; only on AKS."
            )
        }
        SettingKey::AllowInsecureConnections => {
            message!(
                "word.insecure",
                "Serves the endpoints over HTTP, unencrypted: for development and test."
            )
        }
        SettingKey::SslCname => {
            message!("word.cname", "The DNS name in the certificate of the endpoints, which HTTPS needs.")
        }
        SettingKey::SslSecret => {
            message!("word.secret", "The secret in namespace azureml that holds the certificate and its key.")
        }
        SettingKey::InferenceRouterHa | SettingKey::InferenceLoadBalancerHa => {
            message!(
                "word.router-ha",
                "Whether the inference router runs in three replicas, which need three nodes; False runs one, for small clusters."
            )
        }
        SettingKey::InstallNvidiaDevicePlugin => match edition {
            Edition::ArcPreview => {
                message!(
                    "word.nvidia-plugin.arc-preview",
                    "Whether the extension installs the NVIDIA device plug-in, as it does by default; use False \
                    where the cluster has one."
                )
            }
            Edition::Current | Edition::AksV1 => {
                message!(
                    "word.nvidia-plugin.current",
                    "Whether the extension installs the NVIDIA device plug-in, which gives GPUs to pods; it does not by default."
                )
            }
        },
        SettingKey::InstallPromOp => {
            message!(
                "word.prometheus-operator",
                "Whether the extension installs a Prometheus operator; False uses the one that the cluster has."
            )
        }
        SettingKey::InstallVolcano => {
            message!(
                "word.volcano",
                "Whether the extension installs the Volcano scheduler for jobs; False uses the one that the cluster has."
            )
        }
        SettingKey::InstallDcgmExporter => {
            message!("word.dcgm-exporter", "Whether the extension installs the exporter of GPU metrics.")
        }
        SettingKey::NodeSelector => {
            message!(
                "word.node-selector",
                "A label that nodes must have for the extension to run on them: the label after the full stop, with a backslash before each full stop of its own, then an equals sign and its value."
            )
        }
        SettingKey::SslCertPemFile => {
            message!(
                "word.cert-file",
                "The path of the endpoints' certificate, a PEM file; it is given together with its key."
            )
        }
        SettingKey::SslKeyPemFile => message!(
            "word.key-file",
            "The path of the certificate's private key, a PEM file without a pass phrase."
        ),
        SettingKey::PrivateEndpointNodeport => {
            message!(
                "word.private-node-port",
                "Serves the endpoints at a port of every node instead of a load balancer."
            )
        }
        SettingKey::PrivateEndpointIlb => {
            message!("word.private-ilb", "Serves the endpoints through a load balancer inside the network.")
        }
        SettingKey::LogAnalyticsWs => {
            message!(
                "word.log-analytics",
                "Creates a Log Analytics workspace for the logs; it may cost money."
            )
        }
        SettingKey::Openshift => {
            message!("word.openshift", "States that the cluster is an OpenShift one, ARO or OCP.")
        }
        SettingKey::ClusterName
        | SettingKey::ClusterId
        | SettingKey::PrometheusClusterName
        | SettingKey::ClusterNameFriendly
        | SettingKey::Domain
        | SettingKey::Location
        | SettingKey::JobSchedulerLocation
        | SettingKey::ClusterPurpose
        | SettingKey::ServicebusEnabled
        | SettingKey::ServicebusResourceId
        | SettingKey::ServicebusComputeTopic
        | SettingKey::ServicebusJobTopic
        | SettingKey::RelayserverEnabled
        | SettingKey::RelayserverHybridConnectionId
        | SettingKey::RelayserverHybridConnectionName
        | SettingKey::NginxIngressEnabled
        | SettingKey::ScoringFeNodePort
        | SettingKey::ScoringFeInternalLoadBalancer
        | SettingKey::ScoringFeSslSecret
        | SettingKey::ScoringFeNamespace
        | SettingKey::IsAksMigration
        | SettingKey::AzureLogAnalyticsEnabled
        | SettingKey::AzureLogAnalyticsCustomerId
        | SettingKey::ScoringFeSslCert
        | SettingKey::ScoringFeSslKey
        | SettingKey::RelayConnectionString
        | SettingKey::ChartRelayConnectionString
        | SettingKey::ServiceBusConnectionString
        | SettingKey::ChartServiceBusConnectionString
        | SettingKey::AzureLogAnalyticsConnectionString
        | SettingKey::NginxIngressController
        | SettingKey::NginxIngressWorkers
        | SettingKey::NginxIngressMemory
        | SettingKey::VolcanoSchedulerConfig
        | SettingKey::SkipResourceValidation
        | SettingKey::InteractiveProxy
        | SettingKey::InteractiveProxyPort
        | SettingKey::ScoringFeEnableUpgrade => return None,
    };
    Some(message)
}

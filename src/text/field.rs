//! English: labels and help of fields and their values.

use crate::base::invisible::visible;
use crate::i18n::{Message, message};
use crate::model::field::{Field, Kind};

/// Label and help.
#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn field(field: Field) -> (Message, Message) {
    match field {
        Field::Edition => (
            message!("field.edition.label", "Edition"),
            message!("field.edition.help", "The generation of the product that you work with."),
        ),
        Field::Cluster => (message!("field.cluster.label", "Cluster"), Message::NONE),
        Field::Openshift => (
            message!("field.openshift.label", "OpenShift"),
            message!(
                "field.openshift.help",
                "Is it Azure Red Hat OpenShift (ARO) or OpenShift Container Platform (OCP)?"
            ),
        ),
        Field::Connected => (
            message!("field.connected.label", "Connected to Azure Arc"),
            message!("field.connected.help", "Is the cluster already connected to Azure Arc?"),
        ),
        Field::Subscription => (
            message!("field.subscription.label", "Subscription id"),
            message!(
                "field.subscription.help",
                "The subscription of the cluster. az account show --query id -o tsv prints it."
            ),
        ),
        Field::ResourceGroup => (
            message!("field.resource-group.label", "Resource group"),
            message!("field.resource-group.help", "The resource group of the cluster."),
        ),
        Field::ClusterName => (
            message!("field.cluster-name.label", "Cluster name"),
            message!("field.cluster-name.help", "Its name in Azure."),
        ),
        Field::Region => {
            (message!("field.region.label", "Region"), message!("field.region.help", "The Azure region."))
        }
        Field::NodeCount => (
            message!("field.node-count.label", "Number of nodes"),
            message!("field.node-count.help", "How many nodes the cluster has or will have."),
        ),
        Field::Workload => (
            message!("field.workload.label", "Workload"),
            message!("field.workload.help", "What will run on the cluster?"),
        ),
        Field::Exposure => (
            message!("field.exposure.label", "Exposure"),
            message!("field.exposure.help", "How will clients reach the endpoint?"),
        ),
        Field::Transport => (message!("field.transport.label", "Transport"), Message::NONE),
        Field::Certificate => (
            message!("field.certificate.label", "Certificate"),
            message!("field.certificate.help", "Where does the certificate come from?"),
        ),
        Field::CertFile => (
            message!("field.cert-file.label", "Certificate file"),
            message!(
                "field.cert-file.help",
                "Path of the certificate in PEM form, where the command runs. It may begin with your home folder: ~/, \
                $HOME/ or %USERPROFILE%\\. Other variables are not expanded. Save the file as ASCII text \
                without a byte order mark."
            ),
        ),
        Field::KeyFile => (
            message!("field.key-file.label", "Key file"),
            message!(
                "field.key-file.help",
                "Path of the private key in PEM form, without a pass phrase. Save this file as ASCII text, too. The wizard never sees its contents."
            ),
        ),
        Field::TlsSecret => (
            message!("field.tls-secret.label", "TLS secret"),
            message!(
                "field.tls-secret.help",
                "A secret in namespace azureml with the keys cert.pem and key.pem."
            ),
        ),
        Field::Cname => (
            message!("field.cname.label", "CNAME"),
            message!("field.cname.help", "The DNS name of the endpoint, as in its certificate."),
        ),
        Field::RouterHa => (
            message!("field.router-ha.label", "High availability"),
            message!(
                "field.router-ha.help",
                "Run the inference router in three replicas? It needs three nodes."
            ),
        ),
        Field::NvidiaPlugin => (
            message!("field.nvidia-plugin.label", "Install the NVIDIA device plug-in"),
            message!("field.nvidia-plugin.help", "Needed for GPUs, unless the cluster already has it."),
        ),
        Field::NvidiaPluginPresent => (
            message!("field.nvidia-plugin-present.label", "NVIDIA device plug-in present"),
            message!("field.nvidia-plugin-present.help", "Does the cluster already have the plug-in?"),
        ),
        Field::LogAnalytics => (
            message!("field.log-analytics.label", "Log Analytics"),
            message!(
                "field.log-analytics.help",
                "Send logs to a new Log Analytics workspace? It may cost money."
            ),
        ),
        Field::Volcano => (
            message!("field.volcano.label", "Install Volcano"),
            message!(
                "field.volcano.help",
                "The job scheduler. Answer no to use the one that the cluster has."
            ),
        ),
        Field::PrometheusOperator => (
            message!("field.prometheus-operator.label", "Install the Prometheus operator"),
            message!("field.prometheus-operator.help", "Answer no to use the one that the cluster has."),
        ),
        Field::DcgmExporter => (
            message!("field.dcgm-exporter.label", "Install the DCGM exporter"),
            message!("field.dcgm-exporter.help", "Collects GPU metrics."),
        ),
        Field::NodeSelector => (
            message!("field.node-selector.label", "Node selector"),
            message!("field.node-selector.help", "Labels of the nodes that the extension may run on."),
        ),
        Field::ExtensionName => (
            message!("field.extension-name.label", "Extension name"),
            message!("field.extension-name.help", "Also the name of its Helm release."),
        ),
        Field::AutoUpgrade => (
            message!("field.auto-upgrade.label", "Upgrade automatically"),
            message!("field.auto-upgrade.help", "May Azure upgrade the extension to newer minor versions?"),
        ),
        Field::ExtensionVersion => (
            message!("field.extension-version.label", "Extension version"),
            message!(
                "field.extension-version.help",
                "Without one, the newest of the day is installed and kept."
            ),
        ),
        Field::Workspace => (
            message!("field.workspace.label", "Workspace"),
            message!("field.workspace.help", "The Azure Machine Learning workspace."),
        ),
        Field::WorkspaceResourceGroup => (
            message!("field.workspace-resource-group.label", "Workspace resource group"),
            message!("field.workspace-resource-group.help", "Only if it is not the cluster's."),
        ),
        Field::WorkspaceSubscription => (
            message!("field.workspace-subscription.label", "Workspace subscription id"),
            message!(
                "field.workspace-subscription.help",
                "Only if it is not the cluster's. Kubernetes compute needs both in one subscription."
            ),
        ),
        Field::ComputeName => (
            message!("field.compute-name.label", "Compute name"),
            message!("field.compute-name.help", "Its name in the workspace."),
        ),
        Field::Namespace => (
            message!("field.namespace.label", "Namespace"),
            message!("field.namespace.help", "Where jobs and endpoints run in the cluster."),
        ),
        Field::Identity => (
            message!("field.identity.label", "Identity"),
            message!("field.identity.help", "How the compute signs in when it uses other Azure resources."),
        ),
        Field::IdentityIds => (
            message!("field.identity-ids.label", "Identity resource ids"),
            message!("field.identity-ids.help", "az identity show --query id -o tsv prints one."),
        ),
        Field::Task => {
            (message!("field.task.label", "Task"), message!("field.task.help", "What do you want to do?"))
        }
        Field::Purpose => (message!("field.purpose.label", "Purpose"), Message::NONE),
        Field::VmSize => (
            message!("field.vm-size.label", "VM size"),
            message!("field.vm-size.help", "The size of each node."),
        ),
        Field::VmCores => (
            message!("field.vm-cores.label", "Virtual CPUs of a node"),
            message!("field.vm-cores.help", "Only for a VM size that the wizard does not know."),
        ),
        Field::LoadBalancer => (message!("field.load-balancer.label", "Load balancer"), Message::NONE),
        Field::LoadBalancerSubnet => (
            message!("field.load-balancer-subnet.label", "Load balancer subnet"),
            message!(
                "field.load-balancer-subnet.help",
                "The subnet that the internal load balancer takes its address from; aks-subnet unless you name another."
            ),
        ),
        Field::VnetName => (
            message!("field.vnet-name.label", "Virtual network"),
            message!("field.vnet-name.help", "Only to put the cluster into an existing network."),
        ),
        Field::VnetResourceGroup => {
            (message!("field.vnet-resource-group.label", "Virtual network resource group"), Message::NONE)
        }
        Field::SubnetName => (
            message!("field.subnet-name.label", "Subnet"),
            message!("field.subnet-name.help", "The subnet of the nodes."),
        ),
        Field::ServiceCidr => (
            message!("field.service-cidr.label", "Service CIDR"),
            message!("field.service-cidr.help", "The address range of Kubernetes services."),
        ),
        Field::DnsServiceIp => (
            message!("field.dns-service-ip.label", "DNS service IP"),
            message!("field.dns-service-ip.help", "Inside the service range, and not its first address."),
        ),
        Field::DockerBridgeCidr => (
            message!("field.docker-bridge-cidr.label", "Docker bridge CIDR"),
            message!("field.docker-bridge-cidr.help", "Separate from the service range."),
        ),
    }
}

/// Label and help of a value. A value without a label shows its id.
#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn choice(field: Field, id: &'static str) -> (Message, Message) {
    match (field, id) {
        (_, "yes") => (message!("choice.yes.label", "Yes"), Message::NONE),
        (_, "no") => (message!("choice.no.label", "No"), Message::NONE),
        (Field::Edition, "current") => (
            message!("choice.edition.current.label", "Current"),
            message!(
                "choice.edition.current.help",
                "Kubernetes compute as it is today. Choose it for anything new."
            ),
        ),
        (Field::Edition, "arc-preview") => (
            message!("choice.edition.arc-preview.label", "2021 preview"),
            message!(
                "choice.edition.arc-preview.help",
                "Azure Arc-enabled machine learning, with privateEndpoint keys. Superseded; only to maintain an \
                old installation."
            ),
        ),
        (Field::Edition, "aks-v1") => (
            message!("choice.edition.aks-v1.label", "Legacy AksCompute"),
            message!(
                "choice.edition.aks-v1.help",
                "CLI and SDK v1, real-time inference only on AKS. Out of support; only for installations that \
                still use it."
            ),
        ),
        (Field::Cluster, "arc") => (
            message!("choice.cluster.arc.label", "Azure Arc"),
            message!(
                "choice.cluster.arc.help",
                "Any Kubernetes: on premises, at the edge, in another cloud, OpenShift."
            ),
        ),
        (Field::Cluster, "aks") => (
            message!("choice.cluster.aks.label", "Azure Kubernetes Service"),
            message!("choice.cluster.aks.help", "An AKS cluster in Azure. It needs no Azure Arc."),
        ),
        (Field::Workload, "training") => (
            message!("choice.workload.training.label", "Training"),
            message!(
                "choice.workload.training.help",
                "Training jobs and batch inference. No endpoint is set up."
            ),
        ),
        (Field::Workload, "inference") => (
            message!("choice.workload.inference.label", "Inference"),
            message!("choice.workload.inference.help", "Real-time endpoints that answer requests."),
        ),
        (Field::Workload, "both") => (
            message!("choice.workload.both.label", "Training and inference"),
            message!("choice.workload.both.help", "Both on one cluster. Choose it if you are not sure yet."),
        ),
        (Field::Exposure, "public") => (
            message!("choice.exposure.public.label", "Public load balancer"),
            message!("choice.exposure.public.help", "From the internet. For clients outside your network."),
        ),
        (Field::Exposure, "internal") => (
            message!("choice.exposure.internal.label", "Internal load balancer"),
            message!(
                "choice.exposure.internal.help",
                "From the virtual network; only on AKS. For clients inside it."
            ),
        ),
        (Field::Exposure, "node-port") => (
            message!("choice.exposure.node-port.label", "NodePort"),
            message!(
                "choice.exposure.node-port.help",
                "On a port of every node. For clusters without a load balancer, as on premises."
            ),
        ),
        (Field::Exposure, "cluster-ip") => (
            message!("choice.exposure.cluster-ip.label", "ClusterIP"),
            message!(
                "choice.exposure.cluster-ip.help",
                "From inside the cluster, or through your own ingress."
            ),
        ),
        (Field::Transport, "https") => (
            message!("choice.transport.https.label", "HTTPS"),
            message!(
                "choice.transport.https.help",
                "Encrypted; needs a certificate. Choose it for anything in production."
            ),
        ),
        (Field::Transport, "http") => (
            message!("choice.transport.http.label", "HTTP"),
            message!("choice.transport.http.help", "Unencrypted; only for development and test."),
        ),
        (Field::Certificate, "files") => (
            message!("choice.certificate.files.label", "PEM files"),
            message!(
                "choice.certificate.files.help",
                "Two files on the machine that runs the command. The simpler way."
            ),
        ),
        (Field::Certificate, "secret") => (
            message!("choice.certificate.secret.label", "Kubernetes secret"),
            message!(
                "choice.certificate.secret.help",
                "A secret in the cluster, so that the extension's settings contain no key."
            ),
        ),
        (Field::Identity, "none") => (
            message!("choice.identity.none.label", "None"),
            message!(
                "choice.identity.none.help",
                "Jobs sign in to no Azure resource, and the default storage account allows its key."
            ),
        ),
        (Field::Identity, "system-assigned") => (
            message!("choice.identity.system-assigned.label", "System-assigned"),
            message!(
                "choice.identity.system-assigned.help",
                "Created and deleted with the compute. Choose it if nothing else shares it."
            ),
        ),
        (Field::Identity, "user-assigned") => (
            message!("choice.identity.user-assigned.label", "User-assigned"),
            message!(
                "choice.identity.user-assigned.help",
                "One that already exists and outlives the compute; several computes can share it."
            ),
        ),
        (Field::Task, "create") => (
            message!("choice.task.create.label", "Create"),
            message!("choice.task.create.help", "A new AKS cluster through the workspace."),
        ),
        (Field::Task, "attach") => (
            message!("choice.task.attach.label", "Attach"),
            message!("choice.task.attach.help", "An existing AKS cluster."),
        ),
        (Field::Task, "detach") => (
            message!("choice.task.detach.label", "Detach"),
            message!("choice.task.detach.help", "Remove the cluster from the workspace. It stays in Azure."),
        ),
        (Field::Purpose, "production") => (
            message!("choice.purpose.production.label", "Production"),
            message!("choice.purpose.production.help", "At least 3 nodes, with 12 virtual CPUs together."),
        ),
        (Field::Purpose, "dev-test") => (
            message!("choice.purpose.dev-test.label", "Development and test"),
            message!("choice.purpose.dev-test.help", "One node is enough; no fault tolerance."),
        ),
        (Field::LoadBalancer, "public") => (
            message!("choice.load-balancer.public.label", "Public"),
            message!(
                "choice.load-balancer.public.help",
                "With a public address. For clients outside your network."
            ),
        ),
        (Field::LoadBalancer, "internal") => (
            message!("choice.load-balancer.internal.label", "Internal"),
            message!(
                "choice.load-balancer.internal.help",
                "With an address in the virtual network. For clients inside it."
            ),
        ),
        // A value without a label shows its id.
        (_, id) => (Message(id), Message::NONE),
    }
}

/// The label of a field.
pub fn field_label(field: Field) -> &'static str {
    self::field(field).0.text()
}

/// The purpose of a field, as a sentence; empty if the label suffices.
pub fn field_help(field: Field) -> &'static str {
    self::field(field).1.text()
}

/// The label of a value of a choice.
pub fn choice_label(field: Field, id: &'static str) -> &'static str {
    choice(field, id).0.text()
}

/// When to choose a value; empty if the label suffices.
pub fn choice_help(field: Field, id: &'static str) -> &'static str {
    choice(field, id).1.text()
}

/// An answer for display: the label of a choice, or the text itself.
pub fn answer(field: Field, text: &str) -> String {
    let Kind::Choice(ids) = field.row().kind else { return visible(text) };
    let id = ids.iter().find(|id| **id == text);
    id.map_or_else(|| text.to_owned(), |id| choice_label(field, id).to_owned())
}

/// A text with a label in front.
pub fn labelled(label: &str, text: &str) -> String {
    message!("pair.labelled", "{label}: {text}").fill(&[("label", label), ("text", text)])
}

//! The field table, with one row per field. It is the project's only list of fields: links, form controls, findings,
//! placeholders and the terminal all use its ids.

use crate::model::answers::Answers;
use crate::model::choice::{
    CertificateKind, Choice, Cluster, Edition, Exposure, IdentityKind, LoadBalancer, Purpose, Task,
    TransportKind, WorkloadKind, YesNo,
};
use crate::model::value::TextKind;
use crate::model::vm_size;

/// What a field accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these values.
    Choice(&'static [&'static str]),
    /// A text of this form.
    Text(TextKind),
}

/// The steps of the wizard, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WizardStep {
    /// The cluster.
    Cluster,
    /// What it runs.
    Workload,
    /// How its endpoints are reached.
    Endpoint,
    /// Additional components and settings.
    Settings,
    /// The workspace that it is attached to.
    Workspace,
}

impl WizardStep {
    /// Every step in order.
    pub const ALL: [Self; 5] =
        [Self::Cluster, Self::Workload, Self::Endpoint, Self::Settings, Self::Workspace];

    /// The step's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Workload => "workload",
            Self::Endpoint => "endpoint",
            Self::Settings => "settings",
            Self::Workspace => "workspace",
        }
    }

    /// The fields that the step shows under these answers, in the order of the table.
    pub fn fields(self, answers: &Answers) -> impl Iterator<Item = Field> + '_ {
        Field::ALL.iter().copied().filter(move |field| field.row().step == self && field.applies(answers))
    }
}

/// One row of the field table.
#[derive(Debug)]
pub struct FieldRow {
    /// The field's only name.
    pub id: &'static str,
    /// What the field accepts.
    pub kind: Kind,
    /// The default by edition: `current`, `arc-preview`, `aks-v1`. Empty if there is none.
    default: [&'static str; 3],
    /// The editions that have the field.
    pub editions: &'static [Edition],
    /// The step that asks for the field.
    pub step: WizardStep,
    /// Whether the field has an effect under these answers, regardless of the edition.
    applies: fn(&Answers) -> bool,
}

use Edition::{AksV1 as V, ArcPreview as P, Current as C};

const fn same(default: &'static str) -> [&'static str; 3] {
    [default; 3]
}

fn always(_: &Answers) -> bool {
    true
}
fn arc(answers: &Answers) -> bool {
    answers.choice::<Cluster>(Field::Cluster) == Some(Cluster::Arc)
}
// Shown for an AKS cluster only if the answer is yes. That is an error, which the user must be able to see and fix.
fn openshift(answers: &Answers) -> bool {
    arc(answers) || answers.yes(Field::Openshift)
}
fn nvidia_plugin(answers: &Answers) -> bool {
    answers.yes(Field::NvidiaPlugin)
}
fn connecting(answers: &Answers) -> bool {
    arc(answers) && !answers.yes(Field::Connected)
}
fn training(answers: &Answers) -> bool {
    answers.choice(Field::Workload) != Some(WorkloadKind::Inference)
}
fn inference(answers: &Answers) -> bool {
    answers.choice(Field::Workload) != Some(WorkloadKind::Training)
}
fn https(answers: &Answers) -> bool {
    inference(answers) && answers.choice(Field::Transport) == Some(TransportKind::Https)
}
/// A secret is also created from these files.
fn certificate_files(answers: &Answers) -> bool {
    if answers.edition() == V { creating(answers) } else { https(answers) }
}
fn certificate_secret(answers: &Answers) -> bool {
    https(answers)
        && answers.edition() == C
        && answers.choice(Field::Certificate) == Some(CertificateKind::Secret)
}
fn fixed_version(answers: &Answers) -> bool {
    !answers.yes(Field::AutoUpgrade)
}
fn user_assigned(answers: &Answers) -> bool {
    answers.choice(Field::Identity) == Some(IdentityKind::UserAssigned)
}
fn creating(answers: &Answers) -> bool {
    answers.choice(Field::Task) == Some(Task::Create)
}
fn attaching(answers: &Answers) -> bool {
    answers.choice(Field::Task) == Some(Task::Attach)
}
fn not_detaching(answers: &Answers) -> bool {
    answers.choice(Field::Task) != Some(Task::Detach)
}
fn internal_load_balancer(answers: &Answers) -> bool {
    not_detaching(answers) && answers.choice(Field::LoadBalancer) == Some(LoadBalancer::Internal)
}
fn unknown_size(answers: &Answers) -> bool {
    not_detaching(answers) && vm_size::cores(answers.text(Field::VmSize)).is_none()
}
fn region(answers: &Answers) -> bool {
    if answers.edition() == V { not_detaching(answers) } else { connecting(answers) }
}
fn cluster_name(answers: &Answers) -> bool {
    answers.edition() != V || attaching(answers)
}
fn node_count(answers: &Answers) -> bool {
    answers.edition() != V || not_detaching(answers)
}

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident $id:literal $kind:expr, $default:expr, [$($edition:ident)*], $step:ident, $applies:expr;)+) => {
        /// A question of the wizard. Links contain fields in the order of the variants.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)+ }

        impl Field {
            /// Every field, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The field's row.
            pub fn row(self) -> &'static FieldRow {
                match self {
                    $(Self::$variant => {
                        static ROW: FieldRow = FieldRow {
                            id: $id, kind: $kind, default: $default, editions: &[$($edition),*],
                            step: WizardStep::$step, applies: $applies,
                        };
                        &ROW
                    })+
                }
            }
        }
    };
}

const fn choice<T: Choice>() -> Kind {
    Kind::Choice(T::IDS)
}
const YES_NO: Kind = choice::<YesNo>();

fields! {
    /// The generation of the product.
    Edition "edition" choice::<Edition>(), same("current"), [C P V], Cluster, always;
    /// How Azure knows the cluster.
    Cluster "cluster" choice::<Cluster>(), same("arc"), [C P], Cluster, always;
    /// Whether it is Azure Red Hat OpenShift or OpenShift Container Platform.
    Openshift "openshift" YES_NO, same("no"), [C P], Cluster, openshift;
    /// Whether an Arc cluster is already connected to Azure.
    Connected "connected" YES_NO, same("yes"), [C P], Cluster, arc;
    /// The subscription of the cluster.
    Subscription "subscription" Kind::Text(TextKind::SubscriptionId), same(""), [C P V], Cluster, always;
    /// The resource group of the cluster.
    ResourceGroup "resource-group" Kind::Text(TextKind::ResourceGroupName), same(""), [C P V], Cluster, always;
    /// The cluster's name in Azure.
    ClusterName "cluster-name" Kind::Text(TextKind::ClusterName), same(""), [C P V], Cluster, cluster_name;
    /// The Azure region.
    Region "region" Kind::Text(TextKind::Region), same(""), [C P V], Cluster, region;
    /// The number of nodes that the cluster has, or will have.
    NodeCount "node-count" Kind::Text(TextKind::WholeNumber), same(""), [C V], Cluster, node_count;
    /// What the cluster runs.
    Workload "workload" choice::<WorkloadKind>(), same("both"), [C P], Workload, always;
    /// How an endpoint is reached.
    Exposure "exposure" choice::<Exposure>(), same("public"), [C P], Endpoint, inference;
    /// Whether its traffic is encrypted.
    Transport "transport" choice::<TransportKind>(), same("https"), [C P], Endpoint, inference;
    /// Where its certificate comes from.
    Certificate "certificate" choice::<CertificateKind>(), same("files"), [C P], Endpoint, https;
    /// The certificate's PEM file.
    CertFile "cert-file" Kind::Text(TextKind::PemPath), same(""), [C P V], Endpoint, certificate_files;
    /// The PEM file of its private key.
    KeyFile "key-file" Kind::Text(TextKind::PemPath), same(""), [C P V], Endpoint, certificate_files;
    /// The Kubernetes secret that contains certificate and key.
    TlsSecret "tls-secret" Kind::Text(TextKind::SecretName), same(""), [C], Endpoint, certificate_secret;
    /// The DNS name of the endpoint.
    Cname "cname" Kind::Text(TextKind::DnsName), same(""), [C V], Endpoint, certificate_files;
    /// Whether the inference router runs in three replicas.
    RouterHa "router-ha" YES_NO, same("yes"), [C P], Settings, inference;
    /// Whether the extension installs the NVIDIA device plug-in.
    NvidiaPlugin "nvidia-plugin" YES_NO, ["no", "yes", "no"], [C P], Settings, always;
    /// Whether the cluster already has that plug-in.
    NvidiaPluginPresent "nvidia-plugin-present" YES_NO, same("no"), [C P], Settings, nvidia_plugin;
    /// Whether logs go to a Log Analytics workspace.
    LogAnalytics "log-analytics" YES_NO, same("no"), [P], Settings, always;
    /// Whether the extension installs the Volcano scheduler.
    Volcano "volcano" YES_NO, same("yes"), [C], Settings, training;
    /// Whether the extension installs the Prometheus operator.
    PrometheusOperator "prometheus-operator" YES_NO, same("yes"), [C], Settings, always;
    /// Whether the extension installs the exporter of GPU metrics.
    DcgmExporter "dcgm-exporter" YES_NO, same("no"), [C], Settings, always;
    /// The labels of the nodes that the extension may use.
    NodeSelector "node-selector" Kind::Text(TextKind::NodeSelector), same(""), [C], Settings, always;
    /// The extension's name, which is also the name of its Helm release.
    ExtensionName "extension-name" Kind::Text(TextKind::ExtensionName), same("arcml-extension"), [C P], Settings, always;
    /// Whether the extension upgrades itself automatically.
    AutoUpgrade "auto-upgrade" YES_NO, same("yes"), [C P], Settings, always;
    /// The version to keep if it does not.
    ExtensionVersion "extension-version" Kind::Text(TextKind::ExtensionVersion), same(""), [C P], Settings, fixed_version;
    /// The Azure Machine Learning workspace.
    Workspace "workspace" Kind::Text(TextKind::WorkspaceName), same(""), [C P V], Workspace, always;
    /// The workspace's resource group, if it differs from the cluster's.
    WorkspaceResourceGroup "workspace-resource-group" Kind::Text(TextKind::ResourceGroupName), same(""), [C P V], Workspace, always;
    /// The workspace's subscription, if it differs from the cluster's.
    WorkspaceSubscription "workspace-subscription" Kind::Text(TextKind::SubscriptionId), same(""), [C P V], Workspace, always;
    /// The name of the compute in the workspace.
    ComputeName "compute-name" Kind::Text(TextKind::ComputeName), same("k8s-compute"), [C P V], Workspace, always;
    /// The namespace in which jobs and endpoints run.
    Namespace "namespace" Kind::Text(TextKind::Namespace), same("default"), [C P], Workspace, always;
    /// The identity of the compute.
    Identity "identity" choice::<IdentityKind>(), same("none"), [C P], Workspace, always;
    /// The user-assigned identities.
    IdentityIds "identity-ids" Kind::Text(TextKind::IdentityIds), same(""), [C P], Workspace, user_assigned;
    /// Create, attach or detach.
    Task "task" choice::<Task>(), same("create"), [V], Workload, always;
    /// The purpose of the cluster.
    Purpose "purpose" choice::<Purpose>(), same("production"), [V], Workload, not_detaching;
    /// The virtual machine size of a node.
    VmSize "vm-size" Kind::Text(TextKind::VmSize), same("Standard_D3_v2"), [V], Settings, not_detaching;
    /// The virtual CPUs of a node, if the wizard does not know the size.
    VmCores "vm-cores" Kind::Text(TextKind::WholeNumber), same(""), [V], Settings, unknown_size;
    /// The load balancer of the endpoints.
    LoadBalancer "load-balancer" choice::<LoadBalancer>(), same("public"), [V], Endpoint, not_detaching;
    /// The subnet of an internal load balancer.
    LoadBalancerSubnet "load-balancer-subnet" Kind::Text(TextKind::SubnetName), same(""), [V], Endpoint, internal_load_balancer;
    /// The virtual network of the new cluster.
    VnetName "vnet-name" Kind::Text(TextKind::VnetName), same(""), [V], Settings, creating;
    /// The resource group of that network.
    VnetResourceGroup "vnet-resource-group" Kind::Text(TextKind::ResourceGroupName), same(""), [V], Settings, creating;
    /// The subnet of the nodes.
    SubnetName "subnet-name" Kind::Text(TextKind::SubnetName), same(""), [V], Settings, creating;
    /// The address range of Kubernetes services.
    ServiceCidr "service-cidr" Kind::Text(TextKind::Cidr), same(""), [V], Settings, creating;
    /// The address of the cluster's DNS, inside that range.
    DnsServiceIp "dns-service-ip" Kind::Text(TextKind::IpAddress), same(""), [V], Settings, creating;
    /// The address range of the Docker bridge.
    DockerBridgeCidr "docker-bridge-cidr" Kind::Text(TextKind::Cidr), same(""), [V], Settings, creating;
}

/// The fields of the existing network that a new cluster joins: all of them or none.
const NETWORK: [Field; 6] = [
    Field::VnetName,
    Field::VnetResourceGroup,
    Field::SubnetName,
    Field::ServiceCidr,
    Field::DnsServiceIp,
    Field::DockerBridgeCidr,
];

/// The fields for the TLS of a new `AksCompute` cluster: all of them or none.
const TLS: [Field; 3] = [Field::Cname, Field::CertFile, Field::KeyFile];

/// Whether any field for the TLS of a new `AksCompute` cluster is filled in. Then all of them are required.
pub fn names_tls(answers: &Answers) -> bool {
    TLS.iter().any(|field| !answers.given(*field).is_empty())
}

/// Whether any field of the network is filled in. Then all of them are required.
pub fn names_network(answers: &Answers) -> bool {
    NETWORK.iter().any(|field| !answers.given(*field).is_empty())
}

/// Inserts a field into a sorted list, unless it is already there.
pub(crate) fn insert(fields: &mut Vec<Field>, field: Field) {
    if let Err(place) = fields.binary_search(&field) {
        fields.insert(place, field);
    }
}

impl Field {
    /// The field's id.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The text that replaces a missing value, in every language: `<field-id>`.
    pub fn placeholder(self) -> String {
        ["<", self.id(), ">"].concat()
    }

    /// The field with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// The default in an edition. Empty if there is none.
    pub fn default(self, edition: Edition) -> &'static str {
        let [current, arc_preview, aks_v1] = self.row().default;
        match edition {
            C => current,
            P => arc_preview,
            V => aks_v1,
        }
    }

    /// Whether the field has an effect under these answers. If not, it keeps its text and is hidden.
    pub fn applies(self, answers: &Answers) -> bool {
        self.row().editions.contains(&answers.edition()) && (self.row().applies)(answers)
    }

    /// The kind of text in an edition. `None` for a choice.
    pub fn text_kind(self, edition: Edition) -> Option<TextKind> {
        match (self.row().kind, edition) {
            (Kind::Choice(_), _) => None,
            // The legacy compute has its own length limits.
            (Kind::Text(TextKind::ComputeName), V) => Some(TextKind::AksComputeName),
            (Kind::Text(kind), _) => Some(kind),
        }
    }

    /// An example of a text for this field. `None` for a choice.
    pub fn example(self, edition: Edition) -> Option<&'static str> {
        match self {
            Self::KeyFile => Some("./certs/tls.key"),
            // Does not overlap the example of a service range.
            Self::DockerBridgeCidr => Some("172.17.0.1/16"),
            _ => self.text_kind(edition).map(TextKind::example),
        }
    }

    /// Whether a text may stay empty for good: the plan then leaves it out or uses its default.
    pub fn is_optional(self, answers: &Answers) -> bool {
        matches!(
            self,
            Self::NodeCount
                | Self::NodeSelector
                | Self::ExtensionVersion
                | Self::WorkspaceResourceGroup
                | Self::WorkspaceSubscription
                | Self::VmCores
                | Self::LoadBalancerSubnet
        ) || (self == Self::Region && attaching(answers) && answers.edition() == V)
            // The configured workspace is used, and therefore its resource group.
            || (self == Self::Workspace && answers.edition() == V && creating(answers))
            || (self == Self::ResourceGroup
                && answers.edition() == V
                && creating(answers)
                && answers.given(Self::Workspace).is_empty())
            || (NETWORK.contains(&self) && !names_network(answers))
            || (TLS.contains(&self) && answers.edition() == V && !names_tls(answers))
    }

    /// Whether most people leave the field unchanged, so that a form may fold it away. A name that a plan requires and
    /// a choice that shapes the plan are never advanced. A field that is required because of an advanced choice is
    /// folded away together with it.
    pub fn is_advanced(self, edition: Edition) -> bool {
        match self {
            // For a cluster to be created, the number of nodes is not a detail.
            Self::NodeCount => edition != V,
            Self::LogAnalytics
            | Self::Volcano
            | Self::PrometheusOperator
            | Self::DcgmExporter
            | Self::NodeSelector
            | Self::ExtensionName
            | Self::AutoUpgrade
            | Self::ExtensionVersion
            | Self::WorkspaceResourceGroup
            | Self::WorkspaceSubscription
            | Self::Identity
            | Self::IdentityIds => true,
            _ => NETWORK.contains(&self),
        }
    }

    /// The values of a choice that an edition offers, in order. Empty for a text.
    pub fn choices(self, edition: Edition) -> impl Iterator<Item = &'static str> {
        let ids = match self.row().kind {
            Kind::Choice(ids) => ids,
            Kind::Text(_) => &[],
        };
        ids.iter().copied().filter(move |id| self.offers(id, edition))
    }

    /// Whether an edition offers this value. Two values exist only since `current`.
    pub fn offers(self, id: &str, edition: Edition) -> bool {
        edition == C
            || !((self == Self::Exposure && Exposure::from_id(id) == Some(Exposure::ClusterIp))
                || (self == Self::Certificate
                    && CertificateKind::from_id(id) == Some(CertificateKind::Secret)))
    }
}

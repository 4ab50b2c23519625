//! Checks a scenario: errors, warnings and notes. Rules across fields are the rows of [`RULES`]. A bad name or value
//! gives a finding with the id `invalid-<field>`.

use crate::base::source::{self, Source};
use crate::edition::setting::{ON, SettingKey};
use crate::edition::{MANY_NODES, aks_v1, relay};
use crate::model::answers::Answers;
use crate::model::choice::{Cluster, Edition, Exposure, Purpose, Shell};
use crate::model::field::Field;
use crate::model::scenario::{
    AksCompute, AksTask, Certificate, Extension, Identity, Invalid, Resolved, Scenario, Transport,
};
use crate::model::value::Value;
use crate::plan::Plan;
use crate::shell::{Refusal, plain};

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The tools reject the scenario, or the deployment fails.
    Error,
    /// The deployment works, with a consequence that the user should know.
    Warning,
    /// A fact worth mentioning.
    Info,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The id, as in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A result of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub cause: Cause,
    /// Its severity.
    pub severity: Severity,
    /// The fields concerned, in the order of the field table. Never empty.
    pub fields: Vec<Field>,
}

/// What a finding reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A text or value that is not valid.
    Invalid(Invalid),
    /// A compute name that is longer than Azure's naming rules for attached computes allow.
    LongComputeName,
    /// A value that a shell cannot pass on unchanged. That shell's commands contain its placeholder instead.
    Unwritable {
        /// The shell.
        shell: Shell,
        /// The field of the value.
        field: Field,
        /// Why the shell cannot pass it on.
        refusal: Refusal,
    },
    /// A violated rule across fields.
    Rule(RuleId),
    /// Placeholders are left. These rules cause some of them.
    PlaceholdersLeft(Vec<RuleId>),
}

/// The result of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A required value is missing. The plan shows its placeholder, and one finding covers all placeholders.
    Missing,
    /// The rule reports a finding of this severity.
    Found(Severity),
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident $id:literal [$($edition:ident)*] [$($field:ident)*] $source:ident, $when:expr;)+) => {
        /// The ids of the rules across fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum RuleId { $($(#[$doc])* $variant,)+ }

        impl RuleId {
            /// The id, as in findings.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }

        /// All rules.
        pub const RULES: &[Rule] = &[$(Rule {
            id: RuleId::$variant, editions: &[$(Edition::$edition),*], fields: &[$(Field::$field),*],
            source: source::$source, when: $when,
        },)+];
    };
}

/// A rule across fields.
pub struct Rule {
    /// The id.
    pub id: RuleId,
    /// The editions in which the rule applies.
    pub editions: &'static [Edition],
    /// The fields concerned.
    pub fields: &'static [Field],
    /// The documentation of the rule.
    pub source: Source,
    /// Evaluates the rule. `None` means that the scenario complies.
    when: fn(&Subject<'_>) -> Option<Verdict>,
}

impl Rule {
    /// Evaluates the rule. `None` also if the rule does not apply in the subject's edition.
    pub fn verdict(&self, subject: &Subject<'_>) -> Option<Verdict> {
        if self.editions.contains(&subject.answers.edition()) { (self.when)(subject) } else { None }
    }
}

/// The input of a rule.
pub struct Subject<'a> {
    answers: &'a Answers,
    scenario: &'a Scenario,
    /// The extension's settings, `key=value`.
    settings: Vec<String>,
}

impl<'a> Subject<'a> {
    /// A scenario with the settings of its own plan.
    pub fn new(answers: &'a Answers, scenario: &'a Scenario, plan: &Plan) -> Self {
        Self { answers, scenario, settings: plan.settings().map(plain).collect() }
    }

    /// A scenario with the settings of an existing command. Plans always comply with the rules about single settings;
    /// commands from other sources may not.
    pub fn with_settings(answers: &'a Answers, scenario: &'a Scenario, settings: Vec<String>) -> Self {
        Self { answers, scenario, settings }
    }

    /// Whether a setting is present, with this value if one is given. The CLI compares values case-insensitively.
    fn sets(&self, key: SettingKey, value: Option<&str>) -> bool {
        self.settings.iter().filter_map(|setting| setting.split_once('=')).any(|(known, text)| {
            known == key.id() && value.is_none_or(|value| text.trim().eq_ignore_ascii_case(value))
        })
    }

    /// Whether the certificate and key files are given, if endpoints use HTTPS with a certificate from files.
    fn files(&self) -> Option<(bool, bool)> {
        match &self.extension()?.workload.endpoint()?.transport {
            Transport::Https { certificate: Certificate::Files { cert, key }, .. } => {
                Some((cert.value.is_some(), key.value.is_some()))
            }
            _ => None,
        }
    }

    fn extension(&self) -> Option<&Extension> {
        match self.scenario {
            Scenario::Extension(extension) => Some(extension),
            Scenario::AksCompute(_) => None,
        }
    }

    fn aks_compute(&self) -> Option<&AksCompute> {
        match self.scenario {
            Scenario::Extension(_) => None,
            Scenario::AksCompute(aks_compute) => Some(aks_compute),
        }
    }

    fn is_arc(&self) -> bool {
        self.extension().is_some_and(|extension| extension.cluster.is_arc())
    }

    fn exposure(&self) -> Option<Exposure> {
        self.extension()?.exposure()
    }

    fn is_http(&self) -> bool {
        self.extension().is_some_and(Extension::is_http)
    }

    /// The virtual CPUs of a cluster with this purpose, if known.
    fn virtual_cpus(&self, purpose: Purpose) -> Option<u32> {
        let task = &self.aks_compute()?.task;
        // The SDK's defaults: three nodes for production, one for development and test.
        let default_nodes = if purpose == Purpose::Production { 3 } else { 1 };
        let default_nodes = matches!(task, AksTask::Create(_)).then_some(default_nodes);
        let size = task.size()?;
        if size.purpose == purpose { aks_v1::virtual_cpus(size, default_nodes) } else { None }
    }
}

const fn found(severity: Severity, when: bool) -> Option<Verdict> {
    if when { Some(Verdict::Found(severity)) } else { None }
}
const fn missing(when: bool) -> Option<Verdict> {
    if when { Some(Verdict::Missing) } else { None }
}
use Severity::{Error, Info, Warning};

rules! {
    /// The edition is out of support.
    EditionUnsupported "edition-unsupported" [ArcPreview AksV1] [Edition] AKS_COMPUTE, |_| found(Warning, true);
    /// NodePort and an internal load balancer exclude each other.
    ExposureExclusive "exposure-exclusive" [Current ArcPreview] [Exposure] DEPLOY,
        |s| found(
            Error,
            s.sets(SettingKey::PrivateEndpointNodeport, Some(ON)) && s.sets(SettingKey::PrivateEndpointIlb, Some(ON))
                || s.sets(SettingKey::InferenceRouterServiceType, Some("NodePort")) && s.sets(SettingKey::InternalLoadBalancerProvider, None),
        );
    /// A certificate comes from one source. If both are given, the CLI uses the files.
    CertificateOneSource "certificate-one-source" [Current] [Certificate] CLI_UPDATE_ML,
        |s| found(
            Warning,
            s.sets(SettingKey::SslSecret, None) && s.sets(SettingKey::SslCertPemFile, None) && s.sets(SettingKey::SslKeyPemFile, None),
        );
    /// HTTP requires an explicit setting.
    HttpNeedsOptIn "http-needs-opt-in" [Current ArcPreview] [Transport] DEPLOY,
        |s| found(Error, s.is_http() && !s.sets(SettingKey::AllowInsecureConnections, Some(ON)));
    /// HTTPS requires a certificate.
    HttpsNeedsCertificate "https-needs-certificate" [Current ArcPreview] [Certificate CertFile KeyFile] TLS,
        |s| match &s.extension()?.workload.endpoint()?.transport {
            Transport::Https { certificate: Certificate::Secret { name, .. }, .. } => missing(name.value.is_none()),
            _ => missing(s.files()? == (false, false)),
        };
    /// A certificate requires its key, and a key its certificate.
    CertificateNeedsBothFiles "certificate-needs-both-files" [Current ArcPreview] [CertFile KeyFile] TLS,
        |s| { let (cert, key) = s.files()?; missing(cert != key) };
    /// HTTPS requires the DNS name of the endpoint.
    HttpsNeedsCname "https-needs-cname" [Current] [Cname] TLS,
        |s| match &s.extension()?.workload.endpoint()?.transport {
            Transport::Https { cname, .. } => missing(cname.value.is_none()),
            Transport::Http => None,
        };
    /// A user-assigned identity requires its resource id.
    IdentityIdsRequired "identity-ids-required" [Current ArcPreview] [IdentityIds] CLI_COMPUTE,
        |s| match &s.extension()?.identity {
            Identity::UserAssigned(ids) => missing(ids.value.is_none()),
            Identity::None | Identity::SystemAssigned => None,
        };
    /// OpenShift is connected through Arc, never as AKS.
    OpenshiftNeedsArc "openshift-needs-arc" [Current ArcPreview] [Cluster Openshift] REFERENCE,
        |s| found(Error, s.answers.yes(Field::Openshift) && s.answers.choice(Field::Cluster) == Some(Cluster::Aks));
    /// The extension's accounts need the privileged SCC before the extension is created.
    OpenshiftSccFirst "openshift-scc-first" [Current ArcPreview] [Openshift] REFERENCE,
        |s| found(Info, s.extension()?.cluster.is_openshift());
    /// SDK v1 datasets require SELinux to be disabled.
    OpenshiftSelinux "openshift-selinux" [Current] [Openshift] REFERENCE,
        |s| found(Warning, s.extension()?.cluster.is_openshift());
    /// Cluster and workspace must be in the same subscription.
    SameSubscription "same-subscription" [Current ArcPreview] [Subscription WorkspaceSubscription] DEPLOY,
        |s| {
            let extension = s.extension()?;
            let cluster = extension.cluster.subscription.value.as_ref()?;
            let workspace = extension.workspace.subscription.value.as_ref()?;
            found(Error, !cluster.is_same(workspace))
        };
    /// An internal load balancer requires AKS.
    InternalNeedsAks "internal-needs-aks" [Current ArcPreview] [Cluster Exposure] TROUBLESHOOT,
        |s| found(
            if s.answers.edition() == Edition::Current { Error } else { Warning },
            s.is_arc() && s.exposure() == Some(Exposure::Internal),
        );
    /// Many clusters outside Azure have no load balancer.
    LoadBalancerOnArc "load-balancer-on-arc" [Current ArcPreview] [Cluster Exposure] TROUBLESHOOT,
        |s| found(Warning, s.is_arc() && s.exposure() == Some(Exposure::Public));
    /// HTTP exposes unencrypted traffic on a public address.
    HttpPublic "http-public" [Current ArcPreview] [Exposure Transport] DEPLOY,
        |s| found(Warning, s.is_http() && s.exposure() == Some(Exposure::Public));
    /// HTTP is only for development and test.
    HttpDevOnly "http-dev-only" [Current] [Transport] DEPLOY, |s| found(Warning, s.is_http());
    /// The form of a NodePort scoring URL.
    NodePortUrl "node-port-url" [Current ArcPreview] [Exposure] DEPLOY,
        |s| found(Info, s.exposure() == Some(Exposure::NodePort));
    /// NodePort and ClusterIP require the user's own load balancer.
    NodePortOwnLb "node-port-own-lb" [Current] [Exposure] DEPLOY,
        |s| found(Info, matches!(s.exposure(), Some(Exposure::NodePort | Exposure::ClusterIp)));
    /// Three router replicas require three nodes. On fewer, the CLI switches high availability off, unless a command asks
    /// for it. A plan never does, because it is the default.
    RouterHaNodes "router-ha-nodes" [Current] [NodeCount RouterHa] CLI_UPDATE_ML,
        |s| {
            let extension = s.extension()?;
            let nodes = extension.node_count.as_ref()?.value.as_ref()?.get();
            let severity = if s.sets(SettingKey::InferenceRouterHa, Some(ON)) { Error } else { Warning };
            found(severity, nodes < MANY_NODES && extension.workload.endpoint()?.router_ha)
        };
    /// The NVIDIA device plug-in is already installed.
    NvidiaPluginPresent "nvidia-plugin-present" [Current ArcPreview] [NvidiaPlugin NvidiaPluginPresent] DEPLOY,
        |s| found(Warning, s.answers.yes(Field::NvidiaPluginPresent) && s.extension()?.nvidia_plugin);
    /// Log Analytics can incur costs.
    LogAnalyticsCost "log-analytics-cost" [ArcPreview] [LogAnalytics] DEPLOY,
        |s| found(Warning, s.extension()?.log_analytics);
    /// The Azure Relay belongs to the extension and must not be changed.
    RelayDoNotTouch "relay-do-not-touch" [Current ArcPreview] [Cluster] DEPLOY, |s| found(Info, s.is_arc());
    /// Attaching neither creates nor checks the namespace.
    NamespaceMustExist "namespace-must-exist" [Current] [Namespace] ATTACH,
        |s| found(Warning, !s.extension()?.namespace.value.as_ref()?.exists_by_itself());
    /// Helm's releases are in lower case.
    ExtensionNameCapital "extension-name-capital" [Current ArcPreview] [ExtensionName] INTERACTIVE_JOBS,
        |s| {
            let name = s.extension()?.extension_name.value.as_ref()?;
            found(Warning, name.as_str().chars().any(|c| c.is_ascii_uppercase()))
        };
    /// Newer versions of the service's interface reject a hyphen and digits at the end of a name.
    ComputeNameDigits "compute-name-digits" [Current ArcPreview] [ComputeName] COMPUTE_TYPES,
        |s| found(Warning, s.extension()?.compute_name.value.as_ref()?.ends_in_hyphen_and_digits());
    /// The CLI derives the name of the Relay namespace from that of the cluster.
    RelayName "relay-name" [Current ArcPreview] [ResourceGroup ClusterName] NAME_RULES,
        |s| {
            let cluster = &s.extension()?.cluster;
            let (name, group) = (cluster.name.value.as_ref()?, cluster.resource_group.value.as_ref()?);
            found(Warning, s.is_arc() && !relay::is_valid_namespace(name, group))
        };
    /// Only the first identity is used.
    IdentityOnlyFirst "identity-only-first" [Current ArcPreview] [IdentityIds] ATTACH,
        |s| match &s.extension()?.identity {
            Identity::UserAssigned(ids) => found(Warning, ids.value.as_ref()?.iter().nth(1).is_some()),
            Identity::None | Identity::SystemAssigned => None,
        };
    /// Production requires 12 virtual CPUs.
    VcpusProduction "vcpus-production" [AksV1] [NodeCount Purpose VmSize VmCores] AKS_COMPUTE,
        |s| found(Error, s.virtual_cpus(Purpose::Production)? < 12);
    /// Production requires 3 nodes.
    NodesProduction "nodes-production" [AksV1] [NodeCount Purpose] AKS_COMPUTE,
        |s| {
            let size = s.aks_compute()?.task.size()?;
            let nodes = size.node_count.as_ref()?.value.as_ref()?.get();
            found(Error, size.purpose == Purpose::Production && nodes < 3)
        };
    /// Development and test should have 2 virtual CPUs.
    VcpusDevTest "vcpus-dev-test" [AksV1] [NodeCount Purpose VmSize VmCores] AKS_COMPUTE,
        |s| found(Warning, s.virtual_cpus(Purpose::DevTest)? < 2);
    /// Development and test clusters have no fault tolerance.
    DevTestNotProduction "dev-test-not-production" [AksV1] [Purpose] AKS_COMPUTE,
        |s| found(Warning, s.aks_compute()?.task.size()?.purpose == Purpose::DevTest);
    /// A cluster can be attached only once.
    SingleAttachment "single-attachment" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Warning, matches!(s.aks_compute()?.task, AksTask::Attach { .. }));
    /// Private clusters and Standard load balancers must be created in AKS. No answer asks for them, so this is a note.
    PrivateClusterAttachOnly "private-cluster-attach-only" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Create(_)));
    /// The create command cannot be repeated.
    NotIdempotent "not-idempotent" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Create(_)));
    /// Detaching does not delete the cluster.
    DetachKeepsCluster "detach-keeps-cluster" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Detach));
}

impl Finding {
    /// The documentation of the finding; `None` for missing values.
    pub fn source(&self) -> Option<Source> {
        match &self.cause {
            Cause::Rule(id) => RULES.iter().find(|rule| rule.id == *id).map(|rule| rule.source),
            Cause::Invalid(_) | Cause::LongComputeName => Some(source::NAME_RULES),
            Cause::Unwritable { .. } | Cause::PlaceholdersLeft(_) => None,
        }
    }
}

impl Cause {
    /// The id of the finding.
    pub fn id(&self) -> String {
        match self {
            Self::Invalid(invalid) => invalid_id(invalid.field),
            Self::LongComputeName => invalid_id(Field::ComputeName),
            Self::Unwritable { field, .. } => ["unwritable-", field.id()].concat(),
            Self::Rule(rule) => rule.id().to_owned(),
            Self::PlaceholdersLeft(_) => "placeholders-left".to_owned(),
        }
    }
}

fn invalid_id(field: Field) -> String {
    ["invalid-", field.id()].concat()
}

/// The maximum length in Azure's naming rules for attached computes.
pub const ATTACHED_COMPUTE_NAME_MAX: usize = 16;

/// The minimum length of an `AksCompute` target on its own page, where the naming rules allow one character less.
const AKS_COMPUTE_NAME_MIN: usize = 3;

/// Whether a compute name has a length that only one of Azure's documents allows.
pub(crate) fn is_disputed_compute_name(edition: Edition, name: &str) -> bool {
    let min = if edition == Edition::AksV1 { AKS_COMPUTE_NAME_MIN } else { 0 };
    !(min..=ATTACHED_COMPUTE_NAME_MAX).contains(&name.len())
}

/// All findings of a scenario, errors first.
pub fn findings(answers: &Answers, resolved: &Resolved, plan: &Plan) -> Vec<Finding> {
    let mut findings = Findings(Vec::new());
    for invalid in &resolved.invalid {
        findings.add(Cause::Invalid(invalid.clone()), Error, vec![invalid.field]);
    }
    let subject = Subject::new(answers, &resolved.scenario, plan);
    let compute_name = match &resolved.scenario {
        Scenario::Extension(extension) => extension.compute_name.value.as_ref().map(Value::as_str),
        Scenario::AksCompute(aks_compute) => aks_compute.compute_name.value.as_ref().map(Value::as_str),
    };
    if compute_name.is_some_and(|name| is_disputed_compute_name(answers.edition(), name)) {
        findings.add(Cause::LongComputeName, Warning, vec![Field::ComputeName]);
    }
    let mut missing = Vec::new();
    for rule in RULES {
        match rule.verdict(&subject) {
            None => {}
            Some(Verdict::Missing) => missing.push(rule.id),
            Some(Verdict::Found(severity)) => {
                findings.add(Cause::Rule(rule.id), severity, rule.fields.to_vec());
            }
        }
    }
    let left = plan.placeholders();
    if !left.is_empty() {
        findings.add(Cause::PlaceholdersLeft(missing), Warning, left);
    }
    findings.0
}

/// Adds a finding for each value that the shell cannot pass on.
pub fn findings_in(shell: Shell, refused: Vec<(Field, Refusal)>, findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = Findings(findings);
    for (field, refusal) in refused {
        findings.add(Cause::Unwritable { shell, field, refusal }, Error, vec![field]);
    }
    findings.0
}

/// Findings sorted by severity; those of equal severity keep the order in which they were added.
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, cause: Cause, severity: Severity, fields: Vec<Field>) {
        let place = self.0.partition_point(|known| known.severity <= severity);
        self.0.insert(place, Finding { cause, severity, fields });
    }
}

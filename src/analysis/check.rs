//! What is wrong with a scenario, or worth knowing about it. The rules across fields are the rows of [`RULES`]; a bad
//! name or value is a finding `invalid-<field>`.

use crate::base::source::{self, Source};
use crate::edition::aks_v1;
use crate::edition::setting::{ON, SettingKey};
use crate::model::answers::Answers;
use crate::model::choice::{Cluster, Edition, Exposure, Purpose, Shell};
use crate::model::field::Field;
use crate::model::scenario::{
    AksCompute, AksTask, Certificate, Extension, Identity, Invalid, Resolved, Scenario, Transport,
};
use crate::model::value::Value as _;
use crate::plan::Plan;
use crate::shell::{Refusal, plain};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The tools would refuse it, or the deployment fails.
    Error,
    /// It works, with a consequence that one should know.
    Warning,
    /// Worth saying once.
    Info,
}

impl Severity {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub cause: Cause,
    /// How bad it is.
    pub severity: Severity,
    /// The fields that it is about, in the order of the table; never none.
    pub fields: Vec<Field>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A text or value that cannot be used.
    Invalid(Invalid),
    /// A compute name that is longer than Azure's rules for attached computes allow.
    LongComputeName,
    /// A value that a shell cannot carry unharmed; its placeholder stands in that shell's commands.
    Unwritable {
        /// The shell.
        shell: Shell,
        /// The field of the value.
        field: Field,
        /// Why.
        refusal: Refusal,
    },
    /// A rule across fields.
    Rule(RuleId),
    /// Placeholders are left, some of them because of these rules.
    PlaceholdersLeft(Vec<RuleId>),
}

/// What a rule says of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A value is needed and not given. In a plan its placeholder stands, and that is said once for all of them.
    Missing,
    /// It is to be told.
    Found(Severity),
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident $id:literal [$($edition:ident)*] [$($field:ident)*] $source:ident, $when:expr;)+) => {
        /// The rules across fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum RuleId { $($(#[$doc])* $variant,)+ }

        impl RuleId {
            /// The rule's id, as in a finding.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }

        /// Every rule.
        pub const RULES: &[Rule] = &[$(Rule {
            id: RuleId::$variant, editions: &[$(Edition::$edition),*], fields: &[$(Field::$field),*],
            source: source::$source, when: $when,
        },)+];
    };
}

/// A rule across fields.
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// The editions that it holds in.
    pub editions: &'static [Edition],
    /// The fields that it is about.
    pub fields: &'static [Field],
    /// Where it is documented.
    pub source: Source,
    /// Whether it has something to say, and what.
    when: fn(&Subject<'_>) -> Option<Verdict>,
}

impl Rule {
    /// What the rule says of a subject.
    pub fn verdict(&self, subject: &Subject<'_>) -> Option<Verdict> {
        if self.editions.contains(&subject.answers.edition()) { (self.when)(subject) } else { None }
    }
}

/// What a rule looks at.
pub struct Subject<'a> {
    answers: &'a Answers,
    scenario: &'a Scenario,
    /// The extension's settings, `key=value`.
    settings: Vec<String>,
}

impl<'a> Subject<'a> {
    /// A scenario with the settings that its own plan has.
    pub fn new(answers: &'a Answers, scenario: &'a Scenario, plan: &Plan) -> Self {
        Self { answers, scenario, settings: plan.settings().map(plain).collect() }
    }

    /// A scenario with settings from elsewhere: those of a command that exists. Plans are made so that they keep the
    /// rules about single settings; other people's commands need not.
    pub fn with_settings(answers: &'a Answers, scenario: &'a Scenario, settings: Vec<String>) -> Self {
        Self { answers, scenario, settings }
    }

    /// Whether a setting is there, with this value when one is named. The CLI compares values without regard to case.
    fn sets(&self, key: SettingKey, value: Option<&str>) -> bool {
        self.settings.iter().filter_map(|setting| setting.split_once('=')).any(|(known, text)| {
            known == key.id() && value.is_none_or(|value| text.trim().eq_ignore_ascii_case(value))
        })
    }

    /// The two PEM files of a scenario whose endpoints take HTTPS from files.
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

    /// The virtual CPUs of a cluster with this purpose, as far as they are known.
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
    /// An edition that is out of support.
    EditionUnsupported "edition-unsupported" [ArcPreview AksV1] [Edition] AKS_COMPUTE, |_| found(Warning, true);
    /// NodePort and an internal load balancer exclude each other.
    ExposureExclusive "exposure-exclusive" [Current ArcPreview] [Exposure] DEPLOY,
        |s| found(
            Error,
            s.sets(SettingKey::PrivateEndpointNodeport, Some(ON)) && s.sets(SettingKey::PrivateEndpointIlb, Some(ON))
                || s.sets(SettingKey::InferenceRouterServiceType, Some("NodePort")) && s.sets(SettingKey::InternalLoadBalancerProvider, None),
        );
    /// One certificate, from one place.
    CertificateOneSource "certificate-one-source" [Current] [Certificate] TLS,
        |s| found(
            Error,
            s.sets(SettingKey::SslSecret, None) && s.sets(SettingKey::SslCertPemFile, None) && s.sets(SettingKey::SslKeyPemFile, None),
        );
    /// HTTP is switched on by a setting of its own.
    HttpNeedsOptIn "http-needs-opt-in" [Current ArcPreview] [Transport] DEPLOY,
        |s| found(Error, s.is_http() && !s.sets(SettingKey::AllowInsecureConnections, Some(ON)));
    /// HTTPS needs a certificate.
    HttpsNeedsCertificate "https-needs-certificate" [Current ArcPreview] [Certificate CertFile KeyFile] TLS,
        |s| match &s.extension()?.workload.endpoint()?.transport {
            Transport::Https { certificate: Certificate::Secret { name, .. }, .. } => missing(name.value.is_none()),
            _ => missing(s.files()? == (false, false)),
        };
    /// A certificate needs its key, and a key its certificate.
    CertificateNeedsBothFiles "certificate-needs-both-files" [Current ArcPreview] [CertFile KeyFile] TLS,
        |s| { let (cert, key) = s.files()?; missing(cert != key) };
    /// HTTPS needs the name of the endpoint.
    HttpsNeedsCname "https-needs-cname" [Current] [Cname] TLS,
        |s| match &s.extension()?.workload.endpoint()?.transport {
            Transport::Https { cname, .. } => missing(cname.value.is_none()),
            Transport::Http => None,
        };
    /// A user-assigned identity is one that is named.
    IdentityIdsRequired "identity-ids-required" [Current ArcPreview] [IdentityIds] CLI_COMPUTE,
        |s| match &s.extension()?.identity {
            Identity::UserAssigned(ids) => missing(ids.value.is_none()),
            Identity::None | Identity::SystemAssigned => None,
        };
    /// OpenShift comes in through Arc, never as AKS.
    OpenshiftNeedsArc "openshift-needs-arc" [Current ArcPreview] [Cluster Openshift] REFERENCE,
        |s| found(Error, s.answers.yes(Field::Openshift) && s.answers.choice(Field::Cluster) == Some(Cluster::Aks));
    /// Accounts need the privileged SCC before the extension is created.
    OpenshiftSccFirst "openshift-scc-first" [Current ArcPreview] [Openshift] REFERENCE,
        |s| found(Info, s.extension()?.cluster.is_openshift());
    /// SDK v1 datasets need SELinux off.
    OpenshiftSelinux "openshift-selinux" [Current] [Openshift] REFERENCE,
        |s| found(Warning, s.extension()?.cluster.is_openshift());
    /// Cluster and workspace must be in one subscription.
    SameSubscription "same-subscription" [Current ArcPreview] [Subscription WorkspaceSubscription] DEPLOY,
        |s| {
            let extension = s.extension()?;
            let cluster = extension.cluster.subscription.value.as_ref()?;
            let workspace = extension.workspace.subscription.value.as_ref()?;
            found(Error, !cluster.is_same(workspace))
        };
    /// An internal load balancer needs AKS.
    InternalNeedsAks "internal-needs-aks" [Current ArcPreview] [Cluster Exposure] TROUBLESHOOT,
        |s| found(
            if s.answers.edition() == Edition::Current { Error } else { Warning },
            s.is_arc() && s.exposure() == Some(Exposure::Internal),
        );
    /// Many clusters outside Azure have no load balancer.
    LoadBalancerOnArc "load-balancer-on-arc" [Current ArcPreview] [Cluster Exposure] TROUBLESHOOT,
        |s| found(Warning, s.is_arc() && s.exposure() == Some(Exposure::Public));
    /// Readable traffic on a public address.
    HttpPublic "http-public" [Current ArcPreview] [Exposure Transport] DEPLOY,
        |s| found(Warning, s.is_http() && s.exposure() == Some(Exposure::Public));
    /// HTTP is for development and test.
    HttpDevOnly "http-dev-only" [Current] [Transport] DEPLOY, |s| found(Warning, s.is_http());
    /// What a NodePort scoring URL looks like.
    NodePortUrl "node-port-url" [Current ArcPreview] [Exposure] DEPLOY,
        |s| found(Info, s.exposure() == Some(Exposure::NodePort));
    /// Bring your own load balancer.
    NodePortOwnLb "node-port-own-lb" [Current] [Exposure] DEPLOY,
        |s| found(Info, matches!(s.exposure(), Some(Exposure::NodePort | Exposure::ClusterIp)));
    /// Three replicas need three nodes.
    RouterHaNodes "router-ha-nodes" [Current] [NodeCount RouterHa] TROUBLESHOOT,
        |s| {
            let extension = s.extension()?;
            let nodes = extension.node_count.as_ref()?.value.as_ref()?.get();
            found(Error, nodes < 3 && extension.workload.endpoint()?.router_ha)
        };
    /// The plug-in is there already.
    NvidiaPluginPresent "nvidia-plugin-present" [Current ArcPreview] [NvidiaPlugin NvidiaPluginPresent] DEPLOY,
        |s| found(Warning, s.answers.yes(Field::NvidiaPluginPresent) && s.extension()?.nvidia_plugin);
    /// Log Analytics may cost money.
    LogAnalyticsCost "log-analytics-cost" [ArcPreview] [LogAnalytics] DEPLOY,
        |s| found(Warning, s.extension()?.log_analytics);
    /// Azure Relay belongs to the extension.
    RelayDoNotTouch "relay-do-not-touch" [Current ArcPreview] [Cluster] DEPLOY, |s| found(Info, s.is_arc());
    /// A namespace is neither made nor checked when attaching.
    NamespaceMustExist "namespace-must-exist" [Current] [Namespace] ATTACH,
        |s| found(Warning, !s.extension()?.namespace.value.as_ref()?.is_default());
    /// Only the first identity is used.
    IdentityOnlyFirst "identity-only-first" [Current ArcPreview] [IdentityIds] ATTACH,
        |s| match &s.extension()?.identity {
            Identity::UserAssigned(ids) => found(Warning, ids.value.as_ref()?.iter().nth(1).is_some()),
            Identity::None | Identity::SystemAssigned => None,
        };
    /// Production needs 12 virtual CPUs.
    VcpusProduction "vcpus-production" [AksV1] [NodeCount Purpose VmSize VmCores] AKS_COMPUTE,
        |s| found(Error, s.virtual_cpus(Purpose::Production)? < 12);
    /// Development and test want 2 virtual CPUs.
    VcpusDevTest "vcpus-dev-test" [AksV1] [NodeCount Purpose VmSize VmCores] AKS_COMPUTE,
        |s| found(Warning, s.virtual_cpus(Purpose::DevTest)? < 2);
    /// Development and test have no fault tolerance.
    DevTestNotProduction "dev-test-not-production" [AksV1] [Purpose] AKS_COMPUTE,
        |s| found(Warning, s.aks_compute()?.task.size()?.purpose == Purpose::DevTest);
    /// One cluster, one attachment.
    SingleAttachment "single-attachment" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Warning, matches!(s.aks_compute()?.task, AksTask::Attach { .. }));
    /// Private clusters and Standard load balancers are made in AKS. No answer says that one is wanted.
    PrivateClusterAttachOnly "private-cluster-attach-only" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Create(_)));
    /// Creating cannot be repeated.
    NotIdempotent "not-idempotent" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Create(_)));
    /// Detaching keeps the cluster.
    DetachKeepsCluster "detach-keeps-cluster" [AksV1] [Task] AKS_COMPUTE,
        |s| found(Info, matches!(s.aks_compute()?.task, AksTask::Detach));
}

impl Finding {
    /// Where the rule is documented; nothing for values that are missing.
    pub fn source(&self) -> Option<Source> {
        match &self.cause {
            Cause::Rule(id) => RULES.iter().find(|rule| rule.id == *id).map(|rule| rule.source),
            Cause::Invalid(_) | Cause::LongComputeName => Some(source::NAME_RULES),
            Cause::Unwritable { .. } | Cause::PlaceholdersLeft(_) => None,
        }
    }
}

impl Cause {
    /// The finding's id.
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

/// Azure's naming rules for attached computes stop here.
pub const ATTACHED_COMPUTE_NAME_MAX: usize = 16;

/// Everything that is to be said of a scenario, errors first.
pub fn findings(answers: &Answers, resolved: &Resolved, plan: &Plan) -> Vec<Finding> {
    let mut findings = Findings(Vec::new());
    for invalid in &resolved.invalid {
        findings.add(Cause::Invalid(invalid.clone()), Error, vec![invalid.field]);
    }
    let subject = Subject::new(answers, &resolved.scenario, plan);
    let compute_name = subject.extension().and_then(|extension| extension.compute_name.value.as_ref());
    if compute_name.is_some_and(|name| name.as_str().len() > ATTACHED_COMPUTE_NAME_MAX) {
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

/// The same with the values that a shell cannot carry.
pub fn findings_in(shell: Shell, refused: Vec<(Field, Refusal)>, findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = Findings(findings);
    for (field, refusal) in refused {
        findings.add(Cause::Unwritable { shell, field, refusal }, Error, vec![field]);
    }
    findings.0
}

/// Findings in the order of their severity, and of their arrival within one.
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, cause: Cause, severity: Severity, fields: Vec<Field>) {
        let place = self.0.partition_point(|known| known.severity <= severity);
        self.0.insert(place, Finding { cause, severity, fields });
    }
}

//! From one installed extension to another: what `az k8s-extension update` can do, what it asks and leaves behind, and
//! what only deleting and creating can do. An update writes settings over others and removes none.

use crate::analysis::compare::step_commands;
use crate::base::ids::ids;
use crate::base::source::{self, Source};
use crate::edition;
use crate::edition::setting::{self, OFF, Setting, SettingKey};
use crate::model::answers::Answers;
use crate::model::choice::Edition;
use crate::model::field::Field;
use crate::model::scenario::{self, Extension, Identity, Scenario, Slot, Upgrade};
use crate::model::value::Value;
use crate::plan::{Command, Part, Plan, StepId, Word};
use crate::shell::plain;

ids! {
    /// What is worth knowing before an update is run.
    WarningId {
        /// The CLI asks before it changes any setting.
        Confirmation "confirmation",
        /// Training is switched off.
        TrainingOff "training-off",
        /// Real-time inference is switched off.
        InferenceOff "inference-off",
        /// The NVIDIA device plug-in goes.
        NvidiaPluginOff "nvidia-plugin-off",
        /// HTTP is switched on or off.
        AllowInsecureConnections "allow-insecure-connections",
        /// Endpoints are reached in another way.
        ServiceType "service-type",
        /// The load balancer gets an address of the virtual network.
        InternalLoadBalancer "internal-load-balancer",
        /// Endpoints are reached in another way (arc-preview).
        PrivateEndpoint "private-endpoint",
        /// Endpoints get another name.
        Cname "cname",
        /// The extension runs on other nodes.
        NodeSelector "node-selector",
        /// Log Analytics is switched off, and the protected settings are given again with it.
        LogAnalytics "log-analytics",
        /// The certificate stays where HTTP takes its place.
        CertificateStays "certificate-stays",
        /// Settings stay that only count with what is switched off.
        SettingsStay "settings-stay",
        /// No version is named to go to.
        VersionStays "version-stays",
    }
}

ids! {
    /// What an update cannot do.
    ReasonId {
        /// Another cluster is another installation.
        OtherCluster "other-cluster",
        /// The other edition has other keys.
        Edition "edition",
        /// An extension keeps its name.
        ExtensionName "extension-name",
        /// An internal load balancer stays internal.
        InternalLoadBalancer "internal-load-balancer",
        /// The certificate stays where it is.
        CertificateSource "certificate-source",
        /// A label stays required.
        NodeSelector "node-selector",
        /// Only creating makes a Log Analytics workspace.
        LogAnalytics "log-analytics",
    }
}

/// How an installed extension becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The steps of the new plan that come before the command: what its settings name has to be there.
    pub before: Vec<StepId>,
    /// The command; nothing where nothing differs, or where only deleting and creating will do.
    pub command: Option<Command>,
    /// What is worth knowing before it is run; none without a command, but for a version that stays.
    pub warnings: Vec<WarningId>,
    /// What an update cannot do; nothing where it can do all of it.
    pub recreate: Option<Recreate>,
    /// What the extension has no part in; nothing where that is alike.
    pub reattach: Option<Reattach>,
}

/// What is done where an update will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recreate {
    /// Why; never none.
    pub reasons: Vec<ReasonId>,
    /// The steps of the old plan that remove what there is.
    pub delete: Vec<StepId>,
    /// The steps of the new plan that make it anew.
    pub create: Vec<StepId>,
}

/// What is done about a compute that is attached otherwise. The extension stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reattach {
    /// The answers that are known to differ; never none.
    pub fields: Vec<Field>,
    /// The steps of the old plan that detach it.
    pub detach: Vec<StepId>,
    /// The steps of the new plan that attach it again.
    pub attach: Vec<StepId>,
}

/// What the CLI's own source asks about: the setting, the value that makes it ask, and what it warns of.
/// The keys of `arc-preview` are those that its documents forbade to update under running endpoints.
const IMPACTS: &[(WarningId, SettingKey, Option<&str>)] = &[
    (WarningId::TrainingOff, SettingKey::EnableTraining, Some(OFF)),
    (WarningId::InferenceOff, SettingKey::EnableInference, Some(OFF)),
    (WarningId::NvidiaPluginOff, SettingKey::InstallNvidiaDevicePlugin, Some(OFF)),
    (WarningId::AllowInsecureConnections, SettingKey::AllowInsecureConnections, None),
    (WarningId::ServiceType, SettingKey::InferenceRouterServiceType, None),
    (WarningId::InternalLoadBalancer, SettingKey::InternalLoadBalancerProvider, None),
    (WarningId::PrivateEndpoint, SettingKey::PrivateEndpointNodeport, None),
    (WarningId::PrivateEndpoint, SettingKey::PrivateEndpointIlb, None),
    (WarningId::Cname, SettingKey::SslCname, None),
    (WarningId::NodeSelector, SettingKey::NodeSelector, None),
    // Where it becomes False the documents of the preview warn. It never becomes True by an update.
    (WarningId::LogAnalytics, SettingKey::LogAnalyticsWs, Some(OFF)),
];

/// The settings of the preview that tell together how endpoints are reached. While that is not known, a gap stands at
/// the first, and neither is known to be gone.
const EXPOSURE: &[SettingKey] = &[SettingKey::PrivateEndpointNodeport, SettingKey::PrivateEndpointIlb];

impl WarningId {
    /// Where it is documented.
    pub fn source(self) -> Source {
        match self {
            Self::Confirmation => source::CLI_UPDATE,
            Self::CertificateStays => source::TLS,
            Self::SettingsStay => source::ARC_EXTENSIONS,
            Self::VersionStays => source::CLI_EXTENSION,
            Self::PrivateEndpoint => source::CLI_HISTORY,
            _ => source::CLI_UPDATE_ML,
        }
    }
}

impl ReasonId {
    /// Where it is documented.
    pub fn source(self) -> Source {
        match self {
            Self::OtherCluster | Self::ExtensionName => source::CLI_EXTENSION,
            Self::Edition => source::CLI_HISTORY,
            Self::InternalLoadBalancer | Self::NodeSelector | Self::LogAnalytics => source::CLI_UPDATE_ML,
            Self::CertificateSource => source::TLS,
        }
    }
}

impl Reattach {
    /// Where it is documented that a compute is attached anew.
    pub const SOURCE: Source = source::ATTACH;
}

/// The way from one extension to another; nothing where either is no extension at all.
pub fn update(was: &Answers, is: &Answers) -> Option<Update> {
    let (old, new) = (scenario::resolve(was).scenario, scenario::resolve(is).scenario);
    let (Scenario::Extension(was_extension), Scenario::Extension(is_extension)) = (&old, &new) else {
        return None;
    };
    let plans = Plans { was: edition::plan(was.edition(), &old), is: edition::plan(is.edition(), &new) };
    let edition = is.edition();
    let mut reasons = whole_reasons(was_extension, is_extension);
    if was.edition() != edition {
        reasons.push(ReasonId::Edition);
    }
    let settings = if reasons.contains(&ReasonId::Edition) {
        Settings::default()
    } else {
        settings(edition, was_extension, is_extension, plans.differs(StepId::TlsSecret))
    };
    reasons.extend(settings.reasons.iter().copied());
    let is_other_cluster = reasons.contains(&ReasonId::OtherCluster);
    let reattach = if is_other_cluster { None } else { plans.reattach(was_extension, is_extension) };
    if !reasons.is_empty() {
        let recreate = Some(plans.recreate(reasons));
        return Some(Update { before: Vec::new(), command: None, warnings: Vec::new(), recreate, reattach });
    }
    let (command, warnings) = command(was_extension, is_extension, settings);
    let before = match command {
        Some(_) => plans.differing(&[StepId::OpenshiftScc, StepId::TlsSecret]),
        None => Vec::new(),
    };
    Some(Update { before, command, warnings, recreate: None, reattach })
}

/// What differs of the extension as a whole and cannot be updated.
fn whole_reasons(was: &Extension, is: &Extension) -> Vec<ReasonId> {
    let mut reasons = Vec::new();
    let (old, new) = (&was.cluster, &is.cluster);
    if old.is_arc() != new.is_arc()
        || are_others(&old.subscription, &new.subscription)
        || are_others(&old.resource_group, &new.resource_group)
        || are_others(&old.name, &new.name)
    {
        reasons.push(ReasonId::OtherCluster);
    }
    if are_others(&was.extension_name, &is.extension_name) {
        reasons.push(ReasonId::ExtensionName);
    }
    reasons
}

/// The fields of what is known to differ of the compute, with which alone they have to do.
fn compute_fields(was: &Extension, is: &Extension) -> Vec<Field> {
    let (old, new) = (&was.workspace, &is.workspace);
    let (is_other_identity, are_other_ids) = match (&was.identity, &is.identity) {
        (Identity::UserAssigned(old), Identity::UserAssigned(new)) => (false, are_others(old, new)),
        (old, new) => (old != new, false),
    };
    let fields = [
        (Field::Workspace, are_others(&old.name, &new.name)),
        (Field::WorkspaceResourceGroup, are_others(&old.resource_group, &new.resource_group)),
        (Field::WorkspaceSubscription, are_others(&old.subscription, &new.subscription)),
        (Field::ComputeName, are_others(&was.compute_name, &is.compute_name)),
        (Field::Namespace, are_others(&was.namespace, &is.namespace)),
        (Field::Identity, is_other_identity),
        (Field::IdentityIds, are_other_ids),
    ];
    fields.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
}

/// Whether two names are known to be those of two things. Azure compares names without regard to case; a name that is
/// missing may be any.
fn are_others<T: Value>(one: &Slot<T>, other: &Slot<T>) -> bool {
    match (&one.value, &other.value) {
        (Some(one), Some(other)) => !one.as_str().eq_ignore_ascii_case(other.as_str()),
        _ => false,
    }
}

/// What becomes of the settings.
#[derive(Default)]
struct Settings {
    /// What is written over what was: for `--config`.
    plain: Vec<Word>,
    /// The same for `--config-protected`: all of them or none, since Azure drops those that are left out.
    protected: Vec<Word>,
    /// What is left behind without harm.
    stays: Vec<WarningId>,
    /// What would have to be removed.
    reasons: Vec<ReasonId>,
}

/// A secret that is made anew is named again, which is how the documents renew a certificate.
fn settings(edition: Edition, was: &Extension, is: &Extension, is_new_secret: bool) -> Settings {
    let mut settings = Settings::default();
    let mut protected_differ = false;
    let is_exposure_open = is.has_endpoint() && is.exposure().is_none();
    for setting in setting::settings(edition) {
        let (before, after) = (setting.words(was), setting.words(is));
        if setting.protected {
            protected_differ |= differing(&before, &after).next().is_some();
            settings.protected.extend(after.iter().cloned());
        } else if setting.key == SettingKey::SslSecret && is_new_secret {
            settings.plain.extend(after.iter().cloned());
        } else {
            settings.plain.extend(differing(&before, &after).cloned());
        }
        // As long as the new value is not known, nothing is known to be gone.
        let is_open = is_exposure_open && EXPOSURE.contains(&setting.key) || after.iter().any(has_gap);
        let is_gone = |word: &Word| !has_gap(word) && !has_key(&after, key(&plain(word)));
        if !is_open && before.iter().any(is_gone) {
            settings.forget(&setting, was, is);
        }
    }
    // The setting alone makes no workspace: the CLI does, when it creates the extension.
    if is.log_analytics && !was.log_analytics {
        settings.reasons.push(ReasonId::LogAnalytics);
    }
    if !protected_differ && !has_key(&settings.plain, SettingKey::LogAnalyticsWs.id()) {
        settings.protected.clear();
    }
    settings
}

/// The words of the second that are not among the first.
fn differing<'a>(before: &'a [Word], after: &'a [Word]) -> impl Iterator<Item = &'a Word> {
    after.iter().filter(|word| {
        let text = plain(word);
        !before.iter().any(|known| plain(known) == text)
    })
}

fn has_key(words: &[Word], name: &str) -> bool {
    words.iter().any(|word| key(&plain(word)) == name)
}

/// The key of a setting, `key=value`.
fn key(setting: &str) -> &str {
    setting.split_once('=').map_or(setting, |(key, _)| key)
}

/// Whether it is not known what stands there.
fn has_gap(word: &Word) -> bool {
    word.parts().any(|part| matches!(part, Part::Placeholder(_)))
}

impl Settings {
    /// A setting that is not written any more: its default is, where it has one and counts.
    fn forget(&mut self, setting: &Setting, was: &Extension, is: &Extension) {
        match (setting.default, setting.key) {
            _ if !setting.needs.are_met(is) => note(&mut self.stays, WarningId::SettingsStay),
            (Some(default), key) => self.plain.push(Word::fixed(key.id()).and_fixed("=").and_fixed(default)),
            (None, SettingKey::InternalLoadBalancerProvider) => {
                self.reasons.push(ReasonId::InternalLoadBalancer);
            }
            (None, SettingKey::NodeSelector) => note(&mut self.reasons, ReasonId::NodeSelector),
            (None, _) if is.is_http() && !was.is_http() => {
                note(&mut self.stays, WarningId::CertificateStays);
            }
            (None, key) => {
                debug_assert!(is_of_certificate(key), "{} has no way back", key.id());
                note(&mut self.reasons, ReasonId::CertificateSource);
            }
        }
    }
}

/// Whether a setting says where the certificate of endpoints is, or for which name.
fn is_of_certificate(key: SettingKey) -> bool {
    use SettingKey::{SslCertPemFile, SslCname, SslKeyPemFile, SslSecret};
    matches!(key, SslCertPemFile | SslCname | SslKeyPemFile | SslSecret)
}

/// Adds what is not there yet.
fn note<T: Copy + PartialEq>(known: &mut Vec<T>, next: T) {
    if !known.contains(&next) {
        known.push(next);
    }
}

/// The command with what is worth knowing about it.
fn command(was: &Extension, is: &Extension, settings: Settings) -> (Option<Command>, Vec<WarningId>) {
    let mut warnings = Vec::new();
    let texts: Vec<String> = settings.plain.iter().map(plain).collect();
    if !(texts.is_empty() && settings.protected.is_empty()) {
        warnings.push(WarningId::Confirmation);
    }
    for (id, key, value) in IMPACTS {
        let is_it = |text: &String| {
            let (_, written) = text.split_once('=').unwrap_or((text, ""));
            SettingKey::of_pair(text) == Some(*key) && value.is_none_or(|value| written == value)
        };
        if texts.iter().any(is_it) {
            note(&mut warnings, *id);
        }
    }
    warnings.extend(settings.stays);
    let command = edition::update_command(is);
    let bare = command.clone();
    let command = match (&was.upgrade, &is.upgrade) {
        (Upgrade::Automatic, Upgrade::Automatic) => command,
        (Upgrade::Fixed(_), Upgrade::Automatic) => command.option("--auto-upgrade", Word::fixed("true")),
        (Upgrade::Automatic, Upgrade::Fixed(version)) => {
            let command = command.option("--auto-upgrade", Word::fixed("false"));
            match version {
                Some(version) => command.option("--version", Word::slot(version)),
                None => command,
            }
        }
        (Upgrade::Fixed(old), Upgrade::Fixed(new)) => match new {
            Some(version) if old != new => command.option("--version", Word::slot(version)),
            _ => {
                if old != new {
                    warnings.push(WarningId::VersionStays);
                }
                command
            }
        },
    };
    let command =
        command.options("--config", settings.plain).options("--config-protected", settings.protected);
    ((command != bare).then_some(command), warnings)
}

/// Both plans, for what of them differs.
struct Plans {
    was: Plan,
    is: Plan,
}

impl Plans {
    /// The steps among these that the new plan has and the old one does not have alike.
    fn differing(&self, ids: &[StepId]) -> Vec<StepId> {
        ids.iter().copied().filter(|id| self.differs(*id)).collect()
    }

    fn differs(&self, id: StepId) -> bool {
        // A name may come from another field, and is the same name.
        self.is.step(id).is_some() && !step_commands(&self.was, &self.is, id).is_empty()
    }

    fn recreate(&self, reasons: Vec<ReasonId>) -> Recreate {
        let is_other_cluster = reasons.contains(&ReasonId::OtherCluster);
        let set_up = self.is.steps.iter().filter(|step| !step.cleans_up).map(|step| step.id);
        let create = set_up.filter(|id| match id {
            // What a cluster has that never had the extension: nothing.
            _ if is_other_cluster => true,
            // Deleting takes back the SCC, which is then granted again.
            StepId::OpenshiftScc | StepId::CreateExtension | StepId::VerifyExtension => true,
            StepId::Tools | StepId::TlsSecret => self.differs(*id),
            _ => false,
        });
        let create = create.collect();
        let delete = if is_other_cluster {
            self.was.steps.iter().filter(|step| step.cleans_up).map(|step| step.id).collect()
        } else {
            vec![StepId::DeleteExtension]
        };
        Recreate { reasons, delete, create }
    }

    fn reattach(&self, was: &Extension, is: &Extension) -> Option<Reattach> {
        let fields = compute_fields(was, is);
        if fields.is_empty() {
            return None;
        }
        let mut attach = self.differing(&[StepId::OpenshiftScc, StepId::CreateNamespace]);
        attach.extend([StepId::AttachCompute, StepId::VerifyCompute]);
        Some(Reattach { fields, detach: vec![StepId::DetachCompute], attach })
    }
}

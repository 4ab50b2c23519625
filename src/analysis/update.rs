//! Updates one installed extension to another: what `az k8s-extension update` can do, what it asks for and leaves behind,
//! and what requires deleting and creating the extension. An update overwrites settings and never removes one.

use crate::analysis::compare::step_commands;
use crate::base::ids::ids;
use crate::base::source::{self, Source};
use crate::edition;
use crate::edition::setting::{self, OFF, Setting, SettingKey, added};
use crate::model::answers::Answers;
use crate::model::choice::Edition;
use crate::model::field::Field;
use crate::model::scenario::{self, Extension, Identity, Scenario, Slot, Upgrade};
use crate::model::value::Value;
use crate::plan::{Command, Part, Plan, StepId, Word};
use crate::shell::plain;

ids! {
    /// Warnings that are shown before an update runs.
    WarningId {
        /// The CLI asks for confirmation before it changes any setting.
        Confirmation "confirmation",
        /// Training is switched off.
        TrainingOff "training-off",
        /// Real-time inference is switched off.
        InferenceOff "inference-off",
        /// The NVIDIA device plug-in is removed.
        NvidiaPluginOff "nvidia-plugin-off",
        /// HTTP is switched on or off.
        AllowInsecureConnections "allow-insecure-connections",
        /// Endpoints are reached differently.
        ServiceType "service-type",
        /// The load balancer gets an address in the virtual network.
        InternalLoadBalancer "internal-load-balancer",
        /// Endpoints are reached differently (arc-preview).
        PrivateEndpoint "private-endpoint",
        /// The DNS name of the endpoints changes.
        Cname "cname",
        /// The extension moves to other nodes.
        NodeSelector "node-selector",
        /// Log Analytics is switched off, which requires passing the protected settings again.
        LogAnalytics "log-analytics",
        /// The certificate remains installed although HTTP replaces it.
        CertificateStays "certificate-stays",
        /// Settings remain that have no effect without a feature that is switched off.
        SettingsStay "settings-stay",
        /// The purpose of the cluster changes, whose effect is not documented.
        ClusterPurpose "cluster-purpose",
        /// The CLI may have written another purpose of the cluster when it created the extension.
        PurposeUnknown "purpose-unknown",
        /// Older versions of the CLI extension do not update the secret.
        SecretVersion "secret-version",
        /// No target version is given.
        VersionStays "version-stays",
    }
}

ids! {
    /// Reasons why an update is not possible.
    ReasonId {
        /// A different cluster is a different installation.
        OtherCluster "other-cluster",
        /// The other edition has different keys.
        Edition "edition",
        /// An extension cannot be renamed.
        ExtensionName "extension-name",
        /// An internal load balancer cannot become public.
        InternalLoadBalancer "internal-load-balancer",
        /// The source of the certificate cannot change.
        CertificateSource "certificate-source",
        /// A required node label cannot be removed.
        NodeSelector "node-selector",
        /// A Log Analytics workspace is created only together with the extension.
        LogAnalytics "log-analytics",
    }
}

/// How to update one installed extension to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The steps of the new plan that must run before the command, because its settings refer to what they create.
    pub before: Vec<StepId>,
    /// The update command; `None` if nothing differs, or if the extension must be deleted and created again.
    pub command: Option<Command>,
    /// Warnings to show before the command runs. Without a command, only that the version stays.
    pub warnings: Vec<WarningId>,
    /// What to do if an update is not possible; `None` if it is.
    pub recreate: Option<Recreate>,
    /// What to do about a compute that changed; `None` if it did not.
    pub reattach: Option<Reattach>,
}

/// Deletes the extension and creates it again, because an update is not possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recreate {
    /// The reasons. Never empty.
    pub reasons: Vec<ReasonId>,
    /// The steps of the old plan that delete the resources.
    pub delete: Vec<StepId>,
    /// The steps of the new plan that create them again.
    pub create: Vec<StepId>,
}

/// Detaches a compute and attaches it again with other values. The extension does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reattach {
    /// The fields that are known to differ. Never empty.
    pub fields: Vec<Field>,
    /// The steps of the old plan that detach it.
    pub detach: Vec<StepId>,
    /// The steps of the new plan that attach it again.
    pub attach: Vec<StepId>,
}

/// The settings with a warning of their own: the warning, the key, and the value that it is about. Most are those that the
/// CLI's own source asks about.
/// The keys of `arc-preview` are those whose update the documentation forbids while endpoints are running.
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
    (WarningId::ClusterPurpose, SettingKey::ClusterPurpose, None),
    (WarningId::SecretVersion, SettingKey::SslSecret, None),
    // The preview documentation warns about a change to False. An update never changes it to True.
    (WarningId::LogAnalytics, SettingKey::LogAnalyticsWs, Some(OFF)),
];

/// The settings of the preview that together determine how endpoints are reached. While that is unknown, the first has a
/// placeholder, and neither is known to be removed.
const EXPOSURE: &[SettingKey] = &[SettingKey::PrivateEndpointNodeport, SettingKey::PrivateEndpointIlb];

impl WarningId {
    /// The documentation of the warning.
    pub fn source(self) -> Source {
        match self {
            Self::Confirmation => source::CLI_UPDATE,
            Self::CertificateStays => source::TLS,
            Self::SettingsStay => source::ARC_EXTENSIONS,
            Self::VersionStays => source::CLI_EXTENSION,
            Self::PrivateEndpoint | Self::SecretVersion => source::CLI_HISTORY,
            _ => source::CLI_UPDATE_ML,
        }
    }
}

impl ReasonId {
    /// The documentation of the reason.
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
    /// The documentation of attaching a compute again.
    pub const SOURCE: Source = source::ATTACH;
}

/// The update from one extension to another; `None` if either scenario has no extension.
pub fn update(was: &Answers, is: &Answers) -> Option<Update> {
    let (old, new) = (scenario::resolve(was).scenario, scenario::resolve(is).scenario);
    let (Scenario::Extension(was_extension), Scenario::Extension(is_extension)) = (&old, &new) else {
        return None;
    };
    let plans = Plans { was: edition::plan(was.edition(), &old), is: edition::plan(is.edition(), &new) };
    let edition = is.edition();
    let mut reasons = extension_reasons(was_extension, is_extension);
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

/// The differences of the extension itself that cannot be updated.
fn extension_reasons(was: &Extension, is: &Extension) -> Vec<ReasonId> {
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

/// The fields that are known to differ and concern only the compute.
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

/// Whether two names are known to be different. Azure compares names case-insensitively. A missing name may be any name.
fn are_others<T: Value>(one: &Slot<T>, other: &Slot<T>) -> bool {
    match (&one.value, &other.value) {
        (Some(one), Some(other)) => !one.as_str().eq_ignore_ascii_case(other.as_str()),
        _ => false,
    }
}

/// What an update does with the settings.
#[derive(Default)]
struct Settings {
    /// The values of `--config`: the settings to overwrite.
    plain: Vec<Word>,
    /// The values of `--config-protected`: all or none, because Azure drops those that are left out.
    protected: Vec<Word>,
    /// Settings that remain and do no harm.
    stays: Vec<WarningId>,
    /// Settings that would have to be removed.
    reasons: Vec<ReasonId>,
}

/// If the secret is created again, `sslSecret` is set again. The documentation renews a certificate like this.
fn settings(edition: Edition, was: &Extension, is: &Extension, is_new_secret: bool) -> Settings {
    let mut settings = Settings::default();
    let mut protected_differ = false;
    let is_exposure_open = is.has_endpoint() && is.exposure().is_none();
    // An update counts no nodes. It has to write what the CLI wrote for their number when it created the extension.
    let (was_few, is_few) = few_nodes(edition, was, is).unwrap_or_default();
    for setting in setting::settings(edition) {
        let (mut before, mut after) = (setting.words(was), setting.words(is));
        if setting.key == SettingKey::InferenceRouterHa {
            if was_few {
                before = vec![added::one_router()];
            }
            if is_few {
                after = vec![added::one_router()];
            } else if was_few && after.is_empty() {
                // The CLI wrote it even without endpoints, which may follow later.
                before.clear();
                settings.plain.push(Word::flag(setting.key.id(), true));
            }
        }
        if setting.protected {
            protected_differ |= differing(&before, &after).next().is_some();
            settings.protected.extend(after.iter().cloned());
        } else if setting.key == SettingKey::SslSecret && is_new_secret {
            settings.plain.extend(after.iter().cloned());
        } else {
            settings.plain.extend(differing(&before, &after).cloned());
        }
        // While the new value is unknown, no setting is known to be removed.
        let is_open = is_exposure_open && EXPOSURE.contains(&setting.key) || after.iter().any(has_gap);
        let is_removed = |word: &Word| !has_gap(word) && !has_key(&after, key(&plain(word)));
        if !is_open && before.iter().any(is_removed) {
            settings.forget(&setting, was, is);
        }
    }
    if was_few != is_few {
        settings.plain.push(added::purpose(is_few));
    } else if edition == Edition::Current
        && has_three_routers(&settings.plain)
        && was.has_few_nodes() != Some(false)
    {
        note(&mut settings.stays, WarningId::PurposeUnknown);
    }
    // The setting alone does not create a workspace. The CLI does, when it creates the extension.
    if is.log_analytics && !was.log_analytics {
        settings.reasons.push(ReasonId::LogAnalytics);
    }
    if !protected_differ && !has_key(&settings.plain, SettingKey::LogAnalyticsWs.id()) {
        settings.protected.clear();
    }
    settings
}

/// Whether the old and the new cluster have too few nodes for three routers. `None` if that is not known of both, or has
/// no effect in the edition.
fn few_nodes(edition: Edition, was: &Extension, is: &Extension) -> Option<(bool, bool)> {
    let is_counted = edition == Edition::Current;
    is_counted.then_some((was.has_few_nodes()?, is.has_few_nodes()?))
}

/// Whether the settings switch three routers on.
fn has_three_routers(settings: &[Word]) -> bool {
    let on = plain(&Word::flag(SettingKey::InferenceRouterHa.id(), true));
    settings.iter().any(|word| plain(word) == on)
}

/// The words of `after` that are not in `before`.
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

/// Whether the word contains a placeholder.
fn has_gap(word: &Word) -> bool {
    word.parts().any(|part| matches!(part, Part::Placeholder(_)))
}

impl Settings {
    /// Handles a setting that is no longer written: resets it to its default if it has one that takes effect.
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

/// Whether a setting determines the certificate of the endpoints.
fn is_of_certificate(key: SettingKey) -> bool {
    use SettingKey::{SslCertPemFile, SslCname, SslKeyPemFile, SslSecret};
    matches!(key, SslCertPemFile | SslCname | SslKeyPemFile | SslSecret)
}

/// Adds a value unless it is already present.
fn note<T: Copy + PartialEq>(known: &mut Vec<T>, next: T) {
    if !known.contains(&next) {
        known.push(next);
    }
}

/// The update command and its warnings.
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

/// Both plans, to find the steps that differ.
struct Plans {
    was: Plan,
    is: Plan,
}

impl Plans {
    /// Those of the steps that the new plan has and that are not the same in the old plan.
    fn differing(&self, ids: &[StepId]) -> Vec<StepId> {
        ids.iter().copied().filter(|id| self.differs(*id)).collect()
    }

    fn differs(&self, id: StepId) -> bool {
        // Compares the commands: the same name may come from a different field.
        self.is.step(id).is_some() && !step_commands(&self.was, &self.is, id).is_empty()
    }

    fn recreate(&self, reasons: Vec<ReasonId>) -> Recreate {
        let is_other_cluster = reasons.contains(&ReasonId::OtherCluster);
        let set_up = self.is.steps.iter().filter(|step| !step.cleans_up).map(|step| step.id);
        let create = set_up.filter(|id| match id {
            // A different cluster has nothing installed yet.
            _ if is_other_cluster => true,
            // Deleting the extension revokes the SCC, so it must be granted again.
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

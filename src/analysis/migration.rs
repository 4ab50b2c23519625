//! Migrates a scenario from an older edition to `current`: the same scenario, what has a new name there, and what has no
//! counterpart. The migration keeps every answer.

use crate::base::ids::ids;
use crate::edition;
use crate::edition::setting::{self, OFF, ON, Setting, SettingKey};
use crate::model::answers::Answers;
use crate::model::choice::{
    CertificateKind, Choice, Cluster, Edition, Exposure, LoadBalancer, Purpose, Task, TransportKind,
    WorkloadKind, YesNo,
};
use crate::model::field::{Field, names_tls};
use crate::model::scenario::resolve;
use crate::plan::Word;
use crate::shell;

ids! {
    /// The things that are renamed or replaced in `current`.
    ChangeId {
        /// How endpoints are reached.
        Exposure "exposure",
        /// The number of routers.
        RouterHa "router-ha",
        /// The DNS name in the certificate.
        Cname "cname",
        /// The default of the NVIDIA plug-in.
        NvidiaPlugin "nvidia-plugin",
        /// Log Analytics.
        LogAnalytics "log-analytics",
        /// OpenShift.
        Openshift "openshift",
        /// The Python SDK.
        PythonSdk "python-sdk",
        /// The CLI extensions.
        CliExtensions "cli-extensions",
        /// The kind of compute.
        Compute "compute",
        /// The command.
        Command "command",
        /// The purpose of the cluster.
        Purpose "purpose",
        /// The load balancer.
        LoadBalancer "load-balancer",
        /// TLS.
        Tls "tls",
    }
}

/// Something that is renamed or replaced in `current`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id.
    pub id: ChangeId,
    /// The old name or value; `None` if it was absent.
    pub was: Option<String>,
    /// The new name or value; `None` if it is absent.
    pub is: Option<String>,
}

/// A scenario migrated to `current`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The same scenario in `current`.
    pub answers: Answers,
    /// What is renamed or replaced.
    pub changes: Vec<Change>,
    /// The answers that have no effect in `current`.
    pub lost: Vec<Field>,
}

/// Migrates answers to `current`; `None` if they are already in that edition.
pub fn migration(answers: &Answers) -> Option<Migration> {
    let edition = answers.edition();
    let mut migrated = answers.clone();
    let mut set = |field: Field, id: &str| {
        // Every value here is a valid id for its field, so setting it cannot fail.
        let _ = migrated.set(field, id);
    };
    set(Field::Edition, Edition::Current.id());
    match edition {
        Edition::Current => return None,
        // `current` has a different default.
        Edition::ArcPreview => set(Field::NvidiaPlugin, answers.text(Field::NvidiaPlugin)),
        Edition::AksV1 => from_aks_v1(answers, &mut set),
    }
    let changes = match edition {
        Edition::AksV1 => aks_v1_changes(answers),
        Edition::ArcPreview | Edition::Current => preview_changes(answers, &migrated),
    };
    // `current` has no plan that only detaches.
    let detaches = answers.choice(Field::Task) == Some(Task::Detach);
    let carried = if detaches { &[] } else { CARRIED };
    let lost = answers
        .differing()
        .map(|(field, _)| field)
        .filter(|field| field.applies(answers) && !field.applies(&migrated) && !carried.contains(field))
        .collect();
    Some(Migration { answers: migrated, changes, lost })
}

/// Answers of `aks-v1` that other fields of `current` preserve, or that a change reports.
const CARRIED: &[Field] = &[Field::Task, Field::Purpose, Field::LoadBalancer];

/// `AksCompute` serves real-time inference on AKS. A new cluster uses HTTP unless a certificate is given. For an attached
/// cluster, only an internal load balancer is an answer about its endpoints.
fn from_aks_v1(answers: &Answers, set: &mut impl FnMut(Field, &str)) {
    set(Field::Cluster, Cluster::Aks.id());
    set(Field::Openshift, YesNo::No.id());
    set(Field::Workload, WorkloadKind::Inference.id());
    if Field::LoadBalancer.applies(answers) {
        let is_internal = answers.choice(Field::LoadBalancer) == Some(LoadBalancer::Internal);
        let exposure = if is_internal { Exposure::Internal } else { Exposure::Public };
        set(Field::Exposure, exposure.id());
    }
    if creates(answers) {
        let transport = if names_tls(answers) { TransportKind::Https } else { TransportKind::Http };
        set(Field::Transport, transport.id());
        set(Field::Certificate, CertificateKind::Files.id());
    }
    if Field::Purpose.applies(answers) {
        let is_dev_test = answers.choice(Field::Purpose) == Some(Purpose::DevTest);
        set(Field::RouterHa, if is_dev_test { YesNo::No.id() } else { YesNo::Yes.id() });
    }
}

fn creates(answers: &Answers) -> bool {
    answers.choice(Field::Task) == Some(Task::Create)
}

/// The fields whose settings differ between the preview and `current`.
const CHANGED: &[(ChangeId, Field)] = &[
    (ChangeId::Exposure, Field::Exposure),
    (ChangeId::RouterHa, Field::RouterHa),
    (ChangeId::Cname, Field::Cname),
    (ChangeId::NvidiaPlugin, Field::NvidiaPlugin),
    (ChangeId::LogAnalytics, Field::LogAnalytics),
    (ChangeId::Openshift, Field::Openshift),
];

fn preview_changes(answers: &Answers, migrated: &Answers) -> Vec<Change> {
    let settings = |answers: &Answers| edition::settings(answers.edition(), &resolve(answers).scenario);
    let (before, after) = (settings(answers), settings(migrated));
    let changes = CHANGED.iter().map(|(id, field)| Change {
        id: *id,
        was: settings_text(&before, *field),
        is: settings_text(&after, *field),
    });
    let mut changes: Vec<Change> = changes.filter(|change| change.was != change.is).collect();
    changes.push(renamed(ChangeId::PythonSdk, "azureml-core", "azure-ai-ml"));
    changes
}

/// The settings that carry the answer to a field, in the form of values of `--config`.
fn settings_text(settings: &[(Setting, Vec<Word>)], field: Field) -> Option<String> {
    let words: Vec<Word> = settings
        .iter()
        .filter(|(setting, _)| setting.field == field)
        .flat_map(|(_, words)| words.iter().cloned())
        .collect();
    (!words.is_empty()).then(|| shell::plain(&Word::joined(words, " ")))
}

fn renamed(id: ChangeId, was: &str, is: &str) -> Change {
    Change { id, was: Some(was.to_owned()), is: Some(is.to_owned()) }
}

fn aks_v1_changes(answers: &Answers) -> Vec<Change> {
    let (was, is) = match answers.choice(Field::Task) {
        Some(Task::Attach) => {
            ("az ml computetarget attach aks", "az k8s-extension create, az ml compute attach")
        }
        Some(Task::Detach) => ("az ml computetarget detach", "az ml compute detach"),
        Some(Task::Create) | None => {
            ("az ml computetarget create aks", "az aks create, az k8s-extension create, az ml compute attach")
        }
    };
    let mut changes = vec![
        renamed(ChangeId::CliExtensions, "azure-cli-ml", "k8s-extension, ml"),
        renamed(ChangeId::PythonSdk, "azureml-core", "azure-ai-ml"),
        renamed(ChangeId::Compute, "AksCompute", "KubernetesCompute"),
        renamed(ChangeId::Command, was, is),
    ];
    let applies = |field: Field| field.applies(answers);
    let balanced = match answers.choice(Field::LoadBalancer).filter(|_| applies(Field::LoadBalancer)) {
        Some(LoadBalancer::Internal) => Some(("load_balancer_type=InternalLoadBalancer", Exposure::Internal)),
        Some(LoadBalancer::Public) if creates(answers) => {
            Some(("load_balancer_type=PublicIp", Exposure::Public))
        }
        Some(LoadBalancer::Public) | None => None,
    };
    changes.extend(balanced.map(|(was, exposure)| {
        renamed(ChangeId::LoadBalancer, was, &setting::pairs(setting::exposed_by(exposure)))
    }));
    if creates(answers) {
        changes.push(if names_tls(answers) {
            let keys = [SettingKey::SslCname, SettingKey::SslCertPemFile, SettingKey::SslKeyPemFile];
            let is = keys.map(SettingKey::id).join(" ");
            renamed(ChangeId::Tls, "ssl_cname ssl_cert_pem_file ssl_key_pem_file", &is)
        } else {
            Change { id: ChangeId::Tls, was: None, is: Some(SettingKey::AllowInsecureConnections.with(ON)) }
        });
    }
    if applies(Field::Purpose) && answers.choice(Field::Purpose) == Some(Purpose::DevTest) {
        let is = SettingKey::InferenceRouterHa.with(OFF);
        changes.push(renamed(ChangeId::Purpose, "cluster_purpose=DevTest", &is));
    }
    changes
}

//! The settings of an installed extension. Azure returns every setting that is not protected, so that a missing one has its
//! default.

use serde_json::value::RawValue;

use super::reader::{Reader, yes_no};
use super::{Cause, ResourceKind};
use crate::base::json::string;
use crate::edition::setting::{
    CLUSTER_IP, NODE_PORT, Needs, OFF, ON, Setting, SettingKey, SettingRow, Support, ValueForm, settings,
};
use crate::model::choice::{CertificateKind, Choice as _, Edition, Exposure, TransportKind, WorkloadKind};
use crate::model::field::Field;

/// What the Azure CLI writes for a setting that the wizard does not ask for.
enum Added {
    /// A fact of the cluster, or a repetition of another setting.
    Fact,
    /// This value.
    Switch(bool),
    /// Nothing, or another value is a choice.
    Nothing,
}

fn added(key: SettingKey, is_arc: bool) -> Added {
    use SettingKey as Key;
    match key {
        Key::ClusterName
        | Key::ClusterId
        | Key::PrometheusClusterName
        | Key::ClusterNameFriendly
        | Key::Domain
        | Key::Location
        | Key::JobSchedulerLocation
        | Key::ClusterPurpose
        | Key::ServicebusResourceId
        | Key::ServicebusComputeTopic
        | Key::ServicebusJobTopic
        | Key::RelayserverHybridConnectionId
        | Key::RelayserverHybridConnectionName
        | Key::ScoringFeNodePort
        | Key::ScoringFeInternalLoadBalancer
        | Key::ScoringFeSslSecret
        | Key::ScoringFeNamespace
        | Key::AzureLogAnalyticsEnabled
        | Key::AzureLogAnalyticsCustomerId => Added::Fact,
        Key::ServicebusEnabled
        | Key::IsAksMigration
        | Key::SkipResourceValidation
        | Key::ScoringFeEnableUpgrade => Added::Switch(false),
        Key::RelayserverEnabled => Added::Switch(is_arc),
        Key::NginxIngressEnabled => Added::Switch(!is_arc),
        _ => Added::Nothing,
    }
}

/// A setting of the extension: its key, and its value in the spelling of the table.
struct Given {
    key: SettingKey,
    value: String,
}

impl Given {
    fn is_on(&self) -> bool {
        self.value == ON
    }
}

impl Reader {
    /// Reads the settings of an extension.
    pub(super) fn settings(&mut self, pairs: &[(String, &RawValue)]) {
        let mut given: Vec<Given> = Vec::new();
        let mut wrong: Vec<SettingKey> = Vec::new();
        let mut labels: Vec<String> = Vec::new();
        for (key, value) in pairs.iter().filter(|(_, value)| value.get() != "null") {
            let value = string(value).unwrap_or_else(|| value.get().to_owned());
            if let Some(label) = SettingKey::NodeSelector.label_in(key) {
                labels.push([label, "=", &value].concat());
                continue;
            }
            let Some(known) = SettingKey::from_id(key) else {
                self.unknown_key(key);
                continue;
            };
            if known.row().protected || value.trim().is_empty() {
                continue;
            }
            match spelled(known, &value) {
                Some(value) => given.push(Given { key: known, value }),
                None => {
                    self.find(Cause::WrongValue(known), key);
                    wrong.push(known);
                }
            }
        }
        if given.is_empty() && labels.is_empty() {
            return;
        }
        let edition = edition_of(&given);
        if let Some(edition) = edition {
            self.edition_is(edition);
        }
        let edition = edition.unwrap_or(Edition::Current);
        self.answered(&given, &wrong, edition);
        if !labels.is_empty() {
            self.set(Field::NodeSelector, &labels.join(","));
        }
        self.left_over(&given, edition);
    }

    /// Reports a key that the table does not have.
    fn unknown_key(&mut self, key: &str) {
        let same = SettingKey::ALL.iter().find(|known| known.id().eq_ignore_ascii_case(key));
        match same {
            Some(right) => self.find(Cause::KeyCase(*right), key),
            None => self.find(Cause::NotCarriedOver { differs: true }, key),
        }
    }

    /// Answers the fields that the settings determine. A field of a setting with a wrong value stays as it is.
    fn answered(&mut self, given: &[Given], wrong: &[SettingKey], edition: Edition) {
        let is_open =
            |field: Field| wrong.iter().any(|key| key.asked().is_some_and(|asked| asked.field == field));
        if is_open(Field::Workload) {
            return;
        }
        let find = |key: SettingKey| given.iter().find(|given| given.key == key);
        let is_on = |key: SettingKey| find(key).is_some_and(Given::is_on);
        let (trains, serves) = (is_on(SettingKey::EnableTraining), is_on(SettingKey::EnableInference));
        let workload = match (trains, serves) {
            (true, true) => WorkloadKind::Both,
            (true, false) => WorkloadKind::Training,
            (false, true) => WorkloadKind::Inference,
            (false, false) => return,
        };
        self.set(Field::Workload, workload.id());
        if is_on(SettingKey::Openshift) {
            self.set(Field::Openshift, yes_no(true));
        }
        let is_https = serves && !is_on(SettingKey::AllowInsecureConnections);
        if serves && !is_open(Field::Exposure) {
            self.set(Field::Exposure, exposure(given).id());
        }
        let is_https = is_https && !is_open(Field::Transport);
        if serves && !is_open(Field::Transport) {
            let transport = if is_https { TransportKind::Https } else { TransportKind::Http };
            self.set(Field::Transport, transport.id());
        }
        if is_https {
            let has_secret = find(SettingKey::SslSecret).is_some();
            let certificate = if has_secret { CertificateKind::Secret } else { CertificateKind::Files };
            self.set(Field::Certificate, certificate.id());
        }
        for setting in settings(edition).filter(|setting| !wrong.contains(&setting.key)) {
            self.answer(&setting, find(setting.key), [trains, serves], is_https);
        }
    }

    /// Answers the field of a setting that determines one alone.
    fn answer(
        &mut self,
        setting: &Setting,
        given: Option<&Given>,
        [trains, serves]: [bool; 2],
        is_https: bool,
    ) {
        let applies = match setting.needs {
            Needs::Nothing => true,
            Needs::Training => trains,
            Needs::Inference => serves,
        };
        let is_of_tls = matches!(setting.field, Field::Cname | Field::TlsSecret);
        let is_read =
            matches!(setting.field, Field::Workload | Field::Exposure | Field::Transport | Field::Openshift);
        if !applies || is_read || is_of_tls && !is_https {
            return;
        }
        let value = given.map(|given| given.value.as_str()).or(setting.default);
        match (setting.key.row().value, value) {
            (ValueForm::Switch, Some(value)) => self.set(setting.field, yes_no(value == ON)),
            (ValueForm::Text, Some(value)) => self.set(setting.field, value),
            _ => {}
        }
    }

    /// Reports the settings that no field carries.
    fn left_over(&mut self, given: &[Given], edition: Edition) {
        let is_arc = self.cluster.as_ref().is_some_and(|(kind, _)| *kind == ResourceKind::ArcCluster);
        for Given { key, value } in given {
            let row = key.row();
            let (is_left, differs) = match (&row.asked, added(*key, is_arc)) {
                // The CLI writes it for every cluster of OpenShift.
                (Some(_), _) if *key == SettingKey::Openshift => (false, false),
                (Some(_), _) => (!row.is_of(edition), value != OFF),
                (None, Added::Fact) => (false, false),
                (None, Added::Switch(usual)) => ((value == ON) != usual, true),
                (None, Added::Nothing) => (true, true),
            };
            if is_left {
                self.find(Cause::NotCarriedOver { differs }, key.id());
            }
        }
    }
}

/// A value in the spelling of the table: the Azure CLI compares values without regard to case. `None` if the setting does
/// not take it.
fn spelled(key: SettingKey, value: &str) -> Option<String> {
    let of = |words: &[&'static str]| {
        words.iter().find(|word| word.eq_ignore_ascii_case(value.trim())).map(|word| (*word).to_owned())
    };
    match key.row().value {
        ValueForm::Switch => of(&[ON, OFF]),
        ValueForm::OneOf(words) => of(words),
        ValueForm::Text | ValueForm::Path => Some(value.to_owned()),
        // The name of the label is missing.
        ValueForm::Label => None,
    }
}

/// The edition that the keys belong to. `None` if both editions have them all. What the CLI adds by itself is no evidence.
fn edition_of(given: &[Given]) -> Option<Edition> {
    let mut asked = given.iter().map(|given| given.key.row()).filter(|row| row.asked.is_some());
    let is_current =
        |row: &&SettingRow| matches!((row.current, row.arc_preview), (Support::Known(_), Support::Absent));
    if asked.clone().any(|row| is_current(&row)) {
        return Some(Edition::Current);
    }
    asked
        .any(|row| matches!((row.current, row.arc_preview), (Support::Absent, Support::Known(_))))
        .then_some(Edition::ArcPreview)
}

/// How endpoints are reached.
fn exposure(given: &[Given]) -> Exposure {
    let find = |key: SettingKey| given.iter().find(|given| given.key == key);
    let is_on = |key: SettingKey| find(key).is_some_and(Given::is_on);
    let service = find(SettingKey::InferenceRouterServiceType).map(|given| given.value.as_str());
    let is_node_port =
        [SettingKey::PrivateEndpointNodeport, SettingKey::ScoringFeNodePort].into_iter().any(is_on);
    let is_internal = find(SettingKey::InternalLoadBalancerProvider).is_some()
        || [SettingKey::PrivateEndpointIlb, SettingKey::ScoringFeInternalLoadBalancer].into_iter().any(is_on);
    match service {
        Some(NODE_PORT) => Exposure::NodePort,
        Some(CLUSTER_IP) => Exposure::ClusterIp,
        None if is_node_port => Exposure::NodePort,
        _ if is_internal => Exposure::Internal,
        _ => Exposure::Public,
    }
}

//! Settings of the extension: their keys, their values, and what they tell of a scenario.

mod editions;

use super::command::{Context, Creation, SETTINGS_SOURCE, Value, yes};
use super::reader::Reader;
use super::table::{OTHER_KEYS, Verb};
use super::{Cause, Edit, ReadId, Span};
use crate::check::Severity;
use crate::choice::{CertificateKind, Exposure, TransportKind, WorkloadKind};
use crate::edition::{Setting, arc_preview, current};
use crate::erratum::ErratumId;
use crate::field::Field;

/// A setting as it was read.
pub(super) struct Use {
    /// Its right key.
    pub(super) key: &'static str,
    /// Its value; nothing where that is not known.
    pub(super) value: Option<String>,
    /// Where all of it stands.
    pub(super) span: Span,
    /// Where the value stands.
    place: Span,
    /// Where the key stands, where another can be put in its place.
    key_place: Option<Span>,
    /// Where two settings can be put in its place.
    free_place: Option<Span>,
}

/// Whether a setting switches something on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    /// It is not there.
    Absent,
    /// Its value is not known.
    Unknown,
    On,
    Off,
}

/// What the value of a setting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `True` or `False`.
    Truth,
    /// The kind of service.
    Service,
    /// Who makes an internal load balancer.
    Provider,
    /// A text.
    Text,
}

/// The field that a setting tells of, and the shape of its value.
fn meaning(key: &str) -> (Field, Shape) {
    match key {
        "inferenceRouterServiceType" => (Field::Exposure, Shape::Service),
        "internalLoadBalancerProvider" => (Field::Exposure, Shape::Provider),
        "privateEndpointNodeport" | "privateEndpointILB" => (Field::Exposure, Shape::Truth),
        "allowInsecureConnections" => (Field::Transport, Shape::Truth),
        "sslCname" => (Field::Cname, Shape::Text),
        "sslSecret" => (Field::TlsSecret, Shape::Text),
        "sslCertPemFile" => (Field::CertFile, Shape::Text),
        "sslKeyPemFile" => (Field::KeyFile, Shape::Text),
        "inferenceRouterHA" | "inferenceLoadBalancerHA" => (Field::RouterHa, Shape::Truth),
        "installNvidiaDevicePlugin" => (Field::NvidiaPlugin, Shape::Truth),
        "installPromOp" => (Field::PrometheusOperator, Shape::Truth),
        "installVolcano" => (Field::Volcano, Shape::Truth),
        "installDcgmExporter" => (Field::DcgmExporter, Shape::Truth),
        "logAnalyticsWS" => (Field::LogAnalytics, Shape::Truth),
        "openshift" => (Field::Openshift, Shape::Truth),
        "nodeSelector" => (Field::NodeSelector, Shape::Text),
        // `enableTraining`, `enableInference`.
        _ => (Field::Workload, Shape::Truth),
    }
}

/// The settings of both editions that people give.
fn settings() -> impl Iterator<Item = &'static Setting> {
    current::SETTINGS.iter().chain(arc_preview::SETTINGS)
}

fn is_of(table: &[Setting], key: &str) -> bool {
    table.iter().any(|setting| setting.key == key)
}

/// Settings whose key goes on behind a full stop.
const LABELS: &str = "nodeSelector";

/// Settings of `current` that late versions of the preview took too.
const LATE: &[&str] = &["sslCname", "nodeSelector"];

impl Reader<'_> {
    /// Reads the settings of a command that makes or changes an extension.
    pub(super) fn creation(&mut self, mut context: Context<'_, '_>) {
        if context.is_other_product {
            return;
        }
        let mut creation = Creation {
            head: context.head.clone(),
            uses: Vec::new(),
            is_open: context.is_open,
            is_new: context.row.verb == Verb::Create,
        };
        let mut labels = String::new();
        let settings = std::mem::take(&mut context.settings);
        let is_last = |index: usize, protected: bool| {
            // Whether another setting stays with the option when this one goes.
            let one =
                |other: Option<&(Value<'_, '_>, bool)>| other.is_some_and(|(_, other)| *other == protected);
            !one(index.checked_sub(1).and_then(|before| settings.get(before)))
                && !one(settings.get(index + 1))
        };
        for (index, (value, protected)) in settings.iter().enumerate() {
            let Some(read) = self.setting(value, &mut creation, &mut labels) else { continue };
            let setting = settings_of(read.key);
            if setting.is_some_and(|setting| setting.protected != *protected) {
                self.misplaced(&context, &read, *protected, is_last(index, *protected));
            }
            let is_label = read.key == LABELS;
            if let Some(known) = creation.uses.iter_mut().find(|known| known.key == read.key) {
                if is_label {
                    continue;
                }
                let fields = vec![meaning(read.key).0];
                self.add(ReadId::RepeatedKey, read.key, Severity::Warning, fields, read.span.clone());
                *known = read;
            } else {
                creation.uses.push(read);
            }
        }
        if !labels.is_empty() {
            self.set(Field::NodeSelector, &labels, self.head.clone());
        }
        for read in &creation.uses {
            self.speaks(read);
        }
        self.workload(&mut creation, &settings);
        self.endpoint(&creation);
        for read in &creation.uses {
            self.switch(read);
        }
        self.creations.push(creation);
    }

    /// Reads one setting; nothing where its key is none that people give.
    fn setting(
        &mut self,
        value: &Value<'_, '_>,
        creation: &mut Creation,
        labels: &mut String,
    ) -> Option<Use> {
        let text = value.text();
        if text.trim().is_empty() {
            return None;
        }
        let equals = text.find('=');
        let key_range = value.part(&(0..equals.unwrap_or(text.len())));
        let label_dot = text.find('.').filter(|dot| equals.is_none_or(|equals| *dot < equals));
        if let Some(gap) = value.word.gap_in(&key_range).cloned() {
            let placeholder = self.text.get(gap.span.clone()).unwrap_or_default();
            let own = placeholder
                .strip_prefix('<')
                .and_then(|rest| rest.strip_suffix('>'))
                .and_then(Field::from_id);
            let is_label = text.starts_with("nodeSelector.");
            let field = if is_label { Some(Field::NodeSelector) } else { own };
            creation.is_open |= field.is_none_or(|field| field == Field::Exposure);
            self.gap(&gap, field.into_iter().collect());
            return None;
        }
        let key = text.get(..equals.unwrap_or(text.len())).unwrap_or_default();
        let (base, length) = match label_dot {
            Some(dot) if !OTHER_KEYS.contains(&key) => (text.get(..dot).unwrap_or_default(), dot),
            _ => (key, key.len()),
        };
        let base_range = value.part(&(0..length));
        let known = self.key(value, base, label_dot.is_some(), &base_range)?;
        let (field, shape) = meaning(known);
        let Some(equals) = equals else {
            self.add(ReadId::MissingValue, known, Severity::Error, vec![field], value.span());
            return None;
        };
        let value_range = value.part(&(equals + 1..text.len()));
        let place = if value_range.is_empty() { value.span() } else { value.word.source(&value_range) };
        let is_free = value.word.split_point(value.range.start).is_some();
        let mut read = Use {
            key: known,
            value: None,
            span: value.span(),
            place,
            key_place: value.word.editable(&base_range),
            free_place: value.word.editable(&value.range).filter(|_| is_free),
        };
        if let Some(gap) = value.word.gap_in(&value_range).cloned() {
            self.gap(&gap, vec![field]);
            return Some(read);
        }
        let given = Value { word: value.word, range: value_range };
        if known == LABELS {
            let label = text.get("nodeSelector.".len()..).unwrap_or_default();
            // More labels than a value can hold are no longer kept.
            if labels.len() + label.len() < 8000 {
                let name = label.split('=').next().unwrap_or_default();
                let is_same = |known: &&str| known.split('=').next() == Some(name);
                if labels.split(',').any(|known| is_same(&known)) {
                    let key = value.part(&(0..equals));
                    let right = value.word.part(&key);
                    self.add(ReadId::RepeatedKey, right, Severity::Warning, vec![field], read.span.clone());
                }
                let mut kept: Vec<&str> =
                    labels.split(',').filter(|known| !known.is_empty() && !is_same(known)).collect();
                kept.push(label);
                *labels = kept.join(",");
            }
            self.hints.late.get_or_insert(read.span.clone());
            return Some(read);
        }
        if given.text().trim().is_empty() {
            self.add(ReadId::MissingValue, known, Severity::Error, vec![field], read.span.clone());
            return Some(read);
        }
        read.value = match shape {
            Shape::Truth => self.one_of(&given, &["True", "False"], vec![field]).map(str::to_owned),
            Shape::Service => {
                let services = ["LoadBalancer", "NodePort", "ClusterIP"];
                self.one_of(&given, &services, vec![field]).map(str::to_owned)
            }
            Shape::Provider => self.one_of(&given, &["azure"], vec![field]).map(str::to_owned),
            Shape::Text => Some(given.text().to_owned()),
        };
        Some(read)
    }

    /// The key that a text is or was meant to be.
    fn key(
        &mut self,
        value: &Value<'_, '_>,
        text: &str,
        has_label: bool,
        range: &Span,
    ) -> Option<&'static str> {
        let is_fit = |key: &str| has_label == (key == LABELS);
        if let Some(setting) = settings().find(|setting| setting.key == text && is_fit(setting.key)) {
            return Some(setting.key);
        }
        let place = value.word.source(range);
        if OTHER_KEYS.contains(&value.text().split('=').next().unwrap_or_default()) {
            return None;
        }
        let keys = settings().map(|setting| setting.key).filter(|key| is_fit(key));
        let Some(right) = self.near(text, keys) else {
            let source = Some(SETTINGS_SOURCE);
            self.find(
                Cause::Read(ReadId::UnknownKey, String::new()),
                Severity::Warning,
                Vec::new(),
                value.span(),
                source,
            );
            return None;
        };
        let right = settings().map(|setting| setting.key).find(|key| *key == right)?;
        let fields = vec![meaning(right).0];
        if text == "ssKeyPMFile" {
            self.erratum(ErratumId::TypoKey, fields, place);
        } else {
            let cause = Cause::Read(ReadId::MisprintedKey, right.to_owned());
            self.find(cause, Severity::Error, fields, place, Some(SETTINGS_SOURCE));
        }
        self.replace(value.word.editable(range), right);
        Some(right)
    }

    /// Tells of a setting that stands with the wrong option.
    fn misplaced(&mut self, context: &Context<'_, '_>, read: &Use, protected: bool, is_last: bool) {
        let severity = if protected { Severity::Warning } else { Severity::Error };
        let option = if protected { "--config" } else { "--config-protected" };
        self.add(ReadId::MisplacedKey, option, severity, vec![meaning(read.key).0], read.span.clone());
        // What is left of the command must not be an option without a value.
        if is_last {
            return;
        }
        let pasted = self.text.get(read.span.clone()).unwrap_or_default();
        let before = self.text.get(..read.span.start).unwrap_or_default();
        let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
        let moved = [" ", option, " ", pasted].concat();
        self.repair(vec![
            Edit { span: read.span.start - blanks..read.span.end, text: String::new() },
            Edit { span: context.end..context.end, text: moved },
        ]);
    }

    /// Takes what a key tells of the edition.
    fn speaks(&mut self, read: &Use) {
        let (key, span) = (read.key, read.span.clone());
        let is_current = is_of(current::SETTINGS, key);
        let is_preview = is_of(arc_preview::SETTINGS, key);
        let hint = match (is_current, is_preview) {
            (true, false) if LATE.contains(&key) => &mut self.hints.late,
            (true, false) => &mut self.hints.current,
            (false, true) if matches!(key, "logAnalyticsWS" | "openshift") => &mut self.hints.old,
            (false, true) => &mut self.hints.preview,
            _ => return,
        };
        hint.get_or_insert(span);
    }

    /// What the cluster is to do.
    fn workload(&mut self, creation: &mut Creation, settings: &[(Value<'_, '_>, bool)]) {
        let (training, inference) = (creation.truth("enableTraining"), creation.truth("enableInference"));
        if [training, inference].contains(&Truth::Unknown) {
            // One of the two is not known.
            return;
        }
        let (trains, infers) = (training == Truth::On, inference == Truth::On);
        let place =
            |key: &str| creation.find(key).map_or_else(|| creation.head.clone(), |read| read.span.clone());
        let (kind, span) = match (trains, infers) {
            (true, true) => (WorkloadKind::Both, place("enableInference")),
            (true, false) => (WorkloadKind::Training, place("enableTraining")),
            (false, true) => (WorkloadKind::Inference, place("enableInference")),
            (false, false) if creation.is_open || !creation.is_new => return,
            (false, false) => {
                self.no_workload(creation, settings);
                return;
            }
        };
        self.choose(Field::Workload, kind, span);
    }

    /// Neither training nor inference is switched on.
    fn no_workload(&mut self, creation: &mut Creation, settings: &[(Value<'_, '_>, bool)]) {
        let serves = ["sslSecret", "inferenceRouterServiceType", "sslCname"]
            .iter()
            .find_map(|key| creation.find(key))
            .filter(|_| creation.find("enableInference").is_none())
            .map(|read| read.span.clone());
        let Some(span) = serves else {
            let right = "enableTraining=True, enableInference=True";
            let cause = Cause::Read(ReadId::MissingOption, right.to_owned());
            let head = creation.head.clone();
            self.find(cause, Severity::Error, vec![Field::Workload], head, Some(SETTINGS_SOURCE));
            return;
        };
        self.erratum(ErratumId::TlsEnableInference, vec![Field::Workload], span.clone());
        let first = settings.iter().find(|(_, protected)| !protected);
        if let Some((first, _)) = first
            && let start = first.span().start
            && first.word.span.start == start
        {
            self.replace(Some(start..start), "enableInference=True ");
        }
        self.choose(Field::Workload, WorkloadKind::Inference, span.clone());
        creation.uses.push(Use {
            key: "enableInference",
            value: Some("True".to_owned()),
            span: span.clone(),
            place: span,
            key_place: None,
            free_place: None,
        });
    }

    /// How endpoints are reached, and how they are encrypted.
    fn endpoint(&mut self, creation: &Creation) {
        let has_endpoint = creation.truth("enableInference") == Truth::On;
        self.exposure(creation, has_endpoint);
        match creation.truth("allowInsecureConnections") {
            Truth::On => {
                let span = creation.find("allowInsecureConnections").map(|read| read.span.clone());
                self.choose(Field::Transport, TransportKind::Http, span.unwrap_or_default());
            }
            Truth::Unknown => {}
            _ if has_endpoint && !creation.is_open => {
                self.choose(Field::Transport, TransportKind::Https, creation.head.clone());
            }
            _ => {}
        }
        let file = creation.find("sslCertPemFile").or_else(|| creation.find("sslKeyPemFile"));
        match (creation.find("sslSecret"), file) {
            (Some(secret), _) => {
                self.choose(Field::Certificate, CertificateKind::Secret, secret.span.clone());
            }
            (None, Some(file)) => {
                self.choose(Field::Certificate, CertificateKind::Files, file.span.clone());
            }
            (None, None) => {}
        }
    }

    fn exposure(&mut self, creation: &Creation, has_endpoint: bool) {
        let internal = creation.truth("privateEndpointILB");
        let is_internal = creation.find("internalLoadBalancerProvider").is_some() || internal == Truth::On;
        let node_port = creation.truth("privateEndpointNodeport");
        let service = creation.find("inferenceRouterServiceType");
        let chosen = match (service, service.and_then(|read| read.value.as_deref())) {
            (Some(_), None) => return,
            (Some(read), Some("NodePort")) => Some((Exposure::NodePort, read)),
            (Some(read), Some("ClusterIP")) => Some((Exposure::ClusterIp, read)),
            (Some(read), Some(_)) if is_internal => Some((
                Exposure::Internal,
                creation
                    .find("internalLoadBalancerProvider")
                    .or_else(|| creation.find("privateEndpointILB"))
                    .unwrap_or(read),
            )),
            (Some(read), Some(_)) => Some((Exposure::Public, read)),
            (None, _) if node_port == Truth::Unknown || internal == Truth::Unknown => return,
            (None, _) if node_port == Truth::On => {
                creation.find("privateEndpointNodeport").map(|read| (Exposure::NodePort, read))
            }
            (None, _) if is_internal => creation
                .find("privateEndpointILB")
                .or_else(|| creation.find("internalLoadBalancerProvider"))
                .map(|read| (Exposure::Internal, read)),
            (None, _) => None,
        };
        match chosen {
            Some((exposure, read)) => self.choose(Field::Exposure, exposure, read.span.clone()),
            None if has_endpoint && !creation.is_open => {
                self.hints.faint_preview.get_or_insert(creation.head.clone());
                self.choose(Field::Exposure, Exposure::Public, creation.head.clone());
            }
            None => {}
        }
    }

    /// Takes a setting that tells of one field alone.
    fn switch(&mut self, read: &Use) {
        let (field, shape) = meaning(read.key);
        let Some(value) = &read.value else { return };
        match shape {
            Shape::Text => self.set(field, value, read.place.clone()),
            Shape::Truth if !matches!(field, Field::Workload | Field::Exposure | Field::Transport) => {
                self.choose(field, yes(value == "True"), read.place.clone());
            }
            Shape::Truth | Shape::Service | Shape::Provider => {}
        }
    }
}

fn settings_of(key: &str) -> Option<&'static Setting> {
    settings().find(|setting| setting.key == key)
}

impl Creation {
    pub(super) fn find(&self, key: &str) -> Option<&Use> {
        self.uses.iter().find(|read| read.key == key)
    }

    fn truth(&self, key: &str) -> Truth {
        match self.find(key).map(|read| read.value.as_deref()) {
            None => Truth::Absent,
            Some(None) => Truth::Unknown,
            Some(Some("True")) => Truth::On,
            Some(Some(_)) => Truth::Off,
        }
    }

    /// Its settings as the rules judge them, `key=value`.
    pub(super) fn settings(&self) -> Vec<String> {
        let text = |read: &Use| Some([read.key, "=", read.value.as_deref()?].concat());
        self.uses.iter().filter_map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_both_editions_has_its_meaning() {
        for setting in settings() {
            let (field, _) = meaning(setting.key);
            let is_workload = matches!(setting.key, "enableTraining" | "enableInference");
            assert_eq!(field == Field::Workload, is_workload, "{}", setting.key);
        }
    }
}

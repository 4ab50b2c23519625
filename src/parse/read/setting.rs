//! Settings of the extension: their keys, their values, and what they tell of a scenario.

mod editions;
mod misplaced;
mod pair;
mod state;

use super::command::{Context, Given, SETTINGS_SOURCE, yes};
use super::reader::Reader;
use super::table::{OTHER_KEYS, Verb};
use super::{Cause, ReadId, Span};
use crate::analysis::check::Severity;
use crate::edition::{self, Setting, arc_preview, current};
use crate::model::choice::{CertificateKind, Choice as _, Edition, Exposure, TransportKind, WorkloadKind};
use crate::model::field::Field;
use crate::plan::ErratumId;
use misplaced::Place;
use pair::Pair;
pub(super) use state::Creation;
use state::{Told, Truth};

/// A setting as it was read.
#[derive(Clone)]
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
    /// Whether it is tied to its option, which then takes no other.
    is_tied: bool,
    /// Whether the command itself has it; else one before it.
    is_own: bool,
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

/// The settings that a field of an edition tells of.
pub fn of_field(field: Field, edition: Edition) -> impl Iterator<Item = &'static Setting> {
    edition::setting_table(edition).iter().filter(move |setting| meaning(setting.key).0 == field)
}

fn is_of(table: &[Setting], key: &str) -> bool {
    table.iter().any(|setting| setting.key == key)
}

/// Settings whose key goes on behind a full stop.
const LABELS: &str = "nodeSelector";

/// More commands that make or change extensions than a run-book has. Of those behind them no rule is looked at.
const CREATIONS: usize = 500;

/// Settings of `current` that late versions of the preview took too.
const LATE: &[&str] = &["sslCname", "nodeSelector"];

impl Reader<'_> {
    /// Reads the settings of a command that makes or changes an extension.
    pub(super) fn creation(&mut self, mut context: Context<'_, '_>) {
        if context.is_other_product {
            return;
        }
        let is_new = context.row.verb == Verb::Create;
        let mut creation = Creation {
            head: context.head.clone(),
            uses: Vec::new(),
            labels: String::new(),
            told: Vec::new(),
            is_open: context.is_open,
            is_new,
            base: None,
            served: false,
            name: context.extension_name.take(),
        };
        let settings = std::mem::take(&mut context.settings);
        let mut places = vec![Place::default(); settings.len()];
        for pair in self.pairs(&settings) {
            let count = self.count();
            let read = self.setting(&pair, &mut creation);
            let Some(read) = read else { continue };
            let protected = settings.get(pair.index).is_some_and(|given| given.protected);
            let is_misplaced = settings_of(read.key).is_some_and(|setting| setting.protected != protected);
            if is_misplaced {
                let words = places.iter_mut().skip(pair.index).take(pair.words);
                words.for_each(|place| place.field = Some(meaning(read.key).0));
                if let Some(place) = places.get_mut(pair.index) {
                    place.edits = self.edits_since(count);
                }
            }
            if let Some(known) = creation.uses.iter_mut().find(|known| known.key == read.key) {
                if read.key == LABELS {
                    continue;
                }
                let fields = vec![meaning(read.key).0];
                self.add(ReadId::RepeatedKey, read.key, Severity::Warning, fields, read.span.clone());
                *known = read;
            } else {
                creation.uses.push(read);
            }
        }
        self.misplaced(&settings, &places);
        // What is left out says nothing of the edition either.
        if !self.is_left_out {
            creation.uses.iter().for_each(|read| self.speaks(read));
        }
        creation.base = self.base(&creation);
        if let Some(base) = creation.base.and_then(|base| self.creations.get(base)) {
            creation.start_from(base);
        }
        self.scenario(&mut creation, &settings, &places);
        for told in &creation.told {
            self.set(told.field, &told.text, told.span.clone());
        }
        if self.creations.len() < CREATIONS && !self.is_left_out {
            self.creations.push(creation);
        }
    }

    /// Reads one setting; nothing where its key is none that people give.
    fn setting(&mut self, pair: &Pair<'_, '_>, creation: &mut Creation) -> Option<Use> {
        let (value, key) = (&pair.key, pair.key.text());
        if let Some(gap) = value.word.gap_in(&value.range).cloned() {
            let placeholder = self.text.get(gap.span.clone()).unwrap_or_default();
            let own = placeholder
                .strip_prefix('<')
                .and_then(|rest| rest.strip_suffix('>'))
                .and_then(Field::from_id);
            let is_label = key.starts_with("nodeSelector.");
            let field = if is_label { Some(Field::NodeSelector) } else { own };
            creation.is_open |= field.is_none_or(|field| field == Field::Exposure);
            self.gap(&gap, field.into_iter().collect());
            return None;
        }
        let dot = key.find('.');
        let (base, length) = match dot {
            Some(dot) if !OTHER_KEYS.contains(&key) => (key.get(..dot).unwrap_or_default(), dot),
            _ => (key, key.len()),
        };
        let base_range = value.part(&(0..length));
        let known = self.key(pair, base, dot.is_some(), &base_range)?;
        let (field, shape) = meaning(known);
        let Some(given) = &pair.value else {
            self.add(ReadId::MissingValue, known, Severity::Error, vec![field], value.span());
            return None;
        };
        let place = if given.range.is_empty() { pair.span.clone() } else { given.span() };
        let is_free = value.word.split_point(value.range.start).is_some() && pair.words == 1;
        let whole = value.range.start..given.range.end;
        let mut read = Use {
            key: known,
            value: None,
            span: pair.span.clone(),
            place,
            key_place: value.word.editable(&base_range),
            free_place: if is_free { value.word.editable(&whole) } else { None },
            is_tied: pair.is_tied,
            is_own: true,
        };
        if let Some(gap) = given.word.gap_in(&given.range).cloned() {
            self.gap(&gap, vec![field]);
            return Some(read);
        }
        if known == LABELS {
            let label = [key.get(LABELS.len() + 1..).unwrap_or_default(), "=", given.text()].concat();
            if !creation.add_label(&label) {
                self.add(ReadId::RepeatedKey, key, Severity::Warning, vec![field], read.span.clone());
            }
            self.hints.late.get_or_insert(read.span.clone());
            return Some(read);
        }
        if given.text().trim().is_empty() {
            self.add(ReadId::MissingValue, known, Severity::Error, vec![field], read.span.clone());
            return Some(read);
        }
        read.value = match shape {
            Shape::Truth => self.one_of(given, &["True", "False"], vec![field]).map(str::to_owned),
            Shape::Service => {
                let services = ["LoadBalancer", "NodePort", "ClusterIP"];
                self.one_of(given, &services, vec![field]).map(str::to_owned)
            }
            Shape::Provider => self.one_of(given, &["azure"], vec![field]).map(str::to_owned),
            Shape::Text => Some(given.text().to_owned()),
        };
        Some(read)
    }

    /// The key that a text is or was meant to be.
    fn key(
        &mut self,
        pair: &Pair<'_, '_>,
        text: &str,
        has_label: bool,
        range: &Span,
    ) -> Option<&'static str> {
        let is_fit = |key: &str| has_label == (key == LABELS);
        if let Some(setting) = settings().find(|setting| setting.key == text && is_fit(setting.key)) {
            return Some(setting.key);
        }
        let word = pair.key.word;
        let place = word.source(range);
        if OTHER_KEYS.contains(&pair.key.text()) {
            return None;
        }
        let keys = settings().map(|setting| setting.key).filter(|key| is_fit(key));
        let Some(right) = self.near(text, keys) else {
            let source = Some(SETTINGS_SOURCE);
            self.find(
                Cause::Read(ReadId::UnknownKey, String::new()),
                Severity::Warning,
                Vec::new(),
                pair.span.clone(),
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
        self.replace(word.editable(range), right);
        Some(right)
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
    fn workload(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
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
            // Without the one that it changes, an update says nothing of what it does not change.
            (false, false) if creation.is_open || !creation.is_new => return,
            (false, false) => {
                self.no_workload(creation, settings, places);
                return;
            }
        };
        creation.choose(Field::Workload, kind, span);
    }

    /// Neither training nor inference is switched on.
    fn no_workload(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
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
        // One that stays where it is and can have a word before it.
        let is_fit = |given: &Given<'_, '_>, place: &Place| {
            !given.protected && !given.is_tied && place.field.is_none() && given.value.range.start == 0
        };
        let first = settings.iter().zip(places).find(|(given, place)| is_fit(given, place));
        if let Some((first, _)) = first {
            let start = first.value.word.span.start;
            self.replace(Some(start..start), "enableInference=True ");
        }
        creation.choose(Field::Workload, WorkloadKind::Inference, span.clone());
        creation.uses.push(Use {
            key: "enableInference",
            value: Some("True".to_owned()),
            span: span.clone(),
            place: span,
            key_place: None,
            free_place: None,
            is_tied: false,
            is_own: true,
        });
    }

    /// How endpoints are reached, and how they are encrypted.
    fn endpoint(&mut self, creation: &mut Creation) {
        let has_endpoint = creation.truth("enableInference") == Truth::On;
        self.exposure(creation, has_endpoint);
        match creation.truth("allowInsecureConnections") {
            Truth::On => {
                let span = creation.find("allowInsecureConnections").map(|read| read.span.clone());
                creation.choose(Field::Transport, TransportKind::Http, span.unwrap_or_default());
            }
            Truth::Unknown => {}
            _ if has_endpoint && !creation.is_open => {
                let head = creation.head.clone();
                creation.choose(Field::Transport, TransportKind::Https, head);
            }
            _ => {}
        }
        let file = creation.find("sslCertPemFile").or_else(|| creation.find("sslKeyPemFile"));
        match (creation.find("sslSecret"), file) {
            (Some(secret), _) => {
                let span = secret.span.clone();
                creation.choose(Field::Certificate, CertificateKind::Secret, span);
            }
            (None, Some(file)) => {
                let span = file.span.clone();
                creation.choose(Field::Certificate, CertificateKind::Files, span);
            }
            (None, None) => {}
        }
    }

    fn exposure(&mut self, creation: &mut Creation, has_endpoint: bool) {
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
            Some((exposure, read)) => {
                let span = read.span.clone();
                creation.choose(Field::Exposure, exposure, span);
            }
            None if has_endpoint && !creation.is_open => {
                if !self.is_left_out {
                    self.hints.faint_preview.get_or_insert(creation.head.clone());
                }
                let head = creation.head.clone();
                creation.choose(Field::Exposure, Exposure::Public, head);
            }
            None => {}
        }
    }

    /// What a command tells of the scenario.
    fn scenario(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
        if !creation.labels.is_empty() {
            let (labels, head) = (creation.labels.clone(), creation.head.clone());
            creation.tell(Field::NodeSelector, &labels, head);
        }
        self.workload(creation, settings, places);
        self.endpoint(creation);
        let told: Vec<Told> = creation.uses.iter().filter_map(Use::switch).collect();
        creation.told.extend(told);
    }
}

impl Use {
    /// What a setting tells that tells of one field alone.
    fn switch(&self) -> Option<Told> {
        let (field, shape) = meaning(self.key);
        let value = self.value.as_deref()?;
        let text = match shape {
            Shape::Text => value,
            Shape::Truth if !matches!(field, Field::Workload | Field::Exposure | Field::Transport) => {
                yes(value == "True").id()
            }
            Shape::Truth | Shape::Service | Shape::Provider => return None,
        };
        Some(Told { field, text: text.to_owned(), span: self.place.clone() })
    }
}

fn settings_of(key: &str) -> Option<&'static Setting> {
    settings().find(|setting| setting.key == key)
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

//! Settings of the extension: their keys, their values, and the answers that follow from them.

mod editions;
mod misplaced;
mod pair;

use std::collections::HashMap;

use super::command::{Context, Given, SETTINGS_SOURCE, Value, yes};
use super::creation::{Answer, Creation, Truth, Use};
use super::finding::{Cause, ReadId, Span};
use super::option::Verb;
use super::reader::Reader;
use crate::analysis::check::Severity;
use crate::base::source;
use crate::edition::setting::{Asked, CLUSTER_IP, NODE_PORT, OFF, ON, SettingKey, Support, ValueForm, asked};
use crate::model::choice::{CertificateKind, Choice as _, Cluster, Exposure, TransportKind, WorkloadKind};
use crate::model::field::Field;
use crate::plan::ErratumId;
use misplaced::Place;
pub(super) use misplaced::option;
use pair::Pair;

/// The keys of a command, each with whether it is first among the protected settings.
type Written<'w> = HashMap<&'w str, bool>;

/// What the CLI writes for the setting `domain`, whatever the command says.
const DOMAIN: &str = "<region>.cloudapp.azure.com";

/// The largest number of commands that create or update an extension, more than a run-book has. Rules skip further ones.
const CREATIONS: usize = 500;

impl Reader<'_> {
    /// Reads the settings of a command that creates or updates an extension.
    pub(super) fn creation(&mut self, mut context: Context<'_, '_>) {
        if context.is_other_product {
            return;
        }
        let is_new = context.row.verb == Verb::Create;
        let mut creation = Creation {
            head: context.head.clone(),
            uses: Vec::new(),
            labels: String::new(),
            answers: Vec::new(),
            is_open: context.is_open,
            is_new,
            base: None,
            served: false,
            name: context.extension_name.take(),
        };
        let settings = std::mem::take(&mut context.settings);
        let mut places = vec![Place::default(); settings.len()];
        let pairs = self.pairs(&settings, context.row);
        let written = self.written_keys(&settings, &pairs);
        for pair in pairs {
            self.join_many();
            if self.is_document && pair.value.as_ref().is_some_and(|value| value.text().is_empty()) {
                // A template writes settings that it does not use with an empty text.
                continue;
            }
            let count = self.count();
            let read = self.setting(&pair, &written, &mut creation);
            let Some(read) = read else { continue };
            let protected = settings.get(pair.index).is_some_and(|given| given.protected);
            if read.key.row().protected != protected {
                let words = places.iter_mut().skip(pair.index).take(pair.words);
                words.for_each(|place| place.field = Some(read.field));
                if let Some(place) = places.get_mut(pair.index) {
                    place.edits = self.edits_since(count);
                }
            }
            if let Some(known) = creation.uses.iter_mut().find(|known| known.key == read.key) {
                if read.key == SettingKey::NodeSelector {
                    continue;
                }
                let fields = vec![read.field];
                self.add(ReadId::RepeatedKey, read.key.id(), Severity::Warning, fields, read.span.clone());
                *known = read;
            } else {
                creation.uses.push(read);
            }
        }
        self.misplaced(&settings, &places);
        self.lacking(&creation.head, &written);
        // A command that is not about the scenario is no evidence for the edition either.
        if !self.is_left_out {
            creation.uses.iter().for_each(|read| self.speaks(read));
        }
        creation.base = self.base(&creation);
        if let Some(base) = creation.base.and_then(|base| self.creations.get(base)) {
            creation.start_from(base);
        }
        self.scenario(&mut creation, &settings, &places);
        for answer in &creation.answers {
            self.set(answer.field, &answer.text, answer.span.clone());
        }
        if self.creations.len() < CREATIONS && !self.is_left_out {
            self.creations.push(creation);
        }
    }

    /// The index of the command whose extension is updated here: the last one about an extension of this name.
    pub(super) fn base(&self, creation: &Creation) -> Option<usize> {
        if creation.is_new || self.is_left_out || self.creations.len() >= CREATIONS {
            return None;
        }
        self.creations.iter().rposition(|known| match (&known.name, &creation.name) {
            (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
            _ => true,
        })
    }

    /// The keys of a command. Reports those that are both settings and protected settings, which the CLI refuses.
    fn written_keys<'w>(&mut self, settings: &[Given<'w, '_>], pairs: &[Pair<'w, '_>]) -> Written<'w> {
        let mut written = Written::new();
        for pair in pairs {
            let protected = settings.get(pair.index).is_some_and(|given| given.protected);
            let key = pair.key.text();
            if *written.entry(key).or_insert(protected) != protected {
                let fields = SettingKey::from_id(key).and_then(SettingKey::asked).map(|asked| asked.field);
                let cause = Cause::Read(ReadId::DuplicateKey, key.to_owned());
                let fields = fields.into_iter().collect();
                self.find(cause, Severity::Error, fields, pair.span.clone(), Some(source::CLI_UPDATE_ML));
            }
        }
        written
    }

    /// Reports the settings that the CLI adds by itself, and that a template lacks.
    fn lacking(&mut self, head: &Span, written: &Written<'_>) {
        if !self.is_document {
            return;
        }
        let lacking = SettingKey::ADDED_BY_CLI.iter().map(|key| key.id());
        let lacking: Vec<&str> = lacking.filter(|key| !written.contains_key(key)).collect();
        if !lacking.is_empty() {
            let cause = Cause::Read(ReadId::MissingSettings, lacking.join(", "));
            self.find(cause, Severity::Warning, Vec::new(), head.clone(), Some(source::CLI_UPDATE_ML));
        }
    }

    /// Reads one setting. `None` if its key is not one that users set.
    fn setting(
        &mut self,
        pair: &Pair<'_, '_>,
        written: &Written<'_>,
        creation: &mut Creation,
    ) -> Option<Use> {
        let (value, key) = (&pair.key, pair.key.text());
        if let Some(gap) = value.word.gap_in(&value.range).cloned() {
            let placeholder = self.text.get(gap.span.clone()).unwrap_or_default();
            let own = placeholder
                .strip_prefix('<')
                .and_then(|rest| rest.strip_suffix('>'))
                .and_then(Field::from_id);
            let is_label = SettingKey::NodeSelector.label_in(key).is_some();
            let field = if is_label { Some(Field::NodeSelector) } else { own };
            creation.is_open |= field.is_none_or(|field| field == Field::Exposure);
            self.gap(&gap, field.into_iter().collect());
            return None;
        }
        // A label stands behind the dot, unless the dot belongs to a key: `relayserver.enabled`.
        let dot = key.find('.').filter(|_| SettingKey::from_id(key).is_none());
        let length = dot.unwrap_or(key.len());
        let base = key.get(..length).unwrap_or_default();
        let base_range = value.part(&(0..length));
        let (known, Asked { field, .. }) = self.key(pair, base, dot.is_some(), &base_range, written)?;
        let field = *field;
        let Some(given) = &pair.value else {
            self.add(ReadId::MissingValue, known.id(), Severity::Error, vec![field], value.span());
            return None;
        };
        let place = if given.range.is_empty() { pair.span.clone() } else { given.span() };
        let is_free = value.word.split_point(value.range.start).is_some() && pair.words == 1;
        let range = value.range.start..given.range.end;
        let mut read = Use {
            key: known,
            field,
            value: None,
            span: pair.span.clone(),
            place,
            key_place: value.word.editable(&base_range),
            free_place: if is_free { value.word.editable(&range) } else { None },
            is_tied: pair.is_tied,
            is_own: true,
        };
        if let Some(gap) = given.word.gap_in(&given.range).cloned() {
            self.gap(&gap, vec![field]);
            return Some(read);
        }
        if known.row().value == ValueForm::Label {
            // The key may be misspelled, so that its length differs from the correct one.
            let name = dot.and_then(|dot| key.get(dot + 1..)).unwrap_or_default();
            let label = [&name.replace("\\.", "."), "=", given.text()].concat();
            if !creation.add_label(&label) {
                self.add(ReadId::RepeatedKey, key, Severity::Warning, vec![field], read.span.clone());
            }
            self.hints.late.get_or_insert(read.span.clone());
            return Some(read);
        }
        if given.text().trim().is_empty() {
            self.add(ReadId::MissingValue, known.id(), Severity::Error, vec![field], read.span.clone());
            return Some(read);
        }
        read.value = match known.row().value {
            ValueForm::Switch => self.one_of(given, &[ON, OFF], vec![field]).map(str::to_owned),
            ValueForm::OneOf(words) => self.one_of(given, words, vec![field]).map(str::to_owned),
            ValueForm::Text | ValueForm::Path | ValueForm::Label => Some(given.text().to_owned()),
        };
        Some(read)
    }

    /// The key that a text is, or was meant to be, and its question. `None` for a key that the wizard does not ask for.
    fn key(
        &mut self,
        pair: &Pair<'_, '_>,
        text: &str,
        has_label: bool,
        range: &Span,
        written: &Written<'_>,
    ) -> Option<(SettingKey, &'static Asked)> {
        let is_fit = |key: &SettingKey| has_label == (key.row().value == ValueForm::Label);
        if let Some(key) = SettingKey::from_id(text).filter(is_fit)
            && let Some(asked) = key.asked()
        {
            return Some((key, asked));
        }
        let word = pair.key.word;
        let place = word.source(range);
        if let Some(key) = SettingKey::from_id(pair.key.text()).filter(|key| key.asked().is_none()) {
            self.not_asked(key, pair);
            return None;
        }
        let former = SettingKey::formerly(text).filter(is_fit).map(SettingKey::id);
        let keys = asked().filter(is_fit).map(SettingKey::id);
        let Some(right) = former.or_else(|| self.near(text, keys)) else {
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
        let key = SettingKey::from_id(right)?;
        let asked = key.asked()?;
        let fields = vec![asked.field];
        // A repair would give the key twice.
        if written.contains_key(right) && !has_label {
            self.find(
                Cause::Read(ReadId::MisprintedKey, String::new()),
                Severity::Error,
                fields,
                place,
                Some(SETTINGS_SOURCE),
            );
            return None;
        }
        if text == "ssKeyPMFile" {
            self.erratum(ErratumId::TypoKey, fields, place);
        } else {
            let cause = Cause::Read(ReadId::MisprintedKey, right.to_owned());
            self.find(cause, Severity::Error, fields, place, Some(SETTINGS_SOURCE));
        }
        self.replace(word.editable(range), right);
        Some((key, asked))
    }

    /// Reports a setting for which the wizard has no question. It is a warning if the plan would install something else.
    fn not_asked(&mut self, key: SettingKey, pair: &Pair<'_, '_>) {
        let is_added =
            SettingKey::ADDED_BY_CLI.contains(&key) || pair.key.text().starts_with("scoringFe.serviceType.");
        if self.is_document && is_added && key.added_by_cli(None).is_none() {
            return;
        }
        if key == SettingKey::Domain {
            let cause = Cause::Read(ReadId::OverwrittenValue, DOMAIN.to_owned());
            let place = pair.value.as_ref().map_or_else(|| pair.span.clone(), Value::span);
            self.find(cause, Severity::Warning, Vec::new(), place, Some(source::CLI_UPDATE_ML));
            return;
        }
        let value = pair.value.as_ref().map(|value| value.text().trim()).unwrap_or_default();
        let cluster = self.known(Field::Cluster).and_then(|known| Cluster::from_id(&known.text));
        let default = key.added_by_cli(cluster);
        let severity = match default {
            // The CLI writes the same value by itself.
            Some(default) if default.eq_ignore_ascii_case(value) => return,
            Some(_) => Severity::Warning,
            None => Severity::Info,
        };
        let cause = Cause::Read(ReadId::NotCarriedOver, key.id().to_owned());
        let source = match key.row().current {
            Support::Known(facts) => Some(facts.source),
            Support::Accepted | Support::Absent => None,
        };
        self.find(cause, severity, Vec::new(), pair.span.clone(), source);
    }

    /// Records the evidence of a key for an edition.
    fn speaks(&mut self, read: &Use) {
        let row = read.key.row();
        let hint = match (row.current, row.arc_preview) {
            (Support::Known(_), Support::Accepted) => &mut self.hints.late,
            (Support::Known(_), Support::Absent) => &mut self.hints.current,
            (Support::Accepted, Support::Known(_)) => &mut self.hints.old,
            (Support::Absent, Support::Known(_)) => &mut self.hints.preview,
            // Both editions have the key, or neither is known to have it.
            (Support::Known(_), Support::Known(_))
            | (Support::Accepted | Support::Absent, Support::Accepted | Support::Absent) => return,
        };
        hint.get_or_insert(read.span.clone());
    }

    /// Sets the workload.
    fn workload(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
        let (training, inference) =
            (creation.truth(SettingKey::EnableTraining), creation.truth(SettingKey::EnableInference));
        if [training, inference].contains(&Truth::Unknown) {
            // One of the two values is not known.
            return;
        }
        let (trains, infers) = (training == Truth::On, inference == Truth::On);
        let place = |key: SettingKey| {
            creation.find(key).map_or_else(|| creation.head.clone(), |read| read.span.clone())
        };
        let (kind, span) = match (trains, infers) {
            (true, true) => (WorkloadKind::Both, place(SettingKey::EnableInference)),
            (true, false) => (WorkloadKind::Training, place(SettingKey::EnableTraining)),
            (false, true) => (WorkloadKind::Inference, place(SettingKey::EnableInference)),
            // An update without a known base only determines what it changes.
            (false, false) if creation.is_open || !creation.is_new => return,
            (false, false) => {
                self.no_workload(creation, settings, places);
                return;
            }
        };
        creation.choose(Field::Workload, kind, span);
    }

    /// Reports that neither training nor inference is turned on.
    fn no_workload(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
        let serves = [SettingKey::SslSecret, SettingKey::InferenceRouterServiceType, SettingKey::SslCname]
            .into_iter()
            .find_map(|key| creation.find(key))
            .filter(|_| creation.find(SettingKey::EnableInference).is_none())
            .map(|read| read.span.clone());
        let Some(span) = serves else {
            let right = [SettingKey::EnableTraining, SettingKey::EnableInference].map(|key| key.with(ON));
            let cause = Cause::Read(ReadId::MissingOption, right.join(", "));
            let head = creation.head.clone();
            self.find(cause, Severity::Error, vec![Field::Workload], head, Some(SETTINGS_SOURCE));
            return;
        };
        self.erratum(ErratumId::TlsEnableInference, vec![Field::Workload], span.clone());
        // The setting stays in its place, and another word can be inserted before it.
        let is_fit = |given: &Given<'_, '_>, place: &Place| {
            !given.protected && !given.is_tied && place.field.is_none() && given.value.range.start == 0
        };
        let first = settings.iter().zip(places).find(|(given, place)| is_fit(given, place));
        if let Some((first, _)) = first {
            let start = first.value.word.span.start;
            self.replace(Some(start..start), &[&SettingKey::EnableInference.with(ON), " "].concat());
        }
        creation.choose(Field::Workload, WorkloadKind::Inference, span.clone());
        creation.uses.push(Use {
            key: SettingKey::EnableInference,
            field: Field::Workload,
            value: Some(ON.to_owned()),
            span: span.clone(),
            place: span,
            key_place: None,
            free_place: None,
            is_tied: false,
            is_own: true,
        });
    }

    /// Sets how endpoints are reached, and how they are encrypted.
    fn endpoint(&mut self, creation: &mut Creation) {
        let has_endpoint = creation.truth(SettingKey::EnableInference) == Truth::On;
        self.exposure(creation, has_endpoint);
        match creation.truth(SettingKey::AllowInsecureConnections) {
            Truth::On => {
                let span = creation.find(SettingKey::AllowInsecureConnections).map(|read| read.span.clone());
                creation.choose(Field::Transport, TransportKind::Http, span.unwrap_or_default());
            }
            Truth::Unknown => {}
            _ if has_endpoint && !creation.is_open => {
                let head = creation.head.clone();
                creation.choose(Field::Transport, TransportKind::Https, head);
            }
            _ => {}
        }
        let (cert, key) =
            (creation.find(SettingKey::SslCertPemFile), creation.find(SettingKey::SslKeyPemFile));
        match (creation.find(SettingKey::SslSecret), cert.or(key)) {
            (Some(secret), _) => {
                // The CLI ignores the secret if it has both files.
                let has_files = cert.is_some() && key.is_some();
                let kind = if has_files { CertificateKind::Files } else { CertificateKind::Secret };
                let span = secret.span.clone();
                creation.choose(Field::Certificate, kind, span);
            }
            (None, Some(file)) => {
                let span = file.span.clone();
                creation.choose(Field::Certificate, CertificateKind::Files, span);
            }
            (None, None) => {}
        }
    }

    fn exposure(&mut self, creation: &mut Creation, has_endpoint: bool) {
        let internal = creation.truth(SettingKey::PrivateEndpointIlb);
        let is_internal =
            creation.find(SettingKey::InternalLoadBalancerProvider).is_some() || internal == Truth::On;
        let node_port = creation.truth(SettingKey::PrivateEndpointNodeport);
        let service = creation.find(SettingKey::InferenceRouterServiceType);
        let chosen = match (service, service.and_then(|read| read.value.as_deref())) {
            (Some(_), None) => return,
            (Some(read), Some(NODE_PORT)) => Some((Exposure::NodePort, read)),
            (Some(read), Some(CLUSTER_IP)) => Some((Exposure::ClusterIp, read)),
            (Some(read), Some(_)) if is_internal => Some((
                Exposure::Internal,
                creation
                    .find(SettingKey::InternalLoadBalancerProvider)
                    .or_else(|| creation.find(SettingKey::PrivateEndpointIlb))
                    .unwrap_or(read),
            )),
            (Some(read), Some(_)) => Some((Exposure::Public, read)),
            (None, _) if node_port == Truth::Unknown || internal == Truth::Unknown => return,
            (None, _) if node_port == Truth::On => {
                creation.find(SettingKey::PrivateEndpointNodeport).map(|read| (Exposure::NodePort, read))
            }
            (None, _) if is_internal => creation
                .find(SettingKey::PrivateEndpointIlb)
                .or_else(|| creation.find(SettingKey::InternalLoadBalancerProvider))
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
                    self.hints.no_service_type.get_or_insert(creation.head.clone());
                }
                let head = creation.head.clone();
                creation.choose(Field::Exposure, Exposure::Public, head);
            }
            None => {}
        }
    }

    /// Sets the answers that follow from a command.
    fn scenario(&mut self, creation: &mut Creation, settings: &[Given<'_, '_>], places: &[Place]) {
        if !creation.labels.is_empty() {
            let (labels, head) = (creation.labels.clone(), creation.head.clone());
            creation.set(Field::NodeSelector, &labels, head);
        }
        self.workload(creation, settings, places);
        self.endpoint(creation);
        let answers: Vec<Answer> = creation.uses.iter().filter_map(Use::switch).collect();
        creation.answers.extend(answers);
    }
}

impl Use {
    /// The answer of a setting that determines a single field.
    fn switch(&self) -> Option<Answer> {
        let value = self.value.as_deref()?;
        let text = match self.key.row().value {
            ValueForm::Text | ValueForm::Path => value,
            ValueForm::Switch
                if !matches!(self.field, Field::Workload | Field::Exposure | Field::Transport) =>
            {
                yes(value == ON).id()
            }
            ValueForm::Switch | ValueForm::OneOf(_) | ValueForm::Label => return None,
        };
        Some(Answer { field: self.field, text: text.to_owned(), span: self.place.clone() })
    }
}

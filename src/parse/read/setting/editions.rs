//! Settings of the other edition, and settings that the edition requires.

use super::super::creation::{Creation, Truth, Use};
use super::super::finding::{Cause, Edit, ReadId, Span};
use super::super::reader::Reader;
use crate::analysis::check::Severity;
use crate::base::source;
use crate::edition::setting::{LOAD_BALANCER, NODE_PORT, OFF, ON, SettingKey, Successor, pairs};
use crate::model::choice::Edition;
use crate::model::field::Field;

impl Creation {
    /// Reports keys of the other edition, and missing settings that the edition requires.
    pub(in crate::parse::read) fn across_editions(&self, reader: &mut Reader<'_>, edition: Edition) {
        if edition == Edition::AksV1 {
            return;
        }
        let mut names_service = self.find(SettingKey::InferenceRouterServiceType).is_some();
        for read in &self.uses {
            if !read.is_own || read.key.row().is_of(edition) {
                continue;
            }
            let field = read.field;
            let (right, edit) = self.counterpart(read, edition, &mut names_service);
            let is_ignored = edition == Edition::Current
                && matches!(field, Field::Exposure | Field::RouterHa)
                && read.value.as_deref() != Some(OFF);
            let severity = if is_ignored { Severity::Error } else { Severity::Warning };
            reader.add(ReadId::MixedEditions, right, severity, vec![field], read.span.clone());
            reader.repair(edit.into_iter().collect());
        }
        // The CLI extension of today refuses commands of the preview too. A text may install the one of that time.
        if self.serves() && !self.is_open && self.begins_to_serve() && reader.hints.preview_tool.is_none() {
            if !names_service {
                self.missing(reader, SettingKey::InferenceRouterServiceType, Field::Exposure);
            }
            if edition == Edition::Current && self.has_unused_certificate() {
                self.missing(reader, SettingKey::SslCname, Field::Cname);
            }
        }
    }

    /// Reports a setting without which the CLI refuses the command.
    fn missing(&self, reader: &mut Reader<'_>, key: SettingKey, field: Field) {
        let cause = Cause::Read(ReadId::MissingOption, key.id().to_owned());
        reader.find(cause, Severity::Error, vec![field], self.head.clone(), Some(source::CLI_UPDATE_ML));
    }

    /// Whether endpoints use HTTP, although a certificate is given without a name. The CLI demands the name of every
    /// certificate. With HTTPS, a rule reports it.
    fn has_unused_certificate(&self) -> bool {
        let has = |key| self.find(key).is_some();
        let has_certificate =
            has(SettingKey::SslSecret) || has(SettingKey::SslCertPemFile) && has(SettingKey::SslKeyPemFile);
        self.truth(SettingKey::AllowInsecureConnections) == Truth::On
            && has_certificate
            && !has(SettingKey::SslCname)
    }

    /// Whether the extension served no endpoints before this command.
    fn begins_to_serve(&self) -> bool {
        self.is_new || self.base.is_some() && !self.served
    }

    /// The text for a key of the preview in `current`, and the edit that writes it, if the meaning is the same.
    fn counterpart(&self, read: &Use, edition: Edition, names_service: &mut bool) -> (String, Option<Edit>) {
        let none = (String::new(), None);
        if edition != Edition::Current {
            return none;
        }
        let is_both = self.truth(SettingKey::PrivateEndpointNodeport) == Truth::On
            && self.truth(SettingKey::PrivateEndpointIlb) == Truth::On;
        match read.key.row().successor {
            Successor::Same | Successor::LeftOut => none,
            Successor::Renamed(key) if self.find(key).is_some() => none,
            Successor::Renamed(key) => (key.id().to_owned(), instead(read.key_place.as_ref(), key.id())),
            // If both are on, it is not clear which one is meant.
            Successor::WhenOn(_) if is_both || read.value.as_deref() != Some(ON) => none,
            Successor::WhenOn(settings) => self.exposure(read, settings, names_service),
        }
    }

    /// The counterpart of a key that determines how endpoints are reached.
    fn exposure(
        &self,
        read: &Use,
        settings: &[(SettingKey, &str)],
        names_service: &mut bool,
    ) -> (String, Option<Edit>) {
        let (service, provider) =
            (SettingKey::InferenceRouterServiceType, SettingKey::InternalLoadBalancerProvider);
        let named = self.find(service).and_then(|read| read.value.as_deref());
        let is_internal = settings.iter().any(|(key, _)| *key == provider);
        // The key contradicts the service type, so that it is not clear which one is meant.
        if is_internal && named == Some(NODE_PORT) {
            return (String::new(), None);
        }
        let is_rest = is_internal && *names_service;
        let settings: Vec<_> =
            settings.iter().copied().filter(|(key, _)| !is_rest || *key == provider).collect();
        let right = pairs(&settings);
        let is_certain = match (is_rest, is_internal) {
            (true, _) => named == Some(LOAD_BALANCER),
            // A value that `=` joins to its option must be a single one.
            (false, true) => !read.is_tied,
            (false, false) => !*names_service,
        };
        let edit =
            instead(read.free_place.as_ref(), &right).filter(|_| is_certain && self.find(provider).is_none());
        *names_service |= edit.is_some();
        (right, edit)
    }
}

/// An edit that replaces this range, if there is one.
fn instead(place: Option<&Span>, text: &str) -> Option<Edit> {
    place.map(|span| Edit { span: span.clone(), text: text.to_owned() })
}

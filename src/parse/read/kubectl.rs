//! Commands of kubectl and oc: the namespaces, secrets and service accounts in a plan.

use super::command::Value;
use super::finding::ReadId;
use super::reader::{Known, Reader};
use super::table::KUBECTL_VALUES;
use super::word::Word;
use crate::analysis::check::Severity;
use crate::model::choice::{CertificateKind, YesNo};
use crate::model::field::Field;
use crate::model::value::EXTENSION_NAMESPACE;

/// Namespaces that cannot be the compute's.
const NOT_OF_COMPUTE: &[&str] = &[EXTENSION_NAMESPACE, "azure-arc", "default"];

/// The parts of a command that are read.
struct Call<'w, 'a> {
    arguments: Vec<Value<'w, 'a>>,
    options: Vec<(String, Value<'w, 'a>)>,
}

impl<'w, 'a> Call<'w, 'a> {
    fn new(words: &'w [Word<'a>]) -> Self {
        let mut call = Self { arguments: Vec::new(), options: Vec::new() };
        let mut words = words.iter().skip(1);
        while let Some(word) = words.next() {
            let text = &*word.text;
            if !text.starts_with('-') {
                call.arguments.push(Value { word, range: word.full_range() });
                continue;
            }
            let length = text.find('=').unwrap_or(text.len());
            let name = text.get(..length).unwrap_or_default().to_owned();
            if length < text.len() {
                call.options.push((name, Value { word, range: length + 1..text.len() }));
            } else if KUBECTL_VALUES.contains(&text)
                && let Some(word) = words.next()
            {
                call.options.push((name, Value { word, range: word.full_range() }));
            }
        }
        call
    }

    fn option(&self, names: &[&str]) -> Option<&Value<'w, 'a>> {
        self.options.iter().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value)
    }
}

impl Reader<'_> {
    /// Reads a command of kubectl or oc. Returns its name if the command is one of those in a plan.
    pub(super) fn kubernetes(&mut self, words: &[Word<'_>]) -> Option<String> {
        let call = Call::new(words);
        let is_oc = words.first().is_some_and(|word| word.text.to_ascii_lowercase().contains("oc"));
        let program = if is_oc { "oc" } else { "kubectl" };
        let texts: Vec<&str> = call.arguments.iter().take(4).map(Value::text).collect();
        let understood: &[&str] = match texts.as_slice() {
            ["create", "namespace" | "ns", ..] => {
                if let Some(name) = call.arguments.get(2) {
                    self.namespace(name);
                }
                &["create", "namespace"]
            }
            ["create", "secret", "generic", ..] => {
                if let Some(name) = call.arguments.get(3) {
                    self.secret(&call, name);
                }
                &["create", "secret", "generic"]
            }
            ["adm", "policy", verb @ ("add-scc-to-user" | "remove-scc-from-user"), ..] => {
                if let Some(user) = call.arguments.get(4) {
                    self.account(user);
                }
                if *verb == "add-scc-to-user" {
                    &["adm", "policy", "add-scc-to-user"]
                } else {
                    &["adm", "policy", "remove-scc-from-user"]
                }
            }
            ["config", "current-context", ..] => &["config", "current-context"],
            ["get", ..] => &["get"],
            ["apply", ..] => &["apply"],
            ["delete", ..] => &["delete"],
            _ => return None,
        };
        if is_oc {
            let span = call.arguments.first().map_or(0..0, Value::span);
            if self.known(Field::Openshift).is_none() {
                self.choose(Field::Openshift, YesNo::Yes, span);
            }
        }
        Some([program, " ", &understood.join(" ")].concat())
    }

    fn namespace(&mut self, name: &Value<'_, '_>) {
        if let Some(gap) = name.word.gap_in(&name.range).cloned() {
            self.gap(&gap, vec![Field::Namespace]);
            return;
        }
        let text = name.text();
        if self.namespaces.len() < 64 {
            self.namespaces.push(Known { text: text.to_owned(), span: name.span() });
        }
        if !NOT_OF_COMPUTE.contains(&text) {
            self.hint(Field::Namespace, text, name.span());
        }
    }

    /// Reads the secret of the extension. Reports a namespace that is missing or not the extension's.
    fn secret(&mut self, call: &Call<'_, '_>, name: &Value<'_, '_>) {
        let parts = [("cert.pem=", Field::CertFile), ("key.pem=", Field::KeyFile)];
        let is_part = |value: &Value<'_, '_>| parts.iter().any(|(part, _)| value.text().starts_with(part));
        let namespace = call.option(&["--namespace", "-n"]);
        let is_of_extension = namespace.is_some_and(|namespace| namespace.text() == EXTENSION_NAMESPACE);
        if !is_of_extension && !call.options.iter().any(|(_, value)| is_part(value)) {
            return;
        }
        match namespace {
            None => {
                let right = ["--namespace ", EXTENSION_NAMESPACE].concat();
                self.add(
                    ReadId::MissingOption,
                    right.as_str(),
                    Severity::Error,
                    vec![Field::TlsSecret],
                    name.word.span.clone(),
                );
                let behind = name.word.span.end..name.word.span.end;
                self.replace(Some(behind), &[" ", &right].concat());
            }
            Some(namespace) if !is_of_extension && namespace.word.gaps.is_empty() => {
                let (field, place) = (vec![Field::TlsSecret], namespace.span());
                self.add(ReadId::WrongValue, EXTENSION_NAMESPACE, Severity::Error, field, place);
                self.replace(namespace.word.editable(&namespace.range), EXTENSION_NAMESPACE);
            }
            Some(_) => {}
        }
        self.choose(Field::Certificate, CertificateKind::Secret, name.span());
        self.take(Field::TlsSecret, name);
        for (_, value) in &call.options {
            for (part, field) in parts {
                if value.text().starts_with(part) {
                    let range = value.range.start + part.len()..value.range.end;
                    self.take(field, &Value { word: value.word, range });
                }
            }
        }
    }

    fn take(&mut self, field: Field, value: &Value<'_, '_>) {
        match value.word.gap_in(&value.range).cloned() {
            Some(gap) => self.gap(&gap, vec![field]),
            None => self.set(field, value.text(), value.span()),
        }
    }

    /// Reads a service account that is granted the SCC: `system:serviceaccount:<namespace>:<name>`.
    fn account(&mut self, user: &Value<'_, '_>) {
        let mut parts = user.text().split(':').skip(2);
        if let (Some(namespace), Some("default")) = (parts.next(), parts.next())
            && user.word.gaps.is_empty()
            && !NOT_OF_COMPUTE.contains(&namespace)
        {
            self.hint(Field::Namespace, namespace, user.span());
        }
    }
}

//! What is known of an extension once a command has made or changed it.

use super::super::Span;
use super::super::reader::{Reader, TEXT};
use super::{CREATIONS, Use};
use crate::edition::setting::{ON, SettingKey};
use crate::model::choice::Choice;
use crate::model::field::Field;

/// More labels than a value can hold are no longer kept.
const LABELS_LENGTH: usize = 8000;

/// A command that makes or changes an extension, kept until its edition is known.
pub(in crate::parse::read) struct Creation {
    /// Where its first words stand.
    pub(in crate::parse::read) head: Span,
    /// The settings that the extension has behind it, the last of each key.
    pub(in crate::parse::read) uses: Vec<Use>,
    /// Whether more settings stand where they cannot be read.
    pub(in crate::parse::read) is_open: bool,
    /// Whether it installs the extension; else it changes it.
    pub(in crate::parse::read) is_new: bool,
    /// The command whose extension it changes, where the text has that.
    pub(in crate::parse::read) base: Option<usize>,
    /// Whether endpoints were served before.
    pub(super) served: bool,
    /// What the extension is called.
    pub(super) name: Option<String>,
    /// What it tells of the scenario.
    pub(in crate::parse::read) told: Vec<Told>,
    /// The labels of `nodeSelector`, `label=value` with commas between.
    pub(super) labels: String,
}

/// What a command tells of a field.
#[derive(Clone)]
pub(in crate::parse::read) struct Told {
    pub(in crate::parse::read) field: Field,
    pub(in crate::parse::read) text: String,
    pub(in crate::parse::read) span: Span,
}

/// Whether a setting switches something on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// It is not there.
    Absent,
    /// Its value is not known.
    Unknown,
    On,
    Off,
}

impl Creation {
    pub(in crate::parse::read) fn find(&self, key: SettingKey) -> Option<&Use> {
        self.uses.iter().find(|read| read.key == key)
    }

    pub(super) fn truth(&self, key: SettingKey) -> Truth {
        match self.find(key).map(|read| read.value.as_deref()) {
            None => Truth::Absent,
            Some(None) => Truth::Unknown,
            Some(Some(ON)) => Truth::On,
            Some(Some(_)) => Truth::Off,
        }
    }

    /// Whether endpoints are served for certain.
    pub(in crate::parse::read) fn serves(&self) -> bool {
        self.truth(SettingKey::EnableInference) == Truth::On
    }

    /// Its settings as the rules judge them, `key=value`.
    pub(in crate::parse::read) fn settings(&self) -> Vec<String> {
        let text = |read: &Use| Some(read.key.with(read.value.as_deref()?));
        self.uses.iter().filter_map(text).collect()
    }

    /// What it tells of a field.
    pub(in crate::parse::read) fn told(&self, field: Field) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.field == field)
    }

    pub(super) fn tell(&mut self, field: Field, text: &str, span: Span) {
        self.told.push(Told { field, text: text.to_owned(), span });
    }

    pub(super) fn choose<T: Choice>(&mut self, field: Field, choice: T, span: Span) {
        self.tell(field, choice.id(), span);
    }

    /// Keeps a label, `label=value`, in the place of one of that name. Whether there was none.
    pub(super) fn add_label(&mut self, label: &str) -> bool {
        if self.labels.len() + label.len() >= LABELS_LENGTH {
            return true;
        }
        let name = label.split('=').next();
        let is_same = |known: &&str| known.split('=').next() == name;
        let is_new = !self.labels.split(',').any(|known| is_same(&known));
        let mut kept: Vec<&str> =
            self.labels.split(',').filter(|known| !known.is_empty() && !is_same(known)).collect();
        kept.push(label);
        self.labels = kept.join(",");
        is_new
    }

    /// Puts what it says over what another command has made.
    pub(super) fn start_from(&mut self, base: &Self) {
        let own = std::mem::replace(&mut self.labels, base.labels.clone());
        for label in own.split(',').filter(|label| !label.is_empty()) {
            self.add_label(label);
        }
        for read in &base.uses {
            if self.find(read.key).is_some() {
                continue;
            }
            let mut read = read.clone();
            read.is_own = false;
            read.value = read.value.filter(|value| value.len() <= TEXT);
            self.uses.push(read);
        }
        self.is_open |= base.is_open;
        self.served = base.serves();
    }
}

impl Reader<'_> {
    /// The command whose extension is changed here: the last one about an extension of this name.
    pub(super) fn base(&self, creation: &Creation) -> Option<usize> {
        if creation.is_new || self.is_left_out || self.creations.len() >= CREATIONS {
            return None;
        }
        self.creations.iter().rposition(|known| match (&known.name, &creation.name) {
            (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
            _ => true,
        })
    }
}

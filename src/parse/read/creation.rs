//! The state of an extension after a command has created or updated it.

use super::finding::Span;
use crate::edition::setting::{ON, SettingKey};
use crate::model::choice::Choice;
use crate::model::field::Field;

/// The longest text that any field accepts.
pub(super) const TEXT: usize = 8192;

/// A setting as it was read.
#[derive(Clone)]
pub(super) struct Use {
    /// Its key, with misprints corrected.
    pub(super) key: SettingKey,
    /// The field that it answers.
    pub(super) field: Field,
    /// Its value. `None` if the value is not known.
    pub(super) value: Option<String>,
    /// The range of the complete setting.
    pub(super) span: Span,
    /// The range of the value.
    pub(super) place: Span,
    /// The range of the key. `None` if the key cannot be replaced.
    pub(super) key_place: Option<Span>,
    /// The range that two settings can replace. `None` if there is no such range.
    pub(super) free_place: Option<Span>,
    /// Whether `=` joins it to its option, which then takes no other setting.
    pub(super) is_tied: bool,
    /// Whether it is in the command itself. Otherwise, it is from an earlier command.
    pub(super) is_own: bool,
}

/// The limit for the labels that are kept. A value cannot hold more.
const LABELS_LENGTH: usize = 8000;

/// A command that creates or updates an extension. It is kept until the edition is known.
pub(super) struct Creation {
    /// The range of its program and the words before its options.
    pub(super) head: Span,
    /// The settings of the extension after the command, the last one of each key.
    pub(super) uses: Vec<Use>,
    /// Whether it has more settings, which cannot be read.
    pub(super) is_open: bool,
    /// Whether it installs the extension. Otherwise, it updates the extension.
    pub(super) is_new: bool,
    /// The index of the command that it updates. `None` if the text does not contain that command.
    pub(super) base: Option<usize>,
    /// Whether the extension served endpoints before the command.
    pub(super) served: bool,
    /// The name of the extension.
    pub(super) name: Option<String>,
    /// The answers in the command.
    pub(super) answers: Vec<Answer>,
    /// The labels of `nodeSelector` as `label=value`, separated by commas.
    pub(super) labels: String,
}

/// An answer to a field in a command.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) field: Field,
    pub(super) text: String,
    pub(super) span: Span,
}

/// Whether a setting turns something on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// The setting is missing.
    Absent,
    /// The value is not known.
    Unknown,
    On,
    Off,
}

impl Creation {
    pub(super) fn find(&self, key: SettingKey) -> Option<&Use> {
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

    /// Whether the extension certainly serves endpoints.
    pub(super) fn serves(&self) -> bool {
        self.truth(SettingKey::EnableInference) == Truth::On
    }

    /// The settings with known values as `key=value`, which is what the rules check.
    pub(super) fn settings(&self) -> Vec<String> {
        let text = |read: &Use| Some(read.key.with(read.value.as_deref()?));
        self.uses.iter().filter_map(text).collect()
    }

    /// The last answer to a field.
    pub(super) fn answer(&self, field: Field) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| answer.field == field)
    }

    pub(super) fn set(&mut self, field: Field, text: &str, span: Span) {
        self.answers.push(Answer { field, text: text.to_owned(), span });
    }

    pub(super) fn choose<T: Choice>(&mut self, field: Field, choice: T, span: Span) {
        self.set(field, choice.id(), span);
    }

    /// Adds a label, `label=value`, and replaces an earlier one with the same name. Returns whether there was none.
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

    /// Adds the settings and labels of an earlier command that this one does not replace.
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

//! What is known of an extension once a command has made or changed it.

use super::finding::Span;
use crate::edition::setting::{ON, SettingKey};
use crate::model::choice::Choice;
use crate::model::field::Field;

/// No field takes a text longer than this.
pub(super) const TEXT: usize = 8192;

/// A setting as it was read.
#[derive(Clone)]
pub(super) struct Use {
    /// Its right key.
    pub(super) key: SettingKey,
    /// The field whose answer it carries.
    pub(super) field: Field,
    /// Its value; nothing where that is not known.
    pub(super) value: Option<String>,
    /// Where all of it stands.
    pub(super) span: Span,
    /// Where the value stands.
    pub(super) place: Span,
    /// Where the key stands, where another can be put in its place.
    pub(super) key_place: Option<Span>,
    /// Where two settings can be put in its place.
    pub(super) free_place: Option<Span>,
    /// Whether it is tied to its option, which then takes no other.
    pub(super) is_tied: bool,
    /// Whether the command itself has it; else one before it.
    pub(super) is_own: bool,
}

/// More labels than a value can hold are no longer kept.
const LABELS_LENGTH: usize = 8000;

/// A command that makes or changes an extension, kept until its edition is known.
pub(super) struct Creation {
    /// Where its first words stand.
    pub(super) head: Span,
    /// The settings that the extension has behind it, the last of each key.
    pub(super) uses: Vec<Use>,
    /// Whether more settings stand where they cannot be read.
    pub(super) is_open: bool,
    /// Whether it installs the extension; else it changes it.
    pub(super) is_new: bool,
    /// The command whose extension it changes, where the text has that.
    pub(super) base: Option<usize>,
    /// Whether endpoints were served before.
    pub(super) served: bool,
    /// What the extension is called.
    pub(super) name: Option<String>,
    /// What it tells of the scenario.
    pub(super) answers: Vec<Answer>,
    /// The labels of `nodeSelector`, `label=value` with commas between.
    pub(super) labels: String,
}

/// What a command tells of a field.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) field: Field,
    pub(super) text: String,
    pub(super) span: Span,
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

    /// Whether endpoints are served for certain.
    pub(super) fn serves(&self) -> bool {
        self.truth(SettingKey::EnableInference) == Truth::On
    }

    /// Its settings as the rules judge them, `key=value`.
    pub(super) fn settings(&self) -> Vec<String> {
        let text = |read: &Use| Some(read.key.with(read.value.as_deref()?));
        self.uses.iter().filter_map(text).collect()
    }

    /// What it tells of a field.
    pub(super) fn answer(&self, field: Field) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| answer.field == field)
    }

    pub(super) fn set(&mut self, field: Field, text: &str, span: Span) {
        self.answers.push(Answer { field, text: text.to_owned(), span });
    }

    pub(super) fn choose<T: Choice>(&mut self, field: Field, choice: T, span: Span) {
        self.set(field, choice.id(), span);
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

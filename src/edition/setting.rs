//! The settings of the extension. `setting/table.rs` has a row for every key that the wizard or the Azure CLI knows; this file
//! has the type of a row and the look-ups. No other source contains the text of a key.

pub mod added;
mod table;

pub use table::SettingKey;
pub(crate) use table::{CLUSTER_IP, DEV_TEST, FAST_PROD, LOAD_BALANCER, NODE_PORT, exposed_by};

use crate::base::source::{self, Source};
use crate::model::choice::Edition;
use crate::model::field::Field;
use crate::model::scenario::Extension;
use crate::plan::Word;

/// The value that switches a setting on.
pub(crate) const ON: &str = "True";

/// The value that switches a setting off.
pub(crate) const OFF: &str = "False";

/// What is known about a key.
#[derive(Debug)]
pub struct SettingRow {
    /// The key.
    pub key: SettingKey,
    /// Other names that documents, release notes or issues gave it. No version takes them.
    pub former: &'static [&'static str],
    /// Which values it takes.
    pub value: ValueForm,
    /// Whether it must be written with `--config-protected`. Azure does not return such values.
    pub protected: bool,
    /// What must be on for it to have an effect.
    pub needs: Needs,
    /// Whether edition `current` has it.
    pub current: Support,
    /// Whether edition `arc-preview` has it.
    pub arc_preview: Support,
    /// What replaces it in `current`.
    pub successor: Successor,
    /// How the wizard asks for it. `None` for a key that the wizard knows and does not ask for.
    pub asked: Option<Asked>,
}

/// Which values a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueForm {
    /// `True` or `False`.
    Switch,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Any text.
    Text,
    /// The path of a file on the user's machine.
    Path,
    /// The value of a label. The key ends with a full stop and the name of the label.
    Label,
}

/// What must be on for a setting to have an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Training.
    Training,
    /// Real-time inference.
    Inference,
}

impl Needs {
    /// Whether it is on.
    pub(crate) fn are_met(self, scenario: &Extension) -> bool {
        match self {
            Self::Nothing => true,
            Self::Training => scenario.trains(),
            Self::Inference => scenario.has_endpoint(),
        }
    }
}

/// Whether an edition has a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It does, and this is what is known about it there.
    Known(Facts),
    /// The edition takes the key, but its documents do not have it.
    Accepted,
    /// The edition does not have it.
    Absent,
}

/// What an edition's documents say about a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The value that takes effect when the setting is not written. `None` if there is no such value.
    pub default: Option<&'static str>,
    /// Where it is documented.
    pub source: Source,
}

/// What replaces a setting in edition `current`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Successor {
    /// Nothing replaces it: `current` has the same key.
    Same,
    /// Another key with the same value.
    Renamed(SettingKey),
    /// These settings if the value is `True`; nothing if it is `False`.
    WhenOn(&'static [(SettingKey, &'static str)]),
    /// The setting is left out.
    LeftOut,
}

/// How the wizard asks for a setting.
#[derive(Debug)]
pub struct Asked {
    /// The field whose answer the setting carries.
    pub field: Field,
    /// How a scenario becomes its words.
    words: Words,
}

/// How a scenario becomes the words of a setting.
#[derive(Debug)]
enum Words {
    /// `key=True` or `key=False`, if that differs from the default.
    Switch(fn(&Extension) -> bool),
    /// `key=value`, any number of times.
    Pairs(fn(SettingKey, &Extension) -> Vec<Word>),
}

impl SettingRow {
    /// A setting that is asked for, in no edition yet.
    const fn asked(key: SettingKey, value: ValueForm, field: Field, words: Words) -> Self {
        Self { asked: Some(Asked { field, words }), ..Self::known(key, value) }
    }

    /// A switch that a field asks for.
    const fn switch(key: SettingKey, field: Field, is_on: fn(&Extension) -> bool) -> Self {
        Self::asked(key, ValueForm::Switch, field, Words::Switch(is_on))
    }

    /// A setting of another form that a field asks for.
    const fn pairs(
        key: SettingKey,
        value: ValueForm,
        field: Field,
        words: fn(SettingKey, &Extension) -> Vec<Word>,
    ) -> Self {
        Self::asked(key, value, field, Words::Pairs(words))
    }

    /// A setting that the wizard knows and does not ask for, in no edition yet.
    const fn known(key: SettingKey, value: ValueForm) -> Self {
        Self {
            key,
            former: &[],
            value,
            protected: false,
            needs: Needs::Nothing,
            current: Support::Absent,
            arc_preview: Support::Absent,
            successor: Successor::Same,
            asked: None,
        }
    }

    /// Edition `current` has it.
    const fn current(self, default: Option<&'static str>, source: Source) -> Self {
        Self { current: Support::Known(Facts { default, source }), ..self }
    }

    /// Edition `arc-preview` has it. The documents of the preview are gone; the history of the CLI extension names the keys
    /// where it replaces them.
    const fn preview(self, default: Option<&'static str>) -> Self {
        let source = source::CLI_HISTORY;
        Self { arc_preview: Support::Known(Facts { default, source }), ..self }
    }

    /// Late versions of `arc-preview` take it.
    const fn accepted_in_preview(self) -> Self {
        Self { arc_preview: Support::Accepted, ..self }
    }

    /// Edition `current` takes it.
    const fn accepted_in_current(self) -> Self {
        Self { current: Support::Accepted, ..self }
    }

    /// Documents, release notes or issues gave it these names.
    const fn formerly(self, former: &'static [&'static str]) -> Self {
        Self { former, ..self }
    }

    /// The setting must be written with `--config-protected`.
    const fn protected(self) -> Self {
        Self { protected: true, ..self }
    }

    /// It has an effect only with this.
    const fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    /// This replaces it in `current`.
    const fn successor(self, successor: Successor) -> Self {
        Self { successor, ..self }
    }

    /// Whether an edition has the setting.
    pub fn support(&self, edition: Edition) -> Support {
        match edition {
            Edition::Current => self.current,
            Edition::ArcPreview => self.arc_preview,
            Edition::AksV1 => Support::Absent,
        }
    }

    /// Where it is documented, in the newest edition that has it.
    #[cfg(feature = "json")]
    pub(crate) fn documented(&self) -> Source {
        match (self.current, self.arc_preview) {
            (Support::Known(facts), _) | (_, Support::Known(facts)) => facts.source,
            _ => source::DEPLOY,
        }
    }

    /// Whether the documents of an edition have the setting.
    pub fn is_of(&self, edition: Edition) -> bool {
        matches!(self.support(edition), Support::Known(_))
    }

    /// The setting as an edition has it. `None` if the edition does not have it or the wizard does not ask for it.
    fn in_edition(&'static self, edition: Edition) -> Option<Setting> {
        match (&self.asked, self.support(edition)) {
            (Some(Asked { field, words }), Support::Known(Facts { default, source })) => Some(Setting {
                key: self.key,
                field: *field,
                protected: self.protected,
                needs: self.needs,
                default,
                source,
                words,
            }),
            (Some(_), Support::Accepted | Support::Absent) | (None, _) => None,
        }
    }
}

impl SettingKey {
    /// The key with this text. Keys are case-sensitive.
    pub fn from_id(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|key| key.id() == text).copied()
    }

    /// The key that documents, release notes or issues gave another name.
    pub fn formerly(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|key| key.row().former.contains(&text)).copied()
    }

    /// The key of `key=value` or `nodeSelector.<label>=value`.
    pub fn of_pair(text: &str) -> Option<Self> {
        let key = text.split_once('=').map_or(text, |(key, _)| key);
        Self::NodeSelector.label_in(key).map(|_| Self::NodeSelector).or_else(|| Self::from_id(key))
    }

    /// The name of the label behind this key: `pool` of `nodeSelector.pool`.
    pub(crate) fn label_in(self, text: &str) -> Option<&str> {
        text.strip_prefix(self.id())?.strip_prefix('.')
    }

    /// How the wizard asks for it. `None` for a key that the wizard knows and does not ask for.
    pub fn asked(self) -> Option<&'static Asked> {
        self.row().asked.as_ref()
    }

    /// `key=value`.
    pub(crate) fn with(self, value: &str) -> String {
        [self.id(), "=", value].concat()
    }
}

/// `key=value` of several settings, separated by spaces.
pub(crate) fn pairs(settings: &[(SettingKey, &str)]) -> String {
    let texts: Vec<String> = settings.iter().map(|(key, value)| key.with(value)).collect();
    texts.join(" ")
}

/// The keys that the wizard asks for, in any edition.
pub fn asked() -> impl Iterator<Item = SettingKey> {
    SettingKey::ALL.iter().copied().filter(|key| key.asked().is_some())
}

/// A setting that the wizard asks for, as an edition has it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key.
    pub key: SettingKey,
    /// The field whose answer it carries.
    pub field: Field,
    /// Whether it must be written with `--config-protected`. Azure does not return such values.
    pub protected: bool,
    /// What must be on for it to have an effect.
    pub needs: Needs,
    /// The value that takes effect when it is not written. `None` if there is no such value.
    pub default: Option<&'static str>,
    /// Where it is documented.
    pub source: Source,
    words: &'static Words,
}

impl Setting {
    /// Its words in a scenario, each `key=value`: empty if the setting does not apply or has its default.
    pub(crate) fn words(&self, scenario: &Extension) -> Vec<Word> {
        match self.words {
            Words::Pairs(words) => words(self.key, scenario),
            Words::Switch(is_on) => {
                let is_on = is_on(scenario);
                if self.default == Some(if is_on { ON } else { OFF }) {
                    Vec::new()
                } else {
                    vec![Word::flag(self.key.id(), is_on)]
                }
            }
        }
    }
}

/// The settings that the wizard asks for in an edition, in the order in which they are written.
pub fn settings(edition: Edition) -> impl Iterator<Item = Setting> {
    SettingKey::ALL.iter().filter_map(move |key| key.row().in_edition(edition))
}

/// The settings of an edition that carry the answer to a field.
pub fn of_field(field: Field, edition: Edition) -> impl Iterator<Item = Setting> {
    settings(edition).filter(move |setting| setting.field == field)
}

//! Names for the values of a file, so that each stands in it once, at the top, where it can be filled in or changed.

use crate::model::field::Field;
use crate::plan::{Part, Word};

/// A value with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variable {
    /// Its name: its field's id with underscores, and a number where the field has several values.
    pub(crate) name: String,
    /// Its field.
    pub(crate) field: Field,
    /// Its text; nothing for a gap.
    text: Option<Box<str>>,
}

impl Variable {
    /// Its text, or its placeholder.
    pub(crate) fn text(&self) -> String {
        self.text.as_deref().map_or_else(|| self.field.placeholder(), str::to_owned)
    }

    /// Whether it is a gap.
    pub(crate) fn is_gap(&self) -> bool {
        self.text.is_none()
    }
}

/// The variables of a file, in the order in which their values come up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variables(Vec<Variable>);

impl Variables {
    /// Names the values of a word, unless they have names.
    pub(crate) fn add(&mut self, word: &Word) {
        for part in word.parts() {
            let (field, text) = match part {
                Part::Value { text, field } => (*field, Some(text.clone())),
                Part::Placeholder(field) => (*field, None),
                Part::Fixed(_) | Part::Contents(_) => continue,
            };
            if self.of(part).is_none() {
                let others = self.0.iter().filter(|known| known.field == field).count();
                let mut name = field.id().replace('-', "_");
                if others > 0 {
                    name = [&name, "_", &(others + 1).to_string()].concat();
                }
                self.0.push(Variable { name, field, text });
            }
        }
    }

    /// The variable of a piece of a word.
    pub(crate) fn of(&self, part: &Part) -> Option<&Variable> {
        let (field, text) = match part {
            Part::Value { text, field } => (field, Some(text)),
            Part::Placeholder(field) => (field, None),
            Part::Fixed(_) | Part::Contents(_) => return None,
        };
        self.0.iter().find(|known| known.field == *field && known.text.as_ref() == text)
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Variable> {
        self.0.iter()
    }

    /// Those whose values are missing.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Variable> {
        self.0.iter().filter(|variable| variable.is_gap())
    }
}

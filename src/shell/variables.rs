//! Variables for the values of a file. Each value appears only once, at the top of the file, where it can be filled in
//! or changed.

use crate::model::field::Field;
use crate::plan::{Part, Word};

/// A variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variable {
    /// The field's id with underscores, and a number if the field has several values.
    pub(crate) name: String,
    /// The field.
    pub(crate) field: Field,
    /// The value. `None` for a gap.
    text: Option<Box<str>>,
}

impl Variable {
    /// The value, or the field's placeholder.
    pub(crate) fn text(&self) -> String {
        self.text.as_deref().map_or_else(|| self.field.placeholder(), str::to_owned)
    }

    /// Whether the value is missing.
    pub(crate) fn is_gap(&self) -> bool {
        self.text.is_none()
    }
}

/// The variables of a file, in the order in which their values first occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variables(Vec<Variable>);

impl Variables {
    /// Adds a variable for each value of a word that has none yet.
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

    /// The variable for a part of a word.
    pub(crate) fn of(&self, part: &Part) -> Option<&Variable> {
        let (field, text) = match part {
            Part::Value { text, field } => (field, Some(text)),
            Part::Placeholder(field) => (field, None),
            Part::Fixed(_) | Part::Contents(_) => return None,
        };
        self.0.iter().find(|known| known.field == *field && known.text.as_ref() == text)
    }

    /// Every variable.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Variable> {
        self.0.iter()
    }

    /// The variables whose value is missing.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Variable> {
        self.0.iter().filter(|variable| variable.is_gap())
    }
}

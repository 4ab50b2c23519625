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
    /// Whether the value is a path below the home folder.
    pub(crate) is_below_home: bool,
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

/// The field of a part, its value, and whether the value is a path below the home folder. `None` if it needs no variable.
fn identity(part: &Part) -> Option<(Field, Option<&str>, bool)> {
    match part {
        Part::Value { text, field } => Some((*field, Some(text), false)),
        Part::BelowHome { path, field } => Some((*field, Some(path), true)),
        Part::Placeholder(field) => Some((*field, None, false)),
        Part::Fixed(_) | Part::Contents(_) => None,
    }
}

/// The variables of a file, in the order in which their values first occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variables(Vec<Variable>);

impl Variables {
    /// Adds a variable for each value of a word that has none yet.
    pub(crate) fn add(&mut self, word: &Word) {
        for part in word.parts() {
            let Some((field, text, is_below_home)) = identity(part) else { continue };
            if self.of(part).is_none() {
                let others = self.0.iter().filter(|known| known.field == field).count();
                let mut name = field.id().replace('-', "_");
                if others > 0 {
                    name = [&name, "_", &(others + 1).to_string()].concat();
                }
                self.0.push(Variable { name, field, text: text.map(Into::into), is_below_home });
            }
        }
    }

    /// The variable for a part of a word.
    pub(crate) fn of(&self, part: &Part) -> Option<&Variable> {
        let identity = identity(part)?;
        self.0.iter().find(|known| (known.field, known.text.as_deref(), known.is_below_home) == identity)
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

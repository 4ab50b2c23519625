//! Words: the smallest things that outputs are made of.

use crate::field::Field;
use crate::scenario::Slot;
use crate::value::{Checked, Value};

/// One word of a command, as the program gets it. It is made of texts of the wizard's own, which the compiler knows, and
/// of texts that have been checked. No other text gets in:
///
/// ```compile_fail
/// let typed = String::from("rg; echo PWNED #");
/// azureml_k8s_wizard::plan::Word::fixed(&typed);
/// ```
///
/// ```compile_fail
/// use azureml_k8s_wizard::{field::Field, plan::Word, value::Checked};
/// Word::checked(Checked("rg; echo PWNED #"), Field::ResourceGroup);
/// ```
///
/// ```compile_fail
/// use azureml_k8s_wizard::{field::Field, plan::{Part, Word}};
/// Word(vec![Part::Value { text: "rg; echo PWNED #".into(), field: Field::ResourceGroup }]);
/// ```
///
/// This does:
///
/// ```
/// use azureml_k8s_wizard::{field::Field, plan::Word, value::{ResourceGroupName, Value as _}};
/// let group = ResourceGroupName::parse("rg-ml")?;
/// Word::fixed("/resourceGroups/").and_checked(group.checked(), Field::ResourceGroup);
/// # Ok::<(), azureml_k8s_wizard::value::Problem>(())
/// ```
///
/// In a box, so that it is handed from call to call in a register: 0.8 kB less of the page's WebAssembly, brotli.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "a vector is handed on in memory")]
pub struct Word(Box<Vec<Part>>);

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text of the wizard's own.
    Fixed(&'static str),
    /// A user's text that has been checked.
    Value {
        /// The text.
        text: Box<str>,
        /// The field that it was typed in.
        field: Field,
    },
    /// A gap: a value is missing or cannot be used.
    Placeholder(Field),
    /// A gap for the contents of the file that a field names. The wizard never sees them, so that no field fills it.
    Contents(Field),
}

impl Word {
    /// A word of the wizard's own.
    pub fn fixed(text: &'static str) -> Self {
        Self(Box::new(vec![Part::Fixed(text)]))
    }

    /// `True` or `False`, as the extension's settings are written, behind `key=`.
    pub fn flag(key: &'static str, on: bool) -> Self {
        Self::fixed(key).and_fixed(if on { "=True" } else { "=False" })
    }

    /// A user's value, or its placeholder.
    pub fn slot<T: Value>(slot: &Slot<T>) -> Self {
        Self(Box::default()).and_slot(slot)
    }

    /// A checked text.
    pub fn checked(text: Checked<'_>, field: Field) -> Self {
        Self(Box::default()).and_checked(text, field)
    }

    /// A gap.
    pub fn placeholder(field: Field) -> Self {
        Self(Box::new(vec![Part::Placeholder(field)]))
    }

    /// A gap for the contents of the file that a field names.
    pub fn contents(field: Field) -> Self {
        Self(Box::new(vec![Part::Contents(field)]))
    }

    /// The same word with a text of the wizard's own behind it.
    #[must_use]
    pub fn and_fixed(mut self, text: &'static str) -> Self {
        self.0.push(Part::Fixed(text));
        self
    }

    /// The same word with a checked text behind it.
    #[must_use]
    pub fn and_checked(mut self, text: Checked<'_>, field: Field) -> Self {
        self.0.push(Part::Value { text: text.as_str().into(), field });
        self
    }

    /// The same word with a user's value, or its placeholder, behind it.
    #[must_use]
    pub fn and_slot<T: Value>(mut self, slot: &Slot<T>) -> Self {
        match &slot.value {
            Some(value) => self.and_checked(value.checked(), slot.field),
            None => {
                self.0.push(Part::Placeholder(slot.field));
                self
            }
        }
    }

    /// Words in one, with a text of the wizard's own between them.
    pub fn joined(words: Vec<Self>, between: &'static str) -> Self {
        let mut parts = Vec::new();
        for word in words {
            if !parts.is_empty() {
                parts.push(Part::Fixed(between));
            }
            parts.extend(*word.0);
        }
        Self(Box::new(parts))
    }

    /// The text of a word that is wholly the wizard's own.
    pub fn as_fixed(&self) -> Option<&'static str> {
        match self.0.as_slice() {
            [Part::Fixed(text)] => Some(text),
            _ => None,
        }
    }

    /// The pieces, in order.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
}

//! Words: the smallest units of an output.

use crate::model::field::Field;
use crate::model::scenario::Slot;
use crate::model::value::{Checked, Value};

/// One word of a command, as the program receives it. It consists of fixed texts, which are known at compile time, and
/// of checked texts. It accepts no other text:
///
/// ```compile_fail
/// let typed = String::from("rg; echo PWNED #");
/// azureml_k8s_wizard::plan::Word::fixed(&typed);
/// ```
///
/// ```compile_fail
/// use azureml_k8s_wizard::{model::field::Field, model::value::Checked, plan::Word};
/// Word::checked(Checked { text: "rg; echo PWNED #", is_below_home: false }, Field::ResourceGroup);
/// ```
///
/// ```compile_fail
/// use azureml_k8s_wizard::{model::field::Field, plan::{Part, Word}};
/// Word::of(Part::Value { text: "rg; echo PWNED #".into(), field: Field::ResourceGroup });
/// ```
///
/// This compiles:
///
/// ```
/// use azureml_k8s_wizard::{model::field::Field, model::value::{ResourceGroupName, Value as _}, plan::Word};
/// let group = ResourceGroupName::parse("rg-ml")?;
/// Word::fixed("/resourceGroups/").and_checked(group.checked(), Field::ResourceGroup);
/// # Ok::<(), azureml_k8s_wizard::model::value::Problem>(())
/// ```
///
/// It is boxed so that functions pass it in a register, which saves 0.8 kB of the page's WebAssembly after brotli. Most
/// words have one part, which is then the only allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(Box<Link>);

/// A part and the parts after it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    part: Part,
    rest: Option<Word>,
}

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A fixed text of the wizard.
    Fixed(&'static str),
    /// A checked text from the user.
    Value {
        /// The text.
        text: Box<str>,
        /// The field that the text comes from.
        field: Field,
    },
    /// A checked path below the home folder of whoever runs the command. Each writer has its own spelling of that folder.
    BelowHome {
        /// The path, with slashes.
        path: Box<str>,
        /// The field that the path comes from.
        field: Field,
    },
    /// A gap: the value is missing or cannot be used.
    Placeholder(Field),
    /// A gap for the contents of the file that a field names. No field fills it, because the wizard never sees the
    /// contents.
    Contents(Field),
}

impl Word {
    fn of(part: Part) -> Self {
        Self(Box::new(Link { part, rest: None }))
    }

    /// Appends another word.
    #[must_use]
    pub(crate) fn and(mut self, more: Self) -> Self {
        let mut rest = &mut self.0.rest;
        while let Some(word) = rest {
            rest = &mut word.0.rest;
        }
        *rest = Some(more);
        self
    }

    /// A fixed text.
    pub fn fixed(text: &'static str) -> Self {
        Self::of(Part::Fixed(text))
    }

    /// A Boolean setting of the extension: `key=True` or `key=False`.
    pub fn flag(key: &'static str, on: bool) -> Self {
        Self::fixed(key).and_fixed(if on { "=True" } else { "=False" })
    }

    /// The field's value, or its placeholder.
    pub fn slot<T: Value>(slot: &Slot<T>) -> Self {
        match &slot.value {
            Some(value) => Self::checked(value.checked(), slot.field),
            None => Self::placeholder(slot.field),
        }
    }

    /// A checked text.
    pub fn checked(text: Checked<'_>, field: Field) -> Self {
        let boxed = text.as_str().into();
        Self::of(if text.is_below_home() {
            Part::BelowHome { path: boxed, field }
        } else {
            Part::Value { text: boxed, field }
        })
    }

    /// A gap.
    pub fn placeholder(field: Field) -> Self {
        Self::of(Part::Placeholder(field))
    }

    /// A gap for the contents of the file that a field names.
    pub fn contents(field: Field) -> Self {
        Self::of(Part::Contents(field))
    }

    /// Appends a fixed text.
    #[must_use]
    pub fn and_fixed(self, text: &'static str) -> Self {
        self.and(Self::fixed(text))
    }

    /// Appends a checked text.
    #[must_use]
    pub fn and_checked(self, text: Checked<'_>, field: Field) -> Self {
        self.and(Self::checked(text, field))
    }

    /// Appends the field's value, or its placeholder.
    #[must_use]
    pub fn and_slot<T: Value>(self, slot: &Slot<T>) -> Self {
        self.and(Self::slot(slot))
    }

    /// Joins words with a fixed separator.
    pub fn joined(words: Vec<Self>, between: &'static str) -> Self {
        // Backwards, because appending walks to the end of the word.
        let joined = words.into_iter().rev().reduce(|rest, word| word.and(Self::fixed(between).and(rest)));
        joined.unwrap_or_else(|| Self::fixed(""))
    }

    /// The text of a word that consists of one fixed text. `None` for any other word.
    pub fn as_fixed(&self) -> Option<&'static str> {
        match *self.0 {
            Link { part: Part::Fixed(text), rest: None } => Some(text),
            _ => None,
        }
    }

    /// The parts, in order. There is at least one.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::successors(Some(&self.0), |link| link.rest.as_ref().map(|word| &word.0))
            .map(|link| &link.part)
    }
}

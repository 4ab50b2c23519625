//! Words: the smallest things that outputs are made of.

use crate::model::field::Field;
use crate::model::scenario::Slot;
use crate::model::value::{Checked, Value};

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
/// Word::of(Part::Value { text: "rg; echo PWNED #".into(), field: Field::ResourceGroup });
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
/// In a box, so that it is handed from call to call in a register: 0.8 kB less of the page's WebAssembly, brotli. Most
/// words are one piece, which is then all that is allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(Box<Link>);

/// A piece with those behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    part: Part,
    rest: Option<Word>,
}

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
    fn of(part: Part) -> Self {
        Self(Box::new(Link { part, rest: None }))
    }

    /// The same word with another behind it.
    #[must_use]
    pub(crate) fn and(mut self, more: Self) -> Self {
        let mut rest = &mut self.0.rest;
        while let Some(word) = rest {
            rest = &mut word.0.rest;
        }
        *rest = Some(more);
        self
    }

    /// A word of the wizard's own.
    pub fn fixed(text: &'static str) -> Self {
        Self::of(Part::Fixed(text))
    }

    /// `True` or `False`, as the extension's settings are written, behind `key=`.
    pub fn flag(key: &'static str, on: bool) -> Self {
        Self::fixed(key).and_fixed(if on { "=True" } else { "=False" })
    }

    /// A user's value, or its placeholder.
    pub fn slot<T: Value>(slot: &Slot<T>) -> Self {
        match &slot.value {
            Some(value) => Self::checked(value.checked(), slot.field),
            None => Self::placeholder(slot.field),
        }
    }

    /// A checked text.
    pub fn checked(text: Checked<'_>, field: Field) -> Self {
        Self::of(Part::Value { text: text.as_str().into(), field })
    }

    /// A gap.
    pub fn placeholder(field: Field) -> Self {
        Self::of(Part::Placeholder(field))
    }

    /// A gap for the contents of the file that a field names.
    pub fn contents(field: Field) -> Self {
        Self::of(Part::Contents(field))
    }

    /// The same word with a text of the wizard's own behind it.
    #[must_use]
    pub fn and_fixed(self, text: &'static str) -> Self {
        self.and(Self::fixed(text))
    }

    /// The same word with a checked text behind it.
    #[must_use]
    pub fn and_checked(self, text: Checked<'_>, field: Field) -> Self {
        self.and(Self::checked(text, field))
    }

    /// The same word with a user's value, or its placeholder, behind it.
    #[must_use]
    pub fn and_slot<T: Value>(self, slot: &Slot<T>) -> Self {
        self.and(Self::slot(slot))
    }

    /// Words in one, with a text of the wizard's own between them.
    pub fn joined(words: Vec<Self>, between: &'static str) -> Self {
        // From the end, so that nothing is walked again and again.
        let joined = words.into_iter().rev().reduce(|rest, word| word.and(Self::fixed(between).and(rest)));
        joined.unwrap_or_else(|| Self::fixed(""))
    }

    /// The text of a word that is wholly the wizard's own.
    pub fn as_fixed(&self) -> Option<&'static str> {
        match *self.0 {
            Link { part: Part::Fixed(text), rest: None } => Some(text),
            _ => None,
        }
    }

    /// The pieces, in order: at least one.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::successors(Some(&self.0), |link| link.rest.as_ref().map(|word| &word.0))
            .map(|link| &link.part)
    }
}

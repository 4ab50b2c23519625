//! What reading pasted text gives: answers, commands and findings. The parts of the reader import these types from here, other
//! rooms from [`super`].

use std::ops::Range;

use crate::analysis::check::{self, Severity};
use crate::base::ids::ids;
use crate::base::source::Source;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::Field;
use crate::plan::ErratumId;

/// A place in a text, in bytes.
pub type Span = Range<usize>;

ids! {
    /// What is found in commands beside misprints of the documents and broken rules.
    ReadId {
        /// A setting whose name is nearly one that exists.
        MisprintedKey "misprinted-key",
        /// A setting that is not known.
        UnknownKey "unknown-key",
        /// A value that is nearly one that exists.
        MisprintedValue "misprinted-value",
        /// An option that the command does not have.
        UnknownOption "unknown-option",
        /// An option or a setting that is needed.
        MissingOption "missing-option",
        /// An option or a setting without its value.
        MissingValue "missing-value",
        /// A setting that belongs to the protected ones, or does not.
        MisplacedKey "misplaced-key",
        /// A setting that is given twice.
        RepeatedKey "repeated-key",
        /// An option that is given twice.
        RepeatedOption "repeated-option",
        /// A setting of another edition than the rest.
        MixedEditions "mixed-editions",
        /// A resource id of another type.
        WrongProvider "wrong-provider",
        /// A value that the option or setting does not take.
        WrongValue "wrong-value",
        /// A quote that is never closed.
        UnbalancedQuote "unbalanced-quote",
        /// A quote of a word processor.
        CurlyQuote "curly-quote",
        /// A dash of a word processor.
        WebDash "web-dash",
        /// A blank of a web page.
        WebSpace "web-space",
        /// A line that ends before its command does.
        MissingContinuation "missing-continuation",
        /// A variable without a value.
        VariableLeft "variable-left",
        /// A placeholder of a document.
        PlaceholderLeft "placeholder-left",
        /// Settings in a file.
        SettingsFile "settings-file",
        /// Commands that contradict each other.
        ConflictingValue "conflicting-value",
        /// A word among the settings that is no `key=value`.
        NoPair "no-pair",
        /// A command about another cluster, compute or product than the scenario.
        LeftOut "left-out",
    }
}

/// What pasted text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The scenario. Texts that cannot be used are carried as they are.
    pub answers: Answers,
    /// The edition that the commands speak.
    pub edition: Edition,
    /// The shell that they are written for.
    pub shell: Shell,
    /// The commands of programs that are known here.
    pub commands: Vec<ReadCommand>,
    /// What is wrong or worth knowing, in the order of the text.
    pub findings: Vec<Finding>,
    /// What was not understood, a statement each.
    pub not_understood: Vec<Span>,
}

/// A command in pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCommand {
    /// The program and the words before its options.
    pub name: String,
    /// Whether it is one that is read.
    pub understood: bool,
    /// Where it stands.
    pub span: Span,
}

/// Something found in pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub cause: Cause,
    /// How bad it is.
    pub severity: Severity,
    /// The fields that it is about; none where it concerns no answer.
    pub fields: Vec<Field>,
    /// Where it stands.
    pub span: Span,
    /// What to write instead, in the order of the text; none where that is not certain.
    pub edits: Vec<Edit>,
    /// Where it is documented.
    pub source: Option<Source>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A misprint of the documents.
    Erratum(ErratumId),
    /// Something about the command, with what would be right, where there is such a text.
    Read(ReadId, String),
    /// Something about the scenario that the commands describe.
    Scenario(check::Cause),
}

/// A text in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The text that is replaced; empty where something is put in.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

impl Edit {
    /// Whether two findings put the same text in the place of the same one.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        !self.span.is_empty() && self == other
    }
}

impl Finding {
    /// Its id.
    pub fn id(&self) -> String {
        match &self.cause {
            Cause::Erratum(id) => id.id().to_owned(),
            Cause::Read(id, _) => id.id().to_owned(),
            Cause::Scenario(cause) => cause.id(),
        }
    }
}

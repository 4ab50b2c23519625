//! The result of reading pasted text: answers, commands and findings. The modules of the reader import these types
//! from here, other rooms import them from [`super`].

use std::ops::Range;

use crate::analysis::check::{self, Severity};
use crate::base::ids::ids;
use crate::base::source::Source;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::Field;
use crate::plan::ErratumId;

/// A range in a text, in bytes.
pub type Span = Range<usize>;

ids! {
    /// The kinds of findings in commands, in addition to the documents' misprints and broken rules.
    ReadId {
        /// The key of a setting is a misprint of a known one.
        MisprintedKey "misprinted-key",
        /// The key of a setting is not known.
        UnknownKey "unknown-key",
        /// A value is a misprint of a known one.
        MisprintedValue "misprinted-value",
        /// The command does not have the option.
        UnknownOption "unknown-option",
        /// A required option or setting is missing.
        MissingOption "missing-option",
        /// An option or a setting has no value.
        MissingValue "missing-value",
        /// A setting is protected but not written as such, or the reverse.
        MisplacedKey "misplaced-key",
        /// A setting is repeated.
        RepeatedKey "repeated-key",
        /// An option is repeated.
        RepeatedOption "repeated-option",
        /// A setting of another edition than the other settings.
        MixedEditions "mixed-editions",
        /// The provider or type in a resource id is wrong.
        WrongProvider "wrong-provider",
        /// The option or setting does not accept the value.
        WrongValue "wrong-value",
        /// A quote is not closed.
        UnbalancedQuote "unbalanced-quote",
        /// A typographic quote, as word processors insert it.
        CurlyQuote "curly-quote",
        /// A typographic dash, as word processors insert it.
        WebDash "web-dash",
        /// A no-break space or another Unicode space, as web pages contain it.
        WebSpace "web-space",
        /// A line that ends before its command, without a continuation.
        MissingContinuation "missing-continuation",
        /// A variable without a known value.
        VariableLeft "variable-left",
        /// A placeholder from a document.
        PlaceholderLeft "placeholder-left",
        /// Settings are in a file, which is not read.
        SettingsFile "settings-file",
        /// Two commands contradict each other.
        ConflictingValue "conflicting-value",
        /// A word among the settings that is not `key=value`.
        NoPair "no-pair",
        /// A command that is not about the scenario's cluster, compute or product.
        LeftOut "left-out",
        /// A name of an option that the CLI calls deprecated.
        DeprecatedOption "deprecated-option",
        /// Two options that the CLI does not accept together.
        ExclusiveOptions "exclusive-options",
        /// A value that the CLI replaces with its own.
        OverwrittenValue "overwritten-value",
        /// An option or a setting that is understood, but that a plan does not contain.
        NotCarriedOver "not-carried-over",
        /// A key both among the settings and among the protected ones.
        DuplicateKey "duplicate-key",
        /// The name of an option without its hyphens.
        MissingHyphens "missing-hyphens",
        /// A setting that follows no option for settings.
        StraySetting "stray-setting",
        /// A command that must come before another one.
        OutOfOrder "out-of-order",
        /// More settings in a command than are read.
        TooMany "too-many",
        /// Settings that the CLI adds by itself, and that a template lacks.
        MissingSettings "missing-settings",
        /// A variable whose default is used, because the text does not assign it.
        VariableDefault "variable-default",
    }
}

/// The result of reading pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The answers. They keep invalid texts as pasted.
    pub answers: Answers,
    /// The edition that the commands belong to.
    pub edition: Edition,
    /// What the edition was judged by, and its range. `None` if the text has no evidence, so that the edition is the
    /// current one.
    pub evidence: Option<(Evidence, Span)>,
    /// Whether a command installs or updates the extension.
    pub has_extension: bool,
    /// The shell that the commands are written for.
    pub shell: Shell,
    /// The commands of known programs.
    pub commands: Vec<ReadCommand>,
    /// What is wrong or worth knowing, in the order of the text.
    pub findings: Vec<Finding>,
    /// The statements that were not understood.
    pub not_understood: Vec<Span>,
}

/// The evidence for an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A setting that only this edition has.
    Setting,
    /// Inference without the setting for the type of service, which the preview did not have.
    NoServiceType,
    /// A version of the CLI extension from the time of the preview.
    ToolVersion,
    /// The Python SDK from the time of the preview.
    FirstSdk,
    /// A command of the first generation.
    LegacyCommand,
    /// A command that often precedes those of the first generation.
    VersionsCommand,
}

/// A command in pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCommand {
    /// The program and the words before the options.
    pub name: String,
    /// Whether the command was read.
    pub understood: bool,
    /// Its range in the text.
    pub span: Span,
}

/// Something found in pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: Cause,
    /// The severity.
    pub severity: Severity,
    /// The fields that it is about. Empty if it is not about an answer.
    pub fields: Vec<Field>,
    /// Its range in the text.
    pub span: Span,
    /// The repair: the edits in the order of the text. Empty if the correction is not certain.
    pub edits: Vec<Edit>,
    /// The documentation of the rule or command.
    pub source: Option<Source>,
    /// The other places of the same finding about the same text, in the order of the text.
    pub others: Vec<FurtherPlace>,
    /// How many further places without a repair are not kept.
    pub uncounted: usize,
}

/// A further place of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherPlace {
    /// Its range in the text.
    pub span: Span,
    /// The repair at that place.
    pub edits: Vec<Edit>,
}

/// The cause of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A misprint in the documents.
    Erratum(ErratumId),
    /// A problem of the command, with the correct text. The text is empty if it is not known.
    Read(ReadId, String),
    /// A problem of the scenario that the commands describe.
    Scenario(check::Cause),
}

/// A replacement of a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The range that is replaced. Empty for an insertion.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// Whether both edits replace the same range with the same text.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        !self.span.is_empty() && self == other
    }
}

impl Finding {
    /// Whether it has a repair.
    pub fn is_repairable(&self) -> bool {
        !self.edits.is_empty()
    }

    /// The repairs at all of its places, one list for each.
    pub(super) fn repairs(&self) -> impl Iterator<Item = &[Edit]> {
        let others = self.others.iter().map(|place| place.edits.as_slice());
        std::iter::once(self.edits.as_slice()).chain(others)
    }

    /// The ranges of all places that are kept.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        std::iter::once(&self.span).chain(self.others.iter().map(|place| &place.span))
    }

    /// How many places it has besides the first.
    pub fn further(&self) -> usize {
        self.others.len() + self.uncounted
    }

    /// The id of the finding.
    pub fn id(&self) -> String {
        match &self.cause {
            Cause::Erratum(id) => id.id().to_owned(),
            Cause::Read(id, _) => id.id().to_owned(),
            Cause::Scenario(cause) => cause.id(),
        }
    }
}

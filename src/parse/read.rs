//! Existing commands read back: pasted text into answers, with everything in it that is wrong, where it stands, and
//! what to write instead where that is certain. Reading never fails and never runs anything; its time is linear in the
//! length of the text.

mod command;
mod kubectl;
mod lexer;
mod line;
mod near;
pub mod place;
mod reader;
pub(crate) mod resource;
mod rules;
pub mod setting;
mod shell;
mod table;
mod word;

use std::ops::Range;

use crate::analysis::check::{self, Severity};
use crate::base::ids::ids;
use crate::base::source::Source;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::Field;
use crate::model::link;
use crate::plan::ErratumId;
use lexer::{Lexer, Statement};
use reader::Reader;

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
    fn is_same(&self, other: &Self) -> bool {
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

/// Reads pasted text. Without a shell it is the one that the text looks like.
pub fn read(text: &str, shell: Option<Shell>) -> Reading {
    let shell = shell.unwrap_or_else(|| shell::detect(text));
    let mut lexer = Lexer::new(text, shell);
    let mut reader = Reader::new(text, shell);
    let mut statement = Statement::default();
    while lexer.next_statement(&mut statement) {
        reader.statement(&statement);
    }
    reader.finish()
}

/// Whether anything can be mended.
pub fn is_repairable(reading: &Reading) -> bool {
    reading.findings.iter().any(|finding| !finding.edits.is_empty())
}

/// What the text of a finding becomes, with what it stands in where the edits reach further.
pub fn repair(finding: &Finding, text: &str) -> Option<String> {
    let first = finding.edits.first()?;
    let start = finding.span.start.min(first.span.start);
    let mut mended = String::new();
    let mut at = start;
    for edit in &finding.edits {
        mended.push_str(text.get(at..edit.span.start)?);
        mended.push_str(&edit.text);
        at = edit.span.end;
    }
    mended.push_str(text.get(at..finding.span.end.max(at))?);
    Some(mended)
}

/// What a text says that is a link or commands, as somebody pastes it: answers, and what of a link could not be used.
pub fn read_any(text: &str, shell: Option<Shell>) -> link::Reading {
    let is_commands =
        text.trim().contains('\n') || ["az ", "kubectl ", "oc "].iter().any(|program| text.contains(program));
    if is_commands {
        link::Reading { answers: read(text, shell).answers, ignored: Vec::new() }
    } else {
        link::read(text)
    }
}

/// How often a repaired text is read again. What one repair uncovers, the next one mends.
const ROUNDS: usize = 8;

/// The text with everything mended that is certain; the same text where there is nothing.
pub fn repaired(text: &str, reading: &Reading) -> String {
    let mut mended = apply(text, reading);
    for _ in 1..ROUNDS {
        let again = read(&mended, Some(reading.shell));
        if again.findings.iter().all(|finding| finding.edits.is_empty()) {
            break;
        }
        mended = apply(&mended, &again);
    }
    mended
}

/// The text with the edits of every finding, but for findings that would change what another has changed: those wait for
/// the next round, with all of their edits.
fn apply(text: &str, reading: &Reading) -> String {
    let mut edits: Vec<(usize, &Edit)> = reading
        .findings
        .iter()
        .enumerate()
        .flat_map(|(index, finding)| finding.edits.iter().map(move |edit| (index, edit)))
        .collect();
    edits.sort_by_key(|(_, edit)| edit.span.start);
    let mut waits = vec![false; reading.findings.len()];
    let mut last: Option<&Edit> = None;
    for &(finding, edit) in &edits {
        let Some(waits) = waits.get_mut(finding).filter(|waits| !**waits) else { continue };
        match last {
            Some(last) if edit.is_same(last) => {}
            Some(last) if edit.span.start < last.span.end => *waits = true,
            _ => last = Some(edit),
        }
    }
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    let mut last: Option<&Edit> = None;
    for &(finding, edit) in &edits {
        if waits.get(finding) != Some(&false) || last.is_some_and(|last| edit.is_same(last)) {
            continue;
        }
        let Some(kept) = text.get(at..edit.span.start) else { continue };
        mended.push_str(kept);
        mended.push_str(&edit.text);
        at = edit.span.end;
        last = Some(edit);
    }
    mended.push_str(text.get(at..).unwrap_or_default());
    mended
}

/// How a table of options says what follows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// Nothing: a switch.
    Nothing,
    /// One value.
    Value,
    /// One value or none.
    Maybe,
    /// Values up to the next option.
    Many,
}

/// What an option tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Means {
    /// Nothing that the wizard asks for.
    Ignored,
    /// The text of a field.
    Text(Field),
    /// The text of a field, unless another command says it.
    Hint(Field),
    /// `connectedClusters` or `managedClusters`.
    ClusterType,
    /// The product.
    ExtensionType,
    /// `key=value` settings.
    Settings,
    /// The same, which Azure does not give back.
    ProtectedSettings,
    /// A file of settings.
    SettingsFile,
    /// Whether the extension upgrades itself.
    AutoUpgrade,
    /// `cluster`.
    Scope,
    /// The id of the cluster.
    ResourceId,
    /// `Kubernetes`.
    ComputeType,
    /// The kind of identity.
    IdentityType,
    /// The ids of identities.
    Identities,
    /// A file that describes the compute.
    ComputeFile,
    /// A region.
    Region,
    /// The distribution of Kubernetes.
    Distribution,
    /// A subscription.
    Subscription,
    /// What to print of the answer.
    Query,
    /// `FastProd` or `DevTest`.
    Purpose,
    /// `PublicIp` or `InternalLoadBalancer`.
    LoadBalancer,
    /// An extension of the CLI.
    Tool,
    /// Its version.
    ToolVersion,
}

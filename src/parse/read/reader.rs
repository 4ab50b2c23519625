//! The state of reading a text: the answer to each field with its position, gaps, hints of the edition, findings.

mod alike;
mod finish;

use std::collections::HashMap;

use super::command::OptionDefault;
use super::creation::{Creation, TEXT};
use super::finding::{Cause, Edit, Finding, ReadCommand, ReadId, Span};
use super::lexer::Statement;
use super::near::nearest;
use super::syntax::is_syntax;
use super::word::{Gap, GapKind, Word};
use crate::analysis::check::Severity;
use crate::base::source::Source;
use crate::edition::erratum;
use crate::model::choice::{Choice, Shell, Task};
use crate::model::field::Field;
use crate::model::value::{PemPath, Value as _};
use crate::plan::ErratumId;

/// The largest number of unknown names that are compared with known ones. A text with more of them is noise, and not
/// worth the time.
const COMPARISONS: usize = 1000;

/// The text of a field, and its range in the pasted text.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) text: String,
    pub(super) span: Span,
}

/// The known texts of the fields, in the order of the field table.
type Fields = Vec<Option<Known>>;

/// The evidence for an edition. A span is the first place of that evidence.
#[derive(Default)]
pub(super) struct Hints {
    /// Keys that k8s-extension 1.2.3 introduced.
    pub(super) current: Option<Span>,
    /// Keys of `current` that late versions of the preview also accepted.
    pub(super) late: Option<Span>,
    /// Keys of the preview that `current` does not have.
    pub(super) preview: Option<Span>,
    /// A version of the CLI extension from the time of the preview.
    pub(super) preview_tool: Option<Span>,
    /// Keys of the preview that `current` still accepts.
    pub(super) old: Option<Span>,
    /// Calls of the first Python SDK.
    pub(super) first_sdk: Option<Span>,
    /// Inference without the setting for the type of service.
    pub(super) no_service_type: Option<Span>,
    /// Commands of the first generation.
    pub(super) legacy: Option<Span>,
    /// Commands that often precede those of the first generation.
    pub(super) versions: Option<Span>,
    /// Commands of the present generation.
    pub(super) extension: bool,
    /// Commands that show or detach a compute. Users mix them with commands of the first generation.
    pub(super) compute: bool,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) shell: Shell,
    pub(super) hints: Hints,
    pub(super) creations: Vec<Creation>,
    /// The task of the legacy commands, and the command that determines it. The last one counts, but detaching only
    /// counts if there is no other.
    pub(super) task: Option<(Task, Span)>,
    /// The subscription that a command selects.
    pub(super) signed_in: Option<Known>,
    /// The range of the command that attaches a cluster, without its options.
    pub(super) attachment: Option<Span>,
    /// The namespaces that the commands create, each with the range of its name.
    pub(super) namespaces: Vec<Known>,
    /// The defaults for options of later commands, by the first names of the options.
    pub(super) defaults: Vec<(&'static str, OptionDefault)>,
    /// Whether a later text of a field replaces an earlier one.
    pub(super) overrides: bool,
    /// Whether the command is not about the scenario, so that its values are not answers.
    pub(super) is_left_out: bool,
    /// Whether a description is read as a command. It need not have everything that the command needs.
    pub(super) is_document: bool,
    pub(super) head: Span,
    known: Fields,
    hinted: Fields,
    gaps: Vec<Field>,
    /// For each variable as pasted, the index of its finding.
    remarked: HashMap<&'a str, usize>,
    comparisons: usize,
    pub(super) commands: Vec<ReadCommand>,
    findings: Vec<Finding>,
    /// The number of findings at which alike ones are joined.
    joins_at: usize,
    pub(super) not_understood: Vec<Span>,
}

/// An edit for each range with its text.
fn edits(slips: &[(Span, &'static str)]) -> Vec<Edit> {
    slips.iter().map(|(span, text)| Edit { span: span.clone(), text: (*text).to_owned() }).collect()
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, shell: Shell) -> Self {
        Self {
            text,
            shell,
            hints: Hints::default(),
            creations: Vec::new(),
            task: None,
            signed_in: None,
            attachment: None,
            namespaces: Vec::new(),
            defaults: Vec::new(),
            overrides: false,
            is_left_out: false,
            is_document: false,
            head: 0..0,
            known: vec![None; Field::ALL.len()],
            hinted: vec![None; Field::ALL.len()],
            gaps: Vec::new(),
            remarked: HashMap::new(),
            comparisons: COMPARISONS,
            commands: Vec::new(),
            findings: Vec::new(),
            joins_at: 0,
            not_understood: Vec::new(),
        }
    }

    /// Reads one statement.
    pub(super) fn statement(&mut self, statement: &Statement<'_>) {
        self.join_many();
        for (name, value, span) in &statement.defaults {
            self.set_default(name, value.as_deref(), span.clone());
        }
        for (span, default) in &statement.fallbacks {
            self.fallback(span, default);
        }
        let understood = match statement.words.first() {
            None => {
                let pasted = self.text.get(statement.span.clone()).unwrap_or_default();
                if !statement.assigns && !is_syntax(pasted) {
                    self.not_understood.push(statement.span.clone());
                }
                return;
            }
            Some(program) => {
                let name = program.text.to_ascii_lowercase();
                if ["az", "az.cmd", "az.exe", "az.bat"].iter().any(|program| name.ends_with(program)) {
                    self.azure(&statement.words)
                } else {
                    self.kubernetes(&statement.words)
                }
            }
        };
        let span = match (statement.words.first(), statement.words.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end.max(first.span.end),
            _ => statement.span.clone(),
        };
        let name = understood.clone().unwrap_or_else(|| Self::name(&statement.words));
        self.commands.push(ReadCommand { name, understood: understood.is_some(), span });
        if understood.is_none() {
            self.not_understood.push(statement.span.clone());
            return;
        }
        self.slips(&statement.web_blanks, ReadId::WebSpace);
        self.slips(&statement.curly_quotes, ReadId::CurlyQuote);
        if let Some(span) = &statement.broken {
            self.add(ReadId::MissingContinuation, String::new(), Severity::Error, Vec::new(), span.clone());
            self.repair(edits(&statement.continuations));
        }
        for span in &statement.unbalanced {
            self.add(ReadId::UnbalancedQuote, String::new(), Severity::Error, Vec::new(), span.clone());
        }
    }

    /// The name of a command that is not in the table: its first words.
    fn name(words: &[Word<'_>]) -> String {
        let words = words.iter().take(4).map(|word| &*word.text).take_while(|word| !word.starts_with('-'));
        let mut name = String::new();
        for word in words {
            if !name.is_empty() {
                name.push(' ');
            }
            name.extend(word.chars().take(40));
        }
        name
    }

    /// Reports typographic characters in a command: one finding, with an edit for each of them.
    fn slips(&mut self, slips: &[(Span, &'static str)], id: ReadId) {
        let Some((first, _)) = slips.first() else { return };
        self.add(id, String::new(), Severity::Error, Vec::new(), first.clone());
        self.repair(edits(slips));
    }

    pub(super) fn find(
        &mut self,
        cause: Cause,
        severity: Severity,
        fields: Vec<Field>,
        span: Span,
        source: Option<Source>,
    ) {
        self.findings.push(Finding {
            cause,
            severity,
            fields,
            span,
            edits: Vec::new(),
            source,
            others: Vec::new(),
            uncounted: 0,
        });
    }

    pub(super) fn add(
        &mut self,
        id: ReadId,
        right: impl Into<String>,
        severity: Severity,
        fields: Vec<Field>,
        span: Span,
    ) {
        self.find(Cause::Read(id, right.into()), severity, fields, span, None);
    }

    pub(super) fn erratum(&mut self, id: ErratumId, fields: Vec<Field>, span: Span) {
        self.find(Cause::Erratum(id), Severity::Error, fields, span, Some(erratum::source(id)));
    }

    /// Extends the last finding to `further`, if it has this cause and range. Returns whether it did.
    pub(super) fn reaches(&mut self, cause: &Cause, start: usize, end: usize, further: usize) -> bool {
        match self.findings.last_mut() {
            Some(last) if last.cause == *cause && last.span == (start..end) => {
                last.span.end = further;
                true
            }
            _ => false,
        }
    }

    /// Adds a repair to the last finding.
    pub(super) fn repair(&mut self, edits: Vec<Edit>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.edits = edits;
        }
    }

    /// Adds a repair with one edit to the last finding, if the range can be replaced.
    pub(super) fn replace(&mut self, span: Option<Span>, text: &str) {
        if let Some(span) = span {
            self.repair(vec![Edit { span, text: text.to_owned() }]);
        }
    }

    /// The number of findings so far.
    pub(super) fn count(&self) -> usize {
        self.findings.len()
    }

    /// The edits of the findings since then.
    pub(super) fn edits_since(&self, count: usize) -> Vec<Edit> {
        let found = self.findings.get(count..).unwrap_or_default();
        found.iter().flat_map(|finding| &finding.edits).cloned().collect()
    }

    /// The name that a text was meant to be. `None` after too many comparisons.
    pub(super) fn near<'n>(&mut self, text: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        self.comparisons = self.comparisons.checked_sub(1)?;
        nearest(text, names)
    }

    /// Records that a value is not known, and reports it.
    pub(super) fn gap(&mut self, gap: &Gap, fields: Vec<Field>) {
        for field in &fields {
            self.is_unknown(*field);
        }
        let id = match gap.kind {
            GapKind::Output => return,
            GapKind::Placeholder => ReadId::PlaceholderLeft,
            GapKind::Variable | GapKind::Backticks => ReadId::VariableLeft,
        };
        // The document itself has a misprint in the name of a placeholder.
        let pasted = self.text.get(gap.span.clone()).unwrap_or_default();
        if let (GapKind::Placeholder, Some(at)) = (gap.kind, pasted.find("PEM-ile")) {
            self.erratum(ErratumId::TypoPem, fields.clone(), gap.span.clone());
            let slip = gap.span.start + at + "PEM-".len();
            self.replace(Some(slip..slip), "f");
        }
        if id == ReadId::PlaceholderLeft {
            self.add(id, String::new(), Severity::Info, fields, gap.span.clone());
            return;
        }
        // One finding for all uses of a variable, at the first of them.
        if let Some(known) = self.remarked.get(pasted).and_then(|index| self.findings.get_mut(*index)) {
            let new: Vec<Field> = fields.into_iter().filter(|field| !known.fields.contains(field)).collect();
            known.fields.extend(new);
            return;
        }
        self.remarked.insert(pasted, self.findings.len());
        self.add(id, String::new(), Severity::Info, fields, gap.span.clone());
    }

    /// Reports a variable whose default is used, once.
    fn fallback(&mut self, span: &Span, default: &str) {
        let pasted = self.text.get(span.clone()).unwrap_or_default();
        if self.remarked.insert(pasted, self.findings.len()).is_none() {
            self.add(ReadId::VariableDefault, default, Severity::Info, Vec::new(), span.clone());
        }
    }

    /// Records that the value of a field is not known.
    pub(super) fn is_unknown(&mut self, field: Field) {
        if !self.is_left_out && !self.gaps.contains(&field) {
            self.gaps.push(field);
        }
    }

    pub(super) fn is_gap(&self, field: Field) -> bool {
        self.gaps.contains(&field)
    }

    /// Records the text of a field. The first command that sets it counts, except in an update.
    pub(super) fn set(&mut self, field: Field, text: &str, span: Span) {
        // A home folder is read in any shell's spelling.
        let is_path = matches!(field, Field::CertFile | Field::KeyFile);
        let path = is_path.then(|| PemPath::parse(text).ok()).flatten().map(|path| path.portable());
        let text = path.as_deref().unwrap_or(text).trim();
        if text.len() > TEXT {
            self.add(ReadId::WrongValue, String::new(), Severity::Error, vec![field], span);
            return;
        }
        let Some(slot) = self.known.get_mut(field as usize).filter(|_| !self.is_left_out) else { return };
        match slot {
            Some(known) if !self.overrides => {
                if !known.text.eq_ignore_ascii_case(text) {
                    let right = known.text.clone();
                    self.add(ReadId::ConflictingValue, right, Severity::Warning, vec![field], span);
                }
            }
            _ => *slot = Some(Known { text: text.to_owned(), span }),
        }
    }

    /// Records a value of a choice.
    pub(super) fn choose<T: Choice>(&mut self, field: Field, choice: T, span: Span) {
        self.set(field, choice.id(), span);
    }

    /// Records a text that a field has unless a command sets it explicitly.
    pub(super) fn hint(&mut self, field: Field, text: &str, span: Span) {
        if let Some(slot @ None) = self.hinted.get_mut(field as usize)
            && text.len() <= TEXT
            && !self.is_left_out
        {
            *slot = Some(Known { text: text.trim().to_owned(), span });
        }
    }

    pub(super) fn known(&self, field: Field) -> Option<&Known> {
        self.known.get(field as usize)?.as_ref()
    }

    pub(super) fn forget(&mut self, field: Field) {
        if let Some(slot) = self.known.get_mut(field as usize) {
            *slot = None;
        }
    }

    fn hinted(&self, field: Field) -> Option<Known> {
        self.hinted.get(field as usize)?.clone()
    }

    /// The range that a field was read from.
    pub(super) fn place(&self, field: Field) -> Option<Span> {
        match (&self.task, field) {
            (Some((_, span)), Field::Task) => Some(span.clone()),
            _ => self.known(field).map(|known| known.span.clone()),
        }
    }
}

//! What is known so far: the text of each field with its place, gaps, hints of the edition, findings.

mod finish;

use super::creation::{Creation, TEXT};
use super::finding::{Cause, Edit, Finding, ReadCommand, ReadId, Span};
use super::lexer::Statement;
use super::near::nearest;
use super::word::{Gap, GapKind, Word};
use crate::analysis::check::Severity;
use crate::base::source::Source;
use crate::edition::erratum;
use crate::model::choice::{Choice, Shell, Task};
use crate::model::field::Field;
use crate::plan::ErratumId;

/// How many names that are not known are compared with those that are. More is noise, and not worth the time.
const COMPARISONS: usize = 1000;

/// The text of a field, and where it was read.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) text: String,
    pub(super) span: Span,
}

/// What is known of each field, by its place in the table.
type Fields = Vec<Option<Known>>;

/// What speaks for an edition.
#[derive(Default)]
pub(super) struct Hints {
    /// Keys that k8s-extension 1.2.3 brought.
    pub(super) current: Option<Span>,
    /// Keys of `current` that late versions of the preview took too.
    pub(super) late: Option<Span>,
    /// Keys and versions of the preview.
    pub(super) preview: Option<Span>,
    /// Keys of the preview that `current` still takes.
    pub(super) old: Option<Span>,
    /// What looks like the preview, and proves nothing.
    pub(super) faint_preview: Option<Span>,
    /// Commands of the first generation.
    pub(super) legacy: Option<Span>,
    /// What its documents begin with.
    pub(super) faint_legacy: Option<Span>,
    /// Commands of today's generation.
    pub(super) extension: bool,
    /// Commands that show or detach a compute, which people mix with those of the first generation.
    pub(super) compute: bool,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) shell: Shell,
    pub(super) hints: Hints,
    pub(super) creations: Vec<Creation>,
    /// What the legacy commands do and which says so; the last of them that is no detaching counts.
    pub(super) task: Option<(Task, Span)>,
    /// The subscription that was chosen, once one was.
    pub(super) signed_in: Option<Known>,
    /// The first words of the command that attaches a cluster.
    pub(super) attachment: Option<Span>,
    /// The namespaces that are made.
    pub(super) namespaces: Vec<String>,
    /// Whether a later text of a field takes the place of an earlier one.
    pub(super) overrides: bool,
    /// Whether the command is about something else, so that what it says is no answer.
    pub(super) is_left_out: bool,
    pub(super) head: Span,
    known: Fields,
    hinted: Fields,
    gaps: Vec<Field>,
    comparisons: usize,
    commands: Vec<ReadCommand>,
    findings: Vec<Finding>,
    not_understood: Vec<Span>,
}

/// An edit for each place with its text.
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
            overrides: false,
            is_left_out: false,
            head: 0..0,
            known: vec![None; Field::ALL.len()],
            hinted: vec![None; Field::ALL.len()],
            gaps: Vec::new(),
            comparisons: COMPARISONS,
            commands: Vec::new(),
            findings: Vec::new(),
            not_understood: Vec::new(),
        }
    }

    /// Reads one statement.
    pub(super) fn statement(&mut self, statement: &Statement<'_>) {
        let understood = match statement.words.first() {
            None => {
                if !statement.assigns {
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

    /// A command that is not read, by its first words.
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

    /// What a word processor or a web page made of a command: one finding, an edit each.
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
        self.findings.push(Finding { cause, severity, fields, span, edits: Vec::new(), source });
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

    /// Lets what was found last reach further, if it is this.
    pub(super) fn reaches(&mut self, cause: &Cause, start: usize, end: usize, further: usize) -> bool {
        match self.findings.last_mut() {
            Some(last) if last.cause == *cause && last.span == (start..end) => {
                last.span.end = further;
                true
            }
            _ => false,
        }
    }

    /// Says what to write instead of what was found last.
    pub(super) fn repair(&mut self, edits: Vec<Edit>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.edits = edits;
        }
    }

    /// Says it for one place, where another text can be put there.
    pub(super) fn replace(&mut self, span: Option<Span>, text: &str) {
        if let Some(span) = span {
            self.repair(vec![Edit { span, text: text.to_owned() }]);
        }
    }

    /// How much has been found so far.
    pub(super) fn count(&self) -> usize {
        self.findings.len()
    }

    /// What is written instead in what was found since then.
    pub(super) fn edits_since(&self, count: usize) -> Vec<Edit> {
        let found = self.findings.get(count..).unwrap_or_default();
        found.iter().flat_map(|finding| &finding.edits).cloned().collect()
    }

    /// The name that a text was meant to be.
    pub(super) fn near<'n>(&mut self, text: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        self.comparisons = self.comparisons.checked_sub(1)?;
        nearest(text, names)
    }

    /// Notes that a value is not known.
    pub(super) fn gap(&mut self, gap: &Gap, fields: Vec<Field>) {
        if !self.is_left_out {
            let new: Vec<Field> = fields.iter().filter(|field| !self.gaps.contains(field)).copied().collect();
            self.gaps.extend(new);
        }
        let id = match gap.kind {
            GapKind::Placeholder => ReadId::PlaceholderLeft,
            GapKind::Variable | GapKind::Backticks => ReadId::VariableLeft,
        };
        // The document's own slip in the name of a placeholder.
        let pasted = self.text.get(gap.span.clone()).unwrap_or_default();
        if let (GapKind::Placeholder, Some(at)) = (gap.kind, pasted.find("PEM-ile")) {
            self.erratum(ErratumId::TypoPem, fields.clone(), gap.span.clone());
            let slip = gap.span.start + at + "PEM-".len();
            self.replace(Some(slip..slip), "f");
        }
        self.add(id, String::new(), Severity::Info, fields, gap.span.clone());
    }

    pub(super) fn is_gap(&self, field: Field) -> bool {
        self.gaps.contains(&field)
    }

    /// Notes the text of a field. The first command that says it counts.
    pub(super) fn set(&mut self, field: Field, text: &str, span: Span) {
        let text = text.trim();
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

    /// Notes a value of a choice.
    pub(super) fn choose<T: Choice>(&mut self, field: Field, choice: T, span: Span) {
        self.set(field, choice.id(), span);
    }

    /// Notes what a field may be, unless a command says it outright.
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

    /// Where a field was read.
    pub(super) fn place(&self, field: Field) -> Option<Span> {
        match (&self.task, field) {
            (Some((_, span)), Field::Task) => Some(span.clone()),
            _ => self.known(field).map(|known| known.span.clone()),
        }
    }
}

//! Parts of a text that are not commands but describe a resource: a compute in YAML or Python, an extension or a compute
//! in Bicep, an ARM template, Terraform or a request of `az rest`, and what `az` printed.
//!
//! A description is read as the command that makes the same resource, so that the same rules judge both.

mod json;
mod list;
mod python;
mod template;
mod tree;
mod yaml;

use super::finding::{Cause, ReadCommand, ReadId, Span};
use super::reader::Reader;
use super::word::{Builder, GapKind, Word};
use crate::analysis::check::Severity;
use crate::model::field::Field;
use crate::parse::import::holds_template;

pub(super) use template::request;

/// How many bytes may be read ahead of a line, in proportion to the text. A text that opens an object or a call on each
/// line is not read again and again.
struct Budget(usize);

impl Budget {
    fn new(text: &str) -> Self {
        Self(4 * text.len() + 1024)
    }

    /// Takes away bytes that were read. Returns `None` once the budget is spent.
    fn spend(&mut self, bytes: usize) -> Option<()> {
        let left = self.0.checked_sub(bytes);
        self.0 = left.unwrap_or_default();
        left.map(|_| ())
    }
}

/// A part of the text.
pub(super) struct Document {
    /// Its range: complete lines.
    pub(super) span: Span,
    /// What it describes.
    content: Content,
}

/// What a document describes.
enum Content {
    /// The command that makes the same resource.
    Call(Call),
    /// The words of a command.
    Words(Vec<Value>),
    /// Answers that belong to no command.
    Answers(Vec<(Field, Value)>),
    /// What `az` printed about resources.
    Printed,
    /// A resource that the wizard recognises and has no question for: its kind.
    NotCarried(&'static str),
    /// JSON of another kind.
    Unknown,
    /// A part of the language around it, without effect.
    Nothing,
}

/// A command that makes the same resource as a description.
pub(super) struct Call {
    /// The name of what was read.
    pub(super) name: &'static str,
    /// The words after `az`.
    pub(super) head: &'static [&'static str],
    /// The options with their values.
    pub(super) options: Vec<(&'static str, Vec<Value>)>,
    /// Answers for which the command has no option.
    pub(super) answers: Vec<(Field, Value)>,
    /// Whether it is written with the first Python SDK, `azureml-core`.
    pub(super) is_first_sdk: bool,
}

impl Call {
    pub(super) fn new(name: &'static str, head: &'static [&'static str]) -> Self {
        Self { name, head, options: Vec::new(), answers: Vec::new(), is_first_sdk: false }
    }

    /// Adds an option, if it has a value.
    pub(super) fn option(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.options.push((name, vec![value]));
        }
    }
}

/// A value in a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// The text.
    pub(super) text: String,
    /// Its range in the pasted text.
    pub(super) span: Span,
    /// Whether the text is known. Otherwise it is an expression.
    pub(super) is_known: bool,
}

impl Value {
    pub(super) fn known(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), span, is_known: true }
    }

    pub(super) fn unknown(span: Span) -> Self {
        Self { text: String::new(), span, is_known: false }
    }

    /// The word of a command with this value, after `key` if it is a setting.
    fn word<'a>(&self, pasted: &'a str, key: &str) -> Word<'a> {
        let Span { start, end } = self.span;
        let mut word = Builder::new(pasted, start);
        word.instead(key, start, end);
        if self.is_known {
            for (text, gap) in parts(&self.text) {
                match gap {
                    Some(kind) => word.gap_instead(kind, start, end),
                    None => word.instead(text, start, end),
                }
            }
        } else {
            word.gap_instead(GapKind::Variable, start, end);
        }
        word.finish(end)
    }
}

/// The known parts of a text, and the placeholders and expressions between them.
fn parts(text: &str) -> Vec<(&str, Option<GapKind>)> {
    const FORMS: [(&str, char, GapKind); 4] = [
        ("<", '>', GapKind::Placeholder),
        ("${", '}', GapKind::Variable),
        ("$(", ')', GapKind::Variable),
        ("{", '}', GapKind::Placeholder),
    ];
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '$', '{']) {
        let (before, from) = rest.split_at(at);
        let form = FORMS.iter().find(|(open, ..)| from.starts_with(open));
        let end =
            form.and_then(|(_, close, kind)| from.find(*close).map(|end| (end + close.len_utf8(), *kind)));
        let Some((end, kind)) = end else { break };
        if !before.is_empty() {
            parts.push((before, None));
        }
        parts.push(("", Some(kind)));
        rest = from.get(end..).unwrap_or_default();
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push((rest, None));
    }
    parts
}

/// The documents in a text, in its order. Their ranges do not overlap.
pub(super) fn find(text: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut budget = Budget::new(text);
    let python = python::Names::new(text);
    let templates = holds_template(text);
    let deciding = yaml::Deciding::new(text);
    let mut at = 0;
    while at < text.len() {
        let line = text.get(at..).unwrap_or_default().split('\n').next().unwrap_or_default();
        let found = template::find(text, at, line, templates, &mut budget)
            .or_else(|| json::find(text, at, line, &mut budget))
            .or_else(|| yaml::find(text, at, line, &deciding))
            .or_else(|| list::find(at, line))
            .or_else(|| python::find(text, at, line, python.as_ref(), &mut budget));
        let next = at + line.len() + 1;
        match found {
            Some(document) if document.span.end > at => {
                at = next.max(line_end(text, document.span.end) + 1);
                documents.push(document);
            }
            _ => at = next,
        }
    }
    documents
}

/// The end of the line that contains a position.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}

impl Reader<'_> {
    /// Reads a document.
    pub(super) fn document(&mut self, document: &Document) {
        let span = document.span.clone();
        match &document.content {
            Content::Call(call) => self.call(call, span),
            Content::Words(values) => {
                let words: Vec<Word<'_>> = values.iter().map(|value| value.word(self.text, "")).collect();
                let understood = self.azure(&words);
                let name = understood.clone().unwrap_or_default();
                self.commands.push(ReadCommand {
                    name,
                    understood: understood.is_some(),
                    span: span.clone(),
                });
                if understood.is_none() {
                    self.not_understood.push(span);
                }
            }
            Content::Answers(answers) => self.answers(answers),
            Content::Printed => self.printed(span),
            Content::NotCarried(kind) => {
                let cause = Cause::Read(ReadId::NotCarriedOver, (*kind).to_owned());
                let line = span.start..line_end(self.text, span.start);
                self.find(cause, Severity::Info, Vec::new(), line, None);
            }
            Content::Unknown => self.not_understood.push(span),
            Content::Nothing => {}
        }
    }

    fn answers(&mut self, answers: &[(Field, Value)]) {
        for (field, value) in answers {
            let word = value.word(self.text, "");
            match word.gaps.first().cloned() {
                Some(gap) => self.gap(&gap, vec![*field]),
                None => self.set(*field, &value.text, value.span.clone()),
            }
        }
    }

    /// Reads a description as the command that makes the same resource.
    pub(super) fn call(&mut self, call: &Call, span: Span) {
        // The range of the command itself is the first line of the description.
        let first_line = line_end(self.text, span.start).min(span.end);
        let head = span.start..first_line.max(span.start);
        let fixed = |text: &str| {
            let mut word = Builder::new(self.text, head.start);
            word.instead(text, head.start, head.end);
            word.finish(head.end)
        };
        let mut words: Vec<Word<'_>> = vec![fixed("az")];
        words.extend(call.head.iter().map(|word| fixed(word)));
        for (name, values) in &call.options {
            words.push(fixed(name));
            words.extend(values.iter().map(|value| {
                // A setting is one value, `key=value`, whose known part is the key.
                let (key, _) = value.text.split_once('=').filter(|_| !value.is_known).unwrap_or_default();
                let key = if key.is_empty() { String::new() } else { [key, "="].concat() };
                value.word(self.text, &key)
            }));
        }
        let outer = std::mem::replace(&mut self.is_document, true);
        self.azure(&words);
        self.is_document = outer;
        self.answers(&call.answers);
        if call.is_first_sdk {
            self.hints.first_sdk.get_or_insert(span.clone());
        }
        self.commands.push(ReadCommand { name: call.name.to_owned(), understood: true, span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_split_at_its_placeholders() {
        let known = |text: &str| {
            parts(text)
                .iter()
                .map(|(part, gap)| (part.to_owned().to_owned(), gap.is_some()))
                .collect::<Vec<_>>()
        };
        assert_eq!(known("abc"), [("abc".to_owned(), false)]);
        assert_eq!(known(""), [(String::new(), false)]);
        assert_eq!(
            known("/a/<b>/c/${d}"),
            [
                ("/a/".to_owned(), false),
                (String::new(), true),
                ("/c/".to_owned(), false),
                (String::new(), true)
            ]
        );
        assert_eq!(known("a < b"), [("a < b".to_owned(), false)]);
    }
}

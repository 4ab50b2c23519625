//! The words after `--config` as pairs of a key and its value. The CLI refuses a word that is not a pair.

use super::super::command::{Given, SETTINGS_SOURCE, Value};
use super::super::finding::{Cause, Edit, ReadId, Span};
use super::super::option::CommandRow;
use super::super::reader::Reader;
use crate::analysis::check::Severity;
use crate::edition::setting::{OFF, ON, SettingKey, ValueForm, asked};

/// A key and its value.
pub(super) struct Pair<'w, 'a> {
    pub(super) key: Value<'w, 'a>,
    /// `None` if there is no value.
    pub(super) value: Option<Value<'w, 'a>>,
    /// The range of the pair.
    pub(super) span: Span,
    /// The index of the first word among the settings.
    pub(super) index: usize,
    /// The number of words.
    pub(super) words: usize,
    /// Whether `=` joins the pair to its option.
    pub(super) is_tied: bool,
}

/// The form of a word among the settings.
enum Form {
    /// Only spaces.
    Empty,
    /// `key=value`, or a key without a value.
    Pair,
    /// `key:value`, with the position of the colon.
    Colon(usize),
    /// A pair that contains spaces, with the number of its words.
    Torn(usize),
    /// The name of an option without its hyphens, with the number of words including its value.
    Hyphens(&'static str, usize),
    /// Something else.
    Other,
}

/// Whether a text is the complete key of a setting that the wizard asks for.
fn is_key(text: &str) -> bool {
    SettingKey::NodeSelector.label_in(text).is_some_and(|name| !name.is_empty())
        || asked().any(|key| key.id() == text && key.row().value != ValueForm::Label)
}

/// Whether a setting takes a value. A value that it does not take is not joined to its key.
fn takes(key: &str, value: &str) -> bool {
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(value));
    match SettingKey::from_id(key).map(|key| key.row().value) {
        Some(ValueForm::Switch) => is_one_of(&[ON, OFF]),
        Some(ValueForm::OneOf(words)) => is_one_of(words),
        Some(ValueForm::Text | ValueForm::Path | ValueForm::Label) | None => !value.is_empty(),
    }
}

impl Reader<'_> {
    /// Splits the settings of a command into pairs, and reports words that are not pairs.
    pub(super) fn pairs<'w, 'a>(
        &mut self,
        settings: &[Given<'w, 'a>],
        command: &CommandRow,
    ) -> Vec<Pair<'w, 'a>> {
        let mut pairs = Vec::new();
        let mut index = 0;
        // The end of the last reported words that are not pairs.
        let mut others: Option<(usize, Span)> = None;
        while let Some(given) = settings.get(index) {
            let (value, at) = (&given.value, index);
            let form = self.form(settings, index, command);
            index += 1;
            match form {
                Form::Empty => {}
                Form::Pair => pairs.push(single(given, at, value.text().find('='))),
                Form::Colon(colon) => {
                    self.no_pair(pair_text(value.text(), colon), value.span());
                    let colon_range = value.part(&(colon..colon + 1));
                    self.replace(value.word.editable(&colon_range), "=");
                    pairs.push(single(given, at, Some(colon)));
                }
                Form::Torn(count) => {
                    index = at + count;
                    pairs.extend(self.torn(settings.get(at..index).unwrap_or_default(), at));
                }
                Form::Hyphens(name, count) => {
                    index = at + count;
                    let cause = Cause::Read(ReadId::MissingHyphens, name.to_owned());
                    let last = settings.get(index.saturating_sub(1)).map_or(value, |last| &last.value);
                    let span = value.span().start..last.span().end;
                    self.find(cause, Severity::Error, Vec::new(), span, Some(command.source));
                }
                Form::Other => {
                    let further = value.span().end;
                    let cause = Cause::Read(ReadId::NoPair, String::new());
                    let reaches = others.as_ref().is_some_and(|(next, span)| {
                        *next == at && self.reaches(&cause, span.start, span.end, further)
                    });
                    let start = match &others {
                        Some((_, span)) if reaches => span.start,
                        _ => {
                            self.no_pair(String::new(), value.span());
                            value.span().start
                        }
                    };
                    others = Some((index, start..further));
                }
            }
        }
        pairs
    }

    fn form(&mut self, settings: &[Given<'_, '_>], index: usize, command: &CommandRow) -> Form {
        let Some(given) = settings.get(index) else { return Form::Empty };
        let text = given.value.text();
        if text.trim().is_empty() {
            return Form::Empty;
        }
        let next = |offset: usize| {
            let next = settings.get(index + offset).filter(|next| next.block == given.block)?;
            Some(next.value.text())
        };
        let is_value = |key: &str, text: Option<&str>| {
            text.is_some_and(|text| !text.is_empty() && !text.contains('=') && takes(key, text))
                && text.and_then(|text| command.bare_name(text)).is_none()
        };
        if let Some(key) = text.strip_suffix('=') {
            return if is_key(key) && is_value(key, next(1)) { Form::Torn(2) } else { Form::Pair };
        }
        if let Some(name) = command.bare_name(text) {
            let has_value =
                next(1).is_some_and(|next| !next.contains('=') && command.bare_name(next).is_none());
            return Form::Hyphens(name, if has_value { 2 } else { 1 });
        }
        if text.find('=').is_some_and(|equals| equals > 0)
            || given.value.word.gap_in(&given.value.range).is_some()
        {
            return Form::Pair;
        }
        if is_key(text) {
            return match next(1) {
                Some("=") if is_value(text, next(2)) => Form::Torn(3),
                Some(next) if next.strip_prefix('=').is_some_and(|value| takes(text, value)) => Form::Torn(2),
                _ => Form::Pair,
            };
        }
        if let Some(colon) = text.find(':').filter(|colon| is_key(text.get(..*colon).unwrap_or_default())) {
            return Form::Colon(colon);
        }
        let keys = asked().map(SettingKey::id);
        if !text.contains('=') && self.near(text, keys).is_some() { Form::Pair } else { Form::Other }
    }

    /// A pair that contains spaces: `key = value`.
    fn torn<'w, 'a>(&mut self, words: &[Given<'w, 'a>], index: usize) -> Option<Pair<'w, 'a>> {
        let (first, last) = (words.first()?, words.last()?);
        let key = first.value.text().trim_end_matches('=');
        let value = last.value.text().trim_start_matches('=');
        let (from, to) = (first.value.range.start, last.value.range.end);
        let span = first.value.span().start..last.value.span().end;
        self.no_pair([key, "=", value].concat(), span.clone());
        let gaps = words.iter().zip(words.iter().skip(1));
        let gaps = gaps.map(|(one, other)| one.value.word.span.end..other.value.word.span.start);
        let edits: Vec<Edit> = gaps.map(|span| Edit { span, text: String::new() }).collect();
        // There are spaces in the text. Otherwise, a variable contains the complete pair.
        if edits.iter().all(|edit| {
            self.text
                .get(edit.span.clone())
                .is_some_and(|gap| !gap.is_empty() && gap.trim_matches([' ', '\t']).is_empty())
        }) {
            self.repair(edits);
        }
        Some(Pair {
            key: Value { word: first.value.word, range: from..from + key.len() },
            value: Some(Value { word: last.value.word, range: to - value.len()..to }),
            span,
            index,
            words: words.len(),
            is_tied: first.is_tied,
        })
    }

    fn no_pair(&mut self, right: String, span: Span) {
        let cause = Cause::Read(ReadId::NoPair, right);
        self.find(cause, Severity::Error, Vec::new(), span, Some(SETTINGS_SOURCE));
    }
}

fn pair_text(text: &str, colon: usize) -> String {
    let (key, value) = text.split_at_checked(colon).unwrap_or_default();
    [key, "=", value.get(1..).unwrap_or_default()].concat()
}

/// A pair in one word, with the position of the character between key and value.
fn single<'w, 'a>(given: &Given<'w, 'a>, index: usize, between: Option<usize>) -> Pair<'w, 'a> {
    let value = &given.value;
    let length = between.unwrap_or(value.text().len());
    Pair {
        key: Value { word: value.word, range: value.part(&(0..length)) },
        value: between
            .map(|at| Value { word: value.word, range: value.range.start + at + 1..value.range.end }),
        span: value.span(),
        index,
        words: 1,
        is_tied: given.is_tied,
    }
}

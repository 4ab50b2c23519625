//! Defaults that a text sets for options of later commands: `az configure --defaults group=…`, `az config set
//! defaults.group=…`, and environment variables such as `AZURE_DEFAULTS_GROUP`.

use super::super::finding::{ReadId, Span};
use super::super::option::{ValueKind, Verb};
use super::super::reader::{Known, Reader};
use super::super::word::Word;
use super::{Context, Value};
use crate::analysis::check::Severity;

/// The default of an option. `None` if its value is not known.
pub(in crate::parse::read) type OptionDefault = Option<Known>;

/// The first names of the options that have a default, and the names of those defaults that differ from the option's.
const OPTIONS: [(&str, Option<&str>); 3] =
    [("--resource-group", Some("group")), ("--workspace-name", Some("workspace")), ("--location", None)];

impl Reader<'_> {
    /// Records a default: its name as the CLI has it, its value if that is known, and its range.
    pub(in crate::parse::read) fn set_default(&mut self, name: &str, value: Option<&str>, span: Span) {
        let is_named = |(option, other): &&(&'static str, Option<&str>)| {
            other.unwrap_or_else(|| option.trim_start_matches('-')).eq_ignore_ascii_case(name)
        };
        let Some((option, _)) = OPTIONS.iter().find(is_named) else { return };
        let value = value.map(|text| Known { text: text.to_owned(), span });
        self.defaults.retain(|(known, _)| known != option);
        // An empty value removes the default.
        if value.as_ref().is_none_or(|known| !known.text.trim().is_empty()) {
            self.defaults.push((option, value));
        }
    }

    /// Reads a default that a command sets, `name=value`. `az config set` names the section too: `defaults.name=value`.
    pub(super) fn default_pair(&mut self, context: &Context<'_, '_>, value: &Value<'_, '_>) {
        let text = value.text();
        let Some(at) = text.find('=') else {
            self.add(ReadId::NoPair, String::new(), Severity::Error, Vec::new(), value.span());
            return;
        };
        let name = text.get(..at).unwrap_or_default();
        let is_config = context.row.head.first() == Some(&"config");
        let name = if is_config { name.strip_prefix("defaults.").unwrap_or_default() } else { name };
        let range = value.part(&(at + 1..text.len()));
        let is_known = value.word.gap_in(&range).is_none();
        let span = value.word.source(&range);
        self.set_default(name, is_known.then(|| value.word.part(&range)), span);
    }

    /// Whether the text sets a default for an option.
    pub(super) fn has_default(&self, option: &str) -> bool {
        self.defaults.iter().any(|(known, _)| *known == option)
    }

    /// Takes the defaults of the options that a command does not have.
    pub(super) fn take_defaults(&mut self, context: &Context<'_, '_>) {
        if context.is_other_product || context.is_open || self.is_left_out {
            return;
        }
        for (option, default) in self.defaults.clone() {
            let row = context.row.options().find(|row| row.names.first() == Some(&option));
            let Some(row) = row.filter(|_| context.option_span(option).is_none()) else { continue };
            match (row.kind, default) {
                (ValueKind::Text(field), Some(known)) => self.set(field, &known.text, known.span),
                (ValueKind::Hint(field), Some(known)) => self.hint(field, &known.text, known.span),
                (ValueKind::Text(field), None) => self.is_unknown(field),
                _ => {}
            }
        }
    }

    /// Reads the words of `az config set`, which belong to no option. Returns whether a word is one of them.
    pub(super) fn is_default_word(&mut self, context: &Context<'_, '_>, word: &Word<'_>) -> bool {
        let is_one = context.row.verb == Verb::Defaults && context.row.head.first() == Some(&"config");
        if is_one {
            self.default_pair(context, &Value { word, range: word.full_range() });
        }
        is_one
    }
}

//! Reads the options of a command, word by word.

use super::super::finding::{Cause, ReadId, Span};
use super::super::option::{OptionRow, Takes, ValueKind, Verb};
use super::super::reader::Reader;
use super::super::setting::option;
use super::super::word::{GapKind, Word};
use super::{Context, Given, Value, Written, is_option};
use crate::analysis::check::Severity;
use crate::base::source;
use crate::edition::setting::SettingKey;
use crate::plan::ErratumId;

/// The largest number of settings of a command that are read. No chart has as many values.
const SETTINGS: usize = 10_000;

impl ValueKind {
    /// Whether the values of an option are settings of the extension.
    fn is_settings(self) -> bool {
        matches!(self, Self::Settings | Self::ProtectedSettings)
    }
}

impl<'w, 'a> Context<'w, 'a> {
    fn add_settings(
        &mut self,
        protected: bool,
        option: Option<&Span>,
        is_tied: bool,
        values: Vec<Value<'w, 'a>>,
    ) {
        let block = self.blocks;
        self.blocks += 1;
        let given = values.into_iter().enumerate().map(|(index, value)| Given {
            value,
            protected,
            block,
            option: option.cloned(),
            is_tied: is_tied && index == 0,
        });
        self.settings.extend(given);
    }

    /// Records the values of an option. They are taken after all options are read.
    fn add_option(&mut self, row: &'static OptionRow, span: &Span, values: Vec<Value<'w, 'a>>) {
        match row.kind {
            ValueKind::IdentityType => self.identity_type = Some(span.clone()),
            ValueKind::Identities => self.identities = Some(span.clone()),
            ValueKind::ComputeFile => self.is_from_file = true,
            ValueKind::SettingsFile => self.is_open = true,
            _ => {}
        }
        let Some(value) = values.into_iter().next() else {
            if row.kind == ValueKind::AutoUpgrade {
                self.auto_upgrade = Some((true, span.clone()));
            }
            return;
        };
        if value.text().trim().is_empty() {
            return;
        }
        // The CLI takes the last one of repeated options.
        self.values.retain(|(known, _)| known.names != row.names);
        self.values.push((row, value));
    }

    /// The start of a long option at the end of a word, where a space is missing before it.
    fn long_joined(&self, word: &Word<'_>) -> Option<(usize, &'static OptionRow)> {
        let at = word.text.rfind("--").filter(|at| *at > 0)?;
        let name = word.text.get(at..)?;
        Some((at, self.row.options().find(|row| row.names.contains(&name))?))
    }

    /// The start of a short option at the end of a word, as in `managedClusters-g rg`. It must occur nowhere else in
    /// the command, and the next word must belong to no other option.
    fn short_joined(
        &mut self,
        takes: Takes,
        words: &[Word<'_>],
        index: usize,
    ) -> Option<(usize, &'static OptionRow)> {
        let (word, next) = (words.get(index)?, words.get(index + 1)?);
        let at = word.text.len().checked_sub(2).filter(|at| *at > 0)?;
        let name = word.text.get(at..).filter(|name| is_option(name) && name.is_ascii())?;
        let is_stray = match takes {
            Takes::Value | Takes::Maybe => true,
            Takes::Many => !next.text.contains('='),
            Takes::Nothing => false,
        };
        if !is_stray || is_option(&next.text) || word.text.get(..at)?.ends_with('-') {
            return None;
        }
        let row = self.row.options().find(|row| row.names.contains(&name))?;
        let of_command = self.row;
        let written = self.written.get_or_insert_with(|| {
            let mut written = Vec::new();
            let names = words.iter().filter(|word| is_option(&word.text));
            for row in names.filter_map(|word| of_command.option(word.text.split('=').next()?)) {
                let first = row.names.first().copied().unwrap_or_default();
                if !written.contains(&first) {
                    written.push(first);
                }
            }
            written
        });
        row.names.first().is_some_and(|first| !written.contains(first)).then_some((at, row))
    }
}

impl Reader<'_> {
    pub(super) fn options<'w, 'a>(&mut self, context: &mut Context<'w, 'a>, words: &'w [Word<'a>]) {
        let mut at = 0;
        let mut pending: Option<(&'w Word<'a>, Span)> = None;
        // The end of the words read so far.
        let mut behind = context.head.end;
        loop {
            let (word, range) = match pending.take() {
                Some(pending) => pending,
                None => {
                    let Some(word) = words.get(at) else { break };
                    at += 1;
                    (word, word.full_range())
                }
            };
            if !is_option(word.part(&range)) {
                self.stray(context, word);
                behind = word.span.end;
                continue;
            }
            context.strays = None;
            let written = self.written(word, &range, words.get(at), &mut at);
            let written = self.with_value(context, written, word, &range);
            let row = self.option_row(context, &written);
            let is_tied = written.value.is_some();
            let mut values: Vec<Value<'w, 'a>> = Vec::new();
            values.extend(written.value.clone());
            let is_refused = row.is_none() && context.is_refused(&written.name);
            let takes = row.map_or(if is_refused { Takes::Value } else { Takes::Many }, |row| row.takes);
            let mut end = written.span.end;
            let wants = |count: usize| match takes {
                Takes::Nothing => false,
                Takes::Value | Takes::Maybe => count == 0,
                Takes::Many => row.is_none() || count == 0 || !is_tied,
            };
            while wants(values.len()) && pending.is_none() {
                let Some(next) = words.get(at) else { break };
                if is_option(&next.text) && !next.text.is_empty() {
                    break;
                }
                at += 1;
                let split = self.joined_option(context, takes, words, at - 1);
                let range = 0..split.unwrap_or(next.text.len());
                pending = split.map(|split| (next, split..next.text.len()));
                end = next.span.end;
                values.push(Value { word: next, range });
            }
            if is_tied && pending.is_none() && row.is_some_and(|row| row.kind.is_settings()) {
                at = self.untied(context, written.equals.as_ref(), words, at, &mut values);
            }
            end = end.max(values.last().map_or(0, |value| value.span().end));
            if is_refused {
                self.refused(context, &written.name, &written.span);
                self.replace(Some(behind..end), "");
            }
            behind = end;
            // The values of an unknown option are not read.
            let Some(row) = row else { continue };
            self.deprecated(row, &written);
            self.option_read(context, row, &written.span, &values);
            if row.kind == ValueKind::Defaults {
                for value in &values {
                    self.default_pair(context, value);
                }
            }
            if row.kind.is_settings() {
                let room = SETTINGS.saturating_sub(context.settings.len());
                if let Some(first) = values.get(room) {
                    let span = first.span().start..values.last().map_or(0, |last| last.span().end);
                    self.add(ReadId::TooMany, SETTINGS.to_string(), Severity::Error, Vec::new(), span);
                    values.truncate(room);
                    // The rules judge only what is known completely.
                    context.is_open = true;
                }
                context.add_settings(
                    row.kind == ValueKind::ProtectedSettings,
                    written.editable.as_ref(),
                    is_tied,
                    values,
                );
            } else {
                context.add_option(row, &written.span, values);
            }
        }
    }

    /// Reports an option of `create` that `update` does not accept. Documents print the first of them.
    fn refused(&mut self, context: &Context<'_, '_>, name: &str, span: &Span) {
        if name == "--extension-type" {
            self.erratum(ErratumId::UpdateExtensionType, Vec::new(), span.clone());
        } else {
            let cause = Cause::Read(ReadId::UnknownOption, String::new());
            self.find(cause, Severity::Error, Vec::new(), span.clone(), Some(context.row.source));
        }
    }

    /// Reports a deprecated name of an option.
    fn deprecated(&mut self, row: &'static OptionRow, written: &Written<'_, '_>) {
        if !row.deprecated.contains(&written.name.as_str()) {
            return;
        }
        let right = row.names.first().copied().unwrap_or_default();
        let cause = Cause::Read(ReadId::DeprecatedOption, right.to_owned());
        let source = Some(source::CLI_EXTENSION);
        self.find(cause, Severity::Info, Vec::new(), written.span.clone(), source);
        self.replace(written.editable.clone(), right);
    }

    /// Reports a word that belongs to no option.
    fn stray<'w, 'a>(&mut self, context: &mut Context<'w, 'a>, word: &'w Word<'a>) {
        if self.is_default_word(context, word) || self.stray_setting(context, word) {
            return;
        }
        if let Some(gap) = word.as_gap() {
            if gap.kind != GapKind::Placeholder {
                context.is_open = true;
            }
            self.gap(gap, Vec::new());
            return;
        }
        let cause = Cause::Read(ReadId::UnknownOption, String::new());
        // Several such words in a row are one finding. The usual cause is a value with spaces and without quotes.
        if let Some((start, end)) = context.strays
            && !self.reaches(&cause, start, end, word.span.end)
        {
            context.strays = None;
        }
        if context.strays.is_none() {
            self.find(cause, Severity::Error, Vec::new(), word.span.clone(), Some(context.row.source));
        }
        let start = context.strays.map_or(word.span.start, |(start, _)| start);
        context.strays = Some((start, word.span.end));
    }

    /// Reports a setting that follows no option for settings, `openshift=True`. Returns whether the word is one. It is
    /// read as a setting.
    fn stray_setting<'w, 'a>(&mut self, context: &mut Context<'w, 'a>, word: &'w Word<'a>) -> bool {
        let has_settings = context.row.options().any(|row| row.kind == ValueKind::Settings);
        let Some(key) = SettingKey::of_pair(&word.text).filter(|_| has_settings && word.text.contains('='))
        else {
            return false;
        };
        let protected = key.row().protected;
        let right = option(protected);
        let cause = Cause::Read(ReadId::StraySetting, right.to_owned());
        let fields = key.asked().map(|asked| asked.field).into_iter().collect();
        self.find(cause, Severity::Error, fields, word.span.clone(), Some(context.row.source));
        // Both options may be repeated.
        let start = word.span.start;
        self.replace(word.split_point(0).map(|_| start..start), &[right, " "].concat());
        context.add_settings(protected, None, false, vec![Value { word, range: word.full_range() }]);
        let first = context.row.options().find(|row| row.names.first() == Some(&right));
        if let Some(name) = first.and_then(|row| row.names.first()) {
            context.seen.push((name, word.span.clone()));
        }
        true
    }

    /// Splits a short option from the value that is joined to it, as the CLI does: `-otable`.
    fn with_value<'w, 'a>(
        &mut self,
        context: &Context<'_, '_>,
        written: Written<'w, 'a>,
        word: &'w Word<'a>,
        range: &Span,
    ) -> Written<'w, 'a> {
        let name = &written.name;
        let short = name.get(..2).filter(|_| !name.starts_with("--") && name.len() > 2);
        let row = short.and_then(|short| context.row.option(short)).filter(|row| row.takes != Takes::Nothing);
        if row.is_none() || !word.part(range).starts_with(short.unwrap_or(name)) {
            return written;
        }
        // `-name` is more likely a long option that lacks a hyphen.
        if self.near(name, context.row.long_names()).is_some() {
            return written;
        }
        Written {
            name: short.unwrap_or_default().to_owned(),
            value: Some(Value { word, range: range.start + 2..range.end }),
            span: word.source(&(range.start..range.start + 2)),
            editable: None,
            equals: None,
        }
    }

    /// Takes the settings after one that `=` joins to its option. Such an option takes no other value, so they are
    /// reported, and read as settings nevertheless.
    fn untied<'w, 'a>(
        &mut self,
        context: &Context<'_, '_>,
        equals: Option<&Span>,
        words: &'w [Word<'a>],
        from: usize,
        values: &mut Vec<Value<'w, 'a>>,
    ) -> usize {
        let rest = words.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|word| !is_option(&word.text) && word.text.contains('=')).count();
        let strays = rest.get(..count).unwrap_or_default();
        let (Some(first), Some(last), Some(equals)) = (strays.first(), strays.last(), equals) else {
            return from;
        };
        let cause = Cause::Read(ReadId::UnknownOption, "--config=".to_owned());
        let span = first.span.start..last.span.end;
        self.find(cause, Severity::Error, Vec::new(), span, Some(context.row.source));
        self.replace(Some(equals.clone()), " ");
        values.extend(strays.iter().map(|word| Value { word, range: word.full_range() }));
        from + count
    }

    /// The end of a value that the next option is joined to, because a space is missing.
    fn joined_option(
        &mut self,
        context: &mut Context<'_, '_>,
        takes: Takes,
        words: &[Word<'_>],
        index: usize,
    ) -> Option<usize> {
        let (word, next) = (words.get(index)?, words.get(index + 1));
        let (at, row) = context.long_joined(word).or_else(|| context.short_joined(takes, words, index))?;
        let has_value = next.is_some_and(|next| !is_option(&next.text));
        if has_value == (row.takes == Takes::Nothing) {
            return None;
        }
        let split = word.split_point(at)?;
        self.erratum(ErratumId::MissingSpace, Vec::new(), word.source(&(at..word.text.len())));
        self.replace(Some(split..split), " ");
        Some(at)
    }

    /// Reports an option that is repeated, or that lacks its value.
    fn option_read(
        &mut self,
        context: &mut Context<'_, '_>,
        row: &'static OptionRow,
        span: &Span,
        values: &[Value<'_, '_>],
    ) {
        let first = row.names.first().copied().unwrap_or_default();
        if matches!(row.kind, ValueKind::NotCarried | ValueKind::NotCarriedSwitch) {
            context.not_carried.push((span.clone(), first));
        }
        if context.option_span(first).is_some() {
            if row.takes != Takes::Many && row.takes != Takes::Nothing {
                let new = values.first().map(|value| value.text().trim());
                let known = context.values.iter().find(|(known, _)| known.names == row.names);
                let is_same = known.is_none_or(|(_, known)| {
                    new.is_some_and(|new| known.text().trim().eq_ignore_ascii_case(new))
                });
                let severity = if is_same { Severity::Warning } else { Severity::Error };
                self.add(ReadId::RepeatedOption, first, severity, row.kind.fields(), span.clone());
            }
        } else {
            context.seen.push((first, span.clone()));
        }
        let is_empty = values.iter().all(|value| value.text().trim().is_empty());
        if is_empty && matches!(row.takes, Takes::Value | Takes::Many) {
            self.add(ReadId::MissingValue, first, Severity::Error, row.kind.fields(), span.clone());
        }
    }

    /// Takes the values of the options.
    pub(super) fn take_values(&mut self, context: &mut Context<'_, '_>) {
        self.overrides = context.row.verb == Verb::Update;
        for (row, value) in std::mem::take(&mut context.values) {
            self.take_value(context, row.kind, &value);
        }
        self.overrides = false;
    }

    fn take_value(&mut self, context: &mut Context<'_, '_>, kind: ValueKind, value: &Value<'_, '_>) {
        match kind {
            ValueKind::SettingsFile | ValueKind::ComputeFile => {
                let is_compute = kind == ValueKind::ComputeFile;
                let right = if is_compute { "--resource-id, --namespace, --identity-type" } else { "" };
                self.add(ReadId::SettingsFile, right, Severity::Info, Vec::new(), value.span());
                return;
            }
            ValueKind::Query => {
                self.query(value);
                return;
            }
            ValueKind::ResourceId => {
                self.resource_id(context, value);
                return;
            }
            ValueKind::Identities => {
                self.identities(value);
                return;
            }
            // A part of them may be unknown.
            ValueKind::Url | ValueKind::Body => {
                self.known_value(context, kind, value);
                return;
            }
            ValueKind::Ignored | ValueKind::NotCarried | ValueKind::Defaults => return,
            _ => {}
        }
        if let Some(gap) = value.word.gap_in(&value.range) {
            let gap = gap.clone();
            self.gap(&gap, kind.fields());
            return;
        }
        self.known_value(context, kind, value);
    }
}

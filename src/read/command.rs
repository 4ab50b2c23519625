//! Commands of the Azure CLI: their options, and what each tells.

mod value;
mod whole;

use super::line::is_web_dash;
use super::reader::{Known, Reader};
use super::setting::Use;
use super::table::{COMMANDS, CommandRow, GLOBAL, OptionRow, Verb};
use super::word::{GapKind, Word};
use super::{Edit, Means, ReadId, Span, Takes};
use crate::check::Severity;
use crate::choice::YesNo;
use crate::erratum::ErratumId;
use crate::field::Field;
use crate::source;

/// A value of an option: a word, or the part of it that is the value.
pub(super) struct Value<'w, 'a> {
    pub(super) word: &'w Word<'a>,
    pub(super) range: Span,
}

impl<'w> Value<'w, '_> {
    pub(super) fn text(&self) -> &'w str {
        self.word.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(super) fn span(&self) -> Span {
        if self.range == self.word.whole() { self.word.span.clone() } else { self.word.source(&self.range) }
    }

    /// Where a part of the value stands, by its place in the value.
    pub(super) fn part(&self, part: &Span) -> Span {
        self.range.start + part.start..self.range.start + part.end
    }
}

/// A command that makes an extension, kept until its edition is known.
pub(super) struct Creation {
    /// Where its first words stand.
    pub(super) head: Span,
    /// Its settings, the last of each key.
    pub(super) uses: Vec<Use>,
    /// Whether more settings stand where they cannot be read.
    pub(super) is_open: bool,
    /// Whether it installs the extension; else it changes it.
    pub(super) is_new: bool,
}

/// What is known of the command that is being read.
pub(super) struct Context<'w, 'a> {
    pub(super) row: &'static CommandRow,
    pub(super) head: Span,
    /// The first names of the options that were there.
    seen: Vec<&'static str>,
    pub(super) settings: Vec<(Value<'w, 'a>, bool)>,
    /// Whether options or settings stand where they cannot be read.
    pub(super) is_open: bool,
    pub(super) is_other_product: bool,
    is_from_file: bool,
    identity_type: Option<Span>,
    /// Where the option of the identities begins.
    identities: Option<Span>,
    subscription: Option<Known>,
    tool: Option<String>,
    tool_version: Option<(String, Span)>,
    /// Where the words stand that belong to no option and were told last.
    strays: Option<(usize, usize)>,
    /// Where the command ends.
    pub(super) end: usize,
}

impl Context<'_, '_> {
    /// Whether an option is the one that a document gives to `update`, which does not take it.
    fn is_refused(&self, name: &str) -> bool {
        self.row.verb == Verb::Update && name == "--extension-type"
    }
}

/// An option as it is written.
struct Written<'w, 'a> {
    name: String,
    value: Option<Value<'w, 'a>>,
    span: Span,
    /// Where the name stands, where another can be put in its place.
    editable: Option<Span>,
}

fn plain_dashes(text: &str) -> String {
    text.chars().map(|c| if is_web_dash(c) { '-' } else { c }).collect()
}

fn is_option(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    match first {
        Some('-') => characters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '-' || is_web_dash(c)),
        Some(c) if is_web_dash(c) => true,
        _ => false,
    }
}

impl CommandRow {
    fn options(&self) -> impl Iterator<Item = &'static OptionRow> + use<> {
        self.options.iter().chain(GLOBAL)
    }

    fn option(&self, name: &str) -> Option<&'static OptionRow> {
        if let Some(row) = self.options().find(|row| row.names.contains(&name)) {
            return Some(row);
        }
        // The CLI takes the beginning of a long name for the whole.
        let is_long = name.starts_with("--") && name.len() > 4;
        let mut begins =
            self.options().filter(|row| is_long && row.names.iter().any(|known| known.starts_with(name)));
        let first = begins.next()?;
        // A command may have an option of every command under more names.
        begins.all(|row| row.names.iter().any(|known| first.names.contains(known))).then_some(first)
    }
}

impl Reader<'_> {
    /// Reads a command of the Azure CLI. Its name, if it is one that is read.
    pub(super) fn azure(&mut self, words: &[Word<'_>]) -> Option<String> {
        let heads: Vec<String> = words
            .iter()
            .skip(1)
            .take(4)
            .take_while(|word| !is_option(&word.text))
            .map(|word| plain_dashes(&word.text))
            .collect();
        let row = COMMANDS.iter().find(|row| {
            row.head.len() <= heads.len()
                && row.head.iter().zip(&heads).all(|(one, other)| *one == other.as_str())
        })?;
        let (first, last) = (words.first()?, words.get(row.head.len())?);
        let head = first.span.start..last.span.end;
        self.head = head.clone();
        for word in words.iter().skip(1).take(row.head.len()) {
            self.dashes(word, &word.whole());
        }
        let mut context = Context {
            row,
            head,
            seen: Vec::new(),
            settings: Vec::new(),
            is_open: false,
            is_other_product: false,
            is_from_file: false,
            identity_type: None,
            identities: None,
            subscription: None,
            tool: None,
            tool_version: None,
            strays: None,
            end: words.last()?.span.end,
        };
        self.options(&mut context, words.get(row.head.len() + 1..).unwrap_or_default());
        self.required(&context);
        self.finish_command(context);
        Some(["az ", &row.head.join(" ")].concat())
    }

    /// Tells of dashes of a word processor in what is a name of the CLI's.
    fn dashes(&mut self, word: &Word<'_>, range: &Span) {
        let text = word.part(range);
        if !text.contains(is_web_dash) {
            return;
        }
        let mut edits = Vec::new();
        // The dashes that an option begins with are two, or one before a letter alone.
        let lead = text.len() - text.trim_start_matches(|c| c == '-' || is_web_dash(c)).len();
        let name = text.get(lead..).unwrap_or_default();
        let dashes = if name.chars().nth(1).is_none() { "-" } else { "--" };
        let mut push = |from: usize, to: usize, text: &str| {
            let part = range.start + from..range.start + to;
            edits.extend(word.editable(&part).map(|span| Edit { span, text: text.to_owned() }));
        };
        if lead > 0 {
            push(0, lead, dashes);
        }
        for (at, dash) in name.char_indices().filter(|(_, c)| is_web_dash(*c)) {
            push(lead + at, lead + at + dash.len_utf8(), "-");
        }
        let right = [if lead > 0 { dashes } else { "" }, &plain_dashes(name)].concat();
        self.add(ReadId::WebDash, right, Severity::Error, Vec::new(), word.source(range));
        self.repair(edits);
    }

    fn options<'w, 'a>(&mut self, context: &mut Context<'w, 'a>, words: &'w [Word<'a>]) {
        let mut at = 0;
        let mut pending: Option<(&'w Word<'a>, Span)> = None;
        // Where the words end that are read.
        let mut behind = context.head.end;
        loop {
            let (word, range) = match pending.take() {
                Some(pending) => pending,
                None => {
                    let Some(word) = words.get(at) else { break };
                    at += 1;
                    (word, word.whole())
                }
            };
            if !is_option(word.part(&range)) {
                self.stray(context, word);
                behind = word.span.end;
                continue;
            }
            context.strays = None;
            let written = self.written(word, &range, words.get(at), &mut at);
            let row = self.option_row(context, &written);
            let mut values: Vec<Value<'w, 'a>> = Vec::new();
            values.extend(written.value);
            let is_refused = row.is_none() && context.is_refused(&written.name);
            let takes = row.map_or(if is_refused { Takes::Value } else { Takes::Many }, |row| row.takes);
            let mut end = written.span.end;
            let wants = |count: usize| match takes {
                Takes::Nothing => false,
                Takes::Value | Takes::Maybe => count == 0,
                Takes::Many => true,
            };
            while wants(values.len()) && pending.is_none() {
                let Some(next) = words.get(at) else { break };
                if is_option(&next.text) && !next.text.is_empty() {
                    break;
                }
                at += 1;
                let split = self.joined_option(context, next, words.get(at));
                let range = 0..split.unwrap_or(next.text.len());
                pending = split.map(|split| (next, split..next.text.len()));
                end = next.span.end;
                values.push(Value { word: next, range });
            }
            end = end.max(values.last().map_or(0, |value| value.span().end));
            if is_refused {
                self.erratum(ErratumId::UpdateExtensionType, Vec::new(), written.span.clone());
                self.replace(Some(behind..end), "");
            }
            behind = end;
            // Nothing else may be read of an option that does not exist.
            let Some(row) = row else { continue };
            self.option_read(context, row, &written.span, &values);
            self.tell(context, row, &written.span, values);
        }
    }

    /// An option's name, and the value that `=` ties to it.
    fn written<'w, 'a>(
        &mut self,
        word: &'w Word<'a>,
        range: &Span,
        next: Option<&'w Word<'a>>,
        at: &mut usize,
    ) -> Written<'w, 'a> {
        let text = word.part(range);
        // A dash of its own, with the name behind a blank.
        if let Some(next) = next
            && text.chars().all(|c| c == '-' || is_web_dash(c))
            && text.contains(is_web_dash)
        {
            *at += 1;
            self.add(
                ReadId::WebDash,
                ["--", &next.text].concat(),
                Severity::Error,
                Vec::new(),
                word.span.start..next.span.end,
            );
            self.replace(Some(word.span.start..next.span.start), "--");
            let name = ["--", &next.text].concat();
            return Written { name, value: None, span: word.span.start..next.span.end, editable: None };
        }
        let length = text.find('=').unwrap_or(text.len());
        let name_range = range.start..range.start + length;
        let value = (length < text.len()).then(|| Value { word, range: range.start + length + 1..range.end });
        self.dashes(word, &name_range);
        let written = word.part(&name_range);
        let plain = plain_dashes(written);
        let bare = plain.trim_start_matches('-');
        let name = if written.contains(is_web_dash) {
            [if bare.len() == 1 { "-" } else { "--" }, bare].concat()
        } else {
            plain
        };
        let editable = word.editable(&name_range).filter(|_| !written.contains(is_web_dash));
        Written { name, value, span: word.source(&name_range), editable }
    }

    fn option_row(
        &mut self,
        context: &Context<'_, '_>,
        written: &Written<'_, '_>,
    ) -> Option<&'static OptionRow> {
        if let Some(row) = context.row.option(&written.name) {
            return Some(row);
        }
        if context.is_refused(&written.name) {
            return None;
        }
        let names =
            context.row.options().flat_map(|row| row.names).copied().filter(|name| name.starts_with("--"));
        let right = self.near(&written.name, names);
        self.find(
            super::Cause::Read(ReadId::UnknownOption, right.unwrap_or_default().to_owned()),
            Severity::Error,
            Vec::new(),
            written.span.clone(),
            Some(context.row.source),
        );
        let right = right?;
        self.replace(written.editable.clone(), right);
        context.row.option(right)
    }

    /// A word that belongs to no option.
    fn stray(&mut self, context: &mut Context<'_, '_>, word: &Word<'_>) {
        if let Some(gap) = word.whole_gap() {
            if gap.kind != GapKind::Placeholder {
                context.is_open = true;
            }
            self.gap(gap, Vec::new());
            return;
        }
        let cause = super::Cause::Read(ReadId::UnknownOption, String::new());
        // Several of them are one slip: a value with blanks that no quotes hold together.
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

    /// Where a value ends to which the next option was joined for want of a blank.
    fn joined_option(
        &mut self,
        context: &Context<'_, '_>,
        word: &Word<'_>,
        next: Option<&Word<'_>>,
    ) -> Option<usize> {
        let at = word.text.rfind("--").filter(|at| *at > 0)?;
        let name = word.text.get(at..)?;
        let row = context.row.options().find(|row| row.names.contains(&name))?;
        let has_value = next.is_some_and(|next| !is_option(&next.text));
        if has_value == (row.takes == Takes::Nothing) {
            return None;
        }
        let split = word.split_point(at)?;
        self.erratum(ErratumId::MissingSpace, Vec::new(), word.source(&(at..word.text.len())));
        self.replace(Some(split..split), " ");
        Some(at)
    }

    /// Whether an option is there for the first time and has its value.
    fn option_read(
        &mut self,
        context: &mut Context<'_, '_>,
        row: &'static OptionRow,
        span: &Span,
        values: &[Value<'_, '_>],
    ) {
        let first = row.names.first().copied().unwrap_or_default();
        self.overrides = context.row.verb == Verb::Update;
        if context.seen.contains(&first) {
            if row.takes != Takes::Many && row.takes != Takes::Nothing {
                self.overrides = true;
                self.add(ReadId::RepeatedOption, first, Severity::Warning, row.means.fields(), span.clone());
            }
        } else {
            context.seen.push(first);
        }
        let is_empty = values.iter().all(|value| value.text().trim().is_empty());
        if is_empty && matches!(row.takes, Takes::Value | Takes::Many) {
            self.add(ReadId::MissingValue, first, Severity::Error, row.means.fields(), span.clone());
        }
    }

    fn required(&mut self, context: &Context<'_, '_>) {
        if context.is_open {
            return;
        }
        for name in context.row.required {
            let is_in_file = context.is_from_file && matches!(*name, "--name" | "--type" | "--resource-id");
            if context.seen.contains(name) || is_in_file {
                continue;
            }
            let fields = context.row.option(name).map(|row| row.means.fields()).unwrap_or_default();
            let cause = super::Cause::Read(ReadId::MissingOption, (*name).to_owned());
            self.find(cause, Severity::Error, fields, context.head.clone(), Some(context.row.source));
        }
    }

    /// Takes what an option tells.
    fn tell<'w, 'a>(
        &mut self,
        context: &mut Context<'w, 'a>,
        row: &'static OptionRow,
        span: &Span,
        values: Vec<Value<'w, 'a>>,
    ) {
        if matches!(row.means, Means::Settings | Means::ProtectedSettings) {
            let protected = row.means == Means::ProtectedSettings;
            context.settings.extend(values.into_iter().map(|value| (value, protected)));
            return;
        }
        match row.means {
            Means::IdentityType => context.identity_type = Some(span.clone()),
            Means::Identities => context.identities = Some(span.clone()),
            Means::ComputeFile => context.is_from_file = true,
            Means::SettingsFile => context.is_open = true,
            _ => {}
        }
        let Some(value) = values.into_iter().next() else {
            if row.means == Means::AutoUpgrade {
                self.choose(Field::AutoUpgrade, YesNo::Yes, span.clone());
            }
            return;
        };
        if value.text().trim().is_empty() {
            return;
        }
        match row.means {
            Means::SettingsFile | Means::ComputeFile => {
                let is_compute = row.means == Means::ComputeFile;
                let right = if is_compute { "--resource-id, --namespace, --identity-type" } else { "" };
                self.add(ReadId::SettingsFile, right, Severity::Info, Vec::new(), value.span());
                return;
            }
            Means::Query => {
                self.query(&value);
                return;
            }
            Means::ResourceId => {
                self.resource_id(context, &value);
                return;
            }
            Means::Identities => {
                self.identities(&value);
                return;
            }
            Means::Ignored => return,
            _ => {}
        }
        if let Some(gap) = value.word.gap_in(&value.range) {
            let gap = gap.clone();
            self.gap(&gap, row.means.fields());
            return;
        }
        self.known_value(context, row.means, &value);
    }
}

/// A question's answer.
pub(super) fn yes(is_yes: bool) -> YesNo {
    if is_yes { YesNo::Yes } else { YesNo::No }
}

impl Means {
    /// The fields that an option is about.
    fn fields(self) -> Vec<Field> {
        match self {
            Self::Text(field) | Self::Hint(field) => vec![field],
            Self::ClusterType => vec![Field::Cluster],
            Self::AutoUpgrade => vec![Field::AutoUpgrade],
            Self::ResourceId => vec![Field::Subscription, Field::ResourceGroup, Field::ClusterName],
            Self::IdentityType => vec![Field::Identity],
            Self::Identities => vec![Field::IdentityIds],
            Self::Region => vec![Field::Region],
            Self::Subscription => vec![Field::Subscription],
            Self::Purpose => vec![Field::Purpose],
            Self::LoadBalancer => vec![Field::LoadBalancer],
            Self::Distribution => vec![Field::Openshift],
            _ => Vec::new(),
        }
    }
}

/// Where the settings of the extension are documented.
pub(super) const SETTINGS_SOURCE: crate::source::Source = source::DEPLOY;

//! Commands of the Azure CLI, their options, and the answers that they contain.

mod defaults;
mod finish;
mod left_out;
mod options;
mod refusals;
mod value;

pub(super) use defaults::OptionDefault;

use super::finding::{Cause, Edit, ReadId, Span};
use super::line::is_web_dash;
use super::option::{CommandRow, OptionRow, Verb};
use super::reader::{Known, Reader};
use super::table::{COMMANDS, GLOBAL};
use super::word::Word;
use crate::analysis::check::Severity;
use crate::base::source;
use crate::model::choice::YesNo;

/// A value of an option: a word, or the part of it that is the value.
#[derive(Clone)]
pub(super) struct Value<'w, 'a> {
    pub(super) word: &'w Word<'a>,
    pub(super) range: Span,
}

impl<'w> Value<'w, '_> {
    pub(super) fn text(&self) -> &'w str {
        self.word.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(super) fn span(&self) -> Span {
        if self.range == self.word.full_range() {
            self.word.span.clone()
        } else {
            self.word.source(&self.range)
        }
    }

    /// The range of a part of the value, given the range of the part within the value.
    pub(super) fn part(&self, part: &Span) -> Span {
        self.range.start + part.start..self.range.start + part.end
    }
}

/// A setting as written in a command.
pub(super) struct Given<'w, 'a> {
    pub(super) value: Value<'w, 'a>,
    /// Whether it is written after the option for protected settings, which Azure does not return.
    pub(super) protected: bool,
    /// The index of its option among the options with settings of the command.
    pub(super) block: usize,
    /// The range of that option's name. `None` if the name cannot be replaced.
    pub(super) option: Option<Span>,
    /// Whether `=` joins it to that option.
    pub(super) is_tied: bool,
}

/// The state of reading one command.
pub(super) struct Context<'w, 'a> {
    pub(super) row: &'static CommandRow,
    pub(super) head: Span,
    /// The first names of the options read so far, each with its first range.
    seen: Vec<(&'static str, Span)>,
    pub(super) settings: Vec<Given<'w, 'a>>,
    /// The number of options with settings.
    blocks: usize,
    /// The values of the options, which are taken after all options are read.
    values: Vec<(&'static OptionRow, Value<'w, 'a>)>,
    /// The name of the extension, if it is known.
    pub(super) extension_name: Option<String>,
    /// The value of `--auto-upgrade`, and its range.
    auto_upgrade: Option<(bool, Span)>,
    /// The first names of all options in the command. `None` until they are needed.
    written: Option<Vec<&'static str>>,
    /// Whether some options or settings cannot be read, because they are in a variable or a file.
    pub(super) is_open: bool,
    pub(super) is_other_product: bool,
    is_from_file: bool,
    /// The options that a plan does not contain: the range of each, and its first name.
    not_carried: Vec<(Span, &'static str)>,
    /// The value of `--scope`.
    scope: Option<String>,
    /// The value of `--release-namespace`, and its range.
    release_namespace: Option<(String, Span)>,
    /// The address and the body of a request, each with its range.
    url: Option<Known>,
    body: Option<Known>,
    identity_type: Option<Span>,
    /// The range of the option with the identities.
    identities: Option<Span>,
    subscription: Option<Known>,
    tool: Option<String>,
    tool_version: Option<(String, Span)>,
    /// The range of the last reported words that belong to no option.
    strays: Option<(usize, usize)>,
}

impl Context<'_, '_> {
    /// Whether an option is one of `create` that people pass to `update`, although `update` does not accept it.
    fn is_refused(&self, name: &str) -> bool {
        const OF_CREATE: &[&str] =
            &["--extension-type", "--scope", "--release-namespace", "--target-namespace"];
        self.row.verb == Verb::Update && OF_CREATE.contains(&name)
    }

    /// Records that a plan does not contain an option of the command.
    fn loses(&mut self, option: &'static str) {
        if let Some(span) = self.option_span(option) {
            self.not_carried.push((span, option));
        }
    }

    /// The range of the first option with this first name.
    fn option_span(&self, name: &str) -> Option<Span> {
        self.seen.iter().find(|(known, _)| *known == name).map(|(_, span)| span.clone())
    }
}

/// An option as written.
struct Written<'w, 'a> {
    name: String,
    value: Option<Value<'w, 'a>>,
    span: Span,
    /// The range of the name. `None` if the name cannot be replaced.
    editable: Option<Span>,
    /// The range of the `=` that joins the value to the option. `None` if it is missing or cannot be replaced.
    equals: Option<Span>,
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

    fn long_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.options().flat_map(|row| row.names).copied().filter(|name| name.starts_with("--"))
    }

    /// The long name of the option that a word names without its hyphens: `cluster-type`. Names of one word are too common
    /// in other texts.
    pub(super) fn bare_name(&self, word: &str) -> Option<&'static str> {
        if !word.contains('-') || word.starts_with('-') {
            return None;
        }
        self.long_names().find(|name| name.strip_prefix("--") == Some(word))
    }

    fn option(&self, name: &str) -> Option<&'static OptionRow> {
        if let Some(row) = self.options().find(|row| row.names.contains(&name)) {
            return Some(row);
        }
        // The CLI accepts an unambiguous prefix of a long name.
        let is_long = name.starts_with("--") && name.len() > 4;
        let mut begins =
            self.options().filter(|row| is_long && row.names.iter().any(|known| known.starts_with(name)));
        let first = begins.next()?;
        // A command may have its own row for an option that every command has. That is not ambiguous.
        begins.all(|row| row.names.iter().any(|known| first.names.contains(known))).then_some(first)
    }
}

impl Reader<'_> {
    /// Reads a command of the Azure CLI. Returns its name if the command is in the table.
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
            self.dashes(word, &word.full_range());
        }
        let mut context = Context {
            row,
            head,
            seen: Vec::new(),
            settings: Vec::new(),
            blocks: 0,
            values: Vec::new(),
            extension_name: None,
            auto_upgrade: None,
            written: None,
            is_open: false,
            is_other_product: false,
            is_from_file: false,
            not_carried: Vec::new(),
            scope: None,
            url: None,
            body: None,
            release_namespace: None,
            identity_type: None,
            identities: None,
            subscription: None,
            tool: None,
            tool_version: None,
            strays: None,
        };
        self.options(&mut context, words.get(row.head.len() + 1..).unwrap_or_default());
        self.leave_out(&mut context);
        self.take_values(&mut context);
        self.take_defaults(&context);
        self.required(&context);
        self.finish_command(context);
        self.is_left_out = false;
        Some(["az ", &row.head.join(" ")].concat())
    }

    /// Reports typographic dashes in a command or option name.
    fn dashes(&mut self, word: &Word<'_>, range: &Span) {
        let text = word.part(range);
        if !text.contains(is_web_dash) {
            return;
        }
        let mut edits = Vec::new();
        // An option begins with two hyphens, or with one before a single letter.
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

    /// Splits a word into an option's name and the value that `=` joins to it.
    fn written<'w, 'a>(
        &mut self,
        word: &'w Word<'a>,
        range: &Span,
        next: Option<&'w Word<'a>>,
        at: &mut usize,
    ) -> Written<'w, 'a> {
        let text = word.part(range);
        // A typographic dash as a separate word, with the name in the next word.
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
            return Written {
                name,
                value: None,
                span: word.span.start..next.span.end,
                editable: None,
                equals: None,
            };
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
        let equals = word.editable(&(name_range.end..name_range.end + 1)).filter(|_| value.is_some());
        Written { name, value, span: word.source(&name_range), editable, equals }
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
        let right = self.near(&written.name, context.row.long_names());
        self.find(
            Cause::Read(ReadId::UnknownOption, right.unwrap_or_default().to_owned()),
            Severity::Error,
            Vec::new(),
            written.span.clone(),
            Some(context.row.source),
        );
        let right = right?;
        self.replace(written.editable.clone(), right);
        context.row.option(right)
    }

    fn required(&mut self, context: &Context<'_, '_>) {
        if context.is_open || self.is_document {
            return;
        }
        for name in context.row.required {
            let is_in_file = context.is_from_file && matches!(*name, "--name" | "--type" | "--resource-id");
            if context.option_span(name).is_some() || is_in_file || self.has_default(name) {
                continue;
            }
            let fields = context.row.option(name).map(|row| row.kind.fields()).unwrap_or_default();
            let cause = Cause::Read(ReadId::MissingOption, (*name).to_owned());
            self.find(cause, Severity::Error, fields, context.head.clone(), Some(context.row.source));
        }
    }
}

/// The answer to a yes-or-no question.
pub(super) fn yes(is_yes: bool) -> YesNo {
    if is_yes { YesNo::Yes } else { YesNo::No }
}

/// The page that documents the settings of the extension.
pub(super) const SETTINGS_SOURCE: crate::base::source::Source = source::DEPLOY;

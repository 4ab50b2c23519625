//! What to write instead, where only one thing can be meant. Nothing is ever changed by itself: a form offers a repair,
//! and says what it writes.

use std::borrow::Cow;

use crate::answers::Answers;
use crate::check::{Cause, Finding, RuleId, Severity};
use crate::field::{Field, Kind};
use crate::result::outcome;
use crate::value::name::is_invisible;
use crate::value::{Problem, TextKind};

/// What mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What to write into which field, made together.
    pub edits: Vec<(Field, String)>,
}

impl Repair {
    /// The answers with the repair made.
    pub fn apply(&self, answers: &Answers) -> Answers {
        let mut mended = answers.clone();
        for (field, text) in &self.edits {
            // A choice is mended with an id of its own list.
            let _ = mended.set(*field, text);
        }
        mended
    }
}

/// What mends a finding, where that is certain. The finding is gone then, and no error has come.
pub fn repair(finding: &Finding, answers: &Answers) -> Option<Repair> {
    let edit = match &finding.cause {
        Cause::Invalid(invalid) if invalid.problem == Problem::NotInEdition => {
            only_choice(invalid.field, answers)?
        }
        Cause::Invalid(invalid) => (invalid.field, mended(invalid.field, answers)?),
        // How many nodes there are is a fact; how many routers run is a choice.
        Cause::Rule(RuleId::RouterHaNodes) => (Field::RouterHa, "no".to_owned()),
        Cause::Rule(RuleId::NvidiaPluginPresent) => (Field::NvidiaPlugin, "no".to_owned()),
        Cause::Rule(RuleId::IdentityOnlyFirst) => {
            let first = answers.given(Field::IdentityIds).split(',').next()?;
            (Field::IdentityIds, first.trim().to_owned())
        }
        Cause::Rule(_) | Cause::LongComputeName | Cause::Unwritable { .. } | Cause::PlaceholdersLeft(_) => {
            return None;
        }
    };
    let repair = Repair { edits: vec![edit] };
    let (was, is) = (outcome(answers).findings, outcome(&repair.apply(answers)).findings);
    let is_news = |found: &&Finding| found.severity == Severity::Error && !was.contains(found);
    let is_mended = is.iter().all(|found| found.cause.id() != finding.cause.id());
    (is_mended && is.iter().find(is_news).is_none()).then_some(repair)
}

/// The value of a choice, where the edition has but one.
fn only_choice(field: Field, answers: &Answers) -> Option<(Field, String)> {
    let mut choices = field.choices(answers.edition());
    let only = choices.next()?;
    (matches!(field.row().kind, Kind::Choice(_)) && choices.next().is_none())
        .then(|| (field, only.to_owned()))
}

/// A text without what is no part of it: what came with it when it was copied, and how it is spelled elsewhere. Each
/// change is made only when those before it were not enough.
fn mended(field: Field, answers: &Answers) -> Option<String> {
    let kind = field.text_kind(answers.edition())?;
    let changes: &[fn(TextKind, &str) -> Cow<'_, str>] = &[seen, ended, bare, ended, lowered];
    let mut text = answers.given(field).to_owned();
    for change in changes {
        let changed = change(kind, &text);
        let changed = changed.trim();
        if changed != text {
            if kind.check(changed).is_ok() {
                return Some(changed.to_owned());
            }
            text = changed.to_owned();
        }
    }
    None
}

/// Without the characters that nobody sees. In a path they may be meant.
fn seen(kind: TextKind, text: &str) -> Cow<'_, str> {
    if kind == TextKind::PemPath || !text.contains(is_invisible) {
        return text.into();
    }
    text.chars().filter(|c| !is_invisible(*c)).collect::<String>().into()
}

/// Without quotes around it, and without what stands around such a text where it is copied from.
fn bare(kind: TextKind, text: &str) -> Cow<'_, str> {
    if kind == TextKind::PemPath {
        return text.into();
    }
    let text = text.trim_matches(|c| matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’'));
    match kind {
        TextKind::SubscriptionId => text
            .strip_prefix("/subscriptions/")
            .unwrap_or(text)
            .trim_matches(|c| matches!(c, '{' | '}' | '/'))
            .into(),
        TextKind::DnsName => {
            let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
            text.trim_end_matches('/').into()
        }
        TextKind::IdentityIds if text.starts_with("subscriptions/") => ["/", text].concat().into(),
        TextKind::WholeNumber => text.trim_start_matches('0').into(),
        _ => text.into(),
    }
}

/// Without the end of a sentence or an item that never comes.
fn ended(kind: TextKind, text: &str) -> Cow<'_, str> {
    match kind {
        TextKind::PemPath => text.into(),
        TextKind::IdentityIds | TextKind::NodeSelector => {
            text.trim_matches(|c| matches!(c, ',' | ' ')).into()
        }
        _ => text.trim_end_matches(|c| matches!(c, '.' | ',' | ';')).into(),
    }
}

/// In lower case, where the kind has no capitals; a region by its name rather than its title, “West Europe”.
fn lowered(kind: TextKind, text: &str) -> Cow<'_, str> {
    match kind {
        TextKind::Region => {
            text.chars().filter(|c| *c != ' ').collect::<String>().to_ascii_lowercase().into()
        }
        TextKind::ExtensionName | TextKind::Namespace | TextKind::SecretName | TextKind::DnsName => {
            text.to_ascii_lowercase().into()
        }
        _ => text.into(),
    }
}

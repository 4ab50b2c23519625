//! What to write instead, where only one thing can be meant. Nothing is ever changed by itself: a form offers a repair,
//! and says what it writes.

use crate::analysis::check::{Cause, Finding, RuleId, Severity};
use crate::analysis::outcome::outcome;
use crate::base::invisible::is_invisible;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};
use crate::model::value::{Problem, TextKind};

/// What mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Which field to write into.
    pub field: Field,
    /// What to write.
    pub text: String,
}

impl Repair {
    /// The answers with the repair made.
    pub fn apply(&self, answers: &Answers) -> Answers {
        let mut mended = answers.clone();
        // A choice is mended with an id of its own list.
        let _ = mended.set(self.field, &self.text);
        mended
    }
}

/// Whether there may be something that mends what was found: for those who ask before they fetch what knows it.
pub fn is_mendable(cause: &Cause) -> bool {
    use RuleId::{IdentityOnlyFirst, NvidiaPluginPresent, RouterHaNodes};
    matches!(cause, Cause::Invalid(_) | Cause::Rule(RouterHaNodes | NvidiaPluginPresent | IdentityOnlyFirst))
}

/// What mends a finding, where that is certain. The finding is gone then, and no error has come.
pub fn repair(finding: &Finding, answers: &Answers) -> Option<Repair> {
    let (field, text) = match &finding.cause {
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
    let repair = Repair { field, text };
    let (was, is) = (outcome(answers).findings, outcome(&repair.apply(answers)).findings);
    // No two findings of one severity are about the same fields, where one of them can be mended.
    let is_left = |found: &Finding| found.fields == finding.fields && found.severity == finding.severity;
    let is_news = |found: &Finding| found.severity == Severity::Error && !was.contains(found);
    (!is.iter().any(|found| is_left(found) || is_news(found))).then_some(repair)
}

/// The value of a choice, where the edition has but one.
fn only_choice(field: Field, answers: &Answers) -> Option<(Field, String)> {
    let mut choices = field.choices(answers.edition());
    let only = choices.next()?;
    (matches!(field.row().kind, Kind::Choice(_)) && choices.next().is_none())
        .then(|| (field, only.to_owned()))
}

/// A text without what is no part of it: what came with it when it was copied, and how it is spelled elsewhere. Each
/// change is made only when those before it were not enough. A path may mean every character that it holds.
fn mended(field: Field, answers: &Answers) -> Option<String> {
    let kind = field.text_kind(answers.edition()).filter(|kind| *kind != TextKind::PemPath)?;
    let mut text = answers.given(field).to_owned();
    for change in [seen, bare, spelled] {
        text = change(kind, &text);
        if kind.check(&text).is_ok() {
            return Some(text);
        }
    }
    None
}

/// Without the characters that nobody sees.
fn seen(_: TextKind, text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect::<String>().trim().to_owned()
}

/// Without what stands around such a text where it is copied from: quotes, braces, the end of a sentence, an address.
fn bare(kind: TextKind, text: &str) -> String {
    let text = text.trim_start_matches(opens).trim_end_matches(|c| opens(c) || matches!(c, '.' | ',' | ';'));
    let head = match kind {
        TextKind::SubscriptionId => "/subscriptions/",
        TextKind::DnsName => "https://",
        TextKind::WholeNumber => "0",
        _ => "",
    };
    text.strip_prefix(head).unwrap_or(text).trim_end_matches('/').to_owned()
}

fn opens(c: char) -> bool {
    matches!(c, ' ' | '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '{' | '}')
}

/// As Azure and Kubernetes spell it: in lower case, where the kind has no capitals; a region by its name rather than
/// its title, “West Europe”; an id from its root.
fn spelled(kind: TextKind, text: &str) -> String {
    match kind {
        TextKind::Region => text.chars().filter(|c| *c != ' ').collect::<String>().to_ascii_lowercase(),
        TextKind::ExtensionName | TextKind::Namespace | TextKind::SecretName | TextKind::DnsName => {
            text.to_ascii_lowercase()
        }
        TextKind::IdentityIds if text.starts_with("subscriptions/") => ["/", text].concat(),
        _ => text.to_owned(),
    }
}

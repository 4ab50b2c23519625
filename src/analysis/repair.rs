//! Suggests a replacement where only one value can be meant. Nothing changes automatically: a form offers the repair and
//! shows what it writes.

use crate::analysis::check::{Cause, Finding, RuleId, Severity};
use crate::analysis::outcome::outcome;
use crate::base::invisible::is_invisible;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};
use crate::model::value::{Problem, TextKind};

/// A change that fixes a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The field to change.
    pub field: Field,
    /// The new text.
    pub text: String,
}

impl Repair {
    /// The answers after the repair.
    pub fn apply(&self, answers: &Answers) -> Answers {
        let mut repaired = answers.clone();
        // The repair of a choice is an id of the field's own list, so this cannot fail.
        let _ = repaired.set(self.field, &self.text);
        repaired
    }
}

/// Whether a repair is possible for this cause. Callers check this before they load the module that computes repairs.
pub fn is_repairable(cause: &Cause) -> bool {
    use RuleId::{ExtensionNameCapital, IdentityOnlyFirst, NvidiaPluginPresent, RouterHaNodes};
    let of_rule =
        |rule| matches!(rule, RouterHaNodes | NvidiaPluginPresent | IdentityOnlyFirst | ExtensionNameCapital);
    match cause {
        Cause::Invalid(_) => true,
        Cause::Rule(rule) => of_rule(*rule),
        Cause::LongComputeName | Cause::Unwritable { .. } | Cause::PlaceholdersLeft(_) => false,
    }
}

/// The repair of a finding, if there is a safe one: it removes the finding and causes no new error.
pub fn repair(finding: &Finding, answers: &Answers) -> Option<Repair> {
    let (field, text) = match &finding.cause {
        Cause::Invalid(invalid) if invalid.problem == Problem::NotInEdition => {
            only_choice(invalid.field, answers)?
        }
        Cause::Invalid(invalid) => (invalid.field, repaired(invalid.field, answers)?),
        // The number of nodes is a fact; the number of routers is a choice.
        Cause::Rule(RuleId::RouterHaNodes) => (Field::RouterHa, "no".to_owned()),
        Cause::Rule(RuleId::NvidiaPluginPresent) => (Field::NvidiaPlugin, "no".to_owned()),
        Cause::Rule(RuleId::ExtensionNameCapital) => {
            (Field::ExtensionName, answers.given(Field::ExtensionName).to_ascii_lowercase())
        }
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
    // Findings that can be repaired are identified by severity and fields: no two of them share both.
    let is_left = |found: &Finding| found.fields == finding.fields && found.severity == finding.severity;
    let is_news = |found: &Finding| found.severity == Severity::Error && !was.contains(found);
    (!is.iter().any(|found| is_left(found) || is_news(found))).then_some(repair)
}

/// The only value that the edition has for a choice; `None` if there are several.
fn only_choice(field: Field, answers: &Answers) -> Option<(Field, String)> {
    let mut choices = field.choices(answers.edition());
    let only = choices.next()?;
    (matches!(field.row().kind, Kind::Choice(_)) && choices.next().is_none())
        .then(|| (field, only.to_owned()))
}

/// Removes what was copied along with a text, and corrects its spelling. Each change is made only if the previous ones
/// were not enough. Paths are left alone, because every character in them can be intended.
fn repaired(field: Field, answers: &Answers) -> Option<String> {
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

/// Removes invisible characters.
fn seen(_: TextKind, text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect::<String>().trim().to_owned()
}

/// Removes what often surrounds a copied text: quotes, braces, punctuation at the end, a URL or id prefix.
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

/// The spelling that Azure and Kubernetes use: lower case if the kind has no capitals, and a resource id with its leading
/// slash.
fn spelled(kind: TextKind, text: &str) -> String {
    match kind {
        TextKind::Namespace | TextKind::SecretName | TextKind::DnsName => text.to_ascii_lowercase(),
        TextKind::IdentityIds if text.starts_with("subscriptions/") => ["/", text].concat(),
        _ => text.to_owned(),
    }
}

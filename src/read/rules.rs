//! What the wizard's own rules say of a scenario that was read. What a plan would leave a placeholder for is missing in a
//! command that exists.

use super::reader::Reader;
use super::{Cause, Span};
use crate::answers::Answers;
use crate::check::{
    ATTACHED_COMPUTE_NAME_MAX, Cause as Checked, Finding, RULES, Rule, RuleId, Severity, Subject, Verdict,
};
use crate::choice::Edition;
use crate::field::Field;
use crate::scenario::{Resolved, resolve};
use crate::value::Problem;

/// The commands that a rule judges.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// Those that install the extension.
    Creation,
    /// Those that attach the cluster.
    Attachment,
    /// Whatever there is.
    Any,
}

fn about(rule: RuleId) -> About {
    match rule {
        RuleId::IdentityIdsRequired
        | RuleId::SameSubscription
        | RuleId::NamespaceMustExist
        | RuleId::IdentityOnlyFirst => About::Attachment,
        RuleId::EditionUnsupported
        | RuleId::OpenshiftNeedsArc
        | RuleId::OpenshiftSelinux
        | RuleId::VcpusProduction
        | RuleId::VcpusDevTest
        | RuleId::DevTestNotProduction
        | RuleId::SingleAttachment => About::Any,
        _ => About::Creation,
    }
}

/// Adds the findings of the rules, and those about texts that cannot be used.
pub(super) fn judge(reader: &mut Reader<'_>, answers: &Answers, spoken: Span) {
    let resolved = resolve(answers);
    for invalid in &resolved.invalid {
        let place = reader.place(invalid.field).unwrap_or_else(|| spoken.clone());
        // The CLI takes the name of a subscription for its id.
        let is_name = matches!(invalid.field, Field::Subscription | Field::WorkspaceSubscription)
            && invalid.problem != Problem::Empty;
        let severity = if is_name { Severity::Warning } else { Severity::Error };
        add(reader, Checked::Invalid(invalid.clone()), severity, vec![invalid.field], place);
    }
    let is_long = answers.edition() != Edition::AksV1
        && answers.given(Field::ComputeName).len() > ATTACHED_COMPUTE_NAME_MAX
        && !resolved.invalid.iter().any(|invalid| invalid.field == Field::ComputeName);
    if let Some(place) = reader.place(Field::ComputeName).filter(|_| is_long) {
        add(reader, Checked::LongComputeName, Severity::Warning, vec![Field::ComputeName], place);
    }
    let creation = reader.creations.iter().find(|creation| creation.is_new);
    let head = creation.map(|creation| creation.head.clone());
    let is_open = creation.is_some_and(|creation| creation.is_open);
    let settings = creation.map(super::command::Creation::settings).unwrap_or_default();
    let subject = Subject::with_settings(answers, &resolved.scenario, settings);
    for rule in RULES {
        let applies = match about(rule.id) {
            About::Creation => head.is_some(),
            About::Attachment => reader.attachment.is_some(),
            About::Any => true,
        };
        if !applies {
            continue;
        }
        let severity = match rule.verdict(&subject) {
            Some(Verdict::Missing) if !is_unknown(reader, rule, &resolved, is_open) => Severity::Error,
            Some(Verdict::Found(severity)) if severity != Severity::Info && !is_gap(reader, rule) => severity,
            _ => continue,
        };
        if rule.id == RuleId::NamespaceMustExist
            && reader.namespaces.iter().any(|made| made == answers.text(Field::Namespace))
        {
            continue;
        }
        let of_command = match about(rule.id) {
            About::Attachment => reader.place(Field::Identity).or_else(|| reader.attachment.clone()),
            About::Creation | About::Any => head.clone(),
        };
        let place = match rule.id {
            RuleId::EditionUnsupported => Some(spoken.clone()),
            _ => rule.fields.iter().rev().find_map(|field| reader.place(*field)).or(of_command),
        };
        let place = place.unwrap_or_else(|| spoken.clone());
        add(reader, Checked::Rule(rule.id), severity, rule.fields.to_vec(), place);
    }
}

fn add(reader: &mut Reader<'_>, cause: Checked, severity: Severity, fields: Vec<Field>, place: Span) {
    let source = Finding { cause: cause.clone(), severity, fields: fields.clone() }.source();
    reader.find(Cause::Scenario(cause), severity, fields, place, source);
}

fn is_gap(reader: &Reader<'_>, rule: &Rule) -> bool {
    rule.fields.iter().any(|field| reader.is_gap(*field))
}

/// Whether what a rule misses may be there all the same: as a placeholder or a variable, in a file, or as a text that is
/// wrong, which is told by itself.
fn is_unknown(reader: &Reader<'_>, rule: &Rule, resolved: &Resolved, is_open: bool) -> bool {
    let is_of_creation = about(rule.id) == About::Creation;
    let also: &[Field] = if is_of_creation { &[Field::Transport, Field::TlsSecret] } else { &[] };
    let mut fields = rule.fields.iter().chain(also);
    is_of_creation && is_open
        || fields
            .any(|field| reader.is_gap(*field) || resolved.invalid.iter().any(|known| known.field == *field))
}

//! Applies the wizard's rules to a scenario that was read. A value for which a plan has a placeholder is missing in an
//! existing command.

use super::creation::Creation;
use super::finding::{Cause, ReadId, Span};
use super::reader::Reader;
use crate::analysis::check::{
    Cause as Checked, Finding, RULES, Rule, RuleId, Severity, Subject, Verdict, is_disputed_compute_name,
};
use crate::base::source;
use crate::model::answers::Answers;
use crate::model::field::Field;
use crate::model::scenario::{Resolved, resolve};
use crate::model::value::Problem;

/// The commands that a rule checks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// The settings in commands that install or update the extension.
    Settings,
    /// The extension after such a command.
    Creation,
    /// Commands that attach the cluster.
    Attachment,
    /// All commands.
    Any,
}

fn about(rule: RuleId) -> About {
    match rule {
        RuleId::ExposureExclusive | RuleId::CertificateOneSource => About::Settings,
        RuleId::IdentityIdsRequired
        | RuleId::SameSubscription
        | RuleId::NamespaceMustExist
        | RuleId::ComputeNameDigits
        | RuleId::IdentityOnlyFirst => About::Attachment,
        RuleId::EditionUnsupported
        | RuleId::OpenshiftNeedsArc
        | RuleId::OpenshiftSelinux
        | RuleId::VcpusProduction
        | RuleId::NodesProduction
        | RuleId::VcpusDevTest
        | RuleId::DevTestNotProduction
        | RuleId::SingleAttachment => About::Any,
        _ => About::Creation,
    }
}

/// Adds the findings of the rules, and those for invalid texts.
pub(super) fn judge(reader: &mut Reader<'_>, answers: &Answers, spoken: Span) {
    let resolved = resolve(answers);
    for invalid in &resolved.invalid {
        let place = reader.place(invalid.field).unwrap_or_else(|| spoken.clone());
        // The CLI accepts a subscription's name in place of its id.
        let is_name = matches!(invalid.field, Field::Subscription | Field::WorkspaceSubscription)
            && invalid.problem != Problem::Empty;
        let severity = if is_name { Severity::Warning } else { Severity::Error };
        add(reader, Checked::Invalid(invalid.clone()), severity, vec![invalid.field], place);
    }
    let is_disputed = is_disputed_compute_name(answers.edition(), answers.given(Field::ComputeName))
        && !resolved.invalid.iter().any(|invalid| invalid.field == Field::ComputeName);
    if let Some(place) = reader.place(Field::ComputeName).filter(|_| is_disputed) {
        add(reader, Checked::LongComputeName, Severity::Warning, vec![Field::ComputeName], place);
    }
    let subject = Subject::with_settings(answers, &resolved.scenario, Vec::new());
    for rule in RULES {
        let applies = match about(rule.id) {
            About::Creation | About::Settings => false,
            About::Attachment => reader.attachment.is_some(),
            About::Any => true,
        };
        let Some(severity) = severity(reader, rule, &subject, &resolved, false).filter(|_| applies) else {
            continue;
        };
        if rule.id == RuleId::NamespaceMustExist && is_created(reader, answers) {
            continue;
        }
        let of_command = match about(rule.id) {
            About::Attachment => reader.place(Field::Identity).or_else(|| reader.attachment.clone()),
            _ => reader.creations.first().map(|creation| creation.head.clone()),
        };
        let place = match rule.id {
            RuleId::EditionUnsupported => Some(spoken.clone()),
            _ => rule.fields.iter().rev().find_map(|field| reader.place(*field)).or(of_command),
        };
        let place = place.unwrap_or_else(|| spoken.clone());
        add(reader, Checked::Rule(rule.id), severity, rule.fields.to_vec(), place);
    }
    creations(reader, answers, &resolved);
}

/// Whether a command creates the namespace of the compute. Reports one that comes after the command that attaches the
/// cluster.
fn is_created(reader: &mut Reader<'_>, answers: &Answers) -> bool {
    let name = answers.text(Field::Namespace);
    let Some(made) = reader.namespaces.iter().find(|made| made.text == name).cloned() else { return false };
    if reader.attachment.as_ref().is_some_and(|attachment| attachment.start < made.span.start) {
        let cause = Cause::Read(ReadId::OutOfOrder, String::new());
        reader.find(cause, Severity::Warning, vec![Field::Namespace], made.span, Some(source::ATTACH));
    }
    true
}

/// The severity of a rule's finding. `None` if the rule finds nothing, or if a value that it needs is not known.
fn severity(
    reader: &Reader<'_>,
    rule: &Rule,
    subject: &Subject<'_>,
    resolved: &Resolved,
    is_open: bool,
) -> Option<Severity> {
    match rule.verdict(subject)? {
        Verdict::Missing if !is_unknown(reader, rule, resolved, is_open) => Some(Severity::Error),
        Verdict::Found(severity) if severity != Severity::Info && !is_gap(reader, rule) => Some(severity),
        _ => None,
    }
}

/// Checks each command that installs or updates the extension, by the state of the extension after it.
fn creations(reader: &mut Reader<'_>, answers: &Answers, of_text: &Resolved) {
    let creations = std::mem::take(&mut reader.creations);
    // The rules reported for each command. A command that updates its extension does not report them again.
    let mut reported: Vec<Vec<RuleId>> = Vec::with_capacity(creations.len());
    for creation in &creations {
        let own = answers_of(answers, creation);
        let resolved = resolve(&own);
        for invalid in resolved.invalid.iter().filter(|invalid| !of_text.invalid.contains(invalid)) {
            let Some(known) = creation.answer(invalid.field) else { continue };
            let (fields, place) = (vec![invalid.field], known.span.clone());
            add(reader, Checked::Invalid(invalid.clone()), Severity::Error, fields, place);
        }
        let subject = Subject::with_settings(&own, &resolved.scenario, creation.settings());
        let before = creation.base.and_then(|base| reported.get(base));
        let mut found = before.cloned().unwrap_or_default();
        for rule in RULES {
            if found.contains(&rule.id) || !applies(reader, rule, creation) {
                continue;
            }
            let Some(severity) = severity(reader, rule, &subject, &resolved, creation.is_open) else {
                continue;
            };
            found.push(rule.id);
            let place = rule.fields.iter().rev().find_map(|field| match creation.answer(*field) {
                Some(answer) => Some(answer.span.clone()),
                None if is_of_extension(*field) => None,
                None => reader.place(*field),
            });
            let place = place.unwrap_or_else(|| creation.head.clone());
            add(reader, Checked::Rule(rule.id), severity, rule.fields.to_vec(), place);
        }
        reported.push(found);
    }
    reader.creations = creations;
}

/// Whether enough is known to apply a rule.
fn applies(reader: &Reader<'_>, rule: &Rule, creation: &Creation) -> bool {
    let is_complete = creation.is_new || creation.base.is_some();
    let is_workload_known = creation.serves() || creation.answer(Field::Workload).is_some();
    match about(rule.id) {
        About::Settings => true,
        About::Creation => {
            is_complete
                && is_workload_known
                && (!rule.fields.contains(&Field::Cluster) || reader.known(Field::Cluster).is_some())
        }
        About::Attachment | About::Any => false,
    }
}

/// Whether only settings of the extension determine a field.
fn is_of_extension(field: Field) -> bool {
    matches!(
        field,
        Field::Workload
            | Field::Exposure
            | Field::Transport
            | Field::Certificate
            | Field::CertFile
            | Field::KeyFile
            | Field::TlsSecret
            | Field::Cname
            | Field::RouterHa
            | Field::NvidiaPlugin
            | Field::LogAnalytics
    )
}

/// The scenario of one command: its own answers for the extension, and the text's answers for everything else.
fn answers_of(answers: &Answers, creation: &Creation) -> Answers {
    let mut own = Answers::default();
    for field in Field::ALL {
        let text = match creation.answer(*field) {
            Some(answer) => &answer.text,
            None if is_of_extension(*field) => continue,
            None => answers.typed(*field),
        };
        // Only choices can refuse a text, and their texts here are ids.
        let _ = own.set(*field, text);
    }
    own
}

fn add(reader: &mut Reader<'_>, cause: Checked, severity: Severity, fields: Vec<Field>, place: Span) {
    let source = Finding { cause: cause.clone(), severity, fields: fields.clone() }.source();
    reader.find(Cause::Scenario(cause), severity, fields, place, source);
}

fn is_gap(reader: &Reader<'_>, rule: &Rule) -> bool {
    rule.fields.iter().any(|field| reader.is_gap(*field))
}

/// Whether a missing value may exist nevertheless: as a placeholder, as a variable, in a file, or as an invalid text,
/// which is reported separately.
fn is_unknown(reader: &Reader<'_>, rule: &Rule, resolved: &Resolved, is_open: bool) -> bool {
    let is_of_creation = matches!(about(rule.id), About::Creation | About::Settings);
    let also: &[Field] = if is_of_creation { &[Field::Transport, Field::TlsSecret] } else { &[] };
    let mut fields = rule.fields.iter().chain(also);
    is_of_creation && is_open
        || fields
            .any(|field| reader.is_gap(*field) || resolved.invalid.iter().any(|known| known.field == *field))
}

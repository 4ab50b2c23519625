//! Whether a text of the plan is ready to be copied and run. If not: the reason, and the fields that fix it.

use crate::analysis::check::{Finding, Severity};
use crate::analysis::outcome::Outcome;
use crate::model::field::{Field, insert};
use crate::plan::{Part, Step, StepId};
use crate::shell::{self, Token, TokenKind};

/// The result of the check before a text is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The text is ready.
    Allowed,
    /// Placeholders are left, which can be filled in later. The fields that fill them; empty if only a file's contents are
    /// missing.
    Placeholders(Vec<Field>),
    /// The tools would reject the text, or do something unintended. The fields that the errors concern.
    Errors(Vec<Field>),
}

/// Checks a text. For a step of the plan, all errors of the step count. Without a step, only errors in the values that
/// the text contains.
pub fn copy_verdict(outcome: &Outcome, step: Option<StepId>, tokens: &[Token]) -> Verdict {
    let is_here = |finding: &Finding| match step.and_then(|id| outcome.plan.step(id)) {
        Some(step) => concerns(outcome, step, finding),
        None => tokens.iter().any(|token| match token.kind {
            TokenKind::Value(field) | TokenKind::Placeholder(field) => finding.fields.contains(&field),
            _ => false,
        }),
    };
    let mut wrong = Vec::new();
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
    for finding in errors.filter(|finding| is_here(finding)) {
        for field in &finding.fields {
            insert(&mut wrong, *field);
        }
    }
    if !wrong.is_empty() {
        return Verdict::Errors(wrong);
    }
    let gaps = shell::placeholders(tokens);
    if gaps.is_empty() {
        return Verdict::Allowed;
    }
    let left = outcome.plan.placeholders();
    Verdict::Placeholders(gaps.into_iter().filter(|field| left.contains(field)).collect())
}

/// Whether a finding concerns a step, that is, whether the step contains one of the finding's fields. A field that no
/// step contains, such as a choice, concerns the step that carries out the choice.
fn concerns(outcome: &Outcome, step: &Step, finding: &Finding) -> bool {
    if stands_in(step, finding) {
        return true;
    }
    matches!(step.id, StepId::CreateExtension | StepId::CreateCluster | StepId::AttachCluster)
        && !outcome.plan.steps.iter().any(|step| stands_in(step, finding))
}

fn stands_in(step: &Step, finding: &Finding) -> bool {
    let mut stands = false;
    for output in &step.outputs {
        output.each_word(&mut |word| {
            stands |= word.parts().any(|part| match part {
                Part::Value { field, .. }
                | Part::BelowHome { field, .. }
                | Part::Placeholder(field)
                | Part::Contents(field) => finding.fields.contains(field),
                Part::Fixed(_) => false,
            });
        });
    }
    stands
}

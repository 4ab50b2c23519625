//! Whether a text of the plan is ready to be copied and run: what stands in the way, and which fields mend it.

use crate::analysis::check::{Finding, Severity};
use crate::analysis::outcome::Outcome;
use crate::model::field::{Field, insert};
use crate::plan::{Part, Step, StepId};
use crate::shell::{self, Token, TokenKind};

/// What is to be said of a text before it is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is ready.
    Allowed,
    /// Gaps are left, which may be filled in later. The fields that fill them; none where a file's contents are the gap.
    Placeholders(Vec<Field>),
    /// The tools would refuse it, or do something that was not asked for. The fields that the errors are about.
    Errors(Vec<Field>),
}

/// Judges a text: of a step of the plan with everything that is wrong with the step, or of none with what is wrong with
/// the values that stand in it.
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

/// Whether a finding is about a step: one of its fields stands there. What stands in no step, since it is a choice, is
/// about the step that does what was chosen.
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
                Part::Value { field, .. } | Part::Placeholder(field) | Part::Contents(field) => {
                    finding.fields.contains(field)
                }
                Part::Fixed(_) => false,
            });
        });
    }
    stands
}

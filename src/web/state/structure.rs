//! The structure of answers and outcome, which most of the page depends on: everything except the characters of texts. A
//! key press seldom changes it.

use super::evaluation::Evaluation;
use crate::analysis::check::{Cause, Finding};
use crate::plan::{Output, Step};

impl Evaluation {
    /// Whether both evaluations have the same questions, the same findings and a plan of the same parts. Returns `false`
    /// if the outcome of `self` was never computed.
    pub(super) fn has_structure_of(&self, other: &Self) -> bool {
        fn output(output: &Output) -> (usize, usize) {
            (output.id as usize, output.commands().len())
        }
        let is_step = |(one, two): (&Step, &Step)| {
            one.id == two.id
                && one.notes == two.notes
                && one.outputs.iter().map(output).eq(two.outputs.iter().map(output))
        };
        // A rule may report one problem with two severities.
        let is_finding = |(one, two): (&Finding, &Finding)| {
            key(one) == key(two) && one.severity == two.severity && one.fields == two.fields
        };
        let Some(one) = self.outcome.get() else { return false };
        let two = other.outcome();
        one.plan.edition == two.plan.edition
            && one.plan.steps.len() == two.plan.steps.len()
            && one.findings.len() == two.findings.len()
            && one.plan.steps.iter().zip(&two.plan.steps).all(is_step)
            && one.findings.iter().zip(&two.findings).all(is_finding)
            && self.answers.is_outlined_like(&other.answers)
    }
}

/// Identifies a finding among those of an outcome.
pub(super) fn key(finding: &Finding) -> usize {
    match &finding.cause {
        Cause::Rule(rule) => *rule as usize,
        Cause::Invalid(invalid) => INVALID + invalid.field as usize,
        Cause::Unwritable { field, .. } => UNWRITABLE + *field as usize,
        Cause::LongComputeName => LONG_NAME,
        Cause::PlaceholdersLeft(_) => MISSING,
    }
}

/// These keys come after those of the rules. There are fewer than 1000 rules and fewer than 500 fields.
const INVALID: usize = 1000;
const UNWRITABLE: usize = 1500;
const LONG_NAME: usize = 2000;
/// The key of the finding that lists the missing values.
pub(in crate::web) const MISSING: usize = 2001;

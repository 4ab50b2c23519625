//! The shape of what was said, which most of the page follows: all of it but the letters of texts, and so what a key seldom
//! changes.

use super::evaluation::Evaluation;
use crate::analysis::check::{Cause, Finding};
use crate::plan::{Output, Step};

impl Evaluation {
    /// Whether the same is asked for, wrong or worth knowing, and the plan consists of the same. Of what nobody has looked at
    /// nothing is known.
    pub(super) fn has_structure_of(&self, other: &Self) -> bool {
        fn output(output: &Output) -> (usize, usize) {
            (output.id as usize, output.commands().len())
        }
        let is_step = |(one, two): (&Step, &Step)| {
            one.id == two.id
                && one.notes == two.notes
                && one.outputs.iter().map(output).eq(two.outputs.iter().map(output))
        };
        // A rule may find one thing in two degrees.
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

/// What tells a finding from the others of an outcome.
pub(super) fn key(finding: &Finding) -> usize {
    match &finding.cause {
        Cause::Rule(rule) => *rule as usize,
        Cause::Invalid(invalid) => INVALID + invalid.field as usize,
        Cause::Unwritable { field, .. } => UNWRITABLE + *field as usize,
        Cause::LongComputeName => LONG_NAME,
        Cause::PlaceholdersLeft(_) => MISSING,
    }
}

/// The keys behind those of the rules, of which there are fewer than a thousand; of fields there are fewer than 500.
const INVALID: usize = 1000;
const UNWRITABLE: usize = 1500;
const LONG_NAME: usize = 2000;
/// The key of what is left to fill in.
pub(in crate::web) const MISSING: usize = 2001;

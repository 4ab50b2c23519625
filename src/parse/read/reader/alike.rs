//! Joins alike findings: the same finding about the same text is one finding with several places. A report of a long text
//! stays small.

use std::collections::HashMap;

use super::super::finding::{Finding, FurtherPlace};
use super::Reader;

/// The number of findings from which alike ones are joined before the text is read completely.
const FIRST: usize = 10_000;

/// The largest number of places without a repair that are kept for a finding.
const PLACES: usize = 1000;

impl Finding {
    /// Whether another finding says the same.
    fn is_alike(&self, other: &Self) -> bool {
        self.cause == other.cause
            && self.severity == other.severity
            && self.fields == other.fields
            && self.source == other.source
            && self.edits.is_empty() == other.edits.is_empty()
    }

    /// Takes the places of an alike finding that comes later.
    fn join(&mut self, other: Self) {
        let first = FurtherPlace { span: other.span, edits: other.edits };
        self.uncounted += other.uncounted;
        for place in std::iter::once(first).chain(other.others) {
            if place.edits.is_empty() && self.others.len() >= PLACES {
                self.uncounted += 1;
            } else {
                self.others.push(place);
            }
        }
    }
}

impl Reader<'_> {
    /// Joins alike findings, if there are many. To be called where no caller counts findings.
    pub(in crate::parse::read) fn join_many(&mut self) {
        if self.findings.len() >= self.joins_at {
            self.join_alike();
            self.joins_at = FIRST.max(2 * self.findings.len());
        }
    }

    /// Joins alike findings. The first one stays at its place.
    pub(super) fn join_alike(&mut self) {
        let text = self.text;
        let mut joined: Vec<Finding> = Vec::with_capacity(self.findings.len().min(FIRST));
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut moved = Vec::with_capacity(self.findings.len());
        for finding in std::mem::take(&mut self.findings) {
            let pasted = text.get(finding.span.clone()).unwrap_or_default();
            let same = known.entry(pasted).or_default();
            let alike =
                same.iter().find(|index| joined.get(**index).is_some_and(|known| known.is_alike(&finding)));
            match alike.copied().and_then(|index| Some((index, joined.get_mut(index)?))) {
                Some((index, first)) => {
                    first.join(finding);
                    moved.push(index);
                }
                None => {
                    same.push(joined.len());
                    moved.push(joined.len());
                    joined.push(finding);
                }
            }
        }
        self.findings = joined;
        for index in self.remarked.values_mut() {
            *index = moved.get(*index).copied().unwrap_or(usize::MAX);
        }
    }
}

//! Where documents print something else at a step than the plan has.

use crate::plan::{ErratumId, StepId};
use crate::text::{erratum, misprint};
use crate::web::dom::{ElementView, element};
use crate::web::state::Wizard;

/// What is misprinted at a step: as it stands in documents, what is right, and why.
pub(super) fn errata(wizard: Wizard, step: StepId) -> ElementView {
    let shown = move || {
        wizard.outcome(|outcome| {
            let errata = outcome.plan.step(step).map(|step| step.errata.as_slice());
            errata.unwrap_or_default().iter().map(|id| *id as usize).collect()
        })
    };
    element("ul").list(shown, |place| match ErratumId::ALL.get(place) {
        Some(id) => row(*id),
        None => element("li"),
    })
}

fn row(id: ErratumId) -> ElementView {
    /// What stands around code: no text has it.
    const MARK: &str = "\u{1}";
    let (printed, right, why) = erratum(id);
    let marked = |code: &str| format!("{MARK}{code}{MARK}");
    let told = misprint(&marked(printed), &marked(right), why);
    let pieces = told.split(MARK).enumerate();
    element("li").children(pieces.map(|(place, piece)| {
        // Every second one stood between marks.
        if place % 2 == 1 { element("code").text(piece) } else { element("span").text(piece) }
    }))
}

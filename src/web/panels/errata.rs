//! The misprints of documents at a step of the plan.

use crate::plan::{ErratumId, StepId};
use crate::text::{erratum, misprint};
use crate::web::dom::{ElementView, element};
use crate::web::state::Wizard;

/// The misprints at a step: what the document prints, what is right, and why.
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
    /// Delimits code. No text contains this character.
    const MARK: &str = "\u{1}";
    let (printed, right, why) = erratum(id);
    let marked = |code: &str| format!("{MARK}{code}{MARK}");
    let sentence = misprint(&marked(printed), &marked(right), why);
    let pieces = sentence.split(MARK).enumerate();
    element("li").children(pieces.map(|(place, piece)| {
        // The pieces at odd places are code.
        if place % 2 == 1 { element("code").text(piece) } else { element("span").text(piece) }
    }))
}

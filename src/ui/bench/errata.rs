//! Where documents print something else at a step than the plan has.

use leptos::prelude::*;

use crate::erratum::ErratumId;
use crate::locale::{FileText, erratum, text};
use crate::plan::StepId;
use crate::ui::element::{ElementView, element};
use crate::ui::state::Wizard;

/// What is misprinted at a step: as it stands in documents, what is right, and why.
pub(super) fn errata(wizard: Wizard, step: StepId) -> ElementView {
    let shown = move || {
        wizard.outcome.with(|outcome| {
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
    let (printed, right, why) = erratum(id);
    element("li")
        .text(text(FileText::Printed))
        .text(" ")
        .child(element("code").text(printed))
        .text(". ")
        .text(text(FileText::Right))
        .text(" ")
        .child(element("code").text(right))
        .text(". ")
        .text(why)
}

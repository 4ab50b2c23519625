//! The button that fixes a finding.

use leptos::prelude::*;

use crate::analysis::repair::{Repair, repair};
use crate::text::repair_label;
use crate::web::dom::{ElementView, element};
use crate::web::state::Wizard;

/// A button that fixes a finding, if the fix is certain. Its label contains the text that it writes.
pub(super) fn repair_button(wizard: Wizard, key: usize) -> ElementView {
    let repair =
        move || wizard.with_finding(key, |finding| wizard.answers(|answers| repair(finding, answers)));
    let label = move || repair().map_or_else(String::new, |repair| repair_label(&repair));
    let has = move || if repair().is_some() { vec![0] } else { Vec::new() };
    element("div").list(has, move |_| {
        element("button").attribute("type", "button").live_text(label).on("click", move |_| {
            if let Some(Repair { field, text }) = untrack(repair) {
                wizard.write_there(field, &text);
            }
        })
    })
}

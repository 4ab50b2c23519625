//! The errors and warnings of a scenario, with buttons that go to their fields.

use leptos::prelude::*;

use super::commands::source_link;
use super::dom::{ElementView, element, element_of};
use super::state::{MISSING, Wizard};
use super::tools::part;
use crate::analysis::check::{Cause, Finding, RuleId, Severity};
use crate::analysis::repair;
use crate::i18n::text;
use crate::model::field::Field;
use crate::text::{Text, field_label, findings_heading, values_left};
use crate::web::panel_id::REPAIR;

/// Errors, warnings and missing values. Findings that are only notes are shown at their step.
pub(super) fn findings(wizard: Wizard) -> ElementView {
    let keys = move || {
        let mut keys =
            wizard.shown_findings(&|finding| finding.severity != Severity::Info && !is_left(finding));
        if !wizard.missing().is_empty() {
            keys.push(MISSING);
        }
        keys
    };
    element_of("div", "findings")
        .live_attribute("hidden", move || keys().is_empty().then_some(""))
        .child(element("h3").live_text(move || {
            let of = |severity| {
                wizard.shown_findings(&|finding| finding.severity == severity && !is_left(finding)).len()
            };
            findings_heading(of(Severity::Error), of(Severity::Warning), wizard.missing().len())
        }))
        .child(element("ul").list(keys, move |key| row(wizard, key)))
}

/// Whether a finding lists the missing values. It has its own row.
fn is_left(finding: &Finding) -> bool {
    matches!(finding.cause, Cause::PlaceholdersLeft(_))
}

fn row(wizard: Wizard, key: usize) -> ElementView {
    let is_error = move || wizard.with_finding(key, |finding| finding.severity == Severity::Error);
    let label = move || text(if is_error() { Text::SeverityError } else { Text::SeverityWarning }).to_owned();
    // The buttons below name the missing values.
    let message = move || {
        if key == MISSING { values_left(wizard.missing().len()) } else { wizard.message(key) }
    };
    let fields = move || {
        let fields = if key == MISSING {
            wizard.missing()
        } else {
            // Only fields that apply now.
            wizard.structure(|evaluation| {
                let applies = |field: &Field| field.applies(&evaluation.answers);
                wizard.with_finding(key, |f| f.fields.iter().copied().filter(applies).collect())
            })
        };
        fields.into_iter().map(|field| field as usize).collect()
    };
    let source = untrack(|| wizard.with_finding(key, Finding::source));
    let migrate = (key == RuleId::EditionUnsupported as usize).then(|| migrate(wizard));
    element("li")
        .live_attribute("class", move || Some(if is_error() { "error" } else { "warning" }))
        .child(
            element("p")
                .child(element_of("strong", "severity").live_text(label))
                .text(" ")
                .child(element("span").live_text(message))
                .text(" ")
                .children(source.as_ref().map(source_link)),
        )
        .child(element_of("p", "jumps").list(fields, move |place| match Field::ALL.get(place) {
            Some(field) => jump(wizard, *field),
            None => element("button"),
        }))
        .child(repair_part(wizard, key, "summary"))
        .children(migrate)
}

/// The place of the button that fixes a finding. The fix is in the panels, which are loaded only for findings that have
/// one.
pub(super) fn repair_part(wizard: Wizard, key: usize, place: &str) -> ElementView {
    let is_repairable = move || wizard.with_finding(key, |finding| repair::is_repairable(&finding.cause));
    part(wizard, "repair", format!("{REPAIR}{key}.{place}"), is_repairable)
}

/// A button that opens the same scenario in the current edition.
pub(super) fn migrate(wizard: Wizard) -> ElementView {
    element("button")
        .attribute("type", "button")
        .message(Text::MigrationOpen)
        .on("click", move |_| wizard.migrate())
}

/// A button that goes to a field.
pub(super) fn jump(wizard: Wizard, field: Field) -> ElementView {
    if !wizard.asks(field) {
        return element("span").text(field_label(field));
    }
    element_of("button", "jump")
        .attribute("type", "button")
        .text(field_label(field))
        .on("click", move |_| wizard.go_to_field(field))
}

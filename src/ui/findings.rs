//! What is wrong with the scenario or worth knowing about it, with the way to each field.

use leptos::prelude::*;

use super::element::{ElementView, element, element_of};
use super::state::Wizard;
use crate::check::{Cause, Finding, Severity};
use crate::field::Field;
use crate::locale::{Text, field_label, text, values_left};

/// Errors and warnings. What is merely worth saying stands at its step.
pub(super) fn findings(wizard: Wizard) -> ElementView {
    let shown = Memo::new(move |_| wizard.messages(|finding| finding.severity != Severity::Info));
    element_of("div", "findings").live_children(move || {
        shown.with(|findings| {
            if findings.is_empty() {
                return Vec::new();
            }
            vec![
                element("h3").text(text(Text::FindingsHeading)),
                element("ul").children(findings.iter().map(|(found, message)| row(wizard, found, message))),
            ]
        })
    })
}

fn row(wizard: Wizard, found: &Finding, message: &str) -> ElementView {
    // The buttons below name the values.
    let message =
        if found.cause == Cause::PlaceholdersLeft { &values_left(found.fields.len()) } else { message };
    let severity = match found.severity {
        Severity::Error => Text::SeverityError,
        Severity::Warning | Severity::Info => Text::SeverityWarning,
    };
    element_of("li", found.severity.id())
        .child(
            element("p").child(element_of("strong", "severity").text(text(severity))).text(" ").text(message),
        )
        .child(element_of("p", "jumps").children(found.fields.iter().map(|field| jump(wizard, *field))))
}

/// A button that goes to a field.
fn jump(wizard: Wizard, field: Field) -> ElementView {
    element_of("button", "jump")
        .attribute("type", "button")
        .text(field_label(field))
        .on("click", move |_| wizard.go_to_field(field))
}

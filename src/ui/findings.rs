//! What is wrong with the scenario or worth knowing about it, with the way to each field.

use leptos::prelude::*;

use super::commands::source_link;
use super::element::{ElementView, element, element_of};
use super::state::Wizard;
use crate::check::{Cause, Severity};
use crate::field::Field;
use crate::locale::{Text, field_label, text, values_left};
use crate::source::Source;

/// Errors and warnings, and what is left to fill in. What is merely worth saying stands at its step.
pub(super) fn findings(wizard: Wizard) -> ElementView {
    let shown = Memo::new(move |_| {
        wizard.messages(|finding| {
            finding.severity != Severity::Info && !matches!(finding.cause, Cause::PlaceholdersLeft(_))
        })
    });
    element_of("div", "findings").live_children(move || {
        let (shown, missing) = (shown.get(), wizard.missing.get());
        if shown.is_empty() && missing.is_empty() {
            return Vec::new();
        }
        let rows = shown.iter().map(|(found, message)| {
            row(wizard, found.severity, message, found.source(), &wizard.asked(found))
        });
        // The buttons name the values.
        let left = (!missing.is_empty())
            .then(|| row(wizard, Severity::Warning, &values_left(missing.len()), None, &missing));
        vec![element("h3").text(text(Text::FindingsHeading)), element("ul").children(rows).children(left)]
    })
}

fn row(
    wizard: Wizard,
    severity: Severity,
    message: &str,
    source: Option<Source>,
    fields: &[Field],
) -> ElementView {
    let label = match severity {
        Severity::Error => Text::SeverityError,
        Severity::Warning | Severity::Info => Text::SeverityWarning,
    };
    let label = element_of("strong", "severity").text(text(label));
    let source = source.as_ref().map(source_link);
    element_of("li", severity.id())
        .child(element("p").child(label).text(" ").text(message).text(" ").children(source))
        .child(element_of("p", "jumps").children(fields.iter().map(|field| jump(wizard, *field))))
}

/// A button that goes to a field.
pub(super) fn jump(wizard: Wizard, field: Field) -> ElementView {
    element_of("button", "jump")
        .attribute("type", "button")
        .text(field_label(field))
        .on("click", move |_| wizard.go_to_field(field))
}

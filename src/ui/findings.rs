//! What is wrong with the scenario or worth knowing about it, with the way to each field.

use leptos::prelude::*;

use super::erased::{dynamic, when};
use super::state::Wizard;
use crate::check::{Finding, Severity};
use crate::field::Field;
use crate::locale::{Text, field_label, text};

/// Errors and warnings. What is merely worth saying stands at its step.
pub(super) fn findings(wizard: Wizard) -> AnyView {
    let shown = Memo::new(move |_| wizard.messages(|finding| finding.severity != Severity::Info));
    let rows = move || {
        let rows: Vec<AnyView> =
            shown.get().into_iter().map(|(found, message)| row(wizard, &found, message)).collect();
        rows.into_any()
    };
    when(
        move || shown.with(|findings| !findings.is_empty()),
        move || {
            view! {
                <div class="findings">
                    <h3>{text(Text::FindingsHeading)}</h3>
                    <ul>{dynamic(rows)}</ul>
                </div>
            }
            .into_any()
        },
    )
}

fn row(wizard: Wizard, found: &Finding, message: String) -> AnyView {
    let severity = match found.severity {
        Severity::Error => Text::SeverityError,
        Severity::Warning | Severity::Info => Text::SeverityWarning,
    };
    let jumps: Vec<AnyView> = found.fields.iter().map(|field| jump(wizard, *field)).collect();
    view! {
        <li class=found.severity.id()>
            <p><strong class="severity">{text(severity)}</strong>{message}</p>
            <p class="jumps">{jumps}</p>
        </li>
    }
    .into_any()
}

/// A button that goes to a field.
fn jump(wizard: Wizard, field: Field) -> AnyView {
    view! {
        <button type="button" class="jump" on:click=move |_| wizard.go_to_field(field)>{field_label(field)}</button>
    }
    .into_any()
}

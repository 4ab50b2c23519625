//! The questions, a step at a time.

use leptos::prelude::*;

use super::erased::{attribute, dynamic, fixed_text, list, when};
use super::field::field_control;
use super::state::Wizard;
use crate::check::{Finding, Severity};
use crate::field::{Field, WizardStep};
use crate::locale::{Text, text, wizard_step};

/// The way through the steps, and the questions of the one that is shown.
#[component]
pub(super) fn Guide(wizard: Wizard) -> impl IntoView {
    let back = move || {
        if let Some(step) = wizard.neighbours().0 {
            wizard.go_to(step);
        }
    };
    view! {
        <h2 id="guide-heading" class="visually-hidden">{text(Text::WizardHeading)}</h2>
        <nav class="steps" aria-label=text(Text::WizardNav)>
            <ol>{list(move || places(&wizard.steps.get()), move |place| step_button(wizard, place))}</ol>
        </nav>
        <form class="questions" on:submit=move |event| {
            event.prevent_default();
            forward(wizard);
        }>
            <h3 tabindex="-1" data-focus="step">{fixed_text(move || wizard_step(wizard.step()))}</h3>
            {list(move || fields(wizard, wizard.step()), move |place| match Field::ALL.get(place) {
                Some(field) => field_control(wizard, *field),
                None => ().into_any(),
            })}
            <div class="walk">
                {when(move || wizard.neighbours().0.is_some(), move || {
                    view! { <button type="button" on:click=move |_| back()>{text(Text::Back)}</button> }.into_any()
                })}
                <button type="submit" class="primary">
                    {fixed_text(move || {
                        text(if wizard.neighbours().1.is_some() { Text::Next } else { Text::ToCommands })
                    })}
                </button>
            </div>
        </form>
    }
}

fn places(steps: &[WizardStep]) -> Vec<usize> {
    (0..WizardStep::ALL.len())
        .filter(|place| WizardStep::ALL.get(*place).is_some_and(|step| steps.contains(step)))
        .collect()
}

fn step_button(wizard: Wizard, place: usize) -> AnyView {
    let Some(step) = WizardStep::ALL.get(place).copied() else { return ().into_any() };
    view! {
        <li>
            <button
                type="button"
                aria-current=attribute(move || (wizard.step() == step).then_some("step"))
                on:click=move |_| wizard.go_to(step)
            >
                {wizard_step(step)}
                {errors(wizard, step)}
            </button>
        </li>
    }
    .into_any()
}

/// The next step, or the commands behind the last one.
fn forward(wizard: Wizard) {
    match wizard.neighbours().1 {
        Some(step) => wizard.go_to(step),
        None => wizard.focus("[data-focus=plan]".to_owned()),
    }
}

/// The places of the fields that a step asks for. A choice with one value is no question, unless another one stands
/// there.
fn fields(wizard: Wizard, step: WizardStep) -> Vec<usize> {
    wizard.answers.with(|answers| {
        let edition = answers.edition();
        let is_question = |field: &Field| {
            field.choices(edition).count() != 1 || !field.offers(answers.text(*field), edition)
        };
        step.fields(answers).filter(is_question).map(|field| field as usize).collect()
    })
}

/// How many errors a step has.
fn errors(wizard: Wizard, step: WizardStep) -> AnyView {
    let count = move || {
        let is_here = |finding: &&Finding| {
            finding.severity == Severity::Error && finding.fields.iter().any(|field| field.row().step == step)
        };
        wizard.outcome.with(|outcome| outcome.findings.iter().filter(is_here).count())
    };
    dynamic(move || match count() {
        0 => ().into_any(),
        count => view! {
            <span class="errors">
                {count.to_string()}<span class="visually-hidden">{text(Text::SeverityError)}</span>
            </span>
        }
        .into_any(),
    })
}

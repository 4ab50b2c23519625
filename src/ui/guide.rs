//! The questions, a step at a time.

use leptos::prelude::*;

use super::element::{ElementView, element, element_of};
use super::field::field_control;
use super::state::Wizard;
use crate::field::{Field, WizardStep};
use crate::locale::{Text, text, wizard_step};

/// The way through the steps, and the questions of the one that is shown.
pub(super) fn guide(wizard: Wizard) -> ElementView {
    let steps = element("ol").list(
        move || wizard.steps().into_iter().map(|step| step as usize).collect(),
        move |place| match WizardStep::ALL.get(place) {
            Some(step) => step_button(wizard, *step),
            None => element("li"),
        },
    );
    let questions = element_of("div", "question-list").list(
        move || fields(wizard, wizard.step()),
        move |place| match Field::ALL.get(place) {
            Some(field) => field_control(wizard, *field),
            None => element("div"),
        },
    );
    let form = element_of("form", "questions")
        .on("submit", move |event| {
            event.prevent_default();
            forward(wizard);
        })
        .on("focusin", move |event| wizard.light(Some(&event)))
        .on("focusout", move |_| wizard.light(None))
        .child(
            element("h3")
                .attribute("tabindex", "-1")
                .attribute("data-focus", "step")
                .live_text(move || wizard_step(wizard.step()).to_owned()),
        )
        .child(questions)
        .child(walk(wizard));
    element("div")
        .child(
            element_of("h2", "visually-hidden")
                .attribute("id", "guide-heading")
                .text(text(Text::WizardHeading)),
        )
        .child(element_of("nav", "steps").attribute("aria-label", text(Text::WizardNav)).child(steps))
        .child(form)
}

fn step_button(wizard: Wizard, step: WizardStep) -> ElementView {
    let errors = element_of("span", "errors").live_children(move || match wizard.errors(Some(step)) {
        0 => Vec::new(),
        count => vec![
            element("span").text(&count.to_string()),
            element_of("span", "visually-hidden").text(text(Text::SeverityError)),
        ],
    });
    let button = element("button")
        .attribute("type", "button")
        .live_attribute("aria-current", move || (wizard.step() == step).then_some("step"))
        .on("click", move |_| wizard.go_to(step))
        .text(wizard_step(step))
        .child(errors);
    element("li").child(button)
}

/// Back and Next. The button that is not there on the first step is hidden, not taken off, so that Next stays put.
fn walk(wizard: Wizard) -> ElementView {
    let back = element("button")
        .attribute("type", "button")
        .live_attribute("hidden", move || wizard.neighbours().0.is_none().then_some(""))
        .text(text(Text::Back))
        .on("click", move |_| {
            if let (Some(step), _) = untrack(|| wizard.neighbours()) {
                wizard.go_to(step);
            }
        });
    let next = element_of("button", "primary").attribute("type", "submit").live_text(move || {
        text(if wizard.neighbours().1.is_some() { Text::Next } else { Text::ToCommands }).to_owned()
    });
    element_of("div", "walk").child(back).child(next)
}

/// The next step, or the commands behind the last one.
fn forward(wizard: Wizard) {
    match untrack(|| wizard.neighbours()) {
        (_, Some(step)) => wizard.go_to(step),
        (_, None) => wizard.focus("[data-focus=plan]".to_owned()),
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

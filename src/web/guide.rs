//! The questions, one step at a time, and the controls around them.

mod dialogs;
mod focus;
mod head;
mod path;
mod presets;

pub(super) use dialogs::dialogs;
#[cfg(feature = "files")]
pub(super) use dialogs::press_keys;
pub(super) use focus::keep_focus;
pub(super) use head::head;
pub(super) use presets::presets;

use leptos::prelude::*;

use super::dom::{ElementView, element, element_of};
use super::field::field_control;
use super::fold::fold;
use super::state::Wizard;
use crate::i18n::text;
use crate::model::field::{Field, WizardStep};
use crate::text::{Text, advanced, step_legend};

/// The path through the steps, and the questions of the current step.
pub(super) fn guide(wizard: Wizard) -> ElementView {
    let legend = element("legend").child(
        element("h3")
            .attribute("tabindex", "-1")
            .attribute("data-focus", "step")
            .live_text(move || step_legend(wizard.step()).to_owned()),
    );
    // The parts below the questions are added after them, so that they do not move.
    let questions = element_of("fieldset", "step")
        .child(legend)
        .child(questions(wizard, false))
        .later(&wizard.tasks(), move || vec![advanced_questions(wizard)]);
    let form = element_of("form", "questions")
        .on("submit", move |event| {
            event.prevent_default();
            wizard.forward();
        })
        .on("focusin", move |event| wizard.light(Some(&event)))
        .on("focusout", move |_| wizard.light(None))
        .child(questions)
        .later(&wizard.tasks(), move || is_walked(wizard).then(|| walk(wizard)).into_iter().collect());
    element("div")
        .child(
            element_of("h2", "visually-hidden").attribute("id", "guide-heading").message(Text::WizardHeading),
        )
        .child(presets::undoable(wizard))
        .maybe(is_walked(wizard).then(|| path::path(wizard)))
        .child(form)
}

/// Whether there are several steps. The page always has several.
fn is_walked(wizard: Wizard) -> bool {
    !wizard.is_embedded() || WizardStep::ALL.into_iter().filter(|step| asks_in(wizard, *step)).count() > 1
}

/// Whether a step can have questions under any answers.
fn asks_in(wizard: Wizard, step: WizardStep) -> bool {
    Field::ALL.iter().any(|field| field.row().step == step && wizard.asks(*field))
}

/// The questions of the current step: the advanced ones or the others. After the first of the others comes the button
/// that skips the rest.
fn questions(wizard: Wizard, is_advanced: bool) -> ElementView {
    /// The key of the skip button, which is not a field.
    const BYPASS: usize = Field::ALL.len();
    let rows = move || {
        let mut rows: Vec<usize> =
            wizard.questions(wizard.step(), is_advanced).into_iter().map(|field| field as usize).collect();
        if !is_advanced && !rows.is_empty() {
            rows.insert(1, BYPASS);
        }
        rows
    };
    element_of("div", "question-list").list_later(wizard.tasks(), rows, move |row| {
        match Field::ALL.get(row) {
            Some(field) => field_control(wizard, *field),
            None => bypass(wizard),
        }
    })
}

/// The button that skips the rest of the questions. It is visible while it has the focus.
fn bypass(wizard: Wizard) -> ElementView {
    element_of("button", "bypass")
        .attribute("type", "button")
        .message(Text::Bypass)
        .on("click", move |_| wizard.focus("[data-focus=first-step]".to_owned()))
}

/// The questions that most people leave at their defaults.
fn advanced_questions(wizard: Wizard) -> ElementView {
    let summary = element("summary").live_text(move || {
        let folded = wizard.folded(wizard.step());
        advanced(folded.changed, folded.errors, folded.missing)
    });
    fold(
        "advanced",
        move || wizard.is_unfolded(wizard.step()),
        move |is_open| wizard.unfold(untrack(|| wizard.step()), is_open),
        summary,
    )
    .live_attribute("hidden", move || wizard.questions(wizard.step(), true).is_empty().then_some(""))
    .child(questions(wizard, true))
}

/// Back and Next. On the first step, Back is hidden but not removed, so that Next does not move.
fn walk(wizard: Wizard) -> ElementView {
    let back = element("button")
        .attribute("type", "button")
        .live_attribute("hidden", move || wizard.neighbours().0.is_none().then_some(""))
        .message(Text::Back)
        .on("click", move |_| wizard.back());
    let next = element_of("button", "primary").attribute("type", "submit").live_text(move || {
        text(if wizard.neighbours().1.is_some() { Text::Next } else { Text::ToCommands }).to_owned()
    });
    element_of("div", "walk").child(back).child(next)
}

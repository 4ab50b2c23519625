//! The progress of the plan, and how to recognize success.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::js_sys::Reflect;

use super::dom::{ElementView, element, element_of};
use super::state::Wizard;
use crate::i18n::text;
use crate::model::choice::Edition;
use crate::output::reference::TableId;
use crate::plan::{NoteId, StepId};
use crate::text::{Text, labelled, note, otherwise, step_title, steps_done};

/// The number of steps that are done.
pub(super) fn progress_bar(wizard: Wizard) -> ElementView {
    let counts = move || {
        let (done, all) = wizard.progress();
        (done.len(), all.len())
    };
    let number = |count: usize| JsValue::from_f64(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    element_of("div", "progress")
        .child(element("span").attribute("id", "progress-label").live_text(move || {
            let (done, all) = counts();
            steps_done(done, all)
        }))
        .child(
            element("progress")
                .attribute("aria-labelledby", "progress-label")
                .live_property("max", move || number(counts().1.max(1)))
                .live_property("value", move || number(counts().0)),
        )
}

/// The box that ticks a step off.
pub(super) fn done_box(wizard: Wizard, step: StepId) -> ElementView {
    let is_done = move || wizard.progress().0.contains(&step);
    let input = element("input")
        .attribute("type", "checkbox")
        .attribute("aria-label", &labelled(text(Text::Done), step_title(step)))
        .live_property("checked", move || JsValue::from_bool(is_done()))
        .on("change", move |event| {
            let checked =
                event.target().and_then(|input| Reflect::get(&input, &JsValue::from_str("checked")).ok());
            wizard.tick(step, checked.is_some_and(|checked| checked.is_truthy()));
        });
    element_of("label", "done").child(input).child(element("span").message(Text::Done))
}

/// The result that a successful check shows, and what to do otherwise.
pub(super) fn success(wizard: Wizard, step: StepId, edition: Edition) -> ElementView {
    let notes = move || {
        let notes = wizard.with_step(step, |step| step.notes.clone());
        notes.into_iter().filter(|note| note.describes_success()).map(|note| note as usize).collect()
    };
    element_of("div", "success").list(notes, move |place| {
        let Some(id) = NoteId::ALL.get(place) else { return element("div") };
        let box_ = element("div")
            .child(element("h5").message(Text::Success))
            .child(element("p").text(note(*id, edition)))
            .child(element("h5").message(Text::Otherwise))
            .child(element("p").text(otherwise(*id)));
        // A scope that shows only a part of the plan shows no tables.
        if !TableId::Troubleshoot.is_of(edition) || !wizard.has_complete_plan() {
            return box_;
        }
        box_.child(
            element("button")
                .attribute("type", "button")
                .text(TableId::Troubleshoot.heading())
                .on("click", move |_| wizard.go_to_table(TableId::Troubleshoot)),
        )
    })
}

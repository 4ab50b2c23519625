//! The presets to start from, and the controls that undo a change.

use leptos::prelude::*;

use crate::i18n::text;
use crate::model::preset::{PRESETS, Preset};
use crate::text::{Text, labelled, preset, preset_standing};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::fold::fold;
use crate::web::state::{Change, Undoable, Wizard};

/// The presets. They are open as long as all answers are the defaults, since a preset is where one starts, and folded
/// after that.
pub(in crate::web) fn presets(wizard: Wizard) -> ElementView {
    wizard.show_presets(untrack(|| wizard.link()).is_empty());
    let standing = element_of("span", "quiet").live_text(move || match wizard.preset() {
        Some((id, changes)) => preset_standing(preset(id).0, changes),
        None => text(Text::PresetsLead).to_owned(),
    });
    let heading = element("h2").message(Text::PresetsHeading);
    let cards = PRESETS.iter().map(|preset| element("li").child(card(wizard, preset)));
    let is_open = move || wizard.shows_presets();
    let toggled = move |is_open| wizard.show_presets(is_open);
    fold("presets", is_open, toggled, element("summary").child(heading).text(" ").child(standing))
        .child(element("ul").children(cards))
}

fn card(wizard: Wizard, row: &'static Preset) -> ElementView {
    let (name, help) = preset(row.id);
    let is_current = move || wizard.preset() == Some((row.id, 0));
    element("button")
        .attribute("type", "button")
        .live_attribute("aria-current", move || is_current().then_some("true"))
        .on("click", move |_| wizard.take_preset(row))
        .child(element("strong").text(name))
        .text(" ")
        .child(element_of("span", "help").text(help))
}

/// The last change that replaced answers, with a button that undoes it and then redoes it.
pub(super) fn undoable(wizard: Wizard) -> ElementView {
    let button =
        |press: fn(Wizard)| element("button").attribute("type", "button").on("click", move |_| press(wizard));
    let again = move || match wizard.undoable() {
        Some(Undoable { is_undone: true, .. }) => text(Text::Redo).to_owned(),
        _ => text(Text::Undo).to_owned(),
    };
    // The row is hidden and never rebuilt, so that a button that is being pressed is not replaced.
    let row = element_of("div", "taken")
        .live_attribute("hidden", move || wizard.undoable().is_none().then_some(""))
        .child(element("span").live_text(move || wizard.undoable().map(words).unwrap_or_default()))
        .child(button(Wizard::undo).live_text(again))
        .child(
            button(|wizard| {
                wizard.settle();
                wizard.focus("[data-focus=step]".to_owned());
            })
            .message(Text::Keep),
        );
    element("div").attribute("role", "status").child(row)
}

fn words(taken: Undoable) -> String {
    match (taken.is_undone, taken.change) {
        (true, _) => text(Text::TakenBack).to_owned(),
        (false, Change::Scenario) => text(Text::TakenScenario).to_owned(),
        (false, Change::Preset(id)) => labelled(preset(id).0, text(Text::TakenPreset)),
        (false, Change::Repair) => text(Text::TakenRepair).to_owned(),
    }
}

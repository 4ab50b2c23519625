//! The way through the steps: where one is, what is done, what is left, what there is nothing to ask of.

use super::asks_in;
use crate::i18n::text;
use crate::model::field::WizardStep;
use crate::text::{Text, wizard_step};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::{Standing, Wizard};

/// Every step, as a button that goes there.
pub(super) fn path(wizard: Wizard) -> ElementView {
    let steps = WizardStep::ALL.into_iter().filter(|step| asks_in(wizard, *step));
    let steps = steps.map(|step| step_button(wizard, step));
    // What is a group may not be called a navigation besides.
    wizard
        .landmark(element_of(if wizard.is_embedded() { "div" } else { "nav" }, "steps"))
        .attribute("aria-label", text(Text::WizardNav))
        .child(element("ol").children(steps))
}

fn step_button(wizard: Wizard, step: WizardStep) -> ElementView {
    let errors = element_of("span", "errors").live_children(move || match wizard.errors(Some(step)) {
        0 => Vec::new(),
        count => vec![
            element("span").text(&count.to_string()),
            element_of("span", "visually-hidden").message(Text::SeverityError),
        ],
    });
    // Colour and mark say it to those who see them.
    let standing = element_of("small", "standing").live_text(move || match wizard.standing(step) {
        Standing::Current | Standing::ToDo => String::new(),
        Standing::Done => text(Text::StepDone).to_owned(),
        Standing::NotAsked => text(Text::StepNotAsked).to_owned(),
    });
    let button = element("button")
        .attribute("type", "button")
        // All at once: how a step stands takes a look at every finding.
        .live(move |button| {
            let standing = wizard.standing(step);
            let _ = button.set_attribute(
                "data-standing",
                match standing {
                    Standing::Current => "current",
                    Standing::Done => "done",
                    Standing::ToDo => "to-do",
                    Standing::NotAsked => "not-asked",
                },
            );
            let _ = button.toggle_attribute_with_force("disabled", standing == Standing::NotAsked);
            let _ = match standing {
                Standing::Current => button.set_attribute("aria-current", "step"),
                _ => button.remove_attribute("aria-current"),
            };
        })
        .on("click", move |_| wizard.go_to(step))
        .text(wizard_step(step))
        .text(" ")
        .child(errors)
        .text(" ")
        .child(standing);
    element("li").child(button)
}

//! The path through the steps: which is current, which are done, and which have no questions.

use super::asks_in;
use crate::i18n::text;
use crate::model::field::WizardStep;
use crate::text::{Text, wizard_step};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::{Standing, Wizard};

/// All steps, each as a button that goes there.
pub(super) fn path(wizard: Wizard) -> ElementView {
    let steps = WizardStep::ALL.into_iter().filter(|step| asks_in(wizard, *step));
    let steps = steps.map(|step| step_button(wizard, step));
    // An element with the role of a group must not be a `nav`.
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
    // Sighted users see the state by colour and mark.
    let standing = element_of("small", "standing").live_text(move || match wizard.standing(step) {
        Standing::Current | Standing::ToDo => String::new(),
        Standing::Done => text(Text::StepDone).to_owned(),
        Standing::NotAsked => text(Text::StepNotAsked).to_owned(),
    });
    let button = element("button")
        .attribute("type", "button")
        // One effect for all attributes, because the state of a step depends on all findings.
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

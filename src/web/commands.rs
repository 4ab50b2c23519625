//! The plan: the commands to run, step by step. It is updated at every key press.

use std::rc::Rc;

use leptos::wasm_bindgen::JsValue;

use super::dom::{ElementView, element, element_of};
use super::findings::findings;
use super::progress::{done_box, progress_bar, success};
use super::state::Wizard;
use super::tabs::forms;
use super::tools::{coming, downloads, part, reference};
use crate::base::source::Source;
use crate::i18n::text;
use crate::model::choice::{Choice, Edition, Layout, Shell};
use crate::plan::{NoteId, StepId};
use crate::text::{Text, note, shell_name, step_title};
use crate::web::browser;
use crate::web::panel_id::ERRATA;

/// The findings and the steps.
pub(super) fn commands(wizard: Wizard) -> ElementView {
    let title = element("h2")
        .attribute("id", "plan-heading")
        .attribute("tabindex", "-1")
        .attribute("data-focus", "plan")
        .message(Text::PlanHeading);
    let shells = element_of("fieldset", "layout")
        .child(element_of("legend", "visually-hidden").message(Text::ShellLabel))
        .children(Shell::ALL.iter().map(|(shell, id)| {
            let shell = *shell;
            let is_chosen = move || wizard.shell_and_layout().0 == shell;
            radio("shell", id, shell_name(shell), is_chosen, move || wizard.write_for(shell))
        }));
    let layouts = element_of("fieldset", "layout")
        .child(element_of("legend", "visually-hidden").message(Text::LayoutLabel))
        .children(Layout::ALL.iter().map(|(layout, id)| {
            let layout = *layout;
            let label = match layout {
                Layout::Lines => Text::LayoutLines,
                Layout::OneLine => Text::LayoutOneLine,
            };
            let is_chosen = move || wizard.shell_and_layout().1 == layout;
            radio("layout", id, text(label), is_chosen, move || wizard.lay_out(layout))
        }));
    // Without a form, Chromium keeps the removed radio buttons of a shadow root in memory, with all that was around them.
    let ways =
        element_of("form", "ways").on("submit", |event| event.prevent_default()).child(shells).child(layouts);
    // If only a part of the plan is shown, its headings are only for users who navigate by headings.
    let is_complete = wizard.has_complete_plan();
    let heading = move || if is_complete { element("h3") } else { element_of("h3", "visually-hidden") };
    let plan = wizard
        .landmark(element_of("section", "plan"))
        .attribute("aria-labelledby", "plan-heading")
        .child(
            element_of("div", "plan-head")
                .child(title)
                .maybe(is_complete.then(|| progress_bar(wizard)))
                .child(ways),
        )
        .child(findings(wizard))
        .maybe(is_complete.then(|| downloads(wizard)))
        .child(
            heading()
                .attribute("tabindex", "-1")
                .attribute("data-focus", "first-step")
                .message(Text::PlanSetUp),
        )
        .child(run_book(wizard, false))
        .later(&wizard.tasks(), move || {
            let title = heading()
                .live_attribute("hidden", move || steps(wizard, true).is_empty().then_some(""))
                .message(Text::PlanCleanUp);
            vec![title, run_book(wizard, true)]
        })
        .later(&wizard.tasks(), move || {
            wizard.explain();
            if is_complete { behind(wizard) } else { Vec::new() }
        });
    plan
        // The tips are in the panels, which are loaded when the user first points at or focuses the plan.
        .on("pointerover", move |_| wizard.request_panels())
        .on("focusin", move |_| wizard.request_panels())
        // A change is marked for a moment. The mark is removed when it has faded, so that it does not appear again.
        .on("animationend", |event| {
            if let Some(piece) = browser::target(&event) {
                let _ = piece.remove_attribute("data-new");
            }
        })
}

/// The tables behind the plan.
fn behind(wizard: Wizard) -> Vec<ElementView> {
    let head = element_of("div", "plan-head")
        .child(element("h3").message(Text::ReferenceHeading))
        .child(errata_switch(wizard));
    vec![head, reference(wizard)]
}

/// The switch that shows or hides misprints of documents.
fn errata_switch(wizard: Wizard) -> ElementView {
    let input = element("input")
        .attribute("type", "checkbox")
        .live_property("checked", move || JsValue::from_bool(wizard.shows_errata()))
        .on("change", move |_| wizard.toggle_errata());
    let label = element_of("label", "switch").child(input).child(element("span").message(Text::ErrataLabel));
    element("div").child(label).children(coming(wizard, Rc::new(move || wizard.shows_errata())))
}

/// A radio button that chooses one of several ways to show something.
pub(super) fn radio(
    name: &str,
    id: &str,
    label: &str,
    is_chosen: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> ElementView {
    let input = element("input")
        .attribute("type", "radio")
        .attribute("name", name)
        .attribute("value", id)
        .live_property("checked", move || JsValue::from_bool(is_chosen()))
        .on("change", move |_| choose());
    element("label").child(input).child(element("span").text(label))
}

/// The set-up steps, or the clean-up steps.
fn run_book(wizard: Wizard, cleans_up: bool) -> ElementView {
    // The same step can have other words in another edition, so that a key consists of an edition and a step.
    let editions = Edition::ALL.len();
    let rows = move || {
        let edition = wizard.structure(|evaluation| evaluation.outcome().plan.edition);
        steps(wizard, cleans_up).into_iter().map(|id| id as usize * editions + edition as usize).collect()
    };
    element_of("ol", "run-book").list_later(wizard.tasks(), rows, move |row| {
        match StepId::ALL.get(row / editions) {
            Some(id) => plan_step(wizard, *id, cleans_up),
            None => element("li"),
        }
    })
}

/// The set-up or clean-up steps that are shown.
fn steps(wizard: Wizard, cleans_up: bool) -> Vec<StepId> {
    wizard.structure(|evaluation| {
        let steps = evaluation
            .outcome()
            .plan
            .steps
            .iter()
            .filter(|step| step.cleans_up == cleans_up && wizard.shows(step.id));
        steps.map(|step| step.id).collect()
    })
}

fn plan_step(wizard: Wizard, id: StepId, cleans_up: bool) -> ElementView {
    // Success notes are shown after the commands.
    let notes = move || {
        wizard.with_step(id, |step| {
            step.notes.iter().filter(|note| !note.describes_success()).map(|id| *id as usize).collect()
        })
    };
    // A row belongs to one edition.
    let (edition, sources) = wizard.peek_outcome(|outcome| {
        (outcome.plan.edition, outcome.plan.step(id).map_or(&[][..], |step| step.sources))
    });
    // Not a CSS counter: Chromium keeps a reference to the element that it last counted in, so that an element that was
    // removed from a host page would stay in memory.
    let number = element("span").live_text(move || {
        let place = steps(wizard, cleans_up).iter().position(|step| *step == id);
        format!("{}. ", place.unwrap_or(0) + 1)
    });
    let head = element_of("div", "step-head").child(element("h4").child(number).text(step_title(id)));
    // Clean-up steps have no box to tick: after them, the scenario no longer exists.
    let head = if cleans_up || !wizard.has_complete_plan() { head } else { head.child(done_box(wizard, id)) };
    element("li")
        .attribute("data-step", id.id())
        .live_attribute("aria-current", move || {
            (!cleans_up && wizard.current_step() == Some(id)).then_some("step")
        })
        .child(head)
        .child(element_of("div", "notes").list(notes, move |place| match NoteId::ALL.get(place) {
            Some(id) => element("p").text(note(*id, edition)),
            None => element("p"),
        }))
        .child(part(wizard, "errata", format!("{ERRATA}{}", id.id()), move || wizard.shows_errata()))
        .child(forms(wizard, id))
        .child(success(wizard, id, edition))
        .child(
            element_of("p", "sources")
                .child(element("span").message(Text::Sources))
                .children(sources.iter().map(source_link)),
        )
}

/// A link to a documentation page. It shows the last part of the address, the page's own date, if it has one, and the day on
/// which the page was read.
pub(super) fn source_link(source: &Source) -> ElementView {
    let link = element("a")
        .attribute("href", source.url)
        .attribute("target", "_blank")
        .attribute("rel", "noopener noreferrer")
        .text(source.name());
    let time = |date| element("time").text(date);
    let dates = match source.dated {
        Some(date) => element("small").message(Text::PageOf).text(" ").child(time(date)).text(", "),
        None => element("small"),
    };
    element_of("span", "source")
        .child(link)
        .text(" ")
        .child(dates.message(Text::ReadOn).text(" ").child(time(source.read)))
}

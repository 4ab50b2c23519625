//! The plan: what to run, step by step, following every key.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::element::{ElementView, element, element_of};
use super::findings::findings;
use super::state::Wizard;
use crate::browser::clipboard;
use crate::choice::{Choice, Edition, Layout, Shell};
use crate::locale::{Text, note, step_title, text};
use crate::plan::{Command, Output, Step, StepId};
use crate::result::Outcome;
use crate::source::Source;
use crate::write::{self, Token, TokenKind};

/// The findings and the steps.
pub(super) fn commands(wizard: Wizard) -> ElementView {
    let heading = element("h2")
        .attribute("id", "plan-heading")
        .attribute("tabindex", "-1")
        .attribute("data-focus", "plan")
        .text(text(Text::PlanHeading));
    let layouts = element_of("fieldset", "layout")
        .child(element_of("legend", "visually-hidden").text(text(Text::LayoutLabel)))
        .children(Layout::ALL.iter().map(|(layout, id)| layout_choice(wizard, *layout, id)));
    element_of("section", "plan")
        .attribute("aria-labelledby", "plan-heading")
        .child(element_of("div", "plan-head").child(heading).child(layouts))
        .child(findings(wizard))
        .child(element("h3").text(text(Text::PlanSetUp)))
        .child(run_book(wizard, false))
        .child(
            element("h3")
                .live_attribute("hidden", move || {
                    let cleans_up = |outcome: &Outcome| outcome.plan.steps.iter().any(|step| step.cleans_up);
                    (!wizard.outcome.with(cleans_up)).then_some("")
                })
                .text(text(Text::PlanCleanUp)),
        )
        .child(run_book(wizard, true))
}

fn layout_choice(wizard: Wizard, layout: Layout, id: &'static str) -> ElementView {
    let label = match layout {
        Layout::Lines => Text::LayoutLines,
        Layout::OneLine => Text::LayoutOneLine,
    };
    let input = element("input")
        .attribute("type", "radio")
        .attribute("name", "layout")
        .attribute("value", id)
        .live_property("checked", move || JsValue::from_bool(wizard.layout() == layout))
        .on("change", move |_| wizard.lay_out(layout));
    element("label").child(input).child(element("span").text(text(label)))
}

/// The steps that set up, or those that clean up.
fn run_book(wizard: Wizard, cleans_up: bool) -> ElementView {
    // Editions have steps of one name and other words, so that a row is of an edition and a step.
    let editions = Edition::ALL.len();
    let rows = move || {
        wizard.outcome.with(|outcome| {
            let steps = outcome.plan.steps.iter().filter(|step| step.cleans_up == cleans_up);
            steps.map(|step| step.id as usize * editions + outcome.plan.edition as usize).collect()
        })
    };
    element_of("ol", "run-book").list(rows, move |row| match StepId::ALL.get(row / editions) {
        Some(id) => plan_step(wizard, *id),
        None => element("li"),
    })
}

fn step_of(outcome: &Outcome, id: StepId) -> Option<&Step> {
    outcome.plan.steps.iter().find(|step| step.id == id)
}

/// The commands of a step; none when the plan no longer has it.
fn commands_of(outcome: &Outcome, id: StepId) -> &[Command] {
    match step_of(outcome, id).and_then(|step| step.outputs.first()) {
        Some(Output::Cli(commands)) => commands,
        None => &[],
    }
}

fn plan_step(wizard: Wizard, id: StepId) -> ElementView {
    let notes = Memo::new(move |_| {
        wizard.outcome.with(|outcome| {
            let notes = step_of(outcome, id).into_iter().flat_map(|step| &step.notes);
            notes.map(|id| note(*id, outcome.plan.edition)).collect::<Vec<_>>()
        })
    });
    let sources =
        wizard.outcome.with_untracked(|outcome| step_of(outcome, id).map_or(&[][..], |step| step.sources));
    element("li")
        .child(element("h4").text(step_title(id)))
        .child(
            element_of("div", "notes")
                .live_children(move || notes.get().into_iter().map(|note| element("p").text(note)).collect()),
        )
        .child(element_of("div", "command-list").list(
            move || wizard.outcome.with(|outcome| (0..commands_of(outcome, id).len()).collect()),
            move |place| command_view(wizard, id, place),
        ))
        .child(
            element_of("p", "sources")
                .child(element("span").text(text(Text::Sources)))
                .children(sources.iter().map(source_link)),
        )
}

/// A link to a documentation page, called by the last part of its address.
fn source_link(source: &Source) -> ElementView {
    element("a")
        .attribute("href", source.url)
        .attribute("target", "_blank")
        .attribute("rel", "noopener noreferrer")
        .text(source.url.rsplit('/').next().unwrap_or(source.url))
}

fn command_view(wizard: Wizard, id: StepId, place: usize) -> ElementView {
    let tokens = Memo::new(move |_| {
        let layout = wizard.layout();
        wizard.outcome.with(|outcome| match commands_of(outcome, id).get(place) {
            Some(command) => write::command_tokens(command, Shell::Bash, layout),
            None => Vec::new(),
        })
    });
    let code = element("code").live_pieces(move || tokens.get(), move |token| piece(wizard, token));
    let shown_in = code.element().cloned();
    let copy = element_of("button", "copy")
        .attribute("type", "button")
        .attribute("aria-label", &copy_label(id, place))
        .text(text(Text::Copy));
    let button = copy.element().cloned();
    let copy = copy.on("click", move |_| {
        if let (Some(shown_in), Some(button)) = (shown_in.clone(), button.clone()) {
            copy_command(wizard, &tokens.get_untracked(), shown_in, button);
        }
    });
    element_of("div", "command").child(element("pre").child(code)).child(copy)
}

/// What the button is called for whoever does not see where it stands.
fn copy_label(id: StepId, place: usize) -> String {
    [text(Text::CopyCommand), &(place + 1).to_string(), "–", step_title(id)].join(" ")
}

/// Copies a command and says how that went: to everybody, and for a while on the button.
fn copy_command(wizard: Wizard, tokens: &[Token], shown_in: Element, button: Element) {
    const WHILE: Duration = Duration::from_secs(3);
    let command: String = tokens.iter().map(|token| token.text.as_ref()).collect();
    let has_gaps = tokens.iter().any(|token| matches!(token.kind, TokenKind::Placeholder(_)));
    leptos::task::spawn_local(async move {
        let done = clipboard::copy(&command, &shown_in).await;
        wizard.announce(text(match (done, has_gaps) {
            (true, false) => Text::Copied,
            (true, true) => Text::CopiedWithPlaceholders,
            (false, _) => Text::CopyFailed,
        }));
        if done {
            button.set_text_content(Some(text(Text::Copied)));
            set_timeout(move || button.set_text_content(Some(text(Text::Copy))), WHILE);
        }
    });
}

/// A piece of a command. A click on a placeholder goes to the field that fills it; the way there by keyboard is the
/// list of findings, so that a command is one piece of text to select and not a row of buttons.
fn piece(wizard: Wizard, token: &Token) -> ElementView {
    let piece = match token.kind {
        TokenKind::Layout | TokenKind::Fixed => element("span"),
        TokenKind::Program => element_of("span", "program"),
        TokenKind::Option => element_of("span", "option"),
        TokenKind::Value(_) => element_of("span", "value"),
        TokenKind::Placeholder(field) => element("mark").on("click", move |_| wizard.go_to_field(field)),
    };
    piece.text(&token.text)
}

//! One form of a step: its commands, or a file that is folded away until somebody wants it.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::element::{ElementView, element, element_of};
use super::fold::fold;
use super::state::Wizard;
use crate::browser::clipboard;
use crate::locale::{Text, output, step_title, text};
use crate::plan::{Output, OutputId, StepId};
use crate::result::Outcome;
use crate::write::{self, Token, TokenKind};

/// An output of a step.
pub(super) fn output_view(wizard: Wizard, step: StepId, id: OutputId) -> ElementView {
    if id == OutputId::Cli {
        let count = move || {
            let commands = |(output, count): &(OutputId, usize)| (*output == id).then_some(*count);
            wizard.with_step(step, |step| step.outputs.iter().find_map(commands)).unwrap_or_default()
        };
        return element("div").list(
            move || (0..count()).collect(),
            move |place| {
                let tokens = move || {
                    let (shell, layout) = wizard.written();
                    wizard.outcome.with(|outcome| {
                        let command = output_of(outcome, step, OutputId::Cli)
                            .and_then(|output| output.commands().get(place));
                        command.map_or_else(Vec::new, |command| write::command_tokens(command, shell, layout))
                    })
                };
                let number = (place + 1).to_string();
                let label = [text(Text::CopyCommand), " ", &number, " – ", step_title(step)].concat();
                code(wizard, element("pre"), Rc::new(tokens), &label)
            },
        );
    }
    // Where there are no commands, the first form is the one to take.
    let is_first = untrack(|| {
        wizard.with_step(step, |step| step.outputs.first().is_some_and(|(first, _)| *first == id))
    });
    let open = RwSignal::new(is_first);
    let tokens = move || {
        let (shell, layout) = wizard.written();
        // What nobody sees is not written.
        if !open.get() {
            return Vec::new();
        }
        wizard.outcome.with(|outcome| {
            output_of(outcome, step, id)
                .map_or_else(Vec::new, |output| write::output_tokens(output, shell, layout))
        })
    };
    let label = [text(Text::Copy), " ", output(id), " – ", step_title(step)].concat();
    // A line of a file may be wider than its place; then it is scrolled, by keyboard too.
    let pre = element("pre");
    let pre = if id == OutputId::SccOc { pre } else { pre.attribute("tabindex", "0") };
    folded(open, element("summary").text(output(id))).child(code(wizard, pre, Rc::new(tokens), &label))
}

/// A part that is folded away, and tells whether it is.
pub(super) fn folded(open: RwSignal<bool>, summary: ElementView) -> ElementView {
    fold("folded", move || open.get(), move |is_open| open.set(is_open), summary)
}

fn output_of(outcome: &Outcome, step: StepId, id: OutputId) -> Option<&Output> {
    outcome.plan.step(step)?.outputs.iter().find(|output| output.id == id)
}

/// A text in its place with a button that copies it.
pub(super) fn code(
    wizard: Wizard,
    pre: ElementView,
    tokens: Rc<dyn Fn() -> Vec<Token>>,
    copy_label: &str,
) -> ElementView {
    let written = Rc::clone(&tokens);
    let code = element("code").live_pieces(move || written(), move |token| piece(wizard, token));
    let shown_in = code.element().cloned();
    let copy = element_of("button", "copy")
        .attribute("type", "button")
        .attribute("aria-label", copy_label)
        .text(text(Text::Copy));
    let button = copy.element().cloned();
    let copy = copy.on("click", move |_| {
        if let (Some(shown_in), Some(button)) = (shown_in.clone(), button.clone()) {
            copy_text(wizard, &untrack(|| tokens()), shown_in, button);
        }
    });
    element_of("div", "command").child(pre.child(code)).child(copy)
}

/// Copies a text and says how that went: to everybody, and for a while on the button.
fn copy_text(wizard: Wizard, tokens: &[Token], shown_in: Element, button: Element) {
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

/// A piece of a text. A click on a placeholder goes to the field that fills it; the way there by keyboard is the
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

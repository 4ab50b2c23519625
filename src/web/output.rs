//! One form of a step: commands or a file, each with a copy button.

use std::rc::Rc;

use super::copy::{Copied, Tokens, copy_button};
use super::dom::{ElementView, element, element_of};
use super::state::Wizard;
use super::tools::fetched;
use crate::analysis::outcome::Outcome;
use crate::i18n::text;
use crate::output::tokens;
use crate::plan::{Output, OutputId, Step, StepId};
use crate::shell::{self, Token, TokenKind};
use crate::text::{Text, output, step_title};
use crate::web::browser;

/// Shows a form of a step. In the module of the page, forms other than commands come from the panels, which contain the
/// code that writes them.
pub(super) fn output_view(wizard: Wizard, step: StepId, id: OutputId) -> ElementView {
    if cfg!(not(feature = "files")) && !id.is_commands() {
        return fetched(wizard, id.part(step), || true);
    }
    let title = step_title(step);
    let tokens: Tokens = Rc::new(move || {
        let (shell, layout) = wizard.shell_and_layout();
        wizard.outcome(|outcome| {
            output_of(outcome, step, id)
                .map_or_else(Vec::new, |output| tokens::output_tokens(output, shell, layout))
        })
    });
    if id != OutputId::Cli {
        let name = format!("{} – {title}", output(id));
        // A line of a file may be wider than its box, which then scrolls.
        let class = if id == OutputId::SccOc { "" } else { "file" };
        let pre = block(class, &name);
        return code(wizard, Some(step), pre, tokens, &format!("{} {name}", text(Text::Copy)));
    }
    let count = move || {
        let commands = |step: &Step| {
            step.outputs.iter().find(|output| output.id == id).map(|output| output.commands().len())
        };
        wizard.with_step(step, commands).unwrap_or_default()
    };
    let commands = element_of("div", "commands").list(
        move || (0..count()).collect(),
        move |place| {
            let tokens = move || {
                let (shell, layout) = wizard.shell_and_layout();
                wizard.outcome(|outcome| {
                    let command =
                        output_of(outcome, step, id).and_then(|output| output.commands().get(place));
                    command.map_or_else(Vec::new, |command| shell::command_tokens(command, shell, layout))
                })
            };
            let name = format!("{} – {title}", place + 1);
            let pre = block("", &format!("{} {name}", text(Text::Command)));
            let label = format!("{} {name}", text(Text::CopyCommand));
            code(wizard, Some(step), pre, Rc::new(tokens), &label)
        },
    );
    let shown_in = commands.element().cloned();
    let all = element_of("div", "all").list(
        move || if count() > 1 { vec![0] } else { Vec::new() },
        move |_| {
            let (tokens, shown_in) = (Rc::clone(&tokens), shown_in.clone());
            let copied = Copied { wizard, step: Some(step), tokens, shown_in };
            let label = format!("{} – {title}", text(Text::CopyStep));
            element("div").children(copy_button(copied, "copy copy-all", Text::CopyStep, &label))
        },
    );
    element("div").child(commands).child(all)
}

fn output_of(outcome: &Outcome, step: StepId, id: OutputId) -> Option<&Output> {
    outcome.plan.step(step)?.outputs.iter().find(|output| output.id == id)
}

/// The box of a text whose pieces have tips. It is one tab stop; arrow keys move from piece to piece.
fn block(class: &str, label: &str) -> ElementView {
    element_of("pre", class)
        .attribute("tabindex", "0")
        .attribute("role", "group")
        .attribute("aria-label", label)
        .attribute("aria-describedby", "tip-keys")
}

/// A text in its box with a copy button.
pub(super) fn code(
    wizard: Wizard,
    step: Option<StepId>,
    pre: ElementView,
    tokens: Tokens,
    copy_label: &str,
) -> ElementView {
    let written = Rc::clone(&tokens);
    let code = element("code").live_pieces(
        move || written(),
        move |token| piece(wizard, token),
        |old, new| (is_value(old) && old.kind == new.kind).then_some(&*new.text),
    );
    let copied = Copied { wizard, step, tokens, shown_in: code.element().cloned() };
    element_of("div", "command")
        .on("click", move |event| {
            let piece = browser::target(&event);
            if let Some(field) = piece.as_ref().and_then(field_of) {
                wizard.go_to_field(field);
            }
        })
        .child(pre.child(code))
        .children(copy_button(copied, "copy", Text::Copy, copy_label))
}

/// Whether a piece looks the same whatever its text is.
fn is_value(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Value(_))
}

/// A piece of a text. A click on a value or a placeholder goes to its field; so does Enter when the box has the focus.
/// The pieces are not buttons, so that a command can be selected as one text.
fn piece(wizard: Wizard, token: &Token) -> ElementView {
    let of_field = |piece: ElementView, field: crate::model::field::Field| {
        if !wizard.asks(field) {
            return piece;
        }
        let piece = piece.attribute("data-field", field.id());
        if wizard.is_focused(field) { piece.attribute("data-lit", "") } else { piece }
    };
    let piece = match token.kind {
        TokenKind::Fixed if token.setting().is_some() => element_of("span", "setting"),
        TokenKind::Layout | TokenKind::Fixed => element("span"),
        TokenKind::Program => element_of("span", "program"),
        TokenKind::Option => element_of("span", "option"),
        TokenKind::Value(field) => of_field(element_of("span", "value"), field),
        TokenKind::Placeholder(field) => of_field(element("mark"), field),
    };
    piece.text(&token.text)
}

/// The field that a piece comes from.
pub(super) fn field_of(piece: &leptos::web_sys::Element) -> Option<crate::model::field::Field> {
    crate::model::field::Field::from_id(&piece.get_attribute("data-field")?)
}

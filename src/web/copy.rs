//! Copying a text, and the reasons for refusing to copy.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement};

use super::dom::{ElementView, element, element_of};
use super::findings::jump;
use super::state::Wizard;
use crate::i18n::text;
use crate::model::field::Field;
use crate::output::copying::{Verdict, copy_verdict};
use crate::plan::StepId;
use crate::shell::Token;
use crate::text::Text;
use crate::web::browser::clipboard;

/// Computes the current text.
pub(super) type Tokens = Rc<dyn Fn() -> Vec<Token>>;

/// The text that a button copies.
#[derive(Clone)]
pub(super) struct Copied {
    /// The wizard that the text is from.
    pub(super) wizard: Wizard,
    /// The step that the text is from, if any.
    pub(super) step: Option<StepId>,
    /// The text.
    pub(super) tokens: Tokens,
    /// The element that shows the text. It is selected if the browser refuses to copy.
    pub(super) shown_in: Option<Element>,
}

/// A copy button, and the place that shows why copying was refused.
pub(super) fn copy_button(copied: Copied, class: &str, name: Text, label: &str) -> [ElementView; 2] {
    let wizard = copied.wizard;
    let id = wizard.copy_button();
    let button =
        element_of("button", class).attribute("type", "button").attribute("aria-label", label).message(name);
    let pressed = button.element().cloned();
    let (press, place) = (copied.clone(), pressed.clone());
    let button = button.on("click", move |_| {
        wizard.refuse_copy(None);
        if untrack(|| press.verdict()) == Verdict::Allowed {
            copy(&press, pressed.clone(), name);
        } else {
            // In the next frame, so that a screen reader reads the reason again at every press.
            wizard.tasks().before_paint(move || wizard.refuse_copy(Some(id)));
        }
    });
    let again = copied.clone();
    let is_refused = move || {
        let is_refused = wizard.is_copy_refused(id) && again.verdict() != Verdict::Allowed;
        if is_refused { vec![0] } else { Vec::new() }
    };
    let refusal = element_of("div", "refusals").list(is_refused, move |_| {
        let (copied, place) = (copied.clone(), place.clone());
        let anyway = copied.clone();
        refusal(&copied).child(
            element("button")
                .attribute("type", "button")
                .live_attribute("hidden", {
                    let copied = copied.clone();
                    move || matches!(copied.verdict(), Verdict::Errors(_)).then_some("")
                })
                .message(Text::CopyAnyway)
                .on("click", move |_| {
                    // This button is removed together with the refusal that contains it.
                    if let Some(place) = place.as_ref().and_then(|place| place.dyn_ref::<HtmlElement>()) {
                        let _ = place.focus();
                    }
                    wizard.refuse_copy(None);
                    copy(&anyway, place.clone(), name);
                }),
        )
    });
    [button, refusal]
}

/// Why a text was not copied, with a button for each field that needs a fix.
fn refusal(copied: &Copied) -> ElementView {
    let (refused, listed, wizard) = (copied.clone(), copied.clone(), copied.wizard);
    let reason = move || {
        text(match refused.verdict() {
            Verdict::Errors(_) => Text::CopyErrors,
            Verdict::Placeholders(fields) if fields.is_empty() => Text::CopyContents,
            Verdict::Placeholders(_) | Verdict::Allowed => Text::CopyGaps,
        })
        .to_owned()
    };
    let fields = move || match listed.verdict() {
        Verdict::Errors(fields) | Verdict::Placeholders(fields) => wizard.structure(|evaluation| {
            let applies = |field: &Field| field.applies(&evaluation.answers);
            fields.into_iter().filter(applies).map(|field| field as usize).collect()
        }),
        Verdict::Allowed => Vec::new(),
    };
    element_of("div", "refusal")
        .attribute("tabindex", "-1")
        .child(element("p").attribute("role", "alert").live_text(reason))
        .child(element_of("p", "jumps").list(fields, move |place| match Field::ALL.get(place) {
            Some(field) => jump(wizard, *field),
            None => element("button"),
        }))
}

impl Copied {
    fn verdict(&self) -> Verdict {
        let tokens = (self.tokens)();
        self.wizard.outcome(|outcome| copy_verdict(outcome, self.step, &tokens))
    }
}

/// Copies a text, announces the result, and shows it on the button for a while.
fn copy(copied: &Copied, button: Option<Element>, name: Text) {
    /// In milliseconds.
    const WHILE: i32 = 3_000;
    let (Some(shown_in), Some(button), wizard) = (copied.shown_in.clone(), button, copied.wizard) else {
        return;
    };
    let tokens = untrack(|| (copied.tokens)());
    let has_gaps = untrack(|| copied.verdict()) != Verdict::Allowed;
    wizard.tasks().spawn(async move {
        let done = clipboard::copy(&crate::shell::text(&tokens), &shown_in).await;
        wizard.announce(text(match (done, has_gaps) {
            (true, false) => Text::Copied,
            (true, true) => Text::CopiedWithPlaceholders,
            (false, _) => Text::CopyFailed,
        }));
        if done {
            button.set_text_content(Some(text(Text::Copied)));
            wizard.tasks().after(WHILE, move || button.set_text_content(Some(text(name))));
        }
    });
}

//! Tips that explain the pieces of the plan: for the piece under the pointer, or with arrow keys in a focused text.
//! Escape dismisses a tip. The pointer can be moved onto it, and it stays as long as the pointer or the focus does.

use std::cell::Cell;
use std::rc::Rc;

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::analysis::check::{Finding, Severity};
use crate::i18n::text;
use crate::model::field::Field;
use crate::text::explain::explain;
use crate::text::{PanelText, field_help, field_label};
use crate::web::browser;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::output::field_of;
use crate::web::state::Wizard;
use crate::web::tasks::Tasks;

/// The pieces that have a tip.
const EXPLAINED: &str = ".run-book :is(.program, .option, .setting, [data-field])";
/// Marks the piece whose tip is shown. The mark is in the document, so that a piece that is removed takes its tip with
/// it.
const ACTIVE: &str = "data-active";

/// Why the tip is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// It is not shown.
    Not,
    /// The pointer is on the piece, or on the tip.
    Pointer,
    /// The pointer has left both, or is moving from one to the other.
    Leaving,
    /// The piece was reached with the keyboard.
    Keyboard,
}

/// A tip, which explains one piece at a time.
#[derive(Clone)]
struct Tip {
    plan: Element,
    shown: HtmlElement,
    held: Rc<Cell<Held>>,
    /// Set when the tip moves to another piece.
    moved: RwSignal<bool>,
    tasks: Tasks,
}

/// Attaches the tips to the page's plan.
pub(super) fn tips(wizard: Wizard, speaker: Wizard, plan: Element) -> ElementView {
    let moved = RwSignal::new(false);
    let (explained, place) = (plan.clone(), plan.clone());
    let (plan, tip) = (ElementView::of(Some(plan)), element_of("div", "tip").attribute("role", "status"));
    let shown = tip.element().and_then(|shown| shown.dyn_ref::<HtmlElement>()).cloned();
    let Some(shown) = shown else { return plan };
    let view = tip.live_children(move || {
        moved.get();
        active(&explained).map(|piece| words(wizard, &piece)).unwrap_or_default()
    });
    let tip = Tip { plan: place, shown, held: Rc::new(Cell::new(Held::Not)), moved, tasks: wizard.tasks() };
    // The pointer may already be on a piece.
    if let Ok(Some(piece)) = tip.plan.query_selector(&format!("{EXPLAINED}:hover")) {
        tip.point(&piece);
    }
    let (over, gone, keys, left, pressed) = (tip.clone(), tip.clone(), tip.clone(), tip.clone(), tip.clone());
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        // Some programs that fill in forms fire key events without a key.
        if browser::key(&event) == "Escape" {
            tip.hide();
        }
    });
    on_cleanup(move || escape.remove());
    plan.child(view)
        .child(element_of("p", "visually-hidden").attribute("id", "tip-keys").live_text(move || {
            // The texts of a language may arrive after the plan.
            speaker.language();
            text(PanelText::TipKeys).to_owned()
        }))
        .on("pointerover", move |event| {
            if let Some(target) = browser::target(&event) {
                over.point(&target);
            }
        })
        .on("pointerleave", move |_| gone.leave())
        .on("keydown", move |event| {
            let text = browser::target(&event).filter(|target| target.tag_name() == "PRE");
            if text.is_some_and(|text| keys.press(wizard, &text, &browser::key(&event))) {
                event.prevent_default();
            }
        })
        .on("focusout", move |_| {
            if left.held.get() == Held::Keyboard {
                left.hide();
            }
        })
        .on("click", move |_| pressed.hide())
}

fn active(plan: &Element) -> Option<Element> {
    plan.query_selector(&format!("[{ACTIVE}]")).ok()?
}

fn is_explained(piece: &Element) -> bool {
    piece.matches(EXPLAINED).unwrap_or(false)
}

impl Tip {
    fn show(&self, piece: &Element, held: Held) {
        self.held.set(held);
        if piece.has_attribute(ACTIVE) {
            return;
        }
        self.unmark();
        let _ = piece.set_attribute(ACTIVE, "");
        if let Some(place) = piece.dyn_ref::<HtmlElement>() {
            // Horizontal scrolling of a text moves its pieces.
            let scrolled = piece.closest("pre").ok().flatten().map_or(0, |text| text.scroll_left());
            let (x, y) = (place.offset_left() - scrolled, place.offset_top() + place.offset_height());
            // Not the `style` attribute, which a strict Content Security Policy of the page blocks.
            let style = self.shown.style();
            let _ = style.set_property("--x", &format!("{x}px"));
            let _ = style.set_property("--y", &format!("{y}px"));
        }
        self.moved.set(true);
    }

    fn hide(&self) {
        if self.held.replace(Held::Not) != Held::Not {
            self.unmark();
            let _ = self.moved.try_set(true);
        }
    }

    fn unmark(&self) {
        if let Some(piece) = active(&self.plan) {
            let _ = piece.remove_attribute(ACTIVE);
        }
    }

    /// Handles the pointer being over an element.
    fn point(&self, target: &Element) {
        if is_explained(target) {
            self.show(target, Held::Pointer);
        } else if !self.shown.contains(Some(target)) {
            self.leave();
        } else if self.held.get() == Held::Leaving {
            self.held.set(Held::Pointer);
        }
    }

    /// Handles the pointer leaving the piece, perhaps towards the tip.
    fn leave(&self) {
        /// In milliseconds.
        const WHILE: i32 = 200;
        if self.held.get() == Held::Pointer {
            self.held.set(Held::Leaving);
            let tip = self.clone();
            self.tasks.after(WHILE, move || {
                if tip.held.get() == Held::Leaving {
                    tip.hide();
                }
            });
        }
    }

    /// Handles a key in a text. Returns whether the key was used.
    fn press(&self, wizard: Wizard, text: &Element, key: &str) -> bool {
        let from = active(text);
        let to = match key {
            "ArrowRight" => match &from {
                Some(from) => next(from, Element::next_element_sibling),
                None => text.query_selector(EXPLAINED).ok().flatten(),
            },
            "ArrowLeft" => from.as_ref().and_then(|from| next(from, Element::previous_element_sibling)),
            "Enter" => {
                let field = from.as_ref().and_then(field_of);
                if let Some(field) = field {
                    self.hide();
                    wizard.go_to_field(field);
                }
                return field.is_some();
            }
            _ => return false,
        };
        if let Some(piece) = &to {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            piece.scroll_into_view_with_scroll_into_view_options(&options);
            self.show(piece, Held::Keyboard);
        }
        // At the last piece the key is used as well, so that the text is not scrolled away under the tip.
        to.is_some() || from.is_some()
    }
}

/// The next piece that has a tip.
fn next(from: &Element, step: fn(&Element) -> Option<Element>) -> Option<Element> {
    let mut piece = step(from);
    while let Some(candidate) = &piece {
        if is_explained(candidate) {
            break;
        }
        piece = step(candidate);
    }
    piece
}

/// Why a value is missing.
fn gap(wizard: Wizard, field: Field) -> PanelText {
    wizard.outcome(|outcome| {
        let is_wrong =
            |finding: &Finding| finding.severity == Severity::Error && finding.fields.contains(&field);
        if outcome.findings.iter().any(is_wrong) {
            PanelText::TipWrong
        } else if outcome.plan.placeholders().contains(&field) {
            PanelText::TipMissing
        } else {
            PanelText::TipContents
        }
    })
}

/// The explanation of a piece.
fn words(wizard: Wizard, piece: &Element) -> Vec<ElementView> {
    if let Some(field) = field_of(piece) {
        let mut words = vec![element("strong").text(field_label(field))];
        if piece.tag_name() == "MARK" {
            words.push(element("p").message(untrack(|| gap(wizard, field))));
        }
        let help = field_help(field);
        if !help.is_empty() {
            words.push(element("p").text(help));
        }
        words.push(element_of("p", "quiet").message(PanelText::TipEdit));
        return words;
    }
    let written = piece.text_content().unwrap_or_default();
    let word = written.split('=').next().unwrap_or_default();
    let edition = untrack(|| wizard.edition());
    let meaning = explain(edition, None, word).unwrap_or_default();
    vec![element("strong").child(element("code").text(word)), element("p").text(meaning)]
}

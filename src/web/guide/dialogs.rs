//! The dialogs over the page, and the keyboard shortcuts that open them.

use leptos::ev::keydown;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::{Element, HtmlDialogElement, KeyboardEvent};

use crate::i18n::text;
use crate::text::Text;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::{DialogId, KeyId, Loading, Wizard};
use crate::web::tools::fetched;

/// The dialogs. Each is shown while it is the open one.
pub(in crate::web) fn dialogs(wizard: Wizard) -> [ElementView; 2] {
    if !wizard.is_embedded() {
        let listener = window_event_listener(keydown, move |event| {
            press(wizard, &event);
        });
        on_cleanup(move || listener.remove());
    }
    let keys = content(wizard, DialogId::Keys).child(switch(wizard));
    let search = content(wizard, DialogId::Search).live(move |_| {
        if wizard.dialog() == Some(DialogId::Search) && wizard.loading() == Loading::Done {
            wizard.focus("[role=combobox]".to_owned());
        }
    });
    [
        dialog(wizard, DialogId::Keys, Text::KeysOpen, keys),
        dialog(wizard, DialogId::Search, Text::SearchOpen, search),
    ]
}

/// The content of a dialog while it is open.
fn content(wizard: Wizard, id: DialogId) -> ElementView {
    element("div").list(
        move || if wizard.dialog() == Some(id) { vec![0] } else { Vec::new() },
        move |_| fetched(wizard, id.id(), || true),
    )
}

/// A dialog over the page. The browser keeps the focus in the dialog, closes it on Escape, and then restores the focus.
fn dialog(wizard: Wizard, id: DialogId, heading: Text, content: ElementView) -> ElementView {
    let close = element("button")
        .attribute("type", "button")
        .message(Text::Close)
        .on("click", move |_| wizard.open_dialog(None));
    element_of("dialog", "dialog")
        .attribute("aria-label", text(heading))
        .on("close", move |_| {
            if untrack(|| wizard.dialog()) == Some(id) {
                wizard.open_dialog(None);
            }
        })
        .child(element_of("div", "dialog-head").child(element("h2").message(heading)).child(close))
        .child(content)
        .live(move |element| {
            let is_open = wizard.dialog() == Some(id);
            if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
                if is_open && !dialog.open() {
                    // Fails only for a dialog that is not in the document.
                    let _ = dialog.show_modal();
                } else if !is_open && dialog.open() {
                    dialog.close();
                }
            }
        })
}

/// The switch for single-key shortcuts. Users of speech input need it: spoken words can press many keys.
fn switch(wizard: Wizard) -> ElementView {
    let switch = element("input")
        .attribute("type", "checkbox")
        .live_property("checked", move || JsValue::from_bool(wizard.has_keys()))
        .on("change", move |_| wizard.switch_keys());
    element_of("label", "switch").child(switch).child(element("span").message(Text::KeysSwitch))
}

/// Handles shortcuts while the focus is in an embedded wizard, and ignores them in the rest of the host page.
#[cfg(feature = "files")]
pub(in crate::web) fn press_keys(wizard: Wizard, shown: ElementView) -> ElementView {
    shown.on("keydown", move |event| {
        if event.dyn_ref().is_some_and(|event| press(wizard, event)) {
            event.stop_propagation();
        }
    })
}

/// Runs the shortcut of a key, unless the user is typing. Returns whether it ran one.
fn press(wizard: Wizard, event: &KeyboardEvent) -> bool {
    // A key that is held down repeats, and would run the shortcut many times.
    let is_chord = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    let key = event.key();
    let Some(key) = KeyId::ALL.iter().find(|known| known.id() == key) else { return false };
    if is_chord || event.default_prevented() || !untrack(|| wizard.has_keys()) || !is_free(wizard, event) {
        return false;
    }
    // The key must not be typed into the dialog that it opens.
    event.prevent_default();
    wizard.press(*key);
    true
}

/// Whether a key was pressed in this wizard or with nothing focused, and neither in a text control nor in a dialog.
fn is_free(wizard: Wizard, event: &KeyboardEvent) -> bool {
    const TYPING: &str =
        "input:not([type=radio]):not([type=checkbox]),select,textarea,[contenteditable],dialog";
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    let Some(target) = target else { return true };
    let is_ours = !wizard.is_embedded() && target.tag_name() == "BODY" || wizard.contains(&target);
    is_ours && matches!(target.closest(TYPING), Ok(None))
}

//! Elements made by hand and kept up to date by Leptos' signals.
//!
//! Leptos' own `view!` gives every element, attribute and closure a type of its own, and code for each: the same page had
//! 106 kB of WebAssembly (brotli) with it and has 79 kB with these few functions, which are compiled once. Signals, memos,
//! owners and mounting are Leptos' all the same, and `View` makes such an element a Leptos view.

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::js_sys::Reflect;
use leptos::web_sys::{Element, Event, Node};

use crate::locale::{Said, text};

/// An element with all that keeps it alive: its event listeners, the effects that write to it, its children. Dropped,
/// it follows nothing any more.
///
/// In a box, so that it is handed from call to call in a register: 2.3 kB less of WebAssembly, brotli, than its parts.
pub struct ElementView(Box<Made>);

/// What was made.
struct Made {
    /// Nothing for a name that no element can have; ours are all written in this folder.
    element: Option<Element>,
    kept: Vec<Kept>,
}

/// What an element keeps alive. Held, never looked at.
#[expect(dead_code, reason = "held for what dropping it ends")]
enum Kept {
    Listener(Closure<dyn FnMut(Event)>),
    Effect(RenderEffect<()>),
    Child(ElementView),
}

/// A new element.
pub(super) fn element(tag: &str) -> ElementView {
    ElementView::of(document().create_element(tag).ok())
}

/// A new element with a class.
pub(super) fn element_of(tag: &str, class: &str) -> ElementView {
    element(tag).attribute("class", class)
}

impl ElementView {
    /// An element that somebody else has made and keeps alive.
    pub(super) fn of(element: Option<Element>) -> Self {
        Self(Box::new(Made { element, kept: Vec::new() }))
    }

    /// The element itself.
    pub fn element(&self) -> Option<&Element> {
        self.0.element.as_ref()
    }

    /// With an attribute.
    #[must_use]
    pub fn attribute(self, name: &str, value: &str) -> Self {
        if let Some(element) = &self.0.element {
            // Fails only for a name that is none; ours are all written in this folder.
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// With a text behind what it has.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        if let Some(element) = &self.0.element {
            let _ = element.append_child(&document().create_text_node(text));
        }
        self
    }

    /// With what is said in the language of the moment behind what it has.
    #[must_use]
    pub fn say(self, said: impl Said) -> Self {
        self.text(text(said))
    }

    /// With a child behind what it has.
    #[must_use]
    pub fn child(mut self, child: ElementView) -> Self {
        if let (Some(element), Some(child)) = (&self.0.element, &child.0.element) {
            let _ = element.append_child(child);
        }
        self.0.kept.push(Kept::Child(child));
        self
    }

    /// With a child behind what it has, if there is one. What is always there costs the page no code for that.
    #[must_use]
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is known when the page is built is decided there")]
    pub fn maybe(self, child: Option<ElementView>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// With children behind what it has.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = ElementView>) -> Self {
        children.into_iter().fold(self, ElementView::child)
    }

    /// With a listener.
    #[must_use]
    pub fn on(self, event: &str, listener: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(listener))
    }

    fn on_boxed(mut self, event: &str, listener: Box<dyn FnMut(Event)>) -> Self {
        let listener = Closure::wrap(listener);
        if let Some(element) = &self.0.element {
            let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
        self.0.kept.push(Kept::Listener(listener));
        self
    }

    /// With something done to it now and whenever a signal that this reads changes.
    #[must_use]
    pub(super) fn live(self, write: impl Fn(&Element) + 'static) -> Self {
        self.follow(Box::new(write))
    }

    fn follow(mut self, write: Box<dyn Fn(&Element)>) -> Self {
        if let Some(element) = self.0.element.clone() {
            self.0.kept.push(Kept::Effect(RenderEffect::new(move |_| write(&element))));
        }
        self
    }

    /// With one text that follows its signals, in place of what it has.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_text_of(Box::new(text))
    }

    fn live_text_of(self, text: Box<dyn Fn() -> String>) -> Self {
        self.follow(Box::new(move |element| {
            let text = text();
            if element.text_content().as_deref() != Some(text.as_str()) {
                element.set_text_content(Some(&text));
            }
        }))
    }

    /// With an attribute that follows its signals; without a value it is taken off.
    #[must_use]
    pub fn live_attribute(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        self.live_attribute_of(name, Box::new(value))
    }

    fn live_attribute_of(self, name: &'static str, value: Box<dyn Fn() -> Option<&'static str>>) -> Self {
        self.follow(Box::new(move |element| {
            let _ = match value() {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }))
    }

    /// With a property that follows its signals: what a control holds, which its attributes do not say. One that holds
    /// the value already is left alone, or the caret would jump.
    #[must_use]
    pub fn live_property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        self.live_property_of(name, Box::new(value))
    }

    fn live_property_of(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        self.follow(Box::new(move |element| {
            let (name, value) = (JsValue::from_str(name), value());
            if Reflect::get(element, &name).as_ref() != Ok(&value) {
                let _ = Reflect::set(element, &name, &value);
            }
        }))
    }

    /// With children that are made anew whenever a signal that they read changes, in place of what it has.
    #[must_use]
    pub fn live_children(self, children: impl Fn() -> Vec<ElementView> + 'static) -> Self {
        self.live_children_of(Box::new(children))
    }

    fn live_children_of(self, children: Box<dyn Fn() -> Vec<ElementView>>) -> Self {
        let held = StoredValue::new_local(Vec::<ElementView>::new());
        self.follow(Box::new(move |element| {
            let children = children();
            element.set_text_content(None);
            for child in children.iter().filter_map(ElementView::element) {
                let _ = element.append_child(child);
            }
            held.set_value(children);
        }))
    }

    /// With children made of pieces, in place of what it has. Of a list that changes, only what lies between its like
    /// beginning and its like end is made anew: a key changes one word of a command. Such a piece is marked as new.
    #[must_use]
    pub fn live_pieces<T: PartialEq + 'static>(
        self,
        pieces: impl Fn() -> Vec<T> + 'static,
        view: impl Fn(&T) -> ElementView + 'static,
    ) -> Self {
        let shown = StoredValue::new_local((Vec::<T>::new(), Vec::<ElementView>::new()));
        self.follow(Box::new(move |element| {
            let pieces = pieces();
            shown.update_value(|(old, views)| {
                let is_change = !views.is_empty();
                let alike = |(one, other): &(&T, &T)| one == other;
                let start = old.iter().zip(&pieces).take_while(alike).count();
                let ends = old.iter().skip(start).rev().zip(pieces.iter().skip(start).rev());
                let end = ends.take_while(alike).count();
                let new: Vec<ElementView> =
                    pieces.iter().take(pieces.len() - end).skip(start).map(&view).collect();
                let next = views.get(views.len() - end).and_then(ElementView::element).cloned();
                for child in new.iter().filter_map(ElementView::element) {
                    if is_change {
                        let _ = child.set_attribute("data-new", "");
                    }
                    let _ = element.insert_before(child, next.as_deref());
                }
                for gone in views.splice(start..views.len() - end, new) {
                    gone.remove();
                }
                *old = pieces;
            });
        }))
    }

    fn remove(&self) {
        if let Some(element) = &self.0.element {
            element.remove();
        }
    }

    /// With rows that stay as they are while their keys do, in place of what it has. Keys are places in a table of the
    /// caller's, each at most once.
    #[must_use]
    pub fn list(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row))
    }

    fn list_of(self, keys: Box<dyn Fn() -> Vec<usize>>, row: Box<dyn Fn(usize) -> ElementView>) -> Self {
        // Rows outlive a run of the effect, so what they make belongs to who made the list.
        let owner = Owner::current().unwrap_or_default();
        // Not in a cell of the closure, which lives on for a tick after its effect was dropped: what it held would follow
        // signals that are gone.
        let rows = StoredValue::new_local(Vec::<Row>::new());
        self.follow(Box::new(move |element| {
            let keys = keys();
            rows.update_value(|rows| {
                rows.retain(|row| keys.contains(&row.key) || row.remove());
                for key in &keys {
                    if !rows.iter().any(|row| row.key == *key) {
                        let owner = owner.child();
                        let view = owner.with(|| untrack(|| row(*key)));
                        rows.push(Row { key: *key, owner, view });
                    }
                }
                arrange(element, &keys, rows);
            });
        }))
    }
}

/// A row of a list.
struct Row {
    key: usize,
    owner: Owner,
    view: ElementView,
}

impl Row {
    /// Takes the row off the page, and what it made with it. Always false: it is not to be kept.
    fn remove(&self) -> bool {
        self.view.remove();
        self.owner.cleanup();
        false
    }
}

/// Puts rows into the order of their keys. One that is in its place is not touched, so that it keeps the focus.
fn arrange(parent: &Element, keys: &[usize], rows: &[Row]) {
    let mut next: Option<Node> = parent.first_child();
    for key in keys {
        let Some(element) = rows.iter().find(|row| row.key == *key).and_then(|row| row.view.element()) else {
            continue;
        };
        if next.as_ref().is_some_and(|next| next.is_same_node(Some(element))) {
            next = element.next_sibling();
        } else {
            let _ = parent.insert_before(element, next.as_ref());
        }
    }
}

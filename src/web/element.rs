//! Elements made by hand and kept up to date by Leptos' signals.
//!
//! Leptos' own `view!` gives every element, attribute and closure a type of its own, and code for each: the same page had
//! 106 kB of WebAssembly (brotli) with it and has 79 kB with these few functions, which are compiled once. Signals, memos,
//! owners and mounting are Leptos' all the same, and `View` makes such an element a Leptos view.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::js_sys::Reflect;
use leptos::web_sys::{Element, Event, Node};

use super::later::later;
use crate::i18n::{Said, text};

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
    Listener(Listener),
    Follower(Follower),
    Child(ElementView),
}

/// A listener, which is taken off with what it listened for: an event that was on its way would call what is gone.
struct Listener {
    element: Element,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let closure = self.closure.as_ref().unchecked_ref();
        let _ = self.element.remove_event_listener_with_callback(self.event, closure);
    }
}

/// An effect that signals forget with it: dropped by itself it would stay in the list of each one that it has read, which
/// would grow, and be walked, with everything that was ever shown.
struct Follower(RenderEffect<()>);

impl Drop for Follower {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
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

    /// With children behind all that it has by then, made in a task of their own.
    #[must_use]
    pub(super) fn later(self, children: impl FnOnce() -> Vec<ElementView> + 'static) -> Self {
        self.later_of(Box::new(children))
    }

    fn later_of(self, children: Box<dyn FnOnce() -> Vec<ElementView>>) -> Self {
        if let Some(element) = self.0.element.clone() {
            let (shown, owner) = (Shown::stored(), Owner::current().unwrap_or_default());
            later(Box::new(move || {
                // It may be gone by then.
                if shown.try_with_value(|_| ()).is_some() {
                    let rows: Vec<Row> = owner.with(|| untrack(children)).into_iter().map(Row::of).collect();
                    append(&element, &rows);
                    shown.update_value(|shown| shown.rows = rows);
                }
            }));
        }
        self
    }

    /// With a listener.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(listener))
    }

    fn on_boxed(mut self, event: &'static str, listener: Box<dyn FnMut(Event)>) -> Self {
        if let Some(element) = self.0.element.clone() {
            let closure = Closure::wrap(listener);
            let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            self.0.kept.push(Kept::Listener(Listener { element, event, closure }));
        }
        self
    }

    /// With something done to it now and whenever a signal that this reads changes.
    #[must_use]
    pub(super) fn live(self, write: impl Fn(&Element) + 'static) -> Self {
        self.follow(Box::new(write))
    }

    fn follow(mut self, write: Box<dyn Fn(&Element)>) -> Self {
        if let Some(element) = self.0.element.clone() {
            self.0.kept.push(Kept::Follower(Follower(RenderEffect::new(move |_| write(&element)))));
        }
        self
    }

    /// With one text that follows its signals, and that nobody else writes. It has none before.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_text_of(Box::new(text))
    }

    fn live_text_of(self, text: Box<dyn Fn() -> String>) -> Self {
        let last = RefCell::new(String::new());
        self.follow(Box::new(move |element| {
            let text = text();
            if *last.borrow() != text {
                element.set_text_content(Some(&text));
                last.replace(text);
            }
        }))
    }

    /// With an attribute that follows its signals, and that nobody else writes; without a value it is not there.
    #[must_use]
    pub fn live_attribute(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        self.live_attribute_of(name, Box::new(value))
    }

    fn live_attribute_of(self, name: &'static str, value: Box<dyn Fn() -> Option<&'static str>>) -> Self {
        let last = Cell::new(None);
        self.follow(Box::new(move |element| {
            let value = value();
            // What stands there costs nothing.
            if last.replace(value) != value {
                let _ = match value {
                    Some(value) => element.set_attribute(name, value),
                    None => element.remove_attribute(name),
                };
            }
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
        let shown = Shown::stored();
        self.follow(Box::new(move |element| {
            let rows: Vec<Row> = children().into_iter().map(Row::of).collect();
            element.set_text_content(None);
            append(element, &rows);
            shown.update_value(|shown| shown.rows = rows);
        }))
    }

    /// With children made of pieces, in place of what it has. Of as many as before, those change that are others; of more or
    /// fewer, all that lies between the like beginning and the like end of both. A piece that changes is made anew, unless
    /// `text`, given what it was and what it is to be, has what it says from now on; either way it is marked as new.
    #[must_use]
    pub fn live_pieces<T: PartialEq + 'static>(
        self,
        pieces: impl Fn() -> Vec<T> + 'static,
        view: impl Fn(&T) -> ElementView + 'static,
        text: for<'a> fn(&T, &'a T) -> Option<&'a str>,
    ) -> Self {
        let (old, shown) = (RefCell::new(Vec::<T>::new()), Shown::stored());
        self.follow(Box::new(move |element| {
            let pieces = pieces();
            let mut old = old.borrow_mut();
            let count = pieces.len();
            if old.len() == count {
                for (place, (was, is)) in
                    old.iter().zip(&pieces).enumerate().filter(|(_, (was, is))| was != is)
                {
                    shown.update_value(|shown| match text(was, is) {
                        Some(text) => shown.rewrite(place, text),
                        None => shown.exchange(element, place, count - place - 1, vec![Row::of(view(is))]),
                    });
                }
            } else {
                let alike = |(one, other): &(&T, &T)| one == other;
                let start = old.iter().zip(&pieces).take_while(alike).count();
                let ends = old.iter().skip(start).rev().zip(pieces.iter().skip(start).rev());
                let end = ends.take_while(alike).count();
                let new = pieces.iter().take(count - end).skip(start).map(|piece| Row::of(view(piece)));
                let new = new.collect();
                shown.update_value(|shown| shown.exchange(element, start, end, new));
            }
            *old = pieces;
        }))
    }

    /// With rows that stay as they are while their keys do, in place of what it has. Keys are places in a table of the
    /// caller's, each at most once.
    #[must_use]
    pub fn list(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), false)
    }

    /// The same, with a task of its own for each of the first rows.
    #[must_use]
    pub(super) fn list_later(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), true)
    }

    fn list_of(
        self,
        keys: Box<dyn Fn() -> Vec<usize>>,
        row: Box<dyn Fn(usize) -> ElementView>,
        is_late: bool,
    ) -> Self {
        let Some(element) = self.0.element.clone() else { return self };
        // Not in a cell of the closure, which lives on for a tick after its effect was dropped: what it held would follow
        // signals that are gone.
        let list = Shown::stored();
        // What comes late may come when all is gone.
        let fill: Rc<dyn Fn(usize)> = Rc::new(move |most| {
            let _ = list.try_update_value(|list| list.fill(&element, &*row, most));
        });
        let is_late = Cell::new(is_late);
        self.follow(Box::new(move |_| {
            let keys = keys();
            let count = keys.len();
            let is_news = list.try_update_value(|list| list.want(keys)).unwrap_or_default();
            if is_late.replace(false) {
                for _ in 0..count {
                    let fill = Rc::clone(&fill);
                    later(Box::new(move || fill(1)));
                }
            } else if is_news {
                fill(count);
            }
        }))
    }
}

/// Puts rows behind what an element has.
fn append(parent: &Element, rows: &[Row]) {
    for child in rows.iter().filter_map(Row::element) {
        let _ = parent.append_child(child);
    }
}

/// What an element shows that comes and goes: its rows, and the keys that they should have. One type for all of it, since
/// each type of stored value is code of its own.
#[derive(Default)]
struct Shown {
    keys: Vec<usize>,
    rows: Vec<Row>,
}

impl Shown {
    fn stored() -> StoredValue<Self, LocalStorage> {
        StoredValue::new_local(Self::default())
    }

    /// Puts rows in the place of all but some at the beginning and some at the end, and marks them unless they are the first.
    fn exchange(&mut self, parent: &Element, start: usize, end: usize, new: Vec<Row>) {
        let is_change = !self.rows.is_empty();
        let end = self.rows.len() - end;
        let next = self.rows.get(end).and_then(Row::element).cloned();
        for child in new.iter().filter_map(Row::element) {
            if is_change {
                mark(child);
            }
            let _ = parent.insert_before(child, next.as_deref());
        }
        for gone in self.rows.splice(start..end, new) {
            gone.remove();
        }
    }

    /// Has a row say another text, and marks it.
    fn rewrite(&self, place: usize, text: &str) {
        if let Some(element) = self.rows.get(place).and_then(Row::element) {
            if let Some(node) = element.first_child() {
                node.set_node_value(Some(text));
            }
            mark(element);
        }
    }

    /// Takes over the keys that there should be rows of, without the rows of others. Whether they are others than before.
    fn want(&mut self, keys: Vec<usize>) -> bool {
        let is_news = self.keys != keys;
        self.rows.retain(|row| keys.contains(&row.key) || row.remove());
        self.keys = keys;
        is_news
    }

    /// Makes rows that are missing, the first ones and no more than that many.
    fn fill(&mut self, element: &Element, row: &dyn Fn(usize) -> ElementView, most: usize) {
        let is_missing = |key: &&usize| !self.rows.iter().any(|row| row.key == **key);
        let missing: Vec<usize> = self.keys.iter().filter(is_missing).take(most).copied().collect();
        for key in missing {
            // What a row makes lives as long as the row. A child of another owner would leave its shell there.
            let owner = Owner::default();
            let view = owner.with(|| untrack(|| row(key)));
            self.rows.push(Row { key, owner: Some(owner), view });
        }
        arrange(element, &self.keys, &self.rows);
    }
}

/// A row of a list, or a piece of a text.
struct Row {
    key: usize,
    /// What it made beside its element; a piece makes nothing.
    owner: Option<Owner>,
    view: ElementView,
}

impl Row {
    fn of(view: ElementView) -> Self {
        Self { key: 0, owner: None, view }
    }

    fn element(&self) -> Option<&Element> {
        self.view.element()
    }

    /// Takes the row off the page, and what it made with it. Always false: it is not to be kept.
    fn remove(&self) -> bool {
        if let Some(element) = self.element() {
            element.remove();
        }
        if let Some(owner) = &self.owner {
            owner.cleanup();
        }
        false
    }
}

/// Marks what has changed. What is marked already gets the other mark, which looks the same: it begins to fade from now on.
fn mark(element: &Element) {
    let again = element.get_attribute("data-new").is_some_and(|mark| mark.is_empty());
    let _ = element.set_attribute("data-new", if again { "again" } else { "" });
}

/// Puts rows into the order of their keys. One that is in its place is not touched, so that it keeps the focus.
fn arrange(parent: &Element, keys: &[usize], rows: &[Row]) {
    let mut next: Option<Node> = parent.first_child();
    for key in keys {
        let Some(element) = rows.iter().find(|row| row.key == *key).and_then(Row::element) else {
            continue;
        };
        if next.as_ref().is_some_and(|next| next.is_same_node(Some(element))) {
            next = element.next_sibling();
        } else {
            let _ = parent.insert_before(element, next.as_ref());
        }
    }
}

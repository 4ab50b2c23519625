//! Making an element: attributes, texts and children.

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::later::later;
use super::list::{Row, Shown, append};
use super::listener::Listener;
use super::live::Follower;
use crate::i18n::{TextId, text};

/// An element with all that keeps it alive: its event listeners, the effects that write to it, its children. Dropped,
/// it follows nothing any more.
///
/// In a box, so that it is handed from call to call in a register: 2.3 kB less of WebAssembly, brotli, than its parts.
pub struct ElementView(pub(super) Box<Made>);

/// What was made.
pub(super) struct Made {
    /// Nothing for a name that no element can have; ours are all written in this folder.
    pub(super) element: Option<Element>,
    pub(super) kept: Vec<Kept>,
}

/// What an element keeps alive. Held, never looked at.
#[expect(dead_code, reason = "held for what dropping it ends")]
pub(super) enum Kept {
    Listener(Listener),
    Follower(Follower),
    Child(ElementView),
}

/// A new element.
pub(in crate::web) fn element(tag: &str) -> ElementView {
    ElementView::of(document().create_element(tag).ok())
}

/// A new element with a class.
pub(in crate::web) fn element_of(tag: &str, class: &str) -> ElementView {
    element(tag).attribute("class", class)
}

impl ElementView {
    /// An element that somebody else has made and keeps alive.
    pub(in crate::web) fn of(element: Option<Element>) -> Self {
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
    pub fn message(self, id: impl TextId) -> Self {
        self.text(text(id))
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
    pub(in crate::web) fn later(self, children: impl FnOnce() -> Vec<ElementView> + 'static) -> Self {
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
}

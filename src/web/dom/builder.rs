//! Building an element: attributes, texts and children.

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::list::{Row, Shown, append};
use super::listener::Listener;
use super::live::Effect;
use crate::i18n::{TextId, text};
use crate::web::tasks::Tasks;

/// An element with everything that keeps it alive: its event listeners, the effects that write to it, its children.
/// Dropping it ends all of them.
///
/// The contents are in a box, so that calls pass an element in a register. This saves 2.3 kB of WebAssembly (brotli).
pub struct ElementView(pub(super) Box<Made>);

/// The contents of an [`ElementView`].
pub(super) struct Made {
    /// `None` if the tag name is invalid. All our tag names are written in this folder.
    pub(super) element: Option<Element>,
    pub(super) kept: Vec<Kept>,
}

/// What an element keeps alive. It is never read.
#[expect(dead_code, reason = "held for what dropping it ends")]
pub(super) enum Kept {
    Listener(Listener),
    Effect(Effect),
    Child(ElementView),
}

/// Creates an element.
pub(in crate::web) fn element(tag: &str) -> ElementView {
    ElementView::of(document().create_element(tag).ok())
}

/// Creates an element with a class.
pub(in crate::web) fn element_of(tag: &str, class: &str) -> ElementView {
    element(tag).attribute("class", class)
}

impl ElementView {
    /// Wraps an element that was created and is kept alive elsewhere.
    pub(in crate::web) fn of(element: Option<Element>) -> Self {
        Self(Box::new(Made { element, kept: Vec::new() }))
    }

    /// The element itself.
    pub fn element(&self) -> Option<&Element> {
        self.0.element.as_ref()
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attribute(self, name: &str, value: &str) -> Self {
        if let Some(element) = &self.0.element {
            // Fails only for an invalid name. All our names are written in this folder.
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Appends a text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        if let Some(element) = &self.0.element {
            let _ = element.append_child(&document().create_text_node(text));
        }
        self
    }

    /// Appends a text of the wizard in the current language.
    #[must_use]
    pub fn message(self, id: impl TextId) -> Self {
        self.text(text(id))
    }

    /// Appends a child.
    #[must_use]
    pub fn child(mut self, child: ElementView) -> Self {
        if let (Some(element), Some(child)) = (&self.0.element, &child.0.element) {
            let _ = element.append_child(child);
        }
        self.0.kept.push(Kept::Child(child));
        self
    }

    /// Appends a child, if there is one. Where the option is a constant, no code for the decision remains.
    #[must_use]
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is known when the page is built is decided there")]
    pub fn maybe(self, child: Option<ElementView>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends children.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = ElementView>) -> Self {
        children.into_iter().fold(self, ElementView::child)
    }

    /// Appends children in a later task, after everything that the element has by then.
    #[must_use]
    pub(in crate::web) fn later(
        self,
        tasks: &Tasks,
        children: impl FnOnce() -> Vec<ElementView> + 'static,
    ) -> Self {
        self.later_of(tasks, Box::new(children))
    }

    fn later_of(self, tasks: &Tasks, children: Box<dyn FnOnce() -> Vec<ElementView>>) -> Self {
        if let (Some(element), Some(owner)) = (self.0.element.clone(), Owner::current()) {
            // The task must not keep its owner alive: the owner of a row is gone once nothing shows the row.
            let (shown, owner) = (Shown::stored(), owner.downgrade());
            tasks.later(Box::new(move || {
                // The element may have been dropped by then.
                if let Some(owner) = owner.upgrade()
                    && shown.try_with_value(|_| ()).is_some()
                {
                    let rows: Vec<Row> = owner.with(|| untrack(children)).into_iter().map(Row::of).collect();
                    append(&element, &rows);
                    shown.update_value(|shown| shown.rows = rows);
                }
            }));
        }
        self
    }
}

//! Makes an [`ElementView`] a Leptos view, so that Leptos mounts and unmounts it like any other. The methods for
//! rendering on a server are empty: this page has no server.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::web_sys::{Element, Node};

use super::builder::ElementView;

/// A function that builds an element. Leptos calls it when it mounts the view.
pub(in crate::web) struct View(Box<dyn FnOnce() -> ElementView + Send>);

impl View {
    /// Creates a view from a function that builds an element.
    pub(in crate::web) fn new(build: impl FnOnce() -> ElementView + Send + 'static) -> Self {
        Self(Box::new(build))
    }
}

impl Render for View {
    type State = ElementView;

    fn build(self) -> ElementView {
        (self.0)()
    }

    fn rebuild(self, state: &mut ElementView) {
        let mut new = (self.0)();
        if state.insert_before_this(&mut new) {
            state.unmount();
        }
        *state = new;
    }
}

impl Mountable for ElementView {
    fn unmount(&mut self) {
        if let Some(element) = self.element() {
            element.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if let Some(element) = self.element() {
            let _ = parent.insert_before(element, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.element().and_then(|element| element.parent_element().map(|parent| (element, parent))) {
            Some((element, parent)) => {
                child.mount(&parent, Some(element));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.element().into_iter().cloned().collect()
    }
}

impl AddAnyAttr for View {
    type Output<New: Attribute> = Self;

    fn add_any_attr<New: Attribute>(self, _: New) -> Self {
        self
    }
}

impl RenderHtml for View {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElementView {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

//! Event listeners of an element.

use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, Event};

use super::builder::{ElementView, Kept};

/// An event listener. It is removed before its closure is dropped: otherwise a pending event would call a closure that no
/// longer exists.
pub(super) struct Listener {
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

impl ElementView {
    /// Adds an event listener.
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
}

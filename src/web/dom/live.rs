//! Live texts, attributes and properties: each is written again when a signal that it reads changes.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;
use leptos::web_sys::js_sys::Reflect;

use super::builder::{ElementView, Kept};

/// An effect that unsubscribes from its signals when it is dropped. A dropped `RenderEffect` stays in the subscriber list
/// of every signal that it has read, so that these lists would grow, and be walked, with everything that was ever shown.
pub(super) struct Effect(RenderEffect<()>);

impl Drop for Effect {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}

impl ElementView {
    /// Runs a function on the element now, and again whenever a signal that it reads changes.
    #[must_use]
    pub(in crate::web) fn live(self, write: impl Fn(&Element) + 'static) -> Self {
        self.with_effect(Box::new(write))
    }

    pub(super) fn with_effect(mut self, write: Box<dyn Fn(&Element)>) -> Self {
        if let Some(element) = self.0.element.clone() {
            self.0.kept.push(Kept::Effect(Effect(RenderEffect::new(move |_| write(&element)))));
        }
        self
    }

    /// Sets a live text. The element has no other content, and nothing else writes its text.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_text_of(Box::new(text))
    }

    fn live_text_of(self, text: Box<dyn Fn() -> String>) -> Self {
        let last = RefCell::new(String::new());
        self.with_effect(Box::new(move |element| {
            let text = text();
            if *last.borrow() != text {
                element.set_text_content(Some(&text));
                last.replace(text);
            }
        }))
    }

    /// Sets a live attribute, which is removed while the value is `None`. Nothing else writes this attribute.
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
        self.with_effect(Box::new(move |element| {
            let value = value();
            // Writing only changes saves work in the browser.
            if last.replace(value) != value {
                let _ = match value {
                    Some(value) => element.set_attribute(name, value),
                    None => element.remove_attribute(name),
                };
            }
        }))
    }

    /// Sets a live property: the state of a control, which its attributes do not reflect. An equal value is not written,
    /// because writing moves the caret.
    #[must_use]
    pub fn live_property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        self.live_property_of(name, Box::new(value))
    }

    fn live_property_of(self, name: &'static str, value: Box<dyn Fn() -> JsValue>) -> Self {
        self.with_effect(Box::new(move |element| {
            let (name, value) = (JsValue::from_str(name), value());
            if Reflect::get(element, &name).as_ref() != Ok(&value) {
                let _ = Reflect::set(element, &name, &value);
            }
        }))
    }
}

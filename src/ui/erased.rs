//! Lists, texts and parts of a view that come and go, each compiled once for the whole page instead of once for every
//! closure that makes one: on their own they were a third of the module.

use std::sync::Arc;

use leptos::prelude::*;

/// A view that is made anew whenever a signal that it reads changes.
pub(super) fn dynamic(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(view);
    view.into_any()
}

/// A view that is there while a condition holds.
pub(super) fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let condition = memo_bool(Box::new(condition));
    dynamic(move || if condition.get() { view() } else { ().into_any() })
}

fn memo_bool(condition: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| condition())
}

/// A list whose rows stay as they are while their keys do. Keys are places in a table of the caller's.
pub(super) fn list(
    keys: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    row: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    erased_list(Box::new(keys), Arc::new(row))
}

fn erased_list(
    keys: Box<dyn Fn() -> Vec<usize> + Send + Sync>,
    row: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> AnyView {
    view! { <For each=keys key=|key| *key children=move |key| row(key)/> }.into_any()
}

/// A text that follows its signals.
pub(super) fn text_of(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// One of the page's own texts, as its signals choose.
pub(super) fn fixed_text(text: impl Fn() -> &'static str + Send + Sync + 'static) -> Signal<&'static str> {
    Signal::derive(text)
}

/// The value of an attribute that may be absent.
pub(super) fn attribute(
    value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    Signal::derive(value)
}

/// Whether something is on, as its signals say.
pub(super) fn on_when(condition: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(condition)
}

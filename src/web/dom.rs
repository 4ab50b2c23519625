//! The page's elements: what `view!` is elsewhere.
//!
//! With Leptos' `view!` every element, attribute and closure has a type of its own, and code for each. Here all elements have
//! one type, [`ElementView`], and its methods are compiled once; `docs/decisions/0012-element-builder.md` has the figures.
//! Signals, effects, owners and mounting are those of Leptos, and `view.rs` makes an element a Leptos view.
//!
//! For somebody who knows `view!`:
//!
//! | `view!` | here |
//! |---|---|
//! | `<p class="a" id="b">"Text"</p>` | `element_of("p", "a").attribute("id", "b").text("Text")` |
//! | a text of the wizard, `{move \|\| t(Text::Copy)}` | `.message(Text::Copy)` |
//! | `on:click=move \|_\| …` | `.on("click", move \|_\| …)` |
//! | `{move \|\| signal.get()}` | `.live_text(move \|\| signal.get())` |
//! | `hidden=move \|\| …` | `.live_attribute("hidden", move \|\| …)` |
//! | `prop:value=move \|\| …` | `.live_property("value", move \|\| …)` |
//! | `<Show when=…>` | `.live_children(move \|\| …)`, or `.maybe(…)` where it is decided when the page is built |
//! | `<For each=… key=… children=…>` | `.list(keys, row)` |
//!
//! Everything that an element needs lives as long as the `ElementView`: listeners, effects and children go with it.

mod builder;
mod later;
mod list;
mod listener;
mod live;
mod view;

pub use builder::ElementView;
pub(super) use builder::{element, element_of};
pub(super) use later::later;
pub(super) use view::View;

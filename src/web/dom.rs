//! A small element builder, which this page uses instead of Leptos' `view!`.
//!
//! With `view!`, every element, attribute and closure has its own type, and the compiler generates code for each. Here
//! all elements have the type [`ElementView`], and its methods are compiled once; `docs/decisions/0012-element-
//! builder.md` has the figures. Signals, effects, owners and mounting are those of Leptos, and `view.rs` makes an element
//! a Leptos view.
//!
//! If you know `view!`:
//!
//! | `view!` | here |
//! |---|---|
//! | `<p class="a" id="b">"Text"</p>` | `element_of("p", "a").attribute("id", "b").text("Text")` |
//! | a text of the wizard, `{move \|\| t(Text::Copy)}` | `.message(Text::Copy)` |
//! | `on:click=move \|_\| …` | `.on("click", move \|_\| …)` |
//! | `{move \|\| signal.get()}` | `.live_text(move \|\| signal.get())` |
//! | `hidden=move \|\| …` | `.live_attribute("hidden", move \|\| …)` |
//! | `prop:value=move \|\| …` | `.live_property("value", move \|\| …)` |
//! | `<Show when=…>` | `.live_children(move \|\| …)`, or `.maybe(…)` if the condition never changes |
//! | `<For each=… key=… children=…>` | `.list(keys, row)` |
//!
//! An `ElementView` owns everything that its element needs: dropping it drops listeners, effects and children.

mod builder;
mod list;
mod listener;
mod live;
mod view;

pub use builder::ElementView;
pub(super) use builder::{element, element_of};
pub(super) use view::View;

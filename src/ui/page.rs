//! The page: title, wizard, plan.

use leptos::prelude::*;

use super::commands::commands;
use super::element::{ElementView, element, element_of};
use super::guide::guide;
use super::state::Wizard;
use super::tools::tools;
use super::view::View;
use crate::browser::fragment;
use crate::locale::{Text, ignored, summary, text};

/// The whole page, with its scenario in the address.
#[component]
#[allow(unreachable_pub, reason = "the macro makes a public function in this private module")]
pub fn Page() -> impl IntoView {
    let wizard = Wizard::new(&fragment::read());
    fragment::keep(Signal::derive(move || wizard.link()));
    fragment::on_change(move |link| wizard.open(&link));
    Effect::new(move |_| wizard.lead_workbench());
    View::new(move || page(wizard))
}

fn page(wizard: Wizard) -> ElementView {
    let skip = element_of("button", "skip")
        .attribute("type", "button")
        .text(text(Text::SkipToPlan))
        .on("click", move |_| wizard.focus("[data-focus=plan]".to_owned()));
    let masthead = element_of("header", "masthead")
        .child(element("h1").text(text(Text::PageTitle)))
        .child(element("p").text(text(Text::PageLead)));
    let columns = element_of("main", "columns")
        .child(
            element_of("section", "guide")
                .attribute("aria-labelledby", "guide-heading")
                .child(notice(wizard))
                .child(guide(wizard)),
        )
        .child(commands(wizard));
    let page = element_of("div", "page")
        .child(skip)
        .child(masthead)
        .child(tools(wizard))
        .child(columns)
        .child(element_of("footer", "footer").child(element("p").text(text(Text::Privacy))))
        .child(status("toast", move || wizard.announcement().to_owned()))
        .child(status("visually-hidden", move || {
            // A text that stays the same is not written, and so not said at every key.
            summary(wizard.errors(None), wizard.missing().len())
        }));
    wizard.root.set_value(page.element().cloned());
    page
}

/// A text that a screen reader says when it changes, without taking the focus.
pub(super) fn status(class: &str, text: impl Fn() -> String + 'static) -> ElementView {
    element_of("p", class).attribute("role", "status").live_text(text)
}

/// What of a link could not be used. Its texts are a stranger's: shown shortened, and as text alone.
fn notice(wizard: Wizard) -> ElementView {
    const MOST: usize = 8;
    element_of("div", "notice").attribute("role", "status").live_children(move || {
        wizard.ignored.with(|pairs| {
            if pairs.is_empty() {
                return Vec::new();
            }
            let mut rows: Vec<ElementView> =
                pairs.iter().take(MOST).map(|pair| element("li").text(&ignored(pair))).collect();
            if pairs.len() > MOST {
                rows.push(element("li").text("…"));
            }
            vec![
                element("p").text(text(Text::FromLink)),
                element("ul").children(rows),
                element("button").attribute("type", "button").text(text(Text::Dismiss)).on(
                    "click",
                    move |_| {
                        wizard.ignored.set(Vec::new());
                        wizard.focus("[data-focus=step]".to_owned());
                    },
                ),
            ]
        })
    })
}

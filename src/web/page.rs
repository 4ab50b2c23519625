//! The page: title, wizard, plan.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::commands::commands;
use super::dom::View;
use super::dom::{ElementView, element, element_of};
use super::findings::jump;
use super::guide::{dialogs, guide, head, keep_focus, presets};
use super::state::{Wizard, link_of};
use super::tools::tools;
use crate::i18n::{Language, text};
use crate::model::field::Field;
use crate::text::{Text, answer, ignored, summary};
use crate::web::browser::{self, fragment, locale};
use crate::web::panel_id::PanelId;

/// The page, with its scenario in the address.
#[component]
#[allow(unreachable_pub, reason = "the macro makes a public function in this private module")]
pub fn Page() -> impl IntoView {
    fragment::resume();
    let wizard = Wizard::new(&fragment::read());
    wizard.recall();
    let read = move || {
        let link = fragment::read();
        // A fragment that the page itself has written is not a new link.
        if fragment::is_own() { wizard.open(&link) } else { wizard.receive_link(&link) }
    };
    read();
    // Until the user has reviewed what came with a link, the link counts as a stranger's.
    let is_own = move || wizard.arrival.try_with(Option::is_none);
    wizard.remember_with(Rc::new(move || fragment::push(&untrack(|| wizard.link()))));
    fragment::on_change(read);
    wizard.set_first_language();
    View::new(move || {
        let keep = fragment::keeper(wizard.tasks(), move || {
            Some((wizard.evaluation.try_with(|evaluation| link_of(&evaluation.answers))?, is_own()?))
        });
        spoken(wizard, page).live(move |_| keep()).live(move |_| wizard.update_panels())
    })
}

/// Shows a view in the current language, and builds it again when the language changes.
pub(super) fn spoken(wizard: Wizard, shown: fn(Wizard) -> ElementView) -> ElementView {
    let languages = move || wizard.language().map(|language| language as usize).into_iter().collect();
    let page = element_of("div", "spoken")
        .list_later(wizard.tasks(), languages, move |_| busy_until_complete(wizard, shown(wizard)));
    page.live_attribute("lang", move || wizard.language().map(Language::tag)).attribute("dir", "ltr")
}

/// Marks a page as busy until its last part is complete. Screen readers, the style sheet and tests use this mark. It is
/// set nowhere else: once a page is complete, every change to it happens in one task.
fn busy_until_complete(wizard: Wizard, page: ElementView) -> ElementView {
    const BUSY: &str = "aria-busy";
    let element = page.element().cloned();
    // This runs after all parts, and the parts of parts: see `later`.
    page.attribute(BUSY, "true").later(&wizard.tasks(), move || {
        if let Some(element) = element {
            // The name is valid, so that this cannot fail.
            let _ = element.set_attribute(BUSY, "false");
        }
        Vec::new()
    })
}

fn page(wizard: Wizard) -> ElementView {
    locale::entitle(text(Text::PageTitle));
    // Parts are added from top to bottom, so that nothing moves when the next part is added.
    let masthead = element_of("header", "masthead")
        .child(element("h1").message(Text::PageTitle))
        .child(element("p").message(Text::PageLead))
        .child(head(wizard));
    let page = element_of("div", "page")
        .live_attribute("data-theme", move || Some(wizard.theme().id()))
        .child(skip(wizard))
        .child(masthead)
        .later(&wizard.tasks(), move || vec![tools(wizard), presets(wizard)]);
    let shown = page.element().cloned();
    let page = page
        .later(&wizard.tasks(), move || {
            reveal(wizard, shown);
            Vec::new()
        })
        .later(&wizard.tasks(), move || {
            // The first plan is computed in a task of its own. The parts below show it.
            wizard.peek_outcome(|_| ());
            Vec::new()
        })
        .later(&wizard.tasks(), move || {
            let guide = element_of("section", "guide")
                .attribute("aria-labelledby", "guide-heading")
                .child(notice(wizard))
                .child(long_link(wizard))
                .child(guide(wizard));
            let columns = element_of("main", "columns")
                .child(guide)
                .later(&wizard.tasks(), move || vec![commands(wizard)]);
            let toast = status("toast", move || wizard.announcement().to_owned());
            vec![columns, toast, summarized(wizard)]
        })
        .later(&wizard.tasks(), move || {
            let footer = element_of("footer", "footer").child(element("p").message(Text::Privacy));
            [footer].into_iter().chain(dialogs(wizard)).collect()
        });
    wizard.live_in(page.element().cloned());
    keep_focus(wizard, page)
}

/// Replaces the placeholder page of `index.html`, whose layout is the same.
fn reveal(wizard: Wizard, page: Option<Element>) {
    // While the user is pressing a part of the placeholder, wait, so that the press is not lost.
    if !page.as_ref().is_none_or(browser::reveal) {
        wizard.tasks().after(50, move || reveal(wizard, page));
    }
}

/// The button that skips the questions.
pub(super) fn skip(wizard: Wizard) -> ElementView {
    element_of("button", "skip")
        .attribute("type", "button")
        .message(Text::SkipToPlan)
        .on("click", move |_| wizard.focus("[data-focus=plan]".to_owned()))
}

/// The number of errors and missing values. An unchanged text is not written, so that screen readers do not read it at
/// every key press.
pub(super) fn summarized(wizard: Wizard) -> ElementView {
    status("visually-hidden", move || summary(wizard.errors(None), wizard.missing().len()))
}

/// A text that a screen reader reads when it changes. The focus does not move.
pub(super) fn status(class: &str, text: impl Fn() -> String + 'static) -> ElementView {
    element_of("p", class).attribute("role", "status").live_text(text)
}

/// What came with a link. The values may be a stranger's: they are shown whole, because the end of a path counts as much as
/// its beginning, and only as text.
fn notice(wizard: Wizard) -> ElementView {
    const MOST: usize = 8;
    element_of("div", "notice").attribute("role", "status").live_children(move || {
        wizard.arrival.with(|arrival| {
            let Some(arrival) = arrival else { return Vec::new() };
            let mut views = vec![element("p").message(Text::FromLink)];
            // Invalid texts are in no command, and have their own errors.
            let checked: Vec<&Field> = wizard.peek_outcome(|outcome| {
                let is_wrong = |field: &Field| outcome.resolved.invalid.iter().any(|i| i.field == *field);
                arrival.checked.iter().filter(|field| !is_wrong(field)).collect()
            });
            let done = if checked.is_empty() { Text::Dismiss } else { Text::Confirm };
            if !checked.is_empty() {
                views.push(element("p").message(Text::FromLinkTexts));
                let row = |field: &Field| {
                    // A field that the user changes is removed from this list.
                    let typed = wizard.peek_answers(|answers| answer(*field, answers.text(*field)));
                    element("li").child(jump(wizard, *field)).text(" ").child(element("code").text(&typed))
                };
                views.push(element("ul").children(checked.into_iter().map(row)));
            }
            if !arrival.ignored.is_empty() {
                views.push(element("p").message(Text::FromLinkIgnored));
                let rows = arrival.ignored.iter().take(MOST).map(|pair| element("li").text(&ignored(pair)));
                let rest = (arrival.ignored.len() > MOST).then(|| element("li").text("…"));
                views.push(element("ul").children(rows.chain(rest)));
            }
            views.push(element("button").attribute("type", "button").message(done).on("click", move |_| {
                wizard.arrival.set(None);
                wizard.focus("[data-focus=step]".to_owned());
            }));
            views
        })
    })
}

/// A notice that the address is too long for some programs, with a button that leads to scenario files.
fn long_link(wizard: Wizard) -> ElementView {
    const MOST: usize = 2048;
    element_of("p", "notice")
        .live_attribute("hidden", move || (wizard.link().len() <= MOST).then_some(""))
        .message(Text::LongLink)
        .text(" ")
        .child(
            element("button")
                .attribute("type", "button")
                .message(Text::ToolScenarios)
                .on("click", move |_| wizard.go_to_panel(PanelId::Scenarios)),
        )
}

//! The places that load the panels: the buttons above the wizard, and the tables behind the plan.

use std::rc::Rc;

use leptos::prelude::*;

use super::dom::{ElementView, element, element_of};
use super::fold::fold;
use super::state::{Loading, Wizard};
use crate::i18n::text;
use crate::output::reference::TableId;
use crate::text::Text;
use crate::web::panel_id::{DOWNLOADS, PICTURE, PanelId};

/// The buttons that open a panel, and the place where the panel opens.
pub(super) fn tools(wizard: Wizard) -> ElementView {
    let buttons = PanelId::ALL.iter().map(|panel| {
        let is_open = move || wizard.panel() == Some(*panel);
        element("button")
            .attribute("type", "button")
            .attribute("aria-controls", "panel")
            .live_attribute("aria-expanded", move || Some(if is_open() { "true" } else { "false" }))
            .on("click", move |_| wizard.open_panel((!untrack(is_open)).then_some(*panel)))
            .message(name(*panel))
    });
    let open = move || wizard.panel().into_iter().map(|panel| panel as usize).collect();
    let panel = element_of("div", "panel")
        .attribute("id", "panel")
        .attribute("tabindex", "-1")
        .attribute("data-focus", "panel")
        .live_attribute("hidden", move || wizard.panel().is_none().then_some(""))
        .list(open, move |place| {
            let id = PanelId::ALL.get(place).map_or("", |panel| panel.id());
            fetched(wizard, id, || true)
        });
    wizard
        .landmark(element_of("section", "tools"))
        .attribute("aria-label", text(Text::ToolsLabel))
        .child(element("div").children(buttons))
        .child(panel)
}

fn name(panel: PanelId) -> Text {
    match panel {
        PanelId::Read => Text::ToolRead,
        PanelId::Compare => Text::ToolCompare,
        PanelId::Scenarios => Text::ToolScenarios,
    }
}

/// The plan as files, folded by default.
pub(super) fn downloads(wizard: Wizard) -> ElementView {
    /// The number after those of the tables and the picture.
    const PLACE: usize = TableId::ALL.len() + 1;
    let summary = element("summary").message(Text::DownloadHeading);
    element_of("div", "reference").child(folded(wizard, PLACE, DOWNLOADS, summary))
}

/// The picture and the tables behind the plan, folded by default.
pub(super) fn reference(wizard: Wizard) -> ElementView {
    let is_there = |place: &usize, edition| TableId::ALL.get(*place).is_some_and(|id| id.is_of(edition));
    element_of("div", "reference").list(
        move || {
            let edition = wizard.structure(|evaluation| evaluation.outcome().plan.edition);
            let tables = (0..TableId::ALL.len()).filter(|place| is_there(place, edition));
            [TableId::ALL.len()].into_iter().chain(tables).collect()
        },
        move |place| {
            // The picture is numbered after the tables, but shown before them.
            let picture = (PICTURE, text(Text::PictureHeading));
            let (id, heading) = TableId::ALL.get(place).map_or(picture, |id| (id.id(), id.heading()));
            folded(wizard, place, id, element("summary").text(heading))
                .attribute("id", &format!("table-{id}"))
        },
    )
}

/// A folded part of the panels, with its own place number. It is loaded when it is opened.
fn folded(wizard: Wizard, place: usize, id: &'static str, summary: ElementView) -> ElementView {
    let is_open = move || wizard.is_open(place);
    fold("folded", is_open, move |is_open| wizard.set_open(place, is_open), summary)
        .child(fetched(wizard, id, is_open))
}

/// A part of the panels, which is loaded once it is needed, with the progress of loading.
pub(super) fn fetched(
    wizard: Wizard,
    id: impl Into<String>,
    is_wanted: impl Fn() -> bool + 'static,
) -> ElementView {
    let is_wanted: Rc<dyn Fn() -> bool> = Rc::new(is_wanted);
    let wanted = Rc::clone(&is_wanted);
    element_of("div", "fetched").children(coming(wizard, is_wanted)).child(part(
        wizard,
        "fetched",
        id,
        move || wanted(),
    ))
}

/// The progress of loading the panels while a part of them is needed, and a button that tries again.
pub(super) fn coming(wizard: Wizard, is_wanted: Rc<dyn Fn() -> bool>) -> [ElementView; 2] {
    let wanted = Rc::clone(&is_wanted);
    let message = element("p").attribute("role", "status").live_text(move || match wizard.loading() {
        Loading::InProgress if is_wanted() => text(Text::ToolLoading).to_owned(),
        Loading::Failed if is_wanted() => text(Text::ToolFailed).to_owned(),
        _ => String::new(),
    });
    let has_failed = move || wizard.loading() == Loading::Failed && wanted();
    let again = element("button")
        .attribute("type", "button")
        .live_attribute("hidden", move || (!has_failed()).then_some(""))
        .on("click", move |_| wizard.fetch_panels())
        .message(Text::ToolAgain);
    [message, again]
}

/// A part of the panels without the progress of loading, for parts that the user does not wait for.
pub(super) fn part(
    wizard: Wizard,
    class: &str,
    id: impl Into<String>,
    is_wanted: impl Fn() -> bool + 'static,
) -> ElementView {
    let id = id.into();
    element_of("div", class).list(
        move || {
            if !is_wanted() {
                return Vec::new();
            }
            wizard.request_panels();
            if wizard.loading() == Loading::Done { vec![0] } else { Vec::new() }
        },
        move |_| ElementView::of(wizard.part(&id)),
    )
}

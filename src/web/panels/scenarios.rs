//! Stored scenarios and scenario files.

use leptos::prelude::*;

use super::control;
use super::kept::Kept;
use leptos::web_sys::Element;

use crate::i18n;
use crate::model::link::{self, Reading};
use crate::model::saved::{NameError, SavedList};
use crate::model::scenario_file::{self, MAX_BYTES};
use crate::text::{self, PanelText};
use crate::web::browser::file;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

/// The name and the media type of a scenario file.
const FILE: (&str, &str) = ("scenario.json", "application/json");

/// The panel.
pub(super) fn panel(wizard: Wizard, kept: Kept, name: RwSignal<String>) -> ElementView {
    let message = RwSignal::new(String::new());
    element_of("div", "part")
        .child(saved(wizard, kept, message, name))
        .child(element_of("p", "message").attribute("role", "status").live_text(move || message.get()))
        .child(files(wizard, message))
}

/// Changes the stored list, and shows the result.
fn change(
    kept: Kept,
    message: RwSignal<String>,
    done: PanelText,
    change: impl FnOnce(&mut SavedList) -> Result<(), NameError>,
) -> bool {
    let evaluation = match kept.change(change) {
        Ok(Ok(())) => {
            message.set(i18n::text(done).to_owned());
            return true;
        }
        Ok(Err(error)) => text::name_error(error),
        Err(_) => i18n::text(PanelText::SavedRefused).to_owned(),
    };
    message.set(evaluation);
    false
}

fn saved(wizard: Wizard, kept: Kept, message: RwSignal<String>, name: RwSignal<String>) -> ElementView {
    let keep = move || {
        let answers = wizard.peek_answers(Clone::clone);
        let wanted = name.get_untracked();
        let is_known =
            kept.list.with_untracked(|list| list.all().iter().any(|saved| saved.name == wanted.trim()));
        let done = if is_known { PanelText::SavedReplaced } else { PanelText::SavedDone };
        if change(kept, message, done, |list| list.keep(&wanted, &answers)) {
            name.set(String::new());
        }
    };
    let form = element_of("form", "line")
        .on("submit", move |event| {
            event.prevent_default();
            keep();
        })
        .child(control::input("saved-name", i18n::text(PanelText::SavedName), name))
        .child(element_of("button", "primary").attribute("type", "submit").message(PanelText::SavedKeep));
    let next_to_go = move || {
        kept.list
            .with(|list| list.next_to_go().map_or_else(String::new, |saved| text::next_to_go(&saved.name)))
    };
    let renaming = RwSignal::new(None::<String>);
    let list = element_of("ul", "saved");
    let shown_in = list.element().cloned();
    let rows = list.live_children(move || {
        let list = List { wizard, kept, message, renaming, shown_in: shown_in.clone() };
        kept.list.with(|all| all.all().iter().map(|saved| row(&list, &saved.name, &saved.link)).collect())
    });
    let none = element("p").live_text(move || {
        let is_empty = kept.list.with(|list| list.all().is_empty());
        if is_empty { i18n::text(PanelText::SavedNone).to_owned() } else { String::new() }
    });
    let place = element("section");
    let section = place.element().cloned();
    let undo = control::button(PanelText::SavedUndo, move || {
        let done = if kept.undo() { PanelText::SavedBack } else { PanelText::SavedRefused };
        message.set(i18n::text(done).to_owned());
        control::focus(wizard, section.clone(), "#saved-name".to_owned());
    })
    .attribute("class", "undo")
    .live_attribute("hidden", move || (!kept.can_undo()).then_some(""));
    place
        .child(element("h2").message(PanelText::SavedHeading))
        .child(element_of("p", "help").message(PanelText::SavedWhere))
        .child(form)
        .child(element_of("p", "help").live_text(next_to_go))
        .child(rows)
        .child(none)
        .child(undo)
}

/// The state that the rows of the list share.
struct List {
    wizard: Wizard,
    kept: Kept,
    message: RwSignal<String>,
    /// The name of the scenario that is being renamed.
    renaming: RwSignal<Option<String>>,
    shown_in: Option<Element>,
}

/// A selector for the rename button of a row. It counts rows, because a name may contain any characters.
fn rename_button(kept: Kept, name: &str) -> String {
    let place = kept.list.with_untracked(|list| list.all().iter().position(|saved| saved.name == name));
    format!("li:nth-child({}) .rename", place.unwrap_or(0) + 1)
}

fn row(list: &List, name: &str, link: &str) -> ElementView {
    let (kept, message, renaming) = (list.kept, list.message, list.renaming);
    if renaming.with(|renaming| renaming.as_deref() == Some(name)) {
        return renamed_row(list, name);
    }
    let wizard = list.wizard;
    let (name, link) = (name.to_owned(), link.to_owned());
    let named = |text: PanelText| [i18n::text(text), " ", &name].concat();
    let (rename, delete) = (name.clone(), name.clone());
    let (panel, neighbours) = (list.shown_in.clone(), list.shown_in.clone());
    element("li")
        .child(element("strong").text(&name))
        .child(
            control::button(PanelText::SavedOpen, move || {
                message.set(i18n::text(PanelText::SavedOpened).to_owned());
                wizard.take_over(link::read(&link).answers);
            })
            .attribute("aria-label", &named(PanelText::SavedOpen)),
        )
        .child(
            control::button(PanelText::SavedRename, move || {
                renaming.set(Some(rename.clone()));
                control::focus(wizard, panel.clone(), "#new-name".to_owned());
            })
            .attribute("class", "rename")
            .attribute("aria-label", &named(PanelText::SavedRename)),
        )
        .child(
            control::button(PanelText::SavedDelete, move || {
                change(kept, message, PanelText::SavedDeleted, |list| {
                    list.remove(&delete);
                    Ok(())
                });
                // The undo button is below the list.
                let section = neighbours.as_ref().and_then(|list| list.parent_element());
                control::focus(wizard, section, ".undo".to_owned());
            })
            .attribute("aria-label", &named(PanelText::SavedDelete)),
        )
}

/// A row that is being renamed.
fn renamed_row(list: &List, name: &str) -> ElementView {
    let (wizard, kept, message, renaming) = (list.wizard, list.kept, list.message, list.renaming);
    let new = RwSignal::new(name.to_owned());
    let (name, old) = (name.to_owned(), name.to_owned());
    let (panel, unchanged) = (list.shown_in.clone(), list.shown_in.clone());
    let form = element_of("form", "line")
        .on("submit", move |event| {
            event.prevent_default();
            let wanted = new.get_untracked();
            if change(kept, message, PanelText::SavedRenamed, |list| list.rename(&name, &wanted)) {
                renaming.set(None);
                control::focus(wizard, panel.clone(), rename_button(kept, wanted.trim()));
            }
        })
        .child(control::input("new-name", i18n::text(PanelText::NewName), new))
        .child(element("button").attribute("type", "submit").message(PanelText::SavedRename))
        .child(control::button(PanelText::Cancel, move || {
            renaming.set(None);
            control::focus(wizard, unchanged.clone(), rename_button(kept, &old));
        }));
    element("li").child(form)
}

fn files(wizard: Wizard, message: RwSignal<String>) -> ElementView {
    let ignored = RwSignal::new(Vec::<String>::new());
    let save = control::button(PanelText::FileSave, move || {
        let (name, kind) = FILE;
        file::save(name, wizard.peek_answers(scenario_file::write).as_bytes(), kind);
        message.set(i18n::text(PanelText::FileSaved).to_owned());
    });
    let open = move |chosen: Option<leptos::web_sys::File>| {
        let Some(chosen) = chosen else { return };
        wizard.tasks().spawn(async move {
            ignored.set(Vec::new());
            let evaluation = match file::read(&chosen, MAX_BYTES).await {
                None => i18n::text(PanelText::FileUnreadable).to_owned(),
                Some(bytes) => match scenario_file::read_bytes(&bytes) {
                    Err(error) => text::labelled(&chosen.name(), &text::scenario_file_error(&error)),
                    Ok(Reading { answers, ignored: pairs }) => {
                        ignored.set(pairs.iter().map(text::ignored).collect());
                        wizard.take_over(answers);
                        i18n::text(PanelText::FileRead).to_owned()
                    }
                },
            };
            message.set(evaluation);
        });
    };
    let picker = element("input")
        .attribute("type", "file")
        .attribute("id", "scenario-file")
        .attribute("accept", ".json,application/json")
        .on("change", move |event| open(file::chosen(&event)));
    let drop = element_of("div", "drop")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            open(file::dropped(&event));
        })
        .child(element("label").attribute("for", "scenario-file").message(PanelText::FileOpen))
        .child(picker)
        .child(element_of("span", "help").message(PanelText::FileDrop));
    let unused = element_of("div", "notice").live_children(move || {
        ignored.with(|rows| {
            if rows.is_empty() {
                return Vec::new();
            }
            let rows = rows.iter().map(|row| element("li").text(row));
            vec![element("p").message(PanelText::FileIgnored), element("ul").children(rows)]
        })
    });
    element("section")
        .child(element("h2").message(PanelText::FileHeading))
        .child(element_of("p", "help").message(PanelText::FileHelp))
        .child(save)
        .child(drop)
        .child(unused)
}

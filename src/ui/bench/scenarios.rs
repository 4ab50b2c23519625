//! Scenarios that are kept under a name, and files of them.

use leptos::prelude::*;

use super::control;
use super::kept::Kept;
use crate::browser::file;
use crate::link::{self, Reading};
use crate::locale::{self, BenchText};
use crate::saved::{NameError, SavedList};
use crate::scenario_file::{self, MAX_BYTES};
use crate::ui::element::{ElementView, element, element_of};
use crate::ui::state::Wizard;

/// What a scenario file is called, and of what kind it is.
const FILE: (&str, &str) = ("scenario.json", "application/json");

/// The panel.
pub(super) fn panel(wizard: Wizard, kept: Kept) -> ElementView {
    let message = RwSignal::new(String::new());
    element_of("div", "part")
        .child(saved(wizard, kept, message))
        .child(element_of("p", "message").attribute("role", "status").live_text(move || message.get()))
        .child(files(wizard, message))
}

/// Changes what is kept, and says how that went.
fn change(
    kept: Kept,
    message: RwSignal<String>,
    done: BenchText,
    change: impl FnOnce(&mut SavedList) -> Result<(), NameError>,
) -> bool {
    let said = match kept.change(change) {
        Ok(Ok(())) => {
            message.set(locale::text(done).to_owned());
            return true;
        }
        Ok(Err(error)) => locale::name_error(error),
        Err(_) => locale::text(BenchText::SavedRefused).to_owned(),
    };
    message.set(said);
    false
}

fn saved(wizard: Wizard, kept: Kept, message: RwSignal<String>) -> ElementView {
    let name = RwSignal::new(String::new());
    let keep = move || {
        let answers = wizard.answers.get_untracked();
        if change(kept, message, BenchText::SavedDone, |list| list.keep(&name.get_untracked(), &answers)) {
            name.set(String::new());
        }
    };
    let form = element_of("form", "line")
        .on("submit", move |event| {
            event.prevent_default();
            keep();
        })
        .child(control::input("saved-name", locale::text(BenchText::SavedName), name))
        .child(
            element_of("button", "primary")
                .attribute("type", "submit")
                .text(locale::text(BenchText::SavedKeep)),
        );
    let next_to_go = move || {
        kept.list
            .with(|list| list.next_to_go().map_or_else(String::new, |saved| locale::next_to_go(&saved.name)))
    };
    let renaming = RwSignal::new(None::<String>);
    let rows = element_of("ul", "saved").live_children(move || {
        kept.list.with(|list| {
            let all = list.all().iter();
            all.map(|saved| row(wizard, kept, message, renaming, &saved.name, &saved.link)).collect()
        })
    });
    let none = element("p").live_text(move || {
        let is_empty = kept.list.with(|list| list.all().is_empty());
        if is_empty { locale::text(BenchText::SavedNone).to_owned() } else { String::new() }
    });
    let undo = control::button(BenchText::SavedUndo, move || {
        if kept.undo() {
            message.set(locale::text(BenchText::SavedDone).to_owned());
        }
    })
    .live_attribute("hidden", move || (!kept.can_undo()).then_some(""));
    element("section")
        .child(element("h2").text(locale::text(BenchText::SavedHeading)))
        .child(element_of("p", "help").text(locale::text(BenchText::SavedWhere)))
        .child(form)
        .child(element_of("p", "help").live_text(next_to_go))
        .child(rows)
        .child(none)
        .child(undo)
}

fn row(
    wizard: Wizard,
    kept: Kept,
    message: RwSignal<String>,
    renaming: RwSignal<Option<String>>,
    name: &str,
    link: &str,
) -> ElementView {
    let (name, link) = (name.to_owned(), link.to_owned());
    let row = element("li");
    if renaming.get().as_ref() == Some(&name) {
        let new = RwSignal::new(name.clone());
        return row.child(
            element_of("form", "line")
                .on("submit", move |event| {
                    event.prevent_default();
                    let done = change(kept, message, BenchText::SavedRenamed, |list| {
                        list.rename(&name, &new.get_untracked())
                    });
                    if done {
                        renaming.set(None);
                    }
                })
                .child(control::input("new-name", locale::text(BenchText::NewName), new))
                .child(
                    element("button").attribute("type", "submit").text(locale::text(BenchText::SavedRename)),
                )
                .child(control::button(BenchText::Cancel, move || renaming.set(None))),
        );
    }
    let named = |text: BenchText| [locale::text(text), " ", &name].concat();
    let (rename, delete) = (name.clone(), name.clone());
    row.child(element("strong").text(&name))
        .child(
            control::button(BenchText::SavedOpen, move || wizard.take_over(link::read(&link).answers))
                .attribute("aria-label", &named(BenchText::SavedOpen)),
        )
        .child(
            control::button(BenchText::SavedRename, move || renaming.set(Some(rename.clone())))
                .attribute("aria-label", &named(BenchText::SavedRename)),
        )
        .child(
            control::button(BenchText::SavedDelete, move || {
                change(kept, message, BenchText::SavedDeleted, |list| {
                    list.remove(&delete);
                    Ok(())
                });
            })
            .attribute("aria-label", &named(BenchText::SavedDelete)),
        )
}

fn files(wizard: Wizard, message: RwSignal<String>) -> ElementView {
    let ignored = RwSignal::new(Vec::<String>::new());
    let save = control::button(BenchText::FileSave, move || {
        let (name, kind) = FILE;
        file::save(name, &wizard.answers.with_untracked(scenario_file::write), kind);
    });
    let open = move |chosen: Option<leptos::web_sys::File>| {
        let Some(chosen) = chosen else { return };
        leptos::task::spawn_local(async move {
            ignored.set(Vec::new());
            let said = match file::read(&chosen, MAX_BYTES).await {
                None => locale::text(BenchText::FileUnreadable).to_owned(),
                Some(bytes) => match scenario_file::read_bytes(&bytes) {
                    Err(error) => [&chosen.name(), ": ", &locale::scenario_file_error(&error)].concat(),
                    Ok(Reading { answers, ignored: pairs }) => {
                        ignored.set(pairs.iter().map(locale::ignored).collect());
                        wizard.take_over(answers);
                        locale::text(BenchText::FileRead).to_owned()
                    }
                },
            };
            message.set(said);
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
        .child(element("label").attribute("for", "scenario-file").text(locale::text(BenchText::FileOpen)))
        .child(picker)
        .child(element_of("span", "help").text(locale::text(BenchText::FileDrop)));
    let unused = element_of("div", "notice").live_children(move || {
        ignored.with(|rows| {
            if rows.is_empty() {
                return Vec::new();
            }
            let rows = rows.iter().map(|row| element("li").text(row));
            vec![element("p").text(locale::text(BenchText::FileIgnored)), element("ul").children(rows)]
        })
    });
    element("section")
        .child(element("h2").text(locale::text(BenchText::FileHeading)))
        .child(element_of("p", "help").text(locale::text(BenchText::FileHelp)))
        .child(save)
        .child(drop)
        .child(unused)
}

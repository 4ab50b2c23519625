//! What stands behind the plan, each table folded away until somebody wants it.

use leptos::prelude::*;

use super::commands::source_link;
use super::element::{ElementView, element, element_of};
use super::findings::{jump, migrate};
use super::output::folded;
use super::state::Wizard;
use crate::locale::text;
use crate::reference::{Cell, Table, TableId, table};

/// Every table that the scenario has.
pub(super) fn reference(wizard: Wizard) -> ElementView {
    let is_there = |place: &usize, edition| TableId::ALL.get(*place).is_some_and(|id| id.is_of(edition));
    element_of("div", "reference").list(
        move || {
            let edition = wizard.shape.with(|shape| shape.edition);
            (0..TableId::ALL.len()).filter(|place| is_there(place, edition)).collect()
        },
        move |place| match TableId::ALL.get(place) {
            Some(id) => section(wizard, *id),
            None => element("div"),
        },
    )
}

fn section(wizard: Wizard, id: TableId) -> ElementView {
    let open = RwSignal::new(false);
    let shown = element_of("div", "table").attribute("tabindex", "0").attribute("role", "region");
    let shown = shown.attribute("aria-label", id.heading()).live_children(move || {
        if !open.get() {
            return Vec::new();
        }
        let table = wizard.answers.with(|answers| wizard.outcome.with(|outcome| table(id, answers, outcome)));
        let source = id.source(untrack(|| wizard.shape.with(|shape| shape.edition)));
        let source = source.map(|source| element_of("p", "sources").child(source_link(&source)));
        let mut views = vec![table_view(wizard, &table)];
        views.extend(source);
        views
    });
    let section = folded(open, element("summary").text(id.heading()));
    if id == TableId::Migration {
        return section.child(shown).child(migrate(wizard));
    }
    section.child(shown)
}

fn table_view(wizard: Wizard, table: &Table) -> ElementView {
    let head = table.head.iter().map(|cell| element("th").attribute("scope", "col").text(text(*cell)));
    let rows = table.rows.iter().map(|row| element("tr").children(row.iter().map(|cell| view(wizard, cell))));
    element("table")
        .child(element("thead").child(element("tr").children(head)))
        .child(element("tbody").children(rows))
}

fn view(wizard: Wizard, cell: &Cell) -> ElementView {
    match cell {
        Cell::Text(text) => element("td").text(text),
        Cell::Code(text) => element("td").child(element("code").text(text)),
        Cell::Fields(fields) => element("td").children(fields.iter().map(|field| jump(wizard, *field))),
        Cell::Source(source) => element("td").child(source_link(source)),
    }
}

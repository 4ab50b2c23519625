//! What stands behind the plan, each table folded away until somebody wants it.

use leptos::prelude::*;

use crate::reference::{Cell, Table, TableId, table};
use crate::ui::commands::source_link;
use crate::ui::element::{ElementView, element, element_of};
use crate::ui::findings::{jump, migrate};
use crate::ui::state::Wizard;

/// A table that follows the scenario.
pub(super) fn table_of(wizard: Wizard, id: TableId) -> ElementView {
    let shown = element_of("div", "table").attribute("tabindex", "0").attribute("role", "region");
    let shown = shown.attribute("aria-label", id.heading()).live_children(move || {
        let table = wizard.answers(|answers| wizard.outcome(|outcome| table(id, answers, outcome)));
        let source = id.source(untrack(|| wizard.shape(|said| said.outcome().plan.edition)));
        let source = source.map(|source| element_of("p", "sources").child(source_link(&source)));
        let mut views = vec![table_view(wizard, &table)];
        views.extend(source);
        views
    });
    if id == TableId::Migration {
        return element("div").child(shown).child(migrate(wizard));
    }
    shown
}

fn table_view(wizard: Wizard, table: &Table) -> ElementView {
    let head = table.head.iter().map(|cell| element("th").attribute("scope", "col").say(*cell));
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

//! The tables behind the plan.

use crate::output::reference::{Cell, TableId, table};
use crate::web::commands::source_link;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::findings::{jump, migrate};
use crate::web::state::Wizard;

/// A table of the current scenario.
pub(super) fn table_of(wizard: Wizard, id: TableId) -> ElementView {
    let shown = element_of("div", "table").attribute("tabindex", "0").attribute("role", "region");
    let shown = shown.attribute("aria-label", id.heading()).list(
        // The columns and the sources depend only on the edition.
        move || vec![wizard.edition() as usize],
        move |_| {
            let sources = id.sources(wizard.edition());
            let links = || element_of("p", "sources").children(sources.iter().map(source_link));
            element("div").child(table_view(wizard, id)).maybe((!sources.is_empty()).then(links))
        },
    );
    if id == TableId::Migration {
        return element("div").child(shown).child(migrate(wizard));
    }
    shown
}

/// The table itself. A key press changes only a few of its rows.
fn table_view(wizard: Wizard, id: TableId) -> ElementView {
    let of = move || wizard.answers(|answers| wizard.outcome(|outcome| table(id, answers, outcome)));
    let head = of().head.iter().map(|cell| element("th").attribute("scope", "col").message(*cell));
    let rows = element("tbody").live_pieces(
        move || of().rows,
        move |row| element("tr").children(row.iter().map(|cell| view(wizard, cell))),
        |_, _| None,
    );
    element("table").child(element("thead").child(element("tr").children(head))).child(rows)
}

fn view(wizard: Wizard, cell: &Cell) -> ElementView {
    match cell {
        Cell::Text(text) => element("td").text(text),
        Cell::Code(text) => element("td").child(element("code").text(text)),
        Cell::Fields(fields) => element("td").children(fields.iter().map(|field| jump(wizard, *field))),
        Cell::Source(source) => element("td").child(source_link(source)),
    }
}

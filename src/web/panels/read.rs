//! Reads existing commands into a scenario, with their errors, the positions of these, and the fixes. Azure's own output
//! fills in the page's scenario.

use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::HtmlTextAreaElement;

use super::compare::Other;
use super::{control, import};
use crate::analysis::check::Severity;
use crate::base::invisible::visible;
use crate::i18n;
use crate::model::choice::{Choice as _, Edition, Shell};
use crate::model::field::Field;
use crate::model::scenario_file::MAX_BYTES;
use crate::parse::import as azure;
use crate::parse::import::Import;
use crate::parse::read::place::Places;
use crate::parse::read::{Finding, Reading, is_repairable, migrated, read, repair, repaired};
use crate::shell::{Token, TokenKind};
use crate::text::{self, PanelText};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::output::code;
use crate::web::panel_id::PanelId;
use crate::web::state::Wizard;

/// The pasted text, and what was read from it.
type Pasted = Memo<(String, Reading)>;

/// The panel.
pub(super) fn panel(wizard: Wizard, other: Other, typed: [RwSignal<String>; 2]) -> ElementView {
    let [pasted, chosen] = typed;
    let is_too_long = move || pasted.with(|text| text.len() > MAX_BYTES);
    // The readers of this memo use all of its value, so that comparing old and new would save nothing.
    let imported: Memo<Option<Import>> = Memo::new_with_compare(
        move |_| if is_too_long() { None } else { pasted.with(|text| azure::read(text)) },
        |_, _| true,
    );
    let reading: Pasted = Memo::new_with_compare(
        move |_| {
            let is_other = is_too_long() || imported.with(Option::is_some);
            let text = if is_other { String::new() } else { pasted.get() };
            let reading = read(&text, Shell::from_id(&chosen.get()));
            (text, reading)
        },
        |_, _| true,
    );
    let area = control::area("read-pasted", i18n::text(PanelText::ReadPaste), pasted);
    let shells = control::select(
        "read-shell",
        i18n::text(PanelText::ReadShell),
        chosen,
        || (),
        || {
            let detect = control::option("", i18n::text(PanelText::ReadDetect));
            let shells = Shell::ALL.iter().map(|(shell, id)| control::option(id, text::shell_name(*shell)));
            std::iter::once(detect).chain(shells).collect()
        },
    );
    let input = control::held(&area);
    element_of("div", "part")
        .child(element_of("p", "help").message(PanelText::ReadHelp))
        .child(area)
        .child(shells)
        .child(element_of("p", "message").attribute("role", "status").live_text(move || {
            if is_too_long() {
                return i18n::text(PanelText::ReadTooLong).to_owned();
            }
            if let Some(summary) =
                imported.with(|known| known.as_ref().map(|known| import::summary(wizard, known)))
            {
                return summary;
            }
            reading.with(|(text, reading)| summary(text, reading))
        }))
        .child(element_of("div", "part").live_children(move || {
            imported.with(|known| known.as_ref().map_or_else(Vec::new, |known| import::result(wizard, known)))
        }))
        .child(element_of("div", "part").live_children(move || {
            let is_empty = reading.with(|(text, _)| text.trim().is_empty());
            let given = Given { wizard, other, pasted, chosen };
            if is_empty { Vec::new() } else { result(given, reading, input.as_ref()) }
        }))
}

/// Whether at least one command was understood.
fn is_understood(reading: &Reading) -> bool {
    reading.commands.iter().any(|command| command.understood)
}

/// The maximum number of findings that are shown, and the maximum length in bytes of the text that they are marked in. A
/// page with thousands of findings would be of no use.
const MOST: usize = 100;
const LONGEST: usize = 50_000;

/// A summary of what was read, for screen readers.
fn summary(text: &str, reading: &Reading) -> String {
    if text.trim().is_empty() {
        return i18n::text(PanelText::ReadNothing).to_owned();
    }
    if !is_understood(reading) {
        return i18n::text(PanelText::CompareNothing).to_owned();
    }
    let count = |severity| reading.findings.iter().filter(|finding| finding.severity == severity).count();
    let edition = text::choice_label(Field::Edition, reading.edition.id());
    text::read_summary(
        edition,
        text::shell_name(reading.shell),
        count(Severity::Error),
        count(Severity::Warning),
    )
}

/// The state that the buttons use.
#[derive(Clone, Copy)]
struct Given {
    wizard: Wizard,
    other: Other,
    pasted: RwSignal<String>,
    /// The shell that was chosen.
    chosen: RwSignal<String>,
}

fn result(given: Given, reading: Pasted, input: Option<&HtmlTextAreaElement>) -> Vec<ElementView> {
    reading.with(|(text, reading)| {
        let repaired_text = is_repairable(reading).then(|| repaired(text, reading));
        let mut views = Vec::new();
        if is_understood(reading) {
            views.push(actions(given, text, reading, repaired_text.as_deref(), input));
            views.extend(
                text::edition_reason(reading, text).map(|reason| element_of("p", "help").text(&reason)),
            );
        }
        if !reading.findings.is_empty() {
            let places = Places::new(text);
            let rows = reading
                .findings
                .iter()
                .take(MOST)
                .map(|finding| row(given, finding, text, reading, &places, input));
            views.push(element("h2").message(PanelText::ReadFindings));
            views.push(element_of("div", "findings").child(element("ul").children(rows)));
            if reading.findings.len() > MOST {
                views.push(element("p").text(&text::more(reading.findings.len() - MOST)));
            }
            if text.len() <= LONGEST {
                views.push(annotated(text, reading));
            }
        }
        if let Some(repaired_text) = repaired_text {
            let tokens = move || vec![Token::new(TokenKind::Fixed, shown(&repaired_text))];
            let label = i18n::text(PanelText::ReadCopy);
            views.push(element("h2").message(PanelText::ReadRepaired));
            views.push(code(given.wizard, None, element("pre"), Rc::new(tokens), label));
        }
        views.extend(understood(reading));
        views.extend(not_understood(text, reading));
        views
    })
}

fn actions(
    given: Given,
    text: &str,
    reading: &Reading,
    repaired_text: Option<&str>,
    input: Option<&HtmlTextAreaElement>,
) -> ElementView {
    let Given { wizard, other, pasted, chosen } = given;
    let mut buttons = element_of("div", "line");
    if let Some(repaired_text) = repaired_text {
        let (repaired_text, input) = (repaired_text.to_owned(), input.cloned());
        buttons = buttons.child(control::button(PanelText::ReadRepair, move || {
            pasted.set(repaired_text.clone());
            // The button may have been removed by then.
            if let Some(input) = &input {
                let _ = input.focus();
            }
        }));
    }
    let answers = reading.answers.clone();
    buttons = buttons.child(control::button(PanelText::ReadUse, move || wizard.take_over(answers.clone())));
    if reading.edition != Edition::Current
        && let Some(migration) = migrated(reading)
    {
        buttons = buttons.child(control::button(PanelText::ReadMigrate, move || {
            wizard.take_over(migration.answers.clone());
        }));
    }
    let text = text.to_owned();
    buttons.child(control::button(PanelText::ReadCompare, move || {
        other.paste(text.clone(), chosen.get_untracked());
        wizard.go_to_panel(PanelId::Compare);
    }))
}

/// Converts a byte range into UTF-16 code units, which browsers count in.
fn units(text: &str, span: &Range<usize>) -> (u32, u32) {
    let count = |end: usize| text.get(..end).map_or(0, |text| text.encode_utf16().count());
    (u32::try_from(count(span.start)).unwrap_or(0), u32::try_from(count(span.end)).unwrap_or(0))
}

/// A finding. The button with its position selects the text that the finding is about.
fn row(
    given: Given,
    finding: &Finding,
    text: &str,
    reading: &Reading,
    places: &Places<'_>,
    input: Option<&HtmlTextAreaElement>,
) -> ElementView {
    let place = places.of(finding.span.start);
    let label = text::place(place.line, place.column);
    let (span, select) = (finding.span.clone(), input.cloned());
    let show = element_of("button", "jump").attribute("type", "button").text(&label).on("click", move |_| {
        if let Some(input) = &select {
            // Counted only on a click: in a long text, counting takes a while for each finding.
            let (start, end) = given.pasted.with_untracked(|text| units(text, &span));
            let _ = input.focus();
            let _ = input.set_selection_range(start, end);
        }
    });
    let message = text::read_finding(finding, text, &reading.answers);
    let mut row = control::finding_view(finding.severity, &message, finding.source.as_ref());
    if let Some(right) = repair(finding, text) {
        let wrong = text.get(finding.span.clone()).unwrap_or_default();
        row = row.child(
            element("p")
                .child(element("del").child(element("code").text(&visible(wrong))))
                .text(" → ")
                .child(element("ins").child(element("code").text(&visible(&right)))),
        );
    }
    let also = text::read_places(finding, places).map(|also| element_of("p", "help").text(&also));
    row.children(also).child(element_of("p", "jumps").child(show))
}

/// The text with the findings marked. Of two findings that overlap, the first is marked.
fn annotated(text: &str, reading: &Reading) -> ElementView {
    let mut code = element("code");
    let mut at = 0;
    let mut marks: Vec<(Severity, Range<usize>)> = Vec::new();
    for finding in &reading.findings {
        marks.extend(finding.spans().map(|span| (finding.severity, span.clone())));
    }
    marks.sort_by_key(|(_, span)| span.start);
    for (severity, span) in marks {
        if span.start < at || span.is_empty() {
            continue;
        }
        let (Some(before), Some(found)) = (text.get(at..span.start), text.get(span.clone())) else {
            continue;
        };
        let mark = element("mark").attribute("class", severity.id()).text(&shown(found));
        code = code.text(&shown(before)).child(mark);
        at = span.end;
    }
    code = code.text(&shown(text.get(at..).unwrap_or_default()));
    element("details")
        .attribute("open", "")
        .child(element("summary").message(PanelText::ReadText))
        .child(element("pre").child(code))
}

/// A text with its lines and tabs. Invisible characters are shown by their number.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for piece in text.split_inclusive(['\n', '\t']) {
        let body = piece.trim_end_matches(['\n', '\t']);
        shown.push_str(&visible(body.trim_end_matches('\r')));
        shown.push_str(piece.get(body.len()..).unwrap_or_default());
    }
    shown
}

fn understood(reading: &Reading) -> Vec<ElementView> {
    let rows: Vec<ElementView> = reading
        .answers
        .differing()
        .map(|(field, text)| {
            element("li")
                .text(text::field_label(field))
                .text(" ")
                .child(element("code").text(&text::answer(field, text)))
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![element("h2").message(PanelText::ReadUnderstood), element_of("ul", "understood").children(rows)]
}

fn not_understood(text: &str, reading: &Reading) -> Vec<ElementView> {
    const MOST: usize = 20;
    let rows: Vec<ElementView> = reading
        .not_understood
        .iter()
        .take(MOST)
        .map(|span| {
            let line = text.get(span.clone()).unwrap_or_default();
            element("li").child(element("code").text(&text::shown(line)))
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![element("h2").message(PanelText::ReadNotUnderstood), element("ul").children(rows)]
}

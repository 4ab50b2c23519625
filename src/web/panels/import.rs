//! The content of Azure's own output, before it fills in the page's scenario.

use super::{compare, control};
use crate::i18n;
use crate::parse::import::Import;
use crate::text::{self, PanelText};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::findings::jump;
use crate::web::state::Wizard;

/// A summary of the import, for screen readers.
pub(super) fn summary(wizard: Wizard, import: &Import) -> String {
    let filled = wizard.peek_answers(|answers| import.onto(answers));
    text::import_summary(import, filled.fields.len(), filled.findings.len())
}

/// The imported answers beside those of the page, the parts that could not be used, and the button that applies them.
pub(super) fn result(wizard: Wizard, import: &Import) -> Vec<ElementView> {
    let answers = wizard.answers(Clone::clone);
    let filled = import.onto(&answers);
    let mut views = Vec::new();
    if !filled.fields.is_empty() {
        let shown = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
        let rows = filled.fields.iter().map(|(field, text)| {
            let now = shown(answers.text(*field));
            element("tr")
                .child(element("td").child(jump(wizard, *field)))
                .child(compare::answer(*field, shown(text).as_deref()))
                .child(compare::answer(*field, now.as_deref()))
        });
        let label = i18n::text(PanelText::ReadUnderstood);
        let head = [PanelText::CompareField, PanelText::ImportFound, PanelText::ImportNow].map(i18n::text);
        views.push(element("h2").text(label));
        views.push(control::table(label, &head, rows.collect()));
        let all = filled.answers.clone();
        let fill = control::button(PanelText::ImportFill, move || wizard.take_over(all.clone()));
        views.push(element_of("div", "line").child(fill.attribute("class", "primary")));
    }
    if !filled.findings.is_empty() {
        let rows = filled.findings.iter().map(|finding| {
            let message = text::import_finding(finding, &filled.answers);
            control::finding_view(finding.severity(), &message, finding.source().as_ref())
        });
        views.push(element("h2").message(PanelText::ImportLeft));
        views.push(element_of("div", "findings").child(element("ul").children(rows)));
    }
    views
}

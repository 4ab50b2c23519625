//! The explanation of a field.

use crate::i18n;
use crate::model::choice::{Choice as _, Edition};
use crate::model::field::Field;
use crate::text::{AboutText, about, choice_label, text_form};
use crate::web::commands::source_link;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

/// The values that a field accepts, its default, the settings that it writes, and the documentation.
pub(super) fn about(wizard: Wizard, field: Field) -> ElementView {
    element_of("dl", "about").live_children(move || rows(field, wizard.edition()))
}

fn rows(field: Field, edition: Edition) -> Vec<ElementView> {
    let about = about::about(field, edition);
    let term = |term: AboutText| element("div").child(element("dt").message(term));
    let row = |name: AboutText, view: ElementView| term(name).child(view);
    let words = |name: AboutText, text: &str| row(name, element("dd").text(text));
    let codes = |name: AboutText, codes: &[&str]| {
        let separated = codes.iter().enumerate().flat_map(|(place, code)| {
            let comma = (place > 0).then(|| element("span").text(", "));
            comma.into_iter().chain([element("code").text(code)])
        });
        row(name, element("dd").children(separated))
    };
    let mut rows = Vec::new();
    if let Some(kind) = about.kind {
        rows.push(words(AboutText::Form, text_form(kind)));
    }
    if !about.values.is_empty() {
        rows.push(codes(AboutText::Values, &about.values));
    }
    rows.push(match about.default {
        "" => words(AboutText::Default, i18n::text(AboutText::DefaultNone)),
        default => codes(AboutText::Default, &[default]),
    });
    if let Some(example) = about.example {
        rows.push(codes(AboutText::Example, &[example]));
    }
    let editions: Vec<&str> =
        about.editions.iter().map(|edition| choice_label(Field::Edition, edition.id())).collect();
    rows.push(words(AboutText::Editions, &i18n::listed(&editions)));
    if !about.settings.is_empty() {
        rows.push(codes(AboutText::Settings, &about.settings));
    }
    rows.push(codes(AboutText::Id, &[field.id()]));
    let sources = element_of("dd", "sources").children(about.sources.iter().map(source_link));
    rows.push(row(AboutText::Sources, sources));
    rows
}

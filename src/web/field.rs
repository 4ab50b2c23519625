//! One question: a group of radio buttons or an input, made from the field table.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Event;

use super::dom::{ElementView, element, element_of};
use super::findings::repair_part;
use super::state::Wizard;
use super::tools::fetched;
use crate::i18n::text;
use crate::model::field::{Field, Kind};
use crate::text::{Text, choice_help, choice_label, field_help, field_label};
use crate::web::browser;

/// The control of a field.
pub(super) fn field_control(wizard: Wizard, field: Field) -> ElementView {
    match field.row().kind {
        Kind::Choice(ids) => choices(wizard, field, ids),
        Kind::Text(_) => input(wizard, field),
    }
}

fn choices(wizard: Wizard, field: Field, ids: &'static [&'static str]) -> ElementView {
    // A value that the edition does not have is offered only while it is chosen, so that the user can see it and choose
    // another.
    let offered = move || {
        wizard.structure(|evaluation| {
            let (chosen, edition) = (evaluation.answers.text(field), evaluation.answers.edition());
            let is_offered = |id: &str| field.offers(id, edition) || id == chosen;
            ids.iter().enumerate().filter(|(_, id)| is_offered(id)).map(|(place, _)| place).collect()
        })
    };
    let class = if ids == ["yes", "no"] { "choices pair" } else { "choices" };
    let list = element_of("div", class).list(offered, move |place| match ids.get(place) {
        Some(id) => choice(wizard, field, id),
        None => element("label"),
    });
    element_of("fieldset", "field")
        .attribute("aria-describedby", &describedby(field))
        .child(element("legend").text(field_label(field)))
        .children(more(wizard, field))
        .children(help(field))
        .child(list)
        .child(explained(wizard, field))
}

fn choice(wizard: Wizard, field: Field, id: &'static str) -> ElementView {
    let is_chosen = move || wizard.structure(|evaluation| evaluation.answers.text(field) == id);
    let input = element("input")
        .attribute("type", "radio")
        .attribute("name", field.id())
        .attribute("value", id)
        .live_property("checked", move || JsValue::from_bool(is_chosen()))
        .on("change", move |_| wizard.answer(field, id));
    let mut words = element_of("span", "choice-text")
        .child(element_of("span", "choice-label").text(choice_label(field, id)));
    let help = choice_help(field, id);
    if !help.is_empty() {
        words = words.child(element_of("span", "help").text(help));
    }
    element_of("label", "choice").child(input).child(words)
}

fn input(wizard: Wizard, field: Field) -> ElementView {
    let id = format!("field-{}", field.id());
    let default = move || Some(field.default(wizard.edition())).filter(|default| !default.is_empty());
    // The default, or else an example of a valid text.
    let hint = move || match (default(), field.example(wizard.edition())) {
        (Some(default), _) => format!("{} {default}", text(Text::DefaultIs)),
        (None, Some(example)) => format!("{} {example}", text(Text::ForExample)),
        (None, None) => String::new(),
    };
    let optional = move || {
        let is_optional = wizard.structure(|evaluation| field.is_optional(&evaluation.answers));
        if is_optional { format!("({})", text(Text::Optional)) } else { String::new() }
    };
    let typed = move |event: Event| wizard.type_text(field, &browser::value(&event));
    let is_invalid = move || wizard.is_refused(field).then_some("true");
    let control = element("input")
        .attribute("id", &id)
        .attribute("type", "text")
        .attribute("name", field.id())
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .attribute("aria-describedby", &describedby(field))
        .live_attribute("placeholder", default)
        .live_attribute("aria-invalid", is_invalid)
        .live_property("value", move || wizard.answers(|answers| JsValue::from_str(answers.typed(field))))
        .on("input", typed)
        // Some programs that fill in forms fire only this event.
        .on("change", typed)
        .on("blur", move |_| wizard.leave(field));
    element_of("div", "field")
        .child(
            element("label")
                .attribute("for", &id)
                .text(field_label(field))
                .text(" ")
                .child(element_of("span", "optional").live_text(optional)),
        )
        .children(more(wizard, field))
        .children(help(field))
        .child(element_of("p", "help hint").attribute("id", &hint_id(field)).live_text(hint))
        .child(control)
        .child(explained(wizard, field))
}

/// The ids of the help, the hint and the problems. Browsers ignore ids without an element, so that the list is constant.
fn describedby(field: Field) -> String {
    format!("{} {} {}", help_id(field), hint_id(field), problem_id(field))
}

fn help_id(field: Field) -> String {
    format!("help-{}", field.id())
}

fn hint_id(field: Field) -> String {
    format!("hint-{}", field.id())
}

fn problem_id(field: Field) -> String {
    format!("problem-{}", field.id())
}

fn help(field: Field) -> Option<ElementView> {
    let help = field_help(field);
    (!help.is_empty()).then(|| element_of("p", "help").attribute("id", &help_id(field)).text(help))
}

/// The button that opens the explanation of a field, and the place of the explanation, which is in the panels.
fn more(wizard: Wizard, field: Field) -> [ElementView; 2] {
    let id = format!("more-{}", field.id());
    let is_explained = move || wizard.is_explained(field);
    let control = element_of("button", "more")
        .attribute("type", "button")
        .attribute("aria-label", &format!("{} {}", text(Text::HelpOn), field_label(field)))
        .attribute("aria-controls", &id)
        .live_attribute("aria-expanded", move || Some(if is_explained() { "true" } else { "false" }))
        .text("?")
        .on("click", move |_| wizard.toggle_explanation(field));
    let place = element_of("div", "explanation")
        .attribute("id", &id)
        .live_attribute("hidden", move || (!is_explained()).then_some(""))
        .list(
            move || if is_explained() { vec![0] } else { Vec::new() },
            move |_| fetched(wizard, help_id(field), || true),
        );
    [control, place]
}

/// The problems of a field, and how to fix them.
fn explained(wizard: Wizard, field: Field) -> ElementView {
    element_of("div", "problem").attribute("id", &problem_id(field)).list(
        move || wizard.problems(field),
        move |key| {
            let prefix = element_of("span", "visually-hidden").message(Text::ErrorPrefix);
            let message = element("p").child(prefix);
            let message = message.child(element("span").live_text(move || wizard.message(key)));
            element("div").child(message).child(repair_part(wizard, key, "field"))
        },
    )
}

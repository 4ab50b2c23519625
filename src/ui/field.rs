//! One question: a group of radio buttons or an input, made from the field table.

use leptos::prelude::*;

use super::erased::{attribute, dynamic, list, on_when, text_of};
use super::state::Wizard;
use crate::check::{Finding, Severity};
use crate::field::{Field, Kind};
use crate::locale::{Text, choice_help, choice_label, field_help, field_label, text};

/// The control of a field.
pub(super) fn field_control(wizard: Wizard, field: Field) -> AnyView {
    match field.row().kind {
        Kind::Choice(ids) => choices(wizard, field, ids),
        Kind::Text(_) => input(wizard, field),
    }
}

fn choices(wizard: Wizard, field: Field, ids: &'static [&'static str]) -> AnyView {
    let class = if ids == ["yes", "no"] { "choices pair" } else { "choices" };
    // One that the edition does not have is offered only where it stands already, so that it can be seen and left.
    let offered = move || {
        wizard.answers.with(|answers| {
            let (chosen, edition) = (answers.text(field), answers.edition());
            let is_offered = |id: &str| field.offers(id, edition) || id == chosen;
            ids.iter().enumerate().filter(|(_, id)| is_offered(id)).map(|(place, _)| place).collect()
        })
    };
    view! {
        <fieldset class="field" aria-describedby=describedby(field)>
            <legend>{field_label(field)}</legend>
            {help(field)}
            <div class=class>
                {list(offered, move |place| match ids.get(place) {
                    Some(id) => choice(wizard, field, id),
                    None => ().into_any(),
                })}
            </div>
            {explained(field, Memo::new(move |_| wizard.problems(field)))}
        </fieldset>
    }
    .into_any()
}

fn choice(wizard: Wizard, field: Field, id: &'static str) -> AnyView {
    let help = match choice_help(field, id) {
        "" => ().into_any(),
        help => view! { <span class="help">{help}</span> }.into_any(),
    };
    view! {
        <label class="choice">
            <input
                type="radio"
                name=field.id()
                value=id
                prop:checked=on_when(move || wizard.answers.with(|answers| answers.text(field) == id))
                on:change=move |_| wizard.answer(field, id)
            />
            <span class="choice-text">
                <span class="choice-label">{choice_label(field, id)}</span>
                {help}
            </span>
        </label>
    }
    .into_any()
}

fn input(wizard: Wizard, field: Field) -> AnyView {
    let id = ["field-", field.id()].concat();
    // What stands when nothing is typed, or else what a good text looks like.
    let hint = move || {
        let edition = wizard.answers.with(|answers| answers.edition());
        match field.default(edition) {
            "" => field.text_kind(edition).map(|kind| kind.example()),
            default => Some(default),
        }
    };
    let problems = Memo::new(move |_| wizard.problems(field));
    let is_invalid = move || {
        let is_error = |(finding, _): &(Finding, String)| finding.severity == Severity::Error;
        problems.with(|problems| problems.iter().any(is_error)).then_some("true")
    };
    view! {
        <div class="field">
            <label for=id.clone()>{field_label(field)}</label>
            {help(field)}
            <input
                id=id
                type="text"
                name=field.id()
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=attribute(hint)
                aria-describedby=describedby(field)
                aria-invalid=attribute(is_invalid)
                prop:value=text_of(move || wizard.answers.with(|answers| answers.typed(field).to_owned()))
                on:input:target=move |event| wizard.answer(field, &event.target().value())
            />
            {explained(field, problems)}
        </div>
    }
    .into_any()
}

/// The ids of the help and of what is wrong. An id without an element is passed over, so that both can always stand.
fn describedby(field: Field) -> String {
    [help_id(field), problem_id(field)].join(" ")
}

fn help_id(field: Field) -> String {
    ["help-", field.id()].concat()
}

fn problem_id(field: Field) -> String {
    ["problem-", field.id()].concat()
}

fn help(field: Field) -> AnyView {
    match field_help(field) {
        "" => ().into_any(),
        help => view! { <p class="help" id=help_id(field)>{help}</p> }.into_any(),
    }
}

/// What is wrong with the field, in words to act on.
fn explained(field: Field, problems: Memo<Vec<(Finding, String)>>) -> AnyView {
    dynamic(move || {
        let problems = problems.get();
        if problems.is_empty() {
            return ().into_any();
        }
        let messages: Vec<AnyView> = problems
            .into_iter()
            .map(|(_, message)| {
                view! { <p><span class="visually-hidden">{text(Text::ErrorPrefix)}</span>{message}</p> }
                    .into_any()
            })
            .collect();
        view! { <div class="problem" id=problem_id(field)>{messages}</div> }.into_any()
    })
}

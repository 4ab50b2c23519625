//! The plan: what to run, step by step, following every key.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::erased::{dynamic, fixed_text, list, on_when};
use super::findings::findings;
use super::state::Wizard;
use crate::browser::clipboard;
use crate::choice::{Choice, Layout, Shell};
use crate::locale::{Text, note, step_title, text};
use crate::plan::{Command, Output, Step, StepId};
use crate::source::Source;
use crate::write::{self, Token, TokenKind};

/// The findings and the steps.
#[component]
pub(super) fn Commands(wizard: Wizard) -> impl IntoView {
    view! {
        <div class="plan-head">
            <h2 id="plan-heading" tabindex="-1" data-focus="plan">{text(Text::PlanHeading)}</h2>
            <fieldset class="layout">
                <legend class="visually-hidden">{text(Text::LayoutLabel)}</legend>
                {Layout::ALL.iter().map(|(layout, id)| layout_choice(wizard, *layout, id)).collect::<Vec<_>>()}
            </fieldset>
        </div>
        {findings(wizard)}
        <h3>{text(Text::PlanSetUp)}</h3>
        {run_book(wizard, false)}
        <h3>{text(Text::PlanCleanUp)}</h3>
        {run_book(wizard, true)}
    }
}

fn layout_choice(wizard: Wizard, layout: Layout, id: &'static str) -> AnyView {
    let label = match layout {
        Layout::Lines => Text::LayoutLines,
        Layout::OneLine => Text::LayoutOneLine,
    };
    view! {
        <label>
            <input
                type="radio"
                name="layout"
                value=id
                prop:checked=on_when(move || wizard.layout.get() == layout)
                on:change=move |_| wizard.layout.set(layout)
            />
            <span>{text(label)}</span>
        </label>
    }
    .into_any()
}

/// The steps that set up, or those that clean up.
fn run_book(wizard: Wizard, cleans_up: bool) -> AnyView {
    let steps = move || {
        wizard.outcome.with(|outcome| {
            let steps = outcome.plan.steps.iter().map(|step| step.id);
            steps.filter(|id| id.cleans_up() == cleans_up).map(|id| id as usize).collect()
        })
    };
    let step = move |place: usize| match StepId::ALL.get(place) {
        Some(id) => plan_step(wizard, *id),
        None => ().into_any(),
    };
    view! { <ol class="run-book">{list(steps, step)}</ol> }.into_any()
}

/// The commands of a step; none when the plan no longer has it.
fn commands(step: Option<&Step>) -> &[Command] {
    match step.and_then(|step| step.outputs.first()) {
        Some(Output::Cli(commands)) => commands,
        None => &[],
    }
}

fn plan_step(wizard: Wizard, id: StepId) -> AnyView {
    let step = Memo::new(move |_| {
        wizard.outcome.with(|outcome| outcome.plan.steps.iter().find(|step| step.id == id).cloned())
    });
    let sources = step.with_untracked(|step| step.as_ref().map_or(&[][..], |step| step.sources));
    let notes = move || {
        let edition = wizard.outcome.with_untracked(|outcome| outcome.plan.edition);
        step.with(|step| {
            let notes = step.iter().flat_map(|step| &step.notes);
            notes
                .map(|id| view! { <p class="note">{note(*id, edition)}</p> }.into_any())
                .collect::<Vec<_>>()
                .into_any()
        })
    };
    view! {
        <li>
            <h4>{step_title(id)}</h4>
            {dynamic(notes)}
            {list(
                move || step.with(|step| (0..commands(step.as_ref()).len()).collect()),
                move |place| command_view(wizard, step, place),
            )}
            <p class="sources">
                <span>{text(Text::Sources)}</span>
                {sources.iter().map(|source| source_link(*source)).collect::<Vec<_>>()}
            </p>
        </li>
    }
    .into_any()
}

/// A link to a documentation page, called by the last part of its address.
fn source_link(source: Source) -> AnyView {
    let name = source.url.rsplit('/').next().unwrap_or(source.url);
    view! { <a href=source.url target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
}

fn command_view(wizard: Wizard, step: Memo<Option<Step>>, place: usize) -> AnyView {
    let tokens = Memo::new(move |_| {
        let layout = wizard.layout.get();
        step.with(|step| match commands(step.as_ref()).get(place) {
            Some(command) => write::command(command, Shell::Bash, layout),
            None => Vec::new(),
        })
    });
    let code = NodeRef::<html::Code>::new();
    let copied = RwSignal::new(Vec::<Token>::new());
    // What was copied says so for as long as it is what stands here.
    let is_copied =
        move || tokens.with(|tokens| copied.with(|copied| !tokens.is_empty() && tokens == copied));
    let copy = move |_| {
        if let Some(code) = code.get_untracked() {
            copy_command(wizard, tokens.get_untracked(), copied, code.into());
        }
    };
    view! {
        <div class="command">
            <pre><code node_ref=code>
                {dynamic(move || tokens.get().into_iter().map(|token| piece(wizard, token)).collect::<Vec<_>>().into_any())}
            </code></pre>
            <button
                type="button"
                class="copy"
                on:click=copy
                aria-label=fixed_text(move || text(if is_copied() { Text::Copied } else { Text::CopyCommand }))
            >
                {fixed_text(move || text(if is_copied() { Text::Copied } else { Text::Copy }))}
            </button>
        </div>
    }
    .into_any()
}

/// Copies a command and says how that went.
fn copy_command(wizard: Wizard, tokens: Vec<Token>, copied: RwSignal<Vec<Token>>, shown_in: Element) {
    leptos::task::spawn_local(async move {
        let command: String = tokens.iter().map(|token| token.text.as_ref()).collect();
        let done = clipboard::copy(&command, &shown_in).await;
        let has_gaps = tokens.iter().any(|token| matches!(token.kind, TokenKind::Placeholder(_)));
        wizard.announcement.set(text(match (done, has_gaps) {
            (true, false) => Text::Copied,
            (true, true) => Text::CopiedWithPlaceholders,
            (false, _) => Text::CopyFailed,
        }));
        if done {
            copied.set(tokens);
        }
    });
}

/// A piece of a command. A click on a placeholder goes to the field that fills it; the way there by keyboard is the
/// list of findings, so that a command is one piece of text to select and not a row of buttons.
fn piece(wizard: Wizard, token: Token) -> AnyView {
    let class = match token.kind {
        TokenKind::Layout => return token.text.into_any(),
        TokenKind::Program => "program",
        TokenKind::Option => "option",
        TokenKind::Fixed => "fixed",
        TokenKind::Value(_) => "value",
        TokenKind::Placeholder(field) => {
            return view! { <mark on:click=move |_| wizard.go_to_field(field)>{token.text}</mark> }
                .into_any();
        }
    };
    view! { <span class=class>{token.text}</span> }.into_any()
}

//! The page: title, wizard, plan.

use leptos::prelude::*;

use super::commands::Commands;
use super::erased::{dynamic, when};
use super::guide::Guide;
use super::state::Wizard;
use crate::browser::fragment;
use crate::locale::{Text, ignored, text};

/// The whole page, with its scenario in the address.
#[component]
pub fn Page() -> impl IntoView {
    let wizard = Wizard::new(&fragment::read());
    fragment::keep(Signal::derive(move || wizard.link()));
    fragment::on_change(move |link| wizard.open(&link));
    view! {
        <div class="page" node_ref=wizard.root>
            <button type="button" class="skip" on:click=move |_| wizard.focus("[data-focus=plan]".to_owned())>
                {text(Text::SkipToPlan)}
            </button>
            <header class="masthead">
                <h1>{text(Text::PageTitle)}</h1>
                <p>{text(Text::PageLead)}</p>
            </header>
            <main class="columns">
                <section class="guide" aria-labelledby="guide-heading">
                    {notice(wizard)}
                    <Guide wizard/>
                </section>
                <section class="plan" aria-labelledby="plan-heading">
                    <Commands wizard/>
                </section>
            </main>
            <footer class="footer">
                <p>{text(Text::Privacy)}</p>
            </footer>
            <p class="visually-hidden" role="status">{wizard.announcement}</p>
        </div>
    }
}

/// What of a link could not be used. Its texts are a stranger's: shown shortened, and as text alone.
fn notice(wizard: Wizard) -> AnyView {
    const MOST: usize = 8;
    let rows = move || {
        wizard.ignored.with(|pairs| {
            let mut rows: Vec<AnyView> =
                pairs.iter().take(MOST).map(|pair| view! { <li>{ignored(pair)}</li> }.into_any()).collect();
            if pairs.len() > MOST {
                rows.push(view! { <li>{"…".to_owned()}</li> }.into_any());
            }
            rows.into_any()
        })
    };
    when(
        move || wizard.ignored.with(|ignored| !ignored.is_empty()),
        move || {
            view! {
                <div class="notice" role="status">
                    <p>{text(Text::FromLink)}</p>
                    <ul>{dynamic(rows)}</ul>
                    <button type="button" on:click=move |_| wizard.ignored.set(Vec::new())>
                        {text(Text::Dismiss)}
                    </button>
                </div>
            }
            .into_any()
        },
    )
}

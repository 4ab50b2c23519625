//! The plan as files to download.

use leptos::prelude::*;

use super::control;
use crate::analysis::check::{Finding, Severity};
use crate::analysis::outcome::{Outcome, shows_errata};
use crate::i18n;
use crate::model::choice::Shell;
use crate::model::field::Field;
use crate::output::Style;
use crate::output::files::{self, ARCHIVE, ARCHIVE_TYPE, FileId};
use crate::text::{self, PanelText};
use crate::web::browser::file;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::findings::jump;
use crate::web::state::Wizard;

/// The list of files. While the scenario has errors, no file is offered and nothing can be copied. Missing values do not
/// prevent a download: the files themselves check for them.
pub(super) fn part(wizard: Wizard) -> ElementView {
    let shown = move || {
        let (shell, _) = wizard.shell_and_layout();
        let is_error = |finding: &&Finding| finding.severity == Severity::Error;
        if wizard
            .structure(|evaluation| evaluation.outcome().findings.iter().any(|finding| is_error(&finding)))
        {
            // The reasons may contain texts that were typed.
            return wizard.outcome(|outcome| {
                let errors: Vec<&Finding> = outcome.findings.iter().filter(is_error).collect();
                refused(wizard, &errors)
            });
        }
        // The list of files does not, so that a button is not replaced while it is pressed during typing.
        let missing = wizard.missing();
        wizard.structure(|evaluation| offered(wizard, evaluation.outcome(), shell, &missing))
    };
    element_of("div", "part")
        .child(element_of("p", "help").message(PanelText::DownloadHelp))
        .child(element_of("div", "part").live_children(shown))
}

/// Why there is nothing to download, with a button for each field.
fn refused(wizard: Wizard, errors: &[&Finding]) -> Vec<ElementView> {
    let answers = wizard.answers(Clone::clone);
    let rows = errors.iter().map(|finding| {
        let fields: Vec<Field> =
            finding.fields.iter().copied().filter(|field| field.applies(&answers)).collect();
        control::finding_view(finding.severity, &text::finding(finding, &answers), finding.source().as_ref())
            .child(jumps(wizard, &fields))
    });
    vec![
        element("p").message(PanelText::DownloadRefused),
        element_of("div", "findings").child(element("ul").children(rows)),
    ]
}

fn jumps(wizard: Wizard, fields: &[Field]) -> ElementView {
    element_of("p", "jumps").children(fields.iter().map(|field| jump(wizard, *field)))
}

fn offered(wizard: Wizard, outcome: &Outcome, shell: Shell, missing: &[Field]) -> Vec<ElementView> {
    let mut views = Vec::new();
    if !missing.is_empty() {
        views.push(element("p").message(PanelText::DownloadGaps));
        views.push(jumps(wizard, missing));
    }
    if shell == Shell::Cmd {
        views.push(element("p").message(PanelText::DownloadNoScript));
    }
    let rows = files::ids(outcome, shell).into_iter().filter_map(|id| {
        let name = files::name(id, outcome, shell)?;
        let label = text::download(&name);
        let save = element("button").attribute("type", "button").text(&label).on("click", move |_| {
            let saved =
                with_style(wizard, |answers, outcome, style| files::file(id, answers, outcome, style));
            if let Some(saved) = saved {
                file::save(&saved.name, saved.text.as_bytes(), saved.media_type);
                wizard.announce(i18n::text(PanelText::DownloadSaved));
            }
        });
        Some(element("li").child(save).text(" ").child(element("span").text(&holds(id))))
    });
    views.push(element_of("ul", "saved").children(rows));
    let all = control::button(PanelText::DownloadAll, move || {
        let files = with_style(wizard, files::files);
        if let Ok(archive) = files::archive(&files) {
            file::save(ARCHIVE, &archive, ARCHIVE_TYPE);
            wizard.announce(i18n::text(PanelText::DownloadSaved));
        }
    });
    views.push(element_of("div", "line").child(all.attribute("class", "primary")));
    views
}

/// Writes a file from the current scenario, with the default style of the terminal.
fn with_style<T>(
    wizard: Wizard,
    write: impl FnOnce(&crate::model::answers::Answers, &Outcome, Style) -> T,
) -> T {
    untrack(|| {
        let (shell, layout) = wizard.shell_and_layout();
        wizard.answers(|answers| {
            let errata = shows_errata(answers.edition());
            wizard.outcome(|outcome| write(answers, outcome, Style { shell, layout, errata }))
        })
    })
}

/// A description of the content of a file.
fn holds(id: FileId) -> String {
    match id {
        FileId::RunBook => i18n::text(PanelText::FileRunBook).to_owned(),
        FileId::Script => i18n::text(PanelText::FileScript).to_owned(),
        FileId::Scenario => i18n::text(PanelText::FileScenario).to_owned(),
        FileId::Output(step, output) => [text::output(output), " – ", text::step_title(step)].concat(),
    }
}

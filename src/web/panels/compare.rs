//! Two scenarios side by side.

use std::rc::Rc;

use leptos::prelude::*;

use super::control;
use super::kept::Kept;
use crate::analysis::check::Finding;
use crate::analysis::compare::{Change, CommandDifference, Comparison, FieldDifference, compare};
use crate::analysis::update::{Reattach, Recreate, Update};
use crate::base::invisible::visible;
use crate::base::source::Source;
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Shell};
use crate::model::field::Field;
use crate::model::link::{self, Reading};
use crate::model::preset::{PRESETS, Preset};
use crate::parse::any::{Unreadable, read_any};
use crate::plan::StepId;
use crate::text::{self, CompareText, PanelText, field_label, step_title};
use crate::web::commands::source_link;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::findings::jump;
use crate::web::output::code;
use crate::web::state::Wizard;
use crate::{i18n, shell};

/// The prefixes of the options in the list of scenarios to compare with, by kind.
const PRESET: &str = "preset:";
const SAVED: &str = "saved:";
const PASTED: &str = "pasted";

/// The scenario that the page's scenario is compared with.
#[derive(Clone, Copy)]
pub(super) struct Other {
    /// The kind and the id of the chosen option.
    pub(super) chosen: RwSignal<String>,
    /// The pasted text.
    pub(super) pasted: RwSignal<String>,
    /// The shell of the pasted text; empty if it is to be detected.
    shell: RwSignal<String>,
    /// Whether the comparison goes from the page's scenario to the other one.
    reversed: RwSignal<String>,
}

impl Other {
    /// Creates an empty choice.
    pub(super) fn new() -> Self {
        Self {
            chosen: RwSignal::new(String::new()),
            pasted: RwSignal::new(String::new()),
            shell: RwSignal::new(String::new()),
            reversed: RwSignal::new(String::new()),
        }
    }

    /// Sets the pasted commands or link.
    pub(super) fn paste(self, text: String, shell: String) {
        self.pasted.set(text);
        self.shell.set(shell);
        self.chosen.set(PASTED.to_owned());
    }

    /// The other scenario, or why the pasted text is none; `None` if nothing is chosen.
    fn reading(self, kept: Kept, own: &Answers) -> Option<Result<Reading, Unreadable>> {
        let complete = |answers| Ok(Reading { answers, ignored: Vec::new() });
        let chosen = self.chosen.get();
        if let Some(id) = chosen.strip_prefix(PRESET) {
            // A preset has no names, so that it takes those of the page.
            return Preset::from_id(id).map(|preset| complete(preset.apply(own)));
        }
        if let Some(name) = chosen.strip_prefix(SAVED) {
            let link = kept.list.with(|list| {
                list.all().iter().find(|saved| saved.name == name).map(|saved| saved.link.clone())
            });
            return link.map(|link| Ok(link::read(&link)));
        }
        let text = self.pasted.get();
        (chosen == PASTED && !text.trim().is_empty())
            .then(|| read_any(&text, Shell::from_id(&self.shell.get())))
    }
}

/// The panel.
pub(super) fn panel(wizard: Wizard, kept: Kept, other: Other) -> ElementView {
    let with = control::select(
        "compare-with",
        i18n::text(PanelText::CompareWith),
        other.chosen,
        move || kept.list.track(),
        move || {
            let presets = PRESETS
                .iter()
                .map(|preset| control::option(&[PRESET, preset.id.id()].concat(), text::preset(preset.id).0));
            let saved: Vec<ElementView> = kept.list.with(|list| {
                let all = list.all().iter();
                all.map(|saved| control::option(&format!("{SAVED}{}", saved.name), &saved.name)).collect()
            });
            let mut options = vec![control::option("", "–")];
            options.push(control::group(PanelText::ComparePresets, presets.collect()));
            if !saved.is_empty() {
                options.push(control::group(PanelText::CompareSaved, saved));
            }
            let pasted = vec![control::option(PASTED, i18n::text(PanelText::ComparePasted))];
            options.push(control::group(PanelText::CompareElse, pasted));
            options
        },
    );
    let direction = control::select(
        "compare-direction",
        i18n::text(PanelText::CompareDirection),
        other.reversed,
        || (),
        || {
            vec![
                control::option("", i18n::text(PanelText::CompareTo)),
                control::option("reversed", i18n::text(PanelText::CompareFrom)),
            ]
        },
    );
    let pasted = control::area("compare-pasted", i18n::text(PanelText::ComparePaste), other.pasted)
        .live_attribute("hidden", move || (other.chosen.get() != PASTED).then_some(""));
    let result = element_of("div", "comparison").live_children(move || {
        let own = wizard.answers(Clone::clone);
        let Reading { answers: theirs, ignored } = match other.reading(kept, &own) {
            None => return vec![element_of("p", "help").message(PanelText::ComparePick)],
            Some(Err(why)) => return vec![element("p").text(&text::unreadable(&why))],
            Some(Ok(reading)) => reading,
        };
        let mut views = Vec::new();
        if !ignored.is_empty() {
            let rows = ignored.iter().map(|pair| element("li").text(&text::ignored(pair)));
            views.push(element("p").message(PanelText::CompareIgnored));
            views.push(element("ul").children(rows));
        }
        let (was, is) = if other.reversed.get().is_empty() { (theirs, own) } else { (own, theirs) };
        let comparison = compare(&was, &is).written_for(wizard.shell_and_layout().0);
        if !comparison.findings.is_empty() {
            // Above the command that leads to this scenario.
            views.push(errors(&is, &comparison.findings));
        }
        views.extend(differences(wizard, &comparison));
        views
    });
    element_of("div", "part")
        .child(element_of("div", "line").child(with).child(direction))
        .child(pasted)
        .child(result)
}

fn differences(wizard: Wizard, comparison: &Comparison) -> Vec<ElementView> {
    if comparison.fields.is_empty() && comparison.commands.is_empty() {
        return vec![element("p").message(CompareText::Alike)];
    }
    let mut views = Vec::new();
    if !comparison.fields.is_empty() {
        views.push(element("h2").message(CompareText::Answers));
        views.push(answers_table(wizard, &comparison.fields));
    }
    if let Some(update) = &comparison.update {
        views.extend(update_views(wizard, update));
    }
    if !comparison.commands.is_empty() {
        views.push(element("h2").message(CompareText::Commands));
        views.push(commands_table(&comparison.commands));
    }
    views
}

/// The errors of the target scenario.
fn errors(is: &Answers, findings: &[Finding]) -> ElementView {
    let row = |finding: &Finding| {
        element_of("li", "error").child(
            element("p")
                .child(element_of("strong", "severity").message(text::Text::SeverityError))
                .text(" ")
                .text(&text::finding(finding, is))
                .text(" ")
                .children(finding.source().as_ref().map(source_link)),
        )
    };
    element_of("div", "findings")
        .child(element("h2").message(CompareText::Errors))
        .child(element("ul").children(findings.iter().map(row)))
}

/// A cell with a value; empty if there is none.
fn value(text: Option<&str>) -> ElementView {
    let cell = element("td");
    match text {
        Some(text) => cell.child(code_text(text)),
        None => cell.text("–"),
    }
}

/// A cell with an answer; empty if there is none.
pub(super) fn answer(field: Field, text: Option<&str>) -> ElementView {
    let cell = element("td");
    match text {
        Some(text) => cell.child(element("code").text(&text::answer(field, text))),
        None => cell.text("–"),
    }
}

fn answers_table(wizard: Wizard, fields: &[FieldDifference]) -> ElementView {
    let row = |difference: &FieldDifference| {
        element("tr")
            .child(element("td").child(jump(wizard, difference.field)))
            .child(answer(difference.field, difference.was.as_deref()))
            .child(answer(difference.field, difference.is.as_deref()))
            .child(element("td").text(text::difference(difference)))
    };
    let head = [
        i18n::text(PanelText::CompareField),
        i18n::text(text::ReferenceText::HeadWas),
        i18n::text(text::ReferenceText::HeadIs),
        i18n::text(PanelText::CompareMeans),
    ];
    control::table(i18n::text(CompareText::Answers), &head, fields.iter().map(row).collect())
}

fn commands_table(commands: &[CommandDifference]) -> ElementView {
    let mut rows = Vec::new();
    for difference in commands {
        // The step and the command are in the first row, beside all options that differ.
        let span = difference.options.len().max(1).to_string();
        let mut first = element("tr")
            .child(element("td").attribute("rowspan", &span).text(step_title(difference.step)))
            .child(element("td").attribute("rowspan", &span).child(code_text(&difference.command)));
        if difference.change != Change::Changed {
            first = element("tr")
                .child(element("td").text(step_title(difference.step)))
                .child(element("td").child(code_text(&difference.command)))
                .child(element("td").text(text::change_name(difference.change)));
            rows.push(first.child(value(None)).child(value(None)));
            continue;
        }
        for option in &difference.options {
            let name = match &option.key {
                Some(key) => format!("{} {key}", option.option),
                None => option.option.to_owned(),
            };
            let row = std::mem::replace(&mut first, element("tr"));
            rows.push(
                row.child(element("td").child(code_text(&name)))
                    .child(value(option.was.as_deref()))
                    .child(value(option.is.as_deref())),
            );
        }
    }
    let head = [
        i18n::text(PanelText::CompareStep),
        i18n::text(PanelText::CompareCommand),
        i18n::text(PanelText::CompareChange),
        i18n::text(text::ReferenceText::HeadWas),
        i18n::text(text::ReferenceText::HeadIs),
    ];
    control::table(i18n::text(CompareText::Commands), &head, rows)
}

/// A text as code. Invisible characters are shown by their number.
fn code_text(text: &str) -> ElementView {
    element("code").text(&visible(text))
}

/// A text with a link to its source.
fn sourced(text: &str, source: &Source) -> ElementView {
    element("li").text(text).text(" ").child(source_link(source))
}

fn steps(text: CompareText, steps: &[StepId]) -> Option<ElementView> {
    let titles: Vec<&str> = steps.iter().map(|step| step_title(*step)).collect();
    (!titles.is_empty()).then(|| element("p").message(text).text(" ").text(&titles.join(" · ")))
}

fn update_views(wizard: Wizard, update: &Update) -> Vec<ElementView> {
    let mut views = vec![element("h2").message(CompareText::Update)];
    if let Some(Recreate { reasons, delete, create }) = &update.recreate {
        views.push(element("h3").message(CompareText::Recreate));
        let rows = reasons.iter().map(|id| sourced(text::recreate_reason(*id), &id.source()));
        views.push(element("ul").children(rows));
        views.extend(steps(CompareText::RecreateDelete, delete));
        views.extend(steps(CompareText::RecreateCreate, create));
    }
    match &update.command {
        Some(command) => {
            views.extend(steps(CompareText::UpdateFirst, &update.before));
            let command = command.clone();
            let tokens = move || {
                let (shell, layout) = wizard.shell_and_layout();
                shell::command_tokens(&command, shell, layout)
            };
            let label = i18n::text(PanelText::CopyUpdate);
            views.push(code(wizard, None, element("pre"), Rc::new(tokens), label));
        }
        None if update.recreate.is_none() => {
            views.push(element("p").message(CompareText::UpdateNothing));
        }
        None => {}
    }
    if !update.warnings.is_empty() {
        views.push(element("h3").message(PanelText::CompareWarnings));
        let rows = update.warnings.iter().map(|id| sourced(text::update_warning(*id), &id.source()));
        views.push(element("ul").children(rows));
    }
    if let Some(Reattach { fields, detach, attach }) = &update.reattach {
        let names: Vec<&str> = fields.iter().map(|field| field_label(*field)).collect();
        views.push(element("p").message(CompareText::Reattach).text(" ").text(&i18n::listed(&names)));
        views.extend(steps(CompareText::ReattachDetach, detach));
        views.extend(steps(CompareText::ReattachAttach, attach));
    }
    views
}

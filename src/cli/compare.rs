//! `azureml-k8s compare` compares two scenarios; `azureml-k8s presets` lists scenarios to start from.

use azureml_k8s_wizard::analysis::check::Finding;
use azureml_k8s_wizard::analysis::compare::{CommandDifference, Comparison, compare};
use azureml_k8s_wizard::analysis::update::Update;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Layout, ReportFormat, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link::{self, Reading};
use azureml_k8s_wizard::model::preset::{PRESETS, Preset};
use azureml_k8s_wizard::output::Style;
use azureml_k8s_wizard::output::compare_report::CompareReport;
use azureml_k8s_wizard::output::usage::help;
use azureml_k8s_wizard::parse::any::read_any;
use azureml_k8s_wizard::plan::StepId;
use azureml_k8s_wizard::text::{self, CompareText, FileText};
use azureml_k8s_wizard::{i18n, shell};
use serde::Serialize;

use super::read::standard_input;
use super::{UsageError, choice, json, list_format, speak};

/// One side of a comparison.
enum Side {
    /// A link, a scenario file, commands, or Azure's own output.
    Link(Reading),
    /// Choices without names.
    Preset(&'static Preset),
}

/// The output and the exit status.
pub(super) fn run(mut parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let (mut format, mut shell, mut layout) = (ReportFormat::Text, Shell::Bash, Layout::Lines);
    let mut given: Vec<String> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => format = choice("--format", &parser.value()?)?,
            Long("shell") => shell = choice("--shell", &parser.value()?)?,
            Long("layout") => layout = choice("--layout", &parser.value()?)?,
            Long("lang") => speak(&parser.value()?)?,
            Short('h') | Long("help") => return Ok((help(), 0)),
            Value(text) => given.push(text.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let [from, to] = given.as_slice() else {
        return Err(UsageError(format!(
            "compare takes FROM and TO, each a link, a preset, commands or JSON, not {} texts",
            given.len()
        )));
    };
    let (was, is) = sides(side(from)?, side(to)?);
    let comparison = compare(&was.answers, &is.answers).written_for(shell);
    // Misprints belong to a plan, and a comparison has none.
    let style = Style { shell, layout, errata: false };
    let text = match format {
        ReportFormat::Json => json(&CompareReport::new(&was, &is, &comparison, style))?,
        ReportFormat::Text => {
            let lines = compare_lines(&was, &is, &comparison, style);
            let line = |line: String| match line.strip_prefix("# ") {
                Some(remark) => shell::comment(shell, &[remark]),
                None => line,
            };
            lines.into_iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
        }
    };
    Ok((text, u8::from(!comparison.findings.is_empty())))
}

/// Reads a side: a preset's id with or without `preset:`, or a text of any other form. `-` is standard input.
fn side(text: &str) -> Result<Side, UsageError> {
    if text == "-" {
        return link_side(&standard_input()?);
    }
    match text.strip_prefix("preset:") {
        Some(id) => preset(id).map(Side::Preset),
        None => match Preset::from_id(text) {
            Some(preset) => Ok(Side::Preset(preset)),
            // A link has pairs, commands have spaces, JSON has brackets. A text with none of them is a misspelt preset.
            None if !text.is_empty() && !text.contains(['=', '#', '&', '/', ' ', '{', '[', '\n']) => {
                preset(text).map(Side::Preset)
            }
            // An empty link is the scenario of the defaults.
            None if text.is_empty() => Ok(Side::Link(Reading::default())),
            None => link_side(text),
        },
    }
}

/// A side that is no preset.
fn link_side(text: &str) -> Result<Side, UsageError> {
    read_any(text, None).map(Side::Link).map_err(|why| UsageError(text::unreadable(&why)))
}

/// The preset with an id.
pub(super) fn preset(id: &str) -> Result<&'static Preset, UsageError> {
    Preset::from_id(id)
        .ok_or_else(|| UsageError(format!("there is no preset {id}; azureml-k8s presets lists them")))
}

/// The answers of both sides. A preset has no names, so that it takes those of the other side.
fn sides(from: Side, to: Side) -> (Reading, Reading) {
    let chosen = |answers| Reading { answers, ignored: Vec::new() };
    match (from, to) {
        (Side::Link(was), Side::Link(is)) => (was, is),
        (Side::Link(was), Side::Preset(to)) => {
            let is = chosen(to.apply(&was.answers));
            (was, is)
        }
        (Side::Preset(from), Side::Link(is)) => (chosen(from.apply(&is.answers)), is),
        (Side::Preset(from), Side::Preset(to)) => (chosen(from.answers()), chosen(to.answers())),
    }
}

/// The comparison as text. Like a plan, it can be run by a shell: everything except the command is a comment.
fn compare_lines(was: &Reading, is: &Reading, comparison: &Comparison, style: Style) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, side) in [(CompareText::From, was), (CompareText::To, is)] {
        lines.push(format!("# {} {}", i18n::text(name), link::write(&side.answers)));
        let ignored = i18n::text(FileText::TerminalIgnored);
        lines.extend(side.ignored.iter().map(|pair| format!("#   {ignored} {}", text::ignored(pair))));
    }
    if comparison.fields.is_empty() && comparison.commands.is_empty() {
        lines.push(format!("# {}", i18n::text(CompareText::Alike)));
        error_lines(&is.answers, &comparison.findings, &mut lines);
        return lines;
    }
    if !comparison.fields.is_empty() {
        lines.extend([String::new(), format!("# {}", i18n::text(CompareText::Answers))]);
    }
    for difference in &comparison.fields {
        let change = change(difference.was.as_deref(), difference.is.as_deref());
        lines.push(format!("#   {}: {change}  {}", difference.field.id(), text::difference(difference)));
    }
    if !comparison.commands.is_empty() {
        lines.extend([String::new(), format!("# {}", i18n::text(CompareText::Commands))]);
    }
    comparison.commands.iter().for_each(|difference| command_lines(difference, &mut lines));
    error_lines(&is.answers, &comparison.findings, &mut lines);
    if let Some(update) = &comparison.update {
        lines.push(String::new());
        update_lines(update, style, &mut lines);
    }
    lines
}

/// A change on one line, since a comment must not span several lines, whatever was typed.
fn change(was: Option<&str>, is: Option<&str>) -> String {
    let unset = i18n::text(CompareText::Unset);
    let text = format!("{} → {}", was.unwrap_or(unset), is.unwrap_or(unset));
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn command_lines(difference: &CommandDifference, lines: &mut Vec<String>) {
    let (step, what) = (difference.step.id(), difference.change.id());
    lines.push(format!("#   {step}: {} ({what})", difference.command));
    for option in &difference.options {
        let key = option.key.as_deref().map(|key| format!(" {key}")).unwrap_or_default();
        let change = match (&option.was, &option.is) {
            (None, None) => option.change.id().to_owned(),
            (was, is) => change(was.as_deref(), is.as_deref()),
        };
        lines.push(format!("#     {}{key}: {change}", option.option));
    }
}

/// The errors of the target scenario, above the command that leads to it.
fn error_lines(is: &Answers, findings: &[Finding], lines: &mut Vec<String>) {
    if !findings.is_empty() {
        lines.extend([String::new(), format!("# {}", i18n::text(CompareText::Errors))]);
    }
    lines.extend(
        findings
            .iter()
            .map(|finding| format!("#   {}: {}", finding.severity.id(), text::finding(finding, is))),
    );
}

fn update_lines(update: &Update, style: Style, lines: &mut Vec<String>) {
    let steps_line = |text: CompareText, steps: &[StepId]| {
        let ids: Vec<&str> = steps.iter().map(|step| step.id()).collect();
        format!("#   {} {}", i18n::text(text), ids.join(", "))
    };
    if let Some(recreate) = &update.recreate {
        lines.push(format!("# {}", i18n::text(CompareText::Recreate)));
        lines.extend(
            recreate.reasons.iter().map(|id| format!("#   {}: {}", id.id(), text::recreate_reason(*id))),
        );
        lines.push(steps_line(CompareText::RecreateDelete, &recreate.delete));
        lines.push(steps_line(CompareText::RecreateCreate, &recreate.create));
    } else if update.command.is_some() {
        lines.push(format!("# {}", i18n::text(CompareText::Update)));
    } else {
        lines.push(format!("# {}", i18n::text(CompareText::UpdateNothing)));
    }
    if !update.before.is_empty() {
        lines.push(steps_line(CompareText::UpdateFirst, &update.before));
    }
    lines.extend(update.warnings.iter().map(|id| format!("#   {}: {}", id.id(), text::update_warning(*id))));
    lines
        .extend(update.command.iter().map(|command| shell::command_text(command, style.shell, style.layout)));
    if let Some(reattach) = &update.reattach {
        let fields: Vec<&str> = reattach.fields.iter().map(|field| field.id()).collect();
        lines.extend([
            String::new(),
            format!("# {}: {}", fields.join(", "), i18n::text(CompareText::Reattach)),
            steps_line(CompareText::ReattachDetach, &reattach.detach),
            steps_line(CompareText::ReattachAttach, &reattach.attach),
        ]);
    }
}

/// A preset as `azureml-k8s presets` prints it.
#[derive(Serialize)]
struct PresetReport {
    id: &'static str,
    title: &'static str,
    help: &'static str,
    link: String,
    choices: Vec<PresetChoice>,
}

#[derive(Serialize)]
struct PresetChoice {
    field: &'static str,
    value: &'static str,
}

impl PresetReport {
    fn new(preset: &Preset) -> Self {
        let (title, help) = text::preset(preset.id);
        let choice = |(field, value): &(Field, &'static str)| PresetChoice { field: field.id(), value };
        Self {
            id: preset.id.id(),
            title,
            help,
            link: link::write(&preset.answers()),
            choices: preset.choices.iter().map(choice).collect(),
        }
    }
}

/// The output of `azureml-k8s presets`, and the exit status.
pub(super) fn presets(parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    let Some(format) = list_format(parser)? else { return Ok((help(), 0)) };
    let reports: Vec<PresetReport> = PRESETS.iter().map(PresetReport::new).collect();
    if format == ReportFormat::Json {
        return Ok((json(&reports)?, 0));
    }
    let width = reports.iter().map(|report| report.id.len()).max().unwrap_or(0);
    let line = |report: &PresetReport| {
        let choices: Vec<String> =
            report.choices.iter().map(|choice| format!("{}={}", choice.field, choice.value)).collect();
        format!("{:width$}  {}  ({})\n", report.id, report.help, choices.join(" "))
    };
    Ok((reports.iter().map(line).collect(), 0))
}

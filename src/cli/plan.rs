//! `azureml-k8s plan` writes the plan for answers.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};

use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome, shows_errata};
use azureml_k8s_wizard::model::answers::{Answers, NotInList};
use azureml_k8s_wizard::model::choice::{Layout, PlanFormat, Shell, YesNo};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link::{self, Ignored, Reading};
use azureml_k8s_wizard::model::preset::Preset;
use azureml_k8s_wizard::model::scenario_file::{self, MAX_BYTES};
use azureml_k8s_wizard::output::report::Report;
use azureml_k8s_wizard::output::usage::help;
use azureml_k8s_wizard::output::{self, Style, tokens};
use azureml_k8s_wizard::plan::{Body, Output};
use azureml_k8s_wizard::text::{self, FileText};
use azureml_k8s_wizard::{i18n, shell};

use super::compare::preset;
use super::{UsageError, choice, json, speak};

/// The output and the exit status.
pub(super) fn run(mut parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let (mut format, mut shell, mut layout) = (PlanFormat::Text, Shell::Bash, Layout::Lines);
    let (mut given, mut errata): (Option<Reading>, Option<bool>) = (None, None);
    let mut given_preset: Option<&Preset> = None;
    let mut pairs: Vec<String> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("link" | "scenario") if given.is_some() => {
                return Err(UsageError(
                    "one --link or one --scenario can be given; add FIELD=VALUE for what differs".into(),
                ));
            }
            Long("preset") if given_preset.is_some() => {
                return Err(UsageError(
                    "--preset can be given once; add FIELD=VALUE for what differs".into(),
                ));
            }
            Long("preset") => given_preset = Some(preset(&parser.value()?.string()?)?),
            Long("link") => given = Some(link::read(&parser.value()?.string()?)),
            Long("scenario") => given = Some(scenario(&parser.value()?)?),
            Long("format") => format = choice("--format", &parser.value()?)?,
            Long("shell") => shell = choice("--shell", &parser.value()?)?,
            Long("errata") => errata = Some(choice::<YesNo>("--errata", &parser.value()?)? == YesNo::Yes),
            Long("layout") => layout = choice("--layout", &parser.value()?)?,
            Long("lang") => speak(&parser.value()?)?,
            Short('h') | Long("help") => return Ok((help(), 0)),
            Value(pair) => pairs.push(pair.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let reading = given.unwrap_or_default();
    let mut answers = given_preset.map(Preset::answers).unwrap_or_default();
    for field in Field::ALL {
        let text = reading.answers.typed(*field);
        if !text.is_empty() {
            set(&mut answers, *field, text)?;
        }
    }
    pairs.iter().try_for_each(|pair| answer(&mut answers, pair))?;
    let errata = errata.unwrap_or_else(|| shows_errata(answers.edition()));
    let style = Style { shell, layout, errata };
    let outcome = outcome(&answers).written_for(shell);
    let is_error = outcome.findings.iter().any(|finding| finding.severity == Severity::Error);
    let text = match format {
        PlanFormat::Json => json(&Report::new(&answers, &outcome, &reading.ignored, style))?,
        PlanFormat::Markdown => output::markdown::markdown(&answers, &outcome, style),
        PlanFormat::Scenario => scenario_file::write(&answers),
        PlanFormat::Script => output::script::script(&answers, &outcome, shell, layout)
            .ok_or_else(|| UsageError("a script is written for bash or powershell, not for cmd".into()))?,
        PlanFormat::Text => plan_text(&answers, &outcome, &reading.ignored, style),
    };
    Ok((text, u8::from(is_error)))
}

/// Reads a scenario file; `-` is standard input. It reads at most one byte more than the size limit, so that a longer
/// file is detected.
fn scenario(file: &OsStr) -> Result<Reading, UsageError> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let done = if file == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    let name = if file == "-" { "standard input".into() } else { file.to_string_lossy() };
    done.map_err(|error| UsageError(format!("{name}: {error}")))?;
    scenario_file::read_bytes(&bytes)
        .map_err(|error| UsageError(format!("{name}: {}", text::scenario_file_error(&error))))
}

/// Sets one `FIELD=VALUE`. An empty value removes the answer of the link.
fn answer(answers: &mut Answers, pair: &str) -> Result<(), UsageError> {
    let (id, value) = pair.split_once('=').ok_or_else(|| {
        UsageError(format!("{pair} is not of the form FIELD=VALUE; azureml-k8s fields lists the fields"))
    })?;
    let field = Field::from_id(id)
        .ok_or_else(|| UsageError(format!("there is no field {id}; azureml-k8s fields lists them")))?;
    set(answers, field, value.trim())
}

fn set(answers: &mut Answers, field: Field, value: &str) -> Result<(), UsageError> {
    answers.set(field, value).map_err(|NotInList { field, allowed }| {
        UsageError(format!("{} takes {}, not {value}", field.id(), allowed.join(", ")))
    })
}

/// The plan as text: first the findings, then the steps, each after a comment line.
fn plan_text(answers: &Answers, outcome: &Outcome, ignored: &[Ignored], style: Style) -> String {
    let remark = |text: String| shell::comment(style.shell, &[&text]);
    let mut blocks: Vec<String> = Vec::new();
    let mut head = vec![remark(format!("{} {}", i18n::text(FileText::TerminalLink), link::write(answers)))];
    head.extend(
        ignored
            .iter()
            .map(|pair| remark(format!("{} {}", i18n::text(FileText::TerminalIgnored), text::ignored(pair)))),
    );
    head.extend(
        outcome
            .findings
            .iter()
            .map(|finding| remark(format!("{}: {}", finding.severity.id(), text::finding(finding, answers)))),
    );
    blocks.push(head.join("\n"));
    for step in &outcome.plan.steps {
        let clean_up = if step.cleans_up {
            format!(" ({})", i18n::text(FileText::TerminalCleanUp))
        } else {
            String::new()
        };
        let mut lines = vec![remark(format!("{}: {}{clean_up}", step.id.id(), text::step_title(step.id)))];
        lines.extend(
            step.notes.iter().map(|note| remark(format!("  {}", text::note(*note, outcome.plan.edition)))),
        );
        if style.errata {
            lines.extend(step.errata.iter().map(|id| {
                let (printed, right, why) = text::erratum(*id);
                let (is_printed, is_right) = (i18n::text(FileText::Printed), i18n::text(FileText::Right));
                remark(format!("  {}: {is_printed} {printed}  {is_right} {right}  {why}", id.id()))
            }));
        }
        // Only commands can be in this text, because a shell can run it.
        let (commands, others): (Vec<&Output>, Vec<&Output>) =
            step.outputs.iter().partition(|output| matches!(output.body, Body::Commands(_)));
        if !others.is_empty() {
            let ids: Vec<&str> = others.iter().map(|output| output.id.id()).collect();
            lines.push(remark(format!("  {} {}", i18n::text(FileText::TerminalAlso), ids.join(", "))));
        }
        lines.extend(commands.iter().map(|output| tokens::output_text(output, style.shell, style.layout)));
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

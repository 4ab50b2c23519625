//! `azureml-k8s read` reads existing commands into a scenario and reports their errors. It also reads Azure's own output
//! about a cluster or a workspace.

use std::io::{self, Read as _};

use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::base::invisible;
use azureml_k8s_wizard::i18n;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{ReportFormat, Shell};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::import_report;
use azureml_k8s_wizard::output::read_report::Report;
use azureml_k8s_wizard::output::usage::help;
use azureml_k8s_wizard::parse::import::{self, Import};
use azureml_k8s_wizard::parse::read::place::Places;
use azureml_k8s_wizard::parse::read::{Finding, Reading, is_repairable, read, repaired};
use azureml_k8s_wizard::text::{self, FileText};

use super::{UsageError, choice, json, speak};

/// The maximum length of the context that is shown on each side of a finding, in bytes.
const WIDTH: usize = 60;

/// The output and the exit status.
pub(super) fn run(mut parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let mut format = ReportFormat::Text;
    let mut shell: Option<Shell> = None;
    let mut texts: Vec<String> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => format = choice("--format", &parser.value()?)?,
            Long("lang") => speak(&parser.value()?)?,
            Long("shell") => shell = Some(choice("--shell", &parser.value()?)?),
            Short('h') | Long("help") => return Ok((help(), 0)),
            Value(text) if text == "-" => texts.push(standard_input()?),
            Value(text) => texts.push(text.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if texts.is_empty() {
        return Err(UsageError("the text to read is missing; - reads standard input".into()));
    }
    let text = texts.join("\n");
    if let Some(import) = import::read(&text) {
        return imported(&import, format);
    }
    let reading = read(&text, shell);
    let is_error = reading.findings.iter().any(|finding| finding.severity == Severity::Error);
    let printed = match format {
        ReportFormat::Json => json(&Report::new(&text, &reading))?,
        ReportFormat::Text => plain(&text, &reading),
    };
    Ok((printed, u8::from(is_error)))
}

/// The answers from Azure's own output, the findings, and the link.
fn imported(import: &Import, format: ReportFormat) -> Result<(String, u8), UsageError> {
    let filled = import.onto(&Answers::default());
    let is_error = filled.findings.iter().any(|finding| finding.severity() == Severity::Error);
    if format == ReportFormat::Json {
        return Ok((json(&import_report::Report::new(import))?, u8::from(is_error)));
    }
    let found = filled.findings.iter().map(|finding| {
        let message = text::import_finding(finding, &filled.answers);
        let source = finding.source().map(|source| format!("  {}\n", source.url)).unwrap_or_default();
        format!("{}: {message} [{}]\n{source}", finding.severity().id(), finding.id())
    });
    let fields = filled.fields.iter().filter(|(_, text)| !text.is_empty());
    let fields = fields.map(|(field, text)| format!("{}={}\n", field.id(), invisible::visible(text)));
    let link = format!("{} {}\n", i18n::text(FileText::TerminalLink), link::write(&filled.answers));
    let blocks = [found.collect::<String>(), fields.collect(), link];
    let blocks: Vec<String> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    Ok((blocks.join("\n"), u8::from(is_error)))
}

/// Reads standard input. Invalid UTF-8 becomes replacement characters.
pub(super) fn standard_input() -> Result<String, UsageError> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| UsageError(format!("standard input: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The largest number of findings, and of lines that were not understood, that are printed.
const MOST: usize = 1000;

/// The findings, each with its line, then the link, then the fixed text.
fn plain(text: &str, reading: &Reading) -> String {
    let places = Places::new(text);
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(text::edition_reason(reading, text).map(|reason| reason + "\n"));
    let found = reading.findings.iter().take(MOST).map(|finding| one(finding, text, reading, &places));
    let left = reading.not_understood.iter().take(MOST).map(|span| {
        let line = text::shown(text.get(span.clone()).unwrap_or_default());
        format!("{}: {} {line}\n", places.of(span.start).line, i18n::text(FileText::ReadNotUnderstood))
    });
    let mut found: String = found.chain(left).collect();
    let left_out =
        reading.findings.len().saturating_sub(MOST) + reading.not_understood.len().saturating_sub(MOST);
    if left_out > 0 {
        found += &[&text::more(left_out), "\n"].concat();
    }
    if !found.is_empty() {
        blocks.push(found);
    }
    blocks.push(format!("{} {}\n", i18n::text(FileText::TerminalLink), link::write(&reading.answers)));
    if is_repairable(reading) {
        let repaired_text: String =
            repaired(text, reading).lines().map(|line| visible_with_tabs(line) + "\n").collect();
        blocks.push(format!("{}\n{repaired_text}", i18n::text(FileText::ReadRepaired)));
    }
    blocks.join("\n")
}

/// A finding: its position, its message, and the line with a mark under the position.
fn one(finding: &Finding, text: &str, reading: &Reading, places: &Places<'_>) -> String {
    let place = places.of(finding.span.start);
    let (line, at) = places.excerpt(&finding.span, WIDTH);
    let before = visible(line.get(..at).unwrap_or_default());
    let also = text::read_places(finding, places).map(|also| format!("  {also}\n")).unwrap_or_default();
    let under = visible(line.get(at..(at + finding.span.len()).min(line.len())).unwrap_or_default());
    format!(
        "{}:{}: {}: {} [{}]\n  {}\n  {}{}\n{also}",
        place.line,
        place.column,
        finding.severity.id(),
        text::read_finding(finding, text, &reading.answers),
        finding.id(),
        visible(line),
        " ".repeat(before.chars().count()),
        "^".repeat(under.chars().count().max(1)),
    )
}

/// A line of the repaired text. It keeps its tabs, because a Makefile needs them.
fn visible_with_tabs(line: &str) -> String {
    let line = line.trim_end_matches('\r');
    line.split('\t').map(invisible::visible).collect::<Vec<_>>().join("\t")
}

/// A line in which every character is visible. A tab becomes a space.
fn visible(line: &str) -> String {
    invisible::visible(&line.trim_end_matches('\r').replace('\t', " "))
}

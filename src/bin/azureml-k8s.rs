//! The terminal: the same core without a browser. Answers come as `FIELD=VALUE` or as a link, results go to standard
//! output and nothing else does. Exit status 0; 1 when a finding is an error; 2 for wrong usage, with one line on
//! standard error.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use azureml_k8s_wizard::answers::{Answers, NotInList};
use azureml_k8s_wizard::check::Severity;
use azureml_k8s_wizard::choice::{Choice, Edition, Layout, Shell, YesNo};
use azureml_k8s_wizard::field::{Field, Kind};
use azureml_k8s_wizard::link::{self, Ignored};
use azureml_k8s_wizard::locale::{self, Text};
use azureml_k8s_wizard::plan::{Body, Output};
use azureml_k8s_wizard::result::{Outcome, Report, Style, outcome, tells_errata};
use azureml_k8s_wizard::write;
use serde::Serialize;

const USAGE: &str = "\
azureml-k8s: exact commands that connect a Kubernetes cluster to an Azure Machine Learning workspace

azureml-k8s plan [--link LINK] [FIELD=VALUE …] [--format json|text|markdown|script] [--shell bash] [--layout lines|one-line] [--lang en] [--errata yes|no]
azureml-k8s fields [--format json|text]
azureml-k8s --help | --version

A FIELD=VALUE takes precedence over the link. Exit status: 0; 1 when a finding is an error; 2 for wrong usage.
";

/// Wrong usage, in one line.
struct UsageError(String);

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        Self(error.to_string())
    }
}

fn main() -> ExitCode {
    let (text, status) = match run(std::env::args_os().skip(1)) {
        Ok(done) => done,
        Err(UsageError(message)) => {
            let line: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let _ = writeln!(io::stderr(), "azureml-k8s: {line}");
            return ExitCode::from(2);
        }
    };
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        // A reader that has seen enough (`| head`) is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "azureml-k8s: standard output: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::from(status),
    }
}

/// What to print, and the exit status.
fn run(arguments: impl Iterator<Item = OsString>) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        return Err(UsageError("say what to do: plan or fields; --help tells more".into()));
    };
    match first {
        Value(command) if command == "plan" => plan(parser),
        Value(command) if command == "fields" => fields(parser),
        Value(command) => {
            Err(UsageError(format!("there is no command {}: plan, fields", command.to_string_lossy())))
        }
        Short('h') | Long("help") => Ok((USAGE.to_owned(), 0)),
        Short('V') | Long("version") => {
            Ok((concat!("azureml-k8s ", env!("CARGO_PKG_VERSION"), "\n").to_owned(), 0))
        }
        other => Err(other.unexpected().into()),
    }
}

/// The value of an option that takes one of a list.
fn one_of<'a>(option: &str, value: &OsString, allowed: &[&'a str]) -> Result<&'a str, UsageError> {
    allowed.iter().copied().find(|known| value == known).ok_or_else(|| {
        UsageError(format!("{option} takes {}, not {}", allowed.join(", "), value.to_string_lossy()))
    })
}

fn choice<T: Choice>(option: &str, value: &OsString) -> Result<T, UsageError> {
    let id = one_of(option, value, T::IDS)?;
    T::from_id(id).ok_or_else(|| UsageError(format!("{option} does not take {id}")))
}

fn plan(mut parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let (mut format, mut shell, mut layout) = ("text", Shell::Bash, Layout::Lines);
    let (mut given_link, mut errata): (Option<String>, Option<bool>) = (None, None);
    let mut pairs: Vec<String> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("link") if given_link.is_some() => {
                return Err(UsageError("--link can be given once; add FIELD=VALUE for what differs".into()));
            }
            Long("link") => given_link = Some(parser.value()?.string()?),
            Long("format") => {
                format = one_of("--format", &parser.value()?, &["json", "text", "markdown", "script"])?;
            }
            Long("shell") => shell = choice("--shell", &parser.value()?)?,
            Long("errata") => errata = Some(choice::<YesNo>("--errata", &parser.value()?)? == YesNo::Yes),
            Long("layout") => layout = choice("--layout", &parser.value()?)?,
            Long("lang") => {
                one_of("--lang", &parser.value()?, &["en"])?;
            }
            Short('h') | Long("help") => return Ok((USAGE.to_owned(), 0)),
            Value(pair) => pairs.push(pair.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let reading = link::read(given_link.as_deref().unwrap_or_default());
    let mut answers = reading.answers;
    pairs.iter().try_for_each(|pair| answer(&mut answers, pair))?;
    let errata = errata.unwrap_or_else(|| tells_errata(answers.edition()));
    let style = Style { shell, layout, errata };
    let outcome = outcome(&answers);
    let is_error = outcome.findings.iter().any(|finding| finding.severity == Severity::Error);
    let text = match format {
        "json" => json(&Report::new(&answers, &outcome, &reading.ignored, style))?,
        "markdown" => write::markdown::markdown(&answers, &outcome, style),
        "script" => write::script::script(&answers, &outcome, layout),
        _ => plan_text(&answers, &outcome, &reading.ignored, style),
    };
    Ok((text, u8::from(is_error)))
}

/// Sets one `FIELD=VALUE`. An empty value takes the link's answer back.
fn answer(answers: &mut Answers, pair: &str) -> Result<(), UsageError> {
    let (id, value) = pair.split_once('=').ok_or_else(|| {
        UsageError(format!("{pair} is not of the form FIELD=VALUE; azureml-k8s fields lists the fields"))
    })?;
    let field = Field::from_id(id)
        .ok_or_else(|| UsageError(format!("there is no field {id}; azureml-k8s fields lists them")))?;
    answers.set(field, value.trim()).map_err(|NotInList { field, allowed }| {
        UsageError(format!("{} takes {}, not {value}", field.id(), allowed.join(", ")))
    })
}

fn json(value: &impl Serialize) -> Result<String, UsageError> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| UsageError(error.to_string()))
}

/// The plan for a reader: findings first, then the steps, a comment line before each.
fn plan_text(answers: &Answers, outcome: &Outcome, ignored: &[Ignored], style: Style) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut head = vec![format!("# {} {}", locale::text(Text::TerminalLink), link::write(answers))];
    head.extend(
        ignored
            .iter()
            .map(|pair| format!("# {} {}", locale::text(Text::TerminalIgnored), locale::ignored(pair))),
    );
    head.extend(
        outcome
            .findings
            .iter()
            .map(|finding| format!("# {}: {}", finding.severity.id(), locale::finding(finding, answers))),
    );
    blocks.push(head.join("\n"));
    for step in &outcome.plan.steps {
        let clean_up = if step.cleans_up {
            format!(" ({})", locale::text(Text::TerminalCleanUp))
        } else {
            String::new()
        };
        let mut lines = vec![format!("# {}: {}{clean_up}", step.id.id(), locale::step_title(step.id))];
        lines.extend(
            step.notes.iter().map(|note| format!("#   {}", locale::note(*note, outcome.plan.edition))),
        );
        if style.errata {
            lines.extend(step.errata.iter().map(|id| {
                let (printed, right, why) = locale::erratum(*id);
                let (is_printed, is_right) = (locale::text(Text::Printed), locale::text(Text::Right));
                format!("#   {}: {is_printed} {printed}  {is_right} {right}  {why}", id.id())
            }));
        }
        // What is no command cannot stand here: the text is one that a shell can read.
        let (commands, others): (Vec<&Output>, Vec<&Output>) =
            step.outputs.iter().partition(|output| matches!(output.body, Body::Commands(_)));
        if !others.is_empty() {
            let ids: Vec<&str> = others.iter().map(|output| output.id.id()).collect();
            lines.push(format!("#   {} {}", locale::text(Text::TerminalAlso), ids.join(", ")));
        }
        lines.extend(commands.iter().map(|output| write::output_text(output, style.shell, style.layout)));
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

/// A field as `azureml-k8s fields` prints it.
#[derive(Serialize)]
struct FieldReport {
    id: &'static str,
    kind: &'static str,
    values: &'static [&'static str],
    /// The default by edition; nothing where there is none.
    default: Option<&'static str>,
    /// Where an edition's default is another.
    defaults: Vec<EditionDefault>,
    editions: Vec<&'static str>,
    step: &'static str,
    label: &'static str,
    example: Option<&'static str>,
}

#[derive(Serialize)]
struct EditionDefault {
    edition: &'static str,
    default: &'static str,
}

impl FieldReport {
    fn new(field: Field) -> Self {
        let row = field.row();
        let (kind, values): (_, &'static [&'static str]) = match row.kind {
            Kind::Choice(ids) => ("choice", ids),
            Kind::Text(kind) => (kind.id(), &[]),
        };
        let first = row.editions.first().copied().unwrap_or(Edition::Current);
        let default = field.default(first);
        Self {
            id: row.id,
            kind,
            values,
            default: Some(default).filter(|default| !default.is_empty()),
            defaults: row
                .editions
                .iter()
                .map(|edition| EditionDefault { edition: edition.id(), default: field.default(*edition) })
                .filter(|other| other.default != default)
                .collect(),
            editions: row.editions.iter().map(|edition| edition.id()).collect(),
            step: row.step.id(),
            label: locale::field_label(field),
            example: field.example(first),
        }
    }
}

fn fields(mut parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let mut format = "text";
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => format = one_of("--format", &parser.value()?, &["json", "text"])?,
            Short('h') | Long("help") => return Ok((USAGE.to_owned(), 0)),
            other => return Err(other.unexpected().into()),
        }
    }
    let reports: Vec<FieldReport> = Field::ALL.iter().map(|field| FieldReport::new(*field)).collect();
    let text = if format == "json" { json(&reports)? } else { fields_text(&reports) };
    Ok((text, 0))
}

fn fields_text(reports: &[FieldReport]) -> String {
    let width = |column: fn(&FieldReport) -> usize| reports.iter().map(column).max().unwrap_or(0);
    let (id_width, kind_width) = (width(|report| report.id.len()), width(|report| report.kind.len()));
    reports
        .iter()
        .map(|report| {
            let values: Vec<String> =
                report
                    .values
                    .iter()
                    .map(|value| {
                        if Some(*value) == report.default { format!("{value}*") } else { (*value).to_owned() }
                    })
                    .collect();
            let takes = match (values.is_empty(), report.default) {
                (false, _) => values.join(" "),
                (true, Some(default)) => format!("{default}*"),
                (true, None) => String::new(),
            };
            let others: Vec<String> = report
                .defaults
                .iter()
                .map(|other| format!("({}: {}*)", other.edition, other.default))
                .collect();
            let others = others.join(" ");
            let line = format!(
                "{:id_width$}  {:kind_width$}  {:9}  {}  {takes} {others}",
                report.id,
                report.kind,
                report.step,
                report.editions.join(","),
            );
            line.trim_end().to_owned() + "\n"
        })
        .collect()
}

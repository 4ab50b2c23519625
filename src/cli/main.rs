//! The terminal program: the same core without a browser. Answers are arguments `FIELD=VALUE` or a link. Standard output
//! contains only results.
//!
//! The exit status is 0; 1 if a finding is an error; 2 for wrong usage, with one line on standard error.

mod compare;
mod fields;
mod plan;
mod read;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use azureml_k8s_wizard::base::invisible::visible;
use azureml_k8s_wizard::i18n::{self, Language};
use azureml_k8s_wizard::model::choice::{Choice, ReportFormat};
use azureml_k8s_wizard::output::schema::schema;
use azureml_k8s_wizard::output::usage::{command_names, help};
use serde::Serialize;

/// A usage error, in one line.
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
            let _ = writeln!(io::stderr(), "azureml-k8s: {}", visible(&message));
            return ExitCode::from(2);
        }
    };
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        // A reader that closes the pipe early (`| head`) is not an error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "azureml-k8s: standard output: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::from(status),
    }
}

/// The output and the exit status.
fn run(arguments: impl Iterator<Item = OsString>) -> Result<(String, u8), UsageError> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        return Err(UsageError(format!("a command is missing: {}; --help describes them", command_names())));
    };
    match first {
        Value(command) if command == "plan" => plan::run(parser),
        Value(command) if command == "compare" => compare::run(parser),
        Value(command) if command == "presets" => compare::presets(parser),
        Value(command) if command == "fields" => fields::run(parser),
        Value(command) if command == "read" => read::run(parser),
        Value(command) if command == "schema" => match parser.next()? {
            None => Ok((schema(), 0)),
            Some(Short('h') | Long("help")) => Ok((help(), 0)),
            Some(other) => Err(other.unexpected().into()),
        },
        Value(command) => {
            let command = command.to_string_lossy();
            Err(UsageError(format!("there is no command {command}: {}", command_names())))
        }
        Short('h') | Long("help") => Ok((help(), 0)),
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

/// The format of a list; `None` if the arguments ask for help.
fn list_format(mut parser: lexopt::Parser) -> Result<Option<ReportFormat>, UsageError> {
    use lexopt::prelude::*;
    let mut format = ReportFormat::Text;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => format = choice("--format", &parser.value()?)?,
            Long("lang") => speak(&parser.value()?)?,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(format))
}

/// Sets the language of all texts.
fn speak(tag: &OsString) -> Result<(), UsageError> {
    let tags: Vec<&str> = Language::all().map(Language::tag).collect();
    let language = Language::from_tag(one_of("--lang", tag, &tags)?);
    i18n::speak(language.and_then(i18n::catalog));
    Ok(())
}

fn choice<T: Choice>(option: &str, value: &OsString) -> Result<T, UsageError> {
    let id = one_of(option, value, T::IDS)?;
    T::from_id(id).ok_or_else(|| UsageError(format!("{option} does not take {id}")))
}

fn json(value: &impl Serialize) -> Result<String, UsageError> {
    azureml_k8s_wizard::base::json::pretty(value).map_err(|error| UsageError(error.to_string()))
}

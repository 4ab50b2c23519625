//! `azureml-k8s fields`: the field table.

use azureml_k8s_wizard::model::choice::{Choice as _, Edition, ReportFormat};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::output::usage::help;
use azureml_k8s_wizard::text;
use serde::Serialize;

use super::{UsageError, json, list_format};

/// A field as `azureml-k8s fields` prints it.
#[derive(Serialize)]
struct FieldReport {
    id: &'static str,
    kind: &'static str,
    values: &'static [&'static str],
    /// The default in the first edition that has the field; `None` if there is none.
    default: Option<&'static str>,
    /// The editions with another default.
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
            label: text::field_label(field),
            example: field.example(first),
        }
    }
}

/// The output and the exit status.
pub(super) fn run(parser: lexopt::Parser) -> Result<(String, u8), UsageError> {
    let Some(format) = list_format(parser)? else { return Ok((help(), 0)) };
    let reports: Vec<FieldReport> = Field::ALL.iter().map(|field| FieldReport::new(*field)).collect();
    let text = match format {
        ReportFormat::Json => json(&reports)?,
        ReportFormat::Text => fields_text(&reports),
    };
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

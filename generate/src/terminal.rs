//! The terminal reference in `docs/terminal.md`.

use azureml_k8s_wizard::model::choice::{Choice as _, Edition};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::output::usage::{COMMANDS, OptionRow, Takes, synopses};
use azureml_k8s_wizard::text;

/// The synopses of all commands.
pub(crate) fn usage() -> String {
    format!("\n\n```text\n{}```\n\n", synopses())
}

/// A table of the commands and their purposes.
pub(crate) fn commands() -> String {
    let rows = COMMANDS.iter().map(|command| vec![code(command.name), command.purpose.to_owned()]);
    table(&["command", "purpose"], rows)
}

/// A table of the options and the commands that take them.
pub(crate) fn options() -> String {
    let mut options: Vec<(&OptionRow, Vec<String>)> = Vec::new();
    for command in COMMANDS {
        for option in command.options() {
            match options.iter_mut().find(|(known, _)| *known == option) {
                Some((_, commands)) => commands.push(code(command.name)),
                None => options.push((option, vec![code(command.name)])),
            }
        }
    }
    let rows = options.into_iter().map(|(option, commands)| {
        let takes = match option.takes {
            Takes::OneOf(ids) => marked(ids, option.default),
            Takes::Name(name) if option.default.is_empty() => code(name),
            Takes::Name(name) => format!("{}, {}\\*", code(name), code(option.default)),
        };
        vec![code(option.name), takes, commands.join(" "), option.purpose.to_owned()]
    });
    table(&["option", "value (\\*: default)", "commands", "purpose"], rows)
}

/// A table of the fields with values and editions.
pub(crate) fn fields() -> String {
    let rows = Field::ALL.iter().map(|field| {
        let row = field.row();
        let editions: Vec<String> = row.editions.iter().map(|edition| code(edition.id())).collect();
        vec![code(row.id), text::field_label(*field).to_owned(), values(*field), editions.join(" ")]
    });
    table(&["field", "question", "value (\\*: default)", "editions"], rows)
}

/// The values of a field, or an example, with the defaults.
fn values(field: Field) -> String {
    let editions = field.row().editions;
    let first = editions.first().copied().unwrap_or(Edition::Current);
    let default = field.default(first);
    let values = match field.row().kind {
        Kind::Choice(ids) => marked(ids, default),
        Kind::Text(_) if !default.is_empty() => format!("text, {}\\*", code(default)),
        Kind::Text(_) => format!("text, such as {}", code(field.example(first).unwrap_or_default())),
    };
    let others = editions.iter().filter(|edition| field.default(**edition) != default);
    let other = |edition: &Edition| format!("in {} {}\\*", code(edition.id()), code(field.default(*edition)));
    [values].into_iter().chain(others.map(other)).collect::<Vec<_>>().join("; ")
}

/// Ids as code, the default marked with an asterisk.
fn marked(ids: &[&str], default: &str) -> String {
    let mark = |id: &&str| if *id == default { code(id) + "\\*" } else { code(id) };
    ids.iter().map(mark).collect::<Vec<_>>().join(" ")
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// A Markdown table, with empty lines around it.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    let rows: String = rows.map(|row| line(&row)).collect();
    format!("\n\n{}{rule}{rows}\n", line(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_described_by_its_values_or_an_example() {
        assert_eq!(values(Field::Cluster), "`arc`\\* `aks`");
        assert_eq!(values(Field::NvidiaPlugin), "`yes` `no`\\*; in `arc-preview` `yes`\\*");
        assert_eq!(values(Field::Namespace), "text, `default`\\*");
        assert_eq!(values(Field::ResourceGroup), "text, such as `rg-ml-prod`");
    }

    #[test]
    fn an_option_is_listed_once_with_all_its_commands() {
        let options = options();
        let layout = "| `--layout` | `lines`\\* `one-line` | `plan` `compare` |";
        assert!(options.lines().any(|line| line.starts_with(layout)), "{options}");
        assert_eq!(options.matches("| `--lang` |").count(), 1);
        // `plan` takes other formats than the other commands.
        assert_eq!(options.matches("| `--format` |").count(), 2);
    }
}

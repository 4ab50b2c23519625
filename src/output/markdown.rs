//! The complete plan as a Markdown run-book for a repository, a wiki or a ticket. The same answers always give the same
//! text, so that it can be committed.

use super::escape::escape_markdown as escape;
use crate::analysis::check::Severity;
use crate::analysis::migration;
use crate::analysis::outcome::Outcome;
use crate::base::source::Source;
use crate::i18n::{self, text};
use crate::model::answers::Answers;
use crate::model::choice::Choice as _;
use crate::model::field::Field;
use crate::model::link;
use crate::output::reference::{Cell, TableId, table};
use crate::output::tokens::{language, output_text};
use crate::output::{Style, sources};
use crate::plan::{ErratumId, Output, Step};
use crate::text::{self, FileText, ReferenceText, Text};

/// The run-book of an outcome.
pub fn markdown(answers: &Answers, outcome: &Outcome, style: Style) -> String {
    let plan = &outcome.plan;
    let edition = text::choice_label(Field::Edition, plan.edition.id());
    let mut book = Book::default();
    book.paragraph(&["# ", text(Text::PageTitle)]);
    book.paragraph(&[text(FileText::BookEdition), " ", edition, " (", &code(plan.edition.id()), ")"]);
    book.paragraph(&[text(FileText::ScriptLink), " ", &code(&["#", &link::write(answers)].concat())]);
    book.items(outcome.findings.iter().map(|finding| {
        let message = escape(&text::finding(finding, answers));
        ["**", text(severity(finding.severity)), "** ", &message].concat()
    }));
    let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
    book.steps(Text::PlanSetUp, &set_up, outcome, style);
    book.steps(Text::PlanCleanUp, &clean_up, outcome, style);
    book.reference(answers, outcome);
    book.0
}

fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => Text::SeverityError,
        Severity::Warning => Text::SeverityWarning,
        Severity::Info => Text::SeverityInfo,
    }
}

/// A code span. The text appears literally, including backticks.
fn code(text: &str) -> String {
    let fence = fence(text, 1);
    // A space separates a backtick at either end from the fence. Markdown removes that space.
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    [&fence, blank, text, blank, &fence].concat()
}

/// A fence of at least `least` backticks, longer than every run of backticks in the text.
fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(least.max(longest + 1))
}

/// A code span in a table cell, where a bar would end the cell even inside code.
fn code_cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

#[derive(Default)]
struct Book(String);

impl Book {
    fn paragraph(&mut self, texts: &[&str]) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.extend(texts.iter().copied());
        self.0.push('\n');
    }

    /// A list with one line per item; writes nothing without items.
    fn items(&mut self, items: impl Iterator<Item = String>) {
        let list: Vec<String> = items.map(|item| ["- ", &item].concat()).collect();
        if !list.is_empty() {
            self.paragraph(&[&list.join("\n")]);
        }
    }

    fn heading(&mut self, text: Text) {
        self.paragraph(&["## ", i18n::text(text)]);
    }

    fn steps(&mut self, heading: Text, steps: &[&Step], outcome: &Outcome, style: Style) {
        if steps.is_empty() {
            return;
        }
        self.heading(heading);
        for (index, step) in steps.iter().enumerate() {
            let number = (index + 1).to_string();
            self.paragraph(&["### ", &number, ". ", text::step_title(step.id)]);
            for note in &step.notes {
                self.paragraph(&["> ", &escape(text::note(*note, outcome.plan.edition))]);
            }
            if style.errata {
                self.items(step.errata.iter().map(|id| erratum(*id)));
            }
            let is_one = step.outputs.len() == 1;
            for output in &step.outputs {
                self.output(output, is_one, style);
            }
            let links: Vec<String> = step.sources.iter().map(link_to).collect();
            self.paragraph(&[&text::labelled(text(Text::Sources), &i18n::listed(&links))]);
        }
    }

    fn output(&mut self, output: &Output, is_one: bool, style: Style) {
        if !is_one {
            self.paragraph(&["**", text::output(output.id), "**"]);
        }
        let written = output_text(output, style.shell, style.layout);
        let fence = fence(&written, 3);
        self.paragraph(&[&fence, language(output, style.shell), "\n", written.trim_end(), "\n", &fence]);
    }

    /// The reference section behind the plan.
    fn reference(&mut self, answers: &Answers, outcome: &Outcome) {
        for id in TableId::ALL.iter().filter(|id| id.is_of(outcome.plan.edition)) {
            let table = table(*id, answers, outcome);
            self.paragraph(&["## ", id.heading()]);
            let head: Vec<&str> = table.head.iter().map(|cell| text(*cell)).collect();
            let rule = vec!["---"; head.len()].join(" | ");
            let mut lines = vec![line(&head.join(" | ")), line(&rule)];
            lines.extend(table.rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(cell).collect();
                line(&cells.join(" | "))
            }));
            self.paragraph(&[&lines.join("\n")]);
            let sources: Vec<String> = id.sources(outcome.plan.edition).iter().map(dated).collect();
            if !sources.is_empty() {
                self.paragraph(&[&text::labelled(text(Text::Sources), &i18n::listed(&sources))]);
            }
            if *id == TableId::Migration
                && let Some(migration) = migration::migration(answers)
            {
                let link = code(&["#", &link::write(&migration.answers)].concat());
                self.paragraph(&[text(ReferenceText::MigrationLink), " ", &link]);
            }
        }
        self.heading(Text::Sources);
        self.items(sources(outcome).iter().map(dated));
    }
}

/// A table row.
fn line(cells: &str) -> String {
    ["| ", cells, " |"].concat()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escape(text),
        Cell::Code(text) => code_cell(text),
        Cell::Fields(fields) => {
            let fields: Vec<String> = fields.iter().map(|field| code_cell(field.id())).collect();
            i18n::listed(&fields)
        }
        Cell::Source(source) => dated(source),
    }
}

/// A link to a documentation page.
fn link_to(source: &Source) -> String {
    ["[", &escape(source.name()), "](<", source.url, ">)"].concat()
}

/// The same link with the page's own date, if it has one, and the day on which it was read.
fn dated(source: &Source) -> String {
    let own = source.dated.map(|date| [text(Text::PageOf), " ", date, ", "].concat());
    [&link_to(source), " (", &own.unwrap_or_default(), text(Text::ReadOn), " ", source.read, ")"].concat()
}

fn erratum(id: ErratumId) -> String {
    let (printed, right, why) = text::erratum(id);
    text::misprint(&code(printed), &code(right), &escape(why))
}

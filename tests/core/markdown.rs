//! The run-book: it contains the complete plan, another program reads it the same way, and no value leaves its place.

use crate::support::answers;
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome};
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::Style;
use azureml_k8s_wizard::output::markdown::markdown;
use azureml_k8s_wizard::output::tokens::{language, output_text};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

const STYLE: Style = Style { shell: Shell::Bash, layout: Layout::Lines, errata: true };

fn book(link: &str) -> (String, Outcome) {
    let answers = link::read(link).answers;
    let outcome = outcome(&answers);
    (markdown(&answers, &outcome, STYLE), outcome)
}

/// The code blocks that a `CommonMark` reader finds: language and text.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                open = true;
                blocks.push((language.to_string(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => open = false,
            Event::Text(text) if open => blocks.last_mut().unwrap().1.push_str(&text),
            _ => {}
        }
    }
    blocks
}

const STRUCTURES: &[&str] = &[
    "",
    "openshift=yes&namespace=ml-team&connected=no",
    "certificate=secret&cert-file=a%60%60%60b%7Cc&key-file=%3Cb%3E&resource-group=rg_%281%29",
    "edition=arc-preview&log-analytics=yes&identity=user-assigned&exposure=node-port&transport=http",
    "edition=aks-v1&cert-file=%60%60%60%60%0A&vm-size=Standard_X",
];

#[test]
fn every_output_stands_in_a_block_of_its_own_to_the_letter() {
    for link in STRUCTURES {
        let (text, outcome) = book(link);
        let expected: Vec<(String, String)> = outcome
            .plan
            .steps
            .iter()
            .flat_map(|step| &step.outputs)
            .map(|output| {
                let text = output_text(output, Shell::Bash, Layout::Lines);
                (language(output, Shell::Bash).to_owned(), text.trim_end().to_owned() + "\n")
            })
            .collect();
        assert_eq!(blocks(&text), expected, "{link}");
    }
}

#[test]
fn it_is_made_of_headings_lists_tables_and_links_and_of_no_html() {
    for link in STRUCTURES {
        let (text, outcome) = book(link);
        let mut headings = 0;
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{link}: {html}"),
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://"), "{link}: {dest_url}");
                }
                _ => {}
            }
        }
        assert!(headings > outcome.plan.steps.len(), "{link}");
    }
}

/// The cells of the table of resources.
fn rows(text: &str, heading: &str) -> Vec<Vec<String>> {
    let (mut rows, mut here, mut in_heading, mut title) = (Vec::new(), false, false, String::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => (in_heading, title) = (true, String::new()),
            Event::End(TagEnd::Heading(_)) => (in_heading, here) = (false, title == heading),
            Event::Text(text) if in_heading => title.push_str(&text),
            Event::Start(Tag::TableRow) if here => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) if here && !rows.is_empty() => {
                rows.last_mut().unwrap().push(String::new());
            }
            Event::Text(text) | Event::Code(text) if here && !rows.is_empty() => {
                if let Some(cell) = rows.last_mut().unwrap().last_mut() {
                    cell.push_str(&text);
                }
            }
            _ => {}
        }
    }
    rows
}

#[test]
fn a_table_has_a_line_for_each_row_and_a_cell_for_each_column() {
    let (text, outcome) = book("openshift=yes");
    let resources = azureml_k8s_wizard::edition::resources(&outcome.plan, &outcome.resolved.scenario);
    let names: Vec<String> = resources.into_iter().map(|resource| resource.name).collect();
    let rows = rows(&text, "What will exist");
    assert_eq!(rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>(), names);
    assert!(rows.iter().all(|row| row.len() == 4 && !row[3].is_empty()), "{rows:?}");
}

#[test]
fn a_bar_or_a_backtick_in_a_value_stays_in_its_cell() {
    let (text, _) = book("edition=aks-v1&cname=a.b&cert-file=x%7Cy%60z&key-file=k");
    let lost =
        rows(&book("edition=aks-v1&vm-size=Standard_A%7CB%60C").0, "What changes in the current edition");
    // An unusable text is shown anyway, because it is the given answer.
    assert!(lost.iter().any(|row| row[0] == "vm-size=Standard_A|B`C" && row.len() == 3), "{lost:?}");
    assert!(text.contains("x|y`z"), "{text}");
}

#[test]
fn misprints_are_listed_on_request() {
    let answers = answers(&[("edition", "arc-preview"), ("exposure", "node-port"), ("transport", "http")]);
    let outcome = outcome(&answers);
    let run_book = |errata| markdown(&answers, &outcome, Style { errata, ..STYLE });
    assert!(
        run_book(true)
            .contains("Printed: `allowInsecureConnections=Ture`. Correct: `allowInsecureConnections=True`.")
    );
    assert!(!run_book(false).contains("Ture"));
}

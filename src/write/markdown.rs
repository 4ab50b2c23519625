//! The whole plan as a run-book in Markdown, which reads well on its own: in a repository, a wiki, a ticket. The same
//! answers give the same text, so that it can be committed.

use super::{escape_markdown as escape, language, output_text};
use crate::answers::Answers;
use crate::choice::Choice as _;
use crate::erratum::ErratumId;
use crate::health;
use crate::link;
use crate::locale::{self, Text, text};
use crate::migration;
use crate::plan::{Output, Step};
use crate::resource;
use crate::result::{Outcome, Style, sources};
use crate::role;
use crate::size::{self, Amount};

/// The run-book of an outcome.
pub fn markdown(answers: &Answers, outcome: &Outcome, style: Style) -> String {
    let plan = &outcome.plan;
    let edition = locale::choice_label(crate::field::Field::Edition, plan.edition.id());
    let mut book = Book::default();
    book.paragraph(&["# ", text(Text::PageTitle)]);
    book.paragraph(&[text(Text::BookEdition), " ", edition, " (", &code(plan.edition.id()), ")"]);
    book.paragraph(&[text(Text::ScriptLink), " ", &code(&["#", &link::write(answers)].concat())]);
    book.items(outcome.findings.iter().map(|finding| {
        let message = escape(&locale::finding(finding, answers));
        ["**", text(severity(finding.severity)), "** ", &message].concat()
    }));
    let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
    book.steps(Text::PlanSetUp, &set_up, outcome, style);
    book.steps(Text::PlanCleanUp, &clean_up, outcome, style);
    book.reference(answers, outcome);
    book.0
}

fn severity(severity: crate::check::Severity) -> Text {
    use crate::check::Severity;
    match severity {
        Severity::Error => Text::SeverityError,
        Severity::Warning => Text::SeverityWarning,
        Severity::Info => Text::SeverityInfo,
    }
}

/// A text in code. What it holds is shown to the letter, backticks too.
fn code(text: &str) -> String {
    let fence = fence(text, 1);
    // A blank keeps a backtick at an end apart from the fence, and is not shown.
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    [&fence, blank, text, blank, &fence].concat()
}

/// Backticks that are more in a row than any in a text.
fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(least.max(longest + 1))
}

/// A text in code within a cell of a table, where a bar ends the cell in any case.
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
        texts.iter().for_each(|text| self.0.push_str(text));
        self.0.push('\n');
    }

    /// A list of items, one line each; nothing for none.
    fn items(&mut self, items: impl Iterator<Item = String>) {
        let list: Vec<String> = items.map(|item| ["- ", &item].concat()).collect();
        if !list.is_empty() {
            self.paragraph(&[&list.join("\n")]);
        }
    }

    fn heading(&mut self, text: Text) {
        self.paragraph(&["## ", locale::text(text)]);
    }

    /// A table; nothing without rows.
    fn table(&mut self, heading: Text, head: &[Text], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.heading(heading);
        let head: Vec<&str> = head.iter().map(|cell| text(*cell)).collect();
        let rule = vec!["---"; head.len()].join(" | ");
        let mut lines = vec![["| ", &head.join(" | "), " |"].concat(), ["| ", &rule, " |"].concat()];
        lines.extend(rows.iter().map(|row| ["| ", &row.join(" | "), " |"].concat()));
        self.paragraph(&[&lines.join("\n")]);
    }

    fn steps(&mut self, heading: Text, steps: &[&Step], outcome: &Outcome, style: Style) {
        if steps.is_empty() {
            return;
        }
        self.heading(heading);
        for (index, step) in steps.iter().enumerate() {
            let number = (index + 1).to_string();
            self.paragraph(&["### ", &number, ". ", locale::step_title(step.id)]);
            for note in &step.notes {
                self.paragraph(&["> ", &escape(locale::note(*note, outcome.plan.edition))]);
            }
            if style.errata {
                self.items(step.errata.iter().map(|id| erratum(*id)));
            }
            let is_one = step.outputs.len() == 1;
            for output in &step.outputs {
                self.output(output, is_one, style);
            }
            let links: Vec<String> = step.sources.iter().map(|source| link_to(source.url)).collect();
            self.paragraph(&[text(Text::Sources), ": ", &links.join(", ")]);
        }
    }

    fn output(&mut self, output: &Output, is_one: bool, style: Style) {
        if !is_one {
            self.paragraph(&["**", locale::output(output.id), "**"]);
        }
        let written = output_text(output, style.shell, style.layout);
        let fence = fence(&written, 3);
        self.paragraph(&[&fence, language(output, style.shell), "\n", written.trim_end(), "\n", &fence]);
    }

    /// What exists, what it needs, what may go wrong, what has changed, where it is documented.
    fn reference(&mut self, answers: &Answers, outcome: &Outcome) {
        let (plan, scenario) = (&outcome.plan, &outcome.resolved.scenario);
        let resources = resource::resources(plan, scenario).into_iter().map(|resource| {
            vec![
                code_cell(&resource.name),
                resource.kind.id().to_owned(),
                resource.setting.map_or_else(String::new, code_cell),
                escape(locale::resource_does(resource.does)),
            ]
        });
        let head = [Text::HeadName, Text::HeadKind, Text::HeadSetting, Text::HeadDoes];
        self.table(Text::ResourcesHeading, &head, &resources.collect::<Vec<_>>());
        self.sizes(outcome);
        let roles = role::roles(plan.edition, scenario).into_iter().map(|role| {
            let (on, lack) = locale::role(role.id);
            vec![role.id.id().to_owned(), text(holder(role.holder)).to_owned(), escape(on), escape(lack)]
        });
        let head = [Text::HeadRole, Text::HeadHolder, Text::HeadOn, Text::HeadLack];
        self.table(Text::RolesHeading, &head, &roles.collect::<Vec<_>>());
        let checks = health::checks(plan.edition, scenario).into_iter().map(|check| {
            let fields: Vec<String> = check.fields(answers).map(|field| code_cell(field.id())).collect();
            vec![check.code.id().to_owned(), escape(locale::health(check.code)), fields.join(", ")]
        });
        let head = [Text::HeadCode, Text::HeadMeaning, Text::HeadFields];
        self.table(Text::TroubleshootHeading, &head, &checks.collect::<Vec<_>>());
        self.migration(answers);
        self.heading(Text::Sources);
        self.items(
            sources(outcome).into_iter().map(|source| {
                [&link_to(source.url), " (", text(Text::ReadOn), " ", source.read, ")"].concat()
            }),
        );
    }

    fn sizes(&mut self, outcome: &Outcome) {
        let Some(sizes) = size::sizes(outcome.plan.edition, &outcome.resolved.scenario) else { return };
        let row = |name: &str, amount: Amount, nodes: u32, vm: String| {
            vec![
                name.to_owned(),
                range(amount.cpu_request, amount.cpu_limit, "m"),
                range(amount.memory_request, amount.memory_limit, "Mi"),
                nodes.to_string(),
                vm,
            ]
        };
        let mut rows: Vec<Vec<String>> = sizes
            .tiers
            .iter()
            .map(|size| {
                let vm = [
                    &size.vm_cores.to_string(),
                    " vCPU, ",
                    &size.vm_memory.to_string(),
                    " GiB (",
                    size.vm_size,
                    ")",
                ];
                row(text(tier(size.tier)), size.amount, size.nodes, escape(&vm.concat()))
            })
            .collect();
        rows.push(row(text(Text::ThisScenario), sizes.chosen, sizes.nodes, String::new()));
        let head = [Text::HeadFor, Text::HeadCpu, Text::HeadMemory, Text::HeadNodes, Text::HeadVm];
        self.table(Text::SizesHeading, &head, &rows);
    }

    fn migration(&mut self, answers: &Answers) {
        let Some(migration) = migration::migration(answers) else { return };
        let cell = |text: &Option<String>| text.as_deref().map_or_else(|| "–".to_owned(), code_cell);
        let rows: Vec<Vec<String>> = migration
            .changes
            .iter()
            .map(|change| vec![cell(&change.was), cell(&change.is), escape(locale::change(change.id))])
            .collect();
        self.table(Text::MigrationHeading, &[Text::HeadWas, Text::HeadIs, Text::HeadWhy], &rows);
        if !migration.lost.is_empty() {
            let lost: Vec<String> = migration
                .lost
                .iter()
                .map(|field| code(&[field.id(), "=", answers.text(*field)].concat()))
                .collect();
            self.paragraph(&[text(Text::MigrationLost), " ", &lost.join(", ")]);
        }
        let link = code(&["#", &link::write(&migration.answers)].concat());
        self.paragraph(&[text(Text::MigrationLink), " ", &link]);
    }
}

fn holder(holder: role::Holder) -> Text {
    match holder {
        role::Holder::Workspace => Text::HolderWorkspace,
        role::Holder::Compute => Text::HolderCompute,
    }
}

fn tier(tier: size::Tier) -> Text {
    match tier {
        size::Tier::Test => Text::TierTest,
        size::Tier::Production => Text::TierProduction,
    }
}

fn range(request: u32, limit: u32, unit: &str) -> String {
    [&request.to_string(), " – ", &limit.to_string(), " ", unit].concat()
}

fn link_to(url: &str) -> String {
    ["[", &escape(url.trim_end_matches('/').rsplit('/').next().unwrap_or(url)), "](<", url, ">)"].concat()
}

fn erratum(id: ErratumId) -> String {
    let (printed, right, why) = locale::erratum(id);
    [text(Text::Printed), " ", &code(printed), ". ", text(Text::Right), " ", &code(right), ". ", &escape(why)]
        .concat()
}

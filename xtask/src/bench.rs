//! `cargo xtask bench`: measures the size and speed of the wizard against budgets. `docs/performance.md` describes the
//! figures, `bench/budgets.json` limits them, and `bench/history.jsonl` keeps older ones.

pub(crate) mod budgets;
mod figure;
mod history;
mod native;
mod site;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

pub(crate) use figure::Figure;

use crate::bench::budgets::Budgets;
use crate::dist::Wanted;
use crate::{dist, sizes, system, test, twice};

/// The folder of the programs that measure the page, and of the files that they share with this command.
const FOLDER: &str = "bench";
/// The file with the figures, for other programs.
const RESULTS: &str = "target/bench/figures.json";

/// A part of the measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The size of each file in bytes.
    Payload,
    /// The time and the instructions of the core.
    Native,
    /// The start of a first visit.
    Start,
    /// The time from a key to the updated plan.
    Keys,
    /// The Lighthouse scores.
    Lighthouse,
    /// Whether memory stays constant.
    Memory,
}

impl Part {
    /// All parts, with the prefixes of their figures.
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::Payload, "payload"),
        (Self::Native, "native"),
        (Self::Start, "start"),
        (Self::Keys, "keys"),
        (Self::Lighthouse, "lighthouse"),
        (Self::Memory, "memory"),
    ];

    /// The part with a name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(part, _)| *part)
    }

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, name)| *name)
    }

    /// Whether it measures the published page.
    fn needs_page(self) -> bool {
        self != Self::Native
    }
}

/// Measures, prints a table and reports the figures that are over budget.
///
/// # Errors
/// If a measurement fails, or a figure is over budget.
pub(crate) fn run(sh: &Shell, parts: &[Part], keep: Option<&str>) -> Result<()> {
    if keep.is_some() {
        twice::insist_on_commit(sh, "figures that are kept belong to a commit, which this is not")?;
    }
    let site = site::folder(sh);
    let mut files = Vec::new();
    if parts.iter().any(|part| part.needs_page()) {
        dist::run(sh, Wanted::default())?;
        files = sizes::measure(&sh.current_dir().join(dist::FOLDER))?;
        site::write(sh, &files)?;
    }
    let budgets = Budgets::read(sh)?;
    let mut figures = Vec::new();
    for part in parts {
        println!("\n=== {}", part.name());
        let measured = match part {
            Part::Payload => sizes::figures(&files),
            Part::Native => native::run(sh)?,
            Part::Start | Part::Keys | Part::Lighthouse | Part::Memory => look(sh, part.name(), &site)?,
        };
        // Write after each part, so that no figures are lost if a later part fails.
        println!("{}", budgets.table(&measured));
        figures.extend(measured);
    }
    let names: Vec<_> = parts.iter().map(|part| part.name()).collect();
    let known: BTreeMap<_, _> = figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    sh.write_file(RESULTS, serde_json::to_string_pretty(&known)?)?;
    println!("\n{RESULTS} holds the same as JSON");
    if let Some(label) = keep {
        history::keep(sh, label, &figures)?;
    }
    let over = budgets.over(&figures, &names);
    ensure!(over.is_empty(), "over their budgets:\n{}", over.join("\n"));
    Ok(())
}

/// Runs one of the programs that measure the page in Chromium. It prints one figure per line.
fn look(sh: &Shell, name: &str, site: &Path) -> Result<Vec<Figure>> {
    let browser = system::provide_browser(sh)?;
    let _folder = sh.push_dir(FOLDER);
    test::install_packages(sh)?;
    let script = format!("{name}.mjs");
    let printed = cmd!(sh, "node {script} {site}").env("CHROMIUM", browser.chromium).read()?;
    let figures = printed.lines().map(serde_json::from_str).collect::<Result<Vec<Figure>, _>>();
    figures.with_context(|| format!("{script} printed something else than figures"))
}

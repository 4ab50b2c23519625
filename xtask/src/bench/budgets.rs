//! The budgets: limits of figures.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::Shell;

use super::Figure;

/// The file of the budgets.
const FILE: &str = "bench/budgets.json";

/// The budgets, by the ids of their figures.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Budgets(BTreeMap<String, Budget>);

/// The limit of a figure.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Budget {
    /// A maximum.
    Most(f64),
    /// A minimum.
    Least(f64),
}

impl Budget {
    fn holds(self, value: f64) -> bool {
        match self {
            Self::Most(most) => value <= most,
            Self::Least(least) => value >= least,
        }
    }

    fn text(self) -> String {
        match self {
            Self::Most(most) => format!("≤ {most}"),
            Self::Least(least) => format!("≥ {least}"),
        }
    }
}

impl Budgets {
    /// Reads the budgets.
    ///
    /// # Errors
    /// If the file is missing or is not a table of budgets.
    pub(crate) fn read(sh: &Shell) -> Result<Self> {
        serde_json::from_str(&sh.read_file(FILE)?).with_context(|| format!("{FILE} is no table of budgets"))
    }

    /// Checks the figures of some parts.
    ///
    /// # Errors
    /// If a figure is over budget, or a budget of these parts has no figure.
    pub(crate) fn insist(&self, figures: &[Figure], part: &str) -> Result<()> {
        match self.over(figures, &[part]).as_slice() {
            [] => Ok(()),
            over => bail!("over budget ({FILE}):\n{}", over.join("\n")),
        }
    }

    /// A line for each figure that is over budget, and for each budget of the parts without a figure.
    pub(crate) fn over(&self, figures: &[Figure], parts: &[&str]) -> Vec<String> {
        let of_parts = self.0.iter().filter(|(id, _)| parts.iter().any(|part| is_of(id, part)));
        of_parts
            .filter_map(|(id, budget)| match figures.iter().find(|figure| figure.id == *id) {
                None => Some(format!("{id} was not measured")),
                Some(figure) if budget.holds(figure.value) => None,
                Some(figure) => {
                    Some(format!("{id} is {} {}, may be {}", figure.value, figure.unit, budget.text()))
                }
            })
            .collect()
    }

    /// All figures, each with its spread and its budget.
    pub(crate) fn table(&self, figures: &[Figure]) -> String {
        let mut table = format!("{:46} {:>12} {:>25}  {:>10}", "figure", "median", "least … most", "budget");
        for figure in figures {
            let Figure { id, unit, value, low, high } = figure;
            let spread = if low >= high { String::new() } else { format!("{low} … {high}") };
            let budget = self.0.get(id);
            let verdict = budget.map_or("", |budget| if budget.holds(*value) { "held" } else { "OVER" });
            let budget = budget.map_or_else(String::new, |budget| budget.text());
            let value = format!("{value} {unit}");
            let _ = write!(table, "\n{id:46} {value:>12} {spread:>25}  {budget:>10} {verdict}");
        }
        table
    }
}

/// Whether a figure belongs to a part.
fn is_of(id: &str, part: &str) -> bool {
    id.strip_prefix(part).is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{Budgets, Figure};

    fn budgets() -> Budgets {
        let text = r#"{"start.shift": {"most": 0}, "lighthouse.page": {"least": 100}, "started.early": {"most": 1}}"#;
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_budget_is_a_bound_on_one_side() {
        let figures = [Figure::exact("start.shift", "", 0.0), Figure::exact("lighthouse.page", "", 99.0)];
        assert_eq!(
            budgets().over(&figures, &["start", "lighthouse"]),
            ["lighthouse.page is 99 , may be ≥ 100"]
        );
        let figures = [Figure::exact("start.shift", "ms", 0.25)];
        assert_eq!(budgets().over(&figures, &["start"]), ["start.shift is 0.25 ms, may be ≤ 0"]);
    }

    #[test]
    fn what_was_not_measured_does_not_hold() {
        assert_eq!(budgets().over(&[], &["start"]), ["start.shift was not measured"]);
        assert!(budgets().insist(&[], "payload").is_ok());
    }

    #[test]
    fn a_budget_that_is_none_is_refused() {
        assert!(serde_json::from_str::<Budgets>(r#"{"start.shift": {"about": 0}}"#).is_err());
        assert!(serde_json::from_str::<Budgets>(r#"{"start.shift": 0}"#).is_err());
    }

    #[test]
    fn the_table_says_what_is_over() {
        let figure = Figure { id: "start.shift".into(), unit: "ms".into(), value: 2.0, low: 1.0, high: 3.0 };
        let table = budgets().table(&[figure]);
        let row = table.lines().nth(1).unwrap().split_whitespace().collect::<Vec<_>>();
        assert_eq!(row, ["start.shift", "2", "ms", "1", "…", "3", "≤", "0", "OVER"]);
    }
}

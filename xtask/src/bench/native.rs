//! The core outside a browser: time by Criterion, instructions by Valgrind.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::{Shell, cmd};

use super::Figure;
use crate::{checksums, system, test};

/// The folder of Criterion's results.
const RESULTS: &str = "target/criterion";

/// The kinds of work whose instructions are counted.
const WORK: [&str; 4] = ["plan", "write", "link", "read"];

/// The result of one benchmark.
#[derive(Debug, PartialEq)]
struct Measured {
    group: String,
    /// Its parameters. The number of calls is the last one, if there is one.
    name: String,
    /// Nanoseconds: the lower bound of the median, the median, the upper bound.
    times: [f64; 3],
}

/// Measures the core.
///
/// # Errors
/// If the build fails, or a tool cannot be installed.
pub(super) fn run(sh: &Shell) -> Result<Vec<Figure>> {
    sh.remove_path(RESULTS)?;
    cmd!(sh, "cargo bench --bench native -- --noplot").run()?;
    let measured = read(&sh.current_dir().join(RESULTS))?;
    let mut figures = figures(&measured);
    figures.extend(instructions(sh)?);
    Ok(figures)
}

/// Reads Criterion's results.
fn read(folder: &Path) -> Result<Vec<Measured>> {
    #[derive(Deserialize)]
    struct Benchmark {
        group_id: String,
        function_id: Option<String>,
        value_str: Option<String>,
    }
    #[derive(Deserialize)]
    struct Estimates {
        median: Estimate,
    }
    #[derive(Deserialize)]
    struct Estimate {
        point_estimate: f64,
        confidence_interval: Interval,
    }
    #[derive(Deserialize)]
    struct Interval {
        lower_bound: f64,
        upper_bound: f64,
    }
    let files = checksums::files(folder)?.into_values().filter(|path| path.ends_with("new/benchmark.json"));
    files
        .map(|path| {
            let benchmark: Benchmark = serde_json::from_str(&fs::read_to_string(&path)?)?;
            let estimates = path.with_file_name("estimates.json");
            let Estimates { median } = serde_json::from_str(&fs::read_to_string(&estimates)?)?;
            let name = [benchmark.function_id, benchmark.value_str].into_iter().flatten();
            Ok(Measured {
                group: benchmark.group_id,
                name: name.collect::<Vec<_>>().join("/"),
                times: [
                    median.confidence_interval.lower_bound,
                    median.point_estimate,
                    median.confidence_interval.upper_bound,
                ],
            })
        })
        .collect()
}

/// Microseconds per call, and how far the time per call depends on the number of calls; milliseconds for a text.
fn figures(measured: &[Measured]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let round = |value: f64| (value * 100.0).round() / 100.0;
    for group in WORK {
        let mut calls: Vec<(f64, [f64; 3])> = measured
            .iter()
            .filter(|measured| measured.group == group)
            .filter_map(|measured| Some((measured.name.parse().ok()?, measured.times)))
            .collect();
        calls.sort_by(|one, other| one.0.total_cmp(&other.0));
        for (count, times) in &calls {
            let [low, value, high] = times.map(|time| round(time / count / 1000.0));
            figures.push(Figure {
                id: format!("native.{group}.{count}"),
                unit: "µs".into(),
                value,
                low,
                high,
            });
        }
        let one = |(count, [_, time, _]): &(f64, [f64; 3])| time / count;
        if let (Some(least), Some(most)) =
            (calls.iter().map(one).reduce(f64::min), calls.iter().map(one).reduce(f64::max))
        {
            figures.push(Figure::exact(format!("native.{group}.linear"), "×", round(most / least)));
        }
    }
    let texts = measured
        .iter()
        .filter(|measured| measured.group == "megabyte" && measured.name.ends_with("/1000000"));
    let mut slowest = Figure::exact("native.megabyte.slowest", "ms", 0.0);
    for Measured { name, times, .. } in texts {
        let [low, value, high] = times.map(|time| round(time / 1_000_000.0));
        let name = name.trim_end_matches("/1000000").replace([' ', ','], "-");
        if value > slowest.value {
            slowest = Figure { value, low, high, ..slowest };
        }
        figures.push(Figure { id: format!("native.megabyte.{name}"), unit: "ms".into(), value, low, high });
    }
    figures.push(slowest);
    figures
}

/// Instructions per call: the difference between many and few calls.
fn instructions(sh: &Shell) -> Result<Vec<Figure>> {
    const FEW: u32 = 10;
    const MANY: u32 = 110;
    system::provide_valgrind(sh)?;
    let built =
        cmd!(sh, "cargo bench --bench native --no-run --message-format json-render-diagnostics").read()?;
    let program = test::executable(&built, "native").context("Cargo does not say where the benchmark is")?;
    WORK.iter()
        .map(|work| {
            let count = |calls: u32| {
                let calls = calls.to_string();
                let run = cmd!(sh, "valgrind --tool=callgrind --callgrind-out-file=/dev/null {program} --count {work} {calls}");
                collected(&run.quiet().read_stderr()?).context("Valgrind does not say how many instructions there were")
            };
            let calls = f64::from(MANY - FEW);
            let value = ((count(MANY)? - count(FEW)?) / calls).round();
            Ok(Figure::exact(format!("native.{work}.instructions"), "", value))
        })
        .collect()
}

/// The count that Callgrind reports.
fn collected(output: &str) -> Option<f64> {
    let (_, rest) = output.split_once("Collected : ")?;
    rest.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Measured, collected, figures};

    fn measured(group: &str, name: &str, nanoseconds: f64) -> Measured {
        let times = [nanoseconds * 0.5, nanoseconds, nanoseconds * 2.0];
        Measured { group: group.into(), name: name.into(), times }
    }

    #[test]
    fn time_is_per_call() {
        let figures = figures(&[measured("plan", "1000", 40_000_000.0), measured("plan", "10", 500_000.0)]);
        let of = |id: &str| figures.iter().find(|figure| figure.id == id).unwrap();
        assert_eq!((of("native.plan.10").value, of("native.plan.1000").value), (50.0, 40.0));
        assert_eq!((of("native.plan.10").low, of("native.plan.10").high), (25.0, 100.0));
        assert!((of("native.plan.linear").value - 1.25).abs() < 1e-9);
    }

    #[test]
    fn the_slowest_text_has_a_figure() {
        let texts = [
            measured("megabyte", "prose/1000000", 7_000_000.0),
            measured("megabyte", "commands, repaired/1000000", 85_000_000.0),
            measured("megabyte", "prose/100000", 999_000_000.0),
        ];
        let figures = figures(&texts);
        let ids: Vec<_> = figures.iter().map(|figure| (figure.id.as_str(), figure.value)).collect();
        assert_eq!(
            ids,
            [
                ("native.megabyte.prose", 7.0),
                ("native.megabyte.commands--repaired", 85.0),
                ("native.megabyte.slowest", 85.0)
            ]
        );
    }

    #[test]
    fn reads_what_callgrind_counts() {
        assert_eq!(collected("==7== \n==7== Collected : 123456\n==7== I refs: 123,456"), Some(123_456.0));
        assert_eq!(collected("no such tool"), None);
    }
}

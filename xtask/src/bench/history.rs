//! The history of figures: one line for each change that is worth recording.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write as _;

use anyhow::Result;
use serde::Serialize;
use xshell::{Shell, cmd};

use super::Figure;

/// The history file, oldest line first.
const FILE: &str = "bench/history.jsonl";

/// A line of the history.
#[derive(Serialize)]
struct Line<'a> {
    /// The day of the commit.
    date: String,
    commit: String,
    /// Why the figures are recorded.
    label: &'a str,
    machine: Machine,
    /// The medians.
    figures: BTreeMap<&'a str, f64>,
}

/// The machine that the figures were measured on.
#[derive(Serialize)]
struct Machine {
    processor: String,
    processors: usize,
    system: String,
    chromium: String,
    rustc: String,
}

/// Appends figures to the history.
///
/// # Errors
/// If the machine's description cannot be read, or the file cannot be written.
pub(super) fn keep(sh: &Shell, label: &str, figures: &[Figure]) -> Result<()> {
    let line = Line {
        date: cmd!(sh, "git show --no-patch --format=%cs HEAD").quiet().read()?,
        commit: cmd!(sh, "git rev-parse --short=10 HEAD").quiet().read()?,
        label,
        machine: machine(sh)?,
        figures: figures.iter().map(|figure| (figure.id.as_str(), figure.value)).collect(),
    };
    let mut file = OpenOptions::new().append(true).create(true).open(sh.current_dir().join(FILE))?;
    writeln!(file, "{}", serde_json::to_string(&line)?)?;
    println!("{FILE} has a line more");
    Ok(())
}

fn machine(sh: &Shell) -> Result<Machine> {
    let chromium = crate::system::provide_browser(sh)?.chromium;
    let processor = sh.read_file("/proc/cpuinfo").unwrap_or_default();
    Ok(Machine {
        processor: model(&processor).unwrap_or("unknown").to_owned(),
        processors: std::thread::available_parallelism()?.get(),
        system: cmd!(sh, "uname -srm").quiet().read()?,
        chromium: cmd!(sh, "{chromium} --version").quiet().ignore_stderr().read()?,
        rustc: cmd!(sh, "rustc --version").quiet().read()?,
    })
}

/// The name of the processor according to Linux.
fn model(cpuinfo: &str) -> Option<&str> {
    let line = cpuinfo.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim())
}

#[cfg(test)]
mod tests {
    use super::model;

    #[test]
    fn finds_what_the_processor_is_called() {
        let text = "processor\t: 0\nmodel name\t: Some Processor @ 2.0GHz\nflags\t: fpu\n";
        assert_eq!(model(text), Some("Some Processor @ 2.0GHz"));
        assert_eq!(model(""), None);
    }
}

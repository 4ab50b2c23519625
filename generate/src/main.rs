//! `cargo xtask generate`: writes the files that are generated from the wizard's tables. With `--check` it reports which
//! files differ. A test runs the check, so no copy of a table becomes stale when a row is added.
//!
//! It is neither a command of the terminal, whose commands are a public interface, nor a part of xtask: there the wizard
//! would be compiled before every command, and an error in it would stop them all.

// A command-line tool speaks to its user through its output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod catalog;
mod languages;
mod regions;
mod terminal;
mod types;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use regions::Marks;

/// How a file is generated.
enum Source {
    /// The entire file.
    Entire(fn(&Path) -> Result<String>),
    /// Only the regions between marks.
    Regions(&'static Marks),
}

/// Every file that is generated.
const FILES: &[(&str, Source)] = &[
    ("messages/en.json", Source::Entire(catalog::english)),
    ("public/scenario.schema.json", Source::Entire(|_| Ok(azureml_k8s_wizard::output::schema::schema()))),
    ("tests/e2e/languages.mjs", Source::Entire(|_| Ok(languages::module()))),
    ("embed/embed.d.ts", Source::Regions(&regions::SCRIPT)),
    ("embed/README.md", Source::Regions(&regions::MARKDOWN)),
    ("docs/embedding.md", Source::Regions(&regions::MARKDOWN)),
    ("docs/terminal.md", Source::Regions(&regions::MARKDOWN)),
];

/// The name of a region, as its opening mark has it, and the function that writes it.
type Region = (&'static str, fn() -> String);

const REGIONS: &[Region] = &[
    ("ids", types::ids),
    ("languages", languages::listed),
    ("wizard-steps", types::wizard_steps),
    ("shells", types::shells),
    ("usage", terminal::usage),
    ("commands", terminal::commands),
    ("options", terminal::options),
    ("fields", terminal::fields),
];

/// A generated file.
struct Generated {
    path: &'static str,
    /// The present content; empty if the file does not exist.
    is: String,
    /// The generated content.
    should_be: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => write(),
        ["--check"] => check(),
        _ => Err(anyhow::anyhow!("only --check can be given")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the checkout. Cargo gives it at run time, because a checkout can be moved after the build.
fn root() -> Result<PathBuf> {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").context("start this as cargo xtask generate")?;
    let root = PathBuf::from(own).parent().map(PathBuf::from);
    root.context("the crate has no parent folder")
}

/// The generated files whose content differs from the tables.
fn stale(root: &Path) -> Result<Vec<Generated>> {
    let generated = FILES.iter().map(|(path, source)| generated(root, path, source).context(*path));
    let generated = generated.collect::<Result<Vec<_>>>()?;
    Ok(generated.into_iter().filter(|file| file.is != file.should_be).collect())
}

fn generated(root: &Path, path: &'static str, source: &Source) -> Result<Generated> {
    let file = root.join(path);
    let is = if file.exists() { fs::read_to_string(file)? } else { String::new() };
    let should_be = match source {
        Source::Entire(make) => make(root)?,
        Source::Regions(marks) => marks
            .filled(&is, |name| REGIONS.iter().find(|(known, _)| *known == name).map(|(_, make)| make()))?,
    };
    Ok(Generated { path, is, should_be })
}

fn write() -> Result<()> {
    let root = root()?;
    for file in stale(&root)? {
        fs::write(root.join(file.path), file.should_be).context(file.path)?;
        println!("wrote {}", file.path);
    }
    Ok(())
}

fn check() -> Result<()> {
    let stale = stale(&root()?)?;
    if stale.is_empty() {
        return Ok(());
    }
    let paths: Vec<&str> = stale.iter().map(|file| file.path).collect();
    bail!("these files differ from the tables; run `cargo xtask generate`: {}", paths.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_agree_with_the_tables() {
        check().unwrap();
    }
}

//! The project's own commands: `cargo xtask serve`, `cargo xtask test`, `cargo xtask dist`, `cargo xtask examples`,
//! `cargo xtask generate`, `cargo xtask shots`, `cargo xtask bench`.
//!
//! A clean checkout and a Rust toolchain are enough to start: each command installs the other tools that it needs, at
//! pinned versions, into the user's cache.

// A command-line tool reports to its user on standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod bundle;
mod checksums;
mod cli;
mod dist;
mod embed;
mod examples;
mod generate;
mod headers;
mod licences;
mod locales;
mod minify;
mod offline;
mod package;
mod serve;
mod shots;
mod single;
mod sizes;
mod system;
mod test;
mod tools;
mod twice;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::cli::{Command, USAGE};

fn main() -> ExitCode {
    let command = match cli::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    let sh = Shell::new().context("cannot read the current folder")?;
    sh.change_dir(root()?);
    match command {
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
        Command::Serve { release, port } => serve::run(&sh, *release, *port),
        Command::Test(scope) => test::run(&sh, *scope),
        Command::Dist(wanted) => dist::run(&sh, *wanted),
        Command::Examples { only } => examples::run(&sh, only.as_deref()),
        Command::Generate { check } => generate::run(&sh, *check),
        Command::Shots { lang, only } => shots::run(&sh, lang, only.as_deref()),
        Command::Bench { parts, keep } => bench::run(&sh, parts, keep.as_deref()),
        Command::Minify => minify::run(&sh),
    }
}

/// The folder of the checkout.
///
/// Asks Cargo at run time: a compiled-in path would be wrong after the checkout has been moved.
fn root() -> Result<PathBuf> {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").context("start this through Cargo: cargo xtask")?;
    let root = PathBuf::from(own).parent().map(PathBuf::from);
    root.context("the xtask crate lies in no folder")
}

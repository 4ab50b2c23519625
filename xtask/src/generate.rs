//! `cargo xtask generate`: starts the crate `generate`, whose documentation explains why it is a crate of its own.

use anyhow::Result;
use xshell::{Shell, cmd};

/// Writes the generated files, or reports which ones differ.
///
/// # Errors
/// If the wizard does not compile, a file cannot be written, or with `check` a file differs.
pub(crate) fn run(sh: &Shell, check: bool) -> Result<()> {
    let check = check.then_some("--check");
    Ok(cmd!(sh, "cargo run --quiet --package generate -- {check...}").run()?)
}

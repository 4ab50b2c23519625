//! `cargo xtask dist --twice`: whether the same commit gives the same bytes in another folder.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::{checksums, dist};

/// Insists that there is nothing that a copy of the commit would not have.
///
/// # Errors
/// With the reason, when something is not committed.
pub(crate) fn insist_on_commit(sh: &Shell, reason: &str) -> Result<()> {
    let changed = cmd!(sh, "git status --porcelain").quiet().read()?;
    ensure!(changed.is_empty(), "{reason}:\n{changed}");
    Ok(())
}

/// Builds what is committed a second time, in a copy that shares nothing with the first but the tools and the downloaded
/// crates, and compares the checksums.
///
/// # Errors
/// When the second build fails, or a file differs.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let first = sh.current_dir();
    let second = sh.create_temp_dir().context("there is no place for a second build")?;
    let folder = second.path();
    cmd!(sh, "git clone --quiet --shared --no-checkout {first} {folder}").run()?;
    let commit = cmd!(sh, "git rev-parse HEAD").quiet().read()?;
    println!("\nbuilding {commit} again in {}", folder.display());
    {
        let _there = sh.push_dir(folder);
        cmd!(sh, "git checkout --quiet --detach {commit}").run()?;
        cmd!(sh, "cargo xtask dist")
            .env_remove("CARGO_TARGET_DIR")
            .run()
            .context("the second build failed")?;
    }
    let read = |folder: &Path| sh.read_file(folder.join(dist::FOLDER).join(checksums::SUMS));
    match difference(&read(&first)?, &read(folder)?) {
        difference if difference.is_empty() => {
            println!("both builds give the same files");
            Ok(())
        }
        difference => {
            bail!("files that two builds of {commit} do not have in common:\n{}", difference.join("\n"))
        }
    }
}

/// The names in the lines that only one of two lists of checksums has, each once.
fn difference<'a>(first: &'a str, second: &'a str) -> Vec<&'a str> {
    let (first, second): (BTreeSet<_>, BTreeSet<_>) = (first.lines().collect(), second.lines().collect());
    let names = first.symmetric_difference(&second).filter_map(|line| Some(line.split_once("  ")?.1));
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn names_files_that_differ_or_are_in_one_build_alone() {
        let first = "1  a\n2  b\n3  c\n";
        assert_eq!(difference(first, "1  a\n2  b\n3  c\n"), [""; 0]);
        assert_eq!(difference(first, "1  a\n9  b\n4  d\n"), ["b", "c", "d"]);
    }
}

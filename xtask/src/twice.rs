//! `cargo xtask dist --twice`: checks that the same commit builds the same bytes in another folder.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::{checksums, dist};

/// Checks that the working tree has no uncommitted changes, which a copy of the commit would not contain.
///
/// # Errors
/// With the reason, when there are uncommitted changes.
pub(crate) fn insist_on_commit(sh: &Shell, reason: &str) -> Result<()> {
    let changed = cmd!(sh, "git status --porcelain").quiet().read()?;
    ensure!(changed.is_empty(), "{reason}:\n{changed}");
    Ok(())
}

/// Builds the commit a second time and compares the checksums. The second build is in a copy that shares only the tools
/// and the downloaded crates with the first.
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

/// The names of files whose line is in only one of two lists of checksums, each once.
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

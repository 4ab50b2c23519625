//! `cargo xtask dist`: builds the page for publishing.

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::bench::budgets::Budgets;
use crate::{checksums, embed, headers, licences, package, single, sizes, tools, twice};

/// Trunk's output folder.
pub(crate) const FOLDER: &str = "dist";

/// Additional outputs and checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Print the size of each file, and check the size budgets.
    pub(crate) sizes: bool,
    /// Also build the single file that contains everything.
    pub(crate) single: bool,
    /// Check that the same commit gives the same bytes elsewhere.
    pub(crate) twice: bool,
}

/// Builds the page and the files that must accompany every copy of it: licences, headers, checksums.
///
/// # Errors
/// When a tool cannot be installed, the build fails, or an additional output or check fails.
pub(crate) fn run(sh: &Shell, wanted: Wanted) -> Result<()> {
    if wanted.twice {
        twice::insist_on_commit(sh, "what is not committed is in no second build")?;
    }
    build(sh)?;
    let folder = sh.current_dir().join(FOLDER);
    let element = folder.join(embed::FOLDER);
    let licences = licences::list(sh)?;
    for folder in [&folder, &element] {
        sh.write_file(folder.join(licences::FILE), &licences)?;
    }
    package::write(&sh.current_dir(), &element)?;
    headers::write(&folder)?;
    checksums::sum(&folder)?;
    if wanted.single {
        single::write(&folder, &sh.current_dir().join(single::FOLDER))?;
    }
    if wanted.sizes {
        sizes::print(&sizes::measure(&folder)?, &Budgets::read(sh)?)?;
    }
    if wanted.twice { twice::run(sh) } else { Ok(()) }
}

/// Builds the page.
///
/// # Errors
/// When a tool cannot be installed, or the build fails.
fn build(sh: &Shell) -> Result<()> {
    provide(sh)?;
    trunk(sh, "build", true)?.run().context("the release build failed")
}

/// Installs everything that a build of the page requires.
///
/// # Errors
/// When something cannot be installed.
pub(crate) fn provide(sh: &Shell) -> Result<()> {
    tools::provide_target(sh)?;
    tools::provide(sh, &[&tools::TRUNK, &tools::WASM_BINDGEN, &tools::BINARYEN, &tools::ESBUILD])
}

/// A Trunk command. Call [`provide`] first.
///
/// # Errors
/// When the folder of Cargo's downloads cannot be read, or rustc does not run.
pub(crate) fn trunk<'a>(sh: &'a Shell, command: &str, release: bool) -> Result<Cmd<'a>> {
    let mut trunk = cmd!(sh, "trunk {command}");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk 0.21 only accepts `true` and `false`, whereas every other program accepts any value.
        trunk = trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    if release {
        let flags = format!("{} {MEMORY}", remapped_paths(sh)?);
        trunk = trunk.arg("--release").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    Ok(trunk)
}

/// The initial memory is large enough for the first view: growing it twice took five milliseconds.
const MEMORY: &str = "-Clink-arg=--initial-memory=2097152";

/// Compiler options that remove the build machine's folders from the page. Without them, the file names in its panic
/// messages would start with the home folder of the user who built it.
///
/// A checkout in any folder therefore builds the same bytes. A different `CARGO_HOME` still changes a few of them:
/// `wasm_split_macros`, a dependency of Leptos, exports a name that contains a hash of its own path.
fn remapped_paths(sh: &Shell) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(Into::into);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = home.context("neither CARGO_HOME nor HOME is set")?.join("registry/src");
    let mut folders = vec![standard_library(sh)?];
    for registry in sources.read_dir().with_context(|| format!("cannot read {}", sources.display()))? {
        folders.push((registry?.path().display().to_string(), "crates".to_owned()));
    }
    // Sorted, because Cargo compiles everything again if the options change.
    folders.sort();
    // Cargo separates these options by spaces, and offers no way to quote one.
    folders.retain(|(folder, _)| !folder.contains(char::is_whitespace));
    let options = folders.iter().map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"));
    Ok(options.collect::<Vec<_>>().join(" "))
}

/// The folder where rustup installs the source of the standard library, and the name of that folder in the compiled
/// library. If the source is installed, generic functions would contain file names of this machine.
fn standard_library(sh: &Shell) -> Result<(String, String)> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    let version = cmd!(sh, "rustc --version --verbose").quiet().read()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc does not say which commit it was built from")?;
    Ok((format!("{sysroot}/lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

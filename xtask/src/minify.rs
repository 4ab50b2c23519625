//! Trunk's hook after each build: JavaScript and CSS through esbuild, in a release build.
//!
//! Trunk's own minifier gives up on the JavaScript that wasm-bindgen writes. As a hook it is part of `serve --release`
//! and of `dist` alike, so that both have the same bytes.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::tools;

/// Replaces the files in Trunk's staging folder by smaller ones.
///
/// # Errors
/// When it is not Trunk that calls, or esbuild refuses a file.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let variable = |name| {
        std::env::var(name)
            .with_context(|| format!("{name} is not set: Trunk calls this, in a build of its own"))
    };
    if variable("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let folder = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let files = files(sh, &folder)?;
    if files.is_empty() {
        return Ok(());
    }
    tools::provide(sh, &[&tools::ESBUILD])?;
    // Every script here is a module: with that said, esbuild also shortens the names at its top level.
    cmd!(sh, "esbuild {files...} --minify --format=esm --legal-comments=none --log-level=warning")
        .args(["--allow-overwrite".into(), flag("--outbase=", &folder), flag("--outdir=", &folder)])
        .quiet()
        .run()
        .context("esbuild failed")
}

fn flag(name: &str, value: &Path) -> std::ffi::OsString {
    let mut flag = std::ffi::OsString::from(name);
    flag.push(value);
    flag
}

/// The scripts and style sheets in a folder and the folders within it, in the order of their names.
fn files(sh: &Shell, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in sh.read_dir(folder)? {
        if path.is_dir() {
            found.append(&mut files(sh, &path)?);
        } else if path.extension().is_some_and(|extension| extension == "js" || extension == "css") {
            found.push(path);
        }
    }
    Ok(found)
}

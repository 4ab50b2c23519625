//! The published page as a good host serves it: each file with its compressed forms.

use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use super::FOLDER;
use crate::sizes::File;

/// A page of documentation with the element.
const DOCS: &str = "docs.html";

/// The folder of the site.
pub(super) fn folder(sh: &Shell) -> PathBuf {
    sh.current_dir().join("target/bench/site")
}

/// Writes the site again.
///
/// # Errors
/// If a file cannot be read or written.
pub(super) fn write(sh: &Shell, published: &[File]) -> Result<()> {
    let site = folder(sh);
    sh.remove_path(&site)?;
    let docs = File::read(DOCS.to_owned(), sh.current_dir().join(FOLDER).join(DOCS))?;
    for File { name, forms, .. } in published.iter().chain([&docs]) {
        for (ending, content) in [("", &forms.raw), (".gz", &forms.gzip), (".br", &forms.brotli)] {
            sh.write_file(site.join(format!("{name}{ending}")), content)?;
        }
    }
    Ok(())
}

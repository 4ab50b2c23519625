//! The published page as a good host serves it: each file with its compressed forms beside it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

use super::FOLDER;
use crate::{checksums, sizes};

/// A page of somebody's documentation, with the element in it.
const DOCS: &str = "docs.html";

/// Where it stands.
pub(super) fn folder(sh: &Shell) -> PathBuf {
    sh.current_dir().join("target/bench/site")
}

/// Writes it anew.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn write(sh: &Shell, published: &Path) -> Result<()> {
    let site = folder(sh);
    sh.remove_path(&site)?;
    sh.create_dir(&site)?;
    let docs = sh.current_dir().join(FOLDER).join(DOCS);
    for (name, path) in checksums::files(published)?.into_iter().chain([(DOCS.to_owned(), docs)]) {
        let content = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let forms = sizes::Forms::of(&content)?;
        let to = site.join(&name);
        for (ending, content) in [("", &content), (".gz", &forms.gzip), (".br", &forms.brotli)] {
            sh.write_file(site.join(format!("{}{ending}", to.display())), content)?;
        }
    }
    Ok(())
}

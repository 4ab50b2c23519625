//! The texts of other languages, as the page loads them: by key, those that the page itself says apart from those of its
//! second module.

use std::path::Path;

use anyhow::{Context, Result};
use memchr::memmem;
use xshell::Shell;

/// Where translations stand, a file a language, keyed by name.
pub(crate) const TRANSLATIONS: &str = "public/locales";
/// Where they are published.
pub(crate) const FOLDER: &str = "locales";

/// Writes the files of all languages beside a page. What its module holds in English it says itself; without a module,
/// all of it may be.
///
/// # Errors
/// When a source or a translation cannot be read, or two messages that are alike are not translated alike.
pub(crate) fn publish(sh: &Shell, folder: &Path, module: Option<&Path>) -> Result<()> {
    let english = messages::scan(Path::new("src"))?;
    let module = module.map(|module| sh.read_binary_file(module)).transpose()?;
    let is_of_page = |literal: &str| {
        module.as_ref().is_none_or(|module| memmem::find(module, literal.as_bytes()).is_some())
    };
    sh.create_dir(folder.join(FOLDER))?;
    for path in sh.read_dir(TRANSLATIONS)? {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).context("a translation has no name")?;
        let translation = messages::read(&sh.read_file(&path)?).with_context(|| tag.to_owned())?;
        let write = |name: String, is_wanted: &dyn Fn(&str) -> bool| -> Result<()> {
            let compiled =
                messages::compile(&english, &translation, is_wanted).with_context(|| tag.to_owned())?;
            Ok(sh.write_file(folder.join(FOLDER).join(name), messages::json(&compiled))?)
        };
        write(format!("{tag}.json"), &is_of_page)?;
        write(format!("{tag}.more.json"), &|literal| !is_of_page(literal))?;
    }
    Ok(())
}

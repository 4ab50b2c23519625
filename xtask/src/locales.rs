//! The translations as the page loads them, by key. The texts of the page are separate from those of its panels.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use memchr::memmem;
use messages::English;
use xshell::Shell;

/// The folder of the translations: one file per language, keyed by message name.
pub(crate) const TRANSLATIONS: &str = "public/locales";
/// The published folder.
pub(crate) const FOLDER: &str = "locales";

/// Writes the files of all languages next to a page. The page's texts are those whose English text its module contains.
/// Without a module, every text counts as one of the page. Returns the version of all texts, by which modules request
/// them.
///
/// # Errors
/// When a source or a translation cannot be read, or two messages with the same English text have different
/// translations.
pub(crate) fn publish(sh: &Shell, folder: &Path, module: Option<&Path>) -> Result<String> {
    let english = messages::scan(Path::new("src"))?;
    let module = module.map(|module| sh.read_binary_file(module)).transpose()?;
    let is_of_page = |message: &English| {
        let literal = message.literal();
        module.as_ref().is_none_or(|module| memmem::find(module, literal.as_bytes()).is_some())
    };
    let (page, more): (BTreeMap<_, _>, BTreeMap<_, _>) =
        english.clone().into_iter().partition(|(_, message)| is_of_page(message));
    sh.create_dir(folder.join(FOLDER))?;
    let mut all = Vec::new();
    for path in sh.read_dir(TRANSLATIONS)? {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).context("a translation has no name")?;
        let translation = messages::read(&sh.read_file(&path)?).with_context(|| tag.to_owned())?;
        all.push(messages::json(&messages::compile(&english, &translation)?));
        for (name, english) in [(format!("{tag}.json"), &page), (format!("{tag}.more.json"), &more)] {
            let compiled = messages::compile(english, &translation).with_context(|| tag.to_owned())?;
            sh.write_file(folder.join(FOLDER).join(name), messages::json(&compiled))?;
        }
    }
    Ok(messages::version(&all))
}

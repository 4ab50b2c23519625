//! The texts of other languages, as the page loads them: by key, those that the page itself says apart from those of its
//! second module.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use memchr::memmem;
use messages::English;
use xshell::Shell;

/// Where translations stand, a file a language, keyed by name.
pub(crate) const TRANSLATIONS: &str = "public/locales";
/// Where they are published.
pub(crate) const FOLDER: &str = "locales";

/// Writes the files of all languages beside a page. What its module holds in English it says itself; without a module,
/// all of it may be. Gives the version of all texts, by which modules ask for them.
///
/// # Errors
/// When a source or a translation cannot be read, or two messages that are alike are not translated alike.
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

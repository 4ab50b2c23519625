//! The English catalog for translators, `messages/en.json`. It is not in `public/locales`, because every file there is
//! published, and English is compiled into the page.

use std::path::Path;

use anyhow::Result;

/// Every message in English, by name.
pub(crate) fn english(root: &Path) -> Result<String> {
    Ok(messages::catalog(&messages::scan(&root.join("src"))?))
}

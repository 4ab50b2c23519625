//! Catalogs that are compiled into a program that cannot fetch them.

use std::collections::BTreeMap;

use super::{Catalog, Language};

/// The tag of each language except English, with its texts as the build script writes them.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// The catalog of a language. `None` for English.
pub fn catalog(language: Language) -> Option<&'static Catalog> {
    let (_, file) = FILES.iter().find(|(tag, _)| *tag == language.tag())?;
    // The build script generates valid JSON.
    let messages: BTreeMap<String, String> = serde_json::from_str(file).unwrap_or_default();
    Some(Catalog::new(language, messages))
}

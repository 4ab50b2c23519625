//! The catalogs that are compiled into a program which has nowhere to fetch them from.

use std::collections::BTreeMap;

use super::{Catalog, Language};

/// The tag of each language but English, and its texts as the build makes them.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// The catalog of a language; none of English.
pub fn catalog(language: Language) -> Option<&'static Catalog> {
    let (_, file) = FILES.iter().find(|(tag, _)| *tag == language.tag())?;
    // The build has written it.
    let messages: BTreeMap<String, String> = serde_json::from_str(file).unwrap_or_default();
    Some(Catalog::new(language, messages))
}

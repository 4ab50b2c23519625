//! Versions of the link format. Each version has a converter to the next one, so the reader only needs to know the
//! current version and a link works for ever.

use std::borrow::Cow;

use super::Pairs;

/// The current version.
pub(crate) const VERSION: &str = "1";
/// The key of the version in a link.
pub(crate) const VERSION_KEY: &str = "v";

/// An older version with the function that converts its pairs to the next version. Ignored pairs are reported after the
/// conversion, under their new names.
pub(crate) struct Converter {
    /// The version that the function reads.
    pub(super) from: &'static str,
    /// Converts pairs to the next version.
    pub(super) convert: for<'a> fn(Pairs<'a>) -> Pairs<'a>,
}

/// One converter for each older version, the oldest first. Empty, because the first version is the current one.
pub(crate) const CONVERTERS: &[Converter] = &[];

/// Whether a version can be read: the current one or an older one. Scenario files check this.
#[cfg(feature = "json")]
pub(crate) fn is_known(version: &str, converters: &[Converter]) -> bool {
    place(version, converters).is_some()
}

/// The number of converters to skip for a version. `None` if the version is unknown.
fn place(version: &str, converters: &[Converter]) -> Option<usize> {
    match version {
        VERSION => Some(converters.len()),
        version => converters.iter().position(|converter| converter.from == version),
    }
}

/// Converts pairs of any known version to the current version. Pairs without a version have the first one. Pairs of an
/// unknown version are read as the current one, so that as much as possible takes effect; the version pair stays in
/// place and is reported. If there are several versions, the last known one counts.
pub(super) fn converted<'a>(mut pairs: Pairs<'a>, converters: &[Converter]) -> Pairs<'a> {
    let mut is_versioned = false;
    let mut known = None;
    for (key, version) in &mut pairs {
        if key == VERSION_KEY {
            is_versioned = true;
            if let Some(place) = place(version.trim(), converters) {
                known = Some(place);
                // The pairs are converted, so this pair now states the current version.
                *version = Cow::Borrowed(VERSION);
            }
        }
    }
    let first = known.unwrap_or(if is_versioned { converters.len() } else { 0 });
    converters.iter().skip(first).fold(pairs, |pairs, converter| (converter.convert)(pairs))
}

/// Two made-up older versions for tests: in the first a workspace is called `hub`, and in the second the transport is
/// `ssl=on`.
#[cfg(test)]
pub(crate) const MADE_UP: &[Converter] = &[
    Converter {
        from: "0.8",
        convert: |pairs| {
            let renamed = pairs.into_iter().map(|(key, value)| match &*key {
                "hub" => ("workspace".into(), value),
                _ => (key, value),
            });
            renamed.collect()
        },
    },
    Converter {
        from: "0.9",
        convert: |pairs| {
            let renamed = pairs.into_iter().map(|(key, value)| match (&*key, &*value) {
                ("ssl", "on") => ("transport".into(), "https".into()),
                ("ssl", "off") => ("transport".into(), "http".into()),
                _ => (key, value),
            });
            renamed.collect()
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Field;
    use crate::model::link::{Reading, Reason, read_with};

    fn read(link: &str) -> Reading {
        read_with(form_urlencoded::parse(link.as_bytes()).collect(), MADE_UP)
    }

    fn texts(link: &str) -> (String, String, Vec<(String, Reason)>) {
        let Reading { answers, ignored } = read(link);
        let ignored = ignored.into_iter().map(|pair| (pair.key, pair.reason)).collect();
        (answers.text(Field::Workspace).into(), answers.text(Field::Transport).into(), ignored)
    }

    #[test]
    fn an_older_version_goes_through_every_converter_up_to_today() {
        let read = |workspace: &str, transport: &str| (workspace.to_owned(), transport.to_owned(), vec![]);
        assert_eq!(texts("v=0.8&hub=mlw&ssl=off"), read("mlw", "http"));
        assert_eq!(texts("hub=mlw&ssl=off&v=+0.8+"), read("mlw", "http"));
        // A link without a version has the first version.
        assert_eq!(texts("hub=mlw&ssl=off"), read("mlw", "http"));
        assert_eq!(texts("v=0.9&workspace=mlw&ssl=off"), read("mlw", "http"));
        assert_eq!(texts("v=1&workspace=mlw&transport=http"), read("mlw", "http"));
    }

    #[test]
    fn a_version_is_not_read_in_the_words_of_an_older_one() {
        let unknown = |key: &str| (key.to_owned(), Reason::UnknownField);
        assert_eq!(texts("v=0.9&hub=mlw&ssl=off").2, [unknown("hub")]);
        assert_eq!(texts("v=1&hub=mlw&ssl=off").2, [unknown("hub"), unknown("ssl")]);
    }

    #[test]
    fn a_later_version_is_told_of_and_read_in_the_words_of_today() {
        let (workspace, transport, ignored) = texts("v=9&workspace=mlw&transport=http&hub=x");
        assert_eq!((workspace.as_str(), transport.as_str()), ("mlw", "http"));
        assert_eq!(ignored, [("v".into(), Reason::UnknownVersion), ("hub".into(), Reason::UnknownField)]);
    }

    #[test]
    fn the_last_known_version_counts() {
        assert_eq!(texts("v=0.8&v=1&hub=mlw").2, [("hub".into(), Reason::UnknownField)]);
        assert_eq!(texts("v=1&hub=mlw&v=0.8&v=9").2, [("v".into(), Reason::UnknownVersion)]);
    }

    #[test]
    fn there_is_a_converter_for_every_version_before_todays() {
        let versions: Vec<String> =
            (1..).take(CONVERTERS.len() + 1).map(|number: u8| number.to_string()).collect();
        let known: Vec<&str> = CONVERTERS.iter().map(|converter| converter.from).chain([VERSION]).collect();
        assert_eq!(known, versions);
    }
}

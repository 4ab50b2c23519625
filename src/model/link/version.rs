//! Versions of the format. What an older version says is turned into the words of the next one, version by version, so
//! that the reader knows only today's and a link is good for ever.

use std::borrow::Cow;

use super::Pairs;

/// Today's version.
pub(crate) const VERSION: &str = "1";
/// The key of the version.
pub(crate) const VERSION_KEY: &str = "v";

/// An older version, and what turns its pairs into those of the next. What has no effect is told of afterwards, under
/// the name that it then has.
pub(crate) struct Converter {
    /// The version that it reads.
    pub(super) from: &'static str,
    /// The same pairs in the next version.
    pub(super) convert: for<'a> fn(Pairs<'a>) -> Pairs<'a>,
}

/// A converter a version before today's, the oldest first. The first version is today's.
pub(crate) const CONVERTERS: &[Converter] = &[];

/// Whether a version can be read, today's or an older one. Files ask.
#[cfg(feature = "json")]
pub(crate) fn is_known(version: &str, converters: &[Converter]) -> bool {
    place(version, converters).is_some()
}

/// How many converters a version has before it; nothing for one that is not known.
fn place(version: &str, converters: &[Converter]) -> Option<usize> {
    match version {
        VERSION => Some(converters.len()),
        version => converters.iter().position(|converter| converter.from == version),
    }
}

/// Pairs of any known version in the words of today. Without a version they are of the first one. A later version is
/// taken for today's, so that as much as possible of it is read; its pair stays, to be told of. The last version that is
/// known counts.
pub(super) fn converted<'a>(mut pairs: Pairs<'a>, converters: &[Converter]) -> Pairs<'a> {
    let mut is_versioned = false;
    let mut known = None;
    for (key, version) in &mut pairs {
        if key == VERSION_KEY {
            is_versioned = true;
            if let Some(place) = place(version.trim(), converters) {
                known = Some(place);
                // Read and heeded, so that it is of today's version from here on.
                *version = Cow::Borrowed(VERSION);
            }
        }
    }
    let first = known.unwrap_or(if is_versioned { converters.len() } else { 0 });
    converters.iter().skip(first).fold(pairs, |pairs, converter| (converter.convert)(pairs))
}

/// Two versions before today's that never were: in the first a workspace is a `hub`, and in the second what is said
/// about TLS is `ssl=on`.
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
        // What has no version is of the first.
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

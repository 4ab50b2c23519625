//! The languages, and how each counts.

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, which is compiled in.
    English,
    /// Korean.
    Korean,
    /// Japanese.
    Japanese,
    /// German.
    German,
    /// French.
    French,
}

/// A language's row: its tag, its own name, the forms of a text that differs with a number.
type Row = (Language, &'static str, &'static str, fn(usize) -> &'static str);

/// Every language. Another one is a row here and a file in `public/locales`.
const LANGUAGES: [Row; 5] = [
    (Language::English, "en", "English", one_alone),
    (Language::Korean, "ko", "한국어", never),
    (Language::Japanese, "ja", "日本語", never),
    (Language::German, "de", "Deutsch", one_alone),
    (Language::French, "fr", "Français", french),
];

/// Numbers change nothing.
fn never(_: usize) -> &'static str {
    "other"
}

/// One is told from the others.
fn one_alone(count: usize) -> &'static str {
    if count == 1 { "one" } else { "other" }
}

/// None and one are alike, and whole millions have a form of their own.
fn french(count: usize) -> &'static str {
    match count {
        0 | 1 => "one",
        _ if count.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

impl Language {
    /// Every language.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(|(language, ..)| *language)
    }

    fn row(self) -> Option<&'static Row> {
        LANGUAGES.iter().find(|(language, ..)| *language == self)
    }

    /// Its tag, as in `lang`.
    pub fn tag(self) -> &'static str {
        self.row().map_or("en", |(_, tag, ..)| tag)
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        self.row().map_or("", |(_, _, name, _)| name)
    }

    /// The language that a tag asks for, whatever stands behind its first part.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        let is_asked_for = |row: &&Row| row.1.eq_ignore_ascii_case(first);
        LANGUAGES.iter().find(is_asked_for).map(|(language, ..)| *language)
    }

    /// Which form of a text that differs with a number is said of so many, by the rules of CLDR.
    /// <https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>
    pub fn category(self, count: usize) -> &'static str {
        self.row().map_or("other", |(.., category)| category(count))
    }
}

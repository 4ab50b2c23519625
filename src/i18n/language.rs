//! The supported languages and their plural rules.

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

/// One row of the table: tag, native name, function that selects the plural form.
type Row = (Language, &'static str, &'static str, fn(usize) -> &'static str);

/// Every language. To add one, add a row here and a file in `public/locales`.
const LANGUAGES: [Row; 5] = [
    (Language::English, "en", "English", one_alone),
    (Language::Korean, "ko", "한국어", never),
    (Language::Japanese, "ja", "日本語", never),
    (Language::German, "de", "Deutsch", one_alone),
    (Language::French, "fr", "Français", french),
];

/// No plural forms.
fn never(_: usize) -> &'static str {
    "other"
}

/// One has its own form.
fn one_alone(count: usize) -> &'static str {
    if count == 1 { "one" } else { "other" }
}

/// Zero and one share a form, and whole millions have their own.
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

    /// The language tag, as in the attribute `lang`.
    pub fn tag(self) -> &'static str {
        self.row().map_or("en", |(_, tag, ..)| tag)
    }

    /// The language's name in the language itself.
    pub fn own_name(self) -> &'static str {
        self.row().map_or("", |(_, _, name, _)| name)
    }

    /// The language that a tag asks for. Only the first subtag counts.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        let is_asked_for = |row: &&Row| row.1.eq_ignore_ascii_case(first);
        LANGUAGES.iter().find(is_asked_for).map(|(language, ..)| *language)
    }

    /// The CLDR plural category of a count.
    /// <https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>
    pub fn category(self, count: usize) -> &'static str {
        self.row().map_or("other", |(.., category)| category(count))
    }
}

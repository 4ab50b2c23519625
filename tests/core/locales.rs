//! The languages: each has every message, with all arguments and the terms of the glossary, and commands
//! are the same in all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::i18n::{Catalog, Language, catalog, speak, text};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::preset::PRESETS;
use azureml_k8s_wizard::output::Style;
use azureml_k8s_wizard::output::markdown::markdown;
use azureml_k8s_wizard::output::picture::picture;
use azureml_k8s_wizard::output::picture::svg::{Place, drawing};
use azureml_k8s_wizard::output::script::script;
use azureml_k8s_wizard::output::tokens::output_text;
use azureml_k8s_wizard::text::{self, Text, finding};
use icu_plurals::{PluralCategory, PluralRules};
use messages::{English, key, names, scan};

const FORMS_TO_TRY: usize = 2_000;

fn others() -> impl Iterator<Item = Language> {
    Language::all().filter(|language| *language != Language::English)
}

fn english() -> BTreeMap<String, English> {
    scan(Path::new("src")).unwrap()
}

fn translation(language: Language) -> BTreeMap<String, String> {
    let path = format!("public/locales/{}.json", language.tag());
    messages::read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn rules(language: Language) -> PluralRules {
    let locale: icu_locale_core::Locale = language.tag().parse().unwrap();
    PluralRules::try_new_cardinal((&locale).into()).unwrap()
}

fn id(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Each message of a language with its English text. A plural form gets the English form of the same number.
fn pairs(language: Language) -> Vec<(String, String, String)> {
    let categories: Vec<&str> = rules(language).categories().map(id).collect();
    let translated = translation(language);
    let mut pairs = Vec::new();
    for (name, message) in english() {
        for (full_name, category) in names(&name, &message, &categories) {
            let english = match &message {
                English::Text(text) => text,
                English::Plural(one, _) if category == Some("one") => one,
                English::Plural(_, other) => other,
            };
            let text = translated.get(&full_name).cloned().unwrap_or_default();
            pairs.push((full_name, english.clone(), text));
        }
    }
    pairs
}

fn data(file: &str) -> String {
    std::fs::read_to_string(Path::new("tests/data/locales").join(file)).unwrap()
}

/// The names in braces of a text.
fn arguments(text: &str) -> BTreeSet<&str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    inside.map(|(name, _)| name).filter(is_name).collect()
}

#[test]
fn a_language_has_the_plural_forms_of_unicode() {
    for language in Language::all() {
        let rules = rules(language);
        let numbers = (0..FORMS_TO_TRY).chain([999_999, 1_000_000, 1_000_001, 2_000_000, 10_000_000]);
        for number in numbers {
            let expected = id(rules.category_for(number));
            assert_eq!(language.category(number), expected, "{number} in {}", language.tag());
        }
    }
}

#[test]
fn a_language_has_every_message_and_no_other() {
    for language in others() {
        let expected: Vec<String> = pairs(language).into_iter().map(|(name, ..)| name).collect();
        let mut expected: Vec<&String> = expected.iter().collect();
        expected.sort();
        let translated = translation(language);
        assert_eq!(translated.keys().collect::<Vec<_>>(), expected, "{}", language.tag());
    }
    let files = std::fs::read_dir("public/locales").unwrap().count();
    assert_eq!(files, others().count(), "a file has no row in the table of languages");
}

#[test]
fn a_file_is_in_the_order_of_its_names() {
    for language in others() {
        let path = format!("public/locales/{}.json", language.tag());
        let source = std::fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = source.lines().filter_map(|line| line.trim().split("\": ").next()).collect();
        let names: Vec<&&str> = lines.iter().filter(|line| line.starts_with('"')).collect();
        assert!(names.is_sorted(), "{}", language.tag());
    }
}

#[test]
fn every_language_has_the_arguments_of_each_message() {
    for language in others() {
        for (name, english, text) in pairs(language) {
            let (mut wanted, has) = (arguments(&english), arguments(&text));
            // English says "1" where another language may write the number.
            if has.contains("count") && name.rsplit('.').next() == Some("one") {
                wanted.insert("count");
            }
            assert_eq!(has, wanted, "{name} in {}", language.tag());
        }
    }
}

#[test]
fn a_message_is_translated_or_there_is_a_reason() {
    let reasons: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        serde_json::from_str(&data("untranslated.json")).unwrap();
    for language in others() {
        let allowed: BTreeSet<&String> =
            reasons.values().filter_map(|names| names.get(language.tag())).flatten().collect();
        let alike = pairs(language).into_iter().filter(|(_, english, text)| english == text);
        let alike: BTreeSet<String> = alike.map(|(name, ..)| name).collect();
        assert_eq!(alike.iter().collect::<BTreeSet<_>>(), allowed, "{}", language.tag());
    }
}

#[test]
fn a_message_is_one_visible_line_of_text() {
    // Between sentences and words, and after a sentence, spaces belong to the text.
    let blanks = ["list.separator", "list.sentences", "read.meant"];
    for language in others() {
        for (name, _, text) in pairs(language) {
            let context = format!("{name} in {}: {text:?}", language.tag());
            if !blanks.contains(&name.as_str()) {
                assert!(!text.is_empty() && text.trim() == text, "{context}");
            }
            let is_direction = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
            assert!(!text.chars().any(|c| c.is_control() || is_direction(c)), "{context}");
            let is_tag =
                |rest: &str| rest.starts_with('/') || rest.starts_with("br") || rest.starts_with("a ");
            assert!(!text.split('<').skip(1).any(is_tag), "{context}");
            assert!(!text.contains("&nbsp;") && !text.contains("&amp;"), "{context}");
        }
    }
}

#[test]
fn code_is_unchanged_in_every_language() {
    // Certainly code: options, settings, codes of the health check, addresses, placeholders, pairs.
    let is_code = |word: &str| {
        let is_camel = word
            .chars()
            .zip(word.chars().skip(1))
            .any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
        let is_health =
            word.len() == 6 && word.starts_with("E4") && word.bytes().skip(1).all(|b| b.is_ascii_digit());
        word.len() > 2
            && (word.starts_with("--")
                || is_camel
                || is_health
                || word.contains("://")
                || word.starts_with('<') && word.ends_with('>')
                || word.contains('='))
    };
    let bare =
        |word: &str| word.trim_matches(['.', ',', ';', ':', '(', ')', '“', '”', '"', '?', '!']).to_owned();
    for language in others() {
        for (name, english, text) in pairs(language) {
            let english = english.replace('{', " {");
            for word in english.split_whitespace().map(bare).filter(|word| is_code(word)) {
                assert!(text.contains(&word), "{word} in {name} of {}: {text}", language.tag());
            }
        }
    }
}

/// The forms of a term in a cell of the glossary.
fn forms(cell: &str) -> Vec<Vec<String>> {
    // Each form as pieces in order, with optional letters between them.
    let pieces = |form: &str| {
        form.split('(').map(|piece| piece.rsplit(')').next().unwrap_or(piece).to_lowercase()).collect()
    };
    cell.split(" / ").map(str::trim).map(pieces).collect()
}

/// Whether a text contains the pieces of a form, at most two letters apart.
fn holds(text: &str, pieces: &[String]) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return true };
    let mut left = text;
    while let Some((_, after)) = left.split_once(first.as_str()) {
        left = after;
        let mut behind = after;
        let is_next = |piece: &String| match behind.split_once(piece.as_str()) {
            Some((gap, after)) if gap.chars().count() <= 2 => {
                behind = after;
                true
            }
            _ => false,
        };
        if rest.iter().all(is_next) {
            return true;
        }
    }
    false
}

/// Whether an English text contains a term as a separate word, in singular or plural.
fn has_term(text: &str, term: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '{' | '}');
    let text = text.to_lowercase();
    let mut before = String::new();
    let mut parts = text.split(term).peekable();
    while let Some(part) = parts.next() {
        before.push_str(part);
        let Some(after) = parts.peek() else { return false };
        let ending = ["es", "s", ""].iter().find_map(|ending| after.strip_prefix(ending)).unwrap_or(after);
        // A compound of two terms begins and ends with one.
        let is_word = |rest: &str| !rest.starts_with(is_inside);
        if !before.ends_with(is_inside) && (is_word(ending) || is_word(after)) {
            return true;
        }
        before.push_str(term);
    }
    false
}

#[test]
fn messages_use_the_terms_of_the_glossary() {
    let glossary = std::fs::read_to_string("docs/glossary.md").unwrap();
    let mut rows = glossary
        .lines()
        .filter(|line| line.starts_with("| "))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<&str>>());
    let head = rows.next().unwrap();
    let names: BTreeSet<&str> = Language::all().map(Language::own_name).collect();
    assert_eq!(head.iter().copied().collect::<BTreeSet<_>>(), names, "a column for each language");
    let rows: Vec<Vec<&str>> = rows.skip(1).collect();
    assert!(
        rows.len() >= 60 && rows.iter().all(|row| row.len() == head.len()),
        "no cell missing, sixty terms"
    );
    let exceptions: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&data("glossary-exceptions.json")).unwrap();
    let mut seen = 0;
    for (column, name) in head.iter().enumerate().skip(1) {
        let language = others().find(|language| language.own_name() == *name).unwrap();
        let tag = language.tag();
        for (name, english, text) in pairs(language) {
            // Addresses and placeholders contain no words.
            let is_word = |word: &&str| !word.contains("://") && !word.starts_with('<');
            let english = english.split(' ').filter(is_word).collect::<Vec<_>>().join(" ");
            let text = text.to_lowercase();
            for row in rows.iter().filter(|row| has_term(&english, row[0])) {
                let allowed = exceptions.get(tag).and_then(|terms| terms.get(row[0])?.as_array());
                if allowed.is_some_and(|names| names.iter().any(|known| known.as_str() == Some(&name))) {
                    continue;
                }
                seen += 1;
                assert!(
                    forms(row[column]).iter().any(|form| holds(&text, form)),
                    "{} is {} in {name} of {tag}: {text}",
                    row[0],
                    row[column]
                );
            }
        }
    }
    assert!(seen > 2_000, "only {seen} terms were looked for");
}

#[test]
fn no_sentence_of_eight_words_stands_in_a_document() {
    // Each run of eight words of the documents, by its key.
    let windows: BTreeSet<u32> =
        data("seed-windows.txt").lines().map(|line| u32::from_str_radix(line, 16).unwrap()).collect();
    assert!(windows.len() > 10_000);
    let is_known = |words: &[String]| {
        words.len() >= 8 && words.windows(8).all(|window| windows.contains(&key(&[&window.join(" ")])))
    };
    let words = |sentence: &str| -> Vec<String> {
        let words = sentence.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    // A check of the check: one of the documents contains this.
    let known =
        "Konfigurieren von Azure Kubernetes Service und Kubernetes-Clustern mit Azure Arc-Unterstützung";
    assert!(
        is_known(&words(known)) && !is_known(&words("Acht Wörter, die so in keinem der Dokumente stehen"))
    );
    for language in others() {
        for (name, _, text) in pairs(language) {
            // Misprints are quoted from the documents.
            if name.starts_with("misprint.") {
                continue;
            }
            for sentence in text.split_inclusive(['.', '!', '?', '。']) {
                assert!(!is_known(&words(sentence)), "{name} in {}: {sentence}", language.tag());
            }
        }
    }
}

#[test]
fn french_has_narrow_spaces_before_high_punctuation_and_within_quotes() {
    for (name, _, text) in pairs(Language::French) {
        // Code has its own rules.
        if text.contains('"') || name.starts_with("misprint.") {
            continue;
        }
        let mut before = None;
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let ends = rest.peek().is_none_or(|next| next.is_whitespace());
            if matches!(c, ';' | '!' | '?' | ':') && ends || c == '»' {
                assert_eq!(before, Some('\u{202f}'), "{c} in {name}: {text}");
            }
            if c == '«' {
                assert_eq!(rest.peek(), Some(&'\u{202f}'), "{name}: {text}");
            }
            before = Some(c);
        }
        assert!(!text.contains(['“', '”']), "{name}: {text}");
    }
}

/// Scenarios of every edition, complete and with gaps.
fn scenarios() -> Vec<Answers> {
    let names = [
        (Field::Subscription, "00000000-0000-0000-0000-000000000000"),
        (Field::ResourceGroup, "rg-ml"),
        (Field::ClusterName, "prod"),
        (Field::Workspace, "mlw"),
        (Field::Cname, "ml.contoso.com"),
    ];
    let mut all = Vec::new();
    for preset in PRESETS {
        let answers = preset.answers();
        let mut complete = answers.clone();
        for (field, name) in names {
            complete.set(field, name).unwrap();
        }
        let mut wrong = complete.clone();
        wrong.set(Field::ClusterName, "-Prod_").unwrap();
        wrong.set(Field::ComputeName, "1").unwrap();
        all.extend([answers, complete, wrong]);
    }
    all
}

#[test]
fn commands_files_and_scripts_are_the_same_in_every_language() {
    let written = |answers: &Answers, shell: Shell| {
        let outcome = outcome(answers).written_for(shell);
        let outputs = outcome.plan.steps.iter().flat_map(|step| &step.outputs);
        let texts = outputs.filter(|output| output.id.id() != "studio");
        texts.map(|output| output_text(output, shell, Layout::Lines)).collect::<Vec<_>>()
    };
    for answers in scenarios() {
        for (shell, _) in Shell::ALL {
            speak(None);
            let expected = written(&answers, *shell);
            for language in others() {
                speak(catalog(language));
                let has = written(&answers, *shell);
                // Comments and error messages in a file are in the language.
                let code = |texts: &[String]| -> Vec<String> {
                    let lines = texts.iter().flat_map(|text| text.lines());
                    let is_prose = |line: &&str| {
                        line.trim_start().starts_with('#') || line.contains("raise SystemExit(")
                    };
                    lines.filter(|line| !is_prose(line)).map(str::to_owned).collect()
                };
                assert_eq!(code(&has), code(&expected), "{}", language.tag());
            }
        }
    }
    speak(None);
}

#[test]
fn every_text_about_a_scenario_is_in_the_language() {
    let style = Style { shell: Shell::Bash, layout: Layout::Lines, errata: true };
    for language in others() {
        let mut differing = 0;
        for answers in scenarios() {
            let texts = |catalog: Option<&'static Catalog>| {
                speak(catalog);
                let outcome = outcome(&answers).written_for(Shell::Bash);
                let mut texts: Vec<String> =
                    outcome.findings.iter().map(|found| finding(found, &answers)).collect();
                texts.push(markdown(&answers, &outcome, style));
                texts.extend(script(&answers, &outcome, Shell::Bash, Layout::Lines));
                texts
            };
            let (english, translated) = (texts(None), texts(catalog(language)));
            for (english, translated) in english.iter().zip(&translated) {
                differing += usize::from(english != translated);
                // All arguments have been filled in.
                for name in ["{label}", "{problem}", "{count}", "{text}", "{field", "{value}"] {
                    assert!(!translated.contains(name), "{name} in {translated}");
                }
            }
        }
        assert!(differing > 100, "{}: only {differing} texts differ from English", language.tag());
    }
    speak(None);
}

#[test]
fn no_text_of_the_picture_is_cut_off_that_fits_in_english() {
    let cut =
        |answers: &Answers| drawing(&picture(&outcome(answers)), Place::File).written().matches('…').count();
    for answers in scenarios() {
        speak(None);
        let expected = cut(&answers);
        for language in others() {
            speak(catalog(language));
            assert!(cut(&answers) <= expected, "{} cuts off more than English", language.tag());
        }
    }
    speak(None);
}

#[test]
fn a_message_that_a_catalog_lacks_is_english() {
    let undo = format!("{:08x}", key(&["Undo"]));
    let broken = [
        (undo.clone(), "Annuler".to_owned()),
        ("no key".to_owned(), "x".to_owned()),
        (undo, "Défaire".to_owned()),
    ];
    speak(Some(Catalog::new(Language::French, broken)));
    assert_eq!(text(Text::Undo), "Défaire");
    assert_eq!(text(Text::Redo), "Redo");
    assert_eq!(text::steps_done(1, 2), "1 of 2 steps done");
    speak(None);
    assert_eq!(text(Text::Undo), "Undo");
}

#[test]
fn a_tag_gives_its_language_whatever_stands_behind_it() {
    assert_eq!(Language::from_tag("de-AT"), Some(Language::German));
    assert_eq!(Language::from_tag("FR_ca"), Some(Language::French));
    assert_eq!(Language::from_tag("ko"), Some(Language::Korean));
    assert_eq!(Language::from_tag("tlh"), None);
    assert_eq!(Language::from_tag(""), None);
}

//! The similarity of two names, to find the name that a misprint was meant to be.
//!
//! Similar spelling alone is not certain: `sslCertKeyFile` is two letters from `sslCertPemFile`, but `Key` is another word
//! than `Pem`. A misprint therefore has at most one wrong letter in each short word of the name.

/// The longest text that is compared, in bytes.
const LONGEST: usize = 48;

/// The largest number of wrong letters in a misprint.
const MOST: usize = 2;

/// The length from which a word with two wrong letters is still a misprint, and not another word.
const LONG: usize = 6;

/// The name that a text was meant to be: the same letters in another case, or with few of them wrong. `None` if no
/// name is similar enough, or if two names are equally similar.
pub(super) fn nearest<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut best: Option<(&str, usize)> = None;
    let mut is_tie = false;
    for name in names {
        let allowed = MOST.min(name.len() / 4);
        let Some(distance) = distance(text, name).filter(|distance| *distance <= allowed) else { continue };
        match best {
            Some((known, least)) if distance > least || known == name => {}
            Some((_, least)) if distance == least => is_tie = true,
            _ => {
                best = Some((name, distance));
                is_tie = false;
            }
        }
    }
    let (name, distance) = best.filter(|_| !is_tie)?;
    (distance <= 1 || has_the_same_words(text, name)).then_some(name)
}

/// Whether each word of a text is a misprint of the word at its place in a name. True if the text has another number of
/// words, because then its words cannot be compared.
fn has_the_same_words(text: &str, name: &str) -> bool {
    let (texts, names) = (words(text), words(name));
    texts.len() != names.len()
        || texts.iter().zip(&names).all(|(one, other)| {
            let allowed = if other.len() >= LONG { MOST } else { 1 };
            distance(one, other).is_some_and(|distance| distance <= allowed)
        })
}

/// The words of a name in camel case, or with hyphens, full stops or underscores.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut was_lower = false;
    for (at, c) in name.char_indices() {
        let is_separator = matches!(c, '-' | '.' | '_');
        if (is_separator || c.is_uppercase() && was_lower) && at > start {
            words.extend(name.get(start..at));
            start = at;
        }
        if is_separator {
            start = at + c.len_utf8();
        }
        was_lower = !c.is_uppercase();
    }
    words.extend(name.get(start..).filter(|word| !word.is_empty()));
    words
}

/// The number of letters to insert, delete, replace or swap with the next one to turn one text into the other,
/// ignoring case. `None` if the texts are too long or too different.
fn distance(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() > LONGEST || other.len() > LONGEST || one.len().abs_diff(other.len()) > MOST {
        return None;
    }
    let cell = |row: &[usize; LONGEST + 1], place: usize| row.get(place).copied().unwrap_or(LONGEST);
    let mut before = [0; LONGEST + 1];
    let mut above = [0; LONGEST + 1];
    above.iter_mut().enumerate().for_each(|(place, cell)| *cell = place);
    for (row, byte) in one.iter().enumerate() {
        let mut current = [0; LONGEST + 1];
        if let Some(first) = current.first_mut() {
            *first = row + 1;
        }
        for (column, against) in other.iter().enumerate() {
            let is_same = byte.eq_ignore_ascii_case(against);
            let mut least = cell(&above, column) + usize::from(!is_same);
            least = least.min(cell(&above, column + 1) + 1).min(cell(&current, column) + 1);
            let swapped = row > 0
                && column > 0
                && one.get(row - 1).is_some_and(|last| last.eq_ignore_ascii_case(against))
                && other.get(column - 1).is_some_and(|last| last.eq_ignore_ascii_case(byte));
            if swapped {
                least = least.min(cell(&before, column - 1) + 1);
            }
            if let Some(target) = current.get_mut(column + 1) {
                *target = least;
            }
        }
        before = above;
        above = current;
    }
    Some(cell(&above, other.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misprint_finds_the_name_that_was_meant() {
        let names = ["sslKeyPemFile", "sslCertPemFile", "enableTraining", "openshift"];
        let near = |text| nearest(text, names.into_iter());
        assert_eq!(near("ssKeyPMFile"), Some("sslKeyPemFile"));
        assert_eq!(near("sslkeypemfile"), Some("sslKeyPemFile"));
        assert_eq!(near("enableTrianing"), Some("enableTraining"));
        assert_eq!(near("enableServing"), None);
        assert_eq!(near("x"), None);
        assert_eq!(nearest("Ture", ["True", "False"].into_iter()), Some("True"));
        assert_eq!(nearest("yes", ["True", "False"].into_iter()), None);
    }

    #[test]
    fn another_word_is_not_a_misprint() {
        assert_eq!(nearest("sslCertKeyFile", ["sslCertPemFile"].into_iter()), None);
        assert_eq!(nearest("sslCretPenFile", ["sslCertPemFile"].into_iter()), Some("sslCertPemFile"));
        assert_eq!(nearest("--cluster-rype", ["--cluster-type"].into_iter()), Some("--cluster-type"));
        assert_eq!(nearest("--cluster-tags", ["--cluster-type"].into_iter()), None);
        assert_eq!(nearest("inferenceRouterSrevicTpe", ["inferenceRouterServiceType"].into_iter()), None);
    }

    #[test]
    fn of_two_names_as_near_neither_is_meant() {
        assert_eq!(nearest("--name-a", ["--name-b", "--name-c"].into_iter()), None);
    }
}

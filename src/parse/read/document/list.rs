//! Commands as a list of words: in the log of `az … --debug`, and in calls of Python.

use super::{Content, Document, Value};

/// The first words of the commands that are read.
const HEADS: &[&str] =
    &["az", "k8s-extension", "ml", "connectedk8s", "aks", "account", "extension", "configure"];

/// The longest word of a list.
const LONGEST: usize = 4096;

/// Finds a list of words on this line: `['k8s-extension', 'create', …]`.
pub(super) fn find(at: usize, line: &str) -> Option<Document> {
    let open = line.find("['").or_else(|| line.find("[\""))?;
    let inside = line.get(open + 1..)?;
    let mut values = Vec::new();
    let mut place = 0;
    loop {
        let rest = inside.get(place..)?;
        let item = rest.trim_start_matches([' ', ',']);
        place += rest.len() - item.len();
        let quote = item.chars().next()?;
        if quote == ']' {
            break;
        }
        let start = at + open + 1 + place;
        let (length, value) = if matches!(quote, '\'' | '"') {
            let end = item.get(1..)?.find(quote)?;
            let text = item.get(1..=end)?;
            (end + 2, Value::known(text, start..start + end + 2))
        } else {
            // A name of Python.
            let end = item.find([',', ']', ' '])?;
            (end, Value::unknown(start..start + end))
        };
        if length > LONGEST {
            return None;
        }
        place += length;
        values.push(value);
    }
    let first = values.first()?;
    if !HEADS.contains(&first.text.as_str()) || values.len() < 3 {
        return None;
    }
    if first.text != "az" {
        let start = first.span.start;
        values.insert(0, Value::known("az", start..start));
    }
    let span = at + open..at + open + 1 + place + 1;
    Some(Document { span, content: Content::Words(values) })
}

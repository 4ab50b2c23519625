//! Node labels.

use super::name::{NameRule, alphanumeric, dns_1123_subdomain};
use super::{Checked, Problem, Value, checked_text};

fn label_text(c: char) -> bool {
    alphanumeric(c) || matches!(c, '-' | '_' | '.')
}

/// Kubernetes label names and values: 63 characters, a letter or digit at both ends.
/// <https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/>
const LABEL: NameRule =
    NameRule { length: (1, 63), allowed: label_text, start: alphanumeric, end: alphanumeric };

fn label(text: &str) -> Result<&str, Problem> {
    let (key, value) = text.split_once('=').ok_or(Problem::Form)?;
    let (prefix, name) = key.split_once('/').map_or((None, key), |(prefix, name)| (Some(prefix), name));
    if let Some(prefix) = prefix {
        dns_1123_subdomain(prefix)?;
    }
    LABEL.check(name)?;
    if !value.is_empty() {
        LABEL.check(value)?;
    }
    Ok(key)
}

fn node_selector(text: &str) -> Result<(), Problem> {
    let mut seen: Vec<&str> = Vec::new();
    for item in text.split(',').map(str::trim) {
        if item.is_empty() {
            return Err(Problem::EmptyItem);
        }
        let key = label(item).map_err(|problem| problem.of(item))?;
        if seen.contains(&key) {
            return Err(Problem::Repeated(key.to_owned()));
        }
        seen.push(key);
    }
    Ok(())
}

checked_text! {
    /// Labels that a node must carry: `label=value`, separated by commas; a value may be empty.
    NodeSelector by node_selector;
}

impl NodeSelector {
    /// The labels one by one, each as `label=value`.
    pub fn iter(&self) -> impl Iterator<Item = Checked<'_>> {
        self.as_str().split(',').map(|label| Checked(label.trim()))
    }
}

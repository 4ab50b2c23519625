//! Node labels.

use super::name::{NameRule, alphanumeric, dns_1123_subdomain};
use super::{Checked, Problem, Value, checked_text, items, unique_items};

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
    unique_items(text, |item| label(item).map_err(|problem| problem.of(item)), str::eq)
}

checked_text! {
    /// Labels that a node must have: `label=value`, separated by commas. A value may be empty.
    NodeSelector by node_selector;
}

/// The pieces of `label=value` between the full stops of the label's name.
pub(crate) fn pieces(label: Checked<'_>) -> impl Iterator<Item = Checked<'_>> {
    let text = label.as_str();
    let stops = text.chars().take_while(|c| *c != '=').filter(|c| *c == '.').count();
    text.splitn(stops + 1, '.').map(Checked::new)
}

impl NodeSelector {
    /// The labels, each as `label=value`.
    pub fn iter(&self) -> impl Iterator<Item = Checked<'_>> {
        items(self.as_str()).map(Checked::new)
    }
}

//! Commands about something else than the scenario: another cluster or compute than the first one, another product.

use super::super::finding::ReadId;
use super::super::option::{OptionRow, ValueKind, Verb};
use super::super::reader::Reader;
use super::super::resource;
use super::{Context, Value};
use crate::analysis::check::Severity;
use crate::model::field::Field;

/// What the products of Azure Machine Learning begin with.
const PRODUCT: &str = "microsoft.azureml";

/// The other computes that can be attached.
const OTHER_COMPUTES: &[&str] = &["virtualmachine"];

impl Reader<'_> {
    /// Finds out whether a command is about something else, and tells it.
    pub(super) fn leave_out(&mut self, context: &mut Context<'_, '_>) {
        self.is_left_out = false;
        let is_known = |(_, value): &&(&OptionRow, Value<'_, '_>)| value.word.gap_in(&value.range).is_none();
        for (row, value) in context.values.iter().filter(is_known) {
            let text = value.text().trim();
            let found = match row.kind {
                ValueKind::ExtensionType => is_other_product(text).then_some(("product", Severity::Info)),
                ValueKind::ComputeType => OTHER_COMPUTES
                    .iter()
                    .any(|other| text.eq_ignore_ascii_case(other))
                    .then_some(("type of compute", Severity::Info)),
                ValueKind::Text(Field::ClusterName) => {
                    self.is_other(Field::ClusterName, text).then_some(("cluster", Severity::Warning))
                }
                // An installation of another name is judged; a change is one of something else.
                ValueKind::Text(Field::ExtensionName) if context.row.verb == Verb::Update => {
                    self.is_other(Field::ExtensionName, text).then_some(("extension", Severity::Warning))
                }
                ValueKind::Text(Field::ComputeName)
                    if matches!(context.row.verb, Verb::Attach | Verb::Compute) =>
                {
                    self.is_other(Field::ComputeName, text).then_some(("compute", Severity::Warning))
                }
                ValueKind::ResourceId => {
                    let name = resource::parse(text).and_then(|id| text.get(id.name)).unwrap_or_default();
                    (!name.is_empty() && self.is_other(Field::ClusterName, name))
                        .then_some(("cluster", Severity::Warning))
                }
                _ => None,
            };
            if let Some((what, severity)) = found {
                let fields = if severity == Severity::Info { Vec::new() } else { row.kind.fields() };
                self.add(ReadId::LeftOut, what, severity, fields, value.span());
                self.is_left_out = true;
                if severity == Severity::Info {
                    // Its values are not ours to judge.
                    context.is_other_product = true;
                    context.values.clear();
                }
                return;
            }
        }
    }

    /// Whether a name is another one than that which is known.
    fn is_other(&self, field: Field, name: &str) -> bool {
        self.known(field).is_some_and(|known| !known.text.eq_ignore_ascii_case(name))
    }
}

/// Whether this is the type of an extension that has nothing to do with machine learning.
fn is_other_product(text: &str) -> bool {
    let begins = text.get(..PRODUCT.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(PRODUCT));
    text.contains('.') && !begins && text.len() > 2
}

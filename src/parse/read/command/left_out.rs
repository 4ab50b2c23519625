//! Commands that are not about the scenario: about another cluster or compute than the first one, or about another
//! product.

use super::super::finding::ReadId;
use super::super::option::{OptionRow, ValueKind, Verb};
use super::super::reader::Reader;
use super::{Context, Value};
use crate::analysis::check::Severity;
use crate::model::field::Field;
use crate::parse::resource;

/// The common prefix of the extension types of Azure Machine Learning.
const PRODUCT: &str = "microsoft.azureml";

/// Other types of computes that can be attached.
const OTHER_COMPUTES: &[&str] = &["virtualmachine"];

impl Reader<'_> {
    /// Checks whether a command is not about the scenario, and reports it.
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
                // An installation under another name is still checked. An update under another name is about another
                // extension.
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
                    // The values of another product are not checked.
                    context.is_other_product = true;
                    context.values.clear();
                }
                return;
            }
        }
    }

    /// Whether a name differs from the known one.
    fn is_other(&self, field: Field, name: &str) -> bool {
        self.known(field).is_some_and(|known| !known.text.eq_ignore_ascii_case(name))
    }
}

/// Whether this is the type of an extension of another product.
fn is_other_product(text: &str) -> bool {
    let begins = text.get(..PRODUCT.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(PRODUCT));
    text.contains('.') && !begins && text.len() > 2
}

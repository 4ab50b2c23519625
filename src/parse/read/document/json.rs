//! JSON between commands: what `az` printed, and templates of Azure Resource Manager.

use super::super::finding::Span;
use super::super::reader::Reader;
use super::{Budget, Content, Document};

/// Finds JSON that begins on this line.
pub(super) fn find(text: &str, at: usize, line: &str, budget: &mut Budget) -> Option<Document> {
    if !matches!(line.trim(), "{" | "[" | "[{" | "{}" | "[]") && !line.trim_start().starts_with("{\"") {
        return None;
    }
    // Something is left to spend.
    budget.spend(1)?;
    let rest = text.get(at..)?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&serde_json::value::RawValue>();
    let printed = match values.next()? {
        Ok(printed) => printed,
        Err(error) => {
            let before = rest.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
            budget.spend(before.sum::<usize>() + error.column());
            return None;
        }
    };
    let span = at..at + values.byte_offset();
    let is_of_azure = printed.get().contains("\"/subscriptions/");
    // JSON of another kind is output that nobody asks about. It is listed once.
    Some(Document { span, content: if is_of_azure { Content::Printed } else { Content::Unknown } })
}

impl Reader<'_> {
    /// Takes what `az` printed about resources for the fields that no command sets.
    pub(super) fn printed(&mut self, span: Span) {
        let printed = self.text.get(span.clone()).unwrap_or_default();
        let Some(import) = crate::parse::import::read(printed) else { return };
        let filled = import.onto(&crate::model::answers::Answers::default());
        for (field, text) in filled.fields {
            if self.known(field).is_none() && !text.is_empty() {
                self.set(field, &text, span.clone());
            }
        }
    }
}

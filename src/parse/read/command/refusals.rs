//! Options that the CLI refuses together, values that it replaces, and options that a plan does not contain.
//!
//! The source is `custom.py` of k8s-extension, and `AzureMLKubernetes.py` for the namespace of the release.

use super::super::finding::{Cause, ReadId, Span};
use super::super::option::Verb;
use super::super::reader::Reader;
use super::Context;
use crate::analysis::check::Severity;
use crate::base::source;
use crate::model::value::EXTENSION_NAMESPACE;

/// Pairs of options that the CLI refuses together, by their first names.
const EXCLUSIVE: [(&str, &str); 2] =
    [("--config", "--config-file"), ("--config-protected", "--config-protected-file")];

impl Reader<'_> {
    /// Reports what the CLI refuses or replaces in a complete command, and what a plan does not contain.
    pub(super) fn refusals(&mut self, context: &Context<'_, '_>) {
        if context.is_other_product || self.is_left_out || self.is_document {
            return;
        }
        if matches!(context.row.verb, Verb::Create | Verb::Update) {
            for (one, other) in EXCLUSIVE {
                if let (Some(_), Some(span)) = (context.option_span(one), context.option_span(other)) {
                    self.exclusive(one, span);
                }
            }
        }
        if context.row.verb == Verb::Create {
            self.namespaces_of_release(context);
        }
        for (span, option) in &context.not_carried {
            let cause = Cause::Read(ReadId::NotCarriedOver, (*option).to_owned());
            self.find(cause, Severity::Info, Vec::new(), span.clone(), Some(context.row.source));
        }
    }

    fn exclusive(&mut self, with: &str, span: Span) {
        let cause = Cause::Read(ReadId::ExclusiveOptions, with.to_owned());
        self.find(cause, Severity::Error, Vec::new(), span, Some(source::CLI_UPDATE));
    }

    /// Checks the namespaces against the scope. Without a scope, the CLI checks them like those of a namespace's scope.
    fn namespaces_of_release(&mut self, context: &Context<'_, '_>) {
        let is_cluster = context.scope.as_deref() == Some("cluster");
        if let Some(span) = context.option_span("--target-namespace").filter(|_| is_cluster) {
            self.exclusive("--scope cluster", span);
        }
        let Some(span) = context.option_span("--release-namespace") else { return };
        if context.option_span("--scope").is_none() {
            let cause = Cause::Read(ReadId::MissingOption, "--scope cluster".to_owned());
            self.find(cause, Severity::Error, Vec::new(), span, Some(source::CLI_UPDATE));
        // The CLI gives the release its own namespace, whatever the command says.
        } else if let Some((name, place)) = &context.release_namespace
            && name != EXTENSION_NAMESPACE
        {
            let cause = Cause::Read(ReadId::OverwrittenValue, EXTENSION_NAMESPACE.to_owned());
            self.find(cause, Severity::Warning, Vec::new(), place.clone(), Some(source::CLI_UPDATE_ML));
        }
    }
}

//! Answers and hints that follow from a complete command, after its options are read.

use super::super::document::request;
use super::super::finding::ReadId;
use super::super::option::Verb;
use super::super::reader::Reader;
use super::{Context, yes};
use crate::analysis::check::Severity;
use crate::model::choice::{Choice as _, Cluster, IdentityKind, Task, YesNo};
use crate::model::field::Field;
use crate::plan::ErratumId;

impl Reader<'_> {
    /// Takes the answers and hints that follow from the complete command.
    pub(super) fn finish_command(&mut self, context: Context<'_, '_>) {
        let head = context.head.clone();
        self.refusals(&context);
        match context.row.verb {
            Verb::SignIn => {
                if context.subscription.is_some() {
                    self.signed_in.clone_from(&context.subscription);
                }
            }
            Verb::Tool => self.tool(&context),
            Verb::Create | Verb::Update => {
                self.hints.extension = true;
                self.overrides = context.row.verb == Verb::Update;
                self.auto_upgrade(&context);
                self.cluster_subscription(&context);
                self.creation(context);
                self.overrides = false;
            }
            Verb::Extension => {
                self.hints.extension = true;
                self.cluster_subscription(&context);
            }
            Verb::Connect => {
                self.hints.extension = true;
                self.choose(Field::Cluster, Cluster::Arc, head.clone());
                self.choose(Field::Connected, YesNo::No, head);
                self.cluster_subscription(&context);
            }
            Verb::Aks => {
                self.hint(Field::Cluster, Cluster::Aks.id(), head);
                self.cluster_subscription(&context);
            }
            Verb::Connected => {
                self.hint(Field::Cluster, Cluster::Arc.id(), head);
                self.cluster_subscription(&context);
            }
            Verb::Versions => {
                self.hints.versions.get_or_insert(head);
            }
            Verb::Attach if self.is_left_out => {}
            Verb::Attach => {
                self.hints.extension = true;
                self.attachment.get_or_insert(head);
                self.identity(&context);
                self.workspace_subscription(&context);
            }
            Verb::Compute => {
                self.hints.compute = true;
                self.workspace_subscription(&context);
            }
            Verb::TargetShow => {
                self.hints.legacy.get_or_insert(head);
            }
            Verb::TargetCreate | Verb::TargetAttach | Verb::TargetUpdate | Verb::TargetDetach => {
                self.hints.legacy.get_or_insert(head.clone());
                match context.row.verb {
                    Verb::TargetAttach => {
                        self.task = Some((Task::Attach, head));
                        self.workspace_subscription(&context);
                    }
                    Verb::TargetCreate => self.task = Some((Task::Create, head)),
                    // Only a new cluster has the questions that an update answers.
                    Verb::TargetUpdate => {
                        self.task.get_or_insert((Task::Create, head));
                    }
                    _ => {
                        self.task.get_or_insert((Task::Detach, head));
                    }
                }
            }
            Verb::Rest => {
                let url = context.url.as_ref().map(|url| (url.text.as_str(), &url.span));
                let body = context.body.as_ref().map(|body| (body.text.as_str(), &body.span));
                match body.and_then(|body| request(url, body)) {
                    Some(call) => self.call(&call, head),
                    None => self.not_understood.push(head),
                }
            }
            Verb::Other | Verb::Defaults => {}
        }
    }

    fn tool(&mut self, context: &Context<'_, '_>) {
        match (context.tool.as_deref(), &context.tool_version) {
            (Some("azure-cli-ml"), _) => {
                self.hints.legacy.get_or_insert(context.head.clone());
            }
            // Version 1.2.0 replaced the keys of the preview.
            (Some("k8s-extension"), Some((version, span)))
                if ["0.", "1.0.", "1.1."].iter().any(|old| version.starts_with(old)) =>
            {
                self.hints.preview_tool.get_or_insert(span.clone());
            }
            _ => {}
        }
    }

    /// Sets whether the extension upgrades itself. A version is only valid without automatic upgrades.
    fn auto_upgrade(&mut self, context: &Context<'_, '_>) {
        let has_version = context.option_span("--version").is_some();
        match &context.auto_upgrade {
            Some((true, span)) if has_version => {
                // The CLI checks it only when it installs.
                let is_new = context.row.verb == Verb::Create;
                let severity = if is_new { Severity::Error } else { Severity::Warning };
                self.add(ReadId::WrongValue, "false", severity, vec![Field::AutoUpgrade], span.clone());
                self.choose(Field::AutoUpgrade, YesNo::Yes, span.clone());
            }
            Some((is_on, span)) => self.choose(Field::AutoUpgrade, yes(*is_on), span.clone()),
            None if has_version && context.option_span("--auto-upgrade").is_none() => {
                self.choose(Field::AutoUpgrade, YesNo::No, context.head.clone());
            }
            None => {}
        }
    }

    fn cluster_subscription(&mut self, context: &Context<'_, '_>) {
        if let Some(known) = context.subscription.clone().or_else(|| self.signed_in.clone()) {
            self.set(Field::Subscription, &known.text, known.span);
        }
    }

    fn workspace_subscription(&mut self, context: &Context<'_, '_>) {
        if let Some(known) = context.subscription.clone().or_else(|| self.signed_in.clone()) {
            self.set(Field::WorkspaceSubscription, &known.text, known.span);
        }
    }

    /// Reports identities without the option for their type.
    fn identity(&mut self, context: &Context<'_, '_>) {
        let (None, Some(option)) = (&context.identity_type, &context.identities) else { return };
        if context.is_open {
            return;
        }
        self.erratum(ErratumId::IdentityType, vec![Field::Identity], option.clone());
        self.replace(Some(option.start..option.start), "--identity-type UserAssigned ");
        self.choose(Field::Identity, IdentityKind::UserAssigned, option.clone());
    }
}

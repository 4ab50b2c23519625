//! The last steps of reading a text: the edition of the commands, the hints that count, and the rules.

use super::super::finding::{Reading, Span};
use super::super::rules;
use super::{Hints, Reader};
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Edition, Task};
use crate::model::field::Field;

impl Reader<'_> {
    fn task(&self) -> Option<Task> {
        self.task.as_ref().map(|(task, _)| *task)
    }

    /// The edition of the commands, and the range of its evidence.
    fn edition(&self) -> (Edition, Span) {
        let hints = &self.hints;
        let preview =
            || hints.preview.clone().or_else(|| hints.old.clone()).or_else(|| hints.faint_preview.clone());
        let (edition, span) = match hints {
            Hints { legacy: Some(span), extension: false, .. } => (Edition::AksV1, Some(span.clone())),
            Hints { current: Some(_), .. } => (Edition::Current, None),
            Hints { preview: Some(_), .. } => (Edition::ArcPreview, preview()),
            Hints { late: Some(_), .. } => (Edition::Current, None),
            Hints { old: Some(_), .. } | Hints { faint_preview: Some(_), .. } => {
                (Edition::ArcPreview, preview())
            }
            Hints { faint_legacy: Some(span), extension: false, compute: false, .. } => {
                (Edition::AksV1, Some(span.clone()))
            }
            _ => (Edition::Current, None),
        };
        (edition, span.unwrap_or_default())
    }

    /// Completes the reading of the text.
    pub(in crate::parse::read) fn finish(mut self) -> Reading {
        let (edition, spoken) = self.edition();
        self.across_editions(edition);
        self.subscriptions();
        self.take_hints(edition);
        self.resource_groups(edition);
        let mut answers = Answers::default();
        let _ = answers.set(Field::Edition, edition.id());
        if let Some(task) = self.task().filter(|_| edition == Edition::AksV1) {
            let _ = answers.set(Field::Task, task.id());
        }
        for field in Field::ALL {
            let is_foreign = *field == Field::Cluster && edition == Edition::AksV1;
            if let Some(known) = self.known(*field).filter(|_| !is_foreign) {
                // Only choices can refuse a text, and their texts here are ids.
                let _ = answers.set(*field, &known.text);
            }
        }
        rules::judge(&mut self, &answers, spoken);
        self.findings.sort_by_key(|finding| finding.span.start);
        Reading {
            answers,
            edition,
            shell: self.shell,
            commands: self.commands,
            findings: self.findings,
            not_understood: self.not_understood,
        }
    }

    fn across_editions(&mut self, edition: Edition) {
        let creations = std::mem::take(&mut self.creations);
        for creation in &creations {
            creation.across_editions(self, edition);
        }
        self.creations = creations;
    }

    /// Drops the workspace's subscription if it is the same as the cluster's.
    fn subscriptions(&mut self) {
        if self.known(Field::Subscription).is_none()
            && let Some(signed_in) = self.signed_in.clone()
        {
            self.set(Field::Subscription, &signed_in.text, signed_in.span);
        }
        self.drop_same(Field::WorkspaceSubscription, Field::Subscription);
    }

    fn resource_groups(&mut self, edition: Edition) {
        self.drop_same(Field::WorkspaceResourceGroup, Field::ResourceGroup);
        // A legacy command that does not attach a cluster has only one resource group.
        if edition == Edition::AksV1
            && self.task() != Some(Task::Attach)
            && self.known(Field::ResourceGroup).is_none()
            && let Some(group) = self.known(Field::WorkspaceResourceGroup).cloned()
        {
            self.forget(Field::WorkspaceResourceGroup);
            self.set(Field::ResourceGroup, &group.text, group.span);
        }
    }

    fn drop_same(&mut self, field: Field, as_field: Field) {
        let is_same = match (self.known(field), self.known(as_field)) {
            (Some(one), Some(other)) => one.text.eq_ignore_ascii_case(&other.text),
            _ => false,
        };
        if is_same {
            self.forget(field);
        }
    }

    /// Takes the hints for fields that no command sets explicitly.
    fn take_hints(&mut self, edition: Edition) {
        let cluster = self.hinted(Field::ClusterName);
        let is_cluster = match (&cluster, self.known(Field::ClusterName)) {
            (Some(hint), Some(known)) => hint.text.eq_ignore_ascii_case(&known.text),
            (hint, None) => hint.is_some(),
            (None, Some(_)) => false,
        };
        for field in [
            Field::Cluster,
            Field::ClusterName,
            Field::ResourceGroup,
            Field::Region,
            Field::Namespace,
            Field::ExtensionName,
        ] {
            let is_wanted = match field {
                Field::Region => edition == Edition::AksV1 && self.task() != Some(Task::Detach),
                Field::Namespace => self.attachment.is_none(),
                Field::ExtensionName => true,
                _ => is_cluster,
            };
            if let Some(hint) = self.hinted(field)
                && is_wanted
                && self.known(field).is_none()
            {
                self.set(field, &hint.text, hint.span);
            }
        }
    }
}

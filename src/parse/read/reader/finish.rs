//! The last steps of reading a text: the edition of the commands, the hints that count, and the rules.

use super::super::finding::{Evidence, Reading, Span};
use super::super::rules;
use super::Reader;
use crate::model::answers::Answers;
use crate::model::choice::{Choice as _, Edition, Task};
use crate::model::field::Field;

impl Reader<'_> {
    fn task(&self) -> Option<Task> {
        self.task.as_ref().map(|(task, _)| *task)
    }

    /// The edition of the commands, and its evidence.
    fn edition(&self) -> (Edition, Option<(Evidence, Span)>) {
        use Evidence::{FirstSdk, LegacyCommand, NoServiceType, Setting, ToolVersion, VersionsCommand};
        let hints = &self.hints;
        let is_present = hints.extension || hints.compute;
        let found = |evidence: Evidence, span: &Option<Span>| span.clone().map(|span| (evidence, span));
        let legacy = found(LegacyCommand, &hints.legacy).filter(|_| !hints.extension);
        let preview = || {
            let key = found(Setting, &hints.preview).or_else(|| found(ToolVersion, &hints.preview_tool));
            key.map(|evidence| (Edition::ArcPreview, evidence))
        };
        let old = || {
            found(Setting, &hints.old)
                .or_else(|| found(FirstSdk, &hints.first_sdk))
                .or_else(|| found(NoServiceType, &hints.no_service_type))
        };
        let versions = || found(VersionsCommand, &hints.versions).filter(|_| !is_present);
        let judged = legacy
            .map(|evidence| (Edition::AksV1, evidence))
            .or_else(|| found(Setting, &hints.current).map(|evidence| (Edition::Current, evidence)))
            .or_else(preview)
            .or_else(|| found(Setting, &hints.late).map(|evidence| (Edition::Current, evidence)))
            .or_else(|| old().map(|evidence| (Edition::ArcPreview, evidence)))
            .or_else(|| versions().map(|evidence| (Edition::AksV1, evidence)));
        match judged {
            Some((edition, evidence)) => (edition, Some(evidence)),
            None => (Edition::Current, None),
        }
    }

    /// Completes the reading of the text.
    pub(in crate::parse::read) fn finish(mut self) -> Reading {
        let (edition, evidence) = self.edition();
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
        let spoken = evidence.as_ref().map(|(_, span)| span.clone());
        rules::judge(&mut self, &answers, spoken.unwrap_or_default());
        self.findings.sort_by_key(|finding| finding.span.start);
        self.join_alike();
        Reading {
            answers,
            edition,
            evidence,
            has_extension: !self.creations.is_empty(),
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

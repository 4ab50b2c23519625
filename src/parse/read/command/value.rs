//! Turns the values of options into answers.

use super::super::finding::{Edit, ReadId, Span};
use super::super::option::{ValueKind, Verb};
use super::super::reader::{Known, Reader};
use super::super::word::GapKind;
use super::{Context, Value};
use crate::analysis::check::Severity;
use crate::model::choice::{Cluster, IdentityKind, LoadBalancer, Purpose, YesNo};
use crate::model::field::Field;
use crate::parse::resource::{self, Provider};
use crate::plan::ErratumId;

impl Reader<'_> {
    /// Takes a value without gaps.
    pub(super) fn known_value(
        &mut self,
        context: &mut Context<'_, '_>,
        kind: ValueKind,
        value: &Value<'_, '_>,
    ) {
        let (text, span) = (value.text().trim(), value.span());
        match kind {
            // `show` and `delete` may be about another extension of the same cluster.
            ValueKind::Text(Field::ExtensionName) if context.row.verb == Verb::Extension => {
                self.hint(Field::ExtensionName, text, span);
            }
            ValueKind::Text(field) => {
                if field == Field::ExtensionName {
                    context.extension_name = Some(text.to_owned());
                }
                self.set(field, text, span);
            }
            ValueKind::Hint(field) => self.hint(field, text, span),
            ValueKind::ClusterType => {
                let types = ["connectedClusters", "managedClusters"];
                if let Some(found) = self.one_of(value, &types, vec![Field::Cluster]) {
                    let cluster = if found == "managedClusters" { Cluster::Aks } else { Cluster::Arc };
                    self.choose(Field::Cluster, cluster, span);
                }
            }
            ValueKind::ExtensionType => {
                let product = self.one_of(value, &["Microsoft.AzureML.Kubernetes"], Vec::new());
                context.is_other_product = product.is_none();
            }
            ValueKind::Scope => {
                let scope = self.one_of(value, &["cluster"], Vec::new());
                context.scope = Some(scope.unwrap_or(text).to_owned());
            }
            ValueKind::Url => context.url = Some(Known { text: text.to_owned(), span }),
            ValueKind::Body => context.body = Some(Known { text: text.to_owned(), span }),
            ValueKind::ReleaseNamespace => context.release_namespace = Some((text.to_owned(), span)),
            ValueKind::Train => {
                if !text.eq_ignore_ascii_case("stable") {
                    context.loses("--release-train");
                }
            }
            ValueKind::NotCarriedSwitch => {
                self.one_of(value, &["true", "false"], Vec::new());
            }
            ValueKind::AutoUpgrade => {
                if let Some(found) = self.one_of(value, &["true", "false"], vec![Field::AutoUpgrade]) {
                    context.auto_upgrade = Some((found == "true", span));
                }
            }
            ValueKind::ComputeType => {
                self.one_of(value, &["Kubernetes"], Vec::new());
            }
            ValueKind::IdentityType => {
                let types = ["SystemAssigned", "UserAssigned", "None"];
                let kind = match self.one_of(value, &types, vec![Field::Identity]) {
                    Some("SystemAssigned") => IdentityKind::SystemAssigned,
                    Some("UserAssigned") => IdentityKind::UserAssigned,
                    Some(_) => IdentityKind::None,
                    None => return,
                };
                self.choose(Field::Identity, kind, span);
            }
            ValueKind::Region => {
                // The CLI also accepts the display name, `West Europe`.
                let region: String =
                    text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_lowercase()).collect();
                self.set(Field::Region, if text.contains(' ') { &region } else { text }, span);
            }
            ValueKind::Distribution => {
                if ["openshift", "aro"].iter().any(|name| text.eq_ignore_ascii_case(name)) {
                    self.choose(Field::Openshift, YesNo::Yes, span);
                } else {
                    context.loses("--distribution");
                }
            }
            ValueKind::Subscription => context.subscription = Some(Known { text: text.to_owned(), span }),
            ValueKind::Purpose => {
                if let Some(found) =
                    self.one_of(value, &["FastProd", "DenseProd", "DevTest"], vec![Field::Purpose])
                {
                    let purpose = if found == "DevTest" { Purpose::DevTest } else { Purpose::Production };
                    self.choose(Field::Purpose, purpose, span);
                }
            }
            ValueKind::LoadBalancer => {
                let types = ["PublicIp", "InternalLoadBalancer"];
                if let Some(found) = self.one_of(value, &types, vec![Field::LoadBalancer]) {
                    let is_public = found == "PublicIp";
                    let chosen = if is_public { LoadBalancer::Public } else { LoadBalancer::Internal };
                    self.choose(Field::LoadBalancer, chosen, span);
                }
            }
            ValueKind::Tool => context.tool = Some(text.to_owned()),
            ValueKind::ToolVersion => context.tool_version = Some((text.to_owned(), span)),
            ValueKind::Ignored
            | ValueKind::NotCarried
            | ValueKind::Defaults
            | ValueKind::Query
            | ValueKind::ResourceId
            | ValueKind::Identities
            | ValueKind::ComputeFile
            | ValueKind::Settings
            | ValueKind::ProtectedSettings
            | ValueKind::SettingsFile => {}
        }
    }

    /// The allowed value that is given, in any case. A misprint and an unknown value are reported.
    pub(in crate::parse::read) fn one_of(
        &mut self,
        value: &Value<'_, '_>,
        allowed: &[&'static str],
        fields: Vec<Field>,
    ) -> Option<&'static str> {
        let text = value.text();
        if let Some(found) = allowed.iter().find(|known| known.eq_ignore_ascii_case(text.trim())) {
            return Some(found);
        }
        match self.near(text, allowed.iter().copied()) {
            Some(right) => {
                // The rest may be an option, because a space is missing: `managedClusters-g`.
                let tail = text.get(right.len()..).unwrap_or_default();
                let is_joined = tail.starts_with('-') && tail.len() > 1;
                let is_documented = text.eq_ignore_ascii_case("Ture") && fields.contains(&Field::Transport);
                if is_documented {
                    self.erratum(ErratumId::TypoTrue, fields, value.span());
                } else {
                    self.add(ReadId::MisprintedValue, right, Severity::Error, fields, value.span());
                }
                self.replace(value.word.editable(&value.range).filter(|_| !is_joined), right);
                allowed.iter().copied().find(|known| *known == right)
            }
            None => {
                self.add(ReadId::WrongValue, allowed.join(", "), Severity::Error, fields, value.span());
                None
            }
        }
    }

    /// A query. Backticks in double quotes do not reach the CLI, because the shell interprets them.
    pub(super) fn query(&mut self, value: &Value<'_, '_>) {
        self.orchestrator(value);
        let is_of_backticks = value.word.gaps.iter().any(|gap| gap.kind == GapKind::Backticks);
        if !is_of_backticks {
            return;
        }
        self.erratum(ErratumId::Backticks, Vec::new(), value.span());
        let pasted = self.text.get(value.span()).unwrap_or_default();
        // The repair is certain if the query is a single text in double quotes, without any character that is special
        // there.
        let inside = pasted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(inside) = inside
            && !inside.contains(['"', '\'', '$', '\\'])
        {
            self.replace(Some(value.span()), &["'", inside, "'"].concat());
        }
    }

    /// Reports a query for a key that the output does not have.
    fn orchestrator(&mut self, value: &Value<'_, '_>) {
        const PRINTED: &str = "orchestrationVersion";
        let text = value.text();
        let parts: Vec<Span> =
            text.match_indices(PRINTED).map(|(at, _)| value.part(&(at..at + PRINTED.len()))).collect();
        let Some(first) = parts.first() else { return };
        self.erratum(ErratumId::OrchestratorKey, Vec::new(), value.word.source(first));
        let right = "orchestratorVersion".to_owned();
        let edits = parts.iter().filter_map(|part| value.word.editable(part));
        self.repair(edits.map(|span| Edit { span, text: right.clone() }).collect());
    }

    pub(super) fn resource_id(&mut self, context: &Context<'_, '_>, value: &Value<'_, '_>) {
        let (text, span) = (value.text(), value.span());
        let fields = vec![Field::Subscription, Field::ResourceGroup, Field::ClusterName];
        if value.word.as_gap().is_some() && value.range == value.word.full_range() {
            if let Some(gap) = value.word.as_gap().cloned() {
                self.gap(&gap, fields);
            }
            return;
        }
        let Some(id) = resource::parse(text) else {
            match value.word.gap_in(&value.range).cloned() {
                Some(gap) => self.gap(&gap, fields),
                None => {
                    let right = "/subscriptions/…/resourceGroups/…/providers/…";
                    self.add(ReadId::WrongValue, right, Severity::Error, fields, span);
                }
            }
            return;
        };
        if id.lacks_slash {
            self.add(ReadId::WrongValue, "/subscriptions/…", Severity::Error, fields, span.clone());
            let start = value.part(&(id.subscription.start..id.subscription.end)).start;
            let start = start.saturating_sub("subscriptions/".len());
            let place = value.word.editable(&(start..start + 1));
            self.replace(place.map(|place| place.start..place.start), "/");
        }
        self.cluster_type(context, value, &id.provider);
        let parts = [
            (Field::Subscription, &id.subscription),
            (Field::ResourceGroup, &id.resource_group),
            (Field::ClusterName, &id.name),
        ];
        for (field, part) in parts {
            let range = value.part(part);
            match value.word.gap_in(&range).cloned() {
                Some(gap) => self.gap(&gap, vec![field]),
                None => self.set(field, value.word.part(&range), value.word.source(&range)),
            }
        }
    }

    fn cluster_type(&mut self, context: &Context<'_, '_>, value: &Value<'_, '_>, part: &Span) {
        let range = value.part(part);
        let place = value.word.source(&range);
        if let Some(gap) = value.word.gap_in(&range).cloned() {
            self.gap(&gap, vec![Field::Cluster]);
            return;
        }
        let judged = resource::judge(value.word.part(&range));
        let is_legacy = context.row.verb == Verb::TargetAttach;
        match judged {
            Provider::Right(Cluster::Arc) if is_legacy => {
                let right = resource::provider_of(Cluster::Aks);
                self.add(ReadId::WrongProvider, right, Severity::Error, vec![Field::Cluster], place.clone());
            }
            Provider::Right(_) => {}
            Provider::Swapped(Cluster::Aks) => {
                self.erratum(ErratumId::AksProvider, vec![Field::Cluster], place.clone());
            }
            Provider::Swapped(Cluster::Arc) => {
                self.erratum(ErratumId::ArcProvider, vec![Field::Cluster], place.clone());
            }
            Provider::Wrong(cluster) => {
                let right = resource::provider_of(cluster);
                self.add(ReadId::WrongProvider, right, Severity::Error, vec![Field::Cluster], place.clone());
            }
            Provider::Unknown => {
                self.add(
                    ReadId::WrongProvider,
                    String::new(),
                    Severity::Error,
                    vec![Field::Cluster],
                    place.clone(),
                );
            }
        }
        match judged {
            Provider::Right(cluster) => self.choose(Field::Cluster, cluster, place),
            Provider::Swapped(cluster) | Provider::Wrong(cluster) => {
                self.replace(value.word.editable(&range), resource::provider_of(cluster));
                self.choose(Field::Cluster, cluster, place);
            }
            Provider::Unknown => {}
        }
    }

    pub(super) fn identities(&mut self, value: &Value<'_, '_>) {
        let field = vec![Field::IdentityIds];
        let text = value.text();
        let mut ids = String::new();
        let mut at = value.range.start;
        for id in text.split(',') {
            let lacks_slash =
                id.trim().get(..14).is_some_and(|begin| begin.eq_ignore_ascii_case("subscriptions/"));
            let start = at + (id.len() - id.trim_start().len());
            if lacks_slash {
                self.erratum(
                    ErratumId::IdentitySlash,
                    field.clone(),
                    value.word.source(&(start..at + id.len())),
                );
                let place = value.word.editable(&(start..start + 1));
                self.replace(place.map(|place| place.start..place.start), "/");
            }
            if !ids.is_empty() {
                ids.push(',');
            }
            if lacks_slash {
                ids.push('/');
            }
            ids.push_str(id.trim());
            at += id.len() + 1;
        }
        let gaps: Vec<_> = value.word.gaps.iter().take(8).cloned().collect();
        if gaps.is_empty() {
            self.set(Field::IdentityIds, &ids, value.span());
        }
        for gap in gaps {
            self.gap(&gap, field.clone());
        }
    }
}

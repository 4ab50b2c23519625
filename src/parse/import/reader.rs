//! Splits a text into ids and JSON documents, and turns them into answers.

use serde_json::value::RawValue;

use super::id::{self, Id, Place};
use super::object::{Object, items, object};
use super::{Cause, Finding, Import, ResourceKind, State};
use crate::base::json::string;
use crate::model::choice::{Choice as _, Cluster, Edition, IdentityKind, YesNo};
use crate::model::field::Field;
use crate::model::scenario::Invalid;

/// The largest number of findings that are kept. For a list of a thousand clusters, a hundred are enough.
const MOST: usize = 100;

/// The greatest depth of nested lists that is read.
const DEEPEST: usize = 3;

/// Reads a text: ids and JSON in any order, after the command that printed them. `None` if the text begins with
/// neither, because then it may be commands. Also `None` for a template, which describes resources to be made.
pub fn read(text: &str) -> Option<Import> {
    if is_template(text) {
        return None;
    }
    let mut rest = beginning(text)?;
    let mut reader = Reader::default();
    loop {
        rest = rest.trim_start_matches(is_between);
        if rest.is_empty() {
            break;
        }
        rest = if begins_json(rest) { reader.json(text, rest) } else { reader.word(rest) };
    }
    Some(reader.finish())
}

/// Whether a text that begins with JSON describes resources to be made, and is not what `az` printed about existing ones.
pub(crate) fn is_template(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    text.starts_with('{')
        && holds_template(text)
        && (text.contains(TEMPLATE_SCHEMA) || !text.contains("\"id\""))
}

/// The file name of the schemas of templates.
const TEMPLATE_SCHEMA: &str = "deploymentTemplate.json";

/// Whether a text has a sign of a template, or of the properties of an extension or a compute. A text without it holds no
/// template.
pub(crate) fn holds_template(text: &str) -> bool {
    [TEMPLATE_SCHEMA, "\"extensionType\"", "\"computeType\""].iter().any(|sign| text.contains(sign))
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '\u{FEFF}')
}

/// The text after the command that printed it. `None` if neither an id nor JSON is there.
fn beginning(text: &str) -> Option<&str> {
    let mut at = 0;
    let mut goes_on = false;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches(is_between);
        let start = if is_fence(start) { "" } else { start };
        let word = start.split(char::is_whitespace).next().unwrap_or_default();
        if !goes_on && (begins_json(start) || id::within(word).is_some()) {
            return text.get(at..);
        }
        let asks = line.contains("az ") && [" show", " list"].iter().any(|verb| line.contains(verb));
        if !goes_on && !asks && !start.is_empty() {
            return None;
        }
        goes_on = line.trim_end().ends_with(['\\', '`', '^']);
        at += line.len();
    }
    None
}

/// Whether a line begins or ends a block of code in Markdown.
fn is_fence(line: &str) -> bool {
    line.starts_with("```")
}

/// Whether a text begins like JSON, and not like a script.
fn begins_json(text: &str) -> bool {
    let (first, rest) = (text.chars().next(), text.get(1..).unwrap_or_default());
    let next = rest.trim_start().chars().next();
    match first {
        Some('{') => matches!(next, Some('"' | '}') | None),
        Some('[') => matches!(next, Some('{' | '[' | ']' | '"') | None),
        _ => false,
    }
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) import: Import,
    pub(super) cluster: Option<(ResourceKind, Place)>,
    workspace: Option<Place>,
    compute: Option<String>,
    identities: Vec<String>,
    /// The edition that the output belongs to, if it is known.
    pub(super) edition: Option<Edition>,
    /// Whether the output is about the extension or a Kubernetes compute, which no legacy edition has.
    pub(super) is_kubernetes: bool,
    cluster_region: Option<String>,
    workspace_region: Option<String>,
    /// Whether the workspace is not reachable from public networks.
    is_private: bool,
}

impl Reader {
    fn finish(mut self) -> Import {
        if !self.identities.is_empty() {
            self.set(Field::Identity, IdentityKind::UserAssigned.id());
            let ids = self.identities.join(",");
            self.set(Field::IdentityIds, &ids);
        }
        if self.is_kubernetes && self.edition.is_none() {
            self.edition_is(Edition::Current);
        }
        self.regions();
        if self.import.resources.is_empty() && self.import.findings.is_empty() {
            // An empty list, from a resource group without such resources.
            self.find(Cause::UnknownJson, "");
        }
        self.import
    }

    /// Compares the regions of cluster and workspace.
    fn regions(&mut self) {
        let (Some(cluster), Some(workspace)) = (&self.cluster_region, &self.workspace_region) else { return };
        if cluster == workspace {
            return;
        }
        let text = [cluster.as_str(), workspace].join(" ≠ ");
        let is_aks = self.cluster.as_ref().is_some_and(|(kind, _)| *kind == ResourceKind::AksCluster);
        let state = if self.is_private && is_aks { State::OtherRegionPrivate } else { State::OtherRegion };
        self.state(state, &text);
    }

    /// Sets the edition. An earlier one counts.
    pub(super) fn edition_is(&mut self, edition: Edition) {
        self.set(Field::Edition, edition.id());
        self.edition.get_or_insert(edition);
    }

    /// Reads a word and returns the rest. If the word is not an id, the rest of its line is skipped.
    fn word<'a>(&mut self, rest: &'a str) -> &'a str {
        let (word, behind) = rest.split_at(rest.find(is_between).unwrap_or(rest.len()));
        if let Some(id) = id::within(word) {
            self.id(id);
            return behind;
        }
        let (line, behind) = rest.split_at(rest.find('\n').unwrap_or(rest.len()));
        // The prompt of a terminal after the output needs no finding.
        if !is_fence(line) && !line.trim_end().ends_with(['$', '>', '#', '%']) {
            self.find(Cause::NotUnderstood, line.trim_end());
        }
        behind
    }

    /// Reads a JSON document and returns the rest.
    fn json<'a>(&mut self, text: &str, rest: &'a str) -> &'a str {
        let mut documents = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        match documents.next() {
            Some(Ok(document)) => {
                self.value(document, 0);
                rest.get(documents.byte_offset()..).unwrap_or_default()
            }
            Some(Err(error)) if error.is_eof() => {
                self.find(Cause::CutOff, "");
                ""
            }
            Some(Err(error)) => {
                let before = text.get(..text.len() - rest.len()).unwrap_or_default();
                let line = before.matches('\n').count() + error.line();
                self.find(Cause::NotJson { line, column: error.column().max(1) }, "");
                ""
            }
            None => "",
        }
    }

    fn value(&mut self, value: &RawValue, depth: usize) {
        if let Some(text) = string(value) {
            match id::within(&text) {
                Some(id) => self.id(id),
                None => self.find(Cause::NotUnderstood, &text),
            }
        } else if let Some(object) = object(value) {
            self.object(&object, depth);
        } else if let Some(items) = items(value).filter(|_| depth < DEEPEST) {
            for item in items {
                self.value(item, depth + 1);
            }
        } else {
            self.find(Cause::UnknownJson, "");
        }
    }

    fn id(&mut self, text: &str) {
        match id::read(text) {
            Id::Of(kind, place) => {
                if self.resource(kind, place, text)
                    && let Some(name) = id::compute(text)
                    && self.is_first_compute(name)
                {
                    self.compute_named(name);
                }
            }
            Id::Unknown => self.find(Cause::UnknownResource, text),
            Id::Wrong => self.find(Cause::WrongProvider, text),
        }
    }

    /// Reads what a command printed about a resource.
    fn object(&mut self, object: &Object<'_>, depth: usize) {
        let Some(id) = object.text("id") else { return self.without_id(object, depth) };
        let (kind, place) = match id::read(&id) {
            Id::Of(kind, place) => (kind, place),
            Id::Unknown => return self.find(Cause::UnknownResource, &id),
            Id::Wrong => return self.find(Cause::WrongProvider, &id),
        };
        if let Some(extension) = object.text("extensionType") {
            if self.clusters_own(kind, place, &id) {
                self.extension(object, &extension);
            }
            return;
        }
        if !self.resource(kind, place, &id) {
            return;
        }
        if let Some(name) = id::compute(&id) {
            return self.compute(object, name);
        }
        match kind {
            ResourceKind::AksCluster => self.aks(object),
            ResourceKind::ArcCluster => self.arc(object),
            ResourceKind::Workspace => self.workspace(object),
            ResourceKind::Identity | ResourceKind::Compute => {}
        }
    }

    /// Reads an object that is no resource: a list of Azure, or a file of parameters.
    fn without_id(&mut self, object: &Object<'_>, depth: usize) {
        if let Some(kind) = object.text("compute_type") {
            return self.compute_action(object, &kind);
        }
        match ["value", "data"].into_iter().find_map(|key| object.get(key)).and_then(items) {
            Some(items) if depth < DEEPEST => {
                for item in items {
                    self.value(item, depth + 1);
                }
            }
            _ => self.find(Cause::UnknownJson, ""),
        }
    }

    /// Reads a workspace.
    fn workspace(&mut self, object: &Object<'_>) {
        self.named(object, Field::Workspace, Field::WorkspaceResourceGroup);
        self.workspace_region(object);
        self.provisioned(object);
        let access = object.any_text(["public_network_access", "publicNetworkAccess"]);
        if access.is_some_and(|access| access.eq_ignore_ascii_case("Disabled")) {
            self.is_private = true;
            self.state(State::PrivateWorkspace, "");
        }
        let network = object.any(["managed_network", "managedNetwork"]).and_then(self::object);
        let isolation = network.and_then(|network| network.any_text(["isolation_mode", "isolationMode"]));
        if let Some(isolation) = isolation.filter(|mode| !mode.eq_ignore_ascii_case("Disabled")) {
            self.state(State::ManagedNetwork, &isolation);
        }
        let identity = object.object("identity").and_then(|identity| identity.text("type"));
        if identity.is_some_and(|kind| plain(&kind).contains("userassigned")) {
            self.state(State::WorkspaceIdentity, "");
        }
    }

    /// Takes the cluster of an extension or a compute. Returns `false` if another cluster came first.
    pub(super) fn clusters_own(&mut self, kind: ResourceKind, place: Place, id: &str) -> bool {
        match &self.cluster {
            Some((known, before)) if *known != kind || !before.is_same(&place) => {
                let before = before.name.clone();
                self.find(Cause::OtherCluster(before), &place.name);
                false
            }
            _ => self.resource(kind, place, id),
        }
    }

    /// Whether a compute is the first one, or the same. If another one came first, a finding is added.
    pub(super) fn is_first_compute(&mut self, name: &str) -> bool {
        let is_first = self.compute.as_ref().is_none_or(|before| before.eq_ignore_ascii_case(name));
        if !is_first {
            self.find(Cause::Another(ResourceKind::Compute), name);
        }
        is_first
    }

    /// Names the compute.
    pub(super) fn compute_named(&mut self, name: &str) {
        if self.compute.is_none() {
            self.compute = Some(name.to_owned());
            self.import.resources.push(ResourceKind::Compute);
        }
        self.set(Field::ComputeName, name);
    }

    /// Reports a resource whose last operation failed or is still running.
    pub(super) fn provisioned(&mut self, object: &Object<'_>) {
        if let Some(state) = not_succeeded(object) {
            self.state(State::NotSucceeded, &state);
        }
    }

    /// Takes a resource. Returns `false` if another one of its kind came first.
    pub(super) fn resource(&mut self, kind: ResourceKind, place: Place, id: &str) -> bool {
        let Place { subscription, resource_group, name } = &place;
        match kind {
            ResourceKind::AksCluster | ResourceKind::ArcCluster => {
                if let Some((known, before)) = &self.cluster {
                    let is_same = *known == kind && before.is_same(&place);
                    if !is_same {
                        self.find(Cause::Another(kind), name);
                    }
                    return is_same;
                }
                let is_arc = kind == ResourceKind::ArcCluster;
                let cluster = if is_arc { Cluster::Arc } else { Cluster::Aks };
                self.set(Field::Cluster, cluster.id());
                if is_arc {
                    // A cluster has such an id only if it is already connected to Azure Arc.
                    self.set(Field::Connected, yes_no(true));
                } else {
                    self.set(Field::Openshift, yes_no(false));
                }
                self.set(Field::Subscription, subscription);
                self.set(Field::ResourceGroup, resource_group);
                self.set(Field::ClusterName, name);
                self.cluster = Some((kind, place));
            }
            ResourceKind::Workspace => {
                if let Some(before) = &self.workspace {
                    let is_same = before.is_same(&place);
                    if !is_same {
                        self.find(Cause::Another(kind), name);
                    }
                    return is_same;
                }
                self.set(Field::Workspace, name);
                self.set(Field::WorkspaceResourceGroup, resource_group);
                self.set(Field::WorkspaceSubscription, subscription);
                self.workspace = Some(place);
            }
            ResourceKind::Identity => {
                let id = id.trim_end_matches('/');
                let id = if id.starts_with('/') { id.to_owned() } else { ["/", id].concat() };
                if !self.identities.iter().any(|known| known.eq_ignore_ascii_case(&id))
                    && self.is_valid(Field::IdentityIds, &id)
                {
                    self.identities.push(id);
                }
            }
            // A compute has no id of its own kind: it is read as its workspace's.
            ResourceKind::Compute => return false,
        }
        self.import.resources.push(kind);
        true
    }

    /// Sets the name and the resource group of the JSON. A finding is added if they differ from those in the id.
    pub(super) fn named(&mut self, object: &Object<'_>, name: Field, group: Field) {
        if let Some(text) = object.text("name") {
            self.set(name, &text);
        }
        if let Some(text) = object.text("resourceGroup").or_else(|| object.text("resource_group")) {
            self.set(group, &text);
        }
    }

    /// Sets the region of the cluster.
    pub(super) fn region(&mut self, object: &Object<'_>) {
        if let Some(region) = region(object) {
            self.set(Field::Region, &region);
            self.cluster_region.get_or_insert(region);
        }
    }

    /// Remembers the region of the workspace.
    pub(super) fn workspace_region(&mut self, object: &Object<'_>) {
        if self.workspace_region.is_none() {
            self.workspace_region = region(object);
        }
    }

    /// Answers a field, unless it already has another answer or the text is not valid.
    pub(super) fn set(&mut self, field: Field, text: &str) {
        let known = self.import.answers.iter().find(|(known, _)| *known == field);
        match known.map(|(_, known)| known.clone()) {
            Some(known) if known.eq_ignore_ascii_case(text) => {}
            Some(known) => self.find(Cause::Conflict(field, known), text),
            None if self.is_valid(field, text) => self.import.answers.push((field, text.to_owned())),
            None => {}
        }
    }

    /// Whether a text is valid for a field. If not, a finding is added.
    fn is_valid(&mut self, field: Field, text: &str) -> bool {
        let edition = self.edition.unwrap_or(Edition::Current);
        let checked = field.text_kind(edition).map_or(Ok(()), |kind| kind.check(text));
        match checked {
            Ok(()) => true,
            Err(problem) => {
                self.find(Cause::Invalid(Invalid { field, problem }), text);
                false
            }
        }
    }

    pub(super) fn find(&mut self, cause: Cause, text: &str) {
        let finding = Finding { cause, text: text.to_owned() };
        if self.import.findings.len() < MOST && !self.import.findings.contains(&finding) {
            self.import.findings.push(finding);
        }
    }

    /// Reports a state.
    pub(super) fn state(&mut self, state: State, text: &str) {
        self.find(Cause::State(state), text);
    }
}

/// The region of a resource. Azure accepts “West Europe” for westeurope.
fn region(object: &Object<'_>) -> Option<String> {
    let location = object.text("location")?;
    Some(location.chars().filter(|c| *c != ' ').collect::<String>().to_ascii_lowercase())
}

/// The state of the last operation on a resource, if it did not succeed.
pub(super) fn not_succeeded(object: &Object<'_>) -> Option<String> {
    let state = object.any_text(["provisioningState", "provisioning_state"]);
    state.filter(|state| !state.eq_ignore_ascii_case("Succeeded"))
}

/// A word in lower case and without underscores: `user_assigned` and `UserAssigned` are the same to Azure's tools.
pub(super) fn plain(word: &str) -> String {
    word.replace('_', "").to_ascii_lowercase()
}

pub(super) fn yes_no(yes: bool) -> &'static str {
    (if yes { YesNo::Yes } else { YesNo::No }).id()
}

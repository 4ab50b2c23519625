//! Splits a text into ids and JSON documents, and turns them into answers.

use serde_json::value::RawValue;

use super::id::{self, Id, Place};
use super::{Cause, Finding, Import, ResourceKind};
use crate::base::json::{members, string};
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
        && (text.contains("deploymentTemplate.json")
            || ["extensionType", "computeType"].iter().any(|key| text.contains(&["\"", key, "\""].concat()))
                && !text.contains("\"id\""))
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
struct Reader {
    import: Import,
    cluster: Option<(ResourceKind, Place)>,
    workspace: Option<Place>,
    identities: Vec<String>,
}

impl Reader {
    fn finish(mut self) -> Import {
        if !self.identities.is_empty() {
            self.set(Field::Identity, IdentityKind::UserAssigned.id());
            let ids = self.identities.join(",");
            self.set(Field::IdentityIds, &ids);
        }
        if self.import.resources.is_empty() && self.import.findings.is_empty() {
            // An empty list, from a resource group without such resources.
            self.find(Cause::UnknownJson, "");
        }
        self.import
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
        if !line.trim_end().ends_with(['$', '>', '#', '%']) {
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
        } else if let Some(members) = members(value) {
            self.object(&Object::new(members));
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
                self.resource(kind, place, text);
            }
            Id::Unknown => self.find(Cause::UnknownResource, text),
            Id::Wrong => self.find(Cause::WrongProvider, text),
        }
    }

    /// Reads what a command printed about a resource.
    fn object(&mut self, object: &Object<'_>) {
        let Some(id) = object.text("id") else { return self.find(Cause::UnknownJson, "") };
        let (kind, place) = match id::read(&id) {
            Id::Of(kind, place) => (kind, place),
            Id::Unknown => return self.find(Cause::UnknownResource, &id),
            Id::Wrong => return self.find(Cause::WrongProvider, &id),
        };
        if !self.resource(kind, place, &id) {
            return;
        }
        if let Some(extension) = object.text("extensionType") {
            return self.extension(object, &extension);
        }
        match kind {
            ResourceKind::AksCluster => {
                self.region(object);
                self.named(object, Field::ClusterName, Field::ResourceGroup);
                if let Some(count) = object.get("agentPoolProfiles").and_then(nodes) {
                    self.set(Field::NodeCount, &count.to_string());
                }
            }
            ResourceKind::ArcCluster => {
                self.region(object);
                self.named(object, Field::ClusterName, Field::ResourceGroup);
                if let Some(distribution) = object.text("distribution") {
                    let is_openshift =
                        ["openshift", "aro"].iter().any(|name| distribution.eq_ignore_ascii_case(name));
                    self.set(Field::Openshift, yes_no(is_openshift));
                }
                if let Some(count) = object.get("totalNodeCount").and_then(number) {
                    self.set(Field::NodeCount, &count.to_string());
                }
                let status = object.text("connectivityStatus");
                if let Some(status) = status.filter(|status| !status.eq_ignore_ascii_case("Connected")) {
                    self.find(Cause::NotConnected, &status);
                }
            }
            ResourceKind::Workspace => {
                self.named(object, Field::Workspace, Field::WorkspaceResourceGroup);
            }
            ResourceKind::Identity => {}
        }
    }

    /// Reads the extension of a cluster.
    fn extension(&mut self, object: &Object<'_>, extension: &str) {
        if !extension.eq_ignore_ascii_case("Microsoft.AzureML.Kubernetes") {
            return self.find(Cause::OtherExtension, extension);
        }
        if let Some(name) = object.text("name") {
            self.set(Field::ExtensionName, &name);
        }
        let upgrades = object.get("autoUpgradeMinorVersion").map(RawValue::get);
        if let Some(upgrades) = upgrades.filter(|upgrades| matches!(*upgrades, "true" | "false")) {
            self.set(Field::AutoUpgrade, yes_no(upgrades == "true"));
        }
        let version = || object.text("version").or_else(|| object.text("currentVersion"));
        if let Some(version) = version().filter(|_| upgrades == Some("false")) {
            self.set(Field::ExtensionVersion, &version);
        }
        let settings = object.get("configurationSettings").and_then(members);
        if settings.is_some_and(|settings| !settings.is_empty()) {
            self.find(Cause::SettingsNotRead, "");
        }
    }

    /// Takes a resource. Returns `false` if another one of its kind came first.
    fn resource(&mut self, kind: ResourceKind, place: Place, id: &str) -> bool {
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
        }
        self.import.resources.push(kind);
        true
    }

    /// Sets the name and the resource group of the JSON. A finding is added if they differ from those in the id.
    fn named(&mut self, object: &Object<'_>, name: Field, group: Field) {
        if let Some(text) = object.text("name") {
            self.set(name, &text);
        }
        if let Some(text) = object.text("resourceGroup").or_else(|| object.text("resource_group")) {
            self.set(group, &text);
        }
    }

    /// Sets the region. Azure accepts “West Europe” for westeurope.
    fn region(&mut self, object: &Object<'_>) {
        if let Some(location) = object.text("location") {
            let blank = |c: &char| *c != ' ';
            let region: String = location.chars().filter(blank).collect::<String>().to_ascii_lowercase();
            self.set(Field::Region, &region);
        }
    }

    /// Answers a field, unless it already has another answer or the text is not valid.
    fn set(&mut self, field: Field, text: &str) {
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
        let checked = field.text_kind(Edition::Current).map_or(Ok(()), |kind| kind.check(text));
        match checked {
            Ok(()) => true,
            Err(problem) => {
                self.find(Cause::Invalid(Invalid { field, problem }), text);
                false
            }
        }
    }

    fn find(&mut self, cause: Cause, text: &str) {
        let finding = Finding { cause, text: text.to_owned() };
        if self.import.findings.len() < MOST && !self.import.findings.contains(&finding) {
            self.import.findings.push(finding);
        }
    }
}

fn yes_no(yes: bool) -> &'static str {
    (if yes { YesNo::Yes } else { YesNo::No }).id()
}

/// An object from the Azure CLI, which moves properties up to the resource, or from Azure itself, which does not.
struct Object<'a> {
    members: Vec<(String, &'a RawValue)>,
    properties: Vec<(String, &'a RawValue)>,
}

impl<'a> Object<'a> {
    fn new(known: Vec<(String, &'a RawValue)>) -> Self {
        let properties =
            known.iter().find(|(key, _)| key == "properties").and_then(|(_, value)| members(value));
        Self { members: known, properties: properties.unwrap_or_default() }
    }

    /// The value of a member. `None` if the member is missing or null.
    fn get(&self, sought: &str) -> Option<&'a RawValue> {
        let all = self.members.iter().chain(&self.properties);
        all.filter(|(key, value)| key == sought && value.get() != "null").map(|(_, value)| *value).next()
    }

    /// The text of a member. `None` if it is empty or not a string.
    fn text(&self, key: &str) -> Option<String> {
        self.get(key).and_then(string).filter(|text| !text.trim().is_empty())
    }
}

/// The items of a list. `None` for anything else.
fn items(value: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(value.get()).ok()
}

/// A non-negative integer. `None` for anything else.
fn number(value: &RawValue) -> Option<u64> {
    serde_json::from_str(value.get()).ok()
}

/// The number of nodes in all agent pools. `None` if a pool lacks its count.
fn nodes(pools: &RawValue) -> Option<u64> {
    let count = |pool| Object::new(members(pool)?).get("count").and_then(number);
    items(pools)?.into_iter().try_fold(0_u64, |sum, pool| Some(sum.saturating_add(count(pool)?)))
}

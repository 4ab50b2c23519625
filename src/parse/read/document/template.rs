//! An extension or a compute in Bicep, an ARM template or Terraform, and in the body of a request.

use super::super::finding::Span;
use super::tree::{self, Tree};
use super::{Budget, Call, Content, Document, Value};
use crate::parse::import::is_template;

/// What the resources of interest are called in the three languages.
const TYPES: &[&str] = &[
    "Microsoft.KubernetesConfiguration/extensions",
    "azurerm_kubernetes_cluster_extension",
    "azurerm_arc_kubernetes_cluster_extension",
    "Microsoft.MachineLearningServices/workspaces/computes",
    "azapi_resource",
    "deploymentTemplate.json",
];

/// Finds a resource of Bicep or Terraform that begins on this line, or a template if the text can hold one.
pub(super) fn find(
    text: &str,
    at: usize,
    line: &str,
    templates: bool,
    budget: &mut Budget,
) -> Option<Document> {
    let trimmed = line.trim_start();
    let is_resource = trimmed.starts_with("resource ") && TYPES.iter().any(|kind| trimmed.contains(kind));
    let is_body = templates && trimmed.starts_with('{');
    if !is_resource && !is_body {
        return None;
    }
    let (tree, end) = tree::read(text, at, budget)?;
    let span = at..end;
    if !is_resource && !is_template(text.get(span.clone())?) {
        return None;
    }
    let call = first_call(&tree)?;
    Some(Document { span, content: Content::Call(call) })
}

/// The command that makes the first extension or compute in a tree.
fn first_call(tree: &Tree) -> Option<Call> {
    let mut found = None;
    tree.walk(&mut |object| {
        if found.is_none() {
            found = extension(object).or_else(|| compute(object));
        }
    });
    found
}

/// An object that is the extension itself, or holds it in its properties.
fn extension(object: &Tree) -> Option<Call> {
    let body = object.get("body").unwrap_or(object);
    let properties = body.get("properties").unwrap_or(body);
    let kind = properties.leaf("extensionType")?.clone();
    let mut call = Call::new("Microsoft.KubernetesConfiguration/extensions", &["k8s-extension", "create"]);
    call.option("--name", last_segment(object.leaf("name").cloned()));
    call.option("--extension-type", Some(kind));
    for key in ["cluster_id", "parent_id", "scope"] {
        if let Some(id) = object.leaf(key).filter(|id| id.is_known) {
            cluster(&mut call, id);
            break;
        }
    }
    let settings = |key: &str| -> Vec<Value> {
        let entries = properties.get(key).map(Tree::entries).unwrap_or_default();
        entries
            .iter()
            .filter_map(|entry| {
                let Tree::Leaf(value) = &entry.value else { return None };
                let text = [entry.words.first()?.as_str(), "=", &value.text].concat();
                Some(Value { text, span: entry.span.clone(), is_known: value.is_known })
            })
            .collect()
    };
    for (option, key) in
        [("--config", "configurationSettings"), ("--config-protected", "configurationProtectedSettings")]
    {
        let settings = settings(key);
        if !settings.is_empty() {
            call.options.push((option, settings));
        }
    }
    call.option("--auto-upgrade", properties.leaf("autoUpgradeMinorVersion").cloned());
    call.option("--version", properties.leaf("version").cloned().filter(|version| version.text != "null"));
    call.option("--release-train", properties.leaf("releaseTrain").cloned());
    Some(call)
}

/// An object that is a Kubernetes compute.
fn compute(object: &Tree) -> Option<Call> {
    let body = object.get("body").unwrap_or(object);
    let properties = body.get("properties")?;
    let kind = properties.leaf("computeType")?;
    if !kind.text.eq_ignore_ascii_case("Kubernetes") {
        return None;
    }
    let mut call =
        Call::new("Microsoft.MachineLearningServices/workspaces/computes", &["ml", "compute", "attach"]);
    call.option("--name", last_segment(object.leaf("name").cloned()));
    call.option("--type", Some(kind.clone()));
    call.option("--resource-id", properties.leaf("resourceId").cloned());
    call.option(
        "--namespace",
        properties.get("properties").and_then(|inner| inner.leaf("namespace")).cloned(),
    );
    if let Some(identity) = body.get("identity") {
        call.option("--identity-type", identity.leaf("type").cloned().map(identity_type));
        let ids = identity.get("userAssignedIdentities").map(Tree::entries).unwrap_or_default();
        let span = identity.leaf("type").map(|kind| kind.span.clone()).unwrap_or_default();
        let ids: Vec<Value> = ids
            .iter()
            .filter_map(|entry| entry.words.first())
            .map(|id| Value::known(id, span.clone()))
            .collect();
        call.option("--user-assigned-identities", joined(&ids));
    }
    Some(call)
}

/// The kind of an identity as the CLI writes it. Descriptions write it in snake case.
pub(super) fn identity_type(kind: Value) -> Value {
    let text = match kind.text.to_ascii_lowercase().replace('_', "").as_str() {
        "systemassigned" => "SystemAssigned".to_owned(),
        "userassigned" => "UserAssigned".to_owned(),
        "none" => "None".to_owned(),
        _ => kind.text.clone(),
    };
    Value { text, ..kind }
}

/// Several ids as one value of an option.
pub(super) fn joined(ids: &[Value]) -> Option<Value> {
    let (first, last) = (ids.first()?, ids.last()?);
    let texts: Vec<&str> = ids.iter().map(|id| id.text.as_str()).collect();
    let span = first.span.start..last.span.end.max(first.span.end);
    Some(Value { text: texts.join(","), span, is_known: ids.iter().all(|id| id.is_known) })
}

/// The name of a nested resource without those of its parents: `workspace/compute`.
fn last_segment(name: Option<Value>) -> Option<Value> {
    let name = name?;
    let text = name.text.rsplit('/').next().unwrap_or_default().to_owned();
    Some(Value { text, ..name })
}

/// The parts of the id of a cluster as options.
fn cluster(call: &mut Call, id: &Value) {
    let segments: Vec<&str> = id.text.split('/').collect();
    let after = |key: &str| {
        let at = segments.iter().position(|segment| segment.eq_ignore_ascii_case(key))?;
        segments.get(at + 1).map(|text| Value::known(*text, id.span.clone()))
    };
    for kind in ["managedClusters", "connectedClusters"] {
        if let Some(name) = after(kind) {
            call.option("--cluster-name", Some(name));
            call.option("--cluster-type", Some(Value::known(kind, id.span.clone())));
            call.option("--resource-group", after("resourceGroups"));
            call.option("--subscription", after("subscriptions"));
            return;
        }
    }
}

/// The command that a request of `az rest` stands for: its address and its body, each with its range.
pub(in crate::parse::read) fn request(url: Option<(&str, &Span)>, body: (&str, &Span)) -> Option<Call> {
    let (text, body_span) = body;
    let tree = tree::read_body(text, &mut Budget::new(text))?;
    let mut call = first_call(&tree)?;
    // The ranges inside the body are not those of the pasted text, where the body is quoted.
    for value in call.options.iter_mut().flat_map(|(_, values)| values) {
        value.span = body_span.clone();
    }
    if let Some((url, span)) = url {
        address(&mut call, url.split('?').next().unwrap_or_default(), span);
    }
    Some(call)
}

/// Takes the names in the address of a resource.
fn address(call: &mut Call, url: &str, span: &Span) {
    let segments: Vec<&str> = url.split('/').collect();
    let after = |key: &str| {
        let at = segments.iter().position(|segment| segment.eq_ignore_ascii_case(key))?;
        segments.get(at + 1).map(|text| Value::known(*text, span.clone()))
    };
    if let Some(workspace) = after("workspaces") {
        call.option("--workspace-name", Some(workspace));
        call.option("--resource-group", after("resourceGroups"));
        call.option("--subscription", after("subscriptions"));
        call.option("--name", after("computes"));
    } else if after("extensions").is_some() {
        call.option("--name", after("extensions"));
        cluster(call, &Value::known(url, span.clone()));
    }
}

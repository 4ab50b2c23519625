//! Calls of the two Python SDKs that make a compute, and the names of a text of Python.

use std::collections::HashMap;

use super::template::{identity_type, joined};
use super::{Budget, Call, Content, Document, Value};
use crate::model::field::Field;

/// The calls that are read. A text without any of them is not read as Python.
const CALLS: &[&str] = &[
    "KubernetesCompute.attach_configuration(",
    "KubernetesCompute(",
    "AksCompute.provisioning_configuration(",
    "AksCompute.attach_configuration(",
    "ComputeTarget.attach(",
    "ComputeTarget.create(",
    "MLClient(",
    "Workspace.get(",
    "Workspace(",
];

/// What lines contain that belong to such a text and say nothing about the scenario.
const KNOWN: &[&str] = &[
    "import ",
    "DefaultAzureCredential",
    "from_config(",
    "wait_for_completion(",
    "begin_create_or_update(",
    "begin_delete(",
    "begin_detach(",
    ".compute.get(",
    "compute_targets",
    ".serialize(",
    ".detach(",
    "print(",
    "SystemExit(",
    "getattr(",
    ".provisioning_state",
];

/// How many names are kept, and how long a call may be.
const NAMES: usize = 200;
const LONGEST: usize = 20_000;

/// The names of a text of Python and what it assigns to them.
pub(super) struct Names {
    texts: HashMap<String, Value>,
    /// Where the call begins that is assigned to a name.
    calls: HashMap<String, usize>,
}

/// A value of Python.
#[derive(Debug)]
enum Item {
    Text(Value),
    Name(String, Value),
    Call(Vec<(Option<String>, Item)>),
    List(Vec<Item>),
    Other(Value),
}

impl Names {
    /// The names of a text. `None` if it is no Python about computes.
    pub(super) fn new(text: &str) -> Option<Self> {
        if !CALLS.iter().any(|call| text.contains(call)) {
            return None;
        }
        let mut names = Self { texts: HashMap::new(), calls: HashMap::new() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if let Some((name, value)) = line.split_once('=').filter(|(_, value)| !value.starts_with('=')) {
                let name = name.trim();
                let place = at + line.len() - value.trim_start().len();
                let is_name =
                    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                if is_name && names.texts.len() + names.calls.len() < NAMES {
                    match names.item(text, place).map(|(item, _)| item) {
                        Some(Item::Text(text)) => {
                            names.texts.insert(name.to_owned(), text);
                        }
                        Some(Item::Other(number))
                            if number.text.bytes().all(|byte| byte.is_ascii_digit()) =>
                        {
                            names.texts.insert(name.to_owned(), number);
                        }
                        Some(Item::Call(_)) => {
                            names.calls.insert(name.to_owned(), place);
                        }
                        _ => {}
                    }
                }
            }
            at += line.len();
        }
        Some(names)
    }

    /// Reads a value and the position after it.
    fn item(&self, text: &str, at: usize) -> Option<(Item, usize)> {
        let mut parser = Parser { text, at, end: text.len().min(at + LONGEST), names: self };
        let item = parser.item(0)?;
        Some((item, parser.at))
    }

    /// The value of an item, if it is a text or the name of one.
    fn value(&self, item: &Item) -> Value {
        match item {
            Item::Text(value) | Item::Other(value) => value.clone(),
            Item::Name(name, place) => {
                let known =
                    self.texts.get(name).map(|value| Value { span: place.span.clone(), ..value.clone() });
                known.unwrap_or_else(|| Value::unknown(place.span.clone()))
            }
            Item::Call(arguments) => {
                let first = arguments.first().map(|(_, item)| self.value(item));
                Value::unknown(first.map(|value| value.span).unwrap_or_default())
            }
            Item::List(items) => {
                let values: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
                joined(&values).unwrap_or_else(|| Value::unknown(0..0))
            }
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    names: &'a Names,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let length = match rest.bytes().next() {
                Some(b' ' | b'\t' | b'\r' | b'\n' | b',') => 1,
                Some(b'#') => rest.find('\n').unwrap_or(rest.len()),
                _ => return,
            };
            self.at += length;
        }
    }

    fn name(&mut self) -> Option<(String, usize)> {
        let start = self.at;
        let rest = self.rest();
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len());
        let name = rest
            .get(..length)
            .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))?;
        let name = name.to_owned();
        self.at += length;
        Some((name, start))
    }

    /// A text in quotes, with the names of a formatted text filled in.
    fn text(&mut self, is_formatted: bool, start: usize) -> Option<Item> {
        let rest = self.rest();
        let quote = rest.chars().next()?;
        let length = rest.get(1..)?.find([quote, '\n'])?;
        let inside = rest.get(1..=length)?;
        if !rest.get(1 + length..)?.starts_with(quote) {
            return None;
        }
        let mut text = inside.to_owned();
        if is_formatted {
            for (name, value) in &self.names.texts {
                text = text.replace(&["{", name, "}"].concat(), &value.text);
            }
        }
        self.at += length + 2;
        Some(Item::Text(Value::known(text, start..self.at)))
    }

    fn item(&mut self, depth: usize) -> Option<Item> {
        if depth > 8 {
            return None;
        }
        let start = self.at;
        let rest = self.rest();
        match rest.chars().next()? {
            '"' | '\'' => self.text(false, start),
            'f' | 'F' if rest.get(1..).is_some_and(|rest| rest.starts_with(['"', '\''])) => {
                self.at += 1;
                self.text(true, start)
            }
            '[' | '(' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.skip();
                    if self.rest().starts_with([']', ')']) {
                        self.at += 1;
                        return Some(Item::List(items));
                    }
                    items.push(self.item(depth + 1)?);
                }
            }
            c if c.is_ascii_alphabetic() || c == '_' => {
                let (name, start) = self.name()?;
                if !self.rest().starts_with('(') {
                    let span = start..self.at;
                    return Some(Item::Name(name, Value::unknown(span)));
                }
                self.at += 1;
                let arguments = self.arguments(depth)?;
                Some(Item::Call(arguments))
            }
            _ => {
                let length = rest.find([',', ')', ']', '\n']).filter(|length| *length > 0)?;
                let text = rest.get(..length).unwrap_or_default().trim().to_owned();
                self.at += length;
                Some(Item::Other(Value::known(text, start..start + length)))
            }
        }
    }

    /// The arguments of a call up to its closing parenthesis.
    fn arguments(&mut self, depth: usize) -> Option<Vec<(Option<String>, Item)>> {
        let mut arguments = Vec::new();
        loop {
            self.skip();
            if self.rest().starts_with(')') {
                self.at += 1;
                return Some(arguments);
            }
            let before = self.at;
            let mut keyword = None;
            if let Some((name, _)) = self.name() {
                let behind = self.rest().trim_start_matches(' ');
                if behind.starts_with('=') && !behind.starts_with("==") {
                    self.at = self.end - behind.len() + 1;
                    self.skip();
                    keyword = Some(name);
                } else {
                    self.at = before;
                }
            }
            arguments.push((keyword, self.item(depth + 1)?));
        }
    }
}

/// The arguments of a call, by their names or positions.
struct Arguments<'a> {
    names: &'a Names,
    given: Vec<(Option<String>, Item)>,
}

impl Arguments<'_> {
    fn item(&self, name: &str, position: Option<usize>) -> Option<&Item> {
        let by_name = self.given.iter().find(|(known, _)| known.as_deref() == Some(name));
        let by_position = || {
            let mut positional = self.given.iter().filter(|(known, _)| known.is_none());
            position.and_then(|position| positional.nth(position))
        };
        by_name.or_else(by_position).map(|(_, item)| item).filter(|item| !is_none(item))
    }

    fn value(&self, name: &str) -> Option<Value> {
        self.item(name, None).map(|item| self.names.value(item))
    }

    fn value_at(&self, name: &str, position: usize) -> Option<Value> {
        self.item(name, Some(position)).map(|item| self.names.value(item))
    }
}

fn is_none(item: &Item) -> bool {
    matches!(item, Item::Name(name, _) if name == "None")
}

/// Finds a call, or another line of such a text.
pub(super) fn find(
    text: &str,
    at: usize,
    line: &str,
    names: Option<&Names>,
    budget: &mut Budget,
) -> Option<Document> {
    let names = names?;
    let found =
        CALLS.iter().filter_map(|call| Some((line.find(call)?, *call))).min_by_key(|(place, _)| *place);
    if let Some((place, call)) = found
        && !line.trim_start().starts_with("from ")
        && budget.spend(1).is_some()
    {
        let start = at + place + call.len();
        let mut parser = Parser { text, at: start, end: text.len().min(start + LONGEST), names };
        if let Some(given) = parser.arguments(0) {
            let arguments = Arguments { names, given };
            let span = at + line.len() - line.trim_start().len()..parser.at;
            let content = content(text, call, &arguments)?;
            return Some(Document { span, content });
        }
        budget.spend(parser.at - start);
    }
    let trimmed = line.trim();
    if let Some(answer) = attribute(at, line) {
        return Some(Document { span: at..at + line.len(), content: Content::Answers(vec![answer]) });
    }
    let is_known = KNOWN.iter().any(|known| trimmed.contains(known))
        || ["if ", "else:", "for ", "try:", "except", ")", "]", "(", "#", "finally:", "with "]
            .iter()
            .any(|begin| trimmed.starts_with(begin))
        || is_literal(trimmed);
    // A line that is a command of a shell is read as such.
    let is_command = ["az ", "kubectl ", "oc ", "!", "%"].iter().any(|program| trimmed.starts_with(program))
        || line.contains(" az ")
        || line.contains("\"az ")
        || line.contains("'az ");
    (is_known && !is_command && !trimmed.is_empty())
        .then(|| Document { span: at..at + line.len(), content: Content::Nothing })
}

/// Whether a line assigns a text or a list to a name: `x = "y"`.
fn is_literal(line: &str) -> bool {
    line.split_once(" = ").is_some_and(|(name, value)| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && value.starts_with(|c: char| matches!(c, '"' | '\'' | '[' | '(') || c.is_ascii_digit())
    })
}

/// The answer of `configuration.vnet_name = "…"`.
fn attribute(at: usize, line: &str) -> Option<(Field, Value)> {
    let (name, value) = line.split_once('=')?;
    let (_, attribute) = name.trim().split_once('.')?;
    let is_it = |(option, name, _): &&(&str, Option<&str>, Option<Field>)| match name {
        Some(name) => *name == attribute,
        None => parameter(option) == attribute,
    };
    let (_, _, field) = PROVISIONING.iter().find(is_it)?;
    let text = value.trim();
    let plain = text.strip_prefix(['"', '\''])?.strip_suffix(['"', '\''])?;
    let start = at + line.len() - value.trim_start().len();
    Some(((*field)?, Value::known(plain, start..start + text.len())))
}

/// The parameters of `AksCompute.provisioning_configuration`: the option of `az ml computetarget create aks`, the name of
/// the parameter if it is not the option's, and the field of the attribute.
const PROVISIONING: &[(&str, Option<&str>, Option<Field>)] = &[
    ("--agent-count", None, Some(Field::NodeCount)),
    ("--vm-size", None, Some(Field::VmSize)),
    ("--ssl-cname", None, Some(Field::Cname)),
    ("--ssl-cert-file", Some("ssl_cert_pem_file"), Some(Field::CertFile)),
    ("--ssl-key-file", Some("ssl_key_pem_file"), Some(Field::KeyFile)),
    ("--location", None, Some(Field::Region)),
    ("--vnet-resourcegroup-name", None, Some(Field::VnetResourceGroup)),
    ("--vnet-name", None, Some(Field::VnetName)),
    ("--subnet-name", None, Some(Field::SubnetName)),
    ("--service-cidr", None, Some(Field::ServiceCidr)),
    ("--dns-service-ip", None, Some(Field::DnsServiceIp)),
    ("--docker-bridge-cidr", None, Some(Field::DockerBridgeCidr)),
    ("--cluster-purpose", None, None),
    ("--load-balancer-type", None, None),
    ("--load-balancer-subnet", None, Some(Field::LoadBalancerSubnet)),
];

/// The name of a parameter in Python: that of an option or a field, in snake case.
fn parameter(name: &str) -> String {
    name.trim_start_matches('-').replace('-', "_")
}

fn content(text: &str, call: &str, arguments: &Arguments<'_>) -> Option<Content> {
    match call {
        "KubernetesCompute(" => {
            let mut made = Call::new("KubernetesCompute", &["ml", "compute", "attach"]);
            made.option("--name", arguments.value("name"));
            made.option("--resource-id", arguments.value("resource_id"));
            made.option("--namespace", arguments.value("namespace"));
            identity(text, &mut made, arguments);
            Some(Content::Call(made))
        }
        "KubernetesCompute.attach_configuration(" => {
            let mut made = Call::new("KubernetesCompute.attach_configuration", &["ml", "compute", "attach"]);
            made.is_first_sdk = true;
            made.option("--resource-id", arguments.value("resource_id"));
            made.option("--namespace", arguments.value("namespace"));
            made.option("--identity-type", arguments.value("identity_type").map(identity_type));
            made.option("--user-assigned-identities", arguments.value("identity_ids"));
            Some(Content::Call(made))
        }
        "AksCompute.provisioning_configuration(" => {
            let head = &["ml", "computetarget", "create", "aks"];
            let mut made = Call::new("AksCompute.provisioning_configuration", head);
            for (option, name, _) in PROVISIONING {
                let name = name.map_or_else(|| parameter(option), str::to_owned);
                let value = match arguments.item(&name, None) {
                    Some(Item::Name(constant, place)) if constant.contains("ClusterPurpose") => {
                        Some(purpose(constant, place))
                    }
                    Some(item) => Some(arguments.names.value(item)),
                    None => None,
                };
                made.option(option, value);
            }
            Some(Content::Call(made))
        }
        "AksCompute.attach_configuration(" => {
            let head = &["ml", "computetarget", "attach", "aks"];
            let mut made = Call::new("AksCompute.attach_configuration", head);
            made.option("--compute-resource-id", arguments.value("resource_id"));
            for field in [Field::ResourceGroup, Field::ClusterName] {
                made.answers.extend(arguments.value(&parameter(field.id())).map(|value| (field, value)));
            }
            if let Some(Item::Name(constant, place)) = arguments.item("cluster_purpose", None) {
                let is_dev_test = purpose(constant, place).text == "DevTest";
                let id = if is_dev_test { "dev-test" } else { "production" };
                made.answers.push((Field::Purpose, Value::known(id, place.span.clone())));
            }
            Some(Content::Call(made))
        }
        "ComputeTarget.attach(" | "ComputeTarget.create(" => {
            let name = arguments.value_at("name", 1)?;
            Some(Content::Answers(vec![(Field::ComputeName, name)]))
        }
        _ => {
            let fields: [(Field, &str, Option<usize>); 3] = if call == "MLClient(" {
                [
                    (Field::WorkspaceSubscription, "subscription_id", Some(1)),
                    (Field::WorkspaceResourceGroup, "resource_group_name", Some(2)),
                    (Field::Workspace, "workspace_name", Some(3)),
                ]
            } else {
                [
                    (Field::WorkspaceSubscription, "subscription_id", None),
                    (Field::WorkspaceResourceGroup, "resource_group", None),
                    (Field::Workspace, if call == "Workspace(" { "workspace_name" } else { "name" }, None),
                ]
            };
            let answers = fields.into_iter().filter_map(|(field, name, position)| {
                Some((field, arguments.names.value(arguments.item(name, position)?)))
            });
            Some(Content::Answers(answers.collect()))
        }
    }
}

/// The purpose of `AksCompute.ClusterPurpose.DEV_TEST`.
fn purpose(constant: &str, place: &Value) -> Value {
    let purpose = if constant.ends_with("DEV_TEST") { "DevTest" } else { "FastProd" };
    Value::known(purpose, place.span.clone())
}

/// The identity of a compute: a call, or the name of one.
fn identity(text: &str, made: &mut Call, arguments: &Arguments<'_>) {
    let names = arguments.names;
    let held;
    let item = match arguments.item("identity", None) {
        Some(Item::Name(name, _)) => {
            held = names.calls.get(name).and_then(|place| names.item(text, *place)).map(|(item, _)| item);
            held.as_ref()
        }
        other => other,
    };
    let Some(Item::Call(given)) = item else { return };
    let argument =
        |name: &str| given.iter().find(|(known, _)| known.as_deref() == Some(name)).map(|(_, item)| item);
    made.option("--identity-type", argument("type").map(|item| identity_type(names.value(item))));
    if let Some(Item::List(items)) = argument("user_assigned_identities") {
        let ids = items.iter().filter_map(|item| match item {
            Item::Call(given) => given.first().map(|(_, item)| names.value(item)),
            other => Some(names.value(other)),
        });
        made.option("--user-assigned-identities", joined(&ids.collect::<Vec<_>>()));
    }
}

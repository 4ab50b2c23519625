//! The JSON Schema (draft 2020-12) of scenario files, for completion and checks in editors. It is generated from the field
//! table and stored in `public/`, next to the page.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use crate::base::json;
use crate::i18n;
use crate::model::choice::{Choice as _, Edition};
use crate::model::field::{Field, Kind};
use crate::model::scenario_file::version;
use crate::model::value::TextKind;
use crate::text::{self, FileText};

/// The contents of `public/scenario.schema.json`.
pub fn schema() -> String {
    let schema = File {
        schema: "https://json-schema.org/draft/2020-12/schema",
        title: "Scenario of azureml-k8s",
        description: "What a Kubernetes cluster is to do for an Azure Machine Learning workspace: the answers that the commands follow from. azureml-k8s plan --scenario FILE prints them.",
        kind: "object",
        required: &["version", "answers"],
        properties: Members {
            schema: Described {
                description: "Where this schema lies, for the editor.",
                rest: Typed { kind: "string" },
            },
            version: Described {
                description: "The version of the words that the answers are given in.",
                rest: Constant { value: version() },
            },
            answers: Described {
                description: "A text a field. What is left out has its default. Texts are not checked here as closely as by azureml-k8s plan.",
                rest: Answers { kind: "object", properties: Fields, additional: false },
            },
        },
        additional: false,
    };
    // The schema contains only texts, numbers and lists of texts, so serialization cannot fail.
    json::pretty(&schema).unwrap_or_default()
}

#[derive(Serialize)]
struct File {
    #[serde(rename = "$schema")]
    schema: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    required: &'static [&'static str],
    properties: Members,
    #[serde(rename = "additionalProperties")]
    additional: bool,
}

#[derive(Serialize)]
struct Members {
    #[serde(rename = "$schema")]
    schema: Described<Typed>,
    version: Described<Constant>,
    answers: Described<Answers>,
}

#[derive(Serialize)]
struct Described<T> {
    description: &'static str,
    #[serde(flatten)]
    rest: T,
}

#[derive(Serialize)]
struct Typed {
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Serialize)]
struct Constant {
    #[serde(rename = "const")]
    value: u32,
}

#[derive(Serialize)]
struct Answers {
    #[serde(rename = "type")]
    kind: &'static str,
    properties: Fields,
    #[serde(rename = "additionalProperties")]
    additional: bool,
}

struct Fields;

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(Some(Field::ALL.len()))?;
        for field in Field::ALL {
            fields.serialize_entry(field.id(), &Property::new(*field))?;
        }
        fields.end()
    }
}

/// The schema of a field. Empty parts are omitted.
#[derive(Serialize)]
struct Property {
    title: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    values: Option<&'static [&'static str]>,
    #[serde(rename = "minLength", skip_serializing_if = "Option::is_none")]
    min_length: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    examples: Vec<&'static str>,
}

impl Property {
    fn new(field: Field) -> Self {
        let row = field.row();
        let mut sentences: Vec<String> = vec![text::field_help(field).to_owned()];
        let (values, pattern) = match row.kind {
            Kind::Choice(ids) => {
                let help = |id: &&'static str| (*id, text::choice_help(field, id));
                sentences.extend(
                    ids.iter()
                        .map(help)
                        .filter(|(_, help)| !help.is_empty())
                        .map(|(id, help)| format!("{id}: {help}")),
                );
                (Some(ids), None)
            }
            Kind::Text(kind) => (None, pattern(kind)),
        };
        if row.editions.len() < Edition::ALL.len() {
            let editions: Vec<&str> = row.editions.iter().map(|edition| edition.id()).collect();
            sentences.push(format!("{} {}", i18n::text(FileText::BookEdition), editions.join(", ")));
        }
        sentences.retain(|sentence| !sentence.is_empty());
        let first = row.editions.first().copied().unwrap_or(Edition::Current);
        // An editor cannot show a default that depends on the edition.
        let is_same = row.editions.iter().all(|edition| field.default(*edition) == field.default(first));
        Self {
            title: text::field_label(field),
            description: sentences.join(" "),
            kind: "string",
            values,
            min_length: (values.is_none() && pattern.is_none()).then_some(1),
            pattern,
            default: Some(field.default(first)).filter(|default| is_same && !default.is_empty()),
            examples: field.example(first).into_iter().collect(),
        }
    }
}

/// The pattern of a kind of text, if a simple pattern is equivalent to the kind's own check.
fn pattern(kind: TextKind) -> Option<&'static str> {
    match kind {
        TextKind::SubscriptionId => {
            Some("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$")
        }
        TextKind::ClusterName => Some("^[0-9A-Za-z]([0-9A-Za-z_-]{0,61}[0-9A-Za-z])?$"),
        TextKind::Region => Some("^ *[A-Za-z]( *[0-9A-Za-z]){1,49} *$"),
        TextKind::ExtensionName => Some("^[0-9A-Za-z]([0-9A-Za-z-]{0,51}[0-9A-Za-z])?$"),
        TextKind::ExtensionVersion => Some("^[0-9]([0-9A-Za-z.+-]{0,62}[0-9A-Za-z])?$"),
        TextKind::WorkspaceName => Some("^[0-9A-Za-z][0-9A-Za-z_-]{2,32}$"),
        TextKind::Namespace => Some("^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?$"),
        TextKind::VmSize => Some("^[A-Za-z][0-9A-Za-z_]{0,62}[0-9A-Za-z]$"),
        TextKind::VnetName => Some("^[0-9A-Za-z][0-9A-Za-z_.-]{0,62}[0-9A-Za-z_]$"),
        TextKind::SubnetName => Some("^[0-9A-Za-z]([0-9A-Za-z_.-]{0,78}[0-9A-Za-z_])?$"),
        // The check depends on the edition, uses Unicode, or is too complex for a pattern.
        TextKind::ResourceGroupName
        | TextKind::WholeNumber
        | TextKind::PemPath
        | TextKind::SecretName
        | TextKind::DnsName
        | TextKind::NodeSelector
        | TextKind::ComputeName
        | TextKind::AksComputeName
        | TextKind::IdentityIds
        | TextKind::Cidr
        | TextKind::IpAddress => None,
    }
}

//! A Kubernetes compute in the YAML form of `az ml compute attach --file`, and instance types.

use super::{Call, Content, Document, Value};

/// How far a block of YAML is followed, in lines and in bytes.
const LINES: usize = 200;
const LENGTH: usize = 16_384;

/// A line `key: value` of YAML.
struct Line<'a> {
    indent: usize,
    /// Whether the line begins an item of a list.
    is_item: bool,
    key: &'a str,
    value: Option<Value>,
}

/// The lines of the block that begins at `at`, up to an empty line, the end of a code block or the end of a document.
fn block(text: &str, at: usize) -> (Vec<Line<'_>>, usize) {
    let mut lines = Vec::new();
    let mut start = at;
    let mut end = at;
    for line in text.get(at..).unwrap_or_default().split('\n').take(LINES) {
        if start > at + LENGTH {
            break;
        }
        let content = line.trim_end_matches('\r');
        let trimmed = content.trim_start_matches(' ');
        let indent = content.len() - trimmed.len();
        if trimmed.starts_with('#') {
            start += line.len() + 1;
            continue;
        }
        let item = trimmed.strip_prefix("- ");
        let body = item.unwrap_or(trimmed);
        let Some(colon) = body.find(':').filter(|colon| {
            let key = body.get(..*colon).unwrap_or_default();
            !key.is_empty()
                && key.bytes().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'.' | b'/' | b'"')
                })
        }) else {
            break;
        };
        let rest = body.get(colon + 1..).unwrap_or_default();
        let value = uncommented(rest.trim());
        let offset = start + content.len() - rest.len() + (rest.len() - rest.trim_start().len());
        let span = offset..offset + value.len();
        let text = plain(value);
        let value = (!text.is_empty()).then(|| Value::known(text, span));
        lines.push(Line {
            indent,
            is_item: item.is_some(),
            key: body.get(..colon).unwrap_or_default(),
            value,
        });
        end = start + line.len();
        start += line.len() + 1;
    }
    (lines, end.min(text.len()))
}

/// A value without its comment and its quotes.
fn plain(value: &str) -> &str {
    uncommented(value.trim()).trim_matches(['"', '\''])
}

fn uncommented(value: &str) -> &str {
    value.split(" #").next().unwrap_or_default().trim_end()
}

/// Whether a line tells that a block describes a compute or instance types.
fn decides(key: &str, value: &str) -> bool {
    match key {
        "$schema" => value.contains("kubernetesCompute"),
        "type" => value.eq_ignore_ascii_case("kubernetes"),
        "kind" => matches!(value, "InstanceType" | "InstanceTypeList"),
        _ => false,
    }
}

/// The positions of the lines that tell what a block describes. A block without such a line is not read, because YAML
/// of another kind has many lines with which a block could begin.
pub(super) struct Deciding(Vec<usize>);

impl Deciding {
    pub(super) fn new(text: &str) -> Self {
        let mut at = 0;
        let lines = text.split('\n').filter_map(|line| {
            let start = at;
            at += line.len() + 1;
            let (key, value) = line.split_once(':')?;
            decides(key.trim_start_matches(' '), plain(value)).then_some(start)
        });
        Self(lines.collect())
    }

    /// Whether a block that begins at `at` can hold such a line.
    fn follows(&self, at: usize) -> bool {
        let next = self.0.get(self.0.partition_point(|line| *line < at));
        next.is_some_and(|line| *line <= at + LENGTH)
    }
}

/// Finds a block of YAML that begins on this line.
pub(super) fn find(text: &str, at: usize, line: &str, deciding: &Deciding) -> Option<Document> {
    let first = line.split(':').next()?.trim_start_matches(' ');
    if ![
        "$schema",
        "type",
        "name",
        "resource_id",
        "namespace",
        "identity",
        "description",
        "apiVersion",
        "kind",
    ]
    .contains(&first)
        || !deciding.follows(at)
    {
        return None;
    }
    let (lines, end) = block(text, at);
    let indent = lines.first()?.indent;
    let top = |key: &str| {
        let line = lines.iter().find(|line| line.indent == indent && !line.is_item && line.key == key)?;
        line.value.clone()
    };
    let is_decided_by = |key: &str| top(key).is_some_and(|value| decides(key, &value.text));
    if is_decided_by("kind") {
        return Some(Document { span: at..end, content: Content::NotCarried("InstanceType") });
    }
    if !is_decided_by("$schema") && !is_decided_by("type") {
        return None;
    }
    let mut call = Call::new("KubernetesCompute (YAML)", &["ml", "compute", "attach"]);
    call.option("--name", top("name"));
    call.option("--resource-id", top("resource_id"));
    call.option("--namespace", top("namespace"));
    let nested =
        |key: &str| lines.iter().find(|line| line.indent > indent && line.key == key && line.value.is_some());
    let identity = lines.iter().any(|line| line.indent == indent && line.key == "identity");
    if identity && let Some(kind) = nested("type").and_then(|line| line.value.clone()) {
        call.option("--identity-type", Some(super::template::identity_type(kind)));
        let ids: Vec<Value> = lines
            .iter()
            .filter(|line| line.key == "resource_id" && line.indent > indent)
            .filter_map(|line| line.value.clone())
            .collect();
        call.option("--user-assigned-identities", super::template::joined(&ids));
    }
    Some(Document { span: at..end, content: Content::Call(call) })
}

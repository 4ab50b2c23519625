//! What a picture is drawn with: elements in elements. A file writes them as text; a page makes its own of them, so that
//! no browser has to take a text apart, which a strict policy of a page forbids.

use crate::base::invisible::is_deceptive;

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in the order in which a file has them.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub content: Content,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, as it is read.
    Text(String),
    /// Elements, or nothing.
    Nodes(Vec<Node>),
}

impl Node {
    /// An element with nothing in it.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Content::Nodes(Vec::new()) }
    }

    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a number for an attribute.
    pub(super) fn number(self, name: &'static str, value: i32) -> Self {
        self.with(name, value.to_string())
    }

    /// With elements in it.
    pub(super) fn nodes(self, nodes: Vec<Node>) -> Self {
        Self { content: Content::Nodes(nodes), ..self }
    }

    /// With a text in it, in which a mark stands for what cannot be seen.
    pub(super) fn text(self, text: &str) -> Self {
        self.raw(text.chars().map(seen).collect())
    }

    /// With a text of our own in it.
    pub(super) fn raw(self, text: String) -> Self {
        Self { content: Content::Text(text), ..self }
    }

    /// The element as text.
    pub fn written(&self) -> String {
        let mut written = String::new();
        self.write(&mut written);
        written
    }

    fn write(&self, written: &mut String) {
        written.extend(["<", self.name]);
        for (name, value) in &self.attributes {
            written.extend([" ", name, "=\""]);
            escape(value, written);
            written.push('"');
        }
        match &self.content {
            Content::Nodes(nodes) if nodes.is_empty() => return written.push_str("/>"),
            Content::Nodes(nodes) => {
                written.push('>');
                for node in nodes {
                    node.write(written);
                }
            }
            Content::Text(text) => {
                written.push('>');
                escape(text, written);
            }
        }
        written.extend(["</", self.name, ">"]);
    }
}

/// XML has no control characters, and none of direction may turn a text around. Nor are the last two of a plane
/// characters.
fn seen(c: char) -> char {
    if is_deceptive(c) || u32::from(c) & 0xFFFE == 0xFFFE { '\u{FFFD}' } else { c }
}

/// Attributes hold nothing but words and numbers of our own, none of which has a quote.
fn escape(text: &str, written: &mut String) {
    for c in text.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            c => written.push(c),
        }
    }
}

//! The elements of a drawing. A file writes them as text. A page creates its own elements from them, because a strict
//! content security policy forbids parsing text as markup.

use crate::base::invisible::is_deceptive;

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in the order in which a file contains them.
    pub attributes: Vec<(&'static str, String)>,
    /// Its content.
    pub content: Content,
}

/// The content of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, before escaping.
    Text(String),
    /// Child elements, if any.
    Nodes(Vec<Node>),
}

impl Node {
    /// An empty element.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Content::Nodes(Vec::new()) }
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds a numeric attribute.
    pub(super) fn number(self, name: &'static str, value: i32) -> Self {
        self.with(name, value.to_string())
    }

    /// Sets the child elements.
    pub(super) fn nodes(self, nodes: Vec<Node>) -> Self {
        Self { content: Content::Nodes(nodes), ..self }
    }

    /// Sets the text. A replacement character stands for each character that is invisible or not allowed.
    pub(super) fn text(self, text: &str) -> Self {
        self.raw(text.chars().map(seen).collect())
    }

    /// Sets a trusted text without replacing characters.
    pub(super) fn raw(self, text: String) -> Self {
        Self { content: Content::Text(text), ..self }
    }

    /// The element as SVG source.
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

/// Replaces characters that XML does not allow (control characters and the last two code points of a plane), and direction
/// marks, which could reorder the text.
fn seen(c: char) -> char {
    if is_deceptive(c) || u32::from(c) & 0xFFFE == 0xFFFE { '\u{FFFD}' } else { c }
}

/// Escapes text. Attributes contain only the wizard's own words and numbers, so quotes need no escaping.
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

//! Pictures.

use web_sys::{Document, Element};

use crate::picture::node::{Content, Node};
use crate::picture::svg::NAMESPACE;

/// The element of a drawing, with all that is in it. A text in it stays one whatever it holds, since nothing is read.
pub fn element(node: &Node) -> Option<Element> {
    made(&web_sys::window()?.document()?, node)
}

fn made(document: &Document, node: &Node) -> Option<Element> {
    let element = document.create_element_ns(Some(NAMESPACE), node.name).ok()?;
    for (name, value) in &node.attributes {
        element.set_attribute(name, value).ok()?;
    }
    match &node.content {
        Content::Text(text) => element.set_text_content(Some(text)),
        Content::Nodes(nodes) => {
            for node in nodes {
                let child = made(document, node)?;
                element.append_child(&child).ok()?;
            }
        }
    }
    Some(element)
}

//! SVG elements.

use web_sys::{Document, Element};

use crate::output::picture::node::{Content, Node};
use crate::output::picture::svg::NAMESPACE;

/// Creates the element of a drawing with all its children. Texts are set as text and never parsed as markup.
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

/// Changes an element from one drawing to another, in place. A key press changes only a few words of a drawing. Returns
/// `false` if the elements or the names of the attributes differ: then the element has to be built again.
pub fn update(element: &Element, was: &Node, is: &Node) -> bool {
    let names = |node: &Node| node.attributes.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    if was == is {
        return true;
    }
    if was.name != is.name || names(was) != names(is) {
        return false;
    }
    for (attribute, (name, value)) in was.attributes.iter().zip(&is.attributes) {
        if attribute.1 != *value && element.set_attribute(name, value).is_err() {
            return false;
        }
    }
    match (&was.content, &is.content) {
        (Content::Text(was), Content::Text(is)) => {
            if was != is {
                element.set_text_content(Some(is));
            }
            true
        }
        (Content::Nodes(were), Content::Nodes(are)) if were.len() == are.len() => {
            let mut next = element.first_element_child();
            were.iter().zip(are).all(|(was, is)| {
                let Some(child) = next.take() else { return false };
                next = child.next_element_sibling();
                update(&child, was, is)
            })
        }
        _ => false,
    }
}

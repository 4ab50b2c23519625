//! The picture as text: what is in each zone, and the connections.

use super::{Detail, Node, Picture, Zone};
use crate::i18n::{self, text};
use crate::output::picture::labels::{self, PictureText};
use crate::text;

/// A heading and its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub heading: String,
    /// The sentences.
    pub sentences: Vec<String>,
}

/// The complete description: zone by zone, then the connections.
pub fn words(picture: &Picture) -> Vec<Part> {
    let zones = [Zone::Azure, Zone::Extension, Zone::Workloads, Zone::Outside];
    let zones = zones.into_iter().map(|zone| Part {
        heading: heading(picture, zone),
        sentences: picture.nodes.iter().filter(|node| node.id.zone() == zone).map(node_sentence).collect(),
    });
    let connected =
        Part { heading: text(PictureText::Connected).to_owned(), sentences: connections(picture) };
    zones.chain([connected]).filter(|part| !part.sentences.is_empty()).collect()
}

/// The connections, one sentence per arrow.
pub fn connections(picture: &Picture) -> Vec<String> {
    let way_in = picture.entry().map_or("", labels::way_in);
    let sentence = |edge: &super::Edge| labels::edge(edge.id, edge.label.map_or("", text), way_in);
    picture.edges.iter().map(sentence).collect()
}

/// The heading of a zone.
pub fn heading(picture: &Picture, zone: Zone) -> String {
    let has_extension = picture.has(super::NodeId::Extension);
    match zone {
        Zone::Outside => text(PictureText::Outside).to_owned(),
        Zone::Azure => text(PictureText::Azure).to_owned(),
        Zone::Extension if has_extension => {
            let inner = text(PictureText::ExtensionZone);
            [&cluster(picture), ", ", text(picture.through), " – ", inner].concat()
        }
        Zone::Extension => {
            let inner = text(PictureText::FrontEndZone);
            [&cluster(picture), ", ", text(picture.through), " – ", inner].concat()
        }
        Zone::Workloads => [&cluster(picture), " – ", &workloads(picture)].concat(),
    }
}

/// The cluster, with its name if known.
pub fn cluster(picture: &Picture) -> String {
    let name = picture.cluster.as_deref();
    let word = text(PictureText::Cluster);
    name.map_or_else(|| word.to_owned(), |name| [word, " ", name].concat())
}

/// The zone of jobs and endpoints.
pub fn workloads(picture: &Picture) -> String {
    if !picture.has(super::NodeId::Extension) {
        return text(PictureText::YourModelsZone).to_owned();
    }
    let name = picture.namespace.as_deref().unwrap_or(text(PictureText::OfCompute));
    [text(PictureText::Namespace), " ", name].concat()
}

/// Describes a node: its kind, name, resources and function.
fn node_sentence(node: &Node) -> String {
    let (title, purpose) = labels::node(node.id);
    let mut subject = title.to_owned();
    match &node.detail {
        Detail::None => {}
        Detail::Name(name) => subject.extend([" ", name]),
        Detail::Text(detail) => subject.extend([", ", text(*detail)]),
    }
    let names: Vec<&str> = node
        .resources
        .iter()
        .map(String::as_str)
        .filter(|name| *name != title && node.detail != Detail::Name((*name).to_owned()))
        .collect();
    if !names.is_empty() {
        subject.extend([" (", &i18n::listed(&names), ")"]);
    }
    text::labelled(&subject, purpose)
}

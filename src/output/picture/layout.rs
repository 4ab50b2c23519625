//! Computes positions in the picture. It has three columns: requests enter on the left and end on the right. Azure is above
//! the cluster, so that arrows do not cross.

use super::measure::{Face, fitted};
use super::{Detail, Edge, EdgeId, End, Node, NodeId, Picture, Zone};
use crate::i18n::text;
use crate::output::picture::labels::{self, PictureText};
use crate::output::picture::words;
use crate::text;

/// The width of the drawing.
pub const WIDTH: i32 = 744;
/// The font size of headings and titles.
pub const TITLE: u32 = 13;
/// The font size of all other texts.
pub const SMALL: u32 = 12;

const COLUMNS: [i32; 3] = [28, 264, 512];
const BOX: i32 = 204;
const HEIGHT: i32 = 52;
/// The space between rows: this one with arrows between them, the next one without.
const ROW: i32 = 32;
const CLUSTER_ROW: i32 = 20;
const HELPER: i32 = 28;
const HELPER_GAP: i32 = 8;
/// The space between zones, with room for a label.
const ZONE: i32 = 40;
const PAD: i32 = 16;
const INNER: i32 = 12;
/// The x coordinate of vertical arrows in the first column.
const SPINE: i32 = 48;
/// The x coordinate of headings, to the right of those arrows.
const HEADING: i32 = 64;
/// The free space at the sides of a box.
const MARGIN: i32 = 12;
/// The offset between the replicas of a box.
const COPY: i32 = 4;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Rect {
    /// Its right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    fn center(self) -> (i32, i32) {
        (self.x + self.width / 2, self.y + self.height / 2)
    }
}

/// The kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A heading or a title.
    Title,
    /// A description below it.
    Detail,
    /// A name below it.
    Name,
    /// A text beside an arrow.
    Label,
}

impl Ink {
    /// The font size.
    pub fn size(self) -> u32 {
        if self == Self::Title { TITLE } else { SMALL }
    }

    /// The typeface.
    pub fn face(self) -> Face {
        match self {
            Self::Title => Face::Bold,
            Self::Name => Face::Mono,
            Self::Detail | Self::Label => Face::Plain,
        }
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The x coordinate of its start.
    pub x: i32,
    /// The y coordinate of its baseline.
    pub y: i32,
    /// The maximum width.
    pub most: i32,
    /// The kind of text.
    pub ink: Ink,
    /// The text.
    pub text: String,
}

impl Line {
    fn new(x: i32, y: i32, most: i32, ink: Ink, text: &str) -> Self {
        let text = fitted(text, ink.face(), ink.size(), u32::try_from(most).unwrap_or(0));
        Self { x, y, most, ink, text }
    }
}

/// A node with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The id.
    pub id: NodeId,
    /// The area that it covers, including its replicas.
    pub area: Rect,
    /// The number of replicas.
    pub copies: u8,
    /// The texts inside.
    pub lines: Vec<Line>,
    /// The complete description.
    pub full_text: String,
}

impl Placed {
    /// The rectangles of the replicas, from back to front.
    pub fn rects(&self) -> impl Iterator<Item = Rect> {
        let behind = i32::from(self.copies.saturating_sub(1));
        let Rect { x, y, width, height } = self.area;
        (0..=behind).rev().map(move |back| Rect {
            x: x + back * COPY,
            y: y + (behind - back) * COPY,
            width: width - behind * COPY,
            height: height - behind * COPY,
        })
    }
}

/// A zone with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The area that it covers.
    pub area: Rect,
    /// Whether it is inside another zone.
    pub is_inner: bool,
    /// Its title.
    pub lines: Vec<Line>,
}

/// An arrow with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The arrow.
    pub edge: Edge,
    /// Its points, from start to tip.
    pub points: Vec<(i32, i32)>,
    /// The text beside it.
    pub label: Option<Line>,
}

/// The complete layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The height of the drawing.
    pub height: i32,
    /// The zones, outer ones first.
    pub grounds: Vec<Ground>,
    /// The nodes.
    pub placed: Vec<Placed>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// The areas that arrows and labels refer to.
struct Levels {
    azure: Rect,
    cluster: Rect,
    extension: Rect,
}

/// Computes the layout of a picture.
pub fn layout(picture: &Picture) -> Layout {
    let mut layout = Layout { height: 0, grounds: Vec::new(), placed: Vec::new(), arrows: Vec::new() };
    let mut y = 0;
    if let Some(you) = node(picture, NodeId::You) {
        layout.place(you, cell(0, y, 1));
        y += HEIGHT + ZONE;
    }
    let azure = azure(picture, &mut layout, y);
    y = azure.bottom() + ZONE;
    let none = Rect { x: 0, y, width: 0, height: 0 };
    let mut levels = Levels { azure, cluster: none, extension: none };
    if picture.nodes.iter().any(|node| node.id.zone() == Zone::Extension) {
        (levels.cluster, levels.extension) = cluster(picture, &mut layout, y);
        y = levels.cluster.bottom() + ZONE;
    }
    if let Some(clients) = node(picture, NodeId::Clients) {
        layout.place(clients, cell(0, y, 1));
        y += HEIGHT + ZONE;
    }
    layout.height = y - ZONE;
    for edge in &picture.edges {
        let ends = [edge.from, edge.to].map(|end| layout.area(end, &levels));
        if let [Some(from), Some(to)] = ends {
            let points = route(edge.id, from, to);
            let label = edge.label.and_then(|label| label_at(edge.id, label, &points, &levels));
            layout.arrows.push(Arrow { edge: *edge, points, label });
        }
    }
    layout
}

fn node(picture: &Picture, id: NodeId) -> Option<&Node> {
    picture.nodes.iter().find(|node| node.id == id)
}

/// The rectangle of a box in a column. It spans several rows if it belongs to all of them.
fn cell(column: usize, y: i32, rows: i32) -> Rect {
    let x = COLUMNS.get(column).copied().unwrap_or(0);
    Rect { x, y, width: BOX, height: rows * HEIGHT + (rows - 1) * CLUSTER_ROW }
}

/// Azure: the workspace and the Azure resources of the cluster in the first row, related resources below each.
fn azure(picture: &Picture, layout: &mut Layout, top: i32) -> Rect {
    let first = top + 36;
    let row = |row: i32| first + row * (HEIGHT + ROW);
    let below = if picture.has(NodeId::Identity) { 2 } else { 1 };
    let mut last = 0;
    for node in picture.nodes.iter().filter(|node| node.id.zone() == Zone::Azure) {
        let (column, level) = match node.id {
            NodeId::Workspace => (0, 0),
            NodeId::Relay | NodeId::RelayAndBus => (0, 1),
            NodeId::Identity => (1, 1),
            NodeId::LogAnalytics => (1, below),
            NodeId::ArcConnection | NodeId::AksResource => (2, 0),
            NodeId::Extension => (2, 1),
            _ => (1, 0),
        };
        last = last.max(level);
        layout.place(node, cell(column, row(level), 1));
    }
    let area = Rect { x: 0, y: top, width: WIDTH, height: row(last) + HEIGHT + PAD - top };
    let title = Line::new(HEADING, top + 24, 300, Ink::Title, text(PictureText::Azure));
    layout.grounds.push(Ground { area, is_inner: false, lines: vec![title] });
    area
}

/// The cluster: a row for jobs, two rows for endpoints, and the auxiliary components below.
fn cluster(picture: &Picture, layout: &mut Layout, top: i32) -> (Rect, Rect) {
    let inner_top = top + 56;
    let first = inner_top + 36;
    let row = |row: i32| first + row * (HEIGHT + CLUSTER_ROW);
    let jobs = i32::from(picture.has(NodeId::Jobs));
    let endpoints = i32::from(picture.has(NodeId::EndpointOperator));
    let routed = jobs + endpoints;
    for node in picture.nodes.iter().filter(|node| !node.id.is_helper()) {
        let place = match node.id {
            NodeId::Gateway => cell(0, row(0), 1),
            NodeId::TrainingOperator => cell(1, row(0), 1),
            NodeId::Jobs => cell(2, row(0), 1),
            NodeId::EndpointOperator => cell(1, row(jobs), 1),
            NodeId::Router => cell(1, row(routed), 1),
            NodeId::Models => cell(2, row(jobs), 1 + endpoints),
            id if id.is_entry() => cell(0, row(routed), 1),
            _ => continue,
        };
        layout.place(node, place);
    }
    let last = if picture.entry().is_some() { routed } else { 0 };
    let bottom = helpers(picture, layout, row(last) + HEIGHT + PAD) + INNER;
    let area = Rect { x: 0, y: top, width: WIDTH, height: bottom + PAD - top };
    let inner = |x: i32, right: i32| Rect { x, y: inner_top, width: right - x, height: bottom - inner_top };
    let [one, two, three] = COLUMNS;
    let extension = inner(one - INNER, two + BOX + INNER);
    let workloads = inner(three - INNER, three + BOX + INNER);
    let zone =
        if picture.has(NodeId::Extension) { PictureText::ExtensionZone } else { PictureText::FrontEndZone };
    // The heading must not reach the arrow for logs.
    let most = two + BOX - 24 - MARGIN - HEADING;
    let heading = |x, most, title: &str| vec![Line::new(x, inner_top + 23, most, Ink::Detail, title)];
    layout.grounds.push(Ground {
        area,
        is_inner: false,
        lines: vec![
            Line::new(HEADING, top + 24, most, Ink::Title, &words::cluster(picture)),
            Line::new(HEADING, top + 42, most, Ink::Detail, text(picture.through)),
        ],
    });
    layout.grounds.push(Ground {
        area: extension,
        is_inner: true,
        lines: heading(HEADING, most, text(zone)),
    });
    layout.grounds.push(Ground {
        area: workloads,
        is_inner: true,
        lines: heading(three, BOX, &words::workloads(picture)),
    });
    (area, extension)
}

/// The auxiliary components, two per row, to the right of the arrow for requests. Returns the bottom edge of the last row.
fn helpers(picture: &Picture, layout: &mut Layout, top: i32) -> i32 {
    let [left, second, _] = COLUMNS;
    let left = if picture.has(NodeId::Clients) { SPINE + 24 } else { left };
    let width = (second + BOX - left - INNER) / 2;
    let mut next = (left, top);
    let mut bottom = top - PAD;
    for node in picture.nodes.iter().filter(|node| node.id.is_helper()) {
        let (x, y) = next;
        layout.place(node, Rect { x, y, width, height: HELPER });
        bottom = y + HELPER;
        next = if x == left { (x + width + INNER, y) } else { (left, y + HELPER + HELPER_GAP) };
    }
    bottom
}

impl Layout {
    /// Adds a node at a position.
    fn place(&mut self, node: &Node, area: Rect) {
        let (title, purpose) = labels::node(node.id);
        let detail = match &node.detail {
            Detail::None => None,
            Detail::Name(name) => Some((Ink::Name, name.as_str())),
            Detail::Text(name) => Some((Ink::Detail, text(*name))),
        };
        let made = node.resources.join(", ");
        let is_made = !made.is_empty() && node.id.zone() == Zone::Extension && !node.id.is_helper();
        let made = is_made.then_some((Ink::Name, made.as_str()));
        let detail_text = detail.map_or("", |(_, text)| text);
        let sentence =
            [title, if detail_text.is_empty() { "" } else { " " }, detail_text, " – ", purpose].concat();
        let names: Vec<&str> = node
            .resources
            .iter()
            .map(String::as_str)
            .filter(|name| *name != detail_text && *name != title)
            .collect();
        let full_text = if names.is_empty() {
            sentence
        } else {
            [&sentence, " (", &crate::i18n::listed(&names), ")"].concat()
        };
        let behind = i32::from(node.copies.saturating_sub(1)) * COPY;
        // Boxes of people have round ends.
        let margin = if node.id.zone() == Zone::Outside { 2 * MARGIN } else { MARGIN };
        let (x, most) = (area.x + margin, area.width - behind - 2 * margin);
        let middle = area.y + behind + (area.height - behind) / 2;
        let lines = match detail.or(made) {
            Some((ink, detail)) if !node.id.is_helper() => vec![
                Line::new(x, middle - 4, most, Ink::Title, title),
                Line::new(x, middle + 14, most, ink, detail),
            ],
            Some((_, detail)) => {
                vec![Line::new(x, middle + 4, most, Ink::Detail, &text::labelled(title, detail))]
            }
            None if node.id.is_helper() => vec![Line::new(x, middle + 4, most, Ink::Detail, title)],
            None => vec![Line::new(x, middle + 5, most, Ink::Title, title)],
        };
        self.placed.push(Placed { id: node.id, area, copies: node.copies, lines, full_text });
    }

    fn area(&self, end: End, levels: &Levels) -> Option<Rect> {
        match end {
            End::Node(id) => self.placed.iter().find(|placed| placed.id == id).map(|placed| placed.area),
            End::Cluster => Some(levels.cluster),
            End::Extension => Some(levels.extension),
        }
    }
}

/// The points of an arrow: horizontal, vertical, or horizontal with one step between two columns.
fn route(id: EdgeId, from: Rect, to: Rect) -> Vec<(i32, i32)> {
    let (narrow, low) =
        (if from.width < to.width { from } else { to }, if from.height < to.height { from } else { to });
    let beside = from.y < to.bottom() && to.y < from.bottom();
    let above = from.x < to.right() && to.x < from.right();
    if beside {
        let y = low.center().1;
        let (begin, end) = if from.x < to.x { (from.right(), to.x) } else { (from.x, to.right()) };
        return vec![(begin, y), (end, y)];
    }
    if above {
        let [first, second, _] = COLUMNS;
        let x = match id {
            EdgeId::Logs => second + BOX - 24,
            _ if narrow.x == first => SPINE,
            _ => narrow.center().0,
        };
        let (begin, end) = if from.y < to.y { (from.bottom(), to.y) } else { (from.y, to.bottom()) };
        return vec![(x, begin), (x, end)];
    }
    let (begin, end) = (from.center().1, to.center().1);
    let between = i32::midpoint(from.right(), to.x);
    vec![(from.right(), begin), (between, begin), (between, end), (to.x, end)]
}

/// The label beside an arrow, in the gap between two zones.
fn label_at(id: EdgeId, label: PictureText, points: &[(i32, i32)], levels: &Levels) -> Option<Line> {
    let (x, _) = *points.first()?;
    let gap = match id {
        EdgeId::Asks => levels.azure.y - ZONE,
        EdgeId::Requests => levels.cluster.bottom(),
        _ => levels.azure.bottom(),
    };
    // Up to the next arrow.
    let most = if x == SPINE { 240 } else { 100 };
    Some(Line::new(x + 10, gap + ZONE / 2 + 4, most, Ink::Label, text(label)))
}

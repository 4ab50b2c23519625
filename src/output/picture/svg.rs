//! The picture as SVG: in a page, with the page's colours and style sheet, or as a standalone file.

use super::layout::{Arrow, Ground, Ink, Line, Placed, Rect, WIDTH, layout};
use super::node::Node;
use super::{Picture, words};
use crate::i18n::text;
use crate::output::picture::labels::PictureText;

/// The SVG namespace.
pub const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The place of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the page.
    Page,
    /// In a standalone file.
    File,
}

/// The picture's colours in light and dark mode. They are those of the page, for files without a page around them.
pub const COLOURS: &[(&str, &str, &str)] = &[
    ("ground", "#f7f7f4", "#141817"),
    ("surface", "#fff", "#1c2220"),
    ("sunken", "#f0f1ed", "#101413"),
    ("text", "#1d2321", "#e6eae7"),
    ("quiet", "#56605c", "#a4afaa"),
    ("line", "#d5d9d3", "#353e3a"),
    ("edge", "#7b857f", "#86928c"),
    ("accent", "#0b5f66", "#74d3ca"),
    ("accent-soft", "#e2f0ef", "#17332f"),
];

/// The style sheet of a file. The page's style sheet has the same rules; a test checks that. In forced-colors mode, system
/// colours replace these.
pub const STYLE: &str = "
.picture{display:block;width:100%;height:auto;min-width:40rem;background:var(--surface)}
.picture text{fill:var(--text);font-family:var(--sans,system-ui,sans-serif);font-size:12px}
.picture .title{font-size:13px;font-weight:600}
.picture .detail,.picture .label,.picture .name{fill:var(--quiet)}
.picture .label{fill:var(--accent)}
.picture .name{font-family:var(--mono,ui-monospace,Menlo,Consolas,\"DejaVu Sans Mono\",monospace)}
.picture .zone{fill:var(--ground);stroke:var(--line)}
.picture .inner{fill:var(--sunken);stroke:var(--line)}
.picture .box,.picture .helper{fill:var(--surface);stroke:var(--edge)}
.picture .helper{stroke:var(--line)}
.picture .person{fill:var(--accent-soft);stroke:var(--accent)}
.picture .arrow{fill:none;stroke:var(--accent);stroke-width:1.5}
.picture .tip{fill:var(--accent)}
@media (forced-colors:active){.picture{forced-color-adjust:none;--ground:Canvas;--surface:Canvas;--sunken:Canvas;--text:CanvasText;--quiet:CanvasText;--line:CanvasText;--edge:CanvasText;--accent:CanvasText;--accent-soft:Canvas}}
@media print{.picture{min-width:0}}
";

/// A picture as SVG.
pub fn drawing(picture: &Picture, place: Place) -> Node {
    let layout = layout(picture);
    // Room for the strokes. A file also needs space at its edges.
    let margin = if place == Place::File { 16 } else { 1 };
    let (width, height) = (WIDTH + 2 * margin, layout.height + 2 * margin);
    let start = ["-", &margin.to_string(), " "].concat();
    let of_file = place == Place::File;
    let mut root = Node::new("svg");
    if of_file {
        root = root.with("xmlns", NAMESPACE);
    }
    root = root
        .with("class", "picture")
        .with("role", "img")
        .with("aria-labelledby", "picture-title")
        .with("aria-describedby", "picture-desc")
        .with("font-family", "sans-serif")
        .with("font-size", "12")
        .with("viewBox", [start.as_str(), &start, &width.to_string(), " ", &height.to_string()].concat());
    if of_file {
        root = root.number("width", width).number("height", height);
    }
    let mut nodes = vec![
        Node::new("title").with("id", "picture-title").text(text(PictureText::Title)),
        Node::new("desc").with("id", "picture-desc").text(&described(picture)),
    ];
    if of_file {
        nodes.push(Node::new("style").raw([&colours(), STYLE].concat()));
    }
    layout.grounds.iter().for_each(|drawn| ground(drawn, &mut nodes));
    layout.arrows.iter().for_each(|drawn| arrow(drawn, &mut nodes));
    nodes.extend(layout.placed.iter().map(placed));
    root.nodes(nodes)
}

/// The description for screen readers: the connections, or the nodes if nothing is connected.
fn described(picture: &Picture) -> String {
    let mut sentences = words::connections(picture);
    if sentences.is_empty() {
        sentences.extend(words::words(picture).into_iter().flat_map(|part| part.sentences));
    }
    sentences.join(" ")
}

/// The colour definitions for a standalone file.
fn colours() -> String {
    let mut rules = String::from(".picture{");
    for (name, light, _) in COLOURS {
        rules.extend(["--", name, ":", light, ";"]);
    }
    rules.push_str("}@media screen and (prefers-color-scheme:dark){.picture{");
    for (name, _, dark) in COLOURS {
        rules.extend(["--", name, ":", dark, ";"]);
    }
    rules.push_str("}}");
    rules
}

fn ground(ground: &Ground, nodes: &mut Vec<Node>) {
    nodes.push(if ground.is_inner {
        rect(ground.area, "inner", "#f0f1ed", "#d5d9d3", 8)
    } else {
        rect(ground.area, "zone", "#f7f7f4", "#d5d9d3", 12)
    });
    nodes.extend(ground.lines.iter().map(line));
}

fn placed(placed: &Placed) -> Node {
    let mut nodes = vec![Node::new("title").text(&placed.full_text)];
    nodes.extend(placed.rects().map(|area| {
        if placed.id.zone() == super::Zone::Outside {
            rect(area, "person", "#e2f0ef", "#0b5f66", area.height / 2)
        } else if placed.id.is_helper() {
            rect(area, "helper", "#fff", "#d5d9d3", 6)
        } else {
            rect(area, "box", "#fff", "#7b857f", 8)
        }
    }));
    nodes.extend(placed.lines.iter().map(line));
    Node::new("g").nodes(nodes)
}

/// The attributes repeat the colours for programs that do not support custom properties.
fn rect(rect: Rect, class: &'static str, fill: &'static str, stroke: &'static str, radius: i32) -> Node {
    Node::new("rect")
        .with("class", class)
        .number("x", rect.x)
        .number("y", rect.y)
        .number("width", rect.width)
        .number("height", rect.height)
        .number("rx", radius)
        .with("fill", fill)
        .with("stroke", stroke)
}

fn line(line: &Line) -> Node {
    let (class, fill) = match line.ink {
        Ink::Title => ("title", "#1d2321"),
        Ink::Detail => ("detail", "#56605c"),
        Ink::Name => ("name", "#56605c"),
        Ink::Label => ("label", "#0b5f66"),
    };
    let node =
        Node::new("text").with("class", class).number("x", line.x).number("y", line.y).with("fill", fill);
    let node = match line.ink {
        Ink::Title => node.with("font-size", "13").with("font-weight", "600"),
        _ => node,
    };
    node.text(&line.text)
}

fn arrow(arrow: &Arrow, nodes: &mut Vec<Node>) {
    nodes.push(
        Node::new("path")
            .with("class", "arrow")
            .with("fill", "none")
            .with("stroke", "#0b5f66")
            .with("stroke-width", "1.5")
            .with("d", path(&arrow.points)),
    );
    let tip = tip(&arrow.points);
    nodes.push(Node::new("path").with("class", "tip").with("fill", "#0b5f66").with("d", tip));
    nodes.extend(arrow.label.iter().map(line));
}

/// A line from point to point.
fn path(points: &[(i32, i32)]) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.extend([if path.is_empty() { "M" } else { "L" }, &x.to_string(), " ", &y.to_string()]);
    }
    path
}

/// A triangle whose tip is the end of the arrow.
fn tip(points: &[(i32, i32)]) -> String {
    let [.., (from_x, from_y), (x, y)] = points else { return String::new() };
    let (back_x, back_y) = ((from_x - x).signum() * 7, (from_y - y).signum() * 7);
    let (side_x, side_y) = ((from_y - y).signum() * 4, (from_x - x).signum() * 4);
    let corners =
        [(*x, *y), (x + back_x + side_x, y + back_y + side_y), (x + back_x - side_x, y + back_y - side_y)];
    path(&corners) + "Z"
}

//! The picture as SVG: in a page, whose colours it takes, or as a file of its own.

use super::layout::{Arrow, Ground, Ink, Layout, Line, Placed, Rect, WIDTH, layout};
use super::{Picture, words};
use crate::locale::{PictureText, text};
use crate::value::name::is_deceptive;

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the page.
    Page,
    /// In a file.
    File,
}

/// The picture's own colours, in light and in dark: those of the page, for a file that has no page around it.
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

/// How the parts look. In forced colours the system's take the place of ours.
const STYLE: &str = "
.picture{display:block;width:100%;height:auto;min-width:40rem;background:var(--surface)}
.picture text{fill:var(--text);font-family:var(--sans,system-ui,sans-serif);font-size:12px}
.picture .title{font-size:13px;font-weight:600}
.picture .said,.picture .label,.picture .name{fill:var(--quiet)}
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

/// The SVG of a picture.
pub fn svg(picture: &Picture, place: Place) -> String {
    let layout = layout(picture);
    let mut svg = Writer(String::new());
    // Room for the strokes; a file has nothing around it that would give it air.
    let margin = if place == Place::File { 16 } else { 1 };
    let (width, height) = ((WIDTH + 2 * margin).to_string(), (layout.height + 2 * margin).to_string());
    let start = ["-", &margin.to_string(), " "].concat();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\"");
    svg.raw(" aria-labelledby=\"picture-title\" aria-describedby=\"picture-desc\"");
    svg.raw(" font-family=\"sans-serif\" font-size=\"12\"");
    svg.attribute("viewBox", &[start.as_str(), &start, &width, " ", &height].concat());
    if place == Place::File {
        svg.attribute("width", &width);
        svg.attribute("height", &height);
    }
    svg.raw("><title id=\"picture-title\">");
    svg.text(text(PictureText::Title));
    svg.raw("</title><desc id=\"picture-desc\">");
    svg.text(&described(picture));
    svg.raw("</desc><style>");
    if place == Place::File {
        svg.colours();
    }
    svg.raw(STYLE);
    svg.raw("</style>");
    svg.drawing(&layout);
    svg.raw("</svg>");
    svg.0
}

/// What goes from one to the other, or what there is where nothing does.
fn described(picture: &Picture) -> String {
    let mut said = words::connections(picture);
    if said.is_empty() {
        said.extend(words::words(picture).into_iter().flat_map(|part| part.sentences));
    }
    said.join(" ")
}

/// The text as it grows. What is raw is ours; everything else is escaped.
struct Writer(String);

impl Writer {
    fn raw(&mut self, text: &'static str) {
        self.0.push_str(text);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                // XML has no control characters, and none of direction may turn a text around. Nor are the last two of a
                // plane characters.
                c if is_deceptive(c) || u32::from(c) & 0xFFFE == 0xFFFE => self.0.push('\u{FFFD}'),
                c => self.0.push(c),
            }
        }
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    fn number(&mut self, name: &'static str, value: i32) {
        self.attribute(name, &value.to_string());
    }

    /// The colours of a file, which has no page around it.
    fn colours(&mut self) {
        self.raw(".picture{");
        for (name, light, _) in COLOURS {
            self.colour(name, light);
        }
        self.raw("}@media screen and (prefers-color-scheme:dark){.picture{");
        for (name, _, dark) in COLOURS {
            self.colour(name, dark);
        }
        self.raw("}}");
    }

    fn colour(&mut self, name: &'static str, value: &'static str) {
        for piece in ["--", name, ":", value, ";"] {
            self.raw(piece);
        }
    }

    fn drawing(&mut self, layout: &Layout) {
        layout.grounds.iter().for_each(|ground| self.ground(ground));
        layout.arrows.iter().for_each(|arrow| self.arrow(arrow));
        layout.placed.iter().for_each(|placed| self.placed(placed));
    }

    fn ground(&mut self, ground: &Ground) {
        if ground.is_inner {
            self.rect(ground.area, "inner", "#f0f1ed", "#d5d9d3", 8);
        } else {
            self.rect(ground.area, "zone", "#f7f7f4", "#d5d9d3", 12);
        }
        ground.lines.iter().for_each(|line| self.line(line));
    }

    fn placed(&mut self, placed: &Placed) {
        self.raw("<g><title>");
        self.text(&placed.whole);
        self.raw("</title>");
        for rect in placed.rects() {
            if placed.id.zone() == super::Zone::Outside {
                self.rect(rect, "person", "#e2f0ef", "#0b5f66", rect.height / 2);
            } else if placed.id.is_helper() {
                self.rect(rect, "helper", "#fff", "#d5d9d3", 6);
            } else {
                self.rect(rect, "box", "#fff", "#7b857f", 8);
            }
        }
        placed.lines.iter().for_each(|line| self.line(line));
        self.raw("</g>");
    }

    /// Colours stand at the shape, too, for programs that know no custom properties.
    fn rect(
        &mut self,
        rect: Rect,
        class: &'static str,
        fill: &'static str,
        stroke: &'static str,
        radius: i32,
    ) {
        self.raw("<rect");
        self.attribute("class", class);
        self.number("x", rect.x);
        self.number("y", rect.y);
        self.number("width", rect.width);
        self.number("height", rect.height);
        self.number("rx", radius);
        self.attribute("fill", fill);
        self.attribute("stroke", stroke);
        self.raw("/>");
    }

    fn line(&mut self, line: &Line) {
        let (class, fill) = match line.ink {
            Ink::Title => ("title", "#1d2321"),
            Ink::Said => ("said", "#56605c"),
            Ink::Name => ("name", "#56605c"),
            Ink::Label => ("label", "#0b5f66"),
        };
        self.raw("<text");
        self.attribute("class", class);
        self.number("x", line.x);
        self.number("y", line.y);
        self.attribute("fill", fill);
        if line.ink == Ink::Title {
            self.raw(" font-size=\"13\" font-weight=\"600\"");
        }
        self.raw(">");
        self.text(&line.text);
        self.raw("</text>");
    }

    fn arrow(&mut self, arrow: &Arrow) {
        let mut path = String::new();
        for (x, y) in &arrow.points {
            path.extend([if path.is_empty() { "M" } else { "L" }, &x.to_string(), " ", &y.to_string()]);
        }
        self.raw("<path class=\"arrow\" fill=\"none\" stroke=\"#0b5f66\" stroke-width=\"1.5\"");
        self.attribute("d", &path);
        self.raw("/><path class=\"tip\" fill=\"#0b5f66\"");
        self.attribute("d", &tip(&arrow.points));
        self.raw("/>");
        arrow.label.iter().for_each(|label| self.line(label));
    }
}

/// A triangle whose point is the end of the arrow.
fn tip(points: &[(i32, i32)]) -> String {
    let [.., (from_x, from_y), (x, y)] = points else { return String::new() };
    let (back_x, back_y) = ((from_x - x).signum() * 7, (from_y - y).signum() * 7);
    let (side_x, side_y) = ((from_y - y).signum() * 4, (from_x - x).signum() * 4);
    let corners =
        [(*x, *y), (x + back_x + side_x, y + back_y + side_y), (x + back_x - side_x, y + back_y - side_y)];
    let mut path = String::new();
    for (x, y) in corners {
        path.extend([if path.is_empty() { "M" } else { "L" }, &x.to_string(), " ", &y.to_string()]);
    }
    path.push('Z');
    path
}

//! The picture: it shows what the plan creates, nothing overlaps, and it is valid SVG for any typed text.

use std::collections::BTreeSet;

use crate::matrix::matrix;
use crate::support::{answers, data, linked, nasty, python};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::edition::resources;
use azureml_k8s_wizard::i18n::text;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::output::picture::labels::{self, PictureText};
use azureml_k8s_wizard::output::picture::layout::{Layout, Rect, WIDTH, layout};
use azureml_k8s_wizard::output::picture::measure::{Face, fitted, width};
use azureml_k8s_wizard::output::picture::node::{Content, Node};
use azureml_k8s_wizard::output::picture::svg::{COLOURS, Place, STYLE, drawing};
use azureml_k8s_wizard::output::picture::words::words;
use azureml_k8s_wizard::output::picture::{Detail, EdgeId, End, NodeId, Picture, Zone, picture};
use rstest::rstest;
use serde_json::{Value, json};

fn of(answers: &Answers) -> Picture {
    picture(&outcome(answers))
}

fn of_link(link: &str) -> Picture {
    of(&linked(link))
}

fn svg(picture: &Picture, place: Place) -> String {
    drawing(picture, place).written()
}

fn label(picture: &Picture, id: EdgeId) -> Option<&'static str> {
    picture.edges.iter().find(|edge| edge.id == id)?.label.map(text)
}

fn ids(picture: &Picture) -> Vec<&'static str> {
    picture.nodes.iter().map(|node| node.id.id()).collect()
}

/// The nodes on the path of jobs and requests, and in Azure. The next test has the helpers.
#[rstest]
#[case::defaults(
    "",
    "you clients workspace compute arc-connection extension relay gateway training-operator endpoint-operator public-load-balancer router jobs models"
)]
#[case::training_alone(
    "workload=training&cluster=aks",
    "you workspace compute aks-resource extension gateway training-operator jobs"
)]
#[case::inference_alone(
    "workload=inference&exposure=cluster-ip",
    "you clients workspace compute arc-connection extension relay gateway endpoint-operator cluster-ip router models"
)]
#[case::private(
    "cluster=aks&exposure=internal&identity=system-assigned",
    "you clients workspace compute aks-resource extension identity gateway training-operator endpoint-operator internal-load-balancer router jobs models"
)]
#[case::preview(
    "edition=arc-preview&exposure=node-port&log-analytics=yes",
    "you clients workspace compute arc-connection extension relay-and-bus log-analytics gateway training-operator endpoint-operator node-ports router jobs models"
)]
#[case::preview_without_the_exposure(
    "edition=arc-preview&exposure=cluster-ip&workload=inference",
    "you clients workspace compute arc-connection extension relay-and-bus gateway endpoint-operator service router models"
)]
#[case::log_analytics_is_the_previews(
    "log-analytics=yes&workload=training&cluster=aks",
    "you workspace compute aks-resource extension gateway training-operator jobs"
)]
#[case::made(
    "edition=aks-v1",
    "you clients workspace aks-target aks-resource public-load-balancer router models"
)]
#[case::made_inside(
    "edition=aks-v1&load-balancer=internal",
    "you clients workspace aks-target aks-resource internal-load-balancer router models"
)]
#[case::attached(
    "edition=aks-v1&task=attach",
    "you clients workspace aks-target aks-resource load-balancer router models"
)]
#[case::detached("edition=aks-v1&task=detach", "workspace aks-resource")]
fn it_shows_what_the_scenario_has(#[case] link: &str, #[case] expected: &str) {
    let shown: Vec<NodeId> = of_link(link).nodes.iter().map(|node| node.id).collect();
    let shown: Vec<&str> = shown.iter().filter(|id| !id.is_helper()).map(|id| id.id()).collect();
    assert_eq!(shown.join(" "), expected);
}

#[rstest]
#[case("", &["scheduler", "prometheus-operator", "metrics", "tokens", "logs"])]
#[case("volcano=no&prometheus-operator=no", &["metrics", "tokens", "logs"])]
#[case("workload=inference&dcgm-exporter=yes&nvidia-plugin=yes", &["prometheus-operator", "metrics", "tokens", "logs", "gpu-metrics", "gpus"])]
#[case("certificate=secret&openshift=yes&workload=inference", &["prometheus-operator", "metrics", "tokens", "logs", "secret", "scc"])]
#[case("edition=arc-preview&workload=training", &["prometheus-operator", "metrics", "logs", "gpus", "status", "node-features", "blobs", "devices"])]
#[case("edition=arc-preview&workload=training&nvidia-plugin=no", &["prometheus-operator", "metrics", "logs", "status", "node-features", "blobs", "devices"])]
#[case("edition=aks-v1", &[])]
fn what_helps_is_what_the_extension_brings(#[case] link: &str, #[case] expected: &[&str]) {
    let helpers: Vec<&str> =
        of_link(link).nodes.iter().filter(|node| node.id.is_helper()).map(|node| node.id.id()).collect();
    assert_eq!(helpers, expected);
}

#[rstest]
#[case("", "HTTPS 443")]
#[case("transport=http", "HTTP 80")]
#[case("exposure=internal&cluster=aks", "HTTPS 443")]
#[case("exposure=node-port&transport=http", "NodePort, HTTP")]
#[case("exposure=cluster-ip", "ClusterIP, HTTPS")]
#[case("edition=arc-preview&exposure=node-port", "NodePort, HTTPS")]
#[case("edition=aks-v1", "HTTP 80")]
#[case("edition=aks-v1&cname=ml.example.org", "HTTPS 443")]
#[case("edition=aks-v1&task=attach", "requests")]
fn the_arrow_of_clients_shows_their_path(#[case] link: &str, #[case] expected: &str) {
    assert_eq!(label(&of_link(link), EdgeId::Requests), Some(expected));
}

#[test]
fn replicas_names_and_the_path_to_the_cluster_depend_on_the_answers() {
    let router = |link: &str| of_link(link).nodes.into_iter().find(|node| node.id == NodeId::Router).unwrap();
    assert_eq!(router("").copies, 3);
    assert_eq!(router("router-ha=no").copies, 1);
    assert_eq!(router("edition=arc-preview&router-ha=no").copies, 1);
    let detail = |link: &str, id: NodeId| {
        of_link(link).nodes.into_iter().find(|node| node.id == id).map(|node| node.detail)
    };
    assert_eq!(detail("workspace=mlw", NodeId::Workspace), Some(Detail::Name("mlw".to_owned())));
    assert_eq!(detail("", NodeId::Workspace), Some(Detail::None));
    let id = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";
    let identity = |ids: &str| {
        let given = answers(&[("identity", "user-assigned"), ("identity-ids", ids)]);
        of(&given).nodes.into_iter().find(|node| node.id == NodeId::Identity).unwrap().detail
    };
    assert_eq!(identity(id), Detail::Name("id-ml".to_owned()));
    assert_eq!(identity(""), Detail::Text(PictureText::UserAssigned));
    assert_eq!(identity(&format!("{id},{id}2")), Detail::Text(PictureText::UserAssignedSeveral));
    // Through the relay if there is one, otherwise directly.
    assert_eq!(label(&of_link("workload=training"), EdgeId::Reaches), Some("jobs"));
    assert_eq!(label(&of_link("workload=training"), EdgeId::Commands), None);
    assert_eq!(label(&of_link("cluster=aks&workload=inference"), EdgeId::Commands), Some("endpoints"));
}

#[test]
fn every_resource_stands_in_one_place_and_every_arrow_between_things_that_are_there() {
    for pairs in matrix() {
        let outcome = outcome(&answers(&pairs));
        let picture = picture(&outcome);
        let mut shown: Vec<&String> = picture.nodes.iter().flat_map(|node| &node.resources).collect();
        let made = resources(&outcome.plan, &outcome.resolved.scenario);
        let mut made: Vec<&String> = made.iter().map(|resource| &resource.name).collect();
        // The documents of the first generation list none.
        if picture.has(NodeId::Extension) {
            shown.sort();
            made.sort();
            assert_eq!(shown, made, "{pairs:?}");
        }
        let nodes = ids(&picture);
        assert_eq!(nodes.iter().collect::<BTreeSet<_>>().len(), nodes.len(), "{pairs:?}");
        for edge in &picture.edges {
            for end in [edge.from, edge.to] {
                let is_there = !matches!(end, End::Node(id) if !picture.has(id));
                assert!(is_there, "{pairs:?}: {edge:?}");
            }
        }
        // Every node has an arrow, except helpers and detached resources.
        let is_joined = |id| picture.edges.iter().any(|e| e.from == End::Node(id) || e.to == End::Node(id));
        if picture.has(NodeId::You) {
            let lonely = picture.nodes.iter().find(|node| !node.id.is_helper() && !is_joined(node.id));
            assert_eq!(lonely, None, "{pairs:?}");
        }
    }
}

fn meets(one: Rect, other: Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x < inner.x && outer.y < inner.y && inner.right() < outer.right() && inner.bottom() < outer.bottom()
}

fn is_at_edge(area: Rect, (x, y): (i32, i32)) -> bool {
    let beside = [area.x, area.right()].contains(&x) && (area.y..=area.bottom()).contains(&y);
    let above = [area.y, area.bottom()].contains(&y) && (area.x..=area.right()).contains(&x);
    beside || above
}

/// The rectangle that a piece of an arrow covers, without its end points.
fn passed(points: &[(i32, i32)]) -> Rect {
    let ((x, y), (to_x, to_y)) = (points[0], points[1]);
    assert!(x == to_x || y == to_y, "arrows go straight: {points:?}");
    let (left, top) = (x.min(to_x), y.min(to_y));
    // A line without width would intersect nothing.
    if x == to_x {
        Rect { x: left, y: top + 1, width: 1, height: (to_y - y).abs() - 2 }
    } else {
        Rect { x: left + 1, y: top, width: (to_x - x).abs() - 2, height: 1 }
    }
}

fn check_places(picture: &Picture, layout: &Layout, case: &str) {
    let page = Rect { x: -1, y: -1, width: WIDTH + 2, height: layout.height + 2 };
    assert_eq!(layout.placed.len(), picture.nodes.len(), "{case}");
    assert_eq!(layout.arrows.len(), picture.edges.len(), "{case}");
    for (index, placed) in layout.placed.iter().enumerate() {
        for other in &layout.placed[..index] {
            assert!(!meets(placed.area, other.area), "{case}: {placed:?} lies over {other:?}");
        }
        assert!(holds(page, placed.area), "{case}: {placed:?}");
        for (place, ground) in layout.grounds.iter().enumerate() {
            let is_home = ground_is_home(place, placed.id.zone());
            assert_eq!(holds(ground.area, placed.area), is_home, "{case}: {placed:?} in {ground:?}");
            assert_eq!(meets(ground.area, placed.area), is_home, "{case}: {placed:?} in {ground:?}");
        }
        for rect in placed.rects() {
            assert!(placed.area.x <= rect.x && rect.right() <= placed.area.right());
            assert!(placed.area.y <= rect.y && rect.bottom() <= placed.area.bottom());
        }
        assert_eq!(placed.rects().count(), usize::from(placed.copies));
        let front = placed.rects().last().unwrap();
        for line in &placed.lines {
            assert!(holds(front, line_area(line)), "{case}: {line:?} does not fit");
        }
    }
    for ground in &layout.grounds {
        for line in &ground.lines {
            assert!(holds(ground.area, line_area(line)), "{case}: {line:?}");
            assert!(
                !layout.placed.iter().any(|placed| meets(placed.area, line_area(line))),
                "{case}: {line:?}"
            );
        }
    }
}

fn ground_is_home(place: usize, zone: Zone) -> bool {
    match zone {
        Zone::Outside => false,
        Zone::Azure => place == 0,
        Zone::Extension => place == 1 || place == 2,
        Zone::Workloads => place == 1 || place == 3,
    }
}

/// The maximum area of a line of text.
fn line_area(line: &azureml_k8s_wizard::output::picture::layout::Line) -> Rect {
    let size = line.ink.size();
    let wide = i32::try_from(width(&line.text, line.ink.face(), size)).unwrap();
    assert!(wide <= line.most, "{line:?}");
    let high = i32::try_from(size).unwrap();
    Rect { x: line.x, y: line.y - high, width: wide, height: high + 3 }
}

fn check_arrows(layout: &Layout, case: &str) {
    let area = |end: End| match end {
        End::Node(id) => layout.placed.iter().find(|placed| placed.id == id).unwrap().area,
        End::Cluster => layout.grounds[1].area,
        End::Extension => layout.grounds[2].area,
    };
    let texts = || {
        let of_grounds = layout.grounds.iter().flat_map(|ground| &ground.lines);
        of_grounds.chain(layout.arrows.iter().filter_map(|arrow| arrow.label.as_ref())).map(line_area)
    };
    for (index, arrow) in layout.arrows.iter().enumerate() {
        assert!(is_at_edge(area(arrow.edge.from), arrow.points[0]), "{case}: {arrow:?}");
        assert!(is_at_edge(area(arrow.edge.to), *arrow.points.last().unwrap()), "{case}: {arrow:?}");
        assert_eq!(arrow.edge.label.is_some(), arrow.label.is_some(), "{case}: {arrow:?}");
        for piece in arrow.points.windows(2).map(passed) {
            let over = layout.placed.iter().find(|placed| meets(placed.area, piece));
            assert!(over.is_none(), "{case}: {arrow:?} passes over {over:?}");
            assert!(!texts().any(|text| meets(text, piece)), "{case}: {arrow:?} passes over a text");
            for other in layout.arrows[..index].iter().filter(|other| other.edge.from != arrow.edge.from) {
                let crosses = other.points.windows(2).map(passed).any(|other| meets(other, piece));
                assert!(!crosses, "{case}: {arrow:?} crosses {other:?}");
            }
        }
    }
    for (index, arrow) in layout.arrows.iter().enumerate() {
        let Some(label) = arrow.label.as_ref().map(line_area) else { continue };
        let is_free = |other: Rect| !meets(other, label);
        assert!(layout.placed.iter().all(|placed| is_free(placed.area)), "{case}: {arrow:?}");
        let mut others = layout.arrows[..index].iter().filter_map(|other| other.label.as_ref());
        assert!(others.all(|other| is_free(line_area(other))), "{case}: {arrow:?}");
    }
}

#[test]
fn nothing_lies_over_anything_else_and_arrows_meet_what_they_join() {
    let long = [
        ("cluster-name", "W".repeat(63)),
        ("workspace", "M".repeat(33)),
        ("namespace", "m".repeat(63)),
        ("extension-name", "w".repeat(53)),
        ("tls-secret", "w".repeat(253)),
        ("compute-name", "W".repeat(24)),
    ];
    for pairs in matrix() {
        let case = format!("{pairs:?}");
        let mut answers = answers(&pairs);
        for names in [false, true] {
            if names {
                for (id, text) in &long {
                    answers.set(Field::from_id(id).unwrap(), text).unwrap();
                }
            }
            let picture = of(&answers);
            let layout = layout(&picture);
            check_places(&picture, &layout, &case);
            check_arrows(&layout, &case);
        }
    }
}

#[test]
fn no_text_of_our_own_is_cut() {
    for pairs in matrix() {
        let picture = of(&answers(&pairs));
        let layout = layout(&picture);
        let placed = layout.placed.iter().flat_map(|placed| &placed.lines);
        let grounds = layout.grounds.iter().flat_map(|ground| &ground.lines);
        let labels = layout.arrows.iter().filter_map(|arrow| arrow.label.as_ref());
        for line in placed.chain(grounds).chain(labels) {
            // Names of resources are long.
            let is_name = line.ink.face() == Face::Mono;
            assert!(is_name || !line.text.contains('…'), "{pairs:?}: {line:?}");
        }
    }
}

#[test]
fn a_text_that_does_not_fit_ends_in_an_ellipsis_and_fits() {
    for name in ["", "a", "cluster", &"W".repeat(63), &"i".repeat(63), "그룹그룹그룹그룹그룹그룹그룹그룹"]
    {
        for face in [Face::Bold, Face::Plain, Face::Mono] {
            for most in [30, 60, 180, 1000] {
                let text = fitted(name, face, 12, most);
                assert!(width(&text, face, 12) <= most, "{text}");
                let is_complete = width(name, face, 12) <= most;
                assert_eq!(text == name, is_complete, "{text}");
                assert!(is_complete || text.strip_suffix('…').is_some_and(|start| name.starts_with(start)));
            }
        }
    }
}

/// The elements of each text, from an independent XML reader: name, attributes, text.
fn read(texts: &[String]) -> Vec<Vec<(String, Value, String)>> {
    serde_json::from_str(&python(&[&data("svg/read.py")], &json!(texts).to_string())).unwrap()
}

/// The elements and attributes that a picture may have.
const ELEMENTS: &[&str] = &["svg", "title", "desc", "style", "g", "rect", "path", "text"];
const ATTRIBUTES: &[&str] = &[
    "class",
    "role",
    "aria-labelledby",
    "aria-describedby",
    "font-family",
    "font-size",
    "font-weight",
    "viewBox",
    "width",
    "height",
    "id",
    "x",
    "y",
    "rx",
    "fill",
    "stroke",
    "stroke-width",
    "d",
];

fn check_svg(elements: &[(String, Value, String)]) {
    assert_eq!(elements[0].0, "svg");
    for (name, attributes, _) in elements {
        assert!(ELEMENTS.contains(&name.as_str()), "{name}");
        for attribute in attributes.as_object().unwrap().keys() {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute} of {name}");
        }
        // For programs without support for custom properties.
        assert!(!["rect", "text"].contains(&name.as_str()) || attributes["fill"].is_string());
    }
    assert_eq!((elements[1].0.as_str(), elements[1].1["id"].as_str()), ("title", Some("picture-title")));
    assert_eq!((elements[2].0.as_str(), elements[2].1["id"].as_str()), ("desc", Some("picture-desc")));
    assert!(!elements[2].2.is_empty());
}

#[test]
fn it_is_svg_in_every_scenario() {
    let mut svgs = BTreeSet::new();
    for pairs in matrix() {
        let picture = of(&answers(&pairs));
        let of_page = svg(&picture, Place::Page);
        // A strict policy of the page refuses one.
        assert!(!of_page.contains("<style"), "{pairs:?}");
        svgs.extend([of_page, svg(&picture, Place::File)]);
    }
    let svgs: Vec<String> = svgs.into_iter().collect();
    assert!(svgs.len() > 100, "{}", svgs.len());
    for elements in read(&svgs) {
        check_svg(&elements);
    }
}

#[test]
fn what_is_typed_stays_text_and_what_cannot_be_used_is_not_shown() {
    let fields = Field::ALL.iter().filter(|field| matches!(field.row().kind, Kind::Text(_)));
    let links = ["certificate=secret&identity=user-assigned&openshift=yes", "edition=aks-v1&task=attach"];
    let (mut svgs, mut typed) = (Vec::new(), Vec::new());
    for text in nasty().iter().filter(|text| text.len() < 1000) {
        for link in links {
            let mut answers = linked(link);
            fields.clone().for_each(|field| answers.set(*field, text).unwrap());
            svgs.push(svg(&of(&answers), Place::File));
            typed.push((text, outcome(&answers).resolved.invalid));
        }
    }
    let seen = read(&svgs);
    for (elements, (text, invalid)) in seen.iter().zip(&typed) {
        check_svg(elements);
        // Names of these kinds contain no mark, so such a text is refused and appears nowhere.
        if text.contains('<') || text.contains('&') {
            assert!(invalid.iter().any(|invalid| invalid.field == Field::ClusterName), "{text}");
            assert!(
                !elements.iter().any(|(name, _, shown)| name != "style" && shown.contains(text.as_str())),
                "{text}"
            );
        }
    }
}

/// The texts of an element.
fn texts(node: &Node) -> Vec<&str> {
    match &node.content {
        Content::Text(text) => vec![text],
        Content::Nodes(nodes) => nodes.iter().flat_map(texts).collect(),
    }
}

#[test]
fn a_text_in_the_drawing_is_read_as_it_is_but_for_what_cannot_be_seen() {
    let pictures = nasty().iter().map(|text| {
        let mut picture = of(&Answers::default());
        for node in &mut picture.nodes {
            node.detail = Detail::Name(text.clone());
        }
        picture.cluster = Some(text.clone());
        picture.namespace = Some(text.clone());
        drawing(&picture, Place::Page)
    });
    let pictures: Vec<Node> = pictures.collect();
    let is_hidden =
        |c: char| azureml_k8s_wizard::base::invisible::is_deceptive(c) || u32::from(c) & 0xFFFE == 0xFFFE;
    // The page shows them unchanged.
    for shown in pictures.iter().flat_map(texts) {
        assert!(!shown.contains(is_hidden), "{shown:?}");
    }
    let written: Vec<String> = pictures.iter().map(Node::written).collect();
    for (elements, text) in read(&written).iter().zip(nasty()) {
        check_svg(elements);
        let shown: String = text.chars().map(|c| if is_hidden(c) { '\u{FFFD}' } else { c }).collect();
        let full_title = format!("Workspace {shown}");
        assert!(
            elements.iter().any(|(name, _, shown)| name == "title" && shown.starts_with(&full_title)),
            "{text:?}"
        );
    }
}

#[test]
fn its_words_name_everything_that_it_shows() {
    for pairs in matrix() {
        let mut answers = answers(&pairs);
        answers.set(Field::Workspace, "mlw-prod").unwrap();
        let picture = of(&answers);
        let parts = words(&picture);
        let sentences: Vec<&String> = parts.iter().flat_map(|part| &part.sentences).collect();
        for node in &picture.nodes {
            let (title, _) = labels::node(node.id);
            let line = sentences.iter().find(|sentence| sentence.starts_with(title));
            let line = line.unwrap_or_else(|| panic!("{pairs:?}: {title} is missing"));
            if let Detail::Name(name) = &node.detail {
                assert!(line.contains(name), "{line}");
            }
            for resource in &node.resources {
                assert!(line.contains(resource), "{line} lacks {resource}");
            }
        }
        assert_eq!(sentences.len(), picture.nodes.len() + picture.edges.len(), "{pairs:?}");
        assert!(
            sentences.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('<')),
            "{sentences:?}"
        );
    }
}

#[test]
fn a_name_that_is_missing_or_wrong_leaves_a_plain_word() {
    let of_names = |name: &str| {
        let given =
            [("cluster-name", name), ("workspace", name), ("namespace", name), ("extension-name", name)];
        svg(&of(&answers(&given)), Place::File)
    };
    let wrong = of_names("no <name>");
    assert!(!wrong.contains("no &lt;") && !wrong.contains("&lt;"), "{wrong}");
    assert!(
        wrong.contains(">Kubernetes cluster</text>") && wrong.contains(">Namespace of the compute</text>")
    );
    assert!(of_names("c1").contains(">Kubernetes cluster c1</text>"));
}

#[test]
fn the_page_has_the_rules_of_the_file() {
    let bare = |text: &str| text.split_whitespace().collect::<String>().replace(";}", "}");
    let (page, file) = (bare(include_str!("../../style/panels.css")), bare(STYLE));
    assert!(page.contains(&file), "{file}");
    assert_eq!(page.matches(".picture").count(), file.matches(".picture").count());
}

#[test]
fn the_colours_of_the_file_are_those_of_the_page() {
    let tokens = include_str!("../../style/tokens.css");
    for (name, light, dark) in COLOURS {
        let row = format!("--{name}: var(--wizard-{name}, light-dark({light}, {dark}));");
        assert!(tokens.contains(&row), "{name} is not {light} and {dark}");
    }
}

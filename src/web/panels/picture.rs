//! The resources of the plan, as a picture and in words.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::control::button;
use crate::i18n::text;
use crate::output::picture::node::Node;
use crate::output::picture::svg::{Place, drawing};
use crate::output::picture::words::{Part, words};
use crate::output::picture::{Picture, picture};
use crate::text::{PanelText, Text};
use crate::web::browser::{file, svg};
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::Wizard;

const FILE: &str = "what-will-exist.svg";

/// The picture of the current scenario, with a button that downloads it.
pub(super) fn part(wizard: Wizard) -> ElementView {
    let of = move || wizard.outcome(picture);
    let drawn = Cell::new(None);
    // The box scrolls in narrow windows, because shrunken text is not legible.
    let shown = element_of("div", "table")
        .attribute("tabindex", "0")
        .attribute("role", "region")
        .attribute("aria-label", text(Text::PictureHeading))
        .live(move |place| {
            let is = drawing(&of(), Place::Page);
            let stays = |(was, element): &(Node, Element)| svg::update(element, was, &is);
            let old = drawn.take().filter(stays).map(|(_, element)| element);
            let element = old.or_else(|| {
                let element = svg::element(&is)?;
                place.set_text_content(None);
                place.append_child(&element).is_ok().then_some(element)
            });
            drawn.set(element.map(|element| (is, element)));
        });
    let download = button(PanelText::PictureDownload, move || {
        let written = drawing(&untrack(of), Place::File).written();
        file::save(FILE, written.as_bytes(), "image/svg+xml");
        wizard.announce(text(PanelText::PictureSaved));
    });
    element_of("div", "drawn").child(shown).child(download.attribute("class", "copy")).child(in_words(of))
}

/// The picture in words, for screen readers and for people who prefer text.
fn in_words(of: impl Fn() -> Picture + 'static) -> ElementView {
    let list = element("ul").live_pieces(move || words(&of()), part_list, |_, _| None);
    element_of("details", "folded").child(element("summary").message(PanelText::PictureWords)).child(list)
}

fn part_list(part: &Part) -> ElementView {
    let sentences = part.sentences.iter().map(|sentence| element("li").text(sentence));
    element("li").text(&part.heading).child(element("ul").children(sentences))
}

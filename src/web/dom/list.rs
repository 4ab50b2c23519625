//! Children of an element that follow signals: lists whose rows stay while their keys do, and pieces of a text.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::{Element, Node};

use super::builder::ElementView;
use super::later::later;

impl ElementView {
    /// With children that are made anew whenever a signal that they read changes, in place of what it has.
    #[must_use]
    pub fn live_children(self, children: impl Fn() -> Vec<ElementView> + 'static) -> Self {
        self.live_children_of(Box::new(children))
    }

    fn live_children_of(self, children: Box<dyn Fn() -> Vec<ElementView>>) -> Self {
        let shown = Shown::stored();
        self.follow(Box::new(move |element| {
            let rows: Vec<Row> = children().into_iter().map(Row::of).collect();
            element.set_text_content(None);
            append(element, &rows);
            shown.update_value(|shown| shown.rows = rows);
        }))
    }

    /// With children made of pieces, in place of what it has. Of as many as before, those change that are others; of more or
    /// fewer, all that lies between the like beginning and the like end of both. A piece that changes is made anew, unless
    /// `text`, given what it was and what it is to be, has what it says from now on; either way it is marked as new.
    #[must_use]
    pub fn live_pieces<T: PartialEq + 'static>(
        self,
        pieces: impl Fn() -> Vec<T> + 'static,
        view: impl Fn(&T) -> ElementView + 'static,
        text: for<'a> fn(&T, &'a T) -> Option<&'a str>,
    ) -> Self {
        let (old, shown) = (RefCell::new(Vec::<T>::new()), Shown::stored());
        self.follow(Box::new(move |element| {
            let pieces = pieces();
            let mut old = old.borrow_mut();
            let count = pieces.len();
            if old.len() == count {
                for (place, (was, is)) in
                    old.iter().zip(&pieces).enumerate().filter(|(_, (was, is))| was != is)
                {
                    shown.update_value(|shown| match text(was, is) {
                        Some(text) => shown.rewrite(place, text),
                        None => shown.exchange(element, place, count - place - 1, vec![Row::of(view(is))]),
                    });
                }
            } else {
                let alike = |(one, other): &(&T, &T)| one == other;
                let start = old.iter().zip(&pieces).take_while(alike).count();
                let ends = old.iter().skip(start).rev().zip(pieces.iter().skip(start).rev());
                let end = ends.take_while(alike).count();
                let new = pieces.iter().take(count - end).skip(start).map(|piece| Row::of(view(piece)));
                let new = new.collect();
                shown.update_value(|shown| shown.exchange(element, start, end, new));
            }
            *old = pieces;
        }))
    }

    /// With rows that stay as they are while their keys do, in place of what it has. Keys are places in a table of the
    /// caller's, each at most once.
    #[must_use]
    pub fn list(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), false)
    }

    /// The same, with a task of its own for each of the first rows.
    #[must_use]
    pub(in crate::web) fn list_later(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), true)
    }

    fn list_of(
        self,
        keys: Box<dyn Fn() -> Vec<usize>>,
        row: Box<dyn Fn(usize) -> ElementView>,
        is_late: bool,
    ) -> Self {
        let Some(element) = self.0.element.clone() else { return self };
        // Not in a cell of the closure, which lives on for a tick after its effect was dropped: what it held would follow
        // signals that are gone.
        let list = Shown::stored();
        // What comes late may come when all is gone.
        let fill: Rc<dyn Fn(usize)> = Rc::new(move |most| {
            let _ = list.try_update_value(|list| list.fill(&element, &*row, most));
        });
        let is_late = Cell::new(is_late);
        self.follow(Box::new(move |_| {
            let keys = keys();
            let count = keys.len();
            let is_news = list.try_update_value(|list| list.want(keys)).unwrap_or_default();
            if is_late.replace(false) {
                for _ in 0..count {
                    let fill = Rc::clone(&fill);
                    later(Box::new(move || fill(1)));
                }
            } else if is_news {
                fill(count);
            }
        }))
    }
}

/// Puts rows behind what an element has.
pub(super) fn append(parent: &Element, rows: &[Row]) {
    for child in rows.iter().filter_map(Row::element) {
        let _ = parent.append_child(child);
    }
}

/// What an element shows that comes and goes: its rows, and the keys that they should have. One type for all of it, since
/// each type of stored value is code of its own.
#[derive(Default)]
pub(super) struct Shown {
    keys: Vec<usize>,
    pub(super) rows: Vec<Row>,
}

impl Shown {
    pub(super) fn stored() -> StoredValue<Self, LocalStorage> {
        StoredValue::new_local(Self::default())
    }

    /// Puts rows in the place of all but some at the beginning and some at the end, and marks them unless they are the first.
    fn exchange(&mut self, parent: &Element, start: usize, end: usize, new: Vec<Row>) {
        let is_change = !self.rows.is_empty();
        let end = self.rows.len() - end;
        let next = self.rows.get(end).and_then(Row::element).cloned();
        for child in new.iter().filter_map(Row::element) {
            if is_change {
                mark(child);
            }
            let _ = parent.insert_before(child, next.as_deref());
        }
        for gone in self.rows.splice(start..end, new) {
            gone.remove();
        }
    }

    /// Has a row say another text, and marks it.
    fn rewrite(&self, place: usize, text: &str) {
        if let Some(element) = self.rows.get(place).and_then(Row::element) {
            if let Some(node) = element.first_child() {
                node.set_node_value(Some(text));
            }
            mark(element);
        }
    }

    /// Takes over the keys that there should be rows of, without the rows of others. Whether they are others than before.
    fn want(&mut self, keys: Vec<usize>) -> bool {
        let is_news = self.keys != keys;
        self.rows.retain(|row| keys.contains(&row.key) || row.remove());
        self.keys = keys;
        is_news
    }

    /// Makes rows that are missing, the first ones and no more than that many.
    fn fill(&mut self, element: &Element, row: &dyn Fn(usize) -> ElementView, most: usize) {
        let is_missing = |key: &&usize| !self.rows.iter().any(|row| row.key == **key);
        let missing: Vec<usize> = self.keys.iter().filter(is_missing).take(most).copied().collect();
        for key in missing {
            // What a row makes lives as long as the row. A child of another owner would leave its shell there.
            let owner = Owner::default();
            let view = owner.with(|| untrack(|| row(key)));
            self.rows.push(Row { key, owner: Some(owner), view });
        }
        arrange(element, &self.keys, &self.rows);
    }
}

/// A row of a list, or a piece of a text.
pub(super) struct Row {
    key: usize,
    /// What it made beside its element; a piece makes nothing.
    owner: Option<Owner>,
    view: ElementView,
}

impl Row {
    pub(super) fn of(view: ElementView) -> Self {
        Self { key: 0, owner: None, view }
    }

    fn element(&self) -> Option<&Element> {
        self.view.element()
    }

    /// Takes the row off the page, and what it made with it. Always false: it is not to be kept.
    fn remove(&self) -> bool {
        if let Some(element) = self.element() {
            element.remove();
        }
        if let Some(owner) = &self.owner {
            owner.cleanup();
        }
        false
    }
}

/// Marks what has changed. What is marked already gets the other mark, which looks the same: it begins to fade from now on.
fn mark(element: &Element) {
    let again = element.get_attribute("data-new").is_some_and(|mark| mark.is_empty());
    let _ = element.set_attribute("data-new", if again { "again" } else { "" });
}

/// Puts rows into the order of their keys. One that is in its place is not touched, so that it keeps the focus.
fn arrange(parent: &Element, keys: &[usize], rows: &[Row]) {
    let mut next: Option<Node> = parent.first_child();
    for key in keys {
        let Some(element) = rows.iter().find(|row| row.key == *key).and_then(Row::element) else {
            continue;
        };
        if next.as_ref().is_some_and(|next| next.is_same_node(Some(element))) {
            next = element.next_sibling();
        } else {
            let _ = parent.insert_before(element, next.as_ref());
        }
    }
}

//! Live children of an element: lists whose rows are kept as long as their keys, and the pieces of a text.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::{Element, Node};

use super::builder::ElementView;
use crate::web::tasks::Tasks;

impl ElementView {
    /// Sets children that are built again whenever a signal that they read changes. They replace all other children.
    #[must_use]
    pub fn live_children(self, children: impl Fn() -> Vec<ElementView> + 'static) -> Self {
        self.live_children_of(Box::new(children))
    }

    fn live_children_of(self, children: Box<dyn Fn() -> Vec<ElementView>>) -> Self {
        let shown = Shown::stored();
        self.with_effect(Box::new(move |element| {
            let rows: Vec<Row> = children().into_iter().map(Row::of).collect();
            element.set_text_content(None);
            append(element, &rows);
            shown.update_value(|shown| shown.rows = rows);
        }))
    }

    /// Sets children that are built from pieces. They replace all other children.
    ///
    /// If the number of pieces stays the same, each piece that differs is updated. Otherwise, everything between the
    /// common start and the common end is replaced. A piece is rewritten in place if `text`, called with the old and the
    /// new piece, returns its new text; otherwise it is built again. Every changed piece is marked as new.
    #[must_use]
    pub fn live_pieces<T: PartialEq + 'static>(
        self,
        pieces: impl Fn() -> Vec<T> + 'static,
        view: impl Fn(&T) -> ElementView + 'static,
        text: for<'a> fn(&T, &'a T) -> Option<&'a str>,
    ) -> Self {
        let (old, shown) = (RefCell::new(Vec::<T>::new()), Shown::stored());
        self.with_effect(Box::new(move |element| {
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

    /// Sets rows that are kept as long as their keys. They replace all other children. A key is an index into a table of
    /// the caller, and occurs at most once.
    #[must_use]
    pub fn list(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), None)
    }

    /// Like [`ElementView::list`], but builds each of the first rows in a task of its own.
    #[must_use]
    pub(in crate::web) fn list_later(
        self,
        tasks: Tasks,
        keys: impl Fn() -> Vec<usize> + 'static,
        row: impl Fn(usize) -> ElementView + 'static,
    ) -> Self {
        self.list_of(Box::new(keys), Box::new(row), Some(tasks))
    }

    fn list_of(
        self,
        keys: Box<dyn Fn() -> Vec<usize>>,
        row: Box<dyn Fn(usize) -> ElementView>,
        late: Option<Tasks>,
    ) -> Self {
        let Some(element) = self.0.element.clone() else { return self };
        // The rows are not in a cell of the closure: the closure outlives its effect by a tick, and the rows would then
        // track signals that no longer exist.
        let list = Shown::stored();
        // A deferred call may run after the list has been dropped.
        let fill: Rc<dyn Fn(usize)> = Rc::new(move |most| {
            let _ = list.try_update_value(|list| list.fill(&element, &*row, most));
        });
        let late = Cell::new(late);
        self.with_effect(Box::new(move |_| {
            let keys = keys();
            let count = keys.len();
            let is_news = list.try_update_value(|list| list.want(keys)).unwrap_or_default();
            if let Some(tasks) = late.take() {
                for _ in 0..count {
                    let fill = Rc::clone(&fill);
                    tasks.later(Box::new(move || fill(1)));
                }
            } else if is_news {
                fill(count);
            }
        }))
    }
}

/// Appends rows to an element.
pub(super) fn append(parent: &Element, rows: &[Row]) {
    for child in rows.iter().filter_map(Row::element) {
        let _ = parent.append_child(child);
    }
}

/// The live children of an element: its rows, and the keys of the rows that it should have. All users share one type,
/// because each type of stored value adds code.
#[derive(Default)]
pub(super) struct Shown {
    keys: Vec<usize>,
    pub(super) rows: Vec<Row>,
}

impl Shown {
    pub(super) fn stored() -> StoredValue<Self, LocalStorage> {
        StoredValue::new_local(Self::default())
    }

    /// Replaces all rows except `start` rows at the beginning and `end` rows at the end. The new rows are marked unless
    /// the element was empty.
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

    /// Changes the text of a row in place, and marks it.
    fn rewrite(&self, place: usize, text: &str) {
        if let Some(element) = self.rows.get(place).and_then(Row::element) {
            if let Some(node) = element.first_child() {
                node.set_node_value(Some(text));
            }
            mark(element);
        }
    }

    /// Sets the keys, and removes the rows of all other keys. Returns whether the keys have changed.
    fn want(&mut self, keys: Vec<usize>) -> bool {
        let is_news = self.keys != keys;
        self.rows.retain(|row| keys.contains(&row.key) || row.remove());
        self.keys = keys;
        is_news
    }

    /// Builds at most `most` of the missing rows, from the first.
    fn fill(&mut self, element: &Element, row: &dyn Fn(usize) -> ElementView, most: usize) {
        let is_missing = |key: &&usize| !self.rows.iter().any(|row| row.key == **key);
        let missing: Vec<usize> = self.keys.iter().filter(is_missing).take(most).copied().collect();
        for key in missing {
            // Everything that a row creates lives as long as the row. The row has a new root owner: a child would leave
            // its shell in the parent owner.
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
    /// The owner of what the row created besides its element. A piece creates nothing else.
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

    /// Removes the row and everything that it created. Always returns `false`, for `retain`.
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

/// Marks an element as changed. If it is already marked, it gets the other mark. Both look the same, but the change
/// restarts the animation.
fn mark(element: &Element) {
    let again = element.get_attribute("data-new").is_some_and(|mark| mark.is_empty());
    let _ = element.set_attribute("data-new", if again { "again" } else { "" });
}

/// Sorts the rows by their keys. A row that is in its place is not moved, so that it keeps the focus.
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

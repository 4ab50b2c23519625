//! The scenarios that the browser stores.

use leptos::prelude::*;

use crate::model::saved::{NameError, SavedList};
use crate::web::browser::storage::{self, Refused};

/// The storage key of the list.
const KEY: &str = "azureml-k8s-wizard.scenarios";

/// The stored scenarios.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// The current list.
    pub(super) list: RwSignal<SavedList>,
    /// The list before the last removal.
    before: RwSignal<Option<SavedList>>,
}

impl Kept {
    /// Reads the stored list.
    pub(super) fn new() -> Self {
        let list = RwSignal::new(SavedList::read(&storage::read(KEY).unwrap_or_default()));
        // Another window may change it, too.
        storage::on_change(move || {
            let _ = list.try_set(SavedList::read(&storage::read(KEY).unwrap_or_default()));
        });
        Self { list, before: RwSignal::new(None) }
    }

    /// Changes the list. The stored list is read again first: another window may have changed it.
    pub(super) fn change(
        self,
        change: impl FnOnce(&mut SavedList) -> Result<(), NameError>,
    ) -> Result<Result<(), NameError>, Refused> {
        let old = SavedList::read(&storage::read(KEY)?);
        let mut new = old.clone();
        if let Err(error) = change(&mut new) {
            return Ok(Err(error));
        }
        let is_less = old.all().iter().any(|saved| !new.all().contains(saved));
        self.put(new)?;
        self.before.set(is_less.then_some(old));
        Ok(Ok(()))
    }

    /// Whether a removal can be undone.
    pub(super) fn can_undo(self) -> bool {
        self.before.with(Option::is_some)
    }

    /// Undoes the last removal. Returns whether that succeeded.
    pub(super) fn undo(self) -> bool {
        let Some(before) = self.before.get_untracked() else { return false };
        let done = storage::read(KEY).and_then(|text| {
            let mut list = SavedList::read(&text);
            list.restore(&before);
            self.put(list)
        });
        if done.is_ok() {
            self.before.set(None);
        }
        done.is_ok()
    }

    fn put(self, list: SavedList) -> Result<(), Refused> {
        storage::write(KEY, &list.write())?;
        self.list.set(list);
        Ok(())
    }
}

//! What the browser keeps for the panels.

use leptos::prelude::*;

use crate::model::saved::{NameError, SavedList};
use crate::web::browser::storage::{self, Refused};

/// Where the list stands.
const KEY: &str = "azureml-k8s-wizard.scenarios";

/// The scenarios that are kept.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// As they are shown.
    pub(super) list: RwSignal<SavedList>,
    /// As they were before something was taken away.
    before: RwSignal<Option<SavedList>>,
}

impl Kept {
    /// What the browser has kept.
    pub(super) fn new() -> Self {
        let list = RwSignal::new(SavedList::read(&storage::read(KEY).unwrap_or_default()));
        // Another window may change it, too.
        storage::on_change(move || {
            let _ = list.try_set(SavedList::read(&storage::read(KEY).unwrap_or_default()));
        });
        Self { list, before: RwSignal::new(None) }
    }

    /// Changes the list, as it stands by now: another window may have changed it.
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

    /// Whether something was taken away that can be brought back.
    pub(super) fn can_undo(self) -> bool {
        self.before.with(Option::is_some)
    }

    /// Brings back what was taken away last. Whether it could.
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

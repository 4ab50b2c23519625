//! The state of a wizard that no view depends on, and that is therefore not a signal: its root element, the page that it
//! serves, the loaded panels.

use std::rc::Rc;

use web_sys::Element;

use super::undo::Before;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};
use crate::model::link::{self, Ignored, Reading};
use crate::plan::progress::Progress;
use crate::web::browser::panels::Panels;
use crate::web::tasks::TaskOwner;

/// The surroundings of a wizard.
#[derive(Default)]
pub(super) struct Environment {
    /// The tasks that have not run. They end with the wizard, because its owner drops this value.
    pub(super) tasks: TaskOwner,
    /// The root element of the wizard. Elements are searched below it, so that a page can have several wizards.
    pub(super) root: Option<Element>,
    /// The page that this wizard serves; `None` for the wizard of the page itself.
    pub(super) host: Option<Host>,
    /// Keeps the current scenario before another one replaces it.
    pub(super) remember: Option<Rc<dyn Fn()>>,
    /// The panels, once they are loaded.
    pub(super) panels: Option<Panels>,
    /// Whether the panels do not yet have the current scenario.
    pub(super) are_panels_outdated: bool,
    /// The scenario that was replaced last.
    pub(super) before: Option<Before>,
    /// Which steps are done.
    pub(super) progress: Progress,
    /// The field whose control has the focus.
    pub(super) focused: Option<Field>,
    /// The number of copy buttons that were created.
    pub(super) copy_buttons: u32,
    /// Whether the wizard is embedded in a host page.
    #[cfg(feature = "files")]
    pub(super) is_embedded: bool,
    /// The parts of the wizard that are shown.
    #[cfg(feature = "files")]
    pub(super) scope: crate::plan::scope::Scope,
    /// The pairs of the last link that could not be used.
    #[cfg(feature = "files")]
    pub(super) ignored: Vec<Ignored>,
}

/// What came with a link that a stranger may have made.
pub struct Arrival {
    /// The fields of the link whose values must be checked and that the user has not changed: the texts that end up in
    /// commands, and what opens something to the network.
    pub checked: Vec<Field>,
    /// The pairs that could not be used.
    pub ignored: Vec<Ignored>,
}

/// The choices that open something to the network.
const EXPOSING: [Field; 3] = [Field::Exposure, Field::Transport, Field::LoadBalancer];

impl Arrival {
    /// Returns `None` if the link has no pairs.
    pub(super) fn new(reading: Reading) -> Option<Self> {
        let Reading { answers, ignored } = reading;
        let given = || answers.differing().map(|(field, _)| field);
        if ignored.is_empty() && given().next().is_none() {
            return None;
        }
        let is_checked = |field: &Field| {
            (matches!(field.row().kind, Kind::Text(_)) || EXPOSING.contains(field)) && field.applies(&answers)
        };
        Some(Self { checked: given().filter(is_checked).collect(), ignored })
    }
}

/// The id that asks the page to open the scenario in the current edition.
pub(super) const MIGRATE: &str = "migrate";

/// The page, as a wizard in the panels sees it: where it opens scenarios and goes to fields.
#[derive(Clone)]
pub struct Host {
    /// Opens a link.
    pub(super) open: Rc<dyn Fn(&str)>,
    /// Goes to the field or opens the panel with this id. A field's id followed by `=` and a text writes the text into
    /// the field.
    pub(super) go_to: Rc<dyn Fn(&str)>,
}

impl Host {
    /// Creates a host from its two callbacks.
    pub fn new(open: impl Fn(&str) + 'static, go_to: impl Fn(&str) + 'static) -> Self {
        Self { open: Rc::new(open), go_to: Rc::new(go_to) }
    }

    /// Opens a scenario in the page.
    pub(in crate::web) fn open(&self, answers: &Answers) {
        (self.open)(&link::write(answers));
    }
}

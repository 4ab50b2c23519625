//! What a wizard works with that is no signal: its place in the document, the page that it serves, the loaded panels.

use std::rc::Rc;

use web_sys::Element;

use super::undo::Before;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};
use crate::model::link::{self, Ignored, Reading};
use crate::plan::progress::Progress;
use crate::web::browser::panels::Panels;

/// What is around a wizard.
#[derive(Default)]
pub(super) struct Environment {
    /// Where it lives. Elements are looked for below it, so that several can be on a page.
    pub(super) root: Option<Element>,
    /// The page that it stands beside, where it is not the page's own.
    pub(super) host: Option<Host>,
    /// What keeps the scenario that stands here before another takes its place.
    pub(super) remember: Option<Rc<dyn Fn()>>,
    /// The second module, once it is there.
    pub(super) panels: Option<Panels>,
    /// Whether that has not been told yet what stands here.
    pub(super) are_panels_outdated: bool,
    /// What stood here before another took its place.
    pub(super) before: Option<Before>,
    /// Which steps are done.
    pub(super) progress: Progress,
    /// The field whose control has the focus.
    pub(super) focused: Option<Field>,
    /// How many buttons copy something.
    pub(super) copy_buttons: u32,
    /// Whether it stands in somebody else's page.
    #[cfg(feature = "files")]
    pub(super) is_embedded: bool,
    /// How much of it is shown.
    #[cfg(feature = "files")]
    pub(super) scope: crate::plan::scope::Scope,
    /// What the last link there had that could not be used.
    #[cfg(feature = "files")]
    pub(super) ignored: Vec<Ignored>,
}

/// What came with a link that somebody else may have made.
pub struct Arrival {
    /// The texts that end up in commands, as long as nobody has changed them.
    pub texts: Vec<Field>,
    /// What could not be used.
    pub ignored: Vec<Ignored>,
}

impl Arrival {
    /// Nothing where the link says nothing.
    pub(super) fn new(reading: Reading) -> Option<Self> {
        let Reading { answers, ignored } = reading;
        let given = || answers.differing().map(|(field, _)| field);
        if ignored.is_empty() && given().next().is_none() {
            return None;
        }
        let is_text = |field: &Field| matches!(field.row().kind, Kind::Text(_)) && field.applies(&answers);
        Some(Self { texts: given().filter(is_text).collect(), ignored })
    }
}

/// Where a reader is sent who wants today's edition.
pub(super) const MIGRATE: &str = "migrate";

/// Where a wizard in the second module sends its reader: to the page's own.
#[derive(Clone)]
pub struct Host {
    /// Opens a link.
    pub(super) open: Rc<dyn Fn(&str)>,
    /// Goes to the field, or opens the panel, with this id; with `=` and a text behind a field's, writes that there.
    pub(super) go_to: Rc<dyn Fn(&str)>,
}

impl Host {
    /// A page that opens links and goes to fields.
    pub fn new(open: impl Fn(&str) + 'static, go_to: impl Fn(&str) + 'static) -> Self {
        Self { open: Rc::new(open), go_to: Rc::new(go_to) }
    }

    /// Has the page open a scenario.
    pub(in crate::web) fn open(&self, answers: &Answers) {
        (self.open)(&link::write(answers));
    }
}

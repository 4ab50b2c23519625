//! The focus. If the focused element is removed with its row, the heading of the step gets the focus.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::web::browser;
use crate::web::dom::ElementView;
use crate::web::state::Wizard;

/// Restores a lost focus in a page.
pub(in crate::web) fn keep_focus(wizard: Wizard, page: ElementView) -> ElementView {
    let holder = Rc::new(RefCell::new(None::<Element>));
    let held = Rc::clone(&holder);
    let page = page.on("focusin", move |event| {
        held.replace(browser::target(&event));
    });
    page.live(move |page| {
        let (page, holder) = (page.clone(), Rc::clone(&holder));
        wizard.structure.track();
        wizard.undoable();
        wizard.tasks().before_paint(move || {
            let is_gone = holder.borrow().as_ref().is_some_and(|one| !one.is_connected());
            if is_gone {
                holder.replace(None);
                // In the same frame: a frame later, the user may have moved on.
                browser::focus(&page, "[data-focus=step]");
            }
        });
    })
}

//! The focus: what had it may go away with its row, and then it goes to the heading of the step.

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::browser;
use crate::ui::element::ElementView;
use crate::ui::state::Wizard;

/// The page, in which the focus is never lost.
pub(in crate::ui) fn keep_focus(wizard: Wizard, page: ElementView) -> ElementView {
    let holder = StoredValue::new_local(None::<Element>);
    let page = page.on("focusin", move |event| {
        holder.try_set_value(browser::target(&event));
    });
    page.live(move |page| {
        let page = page.clone();
        wizard.answers.track();
        wizard.taken();
        request_animation_frame(move || {
            let is_gone = |holder: &Option<Element>| holder.as_ref().is_some_and(|one| !one.is_connected());
            if holder.try_with_value(is_gone) == Some(true) {
                holder.try_set_value(None);
                // At once: a frame later the reader may have gone on.
                browser::focus(&page, "[data-focus=step]");
            }
        });
    })
}

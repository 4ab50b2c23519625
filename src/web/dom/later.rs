//! Building the parts that are not visible at first in later tasks. Between two tasks, the browser can paint the page and
//! handle input.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::mem;

use crate::web::browser;

/// A deferred piece of work.
type Work = Box<dyn FnOnce()>;

/// The work that has not run yet.
struct Queue {
    waiting: VecDeque<Work>,
    /// Work that the current work has deferred. It runs before `waiting`, so that a part is complete before the next
    /// part.
    added: Vec<Work>,
    is_running: bool,
}

thread_local! {
    static QUEUE: RefCell<Queue> =
        const { RefCell::new(Queue { waiting: VecDeque::new(), added: Vec::new(), is_running: false }) };
}

/// Runs a piece of work in a task after all work that was deferred before.
pub(in crate::web) fn later(work: Work) {
    let is_first = QUEUE.with_borrow_mut(|queue| {
        queue.added.push(work);
        !mem::replace(&mut queue.is_running, true)
    });
    if is_first {
        browser::set_timeout(go_on, 0);
    }
}

fn go_on() {
    let next = QUEUE.with_borrow_mut(|queue| {
        for work in mem::take(&mut queue.added).into_iter().rev() {
            queue.waiting.push_front(work);
        }
        let next = queue.waiting.pop_front();
        queue.is_running = next.is_some();
        next
    });
    if let Some(work) = next {
        work();
        browser::set_timeout(go_on, 0);
    }
}

//! What need not be there at first sight: made in tasks of its own, so that the page can be painted and answers in between.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::mem;

use crate::web::browser;

/// A piece of work.
type Work = Box<dyn FnOnce()>;

/// What is still to be done.
struct Queue {
    waiting: VecDeque<Work>,
    /// What the work at hand has put off in turn. It comes before what was waiting: a part before the next part.
    added: Vec<Work>,
    is_running: bool,
}

thread_local! {
    static QUEUE: RefCell<Queue> =
        const { RefCell::new(Queue { waiting: VecDeque::new(), added: Vec::new(), is_running: false }) };
}

/// Does something in a task of its own, once all that was put off before has been done.
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

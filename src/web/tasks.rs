//! The deferred tasks of a wizard: parts that are built later, timers, frames and futures.
//!
//! A task uses the wizard's signals, so it must not run once they are gone. Each wizard therefore owns its tasks, in
//! [`TaskOwner`], and everything that defers work does so through [`Tasks`]. Dropping the wizard drops each task that has
//! not run, and each future in the middle of a fetch.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::mem;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll};

use crate::web::browser;

/// Deferred work.
type Work = Box<dyn FnOnce()>;

/// A future that has not completed.
type Unfinished = Pin<Box<dyn Future<Output = ()>>>;

/// The tasks of a wizard that have not run. Dropping it drops them.
#[derive(Default)]
pub(super) struct TaskOwner(Rc<Waiting>);

impl TaskOwner {
    /// A handle for deferring tasks.
    pub(super) fn tasks(&self) -> Tasks {
        Tasks(Rc::downgrade(&self.0))
    }
}

/// A handle for deferring tasks. Once their owner is gone, a new task is dropped at once. The default has no owner.
#[derive(Clone, Default)]
pub struct Tasks(Weak<Waiting>);

/// The tasks that have not run.
#[derive(Default)]
struct Waiting {
    parts: RefCell<Parts>,
    works: Table<Work>,
    futures: Table<Unfinished>,
}

/// The parts that are built later.
#[derive(Default)]
struct Parts {
    waiting: VecDeque<Work>,
    /// Parts that the current part has deferred. They are built before `waiting`, so that a part is complete before the
    /// next part.
    added: Vec<Work>,
    is_running: bool,
}

impl Tasks {
    /// Runs a piece of work in a task after all work that was deferred by this function before. Between two tasks, the
    /// browser can paint the page and handle input.
    pub(super) fn later(&self, work: Work) {
        let Some(waiting) = self.0.upgrade() else { return };
        let is_running = {
            let mut parts = waiting.parts.borrow_mut();
            parts.added.push(work);
            mem::replace(&mut parts.is_running, true)
        };
        if !is_running {
            self.go_on();
        }
    }

    /// Runs the next piece of work in a task, and the others in further tasks.
    fn go_on(&self) {
        let tasks = self.clone();
        self.after_of(
            Box::new(move || {
                if let Some(work) = tasks.next_part() {
                    work();
                    tasks.go_on();
                }
            }),
            0,
        );
    }

    fn next_part(&self) -> Option<Work> {
        let waiting = self.0.upgrade()?;
        let mut parts = waiting.parts.borrow_mut();
        for work in mem::take(&mut parts.added).into_iter().rev() {
            parts.waiting.push_front(work);
        }
        let next = parts.waiting.pop_front();
        parts.is_running = next.is_some();
        next
    }

    /// Calls a function in a task of its own after some milliseconds.
    pub(super) fn after(&self, milliseconds: i32, then: impl FnOnce() + 'static) {
        self.after_of(Box::new(then), milliseconds);
    }

    fn after_of(&self, work: Work, milliseconds: i32) {
        if let Some(work) = self.keep(work) {
            browser::set_timeout(work, milliseconds);
        }
    }

    /// Calls a function before the next frame is painted.
    pub(super) fn before_paint(&self, then: impl FnOnce() + 'static) {
        self.before_paint_of(Box::new(then));
    }

    fn before_paint_of(&self, work: Work) {
        if let Some(work) = self.keep(work) {
            browser::request_animation_frame(work);
        }
    }

    /// Calls a function after the current changes have been painted. In a background tab, it waits until the tab is
    /// visible.
    pub(super) fn after_paint(&self, then: impl FnOnce() + 'static) {
        let tasks = self.clone();
        self.before_paint(move || tasks.after(0, then));
    }

    /// Keeps work with its owner. Returns what the browser may call at any time: it runs the work unless the owner is
    /// gone.
    fn keep(&self, work: Work) -> Option<Work> {
        let number = self.0.upgrade()?.works.insert(work);
        let owner = Weak::clone(&self.0);
        Some(Box::new(move || {
            // While the work runs, nothing keeps the other tasks alive: the work may drop their owner.
            let work = owner.upgrade().and_then(|waiting| waiting.works.take(number));
            if let Some(work) = work {
                work();
            }
        }))
    }

    /// Runs a future until it completes.
    pub(super) fn spawn(&self, future: impl Future<Output = ()> + 'static) {
        self.spawn_of(Box::pin(future));
    }

    fn spawn_of(&self, future: Unfinished) {
        let Some(waiting) = self.0.upgrade() else { return };
        let (number, owner) = (waiting.futures.insert(future), Weak::clone(&self.0));
        leptos::task::spawn_local(poll_fn(move |context| poll(&owner, number, context)));
    }
}

/// Polls a future. It is complete as well once its owner is gone.
fn poll(owner: &Weak<Waiting>, number: u32, context: &mut Context<'_>) -> Poll<()> {
    let future = owner.upgrade().and_then(|waiting| waiting.futures.take(number));
    let Some(mut future) = future else { return Poll::Ready(()) };
    let polled = future.as_mut().poll(context);
    if polled.is_pending()
        && let Some(waiting) = owner.upgrade()
    {
        waiting.futures.put(number, future);
    }
    polled
}

/// Values by number. Each is taken once.
struct Table<T> {
    next: Cell<u32>,
    rows: RefCell<Vec<(u32, T)>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { next: Cell::new(0), rows: RefCell::default() }
    }
}

impl<T> Table<T> {
    fn insert(&self, value: T) -> u32 {
        let number = self.next.get();
        self.next.set(number.wrapping_add(1));
        self.put(number, value);
        number
    }

    fn put(&self, number: u32, value: T) {
        self.rows.borrow_mut().push((number, value));
    }

    fn take(&self, number: u32) -> Option<T> {
        let mut rows = self.rows.borrow_mut();
        let place = rows.iter().position(|(known, _)| *known == number)?;
        Some(rows.swap_remove(place).1)
    }
}

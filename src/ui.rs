//! The page's components, one a file, and nothing but view: what a field takes, what is wrong and what to run is the
//! core's to say.

#![allow(unreachable_pub, reason = "the component macro makes public items in private modules")]

mod commands;
mod erased;
mod field;
mod findings;
mod guide;
mod page;
mod state;

pub use page::Page;
pub use state::Wizard;

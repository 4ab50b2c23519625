//! The page's components, one a file, and nothing but view: what a field takes, what is wrong and what to run is the
//! core's to say.

mod bench;
mod commands;
mod element;
mod field;
mod findings;
mod fold;
mod guide;
mod output;
mod page;
mod state;
mod tools;
mod view;

pub use bench::{Bench, PanelId};
pub use element::ElementView;
pub use page::Page;
pub use state::{Host, Wizard};

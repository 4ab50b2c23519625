//! The page's components, one a file, and nothing but view: what a field takes, what is wrong and what to run is the
//! core's to say.

mod commands;
mod element;
mod field;
mod findings;
mod guide;
mod output;
mod page;
mod reference;
mod state;
mod view;

pub use element::ElementView;
pub use page::Page;
pub use state::Wizard;

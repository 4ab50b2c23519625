//! The components of the page, one per file. They only show things: the core decides which values a field accepts, what
//! is wrong with a scenario and which commands to run.

pub mod browser;
mod commands;
mod copy;
mod dom;
#[cfg(feature = "files")]
mod embedded;
mod field;
mod findings;
mod fold;
mod guide;
mod output;
mod page;
mod panel_id;
mod panels;
mod progress;
mod state;
mod tabs;
mod tasks;
mod tools;

pub use dom::ElementView;
#[cfg(feature = "files")]
pub use embedded::Embedded;
pub use page::Page;
pub use panel_id::PanelId;
pub use panels::Panels;
pub use state::{Host, Wizard};

//! Everything that the wizard writes: files, scripts, Markdown, the picture, tables, and reports as JSON.

pub mod compare_report;
pub mod copying;
mod escape;
#[cfg(all(feature = "files", feature = "json"))]
pub mod files;
#[cfg(feature = "json")]
pub mod import_report;
#[cfg(feature = "files")]
pub mod markdown;
pub mod picture;
mod python;
pub mod read_report;
pub mod reference;
pub mod report;
#[cfg(feature = "json")]
pub mod schema;
#[cfg(feature = "files")]
pub mod script;
mod sentence;
mod style;
pub mod tokens;
pub mod unattended;
pub mod usage;
mod yaml;

pub use style::{Style, sources};

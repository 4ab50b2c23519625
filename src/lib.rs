//! From a Kubernetes cluster and an Azure Machine Learning workspace to the exact commands that connect the two.
//!
//! The way of the data, module by module: [`field`] is the table of everything that can be asked; [`answers`] is what
//! was said, one text a field; [`link`] is the same as a link, `scenario_file` as a file; [`scenario`] is what it means, in the checked types of
//! [`value`]; [`mod@plan`] is what to run, in the words of one [`edition`]; [`check`] is what is wrong with it; [`mod@write`]
//! makes text of it, in exactly one place; [`result`] is all of that together. `ARCHITECTURE.md` is the map.
//!
//! Everything but `ui` and `browser` knows nothing of a browser, a clock, a network or chance: the same answers give
//! the same text everywhere.

// With the feature everything is used, and the compiler sees to that.
#![cfg_attr(not(feature = "files"), allow(dead_code, reason = "the page leaves files to its second module"))]

pub mod about;
pub mod answers;
pub mod check;
pub mod choice;
pub mod compare;
pub mod copying;
pub mod edition;
pub mod erratum;
pub mod explain;
pub mod field;
#[cfg(all(feature = "files", feature = "json"))]
pub mod files;
pub mod health;
#[cfg(feature = "json")]
pub mod import;
#[cfg(feature = "json")]
pub mod json;
pub mod link;
pub mod locale;
pub mod migration;
pub mod picture;
pub mod plan;
pub mod preferences;
pub mod preset;
pub mod progress;
pub mod read;
pub mod reference;
pub mod repair;
pub mod resource;
pub mod result;
pub mod role;
pub mod saved;
pub mod scenario;
#[cfg(feature = "json")]
pub mod scenario_file;
#[cfg(feature = "files")]
pub mod scope;
pub mod size;
pub mod source;
pub mod unattended;
pub mod update;
pub mod value;
pub mod write;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;

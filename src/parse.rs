//! What exists already, read back into answers: commands, and what Azure itself prints about a cluster or workspace.

#[cfg(feature = "json")]
pub mod any;
#[cfg(feature = "json")]
pub mod import;
pub mod read;
mod resource;

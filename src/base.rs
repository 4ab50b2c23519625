//! What every other room uses and what knows nothing of the wizard: sources of facts, ids, characters, JSON.

pub(crate) mod ids;
pub mod invisible;
#[cfg(feature = "json")]
pub mod json;
pub mod source;

//! The foundation that every other room uses and that does not depend on the wizard: sources of facts, ids, characters,
//! JSON.

pub(crate) mod ids;
pub mod invisible;
#[cfg(feature = "json")]
pub mod json;
pub mod source;

//! The questions and their answers: the field table, the types of values, answers, the scenario that they resolve to,
//! and its forms as a link, a file, a preset or a saved scenario.

pub mod answers;
pub mod choice;
pub mod field;
pub mod link;
pub mod preset;
pub mod saved;
pub mod scenario;
#[cfg(feature = "json")]
pub mod scenario_file;
pub mod value;
pub mod vm_size;

//! The state that components share: one [`Wizard`], whose methods are divided into files by concern.

mod beside;
mod dialog;
mod environment;
mod evaluation;
mod language;
mod path;
mod plan;
mod shown;
mod structure;
mod undo;
mod view_state;
mod wizard;

pub(super) use dialog::{DialogId, KeyId, Theme};
pub use environment::Host;
pub(super) use path::Standing;
pub(super) use structure::MISSING;
pub(super) use undo::{Change, Undoable};
pub(super) use view_state::Loading;
pub use wizard::Wizard;
pub(super) use wizard::link_of;

//! The panels that the page opens and closes.

use crate::base::ids::ids;

ids! {
    /// The parts that are no tables.
    PanelId {
        /// A command that exists becomes a scenario.
        Read "read",
        /// Two scenarios side by side.
        Compare "compare",
        /// Scenarios that are kept, and files of them.
        Scenarios "scenarios",
    }
}

/// The id of the part that shows what will exist.
pub(super) const PICTURE: &str = "picture";
/// The part behind the plan's own disclosure, which is no panel: the plan as files.
pub(super) const DOWNLOADS: &str = "downloads";

/// The part that offers a new version.
pub(super) const UPDATE: &str = "update";

/// How the ids of parts begin that say where documents are wrong; the step's id follows.
pub(super) const ERRATA: &str = "errata.";
/// How the ids of parts begin that mend a finding; its key follows, and where the part stands.
pub(super) const MEND: &str = "mend.";

/// What the pieces of the plan tell, which stands in the page itself.
pub(super) const TIPS: &str = "tips";

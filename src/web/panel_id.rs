//! The ids of the panels and of the other parts of the panels' module.

use crate::base::ids::ids;

ids! {
    /// The panels that the buttons above the wizard open.
    PanelId {
        /// Reads existing commands into a scenario.
        Read "read",
        /// Compares two scenarios.
        Compare "compare",
        /// Stored scenarios and scenario files.
        Scenarios "scenarios",
    }
}

/// The part that shows the resources of the plan as a picture.
pub(super) const PICTURE: &str = "picture";
/// The part that offers the plan as files. It is in a disclosure of the plan and not in a panel.
pub(super) const DOWNLOADS: &str = "downloads";

/// The part that offers a new version.
pub(super) const UPDATE: &str = "update";

/// The prefix of the parts that show misprints of documents. The id of the step comes after it.
pub(super) const ERRATA: &str = "errata.";
/// The prefix of the parts that fix a finding. The key of the finding and the position of the part come after it.
pub(super) const REPAIR: &str = "repair.";

/// The part that explains the pieces of the plan. It is attached to the plan itself.
pub(super) const TIPS: &str = "tips";

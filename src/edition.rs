//! What each edition knows. An edition is one file with its tables and one row here.

pub mod aks_v1;
pub mod arc_preview;
pub mod current;
mod kubernetes;

pub use kubernetes::Setting;

use crate::choice::Edition;
use crate::plan::Step;
use crate::scenario::Scenario;

/// The steps of a scenario.
pub(crate) fn steps(edition: Edition, scenario: &Scenario) -> Vec<Step> {
    match (scenario, edition) {
        (Scenario::AksCompute(scenario), _) => aks_v1::steps(scenario),
        (Scenario::Extension(scenario), Edition::ArcPreview) => {
            kubernetes::steps(&arc_preview::EDITION, scenario)
        }
        (Scenario::Extension(scenario), _) => kubernetes::steps(&current::EDITION, scenario),
    }
}

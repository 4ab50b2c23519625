//! What each edition knows. An edition is one file with its tables and one row here.

pub mod aks_v1;
pub mod arc_preview;
mod compute;
pub mod current;
pub mod erratum;
pub mod health;
mod kubernetes;
pub mod openshift;
mod python;
pub mod relay;
pub mod resource;
pub mod role;
pub mod setting;
pub mod size;

pub(crate) use kubernetes::MANY_NODES;

use crate::edition::resource::{Resource, ResourceRow};
use crate::edition::setting::Setting;
use crate::model::choice::Edition;
use crate::model::scenario::{Extension, Scenario, Slot};
use crate::model::value::Value as _;
use crate::plan::{Command, Plan, Step, Word};

/// The resources that an edition can create.
fn resource_table(edition: Edition) -> &'static [ResourceRow] {
    match edition {
        Edition::Current => current::RESOURCES,
        Edition::ArcPreview => arc_preview::RESOURCES,
        Edition::AksV1 => &[],
    }
}

/// The resources of a scenario. Empty for a legacy `AksCompute`, because its documents list none.
pub fn resources(plan: &Plan, scenario: &Scenario) -> Vec<Resource> {
    let Scenario::Extension(extension) = scenario else { return Vec::new() };
    let Slot { value, field } = &extension.extension_name;
    let extension_name = value.as_ref().map_or_else(|| field.placeholder(), |name| name.as_str().to_owned());
    resource_table(plan.edition)
        .iter()
        .filter(|row| (row.when)(extension))
        .map(|row| Resource {
            // `{EXT}` stands only at the beginning of a name.
            name: match row.name.strip_prefix("{EXT}") {
                Some(rest) => [&extension_name, rest].concat(),
                None => row.name.to_owned(),
            },
            kind: row.kind,
            setting: row.setting,
            purpose: row.purpose,
        })
        .collect()
}

/// The settings that a scenario has in an edition, each with its words, in the order in which they are written. Empty
/// for a legacy `AksCompute`.
pub fn settings(edition: Edition, scenario: &Scenario) -> Vec<(Setting, Vec<Word>)> {
    let Scenario::Extension(scenario) = scenario else { return Vec::new() };
    let settings = setting::settings(edition).map(|setting| (setting, setting.words(scenario)));
    settings.filter(|(_, words)| !words.is_empty()).collect()
}

/// `az k8s-extension update` with the options that identify the extension, and no setting to update yet.
pub(crate) fn update_command(scenario: &Extension) -> Command {
    kubernetes::extension_command("update", scenario)
}

/// The steps of a scenario.
fn steps(edition: Edition, scenario: &Scenario) -> Vec<Step> {
    match scenario {
        Scenario::AksCompute(scenario) => aks_v1::steps(scenario),
        Scenario::Extension(scenario) => {
            let edition = match edition {
                Edition::ArcPreview => &arc_preview::EDITION,
                // `resolve` makes no extension scenario for `aks-v1`.
                Edition::Current | Edition::AksV1 => &current::EDITION,
            };
            kubernetes::steps(edition, scenario)
        }
    }
}

/// Plans a scenario in the words of an edition.
pub fn plan(edition: Edition, scenario: &Scenario) -> Plan {
    let mut steps = steps(edition, scenario);
    if cfg!(feature = "files") {
        erratum::mark(edition, scenario, &mut steps);
    }
    Plan { edition, steps }
}

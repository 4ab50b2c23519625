//! The extension of a cluster: its version, its state and its settings.

use serde_json::value::RawValue;

use super::object::{Object, object};
use super::reader::{Reader, not_succeeded, yes_no};
use super::{Cause, State};
use crate::base::json::members;
use crate::model::field::Field;

/// The release train that a plan installs.
const STABLE: &str = "stable";

impl Reader {
    /// Reads an extension.
    pub(super) fn extension(&mut self, object: &Object<'_>, kind: &str) {
        if !kind.eq_ignore_ascii_case("Microsoft.AzureML.Kubernetes") {
            return self.find(Cause::OtherExtension, kind);
        }
        self.is_kubernetes = true;
        if let Some(name) = object.text("name") {
            self.set(Field::ExtensionName, &name);
        }
        let upgrades = object.get("autoUpgradeMinorVersion").map(RawValue::get);
        if let Some(upgrades) = upgrades.filter(|upgrades| matches!(*upgrades, "true" | "false")) {
            self.set(Field::AutoUpgrade, yes_no(upgrades == "true"));
        }
        if upgrades == Some("false")
            && let Some(version) = object.any_text(["version", "currentVersion"])
        {
            self.set(Field::ExtensionVersion, &version);
            self.state(State::VersionPinned, &version);
        }
        if let Some(train) = object.text("releaseTrain").filter(|train| !train.eq_ignore_ascii_case(STABLE)) {
            self.state(State::ReleaseTrain, &train);
        }
        if let Some(state) = not_succeeded(object) {
            let has_failed = ["Failed", "Canceled"].iter().any(|end| state.eq_ignore_ascii_case(end));
            let kind = if has_failed { State::ExtensionFailed } else { State::ExtensionPending };
            self.state(kind, &explained(&state, object, "statuses"));
        }
        if let Some(settings) = object.get("configurationSettings").and_then(members) {
            self.settings(&settings);
        }
    }
}

/// A state with the codes and messages of the errors that Azure lists under `errorInfo` and this key.
pub(super) fn explained(state: &str, of: &Object<'_>, key: &str) -> String {
    let mut parts = vec![state.to_owned()];
    let errors = of.object("errorInfo").into_iter().chain(of.list(key).into_iter().filter_map(object));
    for error in errors {
        let inner = error.object("error").unwrap_or(error);
        parts.extend(["code", "message"].iter().filter_map(|key| inner.text(key)));
    }
    let mut said: Vec<String> = Vec::new();
    for part in parts {
        if !said.contains(&part) {
            said.push(part);
        }
    }
    said.join(": ")
}

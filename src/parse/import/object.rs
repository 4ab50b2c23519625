//! Objects in Azure's output, and the values in them.

use serde_json::value::RawValue;

use crate::base::json::{members, string};

/// An object from the Azure CLI, which moves properties up to the resource, or from Azure itself, which does not.
pub(super) struct Object<'a> {
    members: Vec<(String, &'a RawValue)>,
    properties: Vec<(String, &'a RawValue)>,
}

impl<'a> Object<'a> {
    pub(super) fn new(known: Vec<(String, &'a RawValue)>) -> Self {
        let properties =
            known.iter().find(|(key, _)| key == "properties").and_then(|(_, value)| members(value));
        Self { members: known, properties: properties.unwrap_or_default() }
    }

    /// The value of a member. `None` if the member is missing or null.
    pub(super) fn get(&self, sought: &str) -> Option<&'a RawValue> {
        let all = self.members.iter().chain(&self.properties);
        all.filter(|(key, value)| key == sought && value.get() != "null").map(|(_, value)| *value).next()
    }

    /// The value of a member by the first of these names that it has: the Azure CLI's and Azure's own names differ.
    pub(super) fn any(&self, names: [&str; 2]) -> Option<&'a RawValue> {
        names.into_iter().find_map(|name| self.get(name))
    }

    /// The text of a member. `None` if it is empty or not a string.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.get(key).and_then(text)
    }

    /// The text of a member by the first of these names that it has.
    pub(super) fn any_text(&self, names: [&str; 2]) -> Option<String> {
        self.any(names).and_then(text)
    }

    /// A member that is an object.
    pub(super) fn object(&self, key: &str) -> Option<Object<'a>> {
        self.get(key).and_then(object)
    }

    /// Whether a member is `true`.
    pub(super) fn is(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.get() == "true")
    }

    /// The items of a member that is a list. Empty for anything else.
    pub(super) fn list(&self, key: &str) -> Vec<&'a RawValue> {
        self.get(key).and_then(items).unwrap_or_default()
    }
}

/// A value that is an object.
pub(super) fn object(value: &RawValue) -> Option<Object<'_>> {
    members(value).map(Object::new)
}

/// The text of a string. `None` if it is empty.
fn text(value: &RawValue) -> Option<String> {
    string(value).filter(|text| !text.trim().is_empty())
}

/// The items of a list. `None` for anything else.
pub(super) fn items(value: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(value.get()).ok()
}

/// A non-negative integer. `None` for anything else.
pub(super) fn number(value: &RawValue) -> Option<u64> {
    serde_json::from_str(value.get()).ok()
}

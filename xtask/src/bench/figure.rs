//! One thing that was measured.

use serde::{Deserialize, Serialize};

/// A figure: the middle of what was measured, and how far it was spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// What it is of; the part that measures it comes first.
    pub(crate) id: String,
    /// In which unit; empty where it is a number.
    pub(crate) unit: String,
    /// The median.
    pub(crate) value: f64,
    /// The least.
    pub(crate) low: f64,
    /// The most.
    pub(crate) high: f64,
}

impl Figure {
    /// A figure that is the same each time.
    pub(crate) fn exact(id: impl Into<String>, unit: &str, value: f64) -> Self {
        Self { id: id.into(), unit: unit.to_owned(), value, low: value, high: value }
    }
}

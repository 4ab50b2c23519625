//! A measured figure.

use serde::{Deserialize, Serialize};

/// A figure: the median and the spread of several measurements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// Its id, which begins with the part that measures it.
    pub(crate) id: String,
    /// The unit; empty for a plain number.
    pub(crate) unit: String,
    /// The median.
    pub(crate) value: f64,
    /// The minimum.
    pub(crate) low: f64,
    /// The maximum.
    pub(crate) high: f64,
}

impl Figure {
    /// A figure without spread.
    pub(crate) fn exact(id: impl Into<String>, unit: &str, value: f64) -> Self {
        Self { id: id.into(), unit: unit.to_owned(), value, low: value, high: value }
    }
}

//! From a Kubernetes cluster and an Azure Machine Learning workspace to the exact commands that connect the two.
//!
//! The modules below are the rooms of the library, lowest first. A room imports only from rooms that are listed before it in
//! this list. The test `tests/core/rooms.rs` reads this list and every import, and fails on an import that points the other
//! way. `ARCHITECTURE.md` describes each room and the path of the data through them.
//!
//! Every room except [`web`] is free of browsers, clocks, networks and random values: the same answers give the same text
//! everywhere. The terminal program is a room of its own, the crate in `src/cli`, on the same floor as `web`.

// With the feature everything is used, and the compiler sees to that.
#![cfg_attr(not(feature = "files"), allow(dead_code, reason = "the page leaves files to the panels"))]

pub mod base;

pub mod i18n;

pub mod model;

pub mod plan;

pub mod edition;

pub mod shell;

pub mod analysis;

pub mod parse;

pub mod text;

pub mod output;

#[cfg(feature = "web")]
pub mod web;

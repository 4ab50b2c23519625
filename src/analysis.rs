//! What follows from answers: the outcome, rules and findings, repairs, migration to the current edition, and the
//! comparison and update of two scenarios.

pub mod check;
pub mod compare;
pub mod migration;
pub mod outcome;
pub mod repair;
pub mod update;

//! What follows from a set of answers: the outcome, findings from the rules, repairs, migration to the current edition,
//! and the comparison and update of two scenarios.

pub mod check;
pub mod compare;
pub mod migration;
pub mod outcome;
pub mod repair;
pub mod update;

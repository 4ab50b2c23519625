//! Tests of the core and the terminal: what goes in against what comes out, with real shells and parsers as judges.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod links;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod migration;
#[cfg(test)]
mod names;
#[cfg(test)]
mod openshift;
#[cfg(test)]
mod pasted;
#[cfg(test)]
mod python;
#[cfg(test)]
mod quoting;
#[cfg(test)]
mod read;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod script;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod unattended;
#[cfg(test)]
mod yaml;

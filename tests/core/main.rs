//! Tests of the core and the terminal: inputs and outputs, with real shells and parsers as judges.

#[cfg(test)]
mod about;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod compare_terminal;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod copying;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod explain;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod files;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod import;
#[cfg(test)]
mod links;
#[cfg(test)]
mod links_for_ever;
#[cfg(test)]
mod locales;
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
mod picture;
#[cfg(test)]
mod powershell;
#[cfg(test)]
mod presets;
#[cfg(test)]
mod python;
#[cfg(test)]
mod quoting;
#[cfg(test)]
mod read;
#[cfg(test)]
mod read_back;
#[cfg(test)]
mod read_documents;
#[cfg(test)]
mod read_field;
#[cfg(test)]
mod read_lines;
#[cfg(test)]
mod read_messages;
#[cfg(test)]
mod read_repairs;
#[cfg(test)]
mod read_scenarios;
#[cfg(test)]
mod read_shells;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod repairs;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod scenario_file;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod scope;
#[cfg(test)]
mod script;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod shells;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod trojan;
#[cfg(test)]
mod unattended;
#[cfg(test)]
mod updates;
#[cfg(test)]
mod updates_proved;
#[cfg(test)]
mod verdicts;
#[cfg(test)]
mod yaml;

//! Compares the commands of two plans.

use crate::plan::{Command, OutputId, Plan, StepId, Word};
use crate::shell::plain;

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the new plan has it.
    Added,
    /// Only the old plan has it.
    Removed,
    /// Both have it, with differences.
    Changed,
}

impl Change {
    /// The id, as in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// A command that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandDifference {
    /// The step of the command.
    pub step: StepId,
    /// How it changed.
    pub change: Change,
    /// The program and the words before the options.
    pub command: String,
    /// The options that differ, or all options of a command that is added or removed.
    pub options: Vec<OptionDifference>,
}

/// An option that differs, or one of several settings that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionDifference {
    /// The option, such as `--name`.
    pub option: &'static str,
    /// The key of a setting, `key=value`; `None` if the option takes no settings.
    pub key: Option<String>,
    /// How it changed.
    pub change: Change,
    /// The old value; `None` if it was absent or is a switch.
    pub was: Option<String>,
    /// The new value; `None` if it is absent or is a switch.
    pub is: Option<String>,
}

/// The options whose values are settings, each `key=value`.
const KEYED: &[&str] = &["--config", "--config-protected", "--from-file"];

/// A command in the form in which it is compared.
struct Entry {
    output: OutputId,
    /// Program and head.
    command: String,
    /// Option, key and value.
    values: Vec<Value>,
}

/// A value of a command and the option it belongs to.
#[derive(Clone, PartialEq, Eq)]
struct Value {
    option: &'static str,
    key: Option<String>,
    text: Option<String>,
}

impl Value {
    fn is_at(&self, other: &Self) -> bool {
        self.option == other.option && self.key == other.key
    }
}

/// Compares the commands of two plans, step by step.
pub fn commands(was: &Plan, is: &Plan) -> Vec<CommandDifference> {
    StepId::ALL.iter().flat_map(|id| step_commands(was, is, *id)).collect()
}

/// Compares the commands of one step. Commands with the same words before their options are paired: identical ones
/// first, then the others in their order.
pub(crate) fn step_commands(was: &Plan, is: &Plan, id: StepId) -> Vec<CommandDifference> {
    let mut before = entries(was, id);
    let mut after = entries(is, id);
    before.retain(|entry| {
        let twin = after.iter().position(|other| entry.belongs_to(other) && entry.is_like(other));
        twin.map(|place| after.remove(place)).is_none()
    });
    let mut differences = Vec::new();
    for entry in before {
        let partner = after.iter().position(|other| entry.belongs_to(other));
        let partner = partner.map(|place| after.remove(place));
        differences.push(difference(id, Some(&entry), partner.as_ref()));
    }
    differences.extend(after.iter().map(|entry| difference(id, None, Some(entry))));
    differences
}

fn entries(plan: &Plan, id: StepId) -> Vec<Entry> {
    let outputs = plan.step(id).map(|step| step.outputs.as_slice()).unwrap_or_default();
    let entries = outputs
        .iter()
        .flat_map(|output| output.commands().iter().map(|command| Entry::new(output.id, command)));
    entries.collect()
}

impl Entry {
    fn new(output: OutputId, command: &Command) -> Self {
        let mut head = command.program.id().to_owned();
        for text in &command.head {
            head.extend([" ", text]);
        }
        for word in &command.arguments {
            head.extend([" ", &plain(word)]);
        }
        let mut values = Vec::new();
        for option in &command.options {
            let mut add = |key, text| values.push(Value { option: option.name, key, text });
            if KEYED.contains(&option.name) {
                for word in &option.values {
                    let setting = plain(word);
                    match setting.split_once('=') {
                        Some((key, text)) => add(Some(key.to_owned()), Some(text.to_owned())),
                        // A placeholder for a complete setting.
                        None => add(None, Some(setting)),
                    }
                }
            } else {
                let text = Word::joined(option.values.clone(), " ");
                add(None, (!option.values.is_empty()).then(|| plain(&text)));
            }
        }
        Self { output, command: head, values }
    }

    fn belongs_to(&self, other: &Self) -> bool {
        self.output == other.output && self.command == other.command
    }

    /// Whether the values are the same in any order.
    fn is_like(&self, other: &Self) -> bool {
        self.values.len() == other.values.len()
            && self.values.iter().all(|value| other.values.contains(value))
    }
}

fn difference(step: StepId, was: Option<&Entry>, is: Option<&Entry>) -> CommandDifference {
    let values = |entry: Option<&Entry>| entry.map(|entry| entry.values.clone()).unwrap_or_default();
    let (before, after) = (values(was), values(is));
    let mut options = Vec::new();
    for value in &before {
        let partner = after.iter().find(|other| other.is_at(value));
        if partner != Some(value) {
            options.push(OptionDifference {
                option: value.option,
                key: value.key.clone(),
                change: if partner.is_some() { Change::Changed } else { Change::Removed },
                was: value.text.clone(),
                is: partner.and_then(|other| other.text.clone()),
            });
        }
    }
    for value in after.iter().filter(|value| !before.iter().any(|other| other.is_at(value))) {
        options.push(OptionDifference {
            option: value.option,
            key: value.key.clone(),
            change: Change::Added,
            was: None,
            is: value.text.clone(),
        });
    }
    let command = was.or(is).map(|entry| entry.command.clone()).unwrap_or_default();
    let change = match (was, is) {
        (Some(_), Some(_)) => Change::Changed,
        (Some(_), None) => Change::Removed,
        (None, _) => Change::Added,
    };
    CommandDifference { step, change, command, options }
}

//! The commands of two plans side by side.

use crate::plan::{Command, OutputId, Plan, StepId, Word};
use crate::shell::plain;

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
}

impl Change {
    /// Its id.
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
    /// The step that it belongs to.
    pub step: StepId,
    /// What became of it.
    pub change: Change,
    /// The program and the words before the options.
    pub command: String,
    /// Its options: those that differ, or all of one that is new or gone.
    pub options: Vec<OptionDifference>,
}

/// An option that differs, or one setting of several behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionDifference {
    /// `--name`.
    pub option: &'static str,
    /// The key of a setting, `key=value`; nothing where the option has no such values.
    pub key: Option<String>,
    /// What became of it.
    pub change: Change,
    /// What it was; nothing where it was not there, and for a switch.
    pub was: Option<String>,
    /// What it is; nothing where it is not there, and for a switch.
    pub is: Option<String>,
}

/// Options whose values are settings, `key=value` each.
const KEYED: &[&str] = &["--config", "--config-protected", "--from-file"];

/// A command as it is compared.
struct Entry {
    output: OutputId,
    /// Program and head.
    command: String,
    /// Option and key, and the value.
    values: Vec<Value>,
}

/// One value of a command, and where it stands.
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

/// Compares the commands of one step. Those belong together that have the same words before their options: those that
/// are alike first, then the others in their order.
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
                        // A gap for a whole setting.
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

    /// Whether the values are the same, in whatever order.
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

//! Compares two scenarios: which answers and commands differ, what that means, and how to update an installed extension
//! from one to the other. It compares typed words, not shell text.

mod command;

pub(crate) use command::step_commands;
pub use command::{Change, CommandDifference, OptionDifference, commands};

use crate::analysis::check::{self, Finding, Severity};
use crate::analysis::outcome::outcome;
use crate::analysis::update::{self, Update};
use crate::model::answers::Answers;
use crate::model::choice::Shell;
use crate::model::field::Field;
use crate::model::scenario::resolve;
use crate::{edition, shell};

/// The differences between two scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, in the order of the field table.
    pub fields: Vec<FieldDifference>,
    /// The commands that differ, step by step.
    pub commands: Vec<CommandDifference>,
    /// The errors of the second scenario. They do not depend on the first.
    pub findings: Vec<Finding>,
    /// The update from one installed extension to the other; `None` if either scenario has no extension.
    pub update: Option<Update>,
}

/// A field whose answers differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// The field.
    pub field: Field,
    /// The old value; `None` if the field did not apply or had no value.
    pub was: Option<String>,
    /// The new value; `None` if the field does not apply or has no value.
    pub is: Option<String>,
}

/// Compares two scenarios.
pub fn compare(was: &Answers, is: &Answers) -> Comparison {
    let old = edition::plan(was.edition(), &resolve(was).scenario);
    let mut new = outcome(is);
    new.findings.retain(|finding| finding.severity == Severity::Error);
    Comparison {
        fields: fields(was, is),
        commands: commands(&old, &new.plan),
        findings: new.findings,
        update: update::update(was, is),
    }
}

impl Comparison {
    /// Adds findings for the values of the update command that a shell cannot pass on.
    #[must_use]
    pub fn written_for(self, shell: Shell) -> Self {
        let command = self.update.as_ref().and_then(|update| update.command.as_ref());
        let refused = command.map(|command| shell::command_refused(command, shell)).unwrap_or_default();
        let findings = check::findings_in(shell, refused, self.findings);
        Self { findings, ..self }
    }
}

fn fields(was: &Answers, is: &Answers) -> Vec<FieldDifference> {
    let difference = |field: &Field| {
        let (was, is) = (answered(*field, was), answered(*field, is));
        (was != is).then_some(FieldDifference { field: *field, was, is })
    };
    Field::ALL.iter().filter_map(difference).collect()
}

/// The effective answer, including a default.
fn answered(field: Field, answers: &Answers) -> Option<String> {
    let text = if field.applies(answers) { answers.text(field) } else { "" };
    (!text.is_empty()).then(|| text.to_owned())
}

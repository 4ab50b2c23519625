//! Two scenarios side by side: which answers differ and what that means, which commands differ and in what, and how an
//! installed extension gets from one to the other. No text of a shell is compared: typed words are.

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

/// What differs between two scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The answers, in the order of the field table.
    pub fields: Vec<FieldDifference>,
    /// The commands, step by step.
    pub commands: Vec<CommandDifference>,
    /// The errors of the second: what is wrong with it is so however one gets there.
    pub findings: Vec<Finding>,
    /// The way from one installed extension to the other; nothing where either is no extension.
    pub update: Option<Update>,
}

/// A field that is answered otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// Which.
    pub field: Field,
    /// What it was; nothing where it did not apply or nothing was given.
    pub was: Option<String>,
    /// What it is; nothing where it does not apply or nothing is given.
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
    /// The same with what is to be said of its one command in a shell: which values that one cannot carry.
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

/// What counts as the answer, defaults included.
fn answered(field: Field, answers: &Answers) -> Option<String> {
    let text = if field.applies(answers) { answers.text(field) } else { "" };
    (!text.is_empty()).then(|| text.to_owned())
}

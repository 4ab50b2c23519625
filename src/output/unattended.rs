//! How a plan runs unattended: what a script adds to commands, what it does when it runs again, what it waits for, and
//! when it stops. For a manual run, the notes of the steps explain this.

use crate::model::choice::Edition;
use crate::plan::{Command, NoteId, Output, Program, Step, StepId, Word};

/// What happens if a command runs again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It does no harm, or the step's notes explain what happens.
    Harmless,
    /// It is not needed if this command succeeds.
    Unless(Command),
    /// It fails if what it creates exists. This command succeeds then.
    Exists(Command),
    /// It fails if what it deletes is gone. This command fails then, too.
    Gone(Command),
}

/// Determines what happens if a command runs again.
pub fn repeat(command: &Command) -> Repeat {
    let is_of_kubernetes = command.program != Program::Az;
    match (verb(command), command.head.as_slice()) {
        ("login", _) => Repeat::Unless(Command::new(Program::Az, &["account", "show"])),
        // For a secret, another word follows the kind.
        ("create", [_, kind, ..]) if is_of_kubernetes => {
            let head = vec!["get", kind];
            let mut get = command.clone();
            get.head = head;
            get.options.retain(|option| option.name == "--namespace");
            Repeat::Exists(get)
        }
        ("detach" | "delete", [before @ .., _]) if is_v2(command) => {
            let mut show = command.clone();
            show.head = before.iter().copied().chain(["show"]).collect();
            Repeat::Gone(show)
        }
        _ => Repeat::Harmless,
    }
}

/// The option that a script adds: it answers the command's confirmation prompt or waits for completion.
pub fn option(command: &Command) -> Option<&'static str> {
    match verb(command) {
        "register" => Some("--wait"),
        "detach" | "delete" if is_v2(command) => Some("--yes"),
        _ => None,
    }
}

/// The action: the first word of kubectl and oc commands, the last word of az commands.
fn verb(command: &Command) -> &'static str {
    let word = if command.program == Program::Az { command.head.last() } else { command.head.first() };
    word.copied().unwrap_or_default()
}

/// Whether an az command is of the current generation. azure-cli-ml does not prompt and cannot show a target.
fn is_v2(command: &Command) -> bool {
    command.program == Program::Az && !command.head.contains(&"computetarget")
}

/// A query to repeat until it prints the expected state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until {
    /// A command that prints the state as one word.
    pub ask: Command,
    /// The expected state.
    pub state: &'static str,
}

/// The state that a verification step waits for, if the work continues after the previous command has returned.
pub fn until(step: &Step) -> Option<Until> {
    let path = match step.id {
        // k8s-extension 1.0.0, which the preview uses, has this property; older versions had installState.
        StepId::VerifyExtension => "provisioningState",
        StepId::VerifyCompute => "provisioning_state",
        _ => return None,
    };
    let show = step.outputs.iter().flat_map(Output::commands).next()?;
    Some(Until { ask: query(show.clone(), path), state: "Succeeded" })
}

/// Turns a show command into one that prints a single property.
fn query(show: Command, path: &'static str) -> Command {
    show.option("--query", Word::fixed(path)).option("--output", Word::fixed("tsv"))
}

/// An installed tool that changes the meaning of later commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// A command that prints its name or version if it is installed.
    pub ask: Command,
    /// The outputs that are a conflict, as patterns that bash and PowerShell read alike.
    pub patterns: &'static [&'static str],
    /// The note that explains what to do.
    pub note: NoteId,
}

/// The CLI extension that must not be installed after a step, because its commands differ. Installing does not change an
/// extension that is already installed, whatever version is requested.
pub fn conflict(edition: Edition, step: &Step) -> Option<Conflict> {
    let (name, path, patterns, note): (_, _, &[&str], _) = match (step.id, edition) {
        (StepId::Tools, Edition::ArcPreview) => {
            ("k8s-extension", "version", &["1.[2-9]*", "1.1[0-9]*", "[2-9].*"], NoteId::ToolVersions)
        }
        (StepId::Tools, Edition::AksV1) => ("ml", "name", &["ml"], NoteId::MlConflict),
        _ => return None,
    };
    let show = Command::new(Program::Az, &["extension", "show"]).option("--name", Word::fixed(name));
    Some(Conflict { ask: query(show, path), patterns, note })
}

//! How a plan runs without anybody beside it: what a script adds to commands, what it does when it is run again, what it
//! waits for, what it does not go on with. A person reads all that in the notes of the steps.

use crate::model::choice::Edition;
use crate::plan::{Command, NoteId, Output, Program, Step, StepId, Word};

/// What happens when a command is run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// No harm, or what the step's notes say.
    Harmless,
    /// It need not be run when this one succeeds.
    Unless(Command),
    /// It fails because what it makes is there; then this one succeeds.
    Exists(Command),
    /// It fails because what it removes is gone; then this one fails too.
    Gone(Command),
}

/// What happens when a command is run again.
pub fn repeat(command: &Command) -> Repeat {
    let is_of_kubernetes = command.program != Program::Az;
    match (verb(command), command.head.as_slice()) {
        ("login", _) => Repeat::Unless(Command::new(Program::Az, &["account", "show"])),
        // A secret has a kind of its own behind that.
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

/// The option that a script adds: it answers the question that the command would ask, or waits for the end.
pub fn option(command: &Command) -> Option<&'static str> {
    match verb(command) {
        "register" => Some("--wait"),
        "detach" | "delete" if is_v2(command) => Some("--yes"),
        _ => None,
    }
}

/// What the command does: the first word of kubectl and oc, the last one of az.
fn verb(command: &Command) -> &'static str {
    let word = if command.program == Program::Az { command.head.last() } else { command.head.first() };
    word.copied().unwrap_or_default()
}

/// Whether a command is of today's generation: azure-cli-ml asks no questions and shows no target.
fn is_v2(command: &Command) -> bool {
    command.program == Program::Az && !command.head.contains(&"computetarget")
}

/// A question to ask until the answer is the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until {
    /// Prints the state, one word.
    pub ask: Command,
    /// The state that is waited for.
    pub state: &'static str,
}

/// What a step that checks another one waits for, where the work goes on behind the command.
pub fn until(step: &Step) -> Option<Until> {
    let path = match step.id {
        // k8s-extension 1.0.0, which the preview uses, has it too; older ones had installState.
        StepId::VerifyExtension => "provisioningState",
        StepId::VerifyCompute => "provisioning_state",
        _ => return None,
    };
    let show = step.outputs.iter().flat_map(Output::commands).next()?;
    Some(Until { ask: query(show.clone(), path), state: "Succeeded" })
}

/// A command that prints one value of what another shows.
fn query(show: Command, path: &'static str) -> Command {
    show.option("--query", Word::fixed(path)).option("--output", Word::fixed("tsv"))
}

/// Something that makes the commands behind it mean something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Prints it, if it is there.
    pub ask: Command,
    /// What it prints then, as patterns that bash and PowerShell read alike.
    pub patterns: &'static [&'static str],
    /// What to do about it.
    pub note: NoteId,
}

/// What must not be there behind a step: a CLI extension that speaks another language. One that is installed stays as it
/// is, whatever version is asked for.
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

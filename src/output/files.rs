//! The plan as files: what a reader takes away from the page. Each is the text that page and terminal show, under a name
//! that says what it is; the same answers give the same bytes, those of the archive too.

use std::io::Write as _;

use rawzip::{Error, ZipArchiveWriter, time::UtcDateTime};

use crate::analysis::outcome::Outcome;
use crate::model::answers::Answers;
use crate::model::choice::Shell;
use crate::model::scenario_file;
use crate::output::markdown::markdown;
use crate::output::tokens::output_text;
use crate::output::{Style, script};
use crate::plan::{Body, OutputId, StepId};

/// What the archive of all files is called.
pub const ARCHIVE: &str = "azureml-k8s.zip";

/// What kind of file the archive is.
pub const ARCHIVE_TYPE: &str = "application/zip";

/// What kind of file a script for bash is.
const SCRIPT: &str = "application/x-sh";

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileId {
    /// The whole plan, for people.
    RunBook,
    /// The whole plan, for a shell.
    Script,
    /// One form of a step: Python or YAML.
    Output(StepId, OutputId),
    /// The answers.
    Scenario,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// Of what kind it is.
    pub media_type: &'static str,
    /// What it holds.
    pub text: String,
}

/// The files of an outcome, in the order of the plan. The Command Prompt has no script.
pub fn ids(outcome: &Outcome, shell: Shell) -> Vec<FileId> {
    let mut ids = vec![FileId::RunBook];
    ids.extend((shell != Shell::Cmd).then_some(FileId::Script));
    for step in &outcome.plan.steps {
        let files =
            step.outputs.iter().filter(|output| matches!(output.body, Body::Python(_) | Body::Yaml(_)));
        ids.extend(files.map(|output| FileId::Output(step.id, output.id)));
    }
    ids.push(FileId::Scenario);
    ids
}

/// The name of a file; nothing where the outcome does not have it.
pub fn name(id: FileId, outcome: &Outcome, shell: Shell) -> Option<String> {
    Some(match id {
        FileId::RunBook => "run-book.md".to_owned(),
        FileId::Script => match shell {
            Shell::Bash => "setup.sh".to_owned(),
            Shell::PowerShell => "setup.ps1".to_owned(),
            Shell::Cmd => return None,
        },
        FileId::Output(step, output) => {
            let outputs = &outcome.plan.step(step)?.outputs;
            match &outputs.iter().find(|known| known.id == output)?.body {
                Body::Python(_) => [step.id(), ".py"].concat(),
                // The command that applies it names it so.
                Body::Yaml(file) => file.name.to_owned(),
                Body::Commands(_) | Body::Items(_) | Body::Walk(_) => return None,
            }
        }
        FileId::Scenario => "scenario.json".to_owned(),
    })
}

/// A file of an outcome, which is one of the style's shell; nothing where the outcome does not have it.
pub fn file(id: FileId, answers: &Answers, outcome: &Outcome, style: Style) -> Option<File> {
    let name = name(id, outcome, style.shell)?;
    let text = match id {
        FileId::RunBook => markdown(answers, outcome, style),
        FileId::Script => script::file(answers, outcome, style.shell, style.layout)?,
        FileId::Output(step, output) => {
            let outputs = &outcome.plan.step(step)?.outputs;
            output_text(outputs.iter().find(|known| known.id == output)?, style.shell, style.layout)
        }
        FileId::Scenario => scenario_file::write(answers),
    };
    Some(File { media_type: media_type(&name), name, text })
}

/// All files of an outcome, which is one of the style's shell. No two have one name.
pub fn files(answers: &Answers, outcome: &Outcome, style: Style) -> Vec<File> {
    ids(outcome, style.shell).into_iter().filter_map(|id| file(id, answers, outcome, style)).collect()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("md") => "text/markdown",
        Some("sh") => SCRIPT,
        Some("py") => "text/x-python",
        Some("yaml") => "application/yaml",
        Some("json") => "application/json",
        _ => "text/plain",
    }
}

/// Files as an archive, stored as they are: they are small, and a program that makes them smaller is not. The same files
/// give the same bytes.
///
/// # Errors
/// None that a list of ours has: too many files, or a name that is too long.
pub fn archive(files: &[File]) -> Result<Vec<u8>, Error> {
    // The first moment that an archive can tell: what is made of answers alone has no time.
    const FIRST_MOMENT: i64 = 315_532_800;
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for file in files {
        // A script can be run as it is unpacked.
        let permissions = if file.media_type == SCRIPT { 0o755 } else { 0o644 };
        let entry = zip.new_file(&file.name).last_modified(UtcDateTime::from_unix(FIRST_MOMENT));
        let (mut entry, config) = entry.unix_permissions(permissions).start()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(file.text.as_bytes())?;
        let (_, descriptor) = data.finish()?;
        entry.finish(descriptor)?;
    }
    zip.finish()
}

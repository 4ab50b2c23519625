//! A plan: the steps to run, with typed outputs such as commands, Python, documents and instructions. A plan contains
//! no shell or Python text yet: only the writers, such as those in [`mod@crate::shell`], know how to write a word in a
//! language.

mod command;
mod document;
pub(crate) mod id;
pub mod preferences;
pub mod progress;
#[cfg(feature = "files")]
pub mod scope;
mod sentence;
mod template;
mod word;

pub use command::{Command, CommandOption};
pub use document::{Python, YamlFile};
pub use id::{ErratumId, NoteId, OutputId, Program, StepId};
pub use sentence::{Sentence, SentenceId};
pub(crate) use template::each_piece;
pub use template::{Piece, Template};
pub use word::{Part, Word};

use crate::base::source::Source;
use crate::model::choice::Edition;
use crate::model::field::{Field, insert};

/// The steps of a scenario, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The edition that the plan is for.
    pub edition: Edition,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The step's id.
    pub id: StepId,
    /// Whether the step undoes the other steps. Such a step is never run together with them.
    pub cleans_up: bool,
    /// The outputs, at most one per form.
    pub outputs: Vec<Output>,
    /// Notes on the step.
    pub notes: Vec<NoteId>,
    /// Misprints in the documentation of this step. Empty without the feature `files`.
    pub errata: Vec<ErratumId>,
    /// The sources of the step's facts.
    pub sources: &'static [Source],
}

/// One form of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The form's id.
    pub id: OutputId,
    /// The content.
    pub body: Body,
}

/// The content of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Commands for a shell, in order.
    Commands(Vec<Command>),
    /// A Python file.
    #[cfg(feature = "files")]
    Python(Python),
    /// A YAML file.
    #[cfg(feature = "files")]
    Yaml(YamlFile),
    /// Lines to paste, each one item of a YAML list.
    #[cfg(feature = "files")]
    Items(Vec<Word>),
    /// Instructions to carry out by hand, in order.
    #[cfg(feature = "files")]
    Walk(Vec<Sentence>),
    /// One of the four variants above, in a program without the feature `files`. The page leaves them to the panels.
    #[cfg(not(feature = "files"))]
    Elsewhere,
}

/// Creates the body of an output other than commands. Without the feature `files`, the program contains neither the
/// code that creates it nor the code that writes it.
macro_rules! file {
    ($variant:ident, $make:ident) => {{
        #[cfg(feature = "files")]
        let body = Body::$variant($make());
        #[cfg(not(feature = "files"))]
        let body = {
            drop($make);
            Body::Elsewhere
        };
        body
    }};
}

impl Output {
    /// Commands for the chosen shell.
    pub fn cli(commands: Vec<Command>) -> Self {
        Self { id: OutputId::Cli, body: Body::Commands(commands) }
    }

    /// A Python file.
    pub fn python(python: impl FnOnce() -> Python) -> Self {
        Self { id: OutputId::Python, body: file!(Python, python) }
    }

    /// A YAML file.
    pub fn yaml(id: OutputId, yaml: impl FnOnce() -> YamlFile) -> Self {
        Self { id, body: file!(Yaml, yaml) }
    }

    /// Lines to paste.
    pub fn items(id: OutputId, items: impl FnOnce() -> Vec<Word>) -> Self {
        Self { id, body: file!(Items, items) }
    }

    /// Instructions to carry out by hand.
    pub fn studio(walk: impl FnOnce() -> Vec<Sentence>) -> Self {
        Self { id: OutputId::Studio, body: file!(Walk, walk) }
    }

    /// The commands. Empty for any other form.
    pub fn commands(&self) -> &[Command] {
        if let Body::Commands(commands) = &self.body { commands } else { &[] }
    }

    /// Calls a function with every word.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        match &self.body {
            Body::Commands(commands) => commands.iter().for_each(|command| command.each_word(read)),
            #[cfg(feature = "files")]
            Body::Python(file) => file.code.each_word(read),
            #[cfg(feature = "files")]
            Body::Yaml(file) => file.each_word(read),
            #[cfg(feature = "files")]
            Body::Items(words) => words.iter().for_each(read),
            #[cfg(feature = "files")]
            Body::Walk(sentences) => sentences.iter().flat_map(Sentence::words).for_each(read),
            #[cfg(not(feature = "files"))]
            Body::Elsewhere => {}
        }
    }

    /// Calls a function with every part of every word.
    fn each_part(&self, read: &mut dyn FnMut(&Part)) {
        self.each_word(&mut |word| word.parts().for_each(&mut *read));
    }

    /// Whether it contains a placeholder.
    pub(crate) fn has_gap(&self) -> bool {
        let mut has = false;
        self.each_part(&mut |part| has |= matches!(part, Part::Placeholder(_)));
        has
    }
}

impl Plan {
    /// The fields that are still to fill in: those with a placeholder anywhere in the plan, each once, in the order of
    /// the field table. Placeholders for the contents of a file do not count, because no field fills them.
    pub fn placeholders(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        for output in self.steps.iter().flat_map(|step| &step.outputs) {
            output.each_part(&mut |part| {
                if let Part::Placeholder(field) = part {
                    insert(&mut fields, *field);
                }
            });
        }
        fields
    }

    /// The settings of the extension as `key=value`. None for a legacy `AksCompute`.
    pub(crate) fn settings(&self) -> impl Iterator<Item = &Word> {
        let outputs = self.step(StepId::CreateExtension).into_iter().flat_map(|step| &step.outputs);
        let options = outputs.flat_map(Output::commands).flat_map(|command| &command.options);
        options.filter(|option| option.name.starts_with("--config")).flat_map(|option| &option.values)
    }

    /// The step with this id.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

//! What to do, step by step, in typed outputs: commands, Python, documents, instructions. A plan holds no text of a
//! language yet: how a word is written in one is known to the writers in [`mod@crate::shell`] alone.

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

/// A scenario's steps in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The edition that the plan speaks.
    pub edition: Edition,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// Whether it undoes what others did. Such a step is never run with the rest.
    pub cleans_up: bool,
    /// Its outputs, each form at most once.
    pub outputs: Vec<Output>,
    /// What is worth knowing.
    pub notes: Vec<NoteId>,
    /// Where documents print something else, and are wrong; nothing without the feature `files`.
    pub errata: Vec<ErratumId>,
    /// Where its facts come from.
    pub sources: &'static [Source],
}

/// One form of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Which.
    pub id: OutputId,
    /// What it holds.
    pub body: Body,
}

/// What an output holds.
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
    /// What to do by hand, in order.
    #[cfg(feature = "files")]
    Walk(Vec<Sentence>),
    /// One of the four above, in a program that leaves them to another: the page, whose second module has them.
    #[cfg(not(feature = "files"))]
    Elsewhere,
}

/// What is no command, made only where the program holds the feature `files`: another has neither what makes it nor what
/// writes it.
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

    /// What to do by hand.
    pub fn studio(walk: impl FnOnce() -> Vec<Sentence>) -> Self {
        Self { id: OutputId::Studio, body: file!(Walk, walk) }
    }

    /// Its commands; none for another form.
    pub fn commands(&self) -> &[Command] {
        if let Body::Commands(commands) = &self.body { commands } else { &[] }
    }

    /// Shows every word to a reader.
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

    /// Shows every piece of every word to a reader.
    fn each_part(&self, read: &mut dyn FnMut(&Part)) {
        self.each_word(&mut |word| word.parts().for_each(&mut *read));
    }

    /// Whether a placeholder stands in it.
    pub(crate) fn has_gap(&self) -> bool {
        let mut has = false;
        self.each_part(&mut |part| has |= matches!(part, Part::Placeholder(_)));
        has
    }
}

impl Plan {
    /// The fields that are to be filled in: those whose placeholders stand anywhere in the plan, each once, in the
    /// order of the field table. What stands for a file's contents is not among them, since no field fills it.
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

    /// The settings that the extension gets, `key=value` each; none for a legacy `AksCompute`.
    pub(crate) fn settings(&self) -> impl Iterator<Item = &Word> {
        let outputs = self.step(StepId::CreateExtension).into_iter().flat_map(|step| &step.outputs);
        let options = outputs.flat_map(Output::commands).flat_map(|command| &command.options);
        options.filter(|option| option.name.starts_with("--config")).flat_map(|option| &option.values)
    }

    /// A step of the plan.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

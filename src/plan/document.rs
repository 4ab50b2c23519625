//! Files: Python that runs, YAML that is applied.

use super::{Command, Template, Word};

/// A Python file. Its texts are code, imports first; a word is an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// The packages that it needs.
    pub packages: &'static str,
    /// Its code.
    pub code: Template,
}

/// A YAML file that is applied as it stands. Its texts are YAML; a word is a scalar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFile {
    /// What has to be run before it is applied.
    pub before: Vec<Command>,
    /// The command that applies it, without the option that names the file.
    pub apply: Command,
    /// That option.
    pub option: &'static str,
    /// What to call the file.
    pub name: &'static str,
    /// Its documents.
    pub documents: Template,
}

impl YamlFile {
    /// Shows every word to a reader, those of its commands too.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.commands().for_each(|command| command.each_word(read));
        self.documents.each_word(read);
    }

    /// The commands that go with it.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &Command> {
        self.before.iter().chain([&self.apply])
    }
}

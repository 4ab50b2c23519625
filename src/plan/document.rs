//! Files: Python programs and YAML documents.

use super::{Command, Template, Word};

/// A Python file. The template's texts are code, starting with the imports. Each word becomes an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Python {
    /// The packages that the code requires.
    pub packages: &'static str,
    /// The code.
    pub code: Template,
}

/// A YAML file that can be applied unchanged. The template's texts are YAML. Each word becomes a scalar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFile {
    /// The commands to run before the file is applied.
    pub before: Vec<Command>,
    /// The command that applies the file, without the option that names it.
    pub apply: Command,
    /// The option that names the file.
    pub option: &'static str,
    /// The file's name.
    pub name: &'static str,
    /// The YAML documents.
    pub documents: Template,
}

impl YamlFile {
    /// Calls a function with every word, including those of the commands.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.commands().for_each(|command| command.each_word(read));
        self.documents.each_word(read);
    }

    /// The commands that belong to the file.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &Command> {
        self.before.iter().chain([&self.apply])
    }
}

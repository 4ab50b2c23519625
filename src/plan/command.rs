//! Calls of programs, which the shell writers turn into command lines.

use super::{Program, Word};

/// A call of a program. It is boxed so that functions pass it in a register, which saves 0.5 kB of the page's
/// WebAssembly after brotli.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command(Box<Call>);

impl std::ops::Deref for Command {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.0
    }
}

impl std::ops::DerefMut for Command {
    fn deref_mut(&mut self) -> &mut Call {
        &mut self.0
    }
}

/// The parts of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The program.
    pub program: Program,
    /// The subcommand: fixed words after the program.
    pub head: Vec<&'static str>,
    /// The positional arguments: the words between the subcommand and the first option.
    pub arguments: Vec<Word>,
    /// The options, in the order in which they are written.
    pub options: Vec<CommandOption>,
}

/// An option with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandOption {
    /// `--name` or `-n`.
    pub name: &'static str,
    /// Empty for a switch, several for a list.
    pub values: Vec<Word>,
    /// Whether the value is attached to the name with `=`.
    pub tied: bool,
}

impl Command {
    /// Creates a call with a fixed subcommand, such as `az login`.
    pub fn new(program: Program, head: &[&'static str]) -> Self {
        Self(Box::new(Call { program, head: head.to_vec(), arguments: Vec::new(), options: Vec::new() }))
    }

    /// Adds a positional argument.
    #[must_use]
    pub fn argument(mut self, word: Word) -> Self {
        self.0.arguments.push(word);
        self
    }

    /// Adds an option with one value.
    #[must_use]
    pub fn option(self, name: &'static str, value: Word) -> Self {
        self.options(name, vec![value])
    }

    /// Adds an option with several values. Without values, the option is left out.
    #[must_use]
    pub fn options(self, name: &'static str, values: Vec<Word>) -> Self {
        if values.is_empty() { self } else { self.with(CommandOption { name, values, tied: false }) }
    }

    /// Adds an option without a value.
    #[must_use]
    pub fn switch(self, name: &'static str) -> Self {
        self.with(CommandOption { name, values: Vec::new(), tied: false })
    }

    /// Adds an option that is written as `--name=value`.
    #[must_use]
    pub fn tied(self, name: &'static str, value: Word) -> Self {
        self.with(CommandOption { name, values: vec![value], tied: true })
    }

    fn with(mut self, option: CommandOption) -> Self {
        self.0.options.push(option);
        self
    }

    /// Calls a function with every word that may contain more than fixed text.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.arguments.iter().chain(self.options.iter().flat_map(|option| &option.values)).for_each(read);
    }
}

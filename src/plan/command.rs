//! Calls of programs.

use super::{Program, Word};

/// One call of a program. In a box, so that it is handed from call to call in a register: 0.5 kB less of the page's
/// WebAssembly, brotli.
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

/// What a call consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The program.
    pub program: Program,
    /// What it is to do: words of the wizard's own behind the program.
    pub head: Vec<&'static str>,
    /// What it is to do that with: the words between those and the first option.
    pub arguments: Vec<Word>,
    /// The options, in the order in which they are written.
    pub options: Vec<CommandOption>,
}

/// An option with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandOption {
    /// `--name` or `-n`.
    pub name: &'static str,
    /// None for a switch, several for a list.
    pub values: Vec<Word>,
    /// Whether `=` ties the value to the name.
    pub tied: bool,
}

impl Command {
    /// A call with fixed words, such as `az login`.
    pub fn new(program: Program, head: &[&'static str]) -> Self {
        Self(Box::new(Call { program, head: head.to_vec(), arguments: Vec::new(), options: Vec::new() }))
    }

    /// The same call with one more word before its options.
    #[must_use]
    pub fn argument(mut self, word: Word) -> Self {
        self.0.arguments.push(word);
        self
    }

    /// The same call with an option of one value.
    #[must_use]
    pub fn option(self, name: &'static str, value: Word) -> Self {
        self.options(name, vec![value])
    }

    /// The same call with an option of several values; none at all leaves the option out.
    #[must_use]
    pub fn options(self, name: &'static str, values: Vec<Word>) -> Self {
        if values.is_empty() { self } else { self.with(CommandOption { name, values, tied: false }) }
    }

    /// The same call with an option that has no value.
    #[must_use]
    pub fn switch(self, name: &'static str) -> Self {
        self.with(CommandOption { name, values: Vec::new(), tied: false })
    }

    /// The same call with an option that is written `--name=value`.
    #[must_use]
    pub fn tied(self, name: &'static str, value: Word) -> Self {
        self.with(CommandOption { name, values: vec![value], tied: true })
    }

    fn with(mut self, option: CommandOption) -> Self {
        self.0.options.push(option);
        self
    }

    /// Shows every word that may hold more than the wizard's own texts to a reader.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.arguments.iter().chain(self.options.iter().flat_map(|option| &option.values)).for_each(read);
    }
}

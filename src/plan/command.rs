//! Calls of programs.

use super::{Program, Word};

/// One call of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The program.
    pub program: Program,
    /// The words between the program and its first option.
    pub head: Vec<Word>,
    /// The options, in the order in which they are written.
    pub options: Vec<CommandOption>,
    /// The option that a script adds: it answers the question that the command would ask, or waits for the end.
    pub unattended: Option<&'static str>,
    /// What happens when it is run again.
    pub repeat: Repeat,
}

/// What happens when a command is run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// No harm, or what the step's notes say.
    Harmless,
    /// It need not be run when this one succeeds.
    Unless(Box<Command>),
    /// It fails because what it makes is there; then this one succeeds.
    Exists(Box<Command>),
    /// It fails because what it removes is gone; then this one fails too.
    Gone(Box<Command>),
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
        Self {
            program,
            head: head.iter().map(|word| Word::fixed(word)).collect(),
            options: Vec::new(),
            unattended: None,
            repeat: Repeat::Harmless,
        }
    }

    /// The same call with one more word before its options.
    #[must_use]
    pub fn argument(mut self, word: Word) -> Self {
        self.head.push(word);
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
        self.options.push(option);
        self
    }

    /// The same call, to which a script adds an option.
    #[must_use]
    pub fn unattended(mut self, option: &'static str) -> Self {
        self.unattended = Some(option);
        self
    }

    /// The same call, which need not be run when another succeeds.
    #[must_use]
    pub fn unless(mut self, other: Command) -> Self {
        self.repeat = Repeat::Unless(Box::new(other));
        self
    }

    /// The same call, which fails when what it makes exists; then another succeeds.
    #[must_use]
    pub fn or_exists(mut self, other: Command) -> Self {
        self.repeat = Repeat::Exists(Box::new(other));
        self
    }

    /// The same call, which fails when what it removes is gone; then another fails too.
    #[must_use]
    pub fn or_gone(mut self, other: Command) -> Self {
        self.repeat = Repeat::Gone(Box::new(other));
        self
    }

    /// Shows every word that is made of more than an option's name to a reader.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.head.iter().chain(self.options.iter().flat_map(|option| &option.values)).for_each(read);
    }
}

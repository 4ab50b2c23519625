//! YAML files.

use super::{Command, Word};

/// A YAML file that is applied as it stands.
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
    pub documents: Vec<Node>,
}

/// A piece of a YAML document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(Word),
    /// Keys with their values, in order.
    Map(Vec<(&'static str, Node)>),
    /// A list.
    List(Vec<Node>),
}

impl Node {
    /// A text of the wizard's own.
    pub fn fixed(text: &'static str) -> Self {
        Self::Text(Word::fixed(text))
    }

    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        match self {
            Self::Text(word) => read(word),
            Self::Map(pairs) => pairs.iter().for_each(|(_, node)| node.each_word(read)),
            Self::List(nodes) => nodes.iter().for_each(|node| node.each_word(read)),
        }
    }
}

impl YamlFile {
    /// Shows every word to a reader, those of its commands too.
    pub(crate) fn each_word(&self, read: &mut dyn FnMut(&Word)) {
        self.before.iter().for_each(|command| command.each_word(read));
        self.apply.each_word(read);
        self.documents.iter().for_each(|node| node.each_word(read));
    }
}

//! Paths of files on the machine that runs the command.

use super::{Checked, Problem, TextKind, Value};
use crate::base::invisible::is_deceptive;

/// The home folder, as people write it.
pub const HOME: &str = "~/";

fn pem_path(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    // The Azure CLI replaces `@file` with the contents of the file, at the beginning of an argument or after its first
    // `=`. <https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-tips>
    if text.starts_with('@') {
        return Err(Problem::Start('@'));
    }
    if text.split_once('=').is_some_and(|(_, rest)| rest.starts_with('@')) {
        return Err(Problem::Character('@'));
    }
    match text.chars().find(|c| is_deceptive(*c) || *c == char::REPLACEMENT_CHARACTER) {
        // The link contained invalid UTF-8, so this is not the real name of the file.
        Some(char::REPLACEMENT_CHARACTER) => Err(Problem::Character(char::REPLACEMENT_CHARACTER)),
        Some(stray) => Err(Problem::Invisible(stray)),
        None => Ok(()),
    }
}

/// The path of a PEM file. Anything that the user's shell can name is allowed, including spaces, quotes and drive
/// letters, except characters that make a command run differently from how it reads. It is only a path: the wizard
/// never asks for the contents of the file. A path that begins with `@` can be written as `./@…`.
///
/// The home folder is the only part that a shell may expand: each writer puts its shell's own spelling in its place. Other
/// variables, and `~name/`, stay literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PemPath {
    text: Box<str>,
    below_home: Option<Box<str>>,
}

/// The home folder at the beginning of a path, in each shell's spelling, and whether its case counts. After those of Windows,
/// a backslash separates folders as a slash does.
const HOMES: &[(&str, bool)] = &[
    ("~", true),
    ("$HOME", true),
    ("${HOME}", true),
    ("%USERPROFILE%", false),
    ("$env:USERPROFILE", false),
    ("${env:USERPROFILE}", false),
];

/// The path below the home folder, with slashes. `None` if the path does not begin there.
fn below_home(text: &str) -> Option<String> {
    HOMES.iter().find_map(|(home, counts_case)| {
        let (start, rest) = text.split_at_checked(home.len())?;
        let is_home = if *counts_case { start == *home } else { start.eq_ignore_ascii_case(home) };
        let rest = rest.strip_prefix(['/', '\\']).filter(|_| is_home)?;
        // A file's name may contain a backslash on other systems than Windows.
        let is_of_windows = !counts_case || text.as_bytes().get(home.len()) == Some(&b'\\');
        Some(if is_of_windows { rest.replace('\\', "/") } else { rest.to_owned() })
    })
}

impl Value for PemPath {
    const KIND: TextKind = TextKind::PemPath;

    fn parse(text: &str) -> Result<Self, Problem> {
        pem_path(text)?;
        Ok(Self { text: text.into(), below_home: below_home(text).map(String::into_boxed_str) })
    }

    fn as_str(&self) -> &str {
        &self.text
    }

    fn checked(&self) -> Checked<'_> {
        match &self.below_home {
            Some(text) => Checked { text, is_below_home: true },
            None => Checked::new(&self.text),
        }
    }
}

impl PemPath {
    /// The path in the spelling that every field takes: `~/` in place of a shell's variable.
    pub fn portable(&self) -> String {
        match &self.below_home {
            Some(path) => [HOME, path].concat(),
            None => self.text.to_string(),
        }
    }
}

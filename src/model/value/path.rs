//! Paths of files on the machine that runs the command.

use super::{Problem, checked_text};
use crate::base::invisible::is_deceptive;

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

checked_text! {
    /// The path of a PEM file. Anything that the user's shell can name is allowed, including spaces, quotes and drive
    /// letters, except characters that make a command run differently from how it reads. It is only a path: the wizard
    /// never asks for the contents of the file. A path that begins with `@` can be written as `./@…`.
    PemPath by pem_path;
}

//! Paths of files on the machine that runs the command.

use super::{Problem, checked_text};
use crate::base::invisible::is_deceptive;

fn pem_path(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    // The Azure CLI puts the contents of a file in the place of `@file`, at the beginning of an argument or behind the
    // first `=` in it. <https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-tips>
    if text.starts_with('@') {
        return Err(Problem::Start('@'));
    }
    if text.split_once('=').is_some_and(|(_, rest)| rest.starts_with('@')) {
        return Err(Problem::Character('@'));
    }
    match text.chars().find(|c| is_deceptive(*c) || *c == char::REPLACEMENT_CHARACTER) {
        // What a link held was no text; the file is not called that.
        Some(char::REPLACEMENT_CHARACTER) => Err(Problem::Character(char::REPLACEMENT_CHARACTER)),
        Some(stray) => Err(Problem::Invisible(stray)),
        None => Ok(()),
    }
}

checked_text! {
    /// The path of a PEM file: whatever the user's shell can name, spaces, quotes and drive letters included, but no
    /// character that makes a command run otherwise than it reads. Only ever a path: the wizard does not ask for what
    /// is in the file. A path that begins with `@` can be written `./@…`.
    PemPath by pem_path;
}

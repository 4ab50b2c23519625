//! Paths of files on the machine that runs the command.

use super::name::is_deceptive;
use super::{Problem, checked_text};

fn pem_path(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
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
    /// is in the file.
    PemPath by pem_path;
}

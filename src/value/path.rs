//! Paths of files on the machine that runs the command.

use super::name::is_invisible;
use super::{Problem, checked_text};

fn pem_path(text: &str) -> Result<(), Problem> {
    if text.is_empty() {
        return Err(Problem::TooShort { min: 1 });
    }
    match text.chars().find(|c| is_invisible(*c)) {
        Some(stray) => Err(Problem::Invisible(stray)),
        None => Ok(()),
    }
}

checked_text! {
    /// The path of a PEM file: whatever the user's shell can name, spaces, quotes and drive letters included, but no
    /// control character. Only ever a path: the wizard does not ask for what is in the file.
    PemPath by pem_path;
}

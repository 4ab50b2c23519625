//! An output of a plan as tokens or text. Each form has its own writer.

#[cfg(feature = "files")]
use super::{python, sentence, yaml};
use crate::model::choice::{Choice as _, Layout, Shell};
use crate::plan::{Body, Output};
use crate::shell::{Token, TokenKind, command_tokens, text};

/// The tokens of an output. Each of several commands starts on a new line.
pub fn output_tokens(output: &Output, shell: Shell, layout: Layout) -> Vec<Token> {
    match &output.body {
        Body::Commands(commands) => {
            let mut tokens = Vec::new();
            for command in commands {
                if !tokens.is_empty() {
                    tokens.push(Token::new(TokenKind::Layout, "\n"));
                }
                tokens.extend(command_tokens(command, shell, layout));
            }
            tokens
        }
        #[cfg(feature = "files")]
        Body::Python(file) => python::file(file),
        #[cfg(feature = "files")]
        Body::Yaml(file) => yaml::file(file, shell),
        #[cfg(feature = "files")]
        Body::Items(words) => yaml::items(words),
        #[cfg(feature = "files")]
        Body::Walk(sentences) => sentence::walk(sentences),
        #[cfg(not(feature = "files"))]
        Body::Elsewhere => Vec::new(),
    }
}

/// The text of an output.
pub fn output_text(output: &Output, shell: Shell, layout: Layout) -> String {
    text(&output_tokens(output, shell, layout))
}

/// The language that an output is written in.
pub fn language(output: &Output, shell: Shell) -> &'static str {
    match output.body {
        Body::Commands(_) => shell.id(),
        #[cfg(feature = "files")]
        Body::Python(_) => "python",
        #[cfg(feature = "files")]
        Body::Yaml(_) => "yaml",
        #[cfg(feature = "files")]
        Body::Items(_) | Body::Walk(_) => "text",
        #[cfg(not(feature = "files"))]
        Body::Elsewhere => "text",
    }
}

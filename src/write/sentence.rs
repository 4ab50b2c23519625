//! What is done by hand, as numbered lines.

use super::{Token, TokenKind, placeholder};
use crate::locale;
use crate::plan::{Part, Sentence, Word};

/// The tokens of sentences, a numbered line each.
pub(super) fn walk(sentences: &[Sentence]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        tokens.push(Token::new(TokenKind::Layout, [&(index + 1).to_string(), ". "].concat()));
        written(sentence, &mut tokens);
        tokens.push(Token::new(TokenKind::Layout, "\n"));
    }
    tokens
}

/// The sentence in the reader's language with its words in their places.
fn written(sentence: &Sentence, tokens: &mut Vec<Token>) {
    for piece in locale::sentence(sentence.id).split_inclusive(['{', '}']) {
        let text = piece.strip_suffix(['{', '}']).unwrap_or(piece);
        match sentence.slots.iter().find(|(name, _)| piece.ends_with('}') && *name == text) {
            None => tokens.push(Token::new(TokenKind::Fixed, text)),
            Some((_, words)) => {
                for (index, word) in words.iter().enumerate() {
                    if index > 0 {
                        tokens.push(Token::new(TokenKind::Layout, ", "));
                    }
                    plain(word, tokens);
                }
            }
        }
    }
}

fn plain(word: &Word, tokens: &mut Vec<Token>) {
    tokens.extend(word.parts().iter().map(|part| match part {
        Part::Fixed(text) => Token::new(TokenKind::Fixed, *text),
        Part::Value { text, field } => Token::new(TokenKind::Value(*field), text.to_string()),
        Part::Placeholder(field) | Part::Contents(field) => {
            Token::new(TokenKind::Placeholder(*field), placeholder(*field))
        }
    }));
}

//! Manual instructions as numbered lines.

use crate::model::value::path::HOME;
use crate::plan::{Part, Piece, Sentence, each_piece};
use crate::shell::{Token, TokenKind};
use crate::text;

/// The tokens of sentences, one numbered line each.
pub(super) fn walk(sentences: &[Sentence]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        tokens.push(Token::new(TokenKind::Layout, [&(index + 1).to_string(), ". "].concat()));
        written(sentence, &mut tokens);
        tokens.push(Token::new(TokenKind::Layout, "\n"));
    }
    tokens
}

/// The sentence in the user's language, with its words filled in.
fn written(sentence: &Sentence, tokens: &mut Vec<Token>) {
    each_piece(text::sentence(sentence.id), &sentence.words, &mut |piece| match piece {
        Piece::Text(text) => tokens.push(Token::new(TokenKind::Fixed, text)),
        Piece::Word(word) => tokens.extend(word.parts().map(|part| match part {
            Part::Fixed(text) => Token::new(TokenKind::Fixed, *text),
            Part::Value { text, field } => Token::new(TokenKind::Value(*field), text.to_string()),
            Part::BelowHome { path, field } => Token::new(TokenKind::Value(*field), [HOME, path].concat()),
            Part::Placeholder(field) | Part::Contents(field) => {
                Token::new(TokenKind::Placeholder(*field), field.placeholder())
            }
        })),
    });
}

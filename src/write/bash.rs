//! Commands for bash; zsh and dash read them the same.
//!
//! A word stands bare when every character of it is one that no shell treats in a special way, else in single quotes.
//! A placeholder is never quoted: it stays visible as `<name>`, and a shell that meets one stops at the redirection.

use super::variables::Variables;
use super::{Token, TokenKind, placeholder};
use crate::choice::Layout;
use crate::plan::{Command, CommandOption, Part, Word};

/// A command that is no longer than this stays on one line in either layout.
const LINE_WIDTH: usize = 90;

/// The tokens of a command, with its values as they are, or as variables where they have names.
pub(super) fn command(command: &Command, layout: Layout, names: Option<&Variables>) -> Vec<Token> {
    let one_line = tokens(command, " ", names);
    let width: usize = one_line.iter().map(|token| token.text.chars().count()).sum();
    match layout {
        Layout::Lines if width > LINE_WIDTH => tokens(command, " \\\n  ", names),
        Layout::Lines | Layout::OneLine => one_line,
    }
}

fn tokens(command: &Command, between_options: &'static str, names: Option<&Variables>) -> Vec<Token> {
    let mut tokens = vec![Token::new(TokenKind::Program, command.program.id())];
    for argument in &command.head {
        tokens.push(Token::new(TokenKind::Layout, " "));
        word(argument, names, &mut tokens);
    }
    for option in &command.options {
        tokens.push(Token::new(TokenKind::Layout, between_options));
        tokens.push(Token::new(TokenKind::Option, option.name));
        let separator = if option.tied || needs_equals_sign(option, names) { "=" } else { " " };
        for value in &option.values {
            tokens.push(Token::new(TokenKind::Layout, separator));
            word(value, names, &mut tokens);
        }
    }
    tokens
}

/// A value that begins with a hyphen would be taken for an option, unless `=` ties it to its own. What a variable will
/// hold one day is not known.
fn needs_equals_sign(option: &CommandOption, names: Option<&Variables>) -> bool {
    let [only] = option.values.as_slice() else { return false };
    match only.parts().first() {
        Some(part) if names.is_some_and(|names| names.of(part).is_some()) => true,
        Some(Part::Value { text, .. }) => text.starts_with('-'),
        _ => false,
    }
}

/// Writes one word: each run of text between placeholders is quoted by itself.
pub(super) fn word(word: &Word, names: Option<&Variables>, tokens: &mut Vec<Token>) {
    let variable = |part: &Part| names.and_then(|names| names.of(part));
    let is_text =
        |part: &Part| matches!(part, Part::Fixed(_) | Part::Value { .. }) && variable(part).is_none();
    let mut first = true;
    for run in word.parts().chunk_by(|one, next| is_text(one) && is_text(next)) {
        match run {
            [part] if variable(part).is_some() => {
                let name = variable(part).map(|variable| variable.name.as_str()).unwrap_or_default();
                tokens.push(Token::new(TokenKind::Fixed, ["\"${", name, "}\""].concat()));
            }
            [Part::Placeholder(field) | Part::Contents(field)] => {
                tokens.push(Token::new(TokenKind::Placeholder(*field), placeholder(*field)));
            }
            run => text_run(run, first, tokens),
        }
        first = false;
    }
}

fn text_run(run: &[Part], first: bool, tokens: &mut Vec<Token>) {
    let quoted = !is_bare(run, first);
    let written = |text: &str| if quoted { escape(text) } else { text.to_owned() };
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, "'"));
    }
    for part in run {
        match part {
            Part::Fixed(text) => tokens.push(Token::new(TokenKind::Fixed, written(text))),
            Part::Value { text, field } => {
                tokens.push(Token::new(TokenKind::Value(*field), written(text)));
            }
            // Runs of text have none.
            Part::Placeholder(_) | Part::Contents(_) => {}
        }
    }
    if quoted {
        tokens.push(Token::new(TokenKind::Layout, "'"));
    }
}

/// A text as one word.
pub(super) fn quoted(text: &str) -> String {
    ["'", &escape(text), "'"].concat()
}

fn escape(text: &str) -> String {
    text.replace('\'', r"'\''")
}

/// Whether a run of text needs no quotes. zsh expands a word that begins with `=`.
fn is_bare(run: &[Part], first: bool) -> bool {
    let mut characters = run.iter().flat_map(|part| match part {
        Part::Fixed(text) => text.chars(),
        Part::Value { text, .. } => text.chars(),
        Part::Placeholder(_) | Part::Contents(_) => "".chars(),
    });
    match characters.clone().next() {
        None => false,
        Some('=') if first => false,
        Some(_) => characters.all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '@' | '%' | '+' | '=' | ':' | ',' | '.' | '/' | '_' | '-')
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choice::Shell;
    use crate::field::Field;
    use crate::plan::Program;
    use crate::value::{Checked, PemPath, Value};
    use crate::write::command_text;

    fn written(word: Word) -> String {
        let command = Command::new(Program::Az, &["x"]).option("--o", word);
        command_text(&command, Shell::Bash, Layout::OneLine).replacen("az x --o", "", 1)
    }

    fn value(text: &str) -> Word {
        let path = PemPath::parse(text).unwrap();
        Word::checked(path.checked(), Field::CertFile)
    }

    /// Runs a command line in a shell, and gives back the words that the program got.
    fn words(shell: &str, line: &str) -> Vec<String> {
        let script = line.replacen("az ", "printf '%s\\0' ", 1);
        let output = std::process::Command::new(shell).args(["-c", &script]).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.split_terminator('\0').map(str::to_owned).collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

        // More than is ever let through to the writer: any text without NUL and line feed.
        #[test]
        fn any_text_is_one_word_with_exactly_that_text(
            texts in proptest::collection::vec("[^\\x00\n]{0,12}|[ -/:-@\\[-`{-~\t\r\u{200B}\u{202E}\u{2019}]{0,12}", 1..40),
        ) {
            let command = texts.iter().fold(Command::new(Program::Az, &["x"]), |command, text| {
                command.argument(Word::checked(Checked::any(text), Field::CertFile))
            });
            let line = command_text(&command, Shell::Bash, Layout::OneLine);
            let expected: Vec<String> = std::iter::once("x".to_owned()).chain(texts.iter().cloned()).collect();
            for shell in ["bash", "dash"] {
                proptest::prop_assert_eq!(&words(shell, &line), &expected);
            }
        }
    }

    #[test]
    fn a_word_of_plain_characters_stands_bare() {
        assert_eq!(written(value("/etc/tls/cert-1_a.pem")), " /etc/tls/cert-1_a.pem");
    }

    #[test]
    fn a_word_with_any_other_character_stands_in_single_quotes() {
        assert_eq!(written(value("a b")), " 'a b'");
        assert_eq!(written(value("it's $HOME")), r" 'it'\''s $HOME'");
        assert_eq!(written(value("~/x")), " '~/x'");
        assert_eq!(written(value("=x")), " '=x'");
        assert_eq!(written(value("ключ")), " 'ключ'");
    }

    #[test]
    fn a_placeholder_stays_outside_the_quotes() {
        let word = Word::fixed("a b/")
            .and_fixed("")
            .and_slot(&crate::scenario::Slot::<PemPath>::gap(Field::CertFile));
        assert_eq!(written(word.and_fixed("/c d")), " 'a b/'<cert-file>'/c d'");
    }

    #[test]
    fn a_value_that_looks_like_an_option_is_tied_to_its_own() {
        assert_eq!(written(value("-rg")), "=-rg");
        assert_eq!(written(value("-r g")), "='-r g'");
    }

    #[test]
    fn a_short_command_stays_on_one_line() {
        let command =
            Command::new(Program::Az, &["account", "set"]).option("--subscription", Word::fixed("x"));
        assert_eq!(command_text(&command, Shell::Bash, Layout::Lines), "az account set --subscription x");
    }

    #[test]
    fn a_long_command_has_an_option_a_line() {
        let mut command = Command::new(Program::Az, &["x"]);
        for _ in 0..6 {
            command = command.option("--some-option", Word::fixed("value"));
        }
        let text = command_text(&command, Shell::Bash, Layout::Lines);
        assert_eq!(text.lines().count(), 7);
        assert!(text.starts_with("az x \\\n  --some-option value \\\n  --some-option"));
    }
}

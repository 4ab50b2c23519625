//! The syntax of bash, which zsh and dash share.

use crate::shell::command::{Dialect, Home};

/// The syntax of bash.
pub(crate) const DIALECT: Dialect = Dialect {
    next_line: " \\\n  ",
    quote: "'",
    escape,
    escape_expanding,
    is_bare,
    quotes_options: false,
    home: Home::Apart("\"$HOME\"/"),
    refuses: |_| None,
};

fn escape(text: &str) -> String {
    text.replace('\'', r"'\''")
}

fn escape_expanding(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '"' | '$' | '`') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// zsh expands a word that starts with `=`.
fn is_bare(text: &str, is_first: bool) -> bool {
    !(text.is_empty() || is_first && text.starts_with('='))
        && text.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '@' | '%' | '+' | '=' | ':' | ',' | '.' | '/' | '_' | '-')
        })
}

#[cfg(test)]
mod tests {
    use crate::model::choice::{Layout, Shell};
    use crate::model::field::Field;
    use crate::model::value::{Checked, PemPath, Value};
    use crate::plan::{Command, Program, Word};
    use crate::shell::command_text;

    fn written(word: Word) -> String {
        let command = Command::new(Program::Az, &["x"]).option("--o", word);
        command_text(&command, Shell::Bash, Layout::OneLine).replacen("az x --o", "", 1)
    }

    fn value(text: &str) -> Word {
        let path = PemPath::parse(text).unwrap();
        Word::checked(path.checked(), Field::CertFile)
    }

    /// Runs a command line in a shell and returns the words that the program received.
    fn words(shell: &str, line: &str) -> Vec<String> {
        let script = line.replacen("az ", "printf '%s\\0' ", 1);
        let output = std::process::Command::new(shell).args(["-c", &script]).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.split_terminator('\0').map(str::to_owned).collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, ..Default::default() })]

        // Any text without NUL and line feed, which is more than any parser lets through to the writer.
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
        assert_eq!(written(value("~name/x")), " '~name/x'");
        assert_eq!(written(value("=x")), " '=x'");
        assert_eq!(written(value("ключ")), " 'ключ'");
    }

    #[test]
    fn only_the_home_folder_is_expanded() {
        for home in ["~/", "$HOME/", "${HOME}/", "%USERPROFILE%\\", "$env:UserProfile/"] {
            let path = [home, "certs/tls.pem"].concat();
            assert_eq!(written(value(&path)), " \"$HOME\"/certs/tls.pem", "{path}");
        }
        assert_eq!(written(value("~/a $b/c")), " \"$HOME\"/'a $b/c'");
        assert_eq!(written(Word::fixed("sslCertPemFile=").and(value("~/c"))), " sslCertPemFile=\"$HOME\"/c");
    }

    #[test]
    fn a_placeholder_stays_outside_the_quotes() {
        let word = Word::fixed("a b/")
            .and_fixed("")
            .and_slot(&crate::model::scenario::Slot::<PemPath>::gap(Field::CertFile));
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

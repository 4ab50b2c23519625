//! Lines that belong to a script and do nothing to a scenario: keywords of the shells, and commands that print, wait or
//! change the folder. They are neither read nor listed.

/// Words that begin a line of a shell's own syntax, or a command without effect on a scenario.
const WORDS: &[&str] = &[
    "then",
    "else",
    "fi",
    "do",
    "done",
    "esac",
    "in",
    "{",
    "}",
    "(",
    ")",
    "})",
    ");",
    "};",
    ";;",
    "[",
    "[[",
    "test",
    "set",
    "shopt",
    "return",
    "break",
    "continue",
    "exit",
    "shift",
    "trap",
    "true",
    "false",
    ":",
    "source",
    ".",
    "unset",
    "export",
    "readonly",
    "local",
    "declare",
    "wait",
    "echo",
    "printf",
    "sleep",
    "cd",
    "pushd",
    "popd",
    "clear",
    "date",
    "pwd",
    "setlocal",
    "endlocal",
    "goto",
    "pause",
    "timeout",
    "catch",
    "try",
    "finally",
    "begin",
    "process",
    "end",
    "write-host",
    "write-output",
    "write-verbose",
    "write-error",
    "write-warning",
    "start-sleep",
    "set-location",
    "set-strictmode",
    "throw",
    "[cmdletbinding()]",
    "@echo",
    "$@",
    "$*",
    "\"$@\"",
];

/// Words that begin a line which tests something. What the test calls is another command.
const TESTING: &[&str] =
    &["if", "elif", "elseif", "while", "until", "switch", "for", "foreach", "case", "select"];

/// Whether a statement is only syntax of a shell. A line that tests the result of another command is not.
pub(super) fn is_syntax(statement: &str) -> bool {
    let statement = statement.trim_matches([' ', '\t', '\r']);
    let mut words = statement.split([' ', '\t']).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    let is_one_of = |known: &[&str], word: &str| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    let is_label = first.len() > 1 && first.starts_with(':') && !first.starts_with("::");
    let is_function = first.ends_with("()") || first.ends_with("(){") || first.ends_with("()\u{7b}");
    if is_one_of(&["function"], first) || is_label || is_function || is_one_of(WORDS, first) {
        return true;
    }
    // `} else {`, `} catch {`, `);`
    if first.chars().all(|c| matches!(c, '{' | '}' | '(' | ')' | ';' | ',')) {
        return true;
    }
    let testing = TESTING.iter().find(|known| {
        let begin = first.get(..known.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(known))
            && !first.get(known.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    match testing {
        Some(&("for" | "foreach" | "case" | "select" | "switch")) => true,
        Some(_) => {
            let glued = first.contains(['(', '[']);
            glued
                || words.find(|word| *word != "!").is_some_and(|next| {
                    next.starts_with(['[', '(', '!', '$', '"'])
                        || is_one_of(&["test", "not", "exist", "defined", "true"], next)
                })
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_of_the_shells_are_syntax() {
        for line in [
            "then",
            "fi",
            "done",
            "else",
            "}",
            "} else {",
            "set -euo pipefail",
            "set -x -e",
            "init_env(){",
            "setup() {",
            "function deploy {",
            "if [[ -z \"$existing\" ]]",
            "if [ \"$0\" = \"$BASH_SOURCE\" ]",
            "while ! [ -f x ]",
            "for i in 1 2 3",
            "esac",
            ";;",
            "if ($x) {",
            "if(-not $x) {",
            "} catch {",
            "exit 1",
            "sleep 60",
            "echo \"Installing $ext...\"",
            "@echo off",
            ":end",
            "goto end",
            "Write-Host 'x'",
            "$@",
        ] {
            assert!(is_syntax(line), "{line}");
        }
    }

    #[test]
    fn other_commands_are_not() {
        for line in [
            "if grep -q x y",
            "az group create -n x",
            "helm install x",
            "First, create it:",
            "key: value",
            "tr -d '_'",
        ] {
            assert!(!is_syntax(line), "{line}");
        }
    }
}

//! Detects the shell of a text: from the ends and beginnings of its lines, from the syntax of its variables, and from
//! unquoted Windows paths.

use crate::model::choice::Shell;

/// The scores of the shells.
#[derive(Default)]
struct Scores {
    bash: u32,
    powershell: u32,
    cmd: u32,
}

/// Continuations, prompts and assignments are strong evidence.
const STRONG: u32 = 4;
/// Quotes and paths are weak evidence.
const WEAK: u32 = 1;

/// The shell of a text. Without evidence, it is bash.
pub(super) fn detect(text: &str) -> Shell {
    let mut scores = Scores::default();
    for line in text.lines() {
        scores.line(line.trim_matches([' ', '\t', '\r']));
    }
    if text.contains("$env:") {
        scores.powershell += STRONG;
    }
    if text.contains(r"'\''") || text.contains("${") {
        scores.bash += 2 * WEAK;
    }
    if scores.cmd > scores.bash && scores.cmd > scores.powershell {
        Shell::Cmd
    } else if scores.powershell > scores.bash {
        Shell::PowerShell
    } else {
        Shell::Bash
    }
}

impl Scores {
    fn line(&mut self, line: &str) {
        // The first line of a notebook cell names its language.
        if let Some(language) = line.strip_prefix("%%") {
            match language.split_ascii_whitespace().next() {
                Some("bash" | "sh" | "script") => self.bash += STRONG,
                Some("cmd") => self.cmd += STRONG,
                Some("pwsh" | "powershell") => self.powershell += STRONG,
                _ => {}
            }
            return;
        }
        match line.as_bytes() {
            // A code fence of Markdown.
            [b'`', b'`', b'`', ..] => return,
            [.., b'\\'] => self.bash += STRONG,
            [.., b'`'] if line.bytes().filter(|byte| *byte == b'`').count() % 2 == 1 => {
                self.powershell += STRONG;
            }
            [.., b'^'] => self.cmd += STRONG,
            _ => {}
        }
        self.beginning(line);
        self.inside(line);
    }

    fn beginning(&mut self, line: &str) {
        let first = line.split_ascii_whitespace().next().unwrap_or_default();
        match line.as_bytes() {
            [b'P', b'S', b' ' | b'>', ..] if line.contains('>') => self.powershell += STRONG,
            [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic() && line.contains('>') => {
                self.cmd += STRONG;
            }
            // A block comment.
            [b'<', b'#', ..] => self.powershell += STRONG,
            [b':', b':', ..] => self.cmd += STRONG,
            [b'$', b' ', ..] => self.bash += STRONG,
            [b'$', ..] if is_assignment(line) => self.powershell += STRONG,
            _ if line.starts_with("set -") || line.starts_with("set +") => self.bash += STRONG,
            _ if first.eq_ignore_ascii_case("rem") || first.eq_ignore_ascii_case("set") => {
                self.cmd += STRONG;
            }
            _ if first.to_ascii_lowercase().starts_with("param(")
                || line.starts_with('[') && line.contains("]$") =>
            {
                self.powershell += STRONG;
            }
            _ if first == "export" || first.contains('@') && first.ends_with('$') => self.bash += STRONG,
            _ if super::lexer::assigned_name(first).is_some() => self.bash += STRONG,
            _ => {}
        }
    }

    fn inside(&mut self, line: &str) {
        if !line.bytes().any(|byte| matches!(byte, b'\'' | b'"' | b':' | b'%')) {
            return;
        }
        let (mut quote, mut before) = (None, ' ');
        let mut characters = line.chars().peekable();
        while let Some(c) = characters.next() {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some('\''), '\'') => {
                    // A doubled quote inside a text in single quotes: PowerShell.
                    if characters.peek() == Some(&'\'') {
                        self.powershell += 2 * WEAK;
                    }
                    self.bash += WEAK;
                    self.powershell += WEAK;
                    quote = None;
                }
                (Some(open), _) if open == c => quote = None,
                // An unquoted `C:\certs`: bash would drop the backslashes.
                (None, ':') if before.is_ascii_alphabetic() && characters.peek() == Some(&'\\') => {
                    self.powershell += 3 * WEAK;
                    self.cmd += 3 * WEAK;
                }
                (_, '%') if characters.peek().is_some_and(char::is_ascii_alphabetic) => {
                    self.cmd += WEAK;
                }
                _ => {}
            }
            before = c;
        }
    }
}

/// Whether a line is an assignment of PowerShell: `$name = …`.
fn is_assignment(line: &str) -> bool {
    super::lexer::powershell_assignment(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_line_tells_the_shell() {
        assert_eq!(detect("az x \\\n  --a b"), Shell::Bash);
        assert_eq!(detect("az x \\  \r\n  --a b"), Shell::Bash);
        assert_eq!(detect("az x `\n  --a b"), Shell::PowerShell);
        assert_eq!(detect("az x ^\r\n  --a b"), Shell::Cmd);
        assert_eq!(detect("az x"), Shell::Bash);
        assert_eq!(detect("az x --query \"[?a == `true`]\""), Shell::Bash);
    }

    #[test]
    fn prompts_tell_the_shell() {
        assert_eq!(detect("PS C:\\Users\\dev> az login"), Shell::PowerShell);
        assert_eq!(detect("C:\\Users\\dev>az login"), Shell::Cmd);
        assert_eq!(detect("dev@host:~$ az login"), Shell::Bash);
        assert_eq!(detect("$ az login"), Shell::Bash);
    }

    #[test]
    fn variables_tell_the_shell() {
        assert_eq!(detect("$RG = \"x\"\naz y -g $RG"), Shell::PowerShell);
        assert_eq!(detect("set RG=x\naz y -g %RG%"), Shell::Cmd);
        assert_eq!(detect("az y -g %RG%"), Shell::Cmd);
        assert_eq!(detect("RG=x\naz y -g $RG"), Shell::Bash);
        assert_eq!(detect("az y -g $env:RG"), Shell::PowerShell);
        assert_eq!(detect("az y -g $RG"), Shell::Bash);
        assert_eq!(detect("set -euo pipefail\naz y"), Shell::Bash);
        assert_eq!(detect("param(\n  [string]$Group = 'rg'\n)\naz y -g $Group"), Shell::PowerShell);
    }

    #[test]
    fn a_notebook_names_the_language_of_a_cell() {
        assert_eq!(detect("%%bash\naz y -g {ws.name}"), Shell::Bash);
        assert_eq!(detect("%%cmd\naz y -g rg"), Shell::Cmd);
        assert_eq!(detect("%%writefile a.py\naz y"), Shell::Bash);
    }

    #[test]
    fn a_bare_path_of_windows_is_not_bash() {
        assert_ne!(detect("az y sslCertPemFile=C:\\certs\\tls.pem"), Shell::Bash);
        assert_eq!(detect("az y 'sslCertPemFile=it''s.pem'"), Shell::PowerShell);
        assert_eq!(detect("az y 'sslCertPemFile=it'\\''s.pem'"), Shell::Bash);
    }
}

//! The text around commands in lines of documents and terminals: prompts, continuations, Unicode spaces.

use crate::model::choice::Shell;

/// The longest prompt that is recognised, in bytes.
const PROMPT: usize = 160;

/// Spaces that no shell accepts as whitespace.
pub(super) fn is_web_blank(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Zero-width characters that are copied from web pages.
pub(super) fn vanishes(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The length of the terminal escape sequence that begins here, in bytes: a colour, or a mark around pasted text. 0 if
/// there is none.
pub(super) fn escape_length(rest: &str) -> usize {
    let Some(code) = rest.strip_prefix("\u{1B}[") else { return 0 };
    let parameters = code.bytes().take(16).take_while(|byte| (b'0'..=b'?').contains(byte)).count();
    match code.as_bytes().get(parameters) {
        Some(b'@'..=b'~') => "\u{1B}[".len() + parameters + 1,
        _ => 0,
    }
}

/// Dashes that are not a hyphen.
pub(super) fn is_web_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// For each opening parenthesis, where it closes, in the order of the opening ones.
pub(super) fn closings(text: &str) -> Vec<(usize, usize)> {
    let mut closings: Vec<(usize, usize)> = Vec::new();
    if !text.contains(')') {
        return closings;
    }
    let mut open: Vec<usize> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => {
                open.push(closings.len());
                closings.push((at, usize::MAX));
            }
            b')' => {
                if let Some(closing) = open.pop().and_then(|index| closings.get_mut(index)) {
                    closing.1 = at;
                }
            }
            _ => {}
        }
    }
    closings
}

/// The length of the continuation that begins here, in bytes: the shell's character at the end of a line, optional
/// spaces after it, and the prompt of the next line. 0 if there is none.
pub(super) fn continuation(rest: &str, shell: Shell) -> usize {
    let mark = match shell {
        Shell::Bash => '\\',
        Shell::PowerShell => '`',
        Shell::Cmd => '^',
    };
    let Some(behind) = rest.strip_prefix(mark) else { return 0 };
    let next = behind.trim_start_matches([' ', '\t', '\r']);
    match next.strip_prefix('\n') {
        Some(line) => {
            let indented = line.trim_start_matches([' ', '\t']);
            let prompt = [">> ", "> ", "More? "].into_iter().find(|prompt| indented.starts_with(prompt));
            let line = prompt.map_or(line, |prompt| indented.get(prompt.len()..).unwrap_or_default());
            rest.len() - line.len()
        }
        None if next.is_empty() => rest.len(),
        None => 0,
    }
}

/// The length of the text before the command of a line, in bytes: the prompt of a terminal, or the mark of a list or a
/// quotation.
pub(super) fn skip_prompt(rest: &str) -> usize {
    let line = rest.trim_start_matches([' ', '\t', '\u{A0}']);
    // A line that begins with a lowercase word, like most commands, has no prompt.
    let first = line.bytes().take(PROMPT).find(|byte| !byte.is_ascii_lowercase());
    if matches!(first, None | Some(b'\n' | b'\r' | b' ' | b';')) && !line.starts_with(' ') {
        return 0;
    }
    // Every prompt and mark contains a space or an angle bracket.
    let first = line.bytes().take(PROMPT).find(|byte| matches!(byte, b' ' | b'>' | b'\n'));
    if !matches!(first, Some(b' ' | b'>')) {
        return 0;
    }
    let indent = rest.len() - line.len();
    let mut end = line.len().min(PROMPT);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = line.get(..end).unwrap_or_default();
    let head = head.split('\n').next().unwrap_or_default();
    let prompt =
        powershell(head).or_else(|| command_prompt(head)).or_else(|| posix(head)).or_else(|| mark(head));
    prompt.map_or(0, |length| indent + length)
}

/// `PS C:\Users\dev> `.
fn powershell(head: &str) -> Option<usize> {
    let path = head.strip_prefix("PS").filter(|rest| rest.starts_with([' ', '>']))?;
    let end = path.find('>')?;
    let is_path = matches!(path.trim_start().as_bytes(), [_, b':', ..] | [b'/' | b'~' | b'>', ..]);
    is_path.then_some(2 + end + 1)
}

/// `C:\Users\dev>`.
fn command_prompt(head: &str) -> Option<usize> {
    let path = head.strip_prefix(|c: char| c.is_ascii_alphabetic())?.strip_prefix(":\\")?;
    path.find('>').map(|end| 3 + end + 1)
}

/// `$ `, `dev@host:~$ `, `[dev@host ~]# `, `bash-5.1$ `.
fn posix(head: &str) -> Option<usize> {
    if head.starts_with('[') {
        let ends = ["]$ ", "]# "];
        return ends.iter().find_map(|end| head.find(end).map(|at| at + end.len()));
    }
    let (prompt, _) = head.split_once(' ')?;
    let is_prompt = prompt == "%"
        || prompt.ends_with('$') && !prompt.contains(['=', '"', '\''])
        || prompt.ends_with('#') && prompt.contains('@');
    is_prompt.then_some(prompt.len() + 1)
}

/// `> `, `>> `, `- `, `1. `, the `!` of a notebook, the backtick of Markdown.
fn mark(head: &str) -> Option<usize> {
    let plain = head.trim_start_matches(['>', ' ']);
    if head.starts_with('>') {
        return Some(head.len() - plain.len());
    }
    let behind = head
        .strip_prefix("- ")
        .or_else(|| head.strip_prefix("* "))
        .or_else(|| head.strip_prefix('!'))
        // The backtick encloses the complete line, or it has no counterpart.
        .or_else(|| {
            head.strip_prefix('`').filter(|code| !code.trim_end_matches(['`', ' ', '\r']).contains('`'))
        })
        .or_else(|| head.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(". "))?;
    let is_command = ["az ", "kubectl ", "oc "].iter().any(|program| behind.starts_with(program));
    is_command.then_some(head.len() - behind.len())
}

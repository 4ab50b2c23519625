//! The code of a script, which is made from templates: text in the language of a shell with named gaps.
//!
//! A gap is written `__name__`. To bash and to PowerShell that is a word, so a template is checked as any other file in
//! its language. The braces of [`crate::plan::Template`] and of messages would not do, since shells use them themselves.

use crate::model::choice::Shell;
use crate::shell::{self, Token, comment, text};

/// What stands before and after the name of a gap.
const MARK: &str = "__";

/// Code in the language of a shell. All of it comes from templates and from the writers, which quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Code(String);

/// What fills a gap.
#[derive(Clone, Debug)]
pub(super) enum Fill<'a> {
    /// Any text. Its gap stands between single quotes, and it is escaped for them.
    Text(&'a str),
    /// A word of the wizard's own, which means the same bare and in quotes.
    Word(&'a str),
    /// Code. Its lines are indented as the line of the gap is. Empty code takes the line with it where the gap is all of
    /// the line, or of a comment.
    Code(Code),
}

/// Fills by the names of their gaps.
type Fills<'a> = [(&'a str, Fill<'a>)];

impl Code {
    /// A template with its gaps filled.
    pub(super) fn fill(template: &str, shell: Shell, fills: &Fills<'_>) -> Self {
        debug_assert_eq!(mistake(template, fills), None, "{template}");
        let mut lines = Vec::new();
        for line in template.lines() {
            let content = line.trim_start();
            let indent = line.strip_suffix(content).unwrap_or_default();
            match lone_gap(content).and_then(|gap| named(gap, fills)) {
                Some(Fill::Code(code)) if code.is_empty() => {}
                Some(Fill::Code(code)) => lines.push([indent, &code.behind(indent)].concat()),
                _ => lines.push(filled(line, indent, shell, fills)),
            }
        }
        Self(lines.join("\n"))
    }

    /// What a writer has made, without the line feed at its end.
    pub(super) fn written(tokens: &[Token]) -> Self {
        let text = text(tokens);
        Self(text.strip_suffix('\n').unwrap_or(&text).to_owned())
    }

    /// A comment of one line.
    pub(super) fn comment(shell: Shell, texts: &[&str]) -> Self {
        Self(comment(shell, texts))
    }

    /// Pieces of code with something between them.
    pub(super) fn joined(codes: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        Self(codes.into_iter().map(Self::into_text).collect::<Vec<_>>().join(between))
    }

    /// Pieces of code, each on lines of its own.
    pub(super) fn lines(codes: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(codes, "\n")
    }

    /// The same as part of the body of a function. No line of it begins inside a value: values stand at the top of a
    /// script.
    pub(super) fn indented(&self) -> Self {
        const INDENT: &str = "  ";
        Self([INDENT, &self.behind(INDENT)].concat())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Its text with each line but the first indented.
    fn behind(&self, indent: &str) -> String {
        self.0.replace('\n', &["\n", indent].concat())
    }
}

/// The names of the gaps in a template.
pub(super) fn gaps(template: &str) -> impl Iterator<Item = &str> {
    template.split(MARK).skip(1).step_by(2)
}

fn named<'a>(gap: &str, fills: &'a Fills<'_>) -> Option<&'a Fill<'a>> {
    fills.iter().find(|(name, _)| *name == gap).map(|(_, fill)| fill)
}

/// The name of the gap that is all of a line, or of a comment.
fn lone_gap(content: &str) -> Option<&str> {
    let gap = content.strip_prefix("# ").unwrap_or(content);
    gap.strip_prefix(MARK)?.strip_suffix(MARK).filter(|name| !name.contains(MARK))
}

/// A line with its gaps filled.
fn filled(line: &str, indent: &str, shell: Shell, fills: &Fills<'_>) -> String {
    let mut filled = String::new();
    for (index, piece) in line.split(MARK).enumerate() {
        if index % 2 == 0 {
            filled.push_str(piece);
            continue;
        }
        match named(piece, fills) {
            Some(Fill::Text(text)) => filled.push_str(&shell::escape(shell, text)),
            Some(Fill::Word(word)) => filled.push_str(word),
            Some(Fill::Code(code)) => filled.push_str(&code.behind(indent)),
            None => filled.extend([MARK, piece, MARK]),
        }
    }
    filled
}

/// What is wrong with a template and its fills: nothing, or the code of the wizard itself is wrong.
pub(super) fn mistake(template: &str, fills: &Fills<'_>) -> Option<String> {
    let unused = fills.iter().find(|(name, _)| gaps(template).all(|gap| gap != *name));
    if let Some((name, _)) = unused {
        return Some(["no gap for ", name].concat());
    }
    for line in template.lines() {
        let mut is_quoted = false;
        for (index, piece) in line.split(MARK).enumerate() {
            if index % 2 == 0 {
                is_quoted ^= piece.matches('\'').count() % 2 == 1;
                continue;
            }
            let what = match named(piece, fills) {
                None => "no fill for ",
                Some(Fill::Text(_)) if !is_quoted => "no quotes around ",
                Some(Fill::Code(_)) if is_quoted => "quotes around ",
                Some(Fill::Word(word)) if !is_word(word) => "no word in ",
                Some(_) => continue,
            };
            return Some([what, piece].concat());
        }
    }
    None
}

/// Whether a text is a name, a number, or a pattern, which bash reads bare and PowerShell in quotes.
fn is_word(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '*' | '[' | ']');
    !text.is_empty() && text.chars().all(is_plain)
}

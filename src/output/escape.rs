//! Escapes text for Python, YAML and Markdown.

use crate::base::invisible::is_invisible;

/// Escapes text for a double-quoted literal that Python and YAML read alike. Invisible and misleading characters are
/// written as numeric escapes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | '"' => escaped.extend(['\\', c]),
            ' ' => escaped.push(c),
            // The last two code points of each plane are noncharacters; PyYAML rejects those of the first plane.
            c if c.is_control()
                || c.is_whitespace()
                || is_invisible(c)
                || u32::from(c) & 0xFFFE == 0xFFFE =>
            {
                let (mark, width) = if u32::from(c) > 0xFFFF { ("\\U", 8) } else { ("\\u", 4) };
                escaped.push_str(mark);
                for digit in (0..width).rev() {
                    escaped.extend(char::from_digit((u32::from(c) >> (4 * digit)) & 0xF, 16));
                }
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Escapes text so that Markdown shows it literally, on one line.
pub(super) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            c if c.is_control() => escaped.push(' '),
            c if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | ':' | ';' | '\'' | '"' | '(' | ')' | '/' | '?' | '=' | '-') =>
            {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

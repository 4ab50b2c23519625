//! Characters that are invisible or make a text read differently from what it contains, and how to show them.

/// Characters that make a text run differently from how it reads: control characters, line ends, and Unicode's
/// directional formatting characters.
pub fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Invisible characters: the deceptive ones, zero-width spaces, and letters that look like a space (the Hangul
/// fillers). No name contains one.
pub fn is_invisible(c: char) -> bool {
    is_deceptive(c)
        || matches!(c, '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Formats a text for display only: each character that is invisible or looks like a space is replaced by its code
/// point, as in `a[U+202E]b`.
pub fn visible(text: &str) -> String {
    let mut visible = String::new();
    for c in text.chars() {
        if is_invisible(c) || c.is_whitespace() && c != ' ' {
            visible.extend(["[", &number(c), "]"]);
        } else {
            visible.push(c);
        }
    }
    visible
}

/// The code point of a character in Unicode notation.
pub(crate) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

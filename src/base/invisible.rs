//! Characters that cannot be seen, or that make a text read differently from what it is, and how they are shown.

/// Characters that make a text run otherwise than it reads: control characters, line ends, and Unicode's controls of
/// direction.
pub fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that cannot be seen: the deceptive ones, blanks of no width, and letters that look like a blank (the
/// fillers of Hangul). No name has one.
pub fn is_invisible(c: char) -> bool {
    is_deceptive(c)
        || matches!(c, '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// A text that is shown and not used, with the number of each character that cannot be seen, or looks like a blank, in
/// its place: `a[U+202E]b`.
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

/// The number of a character as Unicode writes it.
pub(crate) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

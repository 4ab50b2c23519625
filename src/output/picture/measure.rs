//! How wide a text is at most, without a font at hand: by the widest of the fonts that systems have for it.

/// Hundredths of the font's size that a character takes at most.
fn character(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')'
        | '[' | ']' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 100,
        c if c.is_ascii_uppercase() => 78,
        c if c.is_ascii() => 65,
        '’' | '\u{202f}' => 42,
        'œ' | 'Œ' | 'æ' | 'Æ' => 100,
        // Latin letters with marks are as wide as those without.
        '\u{c0}'..='\u{24f}' if c.is_uppercase() => 78,
        '\u{c0}'..='\u{24f}' => 65,
        // Ideographs are as wide as they are high.
        _ => 110,
    }
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Headings.
    Bold,
    /// Words.
    Plain,
    /// Names.
    Mono,
}

/// The greatest width of a text of a size, in the unit of the size.
pub fn width(text: &str, face: Face, size: u32) -> u32 {
    let of = |c: char| match face {
        Face::Plain => character(c),
        Face::Bold => character(c).saturating_mul(11) / 10,
        Face::Mono if c.is_ascii() || c == '…' => 62,
        Face::Mono => 124,
    };
    let hundredths = text.chars().map(of).fold(0_u32, u32::saturating_add);
    hundredths.saturating_mul(size).div_ceil(100)
}

/// A text that fits: the whole, or its beginning and an ellipsis.
pub fn fitted(text: &str, face: Face, size: u32, most: u32) -> String {
    if width(text, face, size) <= most {
        return text.to_owned();
    }
    let mut fitted = String::new();
    for c in text.chars() {
        let longer = [fitted.as_str(), c.encode_utf8(&mut [0; 4]), "…"].concat();
        if width(&longer, face, size) > most {
            break;
        }
        fitted.push(c);
    }
    fitted.push('…');
    fitted
}

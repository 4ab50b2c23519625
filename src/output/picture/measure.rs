//! Estimates the maximum width of a text without a font, based on the widest of the fonts that systems commonly use for it.

/// The maximum width of a character, in hundredths of the font size.
fn character(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')'
        | '[' | ']' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 100,
        c if c.is_ascii_uppercase() => 78,
        c if c.is_ascii() => 65,
        '’' | '\u{202f}' => 42,
        'œ' | 'Œ' | 'æ' | 'Æ' => 100,
        // Latin letters with diacritics are as wide as those without.
        '\u{c0}'..='\u{24f}' if c.is_uppercase() => 78,
        '\u{c0}'..='\u{24f}' => 65,
        // Ideographs are as wide as they are high.
        _ => 110,
    }
}

/// The typeface of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Headings.
    Bold,
    /// Other text.
    Plain,
    /// Names.
    Mono,
}

/// The maximum width of a text at a font size, in the unit of the size.
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

/// The text if it fits; otherwise its beginning with an ellipsis.
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

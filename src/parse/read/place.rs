//! Turns byte positions into lines, columns and characters. It counts from marks at regular distances, so that no line
//! is counted twice, however long it is.

use super::finding::Span;

/// The distance of the marks, in bytes.
const STEP: usize = 256;

/// The counts before a mark.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// The number of characters.
    characters: usize,
    /// The number of line ends.
    lines: usize,
    /// The number of characters before the line of the mark.
    before_line: usize,
}

impl Mark {
    fn step(&mut self, byte: u8) {
        // Every character has exactly one byte that is not a continuation byte.
        if byte & 0xC0 != 0x80 {
            self.characters += 1;
        }
        if byte == b'\n' {
            self.lines += 1;
            self.before_line = self.characters;
        }
    }
}

/// A text with its marks.
pub struct Places<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

/// A position as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of Unicode scalar values before it.
    pub character: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl<'a> Places<'a> {
    /// Counts the marks of a text.
    pub fn new(text: &'a str) -> Self {
        let mut mark = Mark::default();
        let mut marks = vec![mark];
        for chunk in text.as_bytes().chunks(STEP) {
            for byte in chunk {
                mark.step(*byte);
            }
            marks.push(mark);
        }
        Self { text, marks }
    }

    /// The position of a byte.
    pub fn of(&self, byte: usize) -> Place {
        let mut mark = self.marks.get(byte / STEP).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(byte / STEP * STEP..byte.min(self.text.len()));
        for byte in rest.unwrap_or_default() {
            mark.step(*byte);
        }
        Place {
            character: mark.characters,
            line: mark.lines + 1,
            column: mark.characters - mark.before_line + 1,
        }
    }

    /// The line of a span, cut to at most so many bytes before and after it, and the position of the span in that
    /// excerpt.
    pub fn excerpt(&self, span: &Span, width: usize) -> (&'a str, usize) {
        let bytes = self.text.as_bytes();
        let mut start = span.start;
        while start > 0
            && span.start - start < width
            && start.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|byte| *byte != b'\n')
        {
            start -= 1;
        }
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let mut end = span.start;
        while end < bytes.len() && end - span.start < width && bytes.get(end) != Some(&b'\n') {
            end += 1;
        }
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        (self.text.get(start..end).unwrap_or_default(), span.start - start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_and_not_bytes() {
        let text = "é\nabc ключ\r\nx";
        let places = Places::new(text);
        let at = |byte| {
            let place = places.of(byte);
            (place.character, place.line, place.column)
        };
        assert_eq!(at(0), (0, 1, 1));
        assert_eq!(at(text.find('к').unwrap()), (6, 2, 5));
        assert_eq!(at(text.find('x').unwrap()), (12, 3, 1));
        assert_eq!(at(text.len()), (13, 3, 2));
    }

    #[test]
    fn a_place_far_inside_a_long_line_is_counted_from_a_mark() {
        let text = ["\n", &"é".repeat(5000)].concat();
        let place = Places::new(&text).of(1 + 2 * 4000);
        assert_eq!((place.line, place.column), (2, 4001));
    }
}

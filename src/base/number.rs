//! Numbers as text. What the standard library has for that brings all of its formatting, 1.2 kB of the page's
//! WebAssembly, brotli, where nothing else in the page needs it.

/// A number in decimal digits.
pub(crate) fn decimal(number: usize) -> String {
    digits(number, 10, 1)
}

/// A number in at least four hexadecimal digits, as Unicode writes those of characters.
pub(crate) fn hexadecimal(number: u32) -> String {
    // A character's number is far below what both types hold.
    digits(usize::try_from(number).unwrap_or(usize::MAX), 16, 4)
}

fn digits(number: usize, radix: u32, least: usize) -> String {
    let base = usize::try_from(radix).unwrap_or(10);
    let mut reversed = Vec::new();
    let mut rest = number;
    while rest > 0 || reversed.len() < least {
        let digit = u32::try_from(rest % base).ok().and_then(|digit| char::from_digit(digit, radix));
        reversed.push(digit.unwrap_or('0').to_ascii_uppercase());
        rest /= base;
    }
    reversed.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{decimal, hexadecimal};

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 1, 9, 10, 255, 1000, 4096, usize::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
        for number in [0, 0x9, 0x20, 0x202E, 0xFEFF, 0x0001_F600, 0x0010_FFFF] {
            assert_eq!(hexadecimal(number), format!("{number:04X}"));
        }
    }
}

//! The wizard's messages, as its build and its tools see them.
//!
//! English stands in the wizard's sources, each message with a name. Translations are files keyed by those names. What a
//! program loads is keyed by [`key`], which it makes of the English text itself: so it holds no name, and a text that has
//! changed since finds no old translation.

#[cfg(feature = "compile")]
mod compile;
#[cfg(feature = "compile")]
mod scan;

#[cfg(feature = "compile")]
pub use compile::{CompileError, catalog, compile, json, names, read, version};
#[cfg(feature = "compile")]
pub use scan::{English, Place, ScanError, scan};

/// What stands between the two English forms of a message that differs with a number.
pub const BETWEEN_FORMS: char = '\u{1f}';

/// The key of a message: of its English text, or both forms with [`BETWEEN_FORMS`] between them and the category of the
/// number behind. It is FNV-1a, 32 bits; a test finds two messages that would share one.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
#[must_use]
pub fn key(texts: &[&str]) -> u32 {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_are_those_of_fnv() {
        // From the draft's list of test vectors.
        assert_eq!(key(&[""]), 0x811c_9dc5);
        assert_eq!(key(&["a"]), 0xe40c_292c);
        assert_eq!(key(&["foobar"]), 0xbf9c_f968);
        assert_eq!(key(&["foo", "bar"]), key(&["foobar"]));
    }
}

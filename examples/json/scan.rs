//! What can be said of bytes without waiting for more of them.

use std::ops::RangeInclusive;

/// What is left after the blanks at the front.
pub fn blanks(text: &[u8]) -> &[u8] {
    after(text, |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// What is left after the digits at the front.
pub fn digits(text: &[u8]) -> &[u8] {
    after(text, |byte| byte.is_ascii_digit())
}

/// What is left of a string's body after the characters at the front that stand for themselves.
///
/// A character that is not UTF-8, or not yet, is left.
pub fn plain(text: &[u8]) -> &[u8] {
    let (length, ascii) = unescaped(text);
    if ascii {
        return &text[length..];
    }
    match str::from_utf8(&text[..length]) {
        Ok(_) => &text[length..],
        Err(error) => &text[error.valid_up_to()..],
    }
}

fn after(text: &[u8], skipped: impl Fn(u8) -> bool) -> &[u8] {
    let length = text.iter().position(|&byte| !skipped(byte));
    &text[length.unwrap_or(text.len())..]
}

/// The number of bytes before the first quote, backslash or control character, and whether all are surely ASCII.
fn unescaped(text: &[u8]) -> (usize, bool) {
    let mut rest = text;
    let mut seen = 0;
    while let Some((bytes, after)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*bytes);
        seen |= word;
        let marks = special(word);
        if marks != 0 {
            let length = text.len() - rest.len() + marks.trailing_zeros() as usize / 8;
            return (length, seen & every(0x80) == 0);
        }
        rest = after;
    }
    let tail = rest.iter().position(|&byte| matches!(byte, b'"' | b'\\' | ..0x20));
    (text.len() - rest.len() + tail.unwrap_or(rest.len()), false)
}

/// Marks the quotes, backslashes and control characters among eight bytes in their top bits.
///
/// A mark is certain up to the lowest one; a borrow may put a wrong one above it.
fn special(word: u64) -> u64 {
    let quotes = word ^ every(b'"');
    let backslashes = word ^ every(b'\\');
    let zeros = |bytes: u64| bytes.wrapping_sub(every(1)) & !bytes;
    let controls = word.wrapping_sub(every(0x20)) & !word;
    (zeros(quotes) | zeros(backslashes) | controls) & every(0x80)
}

const fn every(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// What may follow the first byte of a character that is not ASCII; `None` if no character begins so.
pub fn continuations(lead: u8) -> Option<&'static [RangeInclusive<u8>]> {
    const ANY: RangeInclusive<u8> = 0x80..=0xBF;
    Some(match lead {
        0xC2..=0xDF => &[ANY],
        0xE0 => &[0xA0..=0xBF, ANY],
        0xED => &[0x80..=0x9F, ANY],
        0xE1..=0xEF => &[ANY, ANY],
        0xF0 => &[0x90..=0xBF, ANY, ANY],
        0xF1..=0xF3 => &[ANY, ANY, ANY],
        0xF4 => &[0x80..=0x8F, ANY, ANY],
        _ => return None,
    })
}

//! What can be said of bytes without waiting for more of them.

use std::ops::RangeInclusive;

/// What is left after the blanks at the front.
pub fn after_blanks(text: &[u8]) -> &[u8] {
    after(text, |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// What is left after the decimal digits at the front.
pub fn after_digits(text: &[u8]) -> &[u8] {
    after(text, |byte| byte.is_ascii_digit())
}

/// What is left of a string's body after the characters at the front that stand for themselves.
///
/// It stops at a quote, a backslash, a control character, and at what is not UTF-8 or not yet.
pub fn after_plain(text: &[u8]) -> &[u8] {
    let run = &text[..unescaped(text)];
    let sound = match str::from_utf8(run) {
        Ok(_) => run.len(),
        Err(error) => error.valid_up_to(),
    };
    &text[sound..]
}

fn after(text: &[u8], skipped: impl Fn(u8) -> bool) -> &[u8] {
    let length = text.iter().position(|&byte| !skipped(byte)).unwrap_or(text.len());
    &text[length..]
}

/// The number of bytes before the first quote, backslash or control character.
fn unescaped(text: &[u8]) -> usize {
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        let marks = special(u64::from_le_bytes(*word));
        if marks != 0 {
            return text.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let tail = rest.iter().position(|&byte| matches!(byte, b'"' | b'\\' | ..0x20));
    text.len() - rest.len() + tail.unwrap_or(rest.len())
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

//! The `json` example agrees with `serde_json`, however its input is split.

#[path = "../examples/json/check.rs"]
mod check;
#[path = "json/malformed.rs"]
mod malformed;
#[path = "../examples/json/nesting.rs"]
mod nesting;
#[path = "json/not_text.rs"]
mod not_text;
#[path = "json/oracle.rs"]
mod oracle;
#[path = "json/places.rs"]
mod places;
#[path = "json/random.rs"]
mod random;
#[path = "../examples/json/report.rs"]
mod report;
#[path = "../examples/json/scan.rs"]
mod scan;
#[path = "../examples/json/tokenizer.rs"]
mod tokenizer;
#[path = "json/valid.rs"]
mod valid;

use check::check;
use coro::{CoroutineExt, CoroutineState};
use malformed::MALFORMED;
use not_text::NOT_TEXT;
use oracle::Verdict;
use report::Report;
use valid::{VALID, WIDE_NUMBERS};

const SAMPLE: &[u8] = include_bytes!("../examples/json/sample.json");
const BROKEN: &[u8] = include_bytes!("../examples/json/broken.json");

/// What replaces bytes of valid texts.
const REPLACEMENTS: &[u8] = b"\"\\,:[]{}-.0eu \n\0\x1f\x7f\x80\xbf\xc3\xe2\xed\xf0\xff";

fn report<'t>(pieces: impl IntoIterator<Item = &'t [u8]>, max_depth: usize) -> Report {
    let mut check = check(max_depth);
    // As from a reader: a piece that is empty is no piece but the end.
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
    for piece in pieces.chain([&[][..]]) {
        if let CoroutineState::Complete(report) = check.resume_unpin(piece) {
            return report;
        }
    }
    panic!("the end of the text does not end the check");
}

fn whole(text: &[u8]) -> Report {
    report([text], usize::MAX)
}

fn byte_by_byte(text: &[u8]) -> Report {
    report(text.chunks(1), usize::MAX)
}

fn shown(text: &[u8]) -> String {
    text.escape_ascii().to_string()
}

/// Checks the verdict and the counts of a text, and that they are those of its bytes one by one.
fn agrees(text: &[u8]) -> Report {
    let report = whole(text);
    match oracle::verdict(text) {
        Verdict::Valid(counts) => {
            assert_eq!(report.verdict, Ok(()), "{}", shown(text));
            assert_eq!(report.counts, counts, "{}", shown(text));
        }
        Verdict::Uncounted => assert_eq!(report.verdict, Ok(()), "{}", shown(text)),
        Verdict::Invalid => assert!(report.verdict.is_err(), "{}", shown(text)),
    }
    assert_eq!(byte_by_byte(text), report, "{}", shown(text));
    report
}

fn agrees_however_split(text: &[u8]) {
    let report = agrees(text);
    for at in 0..=text.len() {
        let (left, right) = text.split_at(at);
        let pieces = [left, &[], right];
        let split = self::report(pieces, usize::MAX);
        assert_eq!(split, report, "{} | {}", shown(left), shown(right));
    }
}

#[test]
fn valid_texts() {
    for text in VALID {
        assert_eq!(whole(text.as_bytes()).verdict, Ok(()), "{text}");
        agrees_however_split(text.as_bytes());
    }
}

#[test]
fn invalid_texts() {
    for text in MALFORMED.iter().chain(NOT_TEXT) {
        assert!(whole(text).verdict.is_err(), "{}", shown(text));
        agrees_however_split(text);
    }
}

#[test]
fn numbers_of_any_size() {
    for text in WIDE_NUMBERS {
        assert!(matches!(oracle::verdict(text.as_bytes()), Verdict::Uncounted), "{text}");
        agrees_however_split(text.as_bytes());
    }
}

#[test]
fn samples() {
    agrees_however_split(SAMPLE);
    agrees_however_split(BROKEN);
    assert!(whole(SAMPLE).verdict.is_ok());
    assert!(whole(BROKEN).verdict.is_err());
}

#[test]
fn prefixes() {
    let texts = VALID.iter().map(|text| text.as_bytes()).chain([SAMPLE]);
    for text in texts {
        for length in 0..text.len() {
            agrees(&text[..length]);
        }
    }
}

#[test]
fn deletions() {
    for text in VALID {
        for at in 0..text.len() {
            let mut text = text.as_bytes().to_vec();
            text.remove(at);
            agrees(&text);
        }
    }
}

#[test]
fn replacements_and_insertions() {
    for text in VALID {
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            let mut text = text.as_bytes().to_vec();
            for &replacement in REPLACEMENTS {
                text[at] = replacement;
                agrees(&text);
            }
            text.insert(at + 1, byte);
            agrees(&text);
        }
    }
}

#[test]
fn random_texts() {
    let mut random = random::Random::new(8259);
    for _ in 0..500 {
        let mut text = random.text();
        assert_eq!(agrees(&text).verdict, Ok(()), "{}", shown(&text));
        for _ in 0..20 {
            let at = random.below(text.len());
            text[at] = REPLACEMENTS[random.below(REPLACEMENTS.len())];
            agrees(&text);
        }
        agrees_however_split(&text[..text.len().min(100)]);
    }
}

#[test]
fn every_byte_alone_and_in_a_string() {
    for byte in 0..=255 {
        agrees(&[byte]);
        agrees(&[b'"', byte, b'"']);
        agrees(&[b'"', b'\\', byte, b'"']);
        agrees(&[b'1', byte, b'1']);
    }
}

/// Around the bounds of what begins and what continues a character.
#[test]
fn characters_of_two_to_four_bytes() {
    let continuations = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0];
    for lead in 0x80..=255 {
        for second in continuations {
            agrees(&[b'"', lead, second, b'"']);
            for third in continuations {
                agrees(&[b'"', lead, second, third, b'"']);
                for fourth in [0x7F, 0x80, 0xBF, 0xC0] {
                    agrees(&[b'"', lead, second, third, fourth, b'"']);
                }
            }
        }
    }
}

/// A mark at every place of a long string, for the words that are scanned at once.
#[test]
fn every_place_of_a_long_string() {
    for mark in ["\"", "\\", "\\n", "\n", "\0", "\x1f", " ", "\x7f", "é", "🔧", "!", "#", "["] {
        for at in 0..20 {
            let text = format!("\"{}{mark}{}\"", "a".repeat(at), "b".repeat(20 - at));
            agrees(text.as_bytes());
        }
    }
}

#[test]
fn depth_is_limited_only_by_the_option() {
    let depth = 300_000;
    let text = [b"[".repeat(depth), b"]".repeat(depth)].concat();
    assert_eq!(whole(&text).verdict, Ok(()));
    assert_eq!(whole(&text).counts.arrays, depth as u64);
    assert_eq!(report([&text[..]], depth).verdict, Ok(()));
    let too_deep = report([&text[..]], depth - 1);
    assert_eq!(too_deep.verdict, Err(tokenizer::Problem::Depth));
    assert_eq!(too_deep.end.bytes, depth as u64 - 1);
}

#[test]
fn arrays_in_objects_in_arrays() {
    for depth in [1, 31, 32, 33, 60] {
        let text = [r#"[{"a":"#.repeat(depth), "1".to_owned(), "}]".repeat(depth)].concat();
        assert_eq!(agrees(text.as_bytes()).verdict, Ok(()));
        assert_eq!(report([text.as_bytes()], 2 * depth).verdict, Ok(()));
        assert!(report([text.as_bytes()], 2 * depth - 1).verdict.is_err());
        let crossed = text.replacen("}]", "]}", 1);
        assert!(agrees(crossed.as_bytes()).verdict.is_err());
    }
}

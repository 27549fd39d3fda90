//! `diapause` 0.2. What is held across a yield is annotated; what a pattern binds is rebound, as its documentation says.

use std::iter::Peekable;
use std::str::CharIndices;

use diapause::{Coroutine as _, CoroutineState, CoroutineStatus};

use crate::{Feed, Node, Token};

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    body::counter(n).into_iter()
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    body::pairs(n).into_iter()
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    body::steps(n).into_iter()
}

pub fn total() -> impl Feed {
    let mut totals = body::totals();
    move |term| {
        // The first term is what its first yield evaluates to: `start` has no argument.
        if totals.status() == CoroutineStatus::NotStarted {
            let _ = totals.start();
        }
        match totals.resume(term) {
            CoroutineState::Yielded(total) => Some(total),
            CoroutineState::Complete(()) => None,
        }
    }
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    body::large(n).into_iter()
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    body::tokens(text).into_iter()
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    body::flat(rows).into_iter()
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    body::flat_borrowed(rows).into_iter()
}

pub fn tree(node: &Node) -> impl Iterator<Item = u64> {
    body::tree(node).into_iter()
}

pub use tree as spine;

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    let squares = body::squares(body::source(n).into_iter());
    body::chunks(squares.into_iter()).into_iter()
}

mod body {
    use super::{CharIndices, Node, Peekable, Token};

    #[diapause::coroutine(yield = u64)]
    pub(super) fn counter(n: u64) {
        for i in 0..n {
            yield_!(i);
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn pairs(n: u64) {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield_!(i ^ j);
                }
            }
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn steps(n: u64) {
        for i in 0..n {
            yield_!(i);
            yield_!(i + 1);
            yield_!(i * 2);
        }
    }

    #[diapause::coroutine(yield = u64, resume = u64)]
    pub(super) fn totals() {
        let mut total: u64 = yield_!(0);
        loop {
            let term = yield_!(total);
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn large(n: u64) {
        let mut buckets: [u64; 32] = [1; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yield_!(buckets[bucket]);
        }
    }

    #[diapause::coroutine(yield = Token<'a>)]
    pub(super) fn tokens<'a>(text: &'a str) {
        let mut characters: Peekable<CharIndices<'a>> = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                yield_!(Token::Word(&text[start..end]));
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                yield_!(Token::Number(number));
            } else if !first.is_whitespace() {
                yield_!(Token::Punctuation(first));
            }
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn flat(rows: Vec<Vec<u64>>) {
        for row in rows {
            let row: Vec<u64> = row;
            for item in row {
                yield_!(item);
            }
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn flat_borrowed<'a>(rows: &'a [Vec<u64>]) {
        for row in rows {
            let row: &'a [u64] = row;
            for item in row {
                yield_!(*item);
            }
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn tree<'a>(node: &'a Node) {
        if let Some(left) = &node.left {
            let left: tree::State<'a> = tree(left);
            yield_all!(box left);
        }
        yield_!(node.value);
        if let Some(right) = &node.right {
            let right: tree::State<'a> = tree(right);
            yield_all!(box right);
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn source(n: u64) {
        let mut seed: u64 = 1;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            yield_!(seed >> 32);
        }
    }

    #[diapause::coroutine(yield = u64)]
    pub(super) fn squares<I: Iterator<Item = u64>>(items: I) {
        for item in items {
            if item & 1 == 1 {
                yield_!(item.wrapping_mul(item));
            }
        }
    }

    #[diapause::coroutine(yield = [u64; 4])]
    pub(super) fn chunks<I: Iterator<Item = u64>>(items: I) {
        let mut chunk: [u64; 4] = [0; 4];
        let mut length: usize = 0;
        for item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                yield_!(chunk);
                length = 0;
            }
        }
    }
}

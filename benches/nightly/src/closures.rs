//! `#[coroutine]`.

use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

use benches::{Feed, Node, Token};

/// A coroutine as an iterator.
struct Items<C>(C);

impl<C: Coroutine<(), Return = ()> + Unpin> Iterator for Items<C> {
    type Item = C::Yield;

    #[inline]
    fn next(&mut self) -> Option<C::Yield> {
        match Pin::new(&mut self.0).resume(()) {
            CoroutineState::Yielded(item) => Some(item),
            CoroutineState::Complete(()) => None,
        }
    }
}

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for i in 0..n {
                yield i;
            }
        },
    )
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for i in 0..n {
                for j in i..n {
                    if (i * j) & 1 == 0 {
                        yield i ^ j;
                    }
                }
            }
        },
    )
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for i in 0..n {
                yield i;
                yield i + 1;
                yield i * 2;
            }
        },
    )
}

pub fn total() -> impl Feed {
    let mut totals = #[coroutine]
    |first: u64| {
        let mut total = first;
        loop {
            let term = yield total;
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    };
    move |term| match Pin::new(&mut totals).resume(term) {
        CoroutineState::Yielded(total) => Some(total),
        CoroutineState::Complete(()) => None,
    }
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            let mut buckets = [1_u64; 32];
            for i in 0..n {
                let bucket = (i % 32) as usize;
                buckets[bucket] = buckets[bucket].wrapping_add(i);
                yield buckets[bucket];
            }
        },
    )
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Items(
        #[coroutine]
        move || {
            let mut characters = text.char_indices().peekable();
            while let Some((start, first)) = characters.next() {
                if first.is_alphabetic() {
                    let mut end = start + first.len_utf8();
                    while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                        end = at + next.len_utf8();
                    }
                    yield Token::Word(&text[start..end]);
                } else if let Some(digit) = first.to_digit(10) {
                    let mut number = u64::from(digit);
                    while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                        number = number * 10 + u64::from(digit);
                        characters.next();
                    }
                    yield Token::Number(number);
                } else if !first.is_whitespace() {
                    yield Token::Punctuation(first);
                }
            }
        },
    )
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for row in rows {
                for item in row {
                    yield item;
                }
            }
        },
    )
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for row in rows {
                for item in row {
                    yield *item;
                }
            }
        },
    )
}

pub fn tree(node: &Node) -> Box<dyn Iterator<Item = u64> + '_> {
    Box::new(Items(
        #[coroutine]
        move || {
            if let Some(left) = &node.left {
                for item in tree(left) {
                    yield item;
                }
            }
            yield node.value;
            if let Some(right) = &node.right {
                for item in tree(right) {
                    yield item;
                }
            }
        },
    ))
}

pub use tree as spine;

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    chunks(squares(source(n)))
}

fn source(n: u64) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            let mut seed = 1_u64;
            for _ in 0..n {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                yield seed >> 32;
            }
        },
    )
}

fn squares(items: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    Items(
        #[coroutine]
        move || {
            for item in items {
                if item & 1 == 1 {
                    yield item.wrapping_mul(item);
                }
            }
        },
    )
}

fn chunks(items: impl Iterator<Item = u64>) -> impl Iterator<Item = [u64; 4]> {
    Items(
        #[coroutine]
        move || {
            let mut chunk = [0; 4];
            let mut length = 0;
            for item in items {
                chunk[length] = item;
                length += 1;
                if length == 4 {
                    yield chunk;
                    length = 0;
                }
            }
        },
    )
}

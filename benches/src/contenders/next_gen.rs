//! `next-gen` 0.1: a future and its side channel, pinned where the coroutine is used.

#![allow(unsafe_code, reason = "of its macros")]

use next_gen::prelude::*;

use crate::{Driver, Node, Run, Token};

macro_rules! run {
    ($driver:ident, $name:ident($argument:expr)) => {{
        mk_gen!(let items = { body::$name }($argument));
        let bytes = size_of_val(&*items);
        $driver.consume_pinned(bytes, items.into_iter())
    }};
}

pub fn counter<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, counter(n))
}

pub fn pairs<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, pairs(n))
}

pub fn steps<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, steps(n))
}

pub fn large<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, large(n))
}

pub fn tokens<M>(text: &str, driver: Driver<M>) -> Run {
    run!(driver, tokens(text))
}

pub fn flat<M>(rows: Vec<Vec<u64>>, driver: Driver<M>) -> Run {
    run!(driver, flat(rows))
}

pub fn flat_borrowed<M>(rows: &[Vec<u64>], driver: Driver<M>) -> Run {
    run!(driver, flat_borrowed(rows))
}

pub fn total<M>(n: u64, driver: Driver<M>) -> Run {
    mk_gen!(let mut totals = { body::totals }());
    let bytes = size_of_val(&*totals);
    driver.feed_pinned(bytes, n, move |term| match totals.as_mut().resume(term) {
        GeneratorState::Yielded(total) => Some(total),
        GeneratorState::Returned(()) => None,
    })
}

pub fn tree<M>(node: &Node, driver: Driver<M>) -> Run {
    driver.consume(boxed_tree(node))
}

pub use tree as spine;

fn boxed_tree(node: &Node) -> Box<dyn Iterator<Item = u64> + '_> {
    mk_gen!(let items = box { body::tree }(node));
    Box::new(items.into_iter())
}

pub fn pipeline<M>(n: u64, driver: Driver<M>) -> Run {
    mk_gen!(let items = { body::source }(n));
    mk_gen!(let items = { body::squares }(items.into_iter()));
    run!(driver, chunks(items.into_iter()))
}

mod body {
    use super::*;

    #[generator(yield(u64))]
    pub(super) fn counter(n: u64) {
        for i in 0..n {
            yield_!(i);
        }
    }

    #[generator(yield(u64))]
    pub(super) fn pairs(n: u64) {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield_!(i ^ j);
                }
            }
        }
    }

    #[generator(yield(u64))]
    pub(super) fn steps(n: u64) {
        for i in 0..n {
            yield_!(i);
            yield_!(i + 1);
            yield_!(i * 2);
        }
    }

    #[generator(yield(u64))]
    pub(super) fn large(n: u64) {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yield_!(buckets[bucket]);
        }
    }

    #[generator(yield(Token<'a>))]
    pub(super) fn tokens<'a>(text: &'a str) {
        let mut characters = text.char_indices().peekable();
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

    #[generator(yield(u64))]
    pub(super) fn flat(rows: Vec<Vec<u64>>) {
        for row in rows {
            for item in row {
                yield_!(item);
            }
        }
    }

    #[generator(yield(u64))]
    pub(super) fn flat_borrowed<'a>(rows: &'a [Vec<u64>]) {
        for row in rows {
            for item in row {
                yield_!(*item);
            }
        }
    }

    #[generator(yield(u64))]
    pub(super) fn source(n: u64) {
        let mut seed = 1_u64;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            yield_!(seed >> 32);
        }
    }

    #[generator(yield(u64))]
    pub(super) fn squares<I: Iterator<Item = u64>>(items: I) {
        for item in items {
            if item & 1 == 1 {
                yield_!(item.wrapping_mul(item));
            }
        }
    }

    #[generator(yield([u64; 4]))]
    pub(super) fn chunks<I: Iterator<Item = u64>>(items: I) {
        let mut chunk = [0; 4];
        let mut length = 0;
        for item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                yield_!(chunk);
                length = 0;
            }
        }
    }

    #[generator(yield(u64), resume(u64) as first)]
    pub(super) fn totals() {
        let mut total = first;
        loop {
            let term = yield_!(total);
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    }

    #[generator(yield(u64))]
    pub(super) fn tree<'a>(node: &'a Node) {
        if let Some(left) = &node.left {
            for item in boxed_tree(left) {
                yield_!(item);
            }
        }
        yield_!(node.value);
        if let Some(right) = &node.right {
            for item in boxed_tree(right) {
                yield_!(item);
            }
        }
    }
}

//! What the macro makes.

use coro::Coroutine;

use crate::{Feed, Node, Token, feed};

#[coro::coroutine]
pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    for i in 0..n {
        yield_!(i);
    }
}

#[coro::coroutine]
pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    for i in 0..n {
        for j in i..n {
            if (i * j) & 1 == 0 {
                yield_!(i ^ j);
            }
        }
    }
}

#[coro::coroutine]
pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    for i in 0..n {
        yield_!(i);
        yield_!(i + 1);
        yield_!(i * 2);
    }
}

pub fn total() -> impl Feed {
    feed(totals())
}

#[coro::coroutine]
pub fn totals(#[resume] first: u64) -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin {
    let mut total = first;
    loop {
        let term = yield_!(total);
        total = total.wrapping_mul(3) ^ term;
        if total == 77 {
            break;
        }
    }
}

#[coro::coroutine]
pub fn large(n: u64) -> impl Iterator<Item = u64> {
    let mut buckets = [1_u64; 32];
    for i in 0..n {
        let bucket = (i % 32) as usize;
        buckets[bucket] = buckets[bucket].wrapping_add(i);
        yield_!(buckets[bucket]);
    }
}

#[coro::coroutine]
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
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

#[coro::coroutine]
pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    for row in rows {
        for item in row {
            yield_!(item);
        }
    }
}

#[coro::coroutine]
pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    for row in rows {
        for item in row {
            yield_!(*item);
        }
    }
}

#[coro::coroutine]
pub fn tree(node: &Node) -> Box<dyn Iterator<Item = u64> + '_> {
    if let Some(left) = &node.left {
        yield_all!(tree(left));
    }
    yield_!(node.value);
    if let Some(right) = &node.right {
        yield_all!(tree(right));
    }
}

pub use tree as spine;

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    chunks(squares(source(n)))
}

#[coro::coroutine]
fn source(n: u64) -> impl Iterator<Item = u64> {
    let mut seed = 1_u64;
    for _ in 0..n {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        yield_!(seed >> 32);
    }
}

#[coro::coroutine]
fn squares(items: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    for item in items {
        if item & 1 == 1 {
            yield_!(item.wrapping_mul(item));
        }
    }
}

#[coro::coroutine]
fn chunks(items: impl Iterator<Item = u64>) -> impl Iterator<Item = [u64; 4]> {
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

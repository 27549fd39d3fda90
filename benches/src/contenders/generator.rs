//! `generator` 0.8: a stack of its own for each coroutine.

use generator::{Gn, Scope, done};

use crate::{Feed, Node, Token};

/// Deep enough for the spine, in words.
const STACK: usize = 1 << 21;

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for i in 0..n {
            scope.yield_with(i);
        }
        done!()
    })
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    scope.yield_with(i ^ j);
                }
            }
        }
        done!()
    })
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for i in 0..n {
            scope.yield_with(i);
            scope.yield_with(i + 1);
            scope.yield_with(i * 2);
        }
        done!()
    })
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            scope.yield_with(buckets[bucket]);
        }
        done!()
    })
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Gn::new_scoped_local(move |mut scope| {
        let mut characters = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                scope.yield_with(Token::Word(&text[start..end]));
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                scope.yield_with(Token::Number(number));
            } else if !first.is_whitespace() {
                scope.yield_with(Token::Punctuation(first));
            }
        }
        done!()
    })
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for row in rows {
            for item in row {
                scope.yield_with(item);
            }
        }
        done!()
    })
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for row in rows {
            for item in row {
                scope.yield_with(*item);
            }
        }
        done!()
    })
}

fn source(n: u64) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        let mut seed = 1_u64;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            scope.yield_with(seed >> 32);
        }
        done!()
    })
}

fn squares<'a>(items: impl Iterator<Item = u64> + 'a) -> impl Iterator<Item = u64> {
    Gn::new_scoped_local(move |mut scope| {
        for item in items {
            if item & 1 == 1 {
                scope.yield_with(item.wrapping_mul(item));
            }
        }
        done!()
    })
}

fn chunks<'a>(items: impl Iterator<Item = u64> + 'a) -> impl Iterator<Item = [u64; 4]> {
    Gn::new_scoped_local(move |mut scope| {
        let mut chunk = [0; 4];
        let mut length = 0;
        for item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                scope.yield_with(chunk);
                length = 0;
            }
        }
        done!()
    })
}

pub fn total() -> impl Feed {
    let mut totals = Gn::new_scoped(move |mut scope: Scope<u64, u64>| {
        let mut total = scope.get_yield().expect("a term");
        loop {
            let term = scope.yield_(total).expect("a term");
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
        done!()
    });
    move |term| totals.raw_send(Some(term))
}

/// A stack is enough for the whole walk.
pub fn tree(node: &Node) -> impl Iterator<Item = u64> {
    Gn::new_scoped_opt_local(STACK, move |mut scope| {
        walk(node, &mut scope);
        done!()
    })
}

pub use tree as spine;

fn walk(node: &Node, scope: &mut Scope<(), u64>) {
    if let Some(left) = &node.left {
        walk(left, scope);
    }
    scope.yield_with(node.value);
    if let Some(right) = &node.right {
        walk(right, scope);
    }
}

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    chunks(squares(source(n)))
}

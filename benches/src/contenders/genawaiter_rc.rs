//! `genawaiter` 0.99, `rc`: a future and its side channel, both on the heap.

use std::pin::Pin;

use genawaiter::GeneratorState;
use genawaiter::rc::{Co, Gen};

use crate::{Feed, Node, Token};

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for i in 0..n {
            co.yield_(i).await;
        }
    })
    .into_iter()
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    co.yield_(i ^ j).await;
                }
            }
        }
    })
    .into_iter()
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for i in 0..n {
            co.yield_(i).await;
            co.yield_(i + 1).await;
            co.yield_(i * 2).await;
        }
    })
    .into_iter()
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            co.yield_(buckets[bucket]).await;
        }
    })
    .into_iter()
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Gen::new(async move |co| {
        let mut characters = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                co.yield_(Token::Word(&text[start..end])).await;
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                co.yield_(Token::Number(number)).await;
            } else if !first.is_whitespace() {
                co.yield_(Token::Punctuation(first)).await;
            }
        }
    })
    .into_iter()
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for row in rows {
            for item in row {
                co.yield_(item).await;
            }
        }
    })
    .into_iter()
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for row in rows {
            for item in row {
                co.yield_(*item).await;
            }
        }
    })
    .into_iter()
}

fn source(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        let mut seed = 1_u64;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            co.yield_(seed >> 32).await;
        }
    })
    .into_iter()
}

fn squares(items: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| {
        for item in items {
            if item & 1 == 1 {
                co.yield_(item.wrapping_mul(item)).await;
            }
        }
    })
    .into_iter()
}

fn chunks(items: impl Iterator<Item = u64>) -> impl Iterator<Item = [u64; 4]> {
    Gen::new(async move |co| {
        let mut chunk = [0; 4];
        let mut length = 0;
        for item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                co.yield_(chunk).await;
                length = 0;
            }
        }
    })
    .into_iter()
}

pub fn total() -> impl Feed {
    let mut totals = Gen::new(async move |co: Co<u64, u64>| {
        let mut total = co.yield_(0).await;
        loop {
            let term = co.yield_(total).await;
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    });
    // What it is resumed with first is dropped.
    totals.resume_with(0);
    move |term| match totals.resume_with(term) {
        GeneratorState::Yielded(total) => Some(total),
        GeneratorState::Complete(()) => None,
    }
}

pub fn tree(node: &Node) -> impl Iterator<Item = u64> {
    Gen::new(async move |co| walk(node, &co).await).into_iter()
}

pub use tree as spine;

fn walk<'a>(node: &'a Node, co: &'a Co<u64>) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(async move {
        if let Some(left) = &node.left {
            walk(left, co).await;
        }
        co.yield_(node.value).await;
        if let Some(right) = &node.right {
            walk(right, co).await;
        }
    })
}

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    chunks(squares(source(n)))
}

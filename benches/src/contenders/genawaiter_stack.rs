//! `genawaiter` 0.99, `stack`: a future and its side channel, pinned where the coroutine is used.

#![allow(unsafe_code, reason = "what its own macros hide; they do not tell the size")]

use std::pin::Pin;

use genawaiter::GeneratorState;
use genawaiter::stack::{Co, Gen, Shelf};

use crate::{Driver, Node, Run, Token};

/// Makes a generator of a shelf, as `let_gen_using!` does.
macro_rules! let_generator {
    ($shelf:ident, $generator:ident = $producer:expr) => {
        let mut $shelf = Shelf::new();
        // SAFETY: the shelf outlives the generator, and no producer lets its `Co` escape.
        #[allow(unused_mut, reason = "some are resumed by name")]
        let mut $generator = unsafe { Gen::new(&mut $shelf, $producer) };
    };
}

macro_rules! run {
    ($driver:ident, $producer:expr) => {{
        let mut shelf = Shelf::new();
        let bytes = size_of_val(&shelf);
        // SAFETY: as above.
        let generator = unsafe { Gen::new(&mut shelf, $producer) };
        $driver.consume_pinned(bytes, generator.into_iter())
    }};
}

pub fn counter<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        for i in 0..n {
            co.yield_(i).await;
        }
    })
}

pub fn pairs<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    co.yield_(i ^ j).await;
                }
            }
        }
    })
}

pub fn steps<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        for i in 0..n {
            co.yield_(i).await;
            co.yield_(i + 1).await;
            co.yield_(i * 2).await;
        }
    })
}

pub fn large<M>(n: u64, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            co.yield_(buckets[bucket]).await;
        }
    })
}

pub fn tokens<M>(text: &str, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, Token<'_>>| {
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
}

pub fn flat<M>(rows: Vec<Vec<u64>>, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        for row in rows {
            for item in row {
                co.yield_(item).await;
            }
        }
    })
}

pub fn flat_borrowed<M>(rows: &[Vec<u64>], driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| {
        for row in rows {
            for item in row {
                co.yield_(*item).await;
            }
        }
    })
}

pub fn total<M>(n: u64, driver: Driver<M>) -> Run {
    let mut shelf = Shelf::new();
    let bytes = size_of_val(&shelf);
    let producer = async move |co: Co<'_, u64, u64>| {
        let mut total = co.yield_(0).await;
        loop {
            let term = co.yield_(total).await;
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    };
    // SAFETY: as above.
    let mut totals = unsafe { Gen::new(&mut shelf, producer) };
    // What it is resumed with first is dropped.
    totals.resume_with(0);
    driver.feed_pinned(bytes, n, move |term| match totals.resume_with(term) {
        GeneratorState::Yielded(total) => Some(total),
        GeneratorState::Complete(()) => None,
    })
}

pub fn tree<M>(node: &Node, driver: Driver<M>) -> Run {
    run!(driver, async move |co: Co<'_, u64>| walk(node, &co).await)
}

pub use tree as spine;

fn walk<'a>(node: &'a Node, co: &'a Co<'_, u64>) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
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

pub fn pipeline<M>(n: u64, driver: Driver<M>) -> Run {
    let_generator!(source_shelf, items = async move |co| source(n, co).await);
    let_generator!(squares_shelf, items = async move |co| squares(items, co).await);
    run!(driver, async move |co| chunks(items, co).await)
}

async fn source(n: u64, co: Co<'_, u64>) {
    let mut seed = 1_u64;
    for _ in 0..n {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        co.yield_(seed >> 32).await;
    }
}

async fn squares(items: impl IntoIterator<Item = u64>, co: Co<'_, u64>) {
    for item in items {
        if item & 1 == 1 {
            co.yield_(item.wrapping_mul(item)).await;
        }
    }
}

async fn chunks(items: impl IntoIterator<Item = u64>, co: Co<'_, [u64; 4]>) {
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
}

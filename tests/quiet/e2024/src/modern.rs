//! What only the 2024 edition can say.

use alloc::vec::Vec;
use coro::Coroutine;

/// A let chain.
#[coro::coroutine]
pub fn chains(items: Vec<Option<u32>>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
    let mut total = 0;
    for item in items {
        if let Some(n) = item
            && n > 2
            && let Some(m) = yield_!(n)
            && m < 7
        {
            total += m;
        }
    }
    while let Some(n) = yield_!(total)
        && n > 0
    {
        total += n;
    }
    total
}

/// What is captured without a word.
#[coro::coroutine]
pub fn captures(left: &str, right: &str) -> impl Iterator<Item = char> {
    for (a, b) in left.chars().zip(right.chars()) {
        yield_!(a);
        yield_!(b);
    }
}

/// What is captured in so many words.
#[coro::coroutine]
pub fn precise<T: Copy>(items: &[T]) -> impl Iterator<Item = T> + use<'_, T> {
    for item in items {
        yield_!(*item);
    }
}

//! Generics, lifetimes, `impl Trait` arguments.

use alloc::vec::Vec;
use core::fmt::Display;
use coro::Coroutine;

/// A type parameter and a bound.
#[coro::coroutine]
pub fn largest<T>(items: Vec<T>) -> impl Iterator<Item = T>
where
    T: PartialOrd + Copy,
{
    let mut items = items.into_iter();
    let Some(mut largest) = items.next() else {
        return;
    };
    for item in items {
        if item > largest {
            largest = item;
            yield_!(largest);
        }
    }
}

/// A const parameter.
#[coro::coroutine]
pub fn chunked<const N: usize>(items: Vec<u8>) -> impl Coroutine<Yield = [u8; N], Return = usize> {
    let mut chunk = [0; N];
    let mut filled = 0;
    for item in items {
        chunk[filled] = item;
        filled += 1;
        if filled == N {
            yield_!(chunk);
            filled = 0;
        }
    }
    filled
}

/// A named lifetime.
#[coro::coroutine]
pub fn words<'a>(text: &'a str) -> impl Iterator<Item = &'a str> + 'a {
    for line in text.lines() {
        for word in line.split(' ') {
            if !word.is_empty() {
                yield_!(word);
            }
        }
    }
}

/// An `impl Trait` argument.
#[coro::coroutine]
pub fn interleaved(mut left: impl Iterator<Item = u8>, mut right: impl Iterator<Item = u8>) -> impl Iterator<Item = u8> {
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) => {
                yield_!(a);
                yield_!(b);
            }
            (Some(a), None) | (None, Some(a)) => yield_!(a),
            (None, None) => break,
        }
    }
}

/// Calls back.
#[coro::coroutine]
pub fn mapped<T: Display, U>(items: Vec<T>, each: impl Fn(&T) -> U) -> impl Iterator<Item = U> {
    for item in items {
        yield_!(each(&item));
    }
}

/// Patterns for arguments.
#[coro::coroutine]
pub fn patterns((a, mut b): (u32, u32), [first, .., last]: [u32; 4], _: u8) -> impl Iterator<Item = u32> {
    while b > 0 {
        yield_!(a + b);
        b -= 1;
    }
    yield_!(first);
    yield_!(last);
}

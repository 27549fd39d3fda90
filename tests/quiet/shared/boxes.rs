//! Boxed coroutines and delegation.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::pin::Pin;
use coro::Coroutine;

/// A tree of numbers.
#[derive(Debug)]
pub struct Tree {
    value: u32,
    children: Vec<Self>,
}

/// Recursion needs a box.
#[must_use]
#[coro::coroutine]
pub fn walk(tree: &Tree) -> Box<dyn Iterator<Item = u32> + '_> {
    yield_!(tree.value);
    for child in &tree.children {
        yield_all!(walk(child));
    }
}

/// A boxed coroutine.
#[must_use]
#[coro::coroutine]
pub fn boxed(n: u32) -> Box<dyn Coroutine<u8, Yield = u32, Return = u8> + Send + Unpin> {
    let got = yield_!(n);
    got + yield_!(n + 1)
}

/// A pinned box.
#[must_use]
#[coro::coroutine]
pub fn pinned(#[resume] first: u8) -> Pin<Box<dyn Coroutine<u8, Yield = u8, Return = ()>>> {
    let mut next = first;
    while next > 0 {
        next = yield_!(next);
    }
}

/// One coroutine inside another.
#[coro::coroutine]
pub fn delegating(#[resume] first: u8) -> impl Coroutine<u8, Yield = u32, Return = u8> {
    let middle = yield_!(u32::from(first));
    let last = yield_from!(boxed(1), middle);
    yield_all!([1, 2, 3]);
    last
}

/// Delegation without resume arguments.
#[coro::coroutine]
pub fn chained() -> impl Coroutine<Yield = u8, Return = u8> {
    let left = yield_from!(counted(3));
    let right = yield_from!(counted(left));
    left + right
}

/// The part of `chained`.
#[coro::coroutine]
pub fn counted(n: u8) -> impl Coroutine<Yield = u8, Return = u8> {
    for i in 0..n {
        yield_!(i);
    }
    n
}

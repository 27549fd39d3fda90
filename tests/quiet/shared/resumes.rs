//! The forms of resume arguments.

use alloc::vec::Vec;
use core::convert::Infallible;
use coro::Coroutine;

/// The first one, and the later ones.
#[coro::coroutine]
pub fn accumulate(#[resume] first: i64) -> impl Coroutine<i64, Yield = i64, Return = Infallible> {
    let mut total = first;
    loop {
        total += yield_!(total);
    }
}

/// The type from the argument.
#[coro::coroutine]
pub fn inferred(#[resume] mut n: u8) -> impl Coroutine<_, Yield = u8, Return = ()> {
    while n > 0 {
        n = yield_!(n + 1);
    }
}

/// A borrowed one.
#[coro::coroutine]
pub fn lengths(#[resume] mut piece: &[u8]) -> impl for<'a> Coroutine<&'a [u8], Yield = usize, Return = usize> {
    let mut total = 0;
    while !piece.is_empty() {
        total += piece.len();
        piece = yield_!(total);
    }
    total
}

/// A borrowed one whose lifetime is elided.
#[coro::coroutine]
pub fn fills(#[resume] buffer: &mut Vec<u8>) -> impl Coroutine<_, Yield = (), Return = ()> {
    buffer.push(1);
    for n in 0..3 {
        let buffer = yield_!();
        buffer.push(n);
    }
}

/// Bound anew each time.
#[coro::coroutine]
pub fn rebound(#[resume(rebind)] n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    while n > 0 {
        yield_!(n);
    }
    n
}

/// Several of them, one that borrows.
#[coro::coroutine]
pub fn several(
    limit: usize,
    #[resume(rebind)] input: &[u8],
    #[resume(rebind)] output: &mut Vec<u8>,
) -> impl Coroutine<_, Yield = usize, Return = ()> {
    for _ in 0..limit {
        output.extend_from_slice(input);
        yield_!(input.len());
    }
}

/// One that is not used.
#[coro::coroutine]
pub fn ignored(#[resume] _first: u32) -> impl Coroutine<u32, Yield = u8, Return = ()> {
    yield_!(1);
    let _second = yield_!(2);
    _ = yield_!(3);
}

/// A pattern.
#[coro::coroutine]
pub fn pattern(#[resume] (a, b): (u8, u8)) -> impl Coroutine<(u8, u8), Yield = u8, Return = u8> {
    let (c, d) = yield_!(a + b);
    c * d
}

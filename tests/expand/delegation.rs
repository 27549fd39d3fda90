//! One coroutine inside another, and the items of an iterator.

use coro::Coroutine;

/// Counts up to the limit and gives it back.
#[coro::coroutine]
pub fn part(limit: u8, #[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    let mut n = first;
    while n < limit {
        n += yield_!(n);
    }
    n
}

/// Two of them and a tail.
#[coro::coroutine]
pub fn delegation(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    let left = yield_from!(part(10,), first);
    let right = yield_from!(part(20), left);
    yield_all!([left, right]);
    left + right
}

//! The simplest: a loop over a counter.

/// From `n` down to one.
#[coro::coroutine]
pub fn counter(n: u32) -> impl Iterator<Item = u32> + Clone {
    for i in (1..=n).rev() {
        yield_!(i);
    }
}

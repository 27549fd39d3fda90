//! A resume argument, and a yield in an operand.

use coro::Coroutine;

/// Adds until the limit is reached.
#[coro::coroutine]
pub fn running_total(limit: i64, #[resume] first: i64) -> impl Coroutine<i64, Yield = i64, Return = i64> {
    let mut total = first;
    while total < limit {
        total += yield_!(total);
    }
    total
}

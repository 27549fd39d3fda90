//! Returning from the middle, and from a condition that yields.

use coro::Coroutine;

/// Guesses until it is right.
#[coro::coroutine]
pub fn early_return(low: u32, high: u32) -> impl Coroutine<bool, Yield = u32, Return = Option<u32>> {
    for guess in low..high {
        if yield_!(guess) {
            return Some(guess);
        }
    }
    None
}

//! `?` in a coroutine, and in an iterator of results.

use core::num::ParseIntError;
use coro::Coroutine;

/// Sums up what parses.
///
/// # Errors
///
/// The first that does not.
#[coro::coroutine]
pub fn sums(text: &str) -> impl Coroutine<Yield = u32, Return = Result<u32, ParseIntError>> + '_ {
    let mut sum = 0;
    for word in text.split(',') {
        sum += word.parse::<u32>()?;
        yield_!(sum);
    }
    Ok(sum)
}

/// What parses, and the first error.
#[coro::coroutine]
pub fn parsed(text: &str) -> impl Iterator<Item = Result<u32, ParseIntError>> + '_ {
    for word in text.split(',') {
        yield_!(Ok(word.parse()?));
    }
}

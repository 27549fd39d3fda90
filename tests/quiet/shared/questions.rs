//! The question mark.

use alloc::string::String;
use core::num::ParseIntError;
use core::ops::ControlFlow;
use coro::Coroutine;

/// A `Result`.
///
/// # Errors
///
/// What does not parse.
#[coro::coroutine]
pub fn results(text: &str) -> impl Coroutine<Yield = u32, Return = Result<u32, ParseIntError>> + '_ {
    let mut sum = 0;
    for word in text.split(',') {
        let n: u32 = word.parse()?;
        sum += n;
        yield_!(sum);
    }
    Ok(sum)
}

/// An `Option`.
#[coro::coroutine]
pub fn options() -> impl Coroutine<Option<u8>, Yield = u8, Return = Option<u8>> {
    let first = yield_!(1)?;
    let second = yield_!(first)?.checked_add(first)?;
    Some(second)
}

/// A `ControlFlow`.
#[coro::coroutine]
pub fn flows() -> impl Coroutine<ControlFlow<String>, Yield = u8, Return = ControlFlow<String>> {
    yield_!(1)?;
    yield_!(2)?;
    ControlFlow::Continue(())
}

/// An iterator of results.
#[coro::coroutine]
pub fn parsed(text: &str) -> impl Iterator<Item = Result<u32, ParseIntError>> + '_ {
    for word in text.split(',') {
        let n: u32 = word.parse()?;
        yield_!(Ok(n));
    }
}

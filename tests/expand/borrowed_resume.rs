//! A resume argument that borrows for the one call.

use coro::Coroutine;

/// Counts the lines of what comes in pieces.
#[coro::coroutine]
pub fn borrowed_resume(#[resume] first: &[u8]) -> impl for<'a> Coroutine<&'a [u8], Yield = usize, Return = usize> {
    let mut piece = first;
    let mut lines = 0;
    while !piece.is_empty() {
        lines += piece.split(|byte| *byte == b'\n').count() - 1;
        piece = yield_!(lines);
    }
    lines
}

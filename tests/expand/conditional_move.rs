//! A local that is moved on one path and dropped at the end on the other.

extern crate alloc;
use alloc::string::String;
use alloc::vec::Vec;
use coro::Coroutine;

/// Keeps the line if it is told to.
#[coro::coroutine]
pub fn conditional_move(line: String, mut kept: Vec<String>) -> impl Coroutine<bool, Yield = usize, Return = Vec<String>> {
    if yield_!(line.len()) {
        kept.push(line);
    }
    yield_!(kept.len());
    kept
}

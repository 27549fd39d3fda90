//! Two values asked for in a row.

extern crate alloc;
use alloc::string::String;
use coro::Coroutine;

/// Asks for a name and an age.
#[coro::coroutine]
pub fn two_lets() -> impl Coroutine<String, Yield = &'static str, Return = (String, String)> {
    let name = yield_!("name");
    let age = yield_!("age");
    (name, age)
}

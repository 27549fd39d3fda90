#![deny(warnings)]

use coro::Coroutine;

#[coro::coroutine]
pub fn leaves_things(unused_argument: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    let unused_local = 1;
    let answer = yield_!(2);
    for index in 0..3 {
        yield_!(3);
    }
    let mut never_changed = 4;
    yield_!(never_changed);
}

fn main() {}

//! What a closure captures and changes has to be `mut`, as for any closure.

use coro::Coroutine;

fn count(n: u32) -> impl Coroutine<Yield = u32, Return = ()> {
    coro::coro!(move || {
        while n > 0 {
            yield n;
            n -= 1;
        }
    })
}

fn main() {
    count(1);
}

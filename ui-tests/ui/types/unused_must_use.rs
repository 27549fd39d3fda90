#![deny(unused_must_use)]

use coro::Coroutine;

fn fallible() -> Result<(), ()> {
    Ok(())
}

#[coro::coroutine]
fn drops_results() -> impl Coroutine<Result<u32, ()>, Yield = u32, Return = ()> {
    fallible();
    yield_!(1);
    fallible();
}

fn main() {
    drops_results();
}

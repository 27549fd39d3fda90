use coro::Coroutine;
use std::fmt::Debug;
use std::pin::Pin;

#[coro::coroutine]
fn counts() -> Pin<Box<dyn Coroutine<Yield = u32, Return = ()> + Debug>> {
    yield_!(1);
}

fn main() {}

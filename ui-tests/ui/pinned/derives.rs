use coro::Coroutine;
use futures_core::Stream;

#[coro::coroutine(static)]
fn pinned() -> impl Coroutine<Yield = u32, Return = ()> + Clone {
    yield_!(1);
}

#[coro::coroutine(boxed)]
fn boxed() -> impl Iterator<Item = u32> + Clone + std::fmt::Debug {
    yield_!(1);
}

#[coro::coroutine]
fn stream() -> impl Stream<Item = u32> + PartialEq {
    yield_!(1);
}

fn main() {}

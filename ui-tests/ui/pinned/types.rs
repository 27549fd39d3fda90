use coro::Coroutine;
use futures_core::Stream;

#[coro::coroutine(static)]
fn yields() -> impl Coroutine<Yield = u32, Return = u32> {
    yield_!("one");
    "two"
}

#[coro::coroutine]
fn returns() -> impl Stream<Item = u32> {
    yield_!(1);
    2
}

#[coro::coroutine]
fn question() -> impl Stream<Item = u32> {
    yield_!("1".parse()?);
}

#[coro::coroutine]
fn ready() -> impl Future<Output = u32> {
    "three"
}

fn main() {}

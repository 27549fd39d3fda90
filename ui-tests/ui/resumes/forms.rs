use coro::Coroutine;

#[coro::coroutine]
fn unknown(#[resume(again)] a: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_!(a);
}

#[coro::coroutine]
fn value(#[resume = 1] a: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_!(a);
}

#[coro::coroutine]
fn twice(#[resume] #[resume] a: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_!(a);
}

struct Counter;

impl Counter {
    #[coro::coroutine]
    fn receiver(#[resume] &self) -> impl Coroutine<u32, Yield = u32, Return = ()> {
        yield_!(1);
    }
}

fn main() {}

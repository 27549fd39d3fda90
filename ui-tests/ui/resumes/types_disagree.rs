use coro::Coroutine;

#[coro::coroutine]
fn adds(#[resume] a: u32) -> impl Coroutine<u64, Yield = u32, Return = ()> {
    yield_!(a);
}

fn main() {}

use coro::Coroutine;

#[coro::coroutine]
fn adds(#[resume(rebind)] n: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    let next: u32 = yield_!(n);
    yield_!(next);
}

fn main() {}

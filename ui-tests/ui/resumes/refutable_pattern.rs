use coro::Coroutine;

#[coro::coroutine]
fn opens(#[resume] Some(n): Option<u32>) -> impl Coroutine<_, Yield = u32, Return = ()> {
    yield_!(n);
}

fn main() {}

use coro::Coroutine;

#[coro::coroutine]
fn counts(n: u32) -> impl Coroutine<Yield = u32, Return = ()> + PartialOrd {
    yield_!(n);
}

fn main() {}

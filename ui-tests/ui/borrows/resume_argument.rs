use coro::Coroutine;

#[coro::coroutine]
fn holds(#[resume] first: &[u8]) -> impl Coroutine<_, Yield = usize, Return = u8> {
    yield_!(first.len());
    first[0]
}

fn main() {}

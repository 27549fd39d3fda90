use coro::Coroutine;

#[coro::coroutine]
fn echoes(#[resume] text: &str) -> impl Coroutine<_, Yield = &str, Return = ()> {
    yield_!(text);
}

fn main() {}

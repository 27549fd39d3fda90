use coro::Coroutine;

#[coro::coroutine]
fn adds() -> impl Coroutine<_, Yield = u32, Return = ()> {
    yield_!(1);
}

fn main() {}

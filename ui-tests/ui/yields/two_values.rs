use coro::Coroutine;

#[coro::coroutine]
fn pairs() -> impl Coroutine<Yield = (u32, u32), Return = ()> {
    yield_!(1, 2);
}

fn main() {}

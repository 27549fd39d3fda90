use coro::Coroutine;

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Return = u32> {
    yield_!(1);
}

fn main() {}

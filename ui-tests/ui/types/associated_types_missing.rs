use coro::Coroutine;

#[coro::coroutine]
fn counts() -> Box<dyn Coroutine<Yield = u32>> {
    yield_!(1);
}

fn main() {}

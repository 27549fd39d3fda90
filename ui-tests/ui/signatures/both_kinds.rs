use coro::Coroutine;

#[coro::coroutine]
fn both() -> impl Coroutine<Yield = u32, Return = ()> + Iterator<Item = u32> {
    yield_!(1);
}

fn main() {}

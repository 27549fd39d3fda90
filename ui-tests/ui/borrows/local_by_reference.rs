use coro::Coroutine;

#[coro::coroutine]
fn first(items: Vec<u32>) -> impl Coroutine<Yield = u32, Return = u32> {
    let first = &items[0];
    yield_!(1);
    *first
}

fn main() {}

use coro::Coroutine;

#[coro::coroutine]
fn lends(items: Vec<u32>) -> impl Coroutine<Yield = &'static [u32], Return = ()> {
    yield_!(&items[1..]);
}

fn main() {}

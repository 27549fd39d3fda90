use coro::Coroutine;

#[coro::coroutine(static, boxed)]
fn both() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1);
}

#[coro::coroutine(boxed, boxed)]
fn twice() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {}

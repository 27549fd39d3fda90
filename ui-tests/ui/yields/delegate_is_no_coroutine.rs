use coro::Coroutine;

#[coro::coroutine]
fn wrong() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_from!(7);
}

#[coro::coroutine]
fn also_wrong() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_all!(7);
}

fn main() {}

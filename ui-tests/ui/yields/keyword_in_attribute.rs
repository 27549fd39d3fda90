use coro::Coroutine;

#[coro::coroutine]
fn counts() -> impl Coroutine<Yield = u32, Return = ()> {
    yield 1;
}

fn main() {}

use coro::{Coroutine, CoroutineExt};

#[coro::coroutine(static)]
fn one() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1);
}

#[coro::coroutine(static)]
fn promised() -> impl Coroutine<Yield = u32, Return = ()> + Unpin {
    yield_!(1);
}

fn main() {
    let mut one = one();
    one.resume_unpin(());
}

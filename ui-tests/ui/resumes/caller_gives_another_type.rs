use coro::{Coroutine, CoroutineExt};

#[coro::coroutine]
fn adds(#[resume] n: u32) -> impl Coroutine<_, Yield = u32, Return = ()> {
    yield_!(n);
}

fn main() {
    adds().resume_unpin("one");
}

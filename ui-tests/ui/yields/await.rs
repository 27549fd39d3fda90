use coro::Coroutine;

#[coro::coroutine]
fn waits(future: impl Future<Output = u32>) -> impl Coroutine<Yield = u32, Return = ()> {
    let value = future.await;
    yield_!(value);
}

fn main() {}

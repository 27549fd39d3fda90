use std::future::Future;

trait Stream {
    type Item;
}

#[coro::coroutine]
fn stream() -> impl Stream<Item = u32> {
    yield_!(1);
}

#[coro::coroutine]
fn future() -> impl Future<Output = u32> {
    1
}

fn main() {}

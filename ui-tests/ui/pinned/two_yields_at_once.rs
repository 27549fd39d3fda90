use futures_core::Stream;

macro_rules! apart {
    ($value:expr) => {
        async { $value }
    };
}

async fn join(first: impl Future, second: impl Future) {
    first.await;
    second.await;
}

#[coro::coroutine]
fn both() -> impl Stream<Item = u32> {
    join(apart!(yield_!(1)), apart!(yield_!(2))).await;
}

fn main() {}

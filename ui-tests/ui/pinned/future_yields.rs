#[coro::coroutine]
fn value() -> impl Future<Output = u32> {
    yield_!(1);
    2
}

#[coro::coroutine]
fn delegates() -> impl Future<Output = u32> {
    yield_from!(coro::from_iter([1]));
    2
}

#[coro::coroutine]
fn resumed(#[resume] first: u32) -> impl Future<Output = u32> {
    first
}

fn main() {}

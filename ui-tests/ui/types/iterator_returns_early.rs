#[coro::coroutine]
fn numbers(stop: bool) -> impl Iterator<Item = u32> {
    yield_!(1);
    if stop {
        return 2;
    }
    yield_!(3);
}

fn main() {}

#[coro::coroutine]
fn numbers(n: u32) -> impl Iterator<Item = u32> {
    yield_!(1);
    yield_!(n(2));
}

fn main() {}

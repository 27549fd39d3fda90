#[coro::coroutine]
fn counts(Some(n): Option<u32>) -> impl Iterator<Item = u32> {
    yield_!(n);
}

fn main() {}

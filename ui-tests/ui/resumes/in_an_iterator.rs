#[coro::coroutine]
fn adds(#[resume] a: u32) -> impl Iterator<Item = u32> {
    yield_!(a);
}

fn main() {}

#[coro::coroutine]
fn counts() -> impl Iterator<Item = u32> {
    let n = 1;
    yield_!(n);
    n = 2;
    yield_!(n);
    n += 3;
    yield_!(n);
}

fn main() {}

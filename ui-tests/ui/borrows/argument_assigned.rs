#[coro::coroutine]
fn counts(n: u32) -> impl Iterator<Item = u32> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

fn main() {}

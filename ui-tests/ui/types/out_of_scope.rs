#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    for n in 0..3 {
        let square = n * n;
        yield_!(square);
    }
    yield_!(square);
}

fn main() {}

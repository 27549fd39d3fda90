#[coro::coroutine]
fn counts() {
    yield_!(1);
}

fn main() {}

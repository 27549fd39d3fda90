#[coro::coroutine]
fn counts() -> Box<dyn Iterator<Item = u32> + Clone> {
    yield_!(1);
}

fn main() {}

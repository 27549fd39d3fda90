#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield_!();
}

fn main() {}

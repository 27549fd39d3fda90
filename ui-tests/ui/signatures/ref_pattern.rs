#[coro::coroutine]
fn counts((ref a, b): (u32, u32)) -> impl Iterator<Item = u32> {
    yield_!(*a + b);
}

fn main() {}

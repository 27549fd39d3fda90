#[coro::coroutine]
fn each(items: Vec<u32>) -> impl Iterator<Item = u32> {
    for item in &items {
        yield_!(*item);
    }
}

fn main() {}

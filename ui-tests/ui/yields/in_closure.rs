#[coro::coroutine]
fn doubled(items: Vec<u32>) -> impl Iterator<Item = u32> {
    items.into_iter().for_each(|item| {
        yield_!(item * 2);
    });
}

fn main() {}

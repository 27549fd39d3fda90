#[coro::coroutine]
fn numbers(items: Vec<u64>) -> impl Iterator<Item = u32> {
    let mut sum: u32 = 0;
    for item in items {
        sum += item;
        yield_!(sum);
    }
}

fn main() {}

#[coro::coroutine]
fn numbers(items: Vec<u32>) -> impl Iterator<Item = u32> {
    let sum: u32 = items.iter().sum();
    yield_!(sum);
    yield_!(items.sum());
    yield_!(sum.length);
}

fn main() {}

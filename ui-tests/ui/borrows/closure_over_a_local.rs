#[coro::coroutine]
fn scales(by: Vec<u32>) -> impl Iterator<Item = u32> {
    let scale = |n: u32| n * by[0];
    yield_!(scale(1));
    yield_!(scale(2));
}

fn main() {}

#[coro::coroutine]
fn pushes(items: Vec<u32>) -> impl Iterator<Item = usize> {
    let more = vec![1];
    yield_!(1);
    items.push(2);
    more.push(3);
    yield_!(items.len() + more.len());
}

fn main() {}

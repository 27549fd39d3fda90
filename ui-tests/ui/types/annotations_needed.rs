#[coro::coroutine]
fn parses() -> impl Iterator<Item = usize> {
    let list = Vec::new();
    yield_!(list.len());
    let n = "5".parse().unwrap();
    yield_!(1);
}

fn main() {}

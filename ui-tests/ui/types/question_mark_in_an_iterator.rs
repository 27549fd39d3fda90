#[coro::coroutine]
fn parses(text: &str) -> impl Iterator<Item = u32> {
    yield_!(1);
    let n: u32 = text.parse()?;
    yield_!(n);
}

fn main() {}

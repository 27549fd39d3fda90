use coro::Coroutine;

#[coro::coroutine]
fn parses(text: &str) -> impl Coroutine<Yield = u32, Return = u32> {
    yield_!(1);
    let n: u32 = text.parse()?;
    n
}

fn main() {}

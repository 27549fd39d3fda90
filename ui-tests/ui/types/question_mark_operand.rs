use coro::Coroutine;

#[coro::coroutine]
fn parses(n: u32) -> impl Coroutine<Yield = u32, Return = Option<u32>> {
    yield_!(1);
    let m = n?;
    Some(m)
}

fn main() {}

use coro::Coroutine;

#[coro::coroutine]
fn parses(text: &str) -> impl Coroutine<Yield = u32, Return = Result<(), std::fmt::Error>> {
    let n: u32 = text.parse()?;
    yield_!(n);
    Ok(())
}

fn main() {}

use coro::Coroutine;

#[coro::coroutine]
fn asks(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let answer: u32 = if n == 1 {
        yield_!(n)
    };
    answer
}

fn main() {}

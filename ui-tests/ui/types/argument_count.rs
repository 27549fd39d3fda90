use coro::Coroutine;

fn add(a: u32, b: u32) -> u32 {
    a + b
}

#[coro::coroutine]
fn sums() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let first = add(yield_!(1));
    first + add(1)
}

fn main() {}

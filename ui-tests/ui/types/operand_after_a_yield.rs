use coro::Coroutine;

#[coro::coroutine]
fn sums() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let start = 1_u32;
    let sum = start + yield_!(start) + "three";
    sum
}

fn main() {}

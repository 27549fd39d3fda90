use coro::Coroutine;

#[coro::coroutine]
fn guarded(n: u32) -> impl Coroutine<bool, Yield = u32, Return = &'static str> {
    match n {
        0 if yield_!(n) => "zero",
        _ => "other",
    }
}

fn main() {}

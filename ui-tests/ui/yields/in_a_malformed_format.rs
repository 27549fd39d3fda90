use coro::Coroutine;

#[coro::coroutine]
fn formats() -> impl Coroutine<u32, Yield = u32, Return = String> {
    let first = format!("{} {}", yield_!(1));
    let second = format!("{}" yield_!(2));
    first + &second
}

fn main() {}

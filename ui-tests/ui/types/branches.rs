use coro::Coroutine;

#[coro::coroutine]
fn asks(n: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    let _if = if n == 1 { yield_!(1) } else { "two" };
    let _match = match n {
        0 => yield_!(2),
        _ => "three",
    };
}

fn main() {}

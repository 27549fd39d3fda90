use coro::Coroutine;

#[coro::coroutine]
fn numbers() -> impl Coroutine<bool, Yield = u32, Return = ()> {
    let mut n = 1_u32;
    while yield_!(n) {
        n = "two";
    }
}

fn main() {}

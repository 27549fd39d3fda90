use coro::Coroutine;

#[coro::coroutine]
fn asks() -> impl Coroutine<u32, Yield = u32, Return = ()> {
    if yield_!(1) {
        yield_!(2);
    }
    while yield_!(3) {
        yield_!(4);
    }
}

fn main() {}

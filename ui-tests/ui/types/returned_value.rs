use coro::Coroutine;

#[coro::coroutine]
fn numbers(stop: bool) -> impl Coroutine<Yield = u32, Return = u32> {
    if stop {
        return "early";
    }
    yield_!(1);
    "late"
}

fn main() {}

use coro::Coroutine;

unsafe fn risky() -> u32 {
    1
}

#[coro::coroutine]
unsafe fn calls() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(risky());
}

fn main() {}

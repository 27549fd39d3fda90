use coro::Coroutine;

macro_rules! twice {
    ($value:expr) => {{
        $value;
        $value
    }};
}

#[coro::coroutine]
fn calls() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    twice!(yield_!(1))
}

fn main() {}
